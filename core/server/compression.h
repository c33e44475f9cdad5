// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

/// The gzip form (RFC 1952) of `body`; empty when zlib fails, which it does only without memory.
QByteArray gzipped(const QByteArray &body);

} // namespace signalbox
