// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/bookings.h"
#include "core/analytics/campaigns.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QUuid Known(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

AnalyticsWindow window()
{
    return {parseIso(u"2026-02-01T00:00:00Z"), parseIso(u"2026-02-08T00:00:00Z")};
}

OutcomeCounts outcome()
{
    return {.booked = 3, .notBooked = 1, .pending = 7, .bookedNoTimestamp = 2};
}

EmailCampaignsPart emailPart()
{
    EmailCampaignKpis campaign;
    campaign.id = Known;
    campaign.bisonCampaignId = u"b-1"_s;
    campaign.name = u"Spring"_s;
    campaign.clientName = u"Acme"_s;
    campaign.responseMode = u"AI_AUTO_SEND"_s;
    campaign.autoSendConfidenceThreshold = 0.85;
    campaign.provider = u"GHL"_s;
    campaign.positiveReplies = 8;
    campaign.meetingsRequested = 4;
    campaign.meetingsBooked = 2;
    campaign.byIndustry = {{u"Software"_s, 8, 2}};
    campaign.byHeadcount = {{u"11-50"_s, 8, 2}};
    campaign.client = WorkspaceId {Known};
    EmailCampaignsPart part {.window = window(), .campaigns = {campaign}, .report = {}};
    part.report.range = window();
    part.report.top = {{Known, u"Spring"_s, 8, 2}};
    part.report.bottom = part.report.top;
    part.report.highPositiveLowBooking = part.report.top;
    part.report.sentiments = {{u"Interested"_s, 9, 0}};
    part.report.byIndustry = campaign.byIndustry;
    part.report.byHeadcount = campaign.byHeadcount;
    return part;
}

CampaignsData everything()
{
    CampaignsData data;
    data.campaigns = emailPart();
    data.reactivation = ReactivationPart {
        .window = window(), .campaigns = {{Known, u"Again"_s, 4, 2, 1}}, .totals = {{}, {}, 4, 2, 1}};
    data.aiDraftOutcome
        = DraftOutcomePart {.window = window(), .channels = {{u"email"_s, 3, 2, 1}}, .totals = {{}, 3, 2, 1}};
    data.aiDraftBooking = DraftBookingPart {.window = window(),
        .rows = {{u"email"_s, u"AUTO_SENT"_s, outcome()}},
        .totals = {{{}, u"AUTO_SENT"_s, outcome()}, {{}, u"all"_s, outcome()}}};
    return data;
}

QStringList keys(const QJsonValue &value)
{
    return value.toObject().keys();
}

} // namespace

