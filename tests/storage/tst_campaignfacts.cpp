// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/campaigndays.h"
#include "core/storage/countsstore.h"
#include "core/storage/driftchecks.h"
#include "core/storage/migrator.h"
#include "tests/storage/campaignstage.h"
#include "tests/storage/campaignwriter.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What is kept for the campaigns tab beside drafts, reactivations and days (migrations 0024 and 0025).
class tst_CampaignFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<WorldStage>(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void facts_followEveryWrite_inAnyWindow()
    {
        const unsigned seed = testSeed(24);
        const World world = fewLeads(*m_stage);
        CampaignWriter writer(*m_stage->admin, world.workspace, seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < 6; ++i)
                checkDone(writer.writeOne());
            if (round % 3 == 1)
                QVERIFY(foldCampaignDays(*m_stage->app, round % 2 == 0 ? 3 : 1000));
            const CampaignRows rows = CampaignRows::load(*m_stage->admin, world.workspace);
            compareFacts(rows);
            QCOMPARE(factDrifts(*m_stage->app, world.workspace), 0);
            for (int i = 0; i < 4 && !QTest::currentTestFailed(); ++i) {
                // Bounds on midnights, within a day, and days apart.
                const int from = int(random() % 130) - 6;
                const Instant to = worldTime(from + int(random() % 400), random() % 2 == 0 ? 0 : 30);
                compareFigures(world, rows,
                    {from < 0 ? std::nullopt : std::optional(worldTime(from)),
                        std::max(to, worldTime(from))});
            }
            if (QTest::currentTestFailed())
                return;
        }
    }

    void order_closesOverASendThatGoes_data()
    {
        QTest::addColumn<QByteArray>("write");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
        row("its draft is deleted", "delete from ai_draft where id = $1::uuid");
        row("its message is deleted", "delete from message where ai_draft_id = $1::uuid");
        row("it is rejected", "update ai_draft set response_disposition = null where id = $1::uuid");
        row("it is of another channel", "update ai_draft set channel = 'sms' where id = $1::uuid");
        row("it is another lead's",
            "update ai_draft d set lead_id = l.id from lead l where d.id = $1::uuid and"
            " l.workspace_id = d.workspace_id and l.id <> d.lead_id");
    }
    void order_closesOverASendThatGoes()
    {
        QFETCH(QByteArray, write);
        const World world = known(*m_stage);
        InboxData(*m_stage->admin).run(write, PgParams() << world.drafts.at(1).id);
        const CampaignRows rows = CampaignRows::load(*m_stage->admin, world.workspace);
        QVERIFY(rows.keptSends.value(world.drafts.first().id.value).contains(toIsoMicros(worldTime(22))));
        compareFacts(rows);
    }

    void writesThatBypassTheTriggers_areFoundAndPutRight_data()
    {
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QByteArray>("write");
        const auto row = [](const char *name, const QString &fact, const char *sql) {
            QTest::newRow(name) << fact << QByteArray(sql);
        };
        row("order of sends", u"draft_sends"_s,
            "update draft_send set next_sent_at = '2020-01-01Z' where workspace_id = $1::uuid");
        row("bookings of sends", u"draft_sends"_s,
            "update draft_send set has_booking = not has_booking where workspace_id = $1::uuid");
        row("answers", u"reactivations"_s,
            "update reactivation_enrollment set answered_at = '2020-01-01Z' where workspace_id = $1::uuid");
        row("bookings", u"reactivations"_s,
            "update reactivation_enrollment set booked_at = '2020-01-01Z' where workspace_id = $1::uuid");
        row("cells", u"campaign_days"_s, "update campaign_day set n = n + 1 where workspace_id = $1::uuid");
        row("leads", u"campaign_days"_s,
            "update lead set email_campaign_id = null where workspace_id = $1::uuid and"
            " last_inbound_at is not null");
    }
    void writesThatBypassTheTriggers_areFoundAndPutRight()
    {
        QFETCH(QString, fact);
        QFETCH(QByteArray, write);
        const World world = known(*m_stage);
        QVERIFY(foldCampaignDays(*m_stage->app));
        QVERIFY(m_stage->admin->runScript("set session_replication_role = replica"));
        InboxData(*m_stage->admin).run(write, PgParams() << world.workspace);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = origin"));
        for (const DriftCheck &check : driftChecks()) {
            if (QString(check.name) != fact)
                continue;
            const auto found = check.verify(*m_stage->app, world.workspace);
            QVERIFY(found && !found->isEmpty());
            QCOMPARE(found->first().what, fact);
            QVERIFY(found->first().expected != found->first().found);
        }
        for (const DriftCheck &check : driftChecks())
            QVERIFY(check.repair(*m_stage->app, world.workspace));
        compareFacts(CampaignRows::load(*m_stage->admin, world.workspace));
        QCOMPARE(factDrifts(*m_stage->app, world.workspace), 0);
    }

    /// Its own pending rows would take a cell below nothing; it is marked, and is right once it is
    /// reconciled.
    void aCellThatDrifted_keepsNobodyElseWaiting()
    {
        const World drifted = known(*m_stage), other = known(*m_stage);
        QVERIFY(foldCampaignDays(*m_stage->app));
        InboxData data(*m_stage->admin);
        data.run("delete from campaign_day where workspace_id = $1::uuid", PgParams() << drifted.workspace);
        for (const World *world : {&drifted, &other})
            data.run("delete from message where workspace_id = $1::uuid", PgParams() << world->workspace);
        const auto pending = [&](const World &world) {
            return data
                .run("select count(*) from campaign_day_delta where workspace_id = $1::uuid",
                    PgParams() << world.workspace)
                .integer(0, 0);
        };
        const qint64 waiting = pending(drifted), others = pending(other);
        QVERIFY(waiting > 0 && others > 0);
        for (const qint64 moved : {others, qint64(0)}) {
            const auto folded = foldCampaignDays(*m_stage->app);
            checkDone(folded);
            QCOMPARE(*folded, moved);
            QCOMPARE(pending(drifted), waiting);
            QCOMPARE(pending(other), 0);
        }
        compareFacts(CampaignRows::load(*m_stage->admin, other.workspace));
        QCOMPARE(reconcileDirty(*m_stage->app)->workspaces, 1);
        QCOMPARE(pending(drifted), 0);
        compareFacts(CampaignRows::load(*m_stage->admin, drifted.workspace));
        QCOMPARE(factDrifts(*m_stage->app, drifted.workspace), 0);
        QVERIFY(foldCampaignDays(*m_stage->app));
        QCOMPARE(reconcileDirty(*m_stage->app)->workspaces, 0);
    }

    void aRebuiltWorkspace_hasItsFacts()
    {
        QVERIFY(m_stage->admin->runScript("set session_replication_role = replica"));
        const World world = known(*m_stage);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = origin"));
        QVERIFY(CampaignRows::load(*m_stage->admin, world.workspace).keptSends.isEmpty());
        InboxData(*m_stage->admin).run("select rebuild_workspace($1::uuid)", PgParams() << world.workspace);
        const CampaignRows rows = CampaignRows::load(*m_stage->admin, world.workspace);
        QCOMPARE(rows.keptSends.size(), 3);
        compareFacts(rows);
    }

    void migrating_fillsWhatIsThere()
    {
        WorldStage stage;
        const World world = known(stage);
        QVERIFY(Migrator::rollBackTo(*stage.admin, 23));
        QVERIFY(Migrator::migrate(*stage.admin));
        const CampaignRows rows = CampaignRows::load(*stage.admin, world.workspace);
        QCOMPARE(rows.keptSends.size(), 3);
        QVERIFY(rows.enrollments.first().answeredAt);
        compareFacts(rows);
    }

    void aWrite_tellsOnlyWhatCounts()
    {
        const World world = known(*m_stage);
        InboxData data(*m_stage->admin);
        const auto told = [&](const QByteArray &write) {
            const QByteArray count = "select count(*) from campaign_day_delta where workspace_id = $1::uuid";
            const qint64 before = data.run(count, PgParams() << world.workspace).integer(0, 0);
            data.run(write, PgParams() << world.workspace);
            return data.run(count, PgParams() << world.workspace).integer(0, 0) - before;
        };
        const QByteArray message
            = "insert into message (workspace_id, lead_id, direction, sent_at, body) select"
              " workspace_id, id, '%1', '%2', 'Hi' from lead where workspace_id = $1::uuid and"
              " sentiment_tag = 'Interested'";
        const auto write = [&](const char *direction, const char *at) {
            return QString::fromLatin1(message)
                .arg(QLatin1StringView(direction), QLatin1StringView(at))
                .toLatin1();
        };
        QCOMPARE(told("update lead set status = 'qualified' where workspace_id = $1::uuid"), 0);
        QCOMPARE(told(write("outbound", "2026-03-02 13:00Z")), 0);
        QCOMPARE(told(write("inbound", "2026-03-02 20:00Z")), 0); // a reply on the day of the last one
        QCOMPARE(told(write("inbound", "2026-03-03 00:00Z")), 2); // from one day to the next
        QCOMPARE(told("update lead set sentiment_tag = 'Call Requested' where workspace_id = $1::uuid and"
                      " sentiment_tag = 'Interested'"),
            2);
    }

    void keepingAnAnswer_isNoEdit()
    {
        const World world = known(*m_stage);
        InboxData data(*m_stage->admin);
        const QByteArray versions = "select count(*) from inbox_counts_delta where workspace_id = $1::uuid";
        const auto count = [&] { return data.run(versions, PgParams() << world.workspace).integer(0, 0); };
        const auto answer = [&](const QByteArray &at) {
            data.run("insert into message (workspace_id, lead_id, direction, sent_at, body) select "
                     "workspace_id, lead_id,"
                     " 'inbound', '"
                    + at + "', 'Hi' from reactivation_enrollment where workspace_id = $1::uuid",
                PgParams() << world.workspace);
        };
        const qint64 before = count();
        answer("2026-03-05Z"); // was answered before: nothing to keep
        const qint64 unkept = count() - before;
        answer("2026-03-01 10:00Z"); // before what was the first answer
        QCOMPARE(count() - before - unkept, unkept);
        QCOMPARE(CampaignRows::load(*m_stage->admin, world.workspace).enrollments.first().answeredAt,
            std::optional(worldTime(10)));
    }

    void whatIsDeleted_leavesNoCell()
    {
        const World world = known(*m_stage);
        const World gone = known(*m_stage);
        QVERIFY(foldCampaignDays(*m_stage->app));
        InboxData data(*m_stage->admin);
        data.run("delete from lead where workspace_id = $1::uuid", PgParams() << world.workspace);
        data.run("delete from workspace where id = $1::uuid", PgParams() << gone.workspace);
        QVERIFY(CampaignRows::load(*m_stage->admin, world.workspace).keptCells.isEmpty());
        QVERIFY(foldCampaignDays(*m_stage->app));
        QCOMPARE(
            data.run("select (select count(*) from campaign_day where workspace_id = any ($1::uuid[]))"
                     " + (select count(*) from campaign_day_delta where workspace_id = any ($1::uuid[]))",
                    PgParams() << QList<QUuid> {world.workspace.value, gone.workspace.value})
                .integer(0, 0),
            0);
    }

