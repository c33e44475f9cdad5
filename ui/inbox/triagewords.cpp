// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/triagewords.h"

#include "ui/base/errortext.h"
#include "ui/base/presenter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TriageWrite::Kind;

QString translated(const char *text)
{
    return QCoreApplication::translate("Triage", text);
}

QString changeText(const LeadFields &set, const QString &assignee, const QTimeZone &zone)
{
    if (set.assignedTo)
        return *set.assignedTo ? translated(QT_TRANSLATE_NOOP("Triage", "Assigned to %1")).arg(assignee)
                               : translated(QT_TRANSLATE_NOOP("Triage", "Assigned to nobody"));
    if (set.snoozedUntil)
        return *set.snoozedUntil ? translated(QT_TRANSLATE_NOOP("Triage", "Snoozed until %1"))
                                       .arg(presentMoment(**set.snoozedUntil, zone))
                                 : translated(QT_TRANSLATE_NOOP("Triage", "No longer snoozed"));
    if (set.status)
        return translated(QT_TRANSLATE_NOOP("Triage", "Status: %1")).arg(presentStatus(*set.status).text);
    if (set.sentimentTag)
        return translated(QT_TRANSLATE_NOOP("Triage", "Sentiment: %1"))
            .arg(presentSentiment(*set.sentimentTag).text);
    return {};
}

QString nameOf(const Assignee &assignee)
{
    return assignee.name.isEmpty() ? assignee.email : assignee.name;
}

} // namespace

QTimeZone zoneOf(const Workspace &workspace)
{
    const QTimeZone zone(workspace.timezone.toUtf8());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QString presentMoment(Instant instant, const QTimeZone &zone)
{
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant.time_since_epoch());
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms.count(), zone);
    const QLocale locale;
    return translated(QT_TRANSLATE_NOOP("Triage", "%1, %2"))
        .arg(locale.toString(time.date(), u"ddd d MMM"_s), locale.toString(time.time(), u"HH:mm"_s));
}

QString presentWrite(const TriageWrite &write, const QTimeZone &zone)
{
    switch (write.kind) {
    case Kind::ChangeLead:
        return translated(QT_TRANSLATE_NOOP("Triage", "%1 · %2"))
            .arg(changeText(write.set, nameOf(write.assignee), zone), write.leadName);
    case Kind::ChangeLeads: {
        const int count = static_cast<int>(write.selectionSize);
        return translated(QT_TRANSLATE_NOOP("Triage", "%1 · %2"))
            .arg(changeText(write.set, nameOf(write.assignee), zone),
                QCoreApplication::translate("Triage", "%n conversation(s)", nullptr, count));
    }
    case Kind::Approve:
    case Kind::Send:
        return translated(QT_TRANSLATE_NOOP("Triage", "Reply to %1")).arg(write.leadName);
    case Kind::Unapprove:
    case Kind::CancelSend:
        return translated(QT_TRANSLATE_NOOP("Triage", "Taking back the reply to %1")).arg(write.leadName);
    case Kind::Reject:
        return translated(QT_TRANSLATE_NOOP("Triage", "Draft rejected · %1")).arg(write.leadName);
    case Kind::EditDraft:
        return translated(QT_TRANSLATE_NOOP("Triage", "Draft saved · %1")).arg(write.leadName);
    case Kind::AddNote:
        return translated(QT_TRANSLATE_NOOP("Triage", "Note on %1")).arg(write.leadName);
    case Kind::MarkRead:
        return (write.isRead ? translated(QT_TRANSLATE_NOOP("Triage", "Marked as read · %1"))
                             : translated(QT_TRANSLATE_NOOP("Triage", "Marked as unread · %1")))
            .arg(write.leadName);
    }
    return {};
}

QString presentConflict(const TriageConflict &conflict, const QTimeZone &zone)
{
    const LeadFields &set = conflict.write.set;
    const LeadState &now = conflict.current;
    if (set.assignedTo)
        return now.assignedTo
            ? translated(QT_TRANSLATE_NOOP("Triage", "Meanwhile somebody assigned this to %1."))
                  .arg(now.assignedToName)
            : translated(QT_TRANSLATE_NOOP("Triage", "Meanwhile somebody took the assignment away."));
    if (set.snoozedUntil)
        return now.snoozedUntil
            ? translated(QT_TRANSLATE_NOOP("Triage", "Meanwhile somebody snoozed this until %1."))
                  .arg(presentMoment(*now.snoozedUntil, zone))
            : translated(QT_TRANSLATE_NOOP("Triage", "Meanwhile somebody ended the snooze."));
    if (set.status)
        return translated(QT_TRANSLATE_NOOP("Triage", "Meanwhile somebody set the status to %1."))
            .arg(presentStatus(now.status).text);
    return translated(QT_TRANSLATE_NOOP("Triage", "Meanwhile somebody set the sentiment to %1."))
        .arg(presentSentiment(now.sentimentTag).text);
}

QString presentRefusal(const TriageOutcome &outcome, const QTimeZone &zone)
{
    const TriageWrite &write = outcome.write;
    if (outcome.result == TriageOutcome::Result::Done)
        return {};
    if (outcome.error && outcome.error->code == u"LEAD_BLACKLISTED"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "Not sent: %1 opted out.")).arg(write.leadName);
    if (outcome.result == TriageOutcome::Result::Conflict) {
        switch (write.kind) {
        case Kind::Unapprove:
        case Kind::CancelSend:
            return translated(QT_TRANSLATE_NOOP("Triage", "Too late: the reply to %1 has left."))
                .arg(write.leadName);
        case Kind::Approve:
        case Kind::Reject:
        case Kind::EditDraft:
            return translated(
                QT_TRANSLATE_NOOP("Triage", "Not done: the draft for %1 is another one by now."))
                .arg(write.leadName);
        default:
            return translated(QT_TRANSLATE_NOOP("Triage", "Not done: %1 was changed meanwhile."))
                .arg(write.leadName);
        }
    }
    if (outcome.error && outcome.error->code == u"SELECTION_TOO_LARGE"_s)
        return translated(QT_TRANSLATE_NOOP(
            "Triage", "Not done: these are too many conversations at once. Narrow the list by a filter."));
    const QString why = outcome.error ? explain(*outcome.error).what : QString();
    return translated(QT_TRANSLATE_NOOP("Triage", "Not done: %1. %2")).arg(presentWrite(write, zone), why);
}

QString presentSendError(const QString &code)
{
    if (code == u"NO_ADDRESS"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "the lead has no address for this channel"));
    if (code == u"NO_CHANNEL"_s || code == u"CHANNEL_NOT_CONNECTED"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "no account is connected for this channel"));
    if (code == u"DO_NOT_DISTURB"_s || code == u"DND"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "the lead is on do not disturb"));
    const bool isRefusedForGood = code.startsWith(u"SMTP_5"_s);
    if (isRefusedForGood || code == u"REJECTED"_s || code == u"RECIPIENT_REJECTED"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "the receiving server refused it"));
    return code.isEmpty() ? translated(QT_TRANSLATE_NOOP("Triage", "the reason is not known")) : code;
}

QString presentRefusalCode(const QString &code)
{
    if (code == u"CONFLICT"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "changed by somebody else meanwhile"));
    if (code == u"FORBIDDEN"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "your role may not"));
    if (code == u"NOT_FOUND"_s)
        return translated(QT_TRANSLATE_NOOP("Triage", "no longer in your inbox"));
    return code;
}

} // namespace signalbox
