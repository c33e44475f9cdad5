// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmwire.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QJsonObject encodeCrmEdit(const CrmEdit &edit)
{
    QJsonObject object {
        {u"id"_s, edit.row.toString(QUuid::WithoutBraces)},
        {u"field"_s, edit.field},
        {u"value"_s, nullableText(edit.value)},
        {u"expectedUpdatedAt"_s, wireInstant(edit.expectedUpdatedAt)},
        {u"updateAutomation"_s, edit.updateAutomation},
    };
    if (edit.expectedValue)
        object.insert("expectedValue"_L1, nullableText(*edit.expectedValue));
    return object;
}

Result<CrmEdit> decodeCrmEdit(const QJsonObject &body)
{
    JsonFields fields(body);
    CrmEdit edit;
    edit.row = fields.uuid("id"_L1);
    edit.field = fields.text("field"_L1);
    edit.value = fields.optionalText("value"_L1);
    edit.expectedUpdatedAt = fields.instant("expectedUpdatedAt"_L1);
    if (body.contains("expectedValue"_L1))
        edit.expectedValue = fields.optionalText("expectedValue"_L1);
    edit.updateAutomation = fields.flag("updateAutomation"_L1, false);
    if (fields.error())
        return *fields.error();
    return edit;
}

QJsonObject encodeCrmEditOutcome(const CrmEditOutcome &outcome)
{
    return {
        {u"success"_s, !outcome.isConflict},
        {u"conflict"_s, outcome.isConflict},
        {u"row"_s, encodeCrmRow(outcome.row)},
    };
}

Result<CrmEditOutcome> decodeCrmEditOutcome(const QJsonObject &body)
{
    JsonFields fields(body);
    const bool isConflict = fields.flag("conflict"_L1, false);
    const QJsonObject object = fields.object("row"_L1);
    if (fields.error())
        return *fields.error();
    auto row = decodeCrmRow(object);
    if (!row)
        return row.error();
    return CrmEditOutcome {isConflict, *std::move(row)};
}

QJsonObject encodeCrmAssignees(const QList<CrmAssignee> &assignees)
{
    QJsonArray data;
    for (const CrmAssignee &assignee : assignees)
        data.append(QJsonObject {{u"userId"_s, assignee.user.toString()}, {u"email"_s, assignee.email}});
    return {{u"success"_s, true}, {u"data"_s, data}};
}

Result<QList<CrmAssignee>> decodeCrmAssignees(const QJsonObject &body)
{
    JsonFields fields(body);
    QList<CrmAssignee> assignees;
    const QJsonArray data = fields.array("data"_L1);
    for (qsizetype i = 0; i < data.size(); ++i) {
        JsonFields item(data.at(i).toObject(), u"data[%1]"_s.arg(i));
        assignees.append({UserId {item.uuid("userId"_L1)}, item.text("email"_L1)});
        fields.adopt(item.error());
    }
    if (fields.error())
        return *fields.error();
    return assignees;
}

} // namespace signalbox
