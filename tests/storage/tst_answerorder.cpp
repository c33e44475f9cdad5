// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/answerorder.h"
#include "core/storage/analytics/timingreader.h"
#include "core/storage/migrator.h"
#include "tests/storage/campaignworld.h"
#include "tests/support/racers.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"
#include "tests/support/waitlimit.h"

#include <QDeadlineTimer>

#include <numeric>
#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// One event as it is stored.
struct StoredEvent
{
    QUuid lead, id;
    Instant inboundAt {};
    std::optional<Instant> answeredAt, earlier, later;
    qint64 ms = 0;

    auto rank() const { return std::tuple(*answeredAt, inboundAt, id.toRfc4122()); }
    bool precedes(const StoredEvent &other) const
    {
        return answeredAt && other.answeredAt && lead == other.lead && rank() < other.rank();
    }
};

/// The answer's time is worked out here, from both sides.
QList<StoredEvent> storedEvents(PgConnection &admin, WorkspaceId workspace)
{
    const PgResult rows = InboxData(admin).run(
        "select lead_id, id, inbound_sent_at, setter_response_sent_at, ai_response_sent_at, "
        "setter_response_ms,"
        " ai_response_ms, earlier_inbound_at, later_inbound_at from response_timing_event"
        " where workspace_id = $1::uuid",
        PgParams() << workspace);
    QList<StoredEvent> events;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const auto setterAt = rows.optionalInstant(row, 3);
        const auto aiAt = rows.optionalInstant(row, 4);
        const bool isAi = aiAt && (!setterAt || *aiAt < *setterAt);
        events.append({rows.uuid(row, 0), rows.uuid(row, 1), rows.instant(row, 2), isAi ? aiAt : setterAt,
            rows.optionalInstant(row, 7), rows.optionalInstant(row, 8), rows.integer(row, isAi ? 6 : 5)});
    }
    return events;
}

/// Events whose columns do not name what their lead had answered before.
int wrongOnes(const QList<StoredEvent> &events)
{
    int wrong = 0;
    for (const StoredEvent &event : events) {
        std::optional<Instant> earlier, later;
        for (const StoredEvent &other : events) {
            if (!other.precedes(event))
                continue;
            if (other.inboundAt <= event.inboundAt)
                earlier = std::max(earlier.value_or(other.inboundAt), other.inboundAt);
            else
                later = std::min(later.value_or(other.inboundAt), other.inboundAt);
        }
        wrong += earlier != event.earlier || later != event.later;
    }
    return wrong;
}

/// The first answers of a window, as sorted times (domain §7.7).
QList<qint64> firstTimes(const QList<StoredEvent> &events, const AnalyticsWindow &window)
{
    QHash<QUuid, const StoredEvent *> picks;
    for (const StoredEvent &event : events) {
        if (!event.answeredAt || (window.from && event.inboundAt < *window.from)
            || event.inboundAt >= *window.to)
            continue;
        const StoredEvent *&pick = picks[event.lead];
        if (pick == nullptr || event.precedes(*pick))
            pick = &event;
    }
    QList<qint64> times;
    for (const StoredEvent *pick : picks)
        times.append(pick->ms);
    std::sort(times.begin(), times.end());
    return times;
}

/// Writes events of a few leads at times that are often equal, in every way there is.
class Writer
{
public:
    Writer(PgConnection &pg, WorkspaceId workspace, unsigned seed)
        : m_pg(pg)
        , m_workspace(workspace)
        , m_random(seed)
    { }

