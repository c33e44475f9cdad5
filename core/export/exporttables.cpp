// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporttables.h"

#include "core/analytics/crmcolumns.h"
#include "core/export/tabtables_p.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

void appendPeriod(ExportTable &whole, const ExportTable &part, const QString &period)
{
    for (const QList<Cell> &row : part.rows)
        whole.rows.append(QList<Cell> {period} + row);
}

/// The tables of the window, each followed by the same table of the comparison where there is one.
template <typename Data> QList<ExportTable> tablesOf(const AnalyticsReading<Data> &reading)
{
    const QList<ExportTable> tables = tabTables(reading.data);
    if (!reading.comparison)
        return tables;
    const QList<ExportTable> others = tabTables(*reading.comparison);
    QList<ExportTable> whole;
    for (const ExportTable &table : tables) {
        ExportTable both {table.head, {}};
        both.head.columns.prepend({u"Period"_s, CellType::Text});
        appendPeriod(both, table, u"Window"_s);
        for (const ExportTable &other : others) {
            if (other.head == table.head)
                appendPeriod(both, other, u"Comparison"_s);
        }
        whole.append(both);
    }
    return whole;
}

CellType typeOf(CrmCellType type)
{
    switch (type) {
    case CrmCellType::Text:
        return CellType::Text;
    case CrmCellType::Number:
        return CellType::Integer;
    case CrmCellType::Flag:
        return CellType::Flag;
    case CrmCellType::Time:
        return CellType::Time;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<ExportTable> exportTables(const AnalyticsReading<OverviewData> &reading)
{
    return tablesOf(reading);
}

QList<ExportTable> exportTables(const AnalyticsReading<WorkflowsData> &reading)
{
    return tablesOf(reading);
}

QList<ExportTable> exportTables(const AnalyticsReading<CampaignsData> &reading)
{
    return tablesOf(reading);
}

QList<ExportTable> exportTables(const AnalyticsReading<BookingData> &reading)
{
    return tablesOf(reading);
}

QList<ExportTable> exportTables(const AnalyticsReading<ResponseTimingData> &reading)
{
    return tablesOf(reading);
}

Result<void> writeTables(TableSink &sink, const QList<ExportTable> &tables)
{
    for (const ExportTable &table : tables) {
        if (const auto begun = sink.begin(table.head); !begun)
            return begun;
        for (const QList<Cell> &row : table.rows) {
            if (const auto written = sink.row(row); !written)
                return written;
        }
    }
    return {};
}

TableHead crmTableHead()
{
    TableHead head {u"CRM rows"_s, {}};
    for (const CrmColumn &column : crmColumns()) {
        const CellType type = typeOf(crmCellType(QLatin1StringView(column.key)));
        head.columns.append({QString::fromLatin1(column.title), type});
    }
    return head;
}

QList<Cell> crmCells(const CrmRow &row)
{
    const auto followUp
        = [&row](int index) { return index < row.followUps.size() ? Cell(row.followUps.at(index)) : Cell(); };
    return {cellOf(row.date), row.campaign, row.companyName, row.website, row.firstName, row.lastName,
        row.jobTitle, row.leadEmail, row.leadLinkedIn, row.phoneNumber, cellOf(row.stepResponded),
        row.leadCategory, row.responseType, row.leadStatus, row.channel, row.leadType, row.applicationStatus,
        row.appointmentSetter, row.setterAssignment, row.notes, cellOf(row.initialResponseDate), followUp(0),
        followUp(1), followUp(2), followUp(3), followUp(4), cellOf(row.responseStepComplete),
        cellOf(row.dateOfBooking), cellOf(row.dateOfMeeting), cellOf(row.qualified),
        cellOf(row.followUpDateRequested), row.setters, row.responseMode, cellOf(row.leadScore)};
}

} // namespace signalbox
