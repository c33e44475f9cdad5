// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcolumns.h"
#include "core/export/exportabout.h"
#include "core/export/exporttables.h"
#include "tests/core/export/office.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Whether every row has a cell a column, and every cell the column's type.
QString misfit(const QList<ExportTable> &tables)
{
    for (const ExportTable &table : tables) {
        for (const QList<Cell> &row : table.rows) {
            if (row.size() != table.head.columns.size())
                return table.head.name;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const CellType type = table.head.columns.at(i).type;
                const size_t kind = row.at(i).index();
                const bool fits = kind == 0 || (type == CellType::Text && kind == 1)
                    || (type == CellType::Integer && kind == 2)
                    || ((type == CellType::Decimal || type == CellType::Percent) && kind == 3)
                    || (type == CellType::Time && kind == 4) || (type == CellType::Flag && kind == 5);
                if (!fits)
                    return table.head.name + u": "_s + table.head.columns.at(i).title;
            }
        }
    }
    return {};
}

QStringList namesOf(const QList<ExportTable> &tables)
{
    QStringList names;
    for (const ExportTable &table : tables)
        names += table.head.name;
    return names;
}

OverviewData overview(qint64 leads)
{
    OverviewData data;
    data.core.totalLeads = leads;
    data.core.responseRate = 37;
    data.core.setterResponse = {3'600'000.0 * 2, 5};
    data.core.days = {{QDate(2026, 2, 1), u"Feb 1"_s, true, 3, 4, 5, 1}};
    data.breakdowns.sentiments = {{u"Interested"_s, 3, 33.3}};
    data.breakdowns.statuses = {{u"new"_s, 1, 50}};
    data.breakdowns.topClients = {{u"Acme"_s, 3, 1}};
    data.breakdowns.smsSubClients = {{u"Unattributed"_s, 1, 2, 0}};
    data.breakdowns.setters = {{UserId {}, u"s@x.io"_s, u"SETTER"_s, {60'000.0, 2}}};
    data.breakdowns.channels = {{u"sms"_s, 1, 2}};
    return data;
}

} // namespace

class tst_ExportTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overview_isTenTables()
    {
        AnalyticsReading<OverviewData> reading;
        reading.data = overview(8);
        const auto tables = exportTables(reading);
        QCOMPARE(namesOf(tables),
            QStringList({u"KPIs"_s, u"Days"_s, u"Capacity"_s, u"Sentiments"_s, u"Activity"_s, u"Statuses"_s,
                u"Top clients"_s, u"SMS sub-clients"_s, u"Setter response times"_s, u"Channels"_s}));
        QCOMPARE(misfit(tables), QString());
        const QList<Cell> kpis = tables.first().rows.first();
        QVERIFY(kpis.at(0) == Cell(qint64(8)));
        QVERIFY(kpis.at(3) == Cell(0.37));
        QVERIFY(kpis.at(5) == Cell(2.0));
        QVERIFY(kpis.at(7) == Cell()); // nothing measured is no number
        QVERIFY(tables.at(1).rows.first().first() == Cell(u"2026-02-01"_s));
    }

    void comparison_addsItsRowsUnderAPeriod()
    {
        AnalyticsReading<OverviewData> reading;
        reading.data = overview(8);
        reading.comparison = overview(6);
        const auto tables = exportTables(reading);
        QCOMPARE(misfit(tables), QString());
        const ExportTable &kpis = tables.first();
        QCOMPARE(kpis.head.columns.first().title, u"Period"_s);
        QCOMPARE(kpis.rows.size(), 2);
        QVERIFY(kpis.rows.at(0).first(2) == (QList<Cell> {u"Window"_s, qint64(8)}));
        QVERIFY(kpis.rows.at(1).first(2) == (QList<Cell> {u"Comparison"_s, qint64(6)}));
    }

    void campaigns_withoutAFailedPart_haveTheOthers()
    {
        AnalyticsReading<CampaignsData> reading;
        reading.data.reactivation
            = ReactivationPart {.campaigns = {{QUuid(), u"R"_s, 4, 2, 1}}, .totals = {}};
        reading.data.aiDraftBooking = DraftBookingPart {};
        reading.data.aiDraftBooking->rows = {{u"email"_s, u"EDITED"_s, {1, 1, 0, 0}}};
        reading.data.aiDraftBooking->totals = {{QString(), u"all"_s, {}}};
        auto tables = exportTables(reading);
        QCOMPARE(namesOf(tables), QStringList({u"Reactivation"_s, u"AI draft booking"_s}));
        QCOMPARE(misfit(tables), QString());
        QVERIFY(tables.first().rows.first().at(3) == Cell(0.5));
        QVERIFY(tables.last().rows.last().at(4) == Cell());
        reading.data.aiDraftOutcome = DraftOutcomePart {.channels = {{u"sms"_s, 1, 2, 3}}, .totals = {}};
        reading.data.campaigns = EmailCampaignsPart {};
        EmailCampaignKpis campaign;
        campaign.name = u"C"_s;
        campaign.positiveReplies = 4;
        campaign.meetingsBooked = 1;
        campaign.byIndustry = {{u"Steel"_s, 4, 1}};
        reading.data.campaigns->campaigns = {campaign};
        reading.data.campaigns->report.top = {{QUuid(), u"C"_s, 4, 1}};
        tables = exportTables(reading);
        QCOMPARE(tables.size(), 8);
        QCOMPARE(misfit(tables), QString());
        QVERIFY(tables.at(1).rows.first().at(7) == Cell(0.25));
    }

    void otherTabs_fitTheirColumns()
    {
        AnalyticsReading<WorkflowsData> workflows;
        workflows.data = {4, 3, 1, 0, {{QUuid(), u"S"_s, 1, 1.0}}};
        QCOMPARE(misfit(exportTables(workflows)), QString());
        AnalyticsReading<BookingData> booking;
        booking.data.processes = {{QUuid(), u"P"_s, 4, 1, 2.5, {2, 1}}};
        booking.data.setters = {{UserId {}, u"s@x.io"_s, 1, 2, 3, 4, 5}};
        const auto tables = exportTables(booking);
        QCOMPARE(misfit(tables), QString());
        QCOMPARE(tables.at(0).rows.size(), 2);
        QCOMPARE(tables.at(1).rows.size(), 2);
        AnalyticsReading<ResponseTimingData> timing;
        timing.data.responseTime = {{u"<1min"_s, {}}};
        timing.data.responders = {{u"all"_s, u"All"_s, {1, 1, 1, 1}, 60'000.0}};
        QCOMPARE(misfit(exportTables(timing)), QString());
        QCOMPARE(exportTables(timing).size(), 4);
    }

    void crmRow_hasTheCellsOfItsColumns()
    {
        CrmRow row;
        row.date = row.dateOfBooking = *parseIso(u"2026-02-18T05:52:00Z");
        row.followUps = {*row.date};
        row.notes = u"n"_s;
        row.campaign = u"c"_s;
        row.leadScore = 3;
        row.stepResponded = 1;
        row.qualified = false;
        const TableHead head = crmTableHead();
        const QList<Cell> cells = crmCells(row);
        QCOMPARE(misfit({{head, {cells}}}), QString());
        const QList<CrmColumn> &columns = crmColumns();
        QCOMPARE(head.columns.size(), columns.size());
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QLatin1StringView key(columns.at(i).key);
            QCOMPARE(head.columns.at(i).title, QString::fromLatin1(columns.at(i).title));
            const QString text = crmCellText(row, key, QTimeZone::utc());
            const Cell &cell = cells.at(i);
            if (const auto *value = std::get_if<QString>(&cell))
                QCOMPARE(*value, text);
            else
                QCOMPARE(cell.index() == 0, text.isEmpty());
        }
    }

    void about_namesWhatWasAskedFor()
    {
        ExportRequest request;
        request.tab = u"crm"_s;
        request.format = ExportFormat::Xlsx;
        request.crm.campaign = u"Spring"_s;
        request.crm.from = *parseIso(u"2026-02-01T05:00:00Z");
        ExportAbout about;
        about.workspaceName = u"Acme"_s;
        about.zoneName = u"America/New_York"_s;
        about.computedAt = *parseIso(u"2026-03-02T03:00:00Z");
        about.isOwnOnly = true;
        QStringList lines;
        for (const auto &[name, value] : aboutLines(request, about))
            lines += name + u'=' + value;
        QCOMPARE(lines,
            QStringList({u"Workspace=Acme"_s, u"Tab=crm"_s,
                u"Interest registered=2026-02-01T00:00:00-05:00 until now"_s, u"Filter: campaign=Spring"_s,
                u"Sorted by=date, descending"_s, u"Scope=own leads only"_s,
                u"Computed at=2026-03-01T22:00:00-05:00"_s, u"Time zone=America/New_York"_s}));
        QCOMPARE(exportFileName(request, about), u"signalbox-crm-2026-03-01.xlsx"_s);
        request.tab = u"overview"_s;
        about.comparison = AnalyticsWindow {};
        QVERIFY(aboutLines(request, about).contains(std::pair(u"Compared with"_s, u"all time"_s)));
    }
};

QTEST_APPLESS_MAIN(tst_ExportTables)

#include "tst_exporttables.moc"
