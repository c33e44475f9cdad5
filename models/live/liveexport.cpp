// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/liveexport.h"

#include "models/live/leadnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const LiveRecord &record, const LeadNames &names)
{
    return record.lead ? names.known(record.lead->lead) : QString();
}

QByteArray cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text.toUtf8();
}

QString changeText(const LiveRecord &record)
{
    QStringList changes;
    for (const LeadFieldChange &change : changesOf(record))
        changes.append(u"%1: %2 → %3"_s.arg(change.field, change.before.isEmpty() ? u"—"_s : change.before,
            change.after.isEmpty() ? u"—"_s : change.after));
    return changes.isEmpty() ? record.text : changes.join(u"; "_s);
}

} // namespace

QByteArray exportJson(const EventFeedModel &events, const LeadNames &names)
{
    QJsonArray records;
    events.forEachMatch(
        [&](quint64, const LiveRecord &record) { records.append(toJson(record, nameOf(record, names))); });
    return QJsonDocument(records).toJson(QJsonDocument::Indented);
}

QByteArray exportCsv(const EventFeedModel &events, const LeadNames &names)
{
    QByteArray text = "\xEF\xBB\xBFreceivedAt,kind,leadId,leadName,change,status,sentimentTag,assignedTo,"
                      "latencyMs,committedAt,isReplay\r\n"_ba;
    events.forEachMatch([&](quint64, const LiveRecord &record) {
        const LeadEvent none;
        const LeadEvent &lead = record.lead ? *record.lead : none;
        const QString setter = lead.assignedTo ? names.knownUser(*lead.assignedTo) : QString();
        const QList<QString> cells {toIsoMicros(record.at), QString(wireName(record.kind)),
            record.lead ? lead.lead.toString() : QString(), nameOf(record, names), changeText(record),
            lead.status, lead.sentimentTag,
            setter.isEmpty() && lead.assignedTo ? lead.assignedTo->toString() : setter,
            record.latency ? QString::number(record.latency->count()) : QString(),
            record.lead ? toIsoMicros(lead.committedAt) : QString(), lead.isReplay ? u"true"_s : QString()};
        QByteArrayList line;
        for (const QString &one : cells)
            line.append(cell(one));
        text += line.join(',') + "\r\n"_ba;
    });
    return text;
}

} // namespace signalbox
