// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedthread.h"

namespace signalbox {

/// A small file a demo mail carries.
struct SeedFile
{
    QByteArray name;
    QByteArray contentType;
    QByteArray contentId; ///< of an image the text shows
    QByteArray content;
};

/// `kind`: ics (an invitation), csv (a price sheet) or png (the logo of a signature).
SeedFile makeSeedFile(const QByteArray &kind, const SeedThread &lead);

} // namespace signalbox
