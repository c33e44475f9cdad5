// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/timingreader.h"
#include "core/storage/pgpool.h"
#include "core/storage/sqlcatalog.h"
#include "tests/storage/timingoracle.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray text(const ResponseTimingData &data)
{
    return QJsonDocument(encodeResponseTiming(data)).toJson();
}

/// Names of the buckets that hold something.
QStringList filled(const QList<TimingBucket> &buckets)
{
    QStringList names;
    for (const TimingBucket &bucket : buckets) {
        if (bucket.stats != OutcomeCounts())
            names.append(bucket.bucket);
    }
    return names;
}

} // namespace

/// Response timing (domain §7.7).
class tst_AnalyticsTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<WorldStage>();
        for (unsigned seed = 31; seed <= 33; ++seed) {
            m_worlds.append(randomWorld(seed, 120));
            m_stage->open(m_worlds.last());
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everything_agreesWithTheRows_data()
    {
        QTest::addColumn<int>("world");
        QTest::addColumn<AnalyticsWindow>("window");
        QTest::addColumn<ResponseTimingFilter>("filter");
        for (int world = 0; world < 3; ++world) {
            const auto row = [world](const char *name) -> QTestData & {
                return QTest::addRow("world %d, %s", world, name) << world;
            };
            const AnalyticsWindow most {worldTime(240), worldTime(2400)};
            const QString setter = u"user:"_s + m_worlds.at(world).setters.at(1).first.toString();
            row("on the grid") << most << ResponseTimingFilter();
            row("between the grid") << AnalyticsWindow {worldTime(241), worldTime(2001)}
                                    << ResponseTimingFilter();
            row("without a beginning")
                << AnalyticsWindow {std::nullopt, worldTime(1500)} << ResponseTimingFilter();
            row("without an instant")
                << AnalyticsWindow {worldTime(600), worldTime(600)} << ResponseTimingFilter();
            row("everything") << AnalyticsWindow {worldTime(-1), worldTime(9999)} << ResponseTimingFilter();
            row("other days") << most << ResponseTimingFilter {3, 60, 2, {}, {}};
            row("by channel") << most << ResponseTimingFilter {.channel = u"sms"_s};
            row("by the machine") << most << ResponseTimingFilter {.responder = u"ai"_s};
            row("by a setter") << most << ResponseTimingFilter {.responder = setter};
            row("by a setter on a channel")
                << most << ResponseTimingFilter {.channel = u"email"_s, .responder = setter};
            std::mt19937 random(unsigned(world) + 1);
            for (int i = 0; i < 25; ++i) {
                const Instant from = worldTime(0, int(random() % 170'000));
                const AnalyticsWindow any {from, from + std::chrono::minutes(random() % 90'000)};
                row(qPrintable(u"any minutes %1"_s.arg(i))) << any << ResponseTimingFilter();
            }
        }
    }
    void everything_agreesWithTheRows()
    {
        QFETCH(int, world);
        QFETCH(AnalyticsWindow, window);
        QFETCH(ResponseTimingFilter, filter);
        const World &known = m_worlds.at(world);
        const auto data = loadResponseTiming(*m_stage->app, scope(known), window, filter);
        QVERIFY2(data, qPrintable(data ? QString() : describe(data.error())));
        QCOMPARE(text(*data), text(walkedTiming(known, window, filter)));
    }

    void noWindow_isThirtyDays()
    {
        const World &known = m_worlds.at(0);
        AnalyticsScope reader = scope(known);
        reader.now = worldTime(1200);
        const auto data = loadResponseTiming(*m_stage->app, reader, {}, {});
        QVERIFY(data);
        QCOMPARE(text(*data), text(walkedTiming(known, {worldTime(480), worldTime(1200)}, {})));
        QVERIFY(data->medianResponseMs.has_value());
    }

    void responseTime_belongsToItsBucket_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("bucket");
        QTest::newRow("nothing") << qint64(0) << u"<1min"_s;
        QTest::newRow("below a minute") << qint64(59'999) << u"<1min"_s;
        QTest::newRow("a minute") << qint64(60'000) << u"1-5min"_s;
        QTest::newRow("below five minutes") << qint64(299'999) << u"1-5min"_s;
        QTest::newRow("five minutes") << qint64(300'000) << u"5-15min"_s;
        QTest::newRow("a quarter") << qint64(900'000) << u"15-60min"_s;
        QTest::newRow("below an hour") << qint64(3'599'999) << u"15-60min"_s;
        QTest::newRow("an hour") << qint64(3'600'000) << u"1-4hr"_s;
        QTest::newRow("four hours") << qint64(14'400'000) << u"4-24hr"_s;
        QTest::newRow("below a day") << qint64(86'399'999) << u"4-24hr"_s;
        QTest::newRow("a day") << qint64(86'400'000) << u">24hr"_s;
        QTest::newRow("more than 32 bits") << qint64(5'000'000'000) << u">24hr"_s;
    }
    void responseTime_belongsToItsBucket()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, bucket);
        World world = answered({.setterAt = worldTime(10), .setterMs = ms});
        const auto data = timingOf(world);
        QCOMPARE(filled(data.responseTime), QStringList {bucket});
        QCOMPARE(data.medianResponseMs, std::optional(double(ms)));
        QCOMPARE(data.responders.first().averageResponseMs, std::optional(double(ms)));
        QVERIFY(filled(data.aiChosenDelay).isEmpty());
        QCOMPARE(data.responseTime.size(), 7);
    }

    // The places of a percentile may lie in two buckets, or between two of one.
    void percentile_betweenTwoTimes_isInterpolated_data()
    {
        QTest::addColumn<QList<qint64>>("ms");
        QTest::addColumn<double>("median");
        QTest::addColumn<double>("p90");
        QTest::newRow("one") << QList<qint64> {70'000} << 70'000.0 << 70'000.0;
        QTest::newRow("two buckets") << QList<qint64> {400'000, 59'000} << 229'500.0 << 365'900.0;
        QTest::newRow("far buckets") << QList<qint64> {90'000'000, 0, 1'000} << 1'000.0 << 72'000'200.0;
        QTest::newRow("one bucket") << QList<qint64> {4'000, 1'000, 3'000, 2'000} << 2'500.0 << 3'700.0;
        QTest::newRow("more than 32 bits")
            << QList<qint64> {5'000'000'000, 6'000'000'000} << 5'500'000'000.0 << 5'900'000'000.0;
    }
    void percentile_betweenTwoTimes_isInterpolated()
    {
        QFETCH(QList<qint64>, ms);
        QFETCH(double, median);
        QFETCH(double, p90);
        World world;
        for (int i = 0; i < ms.size(); ++i) {
            world.leads.append(WorldLead());
            world.events.append(
                {.lead = i, .inboundAt = worldTime(9), .setterAt = worldTime(10), .setterMs = ms.at(i)});
        }
        const auto data = timingOf(world);
        QVERIFY(data.medianResponseMs && data.p90ResponseMs);
        QCOMPARE(*data.medianResponseMs, median);
        QCOMPARE(*data.p90ResponseMs, p90);
        const auto ofMachine = loadResponseTiming(
            *m_stage->app, scope(world), {worldTime(0), worldTime(2000)}, {.responder = u"ai"_s});
        QVERIFY(ofMachine && !ofMachine->medianResponseMs && !ofMachine->p90ResponseMs);
    }

    void chosenDelay_belongsToItsBucket_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("bucket");
        QTest::newRow("too short") << 179 << QString();
        QTest::newRow("shortest") << 180 << u"180-210s"_s;
        QTest::newRow("first edge") << 210 << u"210-270s"_s;
        QTest::newRow("second edge") << 270 << u"270-330s"_s;
        QTest::newRow("third edge") << 330 << u"330-390s"_s;
        QTest::newRow("before the fourth") << 389 << u"330-390s"_s;
        QTest::newRow("fourth edge") << 390 << u"390-420s"_s;
        QTest::newRow("longest") << 420 << u"390-420s"_s;
        QTest::newRow("too long") << 421 << QString();
    }
    void chosenDelay_belongsToItsBucket()
    {
        QFETCH(int, seconds);
        QFETCH(QString, bucket);
        World world = answered({.aiAt = worldTime(10), .aiMs = 1, .delaySeconds = seconds});
        const auto data = timingOf(world);
        QCOMPARE(filled(data.aiChosenDelay).join(u' '), bucket);
        QCOMPARE(data.aiChosenDelay.size(), 5);
        QVERIFY(filled(data.aiDrift).isEmpty());
    }

    void drift_belongsToItsBucket_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("bucket");
        QTest::newRow("more than ten seconds early") << -10'001 << u"<10s early"_s;
        QTest::newRow("ten seconds early") << -10'000 << u"on-time (±10s)"_s;
        QTest::newRow("below ten seconds late") << 9'999 << u"on-time (±10s)"_s;
        QTest::newRow("ten seconds late") << 10'000 << u"10-60s late"_s;
        QTest::newRow("a minute late") << 60'000 << u"1-5min late"_s;
        QTest::newRow("below five minutes late") << 299'999 << u"1-5min late"_s;
        QTest::newRow("five minutes late") << 300'000 << u">5min late"_s;
    }
    void drift_belongsToItsBucket()
    {
        QFETCH(int, ms);
        QFETCH(QString, bucket);
        const Instant sentAt = worldTime(10);
        World world
            = answered({.aiAt = sentAt, .aiMs = 1, .scheduledAt = sentAt - std::chrono::milliseconds(ms)});
        QCOMPARE(filled(timingOf(world).aiDrift), QStringList {bucket});
    }

    void setter_winsWhenNotLater_data()
    {
        QTest::addColumn<int>("setterAfterAi"); // seconds
        QTest::addColumn<bool>("isAi");
        QTest::newRow("earlier") << -1 << false;
        QTest::newRow("at once") << 0 << false;
        QTest::newRow("later") << 1 << true;
    }
    void setter_winsWhenNotLater()
    {
        QFETCH(int, setterAfterAi);
        QFETCH(bool, isAi);
        World world = answered({.setterAt = worldTime(10) + std::chrono::seconds(setterAfterAi),
            .aiAt = worldTime(10),
            .setterMs = 1,
            .aiMs = 1});
        const auto data = timingOf(world);
        QCOMPARE(data.responders.at(1).stats.notBooked, isAi ? 1 : 0);
        QCOMPARE(data.responders.first().stats.notBooked, 1);
    }

    void channelFilters_afterThePick()
    {
        World world = answered({.channel = u"sms"_s, .setterAt = worldTime(10), .setterMs = 1});
        world.events.append(
            {.channel = u"email"_s, .inboundAt = worldTime(11), .setterAt = worldTime(12), .setterMs = 1});
        m_stage->open(world);
        const auto timing = [&](const QString &channel) {
            return loadResponseTiming(
                *m_stage->app, scope(world), {worldTime(0), worldTime(2000)}, {.channel = channel})
                ->responders.first()
                .stats.eligible();
        };
        QCOMPARE(timing(u"sms"_s), 1);
        QCOMPARE(timing(u"email"_s), 0);
        QCOMPARE(timing(QString()), 1);
    }

    // Row security would keep an expression that is not leakproof out of the index.
    void picks_areARangeOfTheIndex()
    {
        const World &known = m_worlds.at(0);
        InboxData(*m_stage->admin).vacuum("response_timing_event");
        const QByteArray sql = "explain " + SqlCatalog::builtIn().text("TimingOutcomes");
        const auto plan = m_stage->app->transaction(scope(known).tenantScope(), [&]() -> Result<QString> {
            if (const auto set = m_stage->app->runScript("set local enable_seqscan = off;"
                                                         " set local enable_bitmapscan = off");
                !set)
                return set.error();
            const auto rows = m_stage->app->runSql(sql,
                PgParams() << scope(known).workspace << worldTime(240) << worldTime(2400)
                           << std::optional<QString>() << 30 << worldTime(2000) << u"all"_s
                           << std::optional<QString>());
            if (!rows)
                return rows.error();
            QString text;
            for (int row = 0; row < rows->rowCount(); ++row)
                text += rows->text(row, 0) + u'\n';
            return text;
        });
        QVERIFY(plan.has_value());
        static const QRegularExpression keys(
            u"Index Only Scan using response_timing_event_answered_ix [^\n]*\n[^\n]*Index Cond:"
            "[^\n]*GREATEST[^\n]*LEAST"_s);
        QVERIFY2(plan->contains(keys), qPrintable(*plan));
    }

    void everybodyButPortalsAndStrangers_seesTheWorkspace()
    {
        const World &known = m_worlds.at(0);
        const AnalyticsWindow window {worldTime(-1), worldTime(9999)};
        const auto ofOwner = loadResponseTiming(*m_stage->app, scope(known), window, {});
        const auto ofSetter = loadResponseTiming(
            *m_stage->app, m_stage->scope(known, known.setters.first().first, worldTime(2880)), window, {});
        QVERIFY(ofOwner && ofSetter);
        QCOMPARE(text(*ofSetter), text(*ofOwner));
        for (const UserId user : {m_stage->portal, m_stage->stranger}) {
            const auto other
                = loadResponseTiming(*m_stage->app, m_stage->scope(known, user, worldTime(2880)), window, {});
            QVERIFY(!other);
            QCOMPARE(other.error().kind, Error::Kind::Denied);
        }
    }

    void cancelled_endsTheStatementOnTheServer()
    {
        const World &known = m_worlds.at(0);
        InboxData watcher(*m_stage->admin);
        const auto running = [&watcher] {
            return watcher
                .run("select count(*) from pg_stat_activity where state = 'active' and datname = "
                     "current_database()"
                     " and query like 'with outcomes as%'")
                .integer(0, 0);
        };
        const auto holder = connectTo(m_stage->database->adminConninfo());
        InboxData lock(*holder);
        lock.run("begin");
        lock.run("lock table response_timing_event in access exclusive mode"); // so that the read lasts
        PgPool pool(m_stage->database->appConninfo(), {.size = 1});
        const auto read = [this, &known](PgConnection &pg, std::stop_token) {
            return loadResponseTiming(pg, scope(known), {worldTime(0), worldTime(2000)}, {});
        };
        auto reply = pool.run(read);
        QTRY_COMPARE(running(), 1);
        reply.cancel();
        QTRY_COMPARE(running(), 0);
        lock.run("rollback");
        const auto again = pool.run(read);
        QTRY_VERIFY(again.isFinished()); // the connection serves the next
        QVERIFY(again.future().result().has_value());
    }

private:
    /// One lead whose message of nine o'clock on the first day was answered.
    static World answered(WorldEvent event)
    {
        World world;
        world.leads.append(WorldLead());
        event.inboundAt = worldTime(9);
        world.events.append(event);
        return world;
    }

    ResponseTimingData timingOf(World &world)
    {
        m_stage->open(world);
        const auto data
            = loadResponseTiming(*m_stage->app, scope(world), {worldTime(0), worldTime(2000)}, {});
        if (!data)
            qFatal("%s", qPrintable(describe(data.error())));
        return *data;
    }

    AnalyticsScope scope(const World &world) const
    {
        return m_stage->scope(world, m_stage->owner, worldTime(2880));
    }

    std::unique_ptr<WorldStage> m_stage;
    QList<World> m_worlds;
};

QTEST_GUILESS_MAIN(tst_AnalyticsTiming)
#include "tst_analyticstiming.moc"
