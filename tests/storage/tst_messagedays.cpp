// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/activity.h"
#include "core/storage/analytics/messagedays.h"
#include "core/storage/migrator.h"
#include "tests/storage/analyticsdata.h"
#include "tests/storage/analyticsoracle.h"
#include "tests/support/racers.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr int Writers = 4;

AnalyticsData::Options spring(int leads, int messages)
{
    return {.from = *parseIso(u"2026-02-20"),
        .to = *parseIso(u"2026-03-24"),
        .leads = leads,
        .messages = messages};
}

/// One connection that writes messages of few leads at times close together, around a midnight in Kolkata
/// that is within business hours.
class Writer
{
public:
    Writer(PgConnection &pg, const AnalyticsData &data, unsigned seed)
        : m_pg(pg)
        , m_workspace(data.workspace())
        , m_people(data.setters())
        , m_random(seed)
    { }

    /// A deadlock is the database's honest answer; the writer goes on.
    Result<void> writeOne()
    {
        const auto done = m_pg.runSql(
            statement(), PgParams() << m_workspace << pick(60) << pick(3) << m_people.at(pick(3)));
        if (!done && done.error().kind != Error::Kind::Conflict)
            return done.error();
        return {};
    }

private:
    int pick(int n) { return int(m_random() % unsigned(n)); }

    QByteArray statement()
    {
        static const QByteArray lead = "(select id from lead where workspace_id = $1::uuid order by id"
                                       " offset $3::int limit 1)";
        static const QByteArray at = "timestamptz '2026-03-09 18:00Z' + $2::int * interval '1 minute'";
        static const QByteArray some = "(select id from message where workspace_id = $1::uuid and lead_id = "
            + lead + " order by md5(id::text || $2::int) limit 2)";
        switch (pick(9)) {
        case 0:
            return "delete from message where $4::uuid is not null and id in " + some;
        case 1:
            return "update message set sent_at = " + at + " where $4::uuid is not null and id in " + some;
        case 2:
            return "update message set direction = 'inbound', channel = 'sms', sent_by_user_id = null"
                   " where $4::uuid is not null and id in "
                + some;
        case 3:
            return "update message set sent_by_user_id = $4::uuid where id in " + some;
        case 4: // over all three leads at once
            return "insert into message (workspace_id, lead_id, direction, channel, body, sent_at)"
                   " select l.workspace_id, l.id, 'inbound', 'email', 'x', "
                + at
                + " from lead l where l.workspace_id = $1::uuid and $3::int >= 0 and $4::uuid is not null";
        default:
            return "insert into message (workspace_id, lead_id, direction, channel, body, sent_by_user_id, "
                   "sent_at)"
                   " select $1::uuid, "
                + lead
                + ", case when random() < 0.5 then 'inbound' else 'outbound' end,"
                  " case when random() < 0.5 then 'email' else 'sms' end, 'x', $4::uuid, "
                + at;
        }
    }

    PgConnection &m_pg;
    WorkspaceId m_workspace;
    QList<UserId> m_people;
    std::mt19937 m_random;
};

/// A lead of its own that wrote ten minutes before a midnight in Kolkata and was answered ten minutes after
/// it.
void answerOverMidnight(InboxData rows, WorkspaceId workspace, UserId setter)
{
    const LeadId lead = rows.addLead(workspace, {});
    rows.run("insert into message (workspace_id, lead_id, direction, channel, body, sent_by_user_id, sent_at)"
             " values ($1::uuid, $2::uuid, 'inbound', 'email', 'x', null, '2026-03-09 18:20Z'),"
             " ($1::uuid, $2::uuid, 'outbound', 'email', 'x', $3::uuid, '2026-03-09 18:40Z')",
        PgParams() << workspace << lead << setter);
}

} // namespace

