// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/readingtables.h"

#include <QSet>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QUuid First = QUuid::fromString(u"00000000-0000-4000-8000-000000000001"_s);
const QUuid Second = QUuid::fromString(u"00000000-0000-4000-8000-000000000002"_s);

/// The cells of a table, a line a row.
QStringList lines(ReadingTable table, const QList<TableRow> &rows)
{
    QStringList all;
    for (const TableRow &row : rows) {
        QStringList cells;
        for (const TableCell &cell : row.cells) {
            cells.append(cell.tooFew       ? u"n=%1"_s.arg(*cell.tooFew)
                    : cell.value.isValid() ? cell.value.toString()
                                           : u"none"_s);
        }
        if (cells.size() != tableColumns(table).size())
            cells.append(u"(%1 columns)"_s.arg(tableColumns(table).size()));
        all.append(cells.join(u" | "_s));
    }
    return all;
}

EmailCampaignKpis campaign(const QUuid &id, qint64 positive, qint64 requested, qint64 booked)
{
    return {.id = id,
        .name = id == First ? u"CFO outreach"_s : u"Founders"_s,
        .responseMode = u"AI_AUTO_SEND"_s,
        .positiveReplies = positive,
        .meetingsRequested = requested,
        .meetingsBooked = booked};
}

} // namespace

