// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace signalbox {

// Sentiment tags (domain §1.3.2). They are free text in the data: a tag that is not known here belongs to no
// set, keeps its name and gets the slug `new`. Comparison is exact, as in the schema's lead_categories().

/// The tags a person can be offered, in their canonical order; without the legacy `Positive`.
const QStringList &sentimentTags();

bool isPositiveTag(QStringView tag); ///< the lead wants something; legacy `Positive` counts
bool isAttentionTag(QStringView tag); ///< with an open reply it requires attention (domain §2.2)
bool isDisqualifiedTag(QStringView tag); ///< the score filter `disqualified`
const QStringList &attentionTags();
const QStringList &disqualifiedTags();

/// The slug a row is classified by: `meeting-booked`, …, `new` for everything without one of its own and for
/// no tag.
QLatin1StringView classificationSlug(QStringView tag);

/// The lead status a classification sets (domain §1.3.2): `new` for everything neutral or automatic.
QLatin1StringView statusForTag(QStringView tag);

} // namespace signalbox
