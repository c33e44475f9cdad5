// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// TriageDesk: the cards one chooses from.
#include "core/inbox/sentiment.h"
#include "core/inbox/snoozetimes.h"
#include "models/inbox/inboxmodel.h"
#include "models/inbox/triagemodel.h"
#include "ui/base/errortext.h"
#include "ui/inbox/choicepicker.h"
#include "ui/inbox/conversationhead.h"
#include "ui/inbox/conversationpane.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/triagedesk.h"
#include "ui/inbox/triagewords.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// The statuses a person may set (domain §1.3.1).
const QStringList EditableStatuses {
    u"new"_s, u"qualified"_s, u"unqualified"_s, u"meeting-booked"_s, u"not-interested"_s, u"blacklisted"_s};

QString snoozeText(SnoozeChoice::Id id)
{
    switch (id) {
    case SnoozeChoice::Id::LaterToday:
        return TriageDesk::tr("Later today");
    case SnoozeChoice::Id::ThisEvening:
        return TriageDesk::tr("This evening");
    case SnoozeChoice::Id::Tomorrow:
        return TriageDesk::tr("Tomorrow");
    case SnoozeChoice::Id::NextMonday:
        return TriageDesk::tr("Next Monday");
    case SnoozeChoice::Id::InAWeek:
        return TriageDesk::tr("In a week");
    }
    return {};
}

QString snoozeProblem(const QString &code)
{
    if (code == u"SNOOZE_PAST"_s)
        return TriageDesk::tr("That is in the past");
    if (code == u"SNOOZE_TOO_FAR"_s)
        return TriageDesk::tr("That is more than a year away");
    return TriageDesk::tr("Try: fri 14:30, in 3 days, 24 dec");
}

QVariant value(Instant instant)
{
    return QVariant::fromValue(static_cast<qlonglong>(instant.time_since_epoch().count()));
}

QList<Choice> snoozeLines(const QString &typed, Instant now, const QTimeZone &zone, bool isSnoozed)
{
    QList<Choice> lines;
    if (!typed.isEmpty()) {
        if (const auto until = parseSnoozeText(typed, now, zone))
            lines.append(
                {.text = presentMoment(*until, zone), .icon = IconName::Clock, .value = value(*until)});
        else
            lines.append({.text = snoozeProblem(until.error().code), .icon = IconName::Info});
        return lines;
    }
    for (const SnoozeChoice &choice : snoozeChoices(now, zone))
        lines.append({.text = snoozeText(choice.id),
            .detail = presentMoment(choice.until, zone),
            .icon = choice.id == SnoozeChoice::Id::ThisEvening ? IconName::Moon : IconName::Clock,
            .value = value(choice.until)});
    if (isSnoozed)
        lines.append({.text = TriageDesk::tr("End the snooze"),
            .icon = IconName::Sun,
            .value = QVariant::fromValue<qlonglong>(0),
            .beginsGroup = true});
    return lines;
}

QList<Choice> peopleLines(
    const QList<Assignee> &people, UserId me, std::optional<UserId> current, const QString &typed)
{
    QList<Choice> lines;
    for (const Assignee &person : people) {
        const bool isMe = person.user == me;
        const QString name = person.name.isEmpty() ? person.email : person.name;
        lines.append({.text = isMe ? TriageDesk::tr("%1 (me)").arg(name) : name,
            .detail = presentRole(person.role),
            .icon = IconName::Person,
            .value = person.user.toString(),
            .isCurrent = current == person.user});
    }
    std::ranges::stable_sort(lines, [me](const Choice &a, const Choice &b) {
        const bool isMeA = a.value.toString() == me.toString();
        const bool isMeB = b.value.toString() == me.toString();
        return isMeA != isMeB ? isMeA : QString::localeAwareCompare(a.text, b.text) < 0;
    });
    lines.append({.text = TriageDesk::tr("Nobody"),
        .icon = IconName::Minus,
        .value = u"nobody"_s,
        .isCurrent = !current,
        .beginsGroup = typed.isEmpty()});
    return matching(lines, typed);
}

} // namespace

void TriageDesk::loadAssignees()
{
    m_pendingAssignees = m_parts.services.triage.fetchAssignees(m_page.workspace().id);
    deliver(m_pendingAssignees, this, [this](const Result<QList<Assignee>> &answer) {
        m_assigneesError = answer ? std::nullopt : std::optional(answer.error());
        if (answer)
            m_parts.pane.head().setPeople(m_assignees = *answer);
        if (m_picker && m_picker->isOpen())
            m_picker->reload();
    });
}

void TriageDesk::nameSetter()
{
    const auto &detail = m_parts.thread.detail();
    const bool isAsked = !m_assignees.isEmpty() || m_assigneesError || m_pendingAssignees.isPending();
    if (detail && !detail->conversation.lead.assignedToEmail.isEmpty() && !isAsked && mayWrite())
        loadAssignees();
}

void TriageDesk::assign()
{
    const auto one = target();
    if (!mayWrite() || (!one && !m_parts.view.hasTicks()))
        return;
    loadAssignees(); // those from before are shown meanwhile
    const bool isOne = !m_parts.view.hasTicks();
    const auto shown = isOne ? std::optional(m_parts.services.writes.overlay().shown(*one)) : std::nullopt;
    const auto lines = [this, shown](const QString &typed) {
        if (m_assignees.isEmpty()) {
            const QString text
                = m_assigneesError ? explain(*m_assigneesError).what : tr("Reading the people…");
            return QList<Choice> {{.text = text, .icon = IconName::Info}};
        }
        const auto current = shown ? shown->lead.assignedTo : std::optional(UserId());
        return peopleLines(m_assignees, m_page.context().identity.user, current, typed);
    };
    picker().openWith(
        {tr("Assign to"), tr("Nobody has this in the name."), describeTarget()}, lines,
        [this](const QVariant &chosen) {
            LeadFields fields;
            const auto user = UserId::parse(chosen.toString());
            fields.assignedTo.emplace(user);
            const auto person = std::ranges::find(m_assignees, user.value_or(UserId()), &Assignee::user);
            set(fields, person == m_assignees.end() ? Assignee() : *person);
        },
        anchorOf(u"inbox.assign"_s));
}