    /// A deadlock is the database's honest answer; the writer goes on.
    Result<void> writeOne()
    {
        const auto done = m_pg.runSql(statement(), PgParams() << m_workspace << pick(100));
        if (!done && done.error().kind != Error::Kind::Conflict)
            return done.error();
        return {};
    }

private:
    int pick(int n) { return int(m_random() % unsigned(n)); }
    QByteArray number(int n) { return QByteArray::number(pick(n)); }
    QByteArray time() { return "timestamptz '2026-03-01 00:00Z' + interval '1 minute' * " + number(40); }
    QByteArray maybeTime() { return pick(3) == 0 ? QByteArray("null::timestamptz") : time(); }
    // Distinct, so that their sum says which they are.
    QByteArray ms() { return QByteArray::number(qint64(m_random()) * 1024 + pick(1024)); }
    QByteArray lead()
    {
        return "(select id from lead where workspace_id = $1::uuid order by id offset " + number(5)
            + " limit 1)";
    }
    QByteArray some()
    {
        return " where workspace_id = $1::uuid and id in (select id from response_timing_event where"
               " workspace_id = $1::uuid order by md5(id::text || $2::int) limit "
            + QByteArray::number(1 + pick(4)) + ")";
    }

    QByteArray statement()
    {
        static const QByteArray change = "update response_timing_event set ";
        switch (pick(10)) {
        case 0:
            return "delete from response_timing_event" + some();
        case 1:
            return change + "setter_response_sent_at = " + maybeTime() + ", setter_response_ms = " + ms()
                + some();
        case 2:
            return change + "ai_response_sent_at = " + maybeTime() + ", ai_response_ms = " + ms() + some();
        case 3:
            return change + "inbound_sent_at = " + time() + some();
        case 4:
            return change + "lead_id = " + lead() + some();
        case 5: // ids decide where all else is equal
            return change + "id = gen_random_uuid(), channel = 'sms'" + some();
        default:
            return "insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id,"
                   " inbound_sent_at, setter_response_sent_at, setter_response_ms, ai_response_sent_at,"
                   " ai_response_ms) select $1::uuid, "
                + lead() + ", case when random() < 0.5 then 'email' else 'linkedin' end, gen_random_uuid(), "
                + time() + ", " + maybeTime() + ", " + ms() + ", " + maybeTime() + ", " + ms()
                + " from generate_series(0, $2::int % 3)";
        }
    }

    PgConnection &m_pg;
    WorkspaceId m_workspace;
    std::mt19937 m_random;
};

} // namespace

