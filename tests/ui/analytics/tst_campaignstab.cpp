// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/analytics/tabfixture.h"
#include "ui/analytics/barchart.h"
#include "ui/analytics/campaignstab.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;

using Fixture = TabFixture<CampaignsTab>;

/// The tab Campaigns (domain §7.5): four parts that may fail alone.
class tst_CampaignsTab : public QObject
{
    Q_OBJECT

    static void answer(Fixture &f, const AnalyticsReading<CampaignsData> &reading)
    {
        f.gateway.campaigns.back().source.finish(reading);
    }
    static void open(Fixture &f, const AnalyticsReading<CampaignsData> &reading)
    {
        f.tab->activate();
        answer(f, reading);
        QTRY_VERIFY(
            f.panel(u"reactivation"_s).status().computedAt || f.panel(u"reactivation"_s).status().error);
    }
    /// Without the e-mail campaigns and the drafts' bookings, as the service answers when two of its queries
    /// failed.
    static AnalyticsReading<CampaignsData> partial(Instant at)
    {
        auto reading = campaignsReading(at);
        reading.data.campaigns.reset();
        reading.data.aiDraftBooking.reset();
        reading.errors
            = {{u"campaigns"_s, u"campaigns timed out"_s}, {u"aiDraftBooking"_s, u"connection lost"_s}};
        return reading;
    }
    static QString detail(const Fixture &f)
    {
        return f.tab->findChild<QLabel *>(u"campaignDetailTitle"_s)->text();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void numbers_areThoseOfTheReading()
    {
        Fixture f;
        open(f, campaignsReading(f.clock.now()));
        QCOMPARE(f.card(u"reactivationSent"_s).figure().value, u"1,364"_s);
        QCOMPARE(f.card(u"reactivationResponded"_s).figure().value, u"124"_s);
        QCOMPARE(f.card(u"reactivationResponseRate"_s).figure().value, u"9.1"_s);
        QCOMPARE(f.card(u"reactivationBooked"_s).figure().value, u"31"_s);
        QCOMPARE(f.card(u"reactivationBookingRate"_s).figure().value, u"2.3"_s);
        const QStringList campaigns = f.lines(u"campaignTable"_s);
        QCOMPARE(campaigns.size(), 10);
        QVERIFY(campaigns.first().contains(
            u"Booked / Positive\tChange\tRequested / Positive\tBooked / Requested\tMode"_s));
        QCOMPARE(campaigns.at(1).split(u'\t').mid(0, 6).join(u'|'), u"CFO outreach, Q1|214|+28|96|71|+9"_s);
        QVERIFY(campaigns.at(1).endsWith(u"AI auto-send"_s));
        const QStringList outcomes = f.lines(u"outcomeTable"_s);
        QCOMPARE(outcomes.at(1).split(u'\t').mid(0, 5).join(u'|'), u"Email|1,204|318|207|1,729"_s);
        QCOMPARE(outcomes.last().section(u'\t', 0, 0), u"All channels"_s);
        const QStringList bookings = f.lines(u"draftBookingTable"_s);
        QCOMPARE(bookings.size(), 1 + 9 + 4);
        QCOMPARE(bookings.at(1).split(u'\t').mid(0, 4).join(u'|'), u"Email|Auto-sent|733|92"_s);
    }

    void ratesThatDoNotExist_areDashes()
    {
        Fixture f;
        open(f, campaignsReading(f.clock.now()));
        const QStringList legacy = f.lines(u"campaignTable"_s).last().split(u'\t');
        QCOMPARE(legacy.at(0), u"Legacy list, cleaned"_s);
        QCOMPARE(legacy.at(6), u"—"_s);
        QCOMPARE(legacy.at(8), u"—"_s);
        QCOMPARE(legacy.at(9), u"—"_s);
        const QStringList linkedIn = f.lines(u"draftBookingTable"_s).at(7).split(u'\t');
        QCOMPARE(linkedIn.mid(0, 5).join(u'|'), u"LinkedIn|Auto-sent|0|0|—"_s);
    }

    void partThatFails_saysSoAlone()
    {
        Fixture f;
        open(f, partial(f.clock.now()));
        QCOMPARE(f.panel(u"emailCampaigns"_s).status().error->kind, Error::Kind::TimedOut);
        QCOMPARE(f.panel(u"draftBookings"_s).status().error->kind, Error::Kind::Unavailable);
        QVERIFY(!f.panel(u"emailCampaigns"_s).status().computedAt);
        QVERIFY(!f.panel(u"emailCampaigns"_s).status().isEmpty);
        QVERIFY(!f.panel(u"reactivation"_s).status().error);
        QCOMPARE(f.card(u"reactivationSent"_s).figure().value, u"1,364"_s);
        QCOMPARE(f.lines(u"outcomeTable"_s).size(), 5);
    }

    void retryOfAPart_asksAgain_andTheOthersStay()
    {
        Fixture f;
        open(f, partial(f.clock.now()));
        Q_EMIT f.panel(u"emailCampaigns"_s).retryRequested();
        QCOMPARE(f.gateway.campaigns.size(), 2u);
        QVERIFY(f.panel(u"emailCampaigns"_s).status().isLoading);
        QVERIFY(!f.panel(u"emailCampaigns"_s).status().error);
        QVERIFY(f.panel(u"reactivation"_s).status().computedAt);
        answer(f, campaignsReading(f.clock.now()));
        QTRY_VERIFY(f.panel(u"emailCampaigns"_s).status().computedAt);
        QCOMPARE(f.lines(u"campaignTable"_s).size(), 10);
    }

    void partThatFailsLater_keepsItsNumbers_andTheirAge()
    {
        Fixture f;
        const Instant first = f.clock.now();
        open(f, campaignsReading(first));
        f.clock.advance(std::chrono::minutes(5));
        f.session->refresh();
        answer(f, partial(f.clock.now()));
        QTRY_VERIFY(f.panel(u"emailCampaigns"_s).status().error);
        QCOMPARE(f.panel(u"emailCampaigns"_s).status().computedAt, std::optional(first));
        QCOMPARE(f.panel(u"reactivation"_s).status().computedAt, std::optional(f.clock.now()));
        QCOMPARE(f.lines(u"campaignTable"_s).size(), 10);
    }

    void chosenCampaign_isShownInDetail_andStaysThroughARefresh()
    {
        Fixture f;
        open(f, campaignsReading(f.clock.now()));
        QCOMPARE(detail(f), u"All campaigns"_s);
        QSignalSpy changed(f.tab.get(), &AnalyticsTab::stateChanged);
        PanelTable &table = f.table(u"campaignTable"_s);
        table.selectRow(1);
        QCOMPARE(detail(f), u"Founders, seed to A"_s);
        QVERIFY(changed.size() > 0);
        QCOMPARE(f.tab->state().value(u"campaign"_s), tabId(21).toString(QUuid::WithoutBraces));
        table.horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
        auto newer = campaignsReading(f.clock.now());
        newer.data.campaigns->campaigns.removeLast();
        f.session->refresh();
        answer(f, newer);
        QTRY_COMPARE(table.model()->rowCount(), 8);
        QCOMPARE(detail(f), u"Founders, seed to A"_s);
        QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table.selectionModel()->selectedRows().first().data().toString(), u"Founders, seed to A"_s);
        QVERIFY(f.tab->stepBack());
        QCOMPARE(detail(f), u"All campaigns"_s);
        QVERIFY(!f.tab->stepBack());
        QVERIFY(f.tab->state().isEmpty());
    }