private:
    /// Three sends of one unit, a reactivation that was answered, and two leads that replied, one with a
    /// booking.
    static World known(WorldStage &stage)
    {
        World world;
        world.emailCampaigns = {{.name = u"Cold"_s, .isAutoSend = true}};
        world.reactivations = {{.name = u"Again"_s}};
        world.leads = {{.tag = u"Interested"_s, .industry = u"Mining"_s, .emailCampaign = 0},
            {.tag = u"Neutral"_s, .emailCampaign = 0, .bookedAt = worldTime(50), .hasGhl = true}};
        for (int i = 0; i < 3; ++i) {
            world.drafts.append({.lead = 1, .disposition = u"EDITED"_s});
            world.messages.append({.lead = 1, .sentAt = worldTime(20 + i), .draft = i});
        }
        world.messages.append({.lead = 0, .isInbound = true, .sentAt = worldTime(36)});
        world.messages.append({.lead = 1, .isInbound = true, .sentAt = worldTime(37)});
        world.enrollments = {{.lead = 0, .sentAt = worldTime(9)}};
        stage.open(world);
        return world;
    }

    template <typename T> static void checkDone(const Result<T> &done)
    {
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
    }

    void compareFigures(const World &world, const CampaignRows &rows, const AnalyticsWindow &window)
    {
        const AnalyticsScope scope = m_stage->scope(world, m_stage->owner, worldTime(2880));
        QCOMPARE(readFigures(*m_stage->app, scope, window), walkedFigures(rows, window));
    }

    std::unique_ptr<WorldStage> m_stage;
};

QTEST_GUILESS_MAIN(tst_CampaignFacts)
#include "tst_campaignfacts.moc"