/// What stands beside an answered event about the answers before it (migration 0020).
class tst_AnswerOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<WorldStage>(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void window_betweenThePredecessors_takesTheLatestAnswer_data()
    {
        QTest::addColumn<int>("from"); // minutes after nine
        QTest::addColumn<int>("to");
        QTest::addColumn<qint64>("picked");
        const auto row = [](const char *name, int from, int to, qint64 picked) {
            QTest::newRow(name) << from << to << picked;
        };
        row("all three", 0, 60, 1);
        row("to the last one's edge", 10, 50, 1);
        row("the middle alone", 11, 50, 3);
        row("the middle and the later", 11, 51, 2);
        row("the earlier and the middle", 10, 31, 1);
        row("the middle's own minute", 30, 31, 3);
        row("the later alone", 31, 51, 2);
        row("from nowhere", -1, 31, 1);
        row("before all", 0, 10, 0);
        row("after all", 51, 99, 0);
    }
    void window_betweenThePredecessors_takesTheLatestAnswer()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(qint64, picked);
        // The message of 9:30 was answered last: after those of 9:10 and of 9:50, each on a channel of its
        // own.
        World world = oneLead();
        world.events = {{.inboundAt = worldTime(9, 10), .setterAt = worldTime(12), .setterMs = 1},
            {.channel = u"sms"_s, .inboundAt = worldTime(9, 50), .aiAt = worldTime(13), .aiMs = 2},
            {.channel = u"linkedin"_s,
                .inboundAt = worldTime(9, 30),
                .setterAt = worldTime(14),
                .setterMs = 3}};
        m_stage->open(world);
        const auto begin = from < 0 ? std::nullopt : std::optional(worldTime(9, from));
        const auto data = timing(world, {begin, worldTime(9, to)});
        QCOMPARE(qint64(data.medianResponseMs.value_or(0)), picked);
        QCOMPARE(data.responders.first().stats.pending, picked > 0 ? 1 : 0);
    }

    void everyKeyEqual_countsOne()
    {
        World world = oneLead();
        for (int i = 1; i <= 4; ++i)
            world.events.append({.inboundAt = worldTime(9), .setterAt = worldTime(10), .setterMs = i});
        m_stage->open(world);
        const QList<StoredEvent> events = storedEvents(*m_stage->admin, world.workspace);
        QCOMPARE(wrongOnes(events), 0);
        const auto data = timing(world, {worldTime(9), worldTime(9, 1)});
        QCOMPARE(data.responders.first().stats.pending, 1);
        QCOMPARE(qint64(*data.medianResponseMs), firstTimes(events, {worldTime(9), worldTime(9, 1)}).first());
    }

    void order_followsEveryWrite_inAnyMinuteWindow()
    {
        const unsigned seed = testSeed(20);
        const World world = fewLeads(*m_stage);
        Writer writer(*m_stage->admin, world.workspace, seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < 5; ++i)
                QVERIFY(writer.writeOne());
            const QList<StoredEvent> events = storedEvents(*m_stage->admin, world.workspace);
            QCOMPARE(wrongOnes(events), 0);
            QCOMPARE(verifyAnswerOrder(*m_stage->app, world.workspace)->size(), 0);
            for (int i = 0; i < 8; ++i) {
                const int from = int(random() % 42) - 2;
                const Instant to = worldTime(0, from + int(random() % 20));
                compare(world, events, {from < 0 ? std::nullopt : std::optional(worldTime(0, from)), to});
                if (QTest::currentTestFailed())
                    return;
            }
        }
        // What chance leaves may be nothing: two answers of each lead are certain.
        addTwoAnswers(*m_stage->admin, world);
        const QList<StoredEvent> events = storedEvents(*m_stage->admin, world.workspace);
        QVERIFY(events.size() >= 2 * world.leads.size());
        QCOMPARE(wrongOnes(events), 0);
        compare(world, events, {std::nullopt, worldTime(24)});
    }

    void twoWritersOfALead_theSecondSeesTheFirst()
    {
        World world = oneLead();
        m_stage->open(world);
        InboxData first(*m_stage->admin);
        first.run("begin");
        first.run(added("9:10", "10:10"), PgParams() << world.workspace);
        const auto other = connectTo(m_stage->database->adminConninfo());
        Racers second;
        second.start([&]() -> Result<void> {
            const auto done = other->runSql(added("9:20", "10:20"), PgParams() << world.workspace);
            return done ? Result<void>() : done.error();
        });
        const auto watcher = connectTo(m_stage->database->adminConninfo());
        const auto waiting = [&] {
            return InboxData(*watcher)
                .run("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname ="
                     " current_database()")
                .integer(0, 0);
        };
        for (QDeadlineTimer deadline(WaitLimit); waiting() < 1 && !deadline.hasExpired();)
            std::this_thread::yield();
        const qint64 held = waiting();
        first.run("commit");
        QCOMPARE(second.join(), QString());
        QCOMPARE(held, 1);
        const QList<StoredEvent> events = storedEvents(*m_stage->admin, world.workspace);
        QCOMPARE(events.size(), 2);
        QCOMPARE(wrongOnes(events), 0);
        QCOMPARE(
            std::ranges::count_if(events, [](const StoredEvent &event) { return event.earlier.has_value(); }),
            1);
    }

    void writersOfTheSameLeads_leaveNoDrift()
    {
        const World world = fewLeads(*m_stage);
        Racers writers;
        for (unsigned i = 0; i < 4; ++i) {
            writers.start([&, i]() -> Result<void> {
                const auto pg = PgConnection::open(m_stage->database->adminConninfo());
                if (!pg)
                    return pg.error();
                Writer writer(**pg, world.workspace, 70 + i);
                for (int n = 0; n < 100; ++n) {
                    if (const auto done = writer.writeOne(); !done)
                        return done;
                }
                return {};
            });
        }
        QCOMPARE(writers.join(), QString());
        addTwoAnswers(*m_stage->admin, world); // what the race leaves is luck
        const QList<StoredEvent> events = storedEvents(*m_stage->admin, world.workspace);
        QVERIFY(events.size() >= 2 * world.leads.size());
        QCOMPARE(wrongOnes(events), 0);
        QCOMPARE(verifyAnswerOrder(*m_stage->app, world.workspace)->size(), 0);
    }

    void settling_isNoEdit()
    {
        World world = oneLead();
        world.events = {{.inboundAt = worldTime(9, 10), .setterAt = worldTime(12), .setterMs = 1},
            {.inboundAt = worldTime(9, 30), .setterAt = worldTime(14), .setterMs = 2}};
        m_stage->open(world);
        InboxData data(*m_stage->admin);
        const auto ask
            = [&](const QByteArray &sql) { return data.run(sql, PgParams() << world.workspace).text(0, 0); };
        const QByteArray versions = "select count(*) from inbox_counts_delta where workspace_id = $1::uuid";
        const QByteArray edits
            = "select string_agg(updated_at::text, ' ' order by inbound_sent_at)"
              " from response_timing_event where workspace_id = $1::uuid and setter_response_ms < 3";
        const QByteArray order
            = "select string_agg(coalesce(earlier_inbound_at, later_inbound_at)::text, ' ')"
              " from response_timing_event where workspace_id = $1::uuid and setter_response_ms < 3";
        const QString versionsBefore = ask(versions);
        const QString editsBefore = ask(edits);
        const QString orderBefore = ask(order);
        data.run(added("9:20", "11:00"), PgParams() << world.workspace); // before both
        QVERIFY(ask(order) != orderBefore);
        QCOMPARE(ask(edits), editsBefore);
        QCOMPARE(ask(versions).toInt(), versionsBefore.toInt() + 1);
    }

    void columnsSetByHand_arePutRight()
    {
        const World world = fewLeads(*m_stage);
        fill(*m_stage, world, 40);
        InboxData(*m_stage->admin)
            .run("update response_timing_event set earlier_inbound_at = inbound_sent_at, later_inbound_at = "
                 "null"
                 " where workspace_id = $1::uuid",
                PgParams() << world.workspace);
        QCOMPARE(wrongOnes(storedEvents(*m_stage->admin, world.workspace)), 0);
    }

    void writesThatBypassTheTriggers_areFoundAndPutRight()
    {
        World world = oneLead();
        world.events = {{.inboundAt = worldTime(9, 10), .setterAt = worldTime(12), .setterMs = 1},
            {.inboundAt = worldTime(9, 50), .setterAt = worldTime(13), .setterMs = 2},
            {.inboundAt = worldTime(9, 30), .setterAt = worldTime(14), .setterMs = 3},
            {.inboundAt = worldTime(9)}};
        m_stage->open(world);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = replica"));
        InboxData(*m_stage->admin)
            .run("update response_timing_event set later_inbound_at = inbound_sent_at"
                 " where workspace_id = $1::uuid and (setter_response_ms = 3 or setter_response_ms is null)",
                PgParams() << world.workspace);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = origin"));
        auto drift = verifyAnswerOrder(*m_stage->app, world.workspace);
        QVERIFY(drift);
        QCOMPARE(drift->size(), 2);
        if (drift->first().event != world.events.at(2).id)
            std::swap(drift->first(), drift->last());
        QCOMPARE(drift->first().event, world.events.at(2).id);
        QCOMPARE(drift->first().lead, world.leads.first().id);
        QCOMPARE(drift->first().expectedEarlier, std::optional(worldTime(9, 10)));
        QCOMPARE(drift->first().foundEarlier, std::optional(worldTime(9, 10)));
        QCOMPARE(drift->first().expectedLater, std::optional(worldTime(9, 50)));
        QCOMPARE(drift->first().foundLater, std::optional(worldTime(9, 30)));
        QVERIFY(!drift->last().expectedLater); // was not answered
        QCOMPARE(*recomputeAnswerOrder(*m_stage->app, world.workspace), 2);
        QCOMPARE(verifyAnswerOrder(*m_stage->app, world.workspace)->size(), 0);
        QCOMPARE(wrongOnes(storedEvents(*m_stage->admin, world.workspace)), 0);
    }

    void aRebuiltWorkspace_hasItsOrder()
    {
        const World world = fewLeads(*m_stage);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = replica"));
        fill(*m_stage, world, 60);
        addTwoAnswers(*m_stage->admin, world);
        QVERIFY(m_stage->admin->runScript("set session_replication_role = origin"));
        QVERIFY(wrongOnes(storedEvents(*m_stage->admin, world.workspace)) > 0);
        InboxData(*m_stage->admin).run("select rebuild_workspace($1::uuid)", PgParams() << world.workspace);
        QCOMPARE(wrongOnes(storedEvents(*m_stage->admin, world.workspace)), 0);
    }

    void migrating_fillsWhatIsThere()
    {
        WorldStage stage;
        const World world = fewLeads(stage);
        fill(stage, world, 40);
        addTwoAnswers(*stage.admin, world);
        QVERIFY(Migrator::rollBackTo(*stage.admin, 17));
        QVERIFY(Migrator::migrate(*stage.admin));
        const QList<StoredEvent> events = storedEvents(*stage.admin, world.workspace);
        QVERIFY(
            std::ranges::any_of(events, [](const StoredEvent &event) { return event.later.has_value(); }));
        QCOMPARE(wrongOnes(events), 0);
    }

    void aDeletedLead_takesItsEventsAlong()
    {
        const World world = fewLeads(*m_stage);
        fill(*m_stage, world, 40);
        InboxData(*m_stage->admin)
            .run("delete from lead where workspace_id = $1::uuid", PgParams() << world.workspace);
        QCOMPARE(storedEvents(*m_stage->admin, world.workspace).size(), 0);
    }