    void link_choosesACampaign_beforeItIsThere()
    {
        Fixture f;
        f.tab->restoreState({{u"campaign"_s, tabId(22).toString(QUuid::WithoutBraces)}});
        open(f, campaignsReading(f.clock.now()));
        QCOMPARE(detail(f), u"Ops leaders, logistics"_s);
        const auto *industries = f.tab->findChild<BarChart *>(u"campaignIndustries"_s);
        QCOMPARE(industries->rows().first().value, 41.0); // 34 % of 121
    }

    void report_ranksAndNamesItsRule()
    {
        Fixture f;
        open(f, campaignsReading(f.clock.now()));
        QCOMPARE(f.lines(u"reportTop"_s).at(1).section(u'\t', 0, 0), u"Partner referrals"_s);
        QCOMPARE(f.lines(u"reportBottom"_s).at(1).section(u'\t', 0, 0), u"Manufacturing DACH"_s);
        const QStringList low = f.lines(u"reportLowBooking"_s);
        QVERIFY(low.size() > 1);
        for (const QString &line : low.mid(1))
            QVERIFY(line.section(u'\t', 1, 1).toInt() >= 8);
        QStringList words;
        for (const QLabel *label : f.tab->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(words.join(u'\n').contains(u"At least 8 positive replies"_s));
    }

    void nothing_isEmptyInEachPanel()
    {
        Fixture f;
        open(f, emptyCampaigns(f.clock.now()));
        for (Panel *panel : f.tab->panels())
            QVERIFY2(panel->status().isEmpty, qPrintable(panel->id()));
    }

    void termsOfDrafts_areInTheDefinitions()
    {
        Fixture f;
        auto reading = campaignsReading(f.clock.now());
        reading.data.aiDraftBooking->attributionWindowDays = 21;
        reading.data.aiDraftBooking->maturityBufferDays = 5;
        open(f, reading);
        QVERIFY(f.panel(u"draftBookings"_s).definition().contains(u"21"_s));
        const QString all = f.definitions(u"draftBookingTable"_s).join(u'\n');
        QVERIFY(all.contains(u"21 day"_s) && all.contains(u"5 day"_s));
        QCOMPARE(f.unexplained(), QStringList());
    }

    void paper_holdsEveryPart_andSaysWhatFailed()
    {
        Fixture f;
        open(f, partial(f.clock.now()));
        const QList<PrintedSection> sections = f.tab->printedSections();
        QCOMPARE(sections.size(), 4);
        QVERIFY(sections.at(0).table);
        QVERIFY(!sections.at(1).note.isEmpty());
        QVERIFY(!sections.at(1).table);
    }
};

QTEST_MAIN(tst_CampaignsTab)
#include "tst_campaignstab.moc"
