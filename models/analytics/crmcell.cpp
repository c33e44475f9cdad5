// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmcell.h"

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct TextField
{
    const char *field;
    QString CrmRow::*member;
};

constexpr std::array TextFields {
    TextField {"jobTitle", &CrmRow::jobTitle},
    TextField {"leadCategory", &CrmRow::leadCategory},
    TextField {"leadStatus", &CrmRow::leadStatus},
    TextField {"leadType", &CrmRow::leadType},
    TextField {"applicationStatus", &CrmRow::applicationStatus},
    TextField {"notes", &CrmRow::notes},
    TextField {"campaign", &CrmRow::campaign},
    TextField {"email", &CrmRow::leadEmail},
    TextField {"phone", &CrmRow::phoneNumber},
    TextField {"linkedinUrl", &CrmRow::leadLinkedIn},
};

constexpr auto AssigneeField = "assignedToUserId"_L1;

const TextField *findField(QAnyStringView field)
{
    const auto found = std::ranges::find_if(
        TextFields, [&](const TextField &one) { return field == QLatin1StringView(one.field); });
    return found == TextFields.end() ? nullptr : &*found;
}

/// "+49 30 1234-56" and "-3.5" are no formulas.
bool isFigure(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isDigit() || u"+-(). /"_s.contains(c); });
}

QString tsvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@"_s.contains(text.front()) && !isFigure(text))
        text.prepend(u'\'');
    const bool needsQuotes = std::ranges::any_of(
        text, [](QChar c) { return c == u'\t' || c == u'\n' || c == u'\r' || c == u'"'; });
    return needsQuotes ? u'"' + text.replace(u'"', u"\"\""_s) + u'"' : text;
}

} // namespace

CrmEditor crmEditor(int column)
{
    const char *name = crmColumns().at(column).editField;
    if (!name)
        return CrmEditor::None;
    const QLatin1StringView field(name);
    if (field == "notes"_L1)
        return CrmEditor::Notes;
    if (field == "leadCategory"_L1)
        return CrmEditor::Category;
    if (field == "leadStatus"_L1)
        return CrmEditor::Status;
    return field == AssigneeField ? CrmEditor::Assignee : CrmEditor::Line;
}

int crmColumnIndex(QLatin1StringView key)
{
    const QList<CrmColumn> &columns = crmColumns();
    const auto found = std::ranges::find_if(
        columns, [&](const CrmColumn &column) { return key == QLatin1StringView(column.key); });
    return found == columns.cend() ? -1 : static_cast<int>(found - columns.cbegin());
}

QString crmFieldValue(const CrmRow &row, QAnyStringView field)
{
    if (field == AssigneeField)
        return row.assignedTo ? row.assignedTo->toString() : QString();
    const TextField *found = findField(field);
    return found ? row.*(found->member) : QString();
}

void setCrmFieldValue(CrmRow &row, QAnyStringView field, const QString &value, const QString &label)
{
    if (field == AssigneeField) {
        row.assignedTo = UserId::parse(value);
        row.appointmentSetter = row.setters = label; // both say the same (domain §7.8)
        return;
    }
    if (const TextField *found = findField(field))
        row.*(found->member) = value;
}

QString crmTsv(const QList<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i > 0)
                text += u'\t';
            text += tsvCell(row.at(i));
        }
        text += u"\r\n"_s;
    }
    return text;
}

} // namespace signalbox
