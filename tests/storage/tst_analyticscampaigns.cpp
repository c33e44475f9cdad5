// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/campaignsreader.h"
#include "tests/storage/campaignworld.h"
#include "tests/support/testdatabase.h"

#include <QSet>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

bool isIn(std::optional<Instant> at, const AnalyticsWindow &window)
{
    return at && (!window.from || *at >= *window.from) && *at < *window.to;
}

/// What the leads of one campaign, or of all, come to: walked from the rows.
struct Walk
{
    const World &world;
    AnalyticsWindow window;

    bool isReply(int lead) const
    {
        return world.isPositive(world.leads.at(lead)) && isIn(world.lastInbound(lead), window);
    }
    bool isBooking(int lead) const
    {
        return isIn(world.leads.at(lead).bookedAt, window) && world.hasProviderEvidence(world.leads.at(lead));
    }

    template <typename Matches> CampaignSlice slice(const QString &name, Matches matches) const
    {
        CampaignSlice slice {.name = name};
        for (int lead = 0; lead < world.leads.size(); ++lead) {
            if (world.leads.at(lead).emailCampaign < 0 || !matches(world.leads.at(lead)))
                continue;
            slice.positiveReplies += isReply(lead);
            slice.meetingsBooked += isBooking(lead);
        }
        return slice;
    }

    /// By `nameOf` over the leads that `matches`; slices without anything are not there.
    template <typename NameOf, typename Matches>
    QList<CampaignSlice> slices(NameOf nameOf, Matches matches) const
    {
        QSet<QString> names;
        for (const WorldLead &lead : world.leads)
            names.insert(nameOf(lead));
        QList<CampaignSlice> found;
        for (const QString &name : names) {
            const CampaignSlice one
                = slice(name, [&](const WorldLead &lead) { return matches(lead) && nameOf(lead) == name; });
            if (one.positiveReplies > 0 || one.meetingsBooked > 0)
                found.append(one);
        }
        return found;
    }
};

QString industryOf(const WorldLead &lead)
{
    return lead.industry.trimmed().isEmpty() ? u"Unknown"_s : lead.industry.trimmed();
}

QString headcountOf(const WorldLead &lead)
{
    return headcountBucket(lead.headcount);
}

/// As a set: what is compared where the order has a test of its own.
QList<CampaignSlice> sorted(QList<CampaignSlice> slices)
{
    std::sort(slices.begin(), slices.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return slices;
}

QByteArray text(const CampaignSlice &slice)
{
    return slice.name.toUtf8() + ' ' + QByteArray::number(slice.positiveReplies) + '/'
        + QByteArray::number(slice.meetingsBooked) + '\n';
}

QByteArray text(const QList<CampaignSlice> &slices)
{
    QByteArray all;
    for (const CampaignSlice &slice : slices)
        all += text(slice);
    return all;
}

QStringList names(const QList<RankedCampaign> &campaigns)
{
    QStringList names;
    for (const RankedCampaign &campaign : campaigns)
        names.append(campaign.name);
    return names;
}

} // namespace