private:
    static World oneLead()
    {
        World world;
        world.leads.append(WorldLead());
        return world;
    }

    static World fewLeads(WorldStage &stage)
    {
        World world;
        for (int i = 0; i < 5; ++i)
            world.leads.append(WorldLead());
        stage.open(world);
        return world;
    }

    static void fill(WorldStage &stage, const World &world, int writes)
    {
        Writer writer(*stage.admin, world.workspace, 7);
        for (int i = 0; i < writes; ++i)
            QVERIFY(writer.writeOne());
    }

    /// In each lead two, the earlier answer to the later message.
    static void addTwoAnswers(PgConnection &admin, const World &world)
    {
        InboxData data(admin);
        data.run(added("9:50", "10:10"), PgParams() << world.workspace);
        data.run(added("9:10", "10:20"), PgParams() << world.workspace);
    }

    /// An event of each lead of the workspace, both its times of the first day.
    static QByteArray added(const QByteArray &inbound, const QByteArray &answer)
    {
        return "insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id,"
               " inbound_sent_at, setter_response_sent_at, setter_response_ms) select l.workspace_id, l.id, "
               "'email',"
               " gen_random_uuid(), '2026-03-01 "
            + inbound + "Z', '2026-03-01 " + answer + "Z', 9 from lead l where l.workspace_id = $1::uuid";
    }

    ResponseTimingData timing(const World &world, const AnalyticsWindow &window)
    {
        const auto data = loadResponseTiming(
            *m_stage->app, m_stage->scope(world, m_stage->owner, worldTime(2880)), window, {});
        if (!data)
            qFatal("%s", qPrintable(describe(data.error())));
        return *data;
    }

    void compare(const World &world, const QList<StoredEvent> &events, const AnalyticsWindow &window)
    {
        const QList<qint64> times = firstTimes(events, window);
        const ResponseTimingData data = timing(world, window);
        const OutcomeCounts stats = data.responders.first().stats;
        QCOMPARE(stats.notBooked + stats.pending, times.size());
        if (times.isEmpty())
            return;
        const double sum = std::accumulate(times.begin(), times.end(), 0.0);
        QCOMPARE(*data.responders.first().averageResponseMs, sum / double(times.size()));
        QCOMPARE(qint64(*data.medianResponseMs),
            (times.at((times.size() - 1) / 2) + times.at(times.size() / 2)) / 2);
    }

    std::unique_ptr<WorldStage> m_stage;
};

QTEST_GUILESS_MAIN(tst_AnswerOrder)
#include "tst_answerorder.moc"
