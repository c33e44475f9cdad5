// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsreading.h"
#include "core/analytics/bookings.h"
#include "core/analytics/overview.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Instant Noon = parseIso(u"2026-02-18T12:00:00Z").value_or(Instant());

OverviewData overview()
{
    OverviewData data;
    data.core.totalLeads = 10;
    data.core.outboundLeadsContacted = 4;
    data.core.responses = 6;
    data.core.responseRate = 150;
    data.core.meetingsBooked = 2;
    data.core.setterResponse = {90.0 * 60'000, 3};
    data.core.capacity = {.window = {Noon, Noon + std::chrono::hours(720)},
        .booked = 3,
        .available = 9,
        .breakdown = {{u"DEFAULT"_s, 2, 9}},
        .unattributedBooked = 1,
        .fetches = {{u"DEFAULT"_s, Noon, true, u"ghl"_s, u"https://x.test"_s, QString()}}};
    data.core.days = {{QDate(2026, 2, 18), u"Wed"_s, true, 1, 2, 3, 4}};
    data.breakdowns.sentiments = {{u"Unknown"_s, 1, 100.0 / 3}};
    data.breakdowns.week = {{QDate(2026, 2, 17), u"Tue"_s, false, 0, 5, 6, 0}};
    data.breakdowns.statuses = {{u"new"_s, 7, 70}};
    data.breakdowns.topClients = {{u"A"_s, 10, 2}};
    data.breakdowns.smsSubClients = {{u"Unattributed"_s, 1, 2, 3}};
    data.breakdowns.setters = {{UserId {newUuid()}, u"a@x.test"_s, QString(), {1.5, 2}}};
    data.breakdowns.channels = {{u"sms"_s, 1, 2}};
    return data;
}

} // namespace

class tst_AnalyticsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overview_roundTrips()
    {
        for (const OverviewData &data : {overview(), OverviewData()}) {
            const auto read = decodeOverview(encodeOverview(data));
            QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
            QVERIFY(*read == data);
        }
    }

    void overview_saysWhatTheWebProductSays()
    {
        const QJsonObject object = encodeOverview(overview());
        const QJsonObject core = object.value("overview"_L1).toObject();
        QCOMPARE(core.value("avgResponseTime"_L1).toString(), u"1.5h"_s);
        QCOMPARE(core.value("setterResponseTime"_L1).toString(), u"1.5h"_s);
        QCOMPARE(core.value("clientResponseTime"_L1).toString(), u"N/A"_s);
        const QJsonObject capacity = core.value("capacity"_L1).toObject();
        QCOMPARE(capacity.value("totalSlots"_L1).toInt(), 12);
        QCOMPARE(capacity.value("bookedPct"_L1).toDouble(), 0.25);
        const QJsonObject setter = object.value("perSetterResponseTimes"_L1).toArray().at(0).toObject();
        QVERIFY(setter.value("role"_L1).isNull()); // a former member
        QCOMPARE(setter.value("responseCount"_L1).toInt(), 2);
    }

    void overview_thatIsWrong_namesTheMember()
    {
        QJsonObject object = encodeOverview(overview());
        object.insert("leadsByStatus"_L1, QJsonArray {QJsonObject {{"status"_L1, u"new"_s}}});
        QCOMPARE(decodeOverview(object).error().field, u"data.leadsByStatus[0].count"_s);
        object.remove("overview"_L1);
        QCOMPARE(decodeOverview(object).error().field, u"data.overview"_s);
    }

    void capacity_withoutSlots_hasNoShare()
    {
        QVERIFY(!Capacity().bookedShare());
        QVERIFY(encodeCapacity({}).value("bookedPct"_L1).isNull());
        QCOMPARE(overview().core.capacity.bookedShare().value_or(-1), 0.25);
    }

    void workflows_roundTrip()
    {
        const WorkflowsData data {.totalBooked = 4,
            .bookedFromInitial = 1,
            .bookedFromWorkflow = 3,
            .sequences = {{newUuid(), u"S"_s, 3, 1.0}}};
        QVERIFY(*decodeWorkflows(encodeWorkflows(data)) == data);
        QCOMPARE(encodeWorkflows(data).value("workflowRate"_L1).toDouble(), 0.75);
        QVERIFY(*decodeWorkflows(encodeWorkflows({})) == WorkflowsData());
        QVERIFY(!decodeWorkflows({}));
    }

    void reading_carriesWhatIsBesideTheData()
    {
        AnalyticsMeta meta {
            .window = {Noon, Noon + std::chrono::hours(1)}, .timezone = u"UTC"_s, .computedAt = Noon};
        const QJsonObject data = encodeOverview(overview());
        const auto plain
            = decodeReading<OverviewData>(encodeReading(data, std::nullopt, meta), decodeOverview);
        QVERIFY2(plain, plain ? "" : qPrintable(describe(plain.error())));
        QVERIFY(!plain->comparison);
        QVERIFY(plain->window == meta.window);
        QCOMPARE(plain->timezone, u"UTC"_s);
        meta.comparisonWindow = {Noon - std::chrono::hours(1), Noon};
        meta.errors = {{u"breakdowns"_s, u"timed out"_s}};
        const auto compared
            = decodeReading<OverviewData>(encodeReading(data, encodeOverview({}), meta), decodeOverview);
        QVERIFY(compared->comparison == OverviewData());
        QVERIFY(compared->comparisonWindow == *meta.comparisonWindow);
        QCOMPARE(compared->errors, meta.errors);
    }

    void reading_thatIsWrong_namesTheMember()
    {
        QJsonObject body = encodeReading(encodeOverview({}), std::nullopt, {.timezone = u"UTC"_s});
        body.remove("data"_L1);
        QCOMPARE(decodeReading<OverviewData>(body, decodeOverview).error().field, u"data"_s);
        body.remove("window"_L1);
        QCOMPARE(decodeReading<OverviewData>(body, decodeOverview).error().field, u"window"_s);
    }

    void parts_areNamed()
    {
        for (const auto parts : {OverviewParts::Core, OverviewParts::Breakdowns, OverviewParts::All})
            QVERIFY(parseParts(QString(partsName(parts))) == parts);
        QVERIFY(!parseParts(u"some"));
    }
};

QTEST_APPLESS_MAIN(tst_AnalyticsJson)
#include "tst_analyticsjson.moc"
