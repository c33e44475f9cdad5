// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/inbox/inboxquery.h"
#include "ui/base/icons.h"

#include <QLocale>
#include <QTimeZone>

namespace signalbox {

/// The five tones a state can have (ux §14). Never alone: a glyph and a word stand beside it.
enum class Tone
{
    GoingWell,
    Asks,
    Quiet,
    Waiting,
    No
};

/// A word of the domain as a person sees it.
struct Label
{
    QString text;
    Tone tone = Tone::Quiet;
    IconName glyph = IconName::None;
};

/// Text and ground of a chip in a tone; the pairs of ux §14, all at least 4.5:1.
ColorRole toneText(Tone tone);
ColorRole toneGround(Tone tone);

// Values that nobody has heard of are shown as they are: they survive (domain §1.3.1).
Label presentSentiment(const QString &tag); ///< domain §1.3.2; empty: "Not classified"
Label presentStatus(const QString &status); ///< domain §1.3.1
Label presentCategory(InboxCategory category);
Label presentChannel(Channel channel);
QString presentRole(const QString &role);
Label presentScore(std::optional<int> score); ///< 0…4; none: "–"

/// "now", "3 min", "14:02", "Tue 17 Feb", "17 Feb 2025": short, for a list's edge (relative under an hour, ux
/// §14).
QString presentTime(Instant instant, Instant now, const QLocale &locale);
/// "17 February 2026 14:02:11 CET", for tooltips; in a zone, else the machine's.
QString presentExactTime(Instant instant, const QLocale &locale, const QTimeZone &zone = {});
/// "14:02", of today.
QString presentClock(Instant instant, const QLocale &locale);
/// "3 s", "4 min", "2 h", "5 days".
QString presentAge(std::chrono::seconds age);
/// Grouped by the locale; more than 99,999 is shortened only where `isTight`.
QString presentCount(qint64 count, const QLocale &locale, bool isTight = false);

} // namespace signalbox