/// What the campaigns and booking tabs say on the wire (domain §7.5, §7.6).
class tst_CampaignsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void campaigns_surviveTheWire()
    {
        const CampaignsData data = everything();
        const auto read = decodeCampaigns(encodeCampaigns(data));
        QVERIFY2(read, qPrintable(read ? QString() : describe(read.error())));
        QCOMPARE(*read, data);
    }

    void failedPart_isNull()
    {
        CampaignsData data = everything();
        data.reactivation.reset();
        const QJsonObject object = encodeCampaigns(data);
        QVERIFY(object.value("reactivation"_L1).isNull());
        QCOMPARE(*decodeCampaigns(object), data);
    }

    void campaign_hasTheNamesOfTheSpecification()
    {
        const QJsonObject part = encodeEmailCampaigns(emailPart());
        const QJsonObject campaign = part.value("campaigns"_L1).toArray().first().toObject();
        QCOMPARE(campaign.keys(),
            QStringList({u"autoSendConfidenceThreshold"_s, u"bisonCampaignId"_s, u"byHeadcountBucket"_s,
                u"byIndustry"_s, u"clientId"_s, u"clientName"_s, u"id"_s, u"meetingsBooked"_s,
                u"meetingsRequested"_s, u"name"_s, u"positiveReplies"_s, u"provider"_s, u"rates"_s,
                u"responseMode"_s}));
        const QJsonObject rates = campaign.value("rates"_L1).toObject();
        QCOMPARE(rates.value("bookedPerPositive"_L1).toDouble(), 0.25);
        QCOMPARE(rates.value("requestedPerPositive"_L1).toDouble(), 0.5);
        QCOMPARE(rates.value("bookedPerRequested"_L1).toDouble(), 0.5);
        QCOMPARE(keys(part.value("weeklyReport"_L1)),
            QStringList({u"bookingRateByHeadcountBucket"_s, u"bookingRateByIndustry"_s, u"bottomCampaigns"_s,
                u"highPositiveLowBooking"_s, u"range"_s, u"sentimentBreakdown"_s, u"topCampaigns"_s}));
        QCOMPARE(keys(campaign.value("byIndustry"_L1).toArray().first()),
            QStringList({u"bookingRate"_s, u"industry"_s, u"meetingsBooked"_s, u"positiveReplies"_s}));
    }

    void reactivation_hasTheNamesOfTheSpecification()
    {
        const QJsonObject part = encodeCampaigns(everything()).value("reactivation"_L1).toObject();
        const QJsonObject campaign = part.value("campaigns"_L1).toArray().first().toObject();
        QCOMPARE(campaign.keys(),
            QStringList({u"bookingRate"_s, u"campaignId"_s, u"campaignName"_s, u"meetingsBooked"_s,
                u"responded"_s, u"responseRate"_s, u"totalSent"_s}));
        QCOMPARE(campaign.value("bookingRate"_L1).toDouble(), 0.25);
        QCOMPARE(campaign.value("responseRate"_L1).toDouble(), 0.5);
        QVERIFY(!part.value("totals"_L1).toObject().contains("campaignId"_L1));
    }

    void outcome_hasNoRateUntilSomethingIsDecided()
    {
        QCOMPARE(encodeOutcome(outcome()).value("bookingRate"_L1).toDouble(), 0.75);
        QCOMPARE(encodeOutcome(outcome()).value("eligible"_L1).toInteger(), 4);
        const QJsonObject undecided = encodeOutcome({.pending = 3, .bookedNoTimestamp = 1});
        QVERIFY(undecided.value("bookingRate"_L1).isNull());
        QCOMPARE(*decodeOutcome(encodeOutcome(outcome())), outcome());
    }

    void booking_survivesTheWire()
    {
        BookingData data;
        data.processes = {{Known, u"Five waves"_s, 10, 4, 2.5, {3, 0, 3}},
            {.process = {}, .name = {}, .leadsProcessed = 0, .leadsBooked = 0}};
        data.summary = {.leadsProcessed = 10, .leadsBooked = 4, .averageOutboundsToBook = 2.5};
        data.setters = {{UserId {Known}, u"a@x.example"_s, 5, 4, 3, 2, 1}};
        const QJsonObject object = encodeBooking(data);
        const auto read = decodeBooking(object);
        QVERIFY2(read, qPrintable(read ? QString() : describe(read.error())));
        QCOMPARE(*read, data);
        const QJsonArray processes = object.value("processes"_L1).toArray();
        QCOMPARE(processes.at(0).toObject().value("bookingRate"_L1).toDouble(), 0.4);
        QVERIFY(processes.at(1).toObject().value("bookingRate"_L1).isNull());
        QVERIFY(processes.at(1).toObject().value("avgOutboundsToBook"_L1).isNull());
        QCOMPARE(processes.at(0).toObject().keys(),
            QStringList({u"avgOutboundsToBook"_s, u"bookingProcessId"_s, u"bookingRate"_s, u"dropoffByWave"_s,
                u"leadsBooked"_s, u"leadsProcessed"_s, u"name"_s}));
    }

    void unreadableMember_isNamed_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("field");
        QTest::newRow("of a part") << QStringList {u"campaigns"_s, u"weeklyReport"_s}
                                   << u"campaigns.weeklyReport"_s;
        QTest::newRow("of totals") << QStringList {u"reactivation"_s, u"totals"_s, u"responded"_s}
                                   << u"reactivation.totals.responded"_s;
        QTest::newRow("a list") << QStringList {u"aiDraftBooking"_s, u"rows"_s} << u"aiDraftBooking.rows"_s;
    }
    void unreadableMember_isNamed()
    {
        QFETCH(QStringList, path);
        QFETCH(QString, field);
        const auto read = decodeCampaigns(without(encodeCampaigns(everything()), path));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QCOMPARE(read.error().field, field);
    }

private:
    static QJsonObject without(QJsonObject object, const QStringList &path)
    {
        if (path.size() == 1) {
            object.remove(path.first());
            return object;
        }
        object.insert(path.first(), without(object.value(path.first()).toObject(), path.mid(1)));
        return object;
    }
};

QTEST_APPLESS_MAIN(tst_CampaignsJson)
#include "tst_campaignsjson.moc"