void TriageDesk::snooze()
{
    const auto one = target();
    if (!mayWrite() || (!one && !m_parts.view.hasTicks()))
        return;
    const QTimeZone zone = zoneOf(m_page.workspace());
    const bool isSnoozed = m_parts.view.hasTicks()
        || m_parts.services.writes.overlay().shown(*one).lead.snoozedUntil.has_value();
    const auto lines = [this, zone, isSnoozed](const QString &typed) {
        return snoozeLines(typed, m_page.context().clock.now(), zone, isSnoozed);
    };
    picker().openWith(
        {tr("fri 14:30, in 3 days, 24 dec"), {}, tr("Times of %1").arg(QString::fromUtf8(zone.id()))}, lines,
        [this](const QVariant &chosen) {
            const Instant until {Instant::duration(chosen.toLongLong())};
            LeadFields fields;
            fields.snoozedUntil.emplace(
                chosen.toLongLong() == 0 ? std::nullopt : std::optional<Instant>(until));
            set(fields);
        },
        anchorOf(u"inbox.snooze"_s));
}

void TriageDesk::chooseStatus()
{
    const auto one = target();
    if (!mayWrite() || (!one && !m_parts.view.hasTicks()))
        return;
    const QString current
        = m_parts.view.hasTicks() ? QString() : m_parts.services.writes.overlay().shown(*one).lead.status;
    const auto lines = [current](const QString &typed) {
        QList<Choice> choices;
        for (const QString &status : EditableStatuses) {
            const Label label = presentStatus(status);
            choices.append({.text = label.text,
                .icon = label.glyph,
                .tone = label.tone,
                .value = status,
                .isCurrent = status == current});
        }
        return matching(choices, typed);
    };
    picker().openWith(
        {tr("Set the status"), tr("No status has this in its name."), describeTarget()}, lines,
        [this](const QVariant &chosen) {
            LeadFields fields;
            fields.status = chosen.toString();
            if (chosen.toString() == u"blacklisted"_s)
                blacklist(); // asks first
            else
                set(fields);
        },
        anchorOf(u"inbox.status"_s));
}

void TriageDesk::chooseSentiment()
{
    const auto one = target();
    if (!mayWrite() || (!one && !m_parts.view.hasTicks()))
        return;
    const QString current
        = m_parts.view.hasTicks() ? QString() : m_parts.services.writes.overlay().shown(*one).sentimentTag;
    const auto lines = [current](const QString &typed) {
        QList<Choice> choices;
        // By tone (ux §14), in the canonical order within each.
        for (const Tone tone : {Tone::GoingWell, Tone::Asks, Tone::Waiting, Tone::Quiet, Tone::No}) {
            bool begins = !choices.isEmpty() && typed.isEmpty();
            for (const QString &tag : sentimentTags()) {
                const Label label = presentSentiment(tag);
                if (label.tone != tone)
                    continue;
                choices.append({.text = label.text,
                    .icon = label.glyph,
                    .tone = tone,
                    .value = tag,
                    .isCurrent = tag == current,
                    .beginsGroup = std::exchange(begins, false)});
            }
        }
        return matching(choices, typed);
    };
    picker().openWith(
        {tr("Set the sentiment"), tr("No sentiment has this in its name."), describeTarget()}, lines,
        [this](const QVariant &chosen) {
            LeadFields fields;
            fields.sentimentTag = chosen.toString();
            set(fields);
        },
        anchorOf(u"inbox.sentiment"_s));
}

/// Which leads a bulk action left as they were, and why; choosing one opens it.
void TriageDesk::showRefused(const BulkOutcome &outcome)
{
    QList<LeadId> leads;
    for (const BulkOutcome::Refusal &refusal : outcome.refused)
        leads.append(refusal.lead);
    constexpr qsizetype MostNames = 200;
    m_pendingNames = m_parts.services.triage.fetchLeadNames(m_page.workspace().id, leads.mid(0, MostNames));
    deliver(m_pendingNames, this, [this, outcome](const Result<QHash<LeadId, QString>> &names) {
        const QHash<LeadId, QString> known = names ? *names : QHash<LeadId, QString>();
        const auto lines = [outcome, known](const QString &typed) {
            QList<Choice> choices;
            for (const BulkOutcome::Refusal &refusal : outcome.refused)
                choices.append({.text = known.value(refusal.lead, tr("A conversation that you cannot see")),
                    .detail = presentRefusalCode(refusal.code),
                    .icon = IconName::Alert,
                    .tone = Tone::Waiting,
                    .value = refusal.lead.toString()});
            return matching(choices, typed);
        };
        const int count = static_cast<int>(outcome.refused.size());
        picker().openWith({tr("%n not changed", nullptr, count), tr("None has this in its name."),
                              tr("Enter opens the conversation.")},
            lines, [this](const QVariant &chosen) {
                if (const auto lead = LeadId::parse(chosen.toString()))
                    Q_EMIT openRequested(*lead);
            });
    });
}

} // namespace signalbox