/// E-mail campaigns and reactivations (domain §7.5).
class tst_AnalyticsCampaigns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<WorldStage>();
        for (unsigned seed = 1; seed <= 3; ++seed) {
            m_worlds.append(randomWorld(seed, 120));
            m_stage->open(m_worlds.last());
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void emailCampaigns_agreeWithTheRows_data()
    {
        QTest::addColumn<int>("world");
        QTest::addColumn<AnalyticsWindow>("window");
        for (int world = 0; world < 3; ++world) {
            const auto row = [world](const char *name) -> QTestData & {
                return QTest::addRow("world %d, %s", world, name) << world;
            };
            row("on the grid") << AnalyticsWindow {worldTime(240), worldTime(1200)};
            row("between the grid") << AnalyticsWindow {worldTime(241), worldTime(2001)};
            row("everything") << AnalyticsWindow {worldTime(-1), worldTime(9999)};
            row("without a beginning") << AnalyticsWindow {std::nullopt, worldTime(1500)};
            row("without an instant") << AnalyticsWindow {worldTime(600), worldTime(600)};
        }
    }
    void emailCampaigns_agreeWithTheRows()
    {
        QFETCH(int, world);
        QFETCH(AnalyticsWindow, window);
        const World &known = m_worlds.at(world);
        const Walk walk {known, window};
        const auto part = loadEmailCampaigns(*m_stage->app, scope(known), window);
        QVERIFY2(part, qPrintable(part ? QString() : describe(part.error())));
        QCOMPARE(part->campaigns.size(), known.emailCampaigns.size());
        for (const EmailCampaignKpis &kpis : part->campaigns) {
            const auto matches = [&](const WorldLead &lead) {
                return lead.emailCampaign >= 0 && known.emailCampaigns.at(lead.emailCampaign).id == kpis.id;
            };
            const CampaignSlice all = walk.slice({}, matches);
            QCOMPARE(kpis.positiveReplies, all.positiveReplies);
            QCOMPARE(kpis.meetingsBooked, all.meetingsBooked);
            QCOMPARE(kpis.meetingsRequested,
                walk.slice({},
                        [&](const WorldLead &lead) {
                            return matches(lead)
                                && (lead.tag == u"Meeting Requested"_s || lead.tag == u"Call Requested"_s);
                        })
                    .positiveReplies);
            QCOMPARE(text(sorted(kpis.byIndustry)), text(sorted(walk.slices(industryOf, matches))));
            QCOMPARE(text(sorted(kpis.byHeadcount)), text(sorted(walk.slices(headcountOf, matches))));
            QCOMPARE(kpis.provider, known.provider.isEmpty() ? u"GHL"_s : known.provider);
            QCOMPARE(kpis.client, known.workspace);
            QCOMPARE(kpis.clientName, known.name);
        }
        const auto any = [](const WorldLead &lead) { return lead.emailCampaign >= 0; };
        QCOMPARE(text(sorted(part->report.byIndustry)), text(sorted(walk.slices(industryOf, any))));
        QCOMPARE(text(sorted(part->report.byHeadcount)), text(sorted(walk.slices(headcountOf, any))));
        QCOMPARE(part->window, window);
        QCOMPARE(part->report.range, window);
    }

    void sentiments_countWhoAnswered()
    {
        const World &known = m_worlds.at(0);
        const AnalyticsWindow window {worldTime(240), worldTime(1800)};
        QMap<QString, qint64> expected;
        for (int lead = 0; lead < known.leads.size(); ++lead) {
            const QString tag = known.leads.at(lead).tag;
            if (known.leads.at(lead).emailCampaign >= 0 && isIn(known.lastInbound(lead), window))
                ++expected[tag.isEmpty() || tag == u"New"_s ? u"Unknown"_s : tag];
        }
        const auto part = loadEmailCampaigns(*m_stage->app, scope(known), window);
        QVERIFY(part);
        QMap<QString, qint64> found;
        for (const CampaignSlice &slice : part->report.sentiments)
            found.insert(slice.name, slice.positiveReplies);
        QCOMPARE(found, expected);
        QVERIFY(found.size() > 5);
    }

    void ranking_isByRate_thenByPositives()
    {
        World world = ranked();
        m_stage->open(world);
        const auto part = loadEmailCampaigns(*m_stage->app, scope(world), {worldTime(0), worldTime(24)});
        QVERIFY(part);
        const WeeklyReport &report = part->report;
        QCOMPARE(names(report.top),
            QStringList({u"all of 4"_s, u"half of 20"_s, u"half of 4"_s, u"tenth of 20"_s, u"none of 8"_s}));
        QCOMPARE(names(report.bottom),
            QStringList({u"none of 8"_s, u"none of 7"_s, u"tenth of 20"_s, u"half of 20"_s, u"half of 4"_s}));
        QCOMPARE(names(report.highPositiveLowBooking), QStringList({u"tenth of 20"_s, u"none of 8"_s}));
        QCOMPARE(part->campaigns.first().name, u"half of 20"_s);
        QCOMPARE(part->campaigns.first().rates().bookedPerPositive, 0.5);
        QCOMPARE(part->campaigns.last().name, u"nobody"_s);
        QCOMPARE(part->campaigns.last().rates(), EmailCampaignRates());
        QCOMPARE(part->campaigns.first().byHeadcount.size(), 1);
    }

    void reactivation_agreesWithTheRows_data() { emailCampaigns_agreeWithTheRows_data(); }
    void reactivation_agreesWithTheRows()
    {
        QFETCH(int, world);
        QFETCH(AnalyticsWindow, window);
        const World &known = m_worlds.at(world);
        QMap<QUuid, ReactivationKpis> expected;
        ReactivationKpis totals;
        for (const WorldEnrollment &enrollment : known.enrollments) {
            if (enrollment.status != u"sent"_s || !isIn(enrollment.sentAt, window))
                continue;
            const auto isAfter = [&](std::optional<Instant> at) {
                return at && *at > *enrollment.sentAt && *at < *window.to;
            };
            bool hasAnswered = false;
            for (const WorldMessage &message : known.messages)
                hasAnswered = hasAnswered
                    || (message.lead == enrollment.lead && message.isInbound && isAfter(message.sentAt));
            const WorldCampaign &campaign = known.reactivations.at(enrollment.campaign);
            expected[campaign.id].name = campaign.name;
            for (ReactivationKpis *kpis : {&expected[campaign.id], &totals}) {
                ++kpis->sent;
                kpis->responded += hasAnswered;
                kpis->meetingsBooked += isAfter(known.leads.at(enrollment.lead).bookedAt);
            }
        }
        const auto part = loadReactivation(*m_stage->app, scope(known), window);
        QVERIFY2(part, qPrintable(part ? QString() : describe(part.error())));
        QCOMPARE(part->totals, totals);
        QCOMPARE(part->campaigns.size(), expected.size());
        for (const ReactivationKpis &kpis : part->campaigns) {
            QCOMPARE(kpis.name, expected.value(kpis.id).name);
            QCOMPARE(kpis.sent, expected.value(kpis.id).sent);
            QCOMPARE(kpis.responded, expected.value(kpis.id).responded);
            QCOMPARE(kpis.meetingsBooked, expected.value(kpis.id).meetingsBooked);
        }
    }

    void noWindow_isTheDefaultOfTheEndpoint()
    {
        const World &known = m_worlds.at(0);
        const Instant now = worldTime(1200);
        AnalyticsScope reader = scope(known);
        reader.now = now;
        const auto email = loadEmailCampaigns(*m_stage->app, reader, {});
        const auto again = loadReactivation(*m_stage->app, reader, {});
        QVERIFY(email && again);
        QCOMPARE(email->window, lastDays(7, now));
        QCOMPARE(again->window, lastDays(30, now));
        QVERIFY(again->totals.sent > 0);
    }

    void everybodyButPortalsAndStrangers_seesTheWorkspace()
    {
        const World &known = m_worlds.at(0);
        const AnalyticsWindow window {worldTime(-1), worldTime(9999)};
        const auto ofOwner = loadEmailCampaigns(*m_stage->app, scope(known), window);
        const auto ofSetter
            = loadEmailCampaigns(*m_stage->app, scope(known, known.setters.first().first), window);
        QVERIFY(ofOwner && ofSetter);
        QCOMPARE(*ofSetter, *ofOwner);
        QVERIFY(ofOwner->campaigns.first().positiveReplies > 0);
        QCOMPARE(*loadReactivation(*m_stage->app, scope(known, known.setters.first().first), window),
            *loadReactivation(*m_stage->app, scope(known), window));
        for (const UserId user : {m_stage->portal, m_stage->stranger}) {
            const auto email = loadEmailCampaigns(*m_stage->app, scope(known, user), window);
            const auto again = loadReactivation(*m_stage->app, scope(known, user), window);
            QVERIFY(!email && !again);
            QCOMPARE(email.error().kind, Error::Kind::Denied);
            QCOMPARE(again.error().kind, Error::Kind::Denied);
        }
    }

    void workspaceWithoutAnything_isEmpty()
    {
        World world;
        m_stage->open(world);
        const auto email = loadEmailCampaigns(*m_stage->app, scope(world), {});
        const auto again = loadReactivation(*m_stage->app, scope(world), {});
        QVERIFY(email && again);
        QVERIFY(email->campaigns.isEmpty() && email->report.top.isEmpty());
        QVERIFY(again->campaigns.isEmpty());
        QCOMPARE(again->totals, ReactivationKpis());
    }

private:
    AnalyticsScope scope(const World &world) const { return scope(world, m_stage->owner); }
    AnalyticsScope scope(const World &world, UserId user) const
    {
        return m_stage->scope(world, user, worldTime(2880));
    }

    /// Campaigns with known rates; their leads answered and booked at noon of the first day.
    static World ranked()
    {
        World world;
        world.name = u"Ranked"_s;
        const auto add = [&world](const QString &name, int positives, int bookings) {
            world.emailCampaigns.append({.name = name});
            const int campaign = int(world.emailCampaigns.size()) - 1;
            for (int i = 0; i < positives; ++i) {
                world.leads.append({.tag = u"Interested"_s, .emailCampaign = campaign});
                world.messages.append(
                    {.lead = int(world.leads.size()) - 1, .isInbound = true, .sentAt = worldTime(12)});
                if (i < bookings) {
                    world.leads.last().bookedAt = worldTime(12);
                    world.leads.last().hasGhl = true;
                }
            }
        };
        add(u"half of 4"_s, 4, 2);
        add(u"none of 7"_s, 7, 0);
        add(u"all of 4"_s, 4, 4);
        add(u"half of 20"_s, 20, 10);
        add(u"none of 8"_s, 8, 0);
        add(u"tenth of 20"_s, 20, 2);
        add(u"nobody"_s, 0, 0);
        return world;
    }

    std::unique_ptr<WorldStage> m_stage;
    QList<World> m_worlds;
};

QTEST_GUILESS_MAIN(tst_AnalyticsCampaigns)
#include "tst_analyticscampaigns.moc"
