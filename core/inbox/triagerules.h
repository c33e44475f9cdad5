// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/inbox/outboundsend.h"
#include "core/inbox/triage.h"

namespace signalbox {

// What a write may say, before anybody looks at the database. Failures are Invalid and name the field.

constexpr qsizetype LongestMessage = 100'000; ///< characters of a mail or a LinkedIn message
constexpr qsizetype LongestSms = 480; ///< three parts of 160 (domain §1.4.4)
constexpr qsizetype LongestSubject = 998; ///< RFC 5322 §2.1.1: one line
constexpr qsizetype MostRecipients = 50; ///< in each of `to` and `cc`
constexpr qsizetype LongestNoteBytes = 10'240;
constexpr qsizetype LongestViewName = 80;
/// A message stays here before it leaves, so that it can be taken back (DESIGN §8.19).
constexpr std::chrono::seconds UndoWindow {8};

/// The eight statuses of domain §1.3.1. Unknown ones survive in the data but nobody sets them.
const QStringList &leadStatuses();

/// Exactly one field, with a value that is known; a snooze lies in the future, at most a year away. A
/// sentiment may come with the status that goes with it, as an undo sends it.
Result<void> checkLeadFields(const LeadFields &set, Instant now);
/// The fields of `expected` must be those of `set`.
Result<void> checkExpected(const LeadFields &set, const LeadFields &expected);
/// Whether a lead stands as the writer saw it.
bool isAsExpected(const LeadState &state, const LeadFields &expected);
/// A tag brings the status of a classification with it (domain §1.3.2), Blacklist "blacklisted" for one; no
/// tag leaves the status alone. A status given explicitly stays as it is.
LeadFields withImpliedStatus(const LeadFields &set);
/// Whether writing would change nothing.
bool isAlready(const LeadState &state, const LeadFields &set);

Result<void> checkMessage(Channel channel, const QString &subject, const QString &body);
/// Addresses for e-mail, numbers for SMS, profiles for LinkedIn; `to` may be empty, `cc` only with e-mail.
Result<void> checkRecipients(Channel channel, const QStringList &to, const QStringList &cc);
Result<void> checkNote(const QString &text);
Result<void> checkView(const SavedView &view);

} // namespace signalbox
