// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/livewords.h"

#include "models/live/leadnames.h"
#include "ui/base/presenter.h"
#include "ui/shell/linkwatch.h"

#include <QCoreApplication>
#include <QDateTime>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Live", text);
}

QString none()
{
    return u"—"_s;
}

QString presentState(const LiveRecord &record)
{
    QString text;
    switch (record.state) {
    case FeedStatus::State::Stopped:
        return {};
    case FeedStatus::State::Connecting:
        text = presentLinkState(LinkStatus::State::Connecting);
        break;
    case FeedStatus::State::Live:
        text = presentLinkState(LinkStatus::State::Live);
        break;
    case FeedStatus::State::Polling:
        text = presentLinkState(LinkStatus::State::Polling);
        break;
    case FeedStatus::State::Offline:
        text = presentLinkState(LinkStatus::State::Offline);
        break;
    case FeedStatus::State::Refused:
        text = presentLinkState(LinkStatus::State::Refused);
        break;
    }
    const QString reason = presentFeedReason(record.text);
    return reason.isEmpty() ? text : text + u": "_s + reason;
}

/// An update whose lead was not heard of before: what it is now.
QString presentLead(const LeadEvent &event)
{
    QStringList parts;
    if (!event.sentimentTag.isEmpty())
        parts.append(presentSentiment(event.sentimentTag).text);
    if (!event.status.isEmpty())
        parts.append(presentStatus(event.status).text);
    return parts.join(u", "_s);
}

QString presentUpdate(const LiveRecord &record, LeadNames &names)
{
    if (!record.before)
        return presentLead(*record.lead);
    QStringList parts;
    for (const LeadFieldChange &change : changesOf(record)) {
        if (change.field == "lastInboundAt"_L1 || change.field == "lastOutboundAt"_L1) {
            parts.prepend(change.field == "lastInboundAt"_L1
                    ? say(QT_TRANSLATE_NOOP("Live", "wrote"))
                    : say(QT_TRANSLATE_NOOP("Live", "was written to")));
        } else if (change.field == "lastMessageAt"_L1 || change.field == "lastMessageDirection"_L1) {
            continue; // a message says it better
        } else {
            parts.append(
                say(QT_TRANSLATE_NOOP("Live", "%1 %2 → %3"))
                    .arg(presentLeadField(change.field), presentLeadValue(change.field, change.before, names),
                        presentLeadValue(change.field, change.after, names)));
        }
    }
    return parts.isEmpty() ? say(QT_TRANSLATE_NOOP("Live", "touched, nothing of these fields changed"))
                           : parts.join(u" · "_s);
}

} // namespace

QString presentMoment(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(instant.time_since_epoch()).count())
        .time()
        .toString(u"HH:mm:ss.zzz"_s);
}

QString presentDuration(milliseconds duration)
{
    if (duration < 1s)
        return QCoreApplication::translate("Live", "%1 ms").arg(duration.count());
    if (duration < 1min)
        return QCoreApplication::translate("Live", "%1 s")
            .arg(QLocale().toString(double(duration.count()) / 1000, 'f', 1));
    return presentAge(floor<seconds>(duration));
}

QString presentBytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString presentWho(const LiveRecord &record, LeadNames &names)
{
    if (!record.lead)
        return {};
    const QString name = names.want(record.lead->lead);
    return name.isEmpty()
        ? QCoreApplication::translate("Live", "Lead %1").arg(record.lead->lead.toString().left(8))
        : name;
}

QString presentSetter(const LiveRecord &record, LeadNames &names)
{
    if (!record.lead || !record.lead->assignedTo)
        return {};
    const QString name = names.wantUser(*record.lead->assignedTo);
    return name.isEmpty() ? record.lead->assignedTo->toString().left(8) : name;
}

QString presentChange(const LiveRecord &record, LeadNames &names)
{
    switch (record.kind) {
    case LiveKind::LeadInserted: {
        const QString lead = presentLead(*record.lead);
        return lead.isEmpty() ? say(QT_TRANSLATE_NOOP("Live", "new"))
                              : QCoreApplication::translate("Live", "new: %1").arg(lead);
    }
    case LiveKind::LeadUpdated:
        return presentUpdate(record, names);
    case LiveKind::LeadLeft:
        return say(QT_TRANSLATE_NOOP("Live", "left what you may see"));
    case LiveKind::Counts:
        return QCoreApplication::translate("Live", "counts are of version %1").arg(record.text);
    case LiveKind::Heartbeat:
        return say(QT_TRANSLATE_NOOP("Live", "answered"));
    case LiveKind::Gap:
        return QCoreApplication::translate("Live", "%1 without the feed")
            .arg(presentDuration(record.duration.value_or(0ms)));
    case LiveKind::Resync:
        return QCoreApplication::translate("Live", "everything was read again: %1")
            .arg(presentResyncReason(record.text));
    case LiveKind::State:
        return presentState(record);
    }
    return {};
}

