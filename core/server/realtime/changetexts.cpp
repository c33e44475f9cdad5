// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/changetexts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr LeadColumns IdOnly = 1U << int(LeadColumn::Id);

QByteArray quoted(const QByteArray &utf8)
{
    const auto isPlain = [](char c) { return uchar(c) >= 0x20 && c != '"' && c != '\\'; };
    if (std::ranges::all_of(utf8, isPlain))
        return '"' + utf8 + '"';
    const QByteArray array
        = QJsonDocument(QJsonArray {QString::fromUtf8(utf8)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

/// `2026-02-18 05:52:00.1234+00` as `2026-02-18T05:52:00.123Z`; what PostgreSQL writes otherwise (infinity)
/// stays.
QByteArray isoTime(const QByteArray &text)
{
    constexpr qsizetype SecondsEnd = 19;
    constexpr qsizetype Millis = 3;
    if (text.size() < SecondsEnd + 3 || text.at(4) != '-' || text.at(10) != ' ' || !text.endsWith("+00"))
        return text;
    QByteArray iso = text.first(SecondsEnd);
    iso[10] = 'T';
    QByteArray fraction = text.sliced(SecondsEnd).chopped(3);
    fraction = fraction.startsWith('.') ? fraction.sliced(1) : QByteArray();
    return iso + '.' + fraction.leftJustified(Millis, '0', true) + 'Z';
}

QByteArray wireValue(const LeadColumnName &name, const std::optional<QByteArray> &value)
{
    if (!value)
        return "null"_ba;
    if (name.type == "int4"_L1)
        return *value;
    return quoted(name.type == "timestamptz"_L1 ? isoTime(*value) : *value);
}

void appendMember(QByteArray &object, QLatin1StringView name, const QByteArray &value)
{
    object += object.endsWith('{') ? "\"" : ",\"";
    object += QByteArrayView(name.data(), name.size());
    object += "\":";
    object += value;
}

QByteArray idText(const QUuid &id)
{
    return id.isNull() ? "null"_ba : '"' + id.toByteArray(QUuid::WithoutBraces) + '"';
}

QByteArray columnList(LeadColumns columns)
{
    QByteArray list = "[";
    for (const LeadColumnName &name : leadColumns()) {
        if (!(columns & 1U << int(name.column)))
            continue;
        list += list.size() > 1 ? ",{\"name\":\"" : "{\"name\":\"";
        list += QByteArrayView(name.wire.data(), name.wire.size());
        list += "\",\"type\":\"";
        list += QByteArrayView(name.type.data(), name.type.size());
        list += "\"}";
    }
    return list + ']';
}

} // namespace

QLatin1StringView ChangeTexts::type() const
{
    return m_change.kind == LeadChange::Kind::Inserted ? "INSERT"_L1 : "UPDATE"_L1;
}

const QByteArray &ChangeTexts::data(ChangeView view, LeadColumns columns)
{
    QByteArray &text = m_written[{int(view), columns}];
    if (text.isEmpty())
        text = write(view, columns);
    return text;
}

QByteArray ChangeTexts::write(ChangeView view, LeadColumns asked) const
{
    const LeadColumns columns = view == ChangeView::Left ? IdOnly : asked;
    QByteArray record = "{";
    for (const LeadColumnName &name : leadColumns()) {
        if (columns & 1U << int(name.column))
            appendMember(record, name.wire, wireValue(name, m_change.value(name.column)));
    }
    QByteArray text;
    text.reserve(record.size() + 1200);
    text = R"({"schema":"public","table":"Lead","commit_timestamp":")"
        + toIso(m_change.committedAt).toLatin1() + R"(","type":")" + type().data() + R"(","columns":)"
        + columnList(columns) + R"(,"record":)" + record + '}';
    if (m_change.kind == LeadChange::Kind::Updated) {
        QByteArray old = "{";
        appendMember(old, "id"_L1, idText(m_change.id.value));
        if (view == ChangeView::Whole) {
            const LeadScope &keys = m_change.before ? *m_change.before : m_change.scope;
            if (columns & 1U << int(LeadColumn::Workspace))
                appendMember(old, "clientId"_L1, idText(keys.workspace.value));
            if (columns & 1U << int(LeadColumn::Assignee))
                appendMember(old, "assignedToUserId"_L1, idText(keys.assignee.value));
        }
        text += ",\"old_record\":" + old + '}';
    }
    text += view == ChangeView::Left ? R"(,"errors":["Error 401: Unauthorized"])" : R"(,"errors":null)";
    return text + R"(,"seq":")" + m_change.position.toText() + "\"}";
}

} // namespace signalbox
