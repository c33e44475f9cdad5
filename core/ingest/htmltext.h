// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// The text of an HTML mail as a person reads it: blocks on lines of their own, lists with dashes, quotes
/// with `> `, scripts, styles and comments gone, entities decoded. Links whose address the text does not show
/// are listed after the body (domain §3.6). Takes any input, in linear time.
QString htmlToText(const QString &html);

} // namespace signalbox