QString presentGroup(const LiveRow &row, LiveKind kind)
{
    switch (kind) {
    case LiveKind::LeadInserted:
        return QCoreApplication::translate("Live", "%Ln new lead(s) in this second", nullptr, row.count);
    case LiveKind::LeadLeft:
        return QCoreApplication::translate("Live", "%Ln lead(s) left in this second", nullptr, row.count);
    case LiveKind::LeadUpdated:
        return QCoreApplication::translate("Live", "%Ln update(s) in this second", nullptr, row.count);
    default:
        return QCoreApplication::translate("Live", "%Ln event(s) in this second", nullptr, row.count);
    }
}

QString presentLatency(const LiveRecord &record)
{
    if (!record.latency)
        return record.lead && record.lead->isReplay ? QCoreApplication::translate("Live", "replay") : none();
    return record.isClockOff ? u"0*"_s : QLocale().toString(qint64(record.latency->count()));
}

QString presentLeadField(QLatin1StringView field)
{
    if (field == "status"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "status"));
    if (field == "sentimentTag"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "sentiment"));
    if (field == "assignedToUserId"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "setter"));
    if (field == "overallScore"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "score"));
    if (field == "snoozedUntil"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "snoozed until"));
    if (field == "lastInboundAt"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "last wrote"));
    if (field == "lastOutboundAt"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "last written to"));
    if (field == "lastMessageAt"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "last message"));
    if (field == "lastMessageDirection"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "direction"));
    return field;
}

QString presentLeadValue(QLatin1StringView field, const QString &value, LeadNames &names)
{
    if (value.isEmpty())
        return none();
    if (field == "sentimentTag"_L1)
        return presentSentiment(value).text;
    if (field == "status"_L1)
        return presentStatus(value).text;
    if (field == "assignedToUserId"_L1) {
        const auto user = UserId::parse(value);
        const QString name = user ? names.wantUser(*user) : QString();
        return name.isEmpty() ? value.left(8) : name;
    }
    if (const auto instant = parseIso(value); instant && field.endsWith("At"_L1))
        return presentMoment(*instant);
    if (const auto instant = parseIso(value); instant && field == "snoozedUntil"_L1)
        return presentExactTime(*instant, QLocale());
    return value;
}

ColorRole kindTone(const LiveRecord &record)
{
    switch (record.kind) {
    case LiveKind::LeadInserted:
        return ColorRole::Ok;
    case LiveKind::LeadUpdated:
        return ColorRole::Info;
    case LiveKind::LeadLeft:
    case LiveKind::Gap:
    case LiveKind::Resync:
        return ColorRole::Warn;
    case LiveKind::Counts:
        return ColorRole::Text2;
    case LiveKind::Heartbeat:
        return ColorRole::Text3;
    case LiveKind::State:
        break;
    }
    switch (record.state) {
    case FeedStatus::State::Live:
        return ColorRole::Ok;
    case FeedStatus::State::Offline:
    case FeedStatus::State::Refused:
        return ColorRole::Danger;
    case FeedStatus::State::Polling:
        return ColorRole::Warn;
    case FeedStatus::State::Stopped:
    case FeedStatus::State::Connecting:
        break;
    }
    return ColorRole::Text2;
}

ColorRole latencyTone(const LiveRecord &record)
{
    if (!record.latency)
        return ColorRole::Text3;
    if (*record.latency > 2s)
        return ColorRole::Danger;
    return *record.latency > 500ms || record.isClockOff ? ColorRole::Warn : ColorRole::Text2;
}

QString explainFilterError(const Error &error)
{
    if (error.code == "UNKNOWN_FIELD"_L1)
        return QCoreApplication::translate(
            "Live", "There is no field “%1”: kind, setter, status, sentiment, lead, latency and is are known")
            .arg(error.field);
    if (error.code == "UNKNOWN_KIND"_L1)
        return QCoreApplication::translate("Live", "There is no kind “%1”").arg(error.field);
    if (error.code == "UNKNOWN_FLAG"_L1)
        return QCoreApplication::translate("Live", "“is:” knows replay, not “%1”").arg(error.field);
    if (error.code == "NOT_A_LATENCY"_L1)
        return QCoreApplication::translate("Live", "“%1” is no latency: >500, <=80 or 100..500, in ms")
            .arg(error.field);
    if (error.code == "NO_VALUE"_L1)
        return QCoreApplication::translate("Live", "“%1” has no value yet").arg(error.field);
    return QCoreApplication::translate("Live", "A quote is not closed");
}

QString presentResyncReason(const QString &code)
{
    if (code == "too_old"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "away for too long"));
    if (code == "epoch"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "the service began a new history"));
    if (code == "gap"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "events were missing"));
    if (code == "unreadable"_L1)
        return say(QT_TRANSLATE_NOOP("Live", "an event could not be read"));
    return code;
}

} // namespace signalbox