/// The derived columns of messages, the grids of days and their ledger (migrations 0012 and 0018).
class tst_MessageDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
    }

    void activity_ofAnyMinuteWindow_isTheRows()
    {
        AnalyticsData data(*m_admin, spring(50, 600), testSeed(10));
        const QTimeZone zone("America/New_York");
        for (int round = 0; round < 2; ++round) {
            data.churn(25);
            const AnalyticsFacts facts = data.facts();
            const AnalyticsOracle oracle(facts, zone, Instant());
            for (int i = 0; i < 60; ++i) {
                const auto [from, to] = data.randomWindow(zone);
                compare(data, oracle, {from, to});
            }
            QVERIFY(foldMessageDays(*m_app, 300));
        }
    }

    void writersOfTheSameLeads_whileOthersFold_leaveNoDrift()
    {
        AnalyticsData::Options options = spring(3, 10);
        options.timezone = u"Asia/Kolkata"_s;
        AnalyticsData data(*m_admin, options, 11);
        Racers folders;
        for (int i = 0; i < 2; ++i) {
            folders.start([&]() -> Result<void> {
                const auto pg = PgConnection::open(m_database->appConninfo());
                if (!pg)
                    return pg.error();
                while (!folders.areOver()) {
                    if (const auto folded = foldMessageDays(**pg, 50); !folded)
                        return folded.error();
                }
                return {};
            });
        }
        Racers writers;
        for (int i = 0; i < Writers; ++i) {
            writers.start([&, i]() -> Result<void> {
                const auto pg = PgConnection::open(m_database->adminConninfo());
                if (!pg)
                    return pg.error();
                Writer writer(**pg, data, unsigned(i) + 20);
                for (int n = 0; n < 120; ++n) {
                    if (const auto done = writer.writeOne(); !done)
                        return done;
                }
                return {};
            });
        }
        QCOMPARE(writers.join(), QString());
        // What the race leaves is luck: two gaps that cross the day are certain, folded by the same folders.
        for (int i = 0; i < 2; ++i)
            answerOverMidnight(InboxData(*m_admin), data.workspace(), data.setters().at(i));
        QCOMPARE(folders.join(), QString());
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
        QVERIFY(foldMessageDays(*m_app));
        QCOMPARE(*foldMessageDays(*m_app), 0);
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
        QCOMPARE(*recomputeMessageDays(*m_app, data.workspace()), 0);
        const auto gaps = m_admin->runSql(
            "select count(*), count(*) filter (where day > from_day), count(distinct sender_key)"
            " from gap_day where workspace_id = $1::uuid",
            PgParams() << data.workspace());
        QVERIFY(gaps->integer(0, 0) >= 2);
        QVERIFY(gaps->integer(0, 1) >= 2);
        QVERIFY(gaps->integer(0, 2) >= 2);
    }

    void aWorkspaceThatMoves_isCutAnew_withWhatIsPending()
    {
        AnalyticsData data(*m_admin, spring(20, 150), 12);
        QVERIFY(foldMessageDays(*m_app, 100));
        InboxData(*m_admin).run("update workspace set timezone = 'Asia/Tokyo' where id = $1::uuid",
            PgParams() << data.workspace());
        data.addMessages(20);
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
        const QTimeZone tokyo("Asia/Tokyo");
        const AnalyticsFacts facts = data.facts();
        const AnalyticsOracle oracle(facts, tokyo, Instant());
        for (int i = 0; i < 20; ++i) {
            const auto [from, to] = data.randomWindow(tokyo);
            compare(data, oracle, {from, to});
        }
    }

    void writesThatBypassTheTriggers_areFoundAndRebuilt()
    {
        AnalyticsData data(*m_admin, spring(20, 150), 13);
        QVERIFY(m_admin->runScript("set session_replication_role = replica"));
        data.addMessages(30);
        data.churn(10);
        QVERIFY(m_admin->runScript("set session_replication_role = origin"));
        QVERIFY(verifyMessageDays(*m_app, data.workspace())->size() > 0);
        QVERIFY(*recomputeMessageDays(*m_app, data.workspace()) > 0);
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
    }

    void aColumnSetByHand_isPutRight()
    {
        AnalyticsData data(*m_admin, spring(5, 60), 14);
        InboxData(*m_admin).run("update message set previous_at = sent_at, gap_from = null"
                                " where workspace_id = $1::uuid",
            PgParams() << data.workspace());
        QCOMPARE(verifyMessageDays(*m_app, data.workspace())->size(), 0);
    }

    void aDeletedWorkspace_leavesNothing()
    {
        AnalyticsData data(*m_admin, spring(5, 40), 15);
        QVERIFY(foldMessageDays(*m_app, 10));
        InboxData(*m_admin).run("delete from workspace where id = $1::uuid", PgParams() << data.workspace());
        QVERIFY(foldMessageDays(*m_app));
        const auto left
            = m_admin->runSql("select (select count(*) from message_day where workspace_id = $1::uuid)"
                              " + (select count(*) from gap_day where workspace_id = $1::uuid)"
                              " + (select count(*) from message_day_delta where workspace_id = $1::uuid)",
                PgParams() << data.workspace());
        QCOMPARE(left->integer(0, 0), 0);
    }

    void migrating_fillsWhatIsThere()
    {
        const auto database = newDatabase();
        const auto admin = connectTo(database->adminConninfo());
        AnalyticsData data(*admin, spring(20, 200), 16);
        QVERIFY(Migrator::rollBackTo(*admin, 11));
        QVERIFY(Migrator::migrate(*admin));
        QCOMPARE(verifyMessageDays(*admin, data.workspace())->size(), 0);
        const auto pending
            = admin->runSql("select (select count(*) from message_day_delta),"
                            " (select sum(n) from message_day), (select count(*) from message)");
        QCOMPARE(pending->integer(0, 0), 0);
        QCOMPARE(pending->integer(0, 1), pending->integer(0, 2));
    }

private:
    void compare(const AnalyticsData &data, const AnalyticsOracle &oracle, const AnalyticsWindow &window)
    {
        const AnalyticsScope scope = data.scope(data.owner(), *window.to, {});
        const auto activity = m_app->transaction(scope.tenantScope(), [&]() -> Result<Activity> {
            if (const auto done = admitAnalytics(*m_app, scope); !done)
                return done.error();
            return loadActivity(*m_app, scope, window);
        });
        QVERIFY2(activity, activity ? "" : qPrintable(describe(activity.error())));
        QCOMPARE(activity->leadsWriting, oracle.leadsWith(true, window));
        QCOMPARE(activity->leadsWrittenTo, oracle.leadsWith(false, window));
        qint64 sum = 0;
        for (const Activity::Cell &cell : activity->cells) {
            QCOMPARE(cell.messages, oracle.messages(cell.isInbound, cell.channel, cell.day, window));
            sum += cell.messages;
        }
        QCOMPARE(sum,
            oracle.messages(true, QString(), QDate(), window)
                + oracle.messages(false, QString(), QDate(), window));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
};

QTEST_GUILESS_MAIN(tst_MessageDays)
#include "tst_messagedays.moc"