/// The numbers of the readings, cell by cell (domain §7.4–7.7).
class tst_ReadingTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void columns_haveKeysOfTheirOwn()
    {
        for (int table = 0; table <= int(ReadingTable::Drifts); ++table) {
            QSet<QString> keys;
            for (const TableColumn &column : tableColumns(ReadingTable(table)))
                keys.insert(column.key);
            QVERIFY(!keys.isEmpty());
            QCOMPARE(keys.size(), tableColumns(ReadingTable(table)).size());
        }
    }

    void sequences_shareWhatCameFromWorkflows()
    {
        const WorkflowsData now {.totalBooked = 20,
            .bookedFromInitial = 12,
            .bookedFromWorkflow = 8,
            .sequences = {{First, u"No response"_s, 6, 0.75}, {Second, u"Meeting day"_s, 2, 0.25}}};
        const WorkflowsData before {
            .totalBooked = 5, .bookedFromWorkflow = 5, .sequences = {{First, u"No response"_s, 5, 1}}};
        QCOMPARE(lines(ReadingTable::Sequences, sequenceRows(now, &before)),
            (QStringList {u"No response | 6 | 1 | 0.75"_s, u"Meeting day | 2 | 2 | 0.25"_s}));
        QCOMPARE(lines(ReadingTable::Sequences, sequenceRows(now, nullptr)).first(),
            u"No response | 6 | none | 0.75"_s);
    }

    void rateWithoutADenominator_hasNoValue()
    {
        const EmailCampaignsPart part {.campaigns = {campaign(First, 0, 0, 2)}};
        QCOMPARE(lines(ReadingTable::EmailCampaigns, campaignRows(part, nullptr)),
            QStringList {
                u"CFO outreach | 0 | none | 0 | 2 | none | none | none | none | none | AI_AUTO_SEND"_s});
        QCOMPARE(rateOf(3, 0), std::nullopt);
        QCOMPARE(rateOf(0, 4), std::optional(0.0));
    }

    void changeOfARate_needsThirtyOnBothSides()
    {
        const EmailCampaignsPart now {
            .campaigns = {campaign(First, 40, 10, 20), campaign(Second, 29, 1, 29)}};
        const EmailCampaignsPart before {
            .campaigns = {campaign(First, 80, 10, 20), campaign(Second, 100, 1, 29)}};
        const QStringList all = lines(ReadingTable::EmailCampaigns, campaignRows(now, &before));
        QCOMPARE(
            all.at(0), u"CFO outreach | 40 | -40 | 10 | 20 | 0 | 0.5 | 0.25 | 0.25 | 2 | AI_AUTO_SEND"_s);
        QCOMPARE(all.at(1).section(u" | "_s, 6, 7), u"1 | n=29"_s);
    }

    void reactivation_hasATotalOfSeveral()
    {
        const ReactivationKpis one {
            .id = First, .name = u"Spring"_s, .sent = 40, .responded = 10, .meetingsBooked = 2};
        const ReactivationKpis two {
            .id = Second, .name = u"Lost"_s, .sent = 60, .responded = 0, .meetingsBooked = 0};
        ReactivationPart part {.campaigns = {one}, .totals = one};
        QCOMPARE(reactivationRows(part, nullptr).size(), 1);
        part.campaigns.append(two);
        part.totals = {.sent = 100, .responded = 10, .meetingsBooked = 2};
        const QList<TableRow> rows = reactivationRows(part, &part);
        QVERIFY(rows.last().isTotal);
        QCOMPARE(lines(ReadingTable::Reactivation, rows),
            (QStringList {u"Spring | 40 | 10 | 0.25 | 0 | 2 | 0.05 | 0"_s,
                u"Lost | 60 | 0 | 0 | 0 | 0 | 0 | 0"_s, u" | 100 | 10 | 0.1 | 0 | 2 | 0.02 | 0"_s}));
    }

    void drafts_areCountedByChannelAndFate()
    {
        const DraftOutcomePart outcomes {
            .channels = {{u"email"_s, 5, 3, 2}, {u"sms"_s, 0, 0, 0}}, .totals = {{}, 5, 3, 2}};
        QCOMPARE(lines(ReadingTable::DraftOutcomes, draftOutcomeRows(outcomes, nullptr)),
            (QStringList {u"email | 5 | 3 | 2 | 10 | none"_s, u"sms | 0 | 0 | 0 | 0 | none"_s,
                u" | 5 | 3 | 2 | 10 | none"_s}));
        const DraftBookingPart bookings {.rows = {{u"email"_s, u"EDITED"_s, {3, 1, 7, 2}}},
            .totals = {{{}, u"EDITED"_s, {3, 1, 7, 2}}, {{}, u"all"_s, {0, 0, 7, 0}}}};
        QCOMPARE(lines(ReadingTable::DraftBookings, draftBookingRows(bookings, nullptr)),
            (QStringList {u"email | EDITED | 4 | 3 | 0.75 | none | 7 | 2"_s,
                u" | EDITED | 4 | 3 | 0.75 | none | 7 | 2"_s, u" | all | 0 | 0 | none | none | 7 | 0"_s}));
    }

    void processes_endWithAllOfThem()
    {
        const BookingProcessStats a {.process = First,
            .name = u"Standard"_s,
            .leadsProcessed = 50,
            .leadsBooked = 10,
            .averageOutboundsToBook = 3.5,
            .dropoffByWave = {20, 20}};
        const BookingProcessStats b {.process = {},
            .name = {},
            .leadsProcessed = 0,
            .leadsBooked = 0,
            .averageOutboundsToBook = {},
            .dropoffByWave = {}};
        const BookingData now {.processes = {a, b}, .summary = a};
        QCOMPARE(lines(ReadingTable::BookingProcesses, processRows(now, nullptr)),
            (QStringList {u"Standard | 50 | none | 10 | 0.2 | none | 3.5"_s,
                u"none | 0 | none | 0 | none | none | none"_s, u" | 50 | none | 10 | 0.2 | none | 3.5"_s}));
    }

    void setters_haveFiveRatios()
    {
        const SetterFunnel setter {.user = {First},
            .email = u"dana@acme.test"_s,
            .assigned = 40,
            .responded = 20,
            .positive = 10,
            .meetingsRequested = 5,
            .meetingsBooked = 4};
        const BookingData now {.setters = {setter}};
        QCOMPARE(lines(ReadingTable::Setters, setterRows(now, &now)),
            QStringList {u"dana@acme.test | 40 | 20 | 10 | 5 | 4 | 0 | 0.5 | 0.5 | 0.5 | 0.8 | 0.1"_s});
    }

    void timing_isByResponderAndBucket()
    {
        const ResponseTimingData now {
            .responseTime = {{u"<1min"_s, {6, 2, 1, 0}}, {u">24hr"_s, {0, 0, 4, 0}}},
            .responders
            = {{u"all"_s, u"All"_s, {40, 40, 5, 0}, 60000.0}, {u"ai"_s, u"AI"_s, {0, 0, 2, 0}, {}}}};
        QCOMPARE(lines(ReadingTable::ResponseTimes, bucketRows(now.responseTime, &now.responseTime)),
            (QStringList {u"<1min | 8 | 6 | 0.75 | n=8 | 1"_s, u">24hr | 0 | 0 | none | none | 4"_s}));
        QCOMPARE(lines(ReadingTable::Responders, responderRows(now, &now)),
            (QStringList {
                u"All | 80 | 40 | 0.5 | 0 | 5 | 60000"_s, u"AI | 0 | 0 | none | none | 2 | none"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_ReadingTables)
#include "tst_readingtables.moc"
