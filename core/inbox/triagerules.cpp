// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/triagerules.h"

#include "core/inbox/sentiment.h"
#include "core/inbox/snoozetimes.h"

#include <QRegularExpression>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Error invalid(QLatin1StringView field, const QString &what)
{
    return Error::invalid(field, field + u' ' + what, u"INVALID_PARAMETER"_s);
}

bool holdsNul(const QString &text)
{
    return text.contains(QChar(u'\0'));
}

// PostgreSQL stores no NUL, and an unpaired surrogate is no text.
bool isStorable(const QString &text)
{
    return !holdsNul(text) && text.isValidUtf16();
}

// Anchored at the very end: `$` would let a line end through, and with it a header of a mail.
bool isMailAddress(const QString &text)
{
    static const QRegularExpression address(QRegularExpression::anchoredPattern(
        u"[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?"_s));
    return text.size() <= 254 && address.match(text).hasMatch() && !text.contains(".."_L1);
}

bool isPhoneNumber(const QString &text)
{
    static const QRegularExpression number(
        QRegularExpression::anchoredPattern(u"\\+?[0-9][0-9 ()./-]{4,30}"_s));
    return number.match(text).hasMatch();
}

bool isProfile(const QString &text)
{
    const auto isSpace = [](QChar character) { return character.isSpace(); };
    return !text.isEmpty() && text.size() <= 500 && std::none_of(text.begin(), text.end(), isSpace);
}

bool isRecipient(Channel channel, const QString &text)
{
    if (!isStorable(text))
        return false;
    switch (channel) {
    case Channel::Email:
        return isMailAddress(text);
    case Channel::Sms:
        return isPhoneNumber(text);
    case Channel::LinkedIn:
        return isProfile(text);
    }
    Q_UNREACHABLE();
}

Result<void> checkList(QLatin1StringView field, Channel channel, const QStringList &recipients)
{
    if (recipients.size() > MostRecipients)
        return invalid(field, u"has more than %1 recipients"_s.arg(MostRecipients));
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        if (!isRecipient(channel, recipients.at(i)))
            return Error::invalid(u"%1[%2]"_s.arg(field).arg(i),
                u"%1[%2] is no address of this channel"_s.arg(field).arg(i), u"INVALID_PARAMETER"_s);
    }
    return {};
}

int countOf(const LeadFields &fields)
{
    return int(fields.assignedTo.has_value()) + int(fields.snoozedUntil.has_value())
        + int(fields.status.has_value()) + int(fields.sentimentTag.has_value());
}

} // namespace

const QStringList &leadStatuses()
{
    static const QStringList statuses {u"new"_s, u"qualified"_s, u"unqualified"_s, u"meeting-requested"_s,
        u"meeting-booked"_s, u"not-interested"_s, u"blacklisted"_s, u"needs_repair"_s};
    return statuses;
}

Result<void> checkLeadFields(const LeadFields &set, Instant now)
{
    const bool isTagWithStatus = set.sentimentTag && set.status && countOf(set) == 2;
    if (countOf(set) != 1 && !isTagWithStatus)
        return Error::invalid(u"set"_s, u"exactly one field is changed at a time"_s, u"INVALID_PARAMETER"_s);
    if (set.status && !leadStatuses().contains(*set.status))
        return invalid("status"_L1, u"has an unknown value"_s);
    const QString tag = set.sentimentTag.value_or(QString());
    if (!tag.isEmpty() && tag != "Positive"_L1 && !sentimentTags().contains(tag))
        return invalid("sentimentTag"_L1, u"has an unknown value"_s);
    if (!set.snoozedUntil || !*set.snoozedUntil)
        return {};
    if (**set.snoozedUntil <= now)
        return invalid("snoozedUntil"_L1, u"has passed"_s);
    if (**set.snoozedUntil > now + LongestSnooze)
        return invalid("snoozedUntil"_L1, u"is more than a year away"_s);
    return {};
}

Result<void> checkExpected(const LeadFields &set, const LeadFields &expected)
{
    const bool isComplete = (!set.assignedTo || expected.assignedTo)
        && (!set.snoozedUntil || expected.snoozedUntil) && (!set.sentimentTag || expected.sentimentTag)
        && (!set.status || expected.status || set.sentimentTag);
    if (!isComplete)
        return Error::invalid(u"expected"_s,
            u"expected must hold the field that is changed, as it was seen"_s, u"EXPECTED_REQUIRED"_s);
    return {};
}

bool isAsExpected(const LeadState &state, const LeadFields &expected)
{
    return (!expected.assignedTo || *expected.assignedTo == state.assignedTo)
        && (!expected.snoozedUntil || *expected.snoozedUntil == state.snoozedUntil)
        && (!expected.status || *expected.status == state.status)
        && (!expected.sentimentTag || *expected.sentimentTag == state.sentimentTag);
}

LeadFields withImpliedStatus(const LeadFields &set)
{
    LeadFields whole = set;
    if (set.sentimentTag && !set.sentimentTag->isEmpty() && !set.status)
        whole.status = QString(statusForTag(*set.sentimentTag));
    return whole;
}

bool isAlready(const LeadState &state, const LeadFields &set)
{
    return isAsExpected(state, set);
}

Result<void> checkMessage(Channel channel, const QString &subject, const QString &body)
{
    if (body.trimmed().isEmpty())
        return invalid("body"_L1, u"is empty"_s);
    const qsizetype longest = channel == Channel::Sms ? LongestSms : LongestMessage;
    if (body.size() > longest)
        return invalid("body"_L1, u"has %1 characters of at most %2"_s.arg(body.size()).arg(longest));
    if (!isStorable(body))
        return invalid("body"_L1, u"is no text"_s);
    if (subject.size() > LongestSubject)
        return invalid(
            "subject"_L1, u"has %1 characters of at most %2"_s.arg(subject.size()).arg(LongestSubject));
    if (!isStorable(subject) || subject.contains(u'\n') || subject.contains(u'\r'))
        return invalid("subject"_L1, u"is not one line of text"_s);
    if (channel != Channel::Email && !subject.isEmpty())
        return invalid("subject"_L1, u"belongs to e-mail"_s);
    return {};
}

Result<void> checkRecipients(Channel channel, const QStringList &to, const QStringList &cc)
{
    if (channel != Channel::Email && !cc.isEmpty())
        return invalid("cc"_L1, u"belongs to e-mail"_s);
    if (const auto checked = checkList("to"_L1, channel, to); !checked)
        return checked;
    return checkList("cc"_L1, channel, cc);
}

Result<void> checkNote(const QString &text)
{
    if (text.trimmed().isEmpty())
        return invalid("text"_L1, u"is empty"_s);
    if (!isStorable(text))
        return invalid("text"_L1, u"is no text"_s);
    if (const qsizetype bytes = text.toUtf8().size(); bytes > LongestNoteBytes)
        return invalid("text"_L1, u"has %1 bytes of at most %2"_s.arg(bytes).arg(LongestNoteBytes));
    return {};
}

Result<void> checkView(const SavedView &view)
{
    if (view.name.trimmed().isEmpty() || view.name.size() > LongestViewName || !isStorable(view.name))
        return invalid("name"_L1, u"must have 1 to %1 characters"_s.arg(LongestViewName));
    if (view.position < 0 || view.position > 10'000)
        return invalid("position"_L1, u"must lie between 0 and 10000"_s);
    return {};
}

} // namespace signalbox
