// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// A mail's HTML, made harmless.
struct SafeHtml
{
    QString html; ///< known tags with known attributes only
    int blockedImages = 0; ///< remote ones that were taken out
};

/// Keeps text, structure, links (http, https, mailto, tel) and images that came with the mail (`cid:`);
/// everything else goes: scripts, styles, forms, frames, plug-ins, colours, remote images, and what was
/// hidden from the reader. The input is untrusted: any text gives an answer, in time linear to its length.
SafeHtml sanitizeHtml(const QString &html);

} // namespace signalbox
