// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace signalbox {

/// Text of whatever bytes somebody sent (RFC 2045 §5.2 and how mail really looks): the named charset if it
/// fits, else UTF-8 if the bytes are valid UTF-8, else windows-1252; single bytes that fit nothing become
/// U+FFFD. Names that browsers widen are widened (iso-8859-1 is read as windows-1252, gb2312 as gb18030). The
/// result is fit for PostgreSQL.
QString decodeText(const QByteArray &bytes, const QByteArray &charset);

/// Without NUL, which PostgreSQL cannot hold, and with lone surrogates replaced, which JSON cannot carry.
QString cleanText(QString text);

/// Cut to at most `maxBytes` bytes of UTF-8, never inside a character.
QString cutText(const QString &text, qsizetype maxBytes);

} // namespace signalbox
