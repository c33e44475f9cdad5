// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed: from before the commit to the batch on the event thread, the speed of a backlog, and what
// a reader costs the writers (realtime §3.1, DESIGN P6). `--seconds N` is the length of each stretch.
#include "core/cluster/embeddedcluster.h"
#include "core/feed/logicalfeed.h"
#include "core/storage/migrator.h"
#include "core/storage/pgconnection.h"
#include "tests/bench/benchreport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/stat.h>

#include <atomic>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Leads = 20'000;
constexpr int Writers = 4;

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    return std::move(*result);
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
}

/// A durable server with one workspace.
struct Yard
{
    Yard()
    {
        ::chmod(qPrintable(directory.path()), 0755); // for the user the server runs as
        cluster = must(EmbeddedCluster::start({.directory = directory.filePath(u"db"_s)}));
        const auto admin = connect();
        must(Migrator::migrate(*admin));
        must(admin->runScript("insert into app_user (id, email)"
                              " values ('00000000-0000-0000-0000-00000000000a', 'a@a.test');"
                              "insert into workspace (id, name, owner_user_id)"
                              " values ('00000000-0000-0000-0000-00000000000b', 'A',"
                              " '00000000-0000-0000-0000-00000000000a')"));
        must(admin->runSql("insert into lead (workspace_id)"
                           " select '00000000-0000-0000-0000-00000000000b' from generate_series(1, $1::int)",
            PgParams() << Leads));
        const auto ids = must(admin->runSql("select array_agg(id) from lead"));
        leads = ids.uuidList(0, 0);
        must(admin->runScript("vacuum analyze lead"));
    }
    std::unique_ptr<PgConnection> connect() const
    {
        return must(PgConnection::open(cluster->adminConninfo(), {.hasGenericPlans = true}));
    }
    FeedOptions options() const
    {
        FeedOptions made;
        made.conninfo = cluster->conninfo(u"signalbox_feed"_s);
        made.instance = u"bench"_s;
        return made;
    }

    QTemporaryDir directory;
    std::unique_ptr<EmbeddedCluster> cluster;
    QList<QUuid> leads;
};

void waitUntil(const std::function<bool()> &isDone, std::chrono::milliseconds patience = 120s)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone())
            loop.quit();
    });
    look.start(5);
    QTimer::singleShot(patience, &loop, [] { qFatal("the feed does not arrive"); });
    loop.exec();
}

/// One writer at a fixed rate; each change carries the moment it was due in its score of time.
void reportLatency(const Yard &yard, int rate, std::chrono::seconds stretch)
{
    const SystemClock clock;
    LogicalFeed feed(yard.options(), clock);
    std::vector<double> millis;
    bool isMeasuring = false;
    QObject::connect(&feed, &ChangeFeed::batchRead, &feed, [&](const FeedBatch &batch) {
        const Instant now = clock.now();
        for (const SharedLeadChange &change : batch.leads) {
            // updated_at is set by the writer to the moment before its statement.
            const auto began = parseIso(QString::fromLatin1(*change->value(LeadColumn::UpdatedAt))
                                            .replace(u' ', u'T')
                                            .replace(u"+00"_s, u"Z"_s));
            if (isMeasuring && began)
                millis.push_back(std::chrono::duration<double, std::milli>(now - *began).count());
        }
    });
    feed.start();
    waitUntil([&] { return feed.isLive(); });
    isMeasuring = true;
    std::atomic<bool> isOver = false;
    std::atomic<qint64> written = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < Writers; ++writer) {
        writers.emplace_back([&, writer] {
            const auto pg = yard.connect();
            const auto step = std::chrono::nanoseconds(1'000'000'000LL * Writers / rate);
            auto due = std::chrono::steady_clock::now() + step * writer / Writers;
            for (qsizetype i = writer; !isOver; i += Writers, due += step) {
                std::this_thread::sleep_until(due);
                must(pg->runSql(
                    "update lead set status = $2, updated_at = $3::timestamptz where id = $1::uuid",
                    PgParams() << yard.leads[i % yard.leads.size()]
                               << (i % 2 == 0 ? u"qualified"_s : u"new"_s) << SystemClock().now()));
                ++written;
            }
        });
    }
    QTimer::singleShot(stretch, [&] { isOver = true; });
    waitUntil([&] { return isOver && qint64(millis.size()) >= written; });
    for (std::thread &writer : writers)
        writer.join();
    std::sort(millis.begin(), millis.end());
    const auto at = [&](double share) { return rounded(millis[size_t(share * double(millis.size() - 1))]); };
    report("feed_latency",
        {{u"rate"_s, rate}, {u"changes"_s, qint64(millis.size())}, {u"ms_p50"_s, at(0.5)},
            {u"ms_p95"_s, at(0.95)}, {u"ms_p99"_s, at(0.99)}, {u"ms_max"_s, at(1)}});
}

/// What gathered while the service was away.
void reportDrain(const Yard &yard)
{
    constexpr int Rounds = 5;
    const SystemClock clock;
    {
        LogicalFeed feed(yard.options(), clock);
        feed.start();
        waitUntil([&] { return feed.isLive(); });
    }
    const auto admin = yard.connect();
    for (int round = 0; round < Rounds; ++round)
        must(admin->runScript("update lead set overall_score = (coalesce(overall_score, 0) + 1) % 5"));
    LogicalFeed feed(yard.options(), clock);
    quint64 changes = 0;
    QObject::connect(
        &feed, &ChangeFeed::batchRead, &feed, [&](const FeedBatch &batch) { changes += batch.leads.size(); });
    const auto start = std::chrono::steady_clock::now();
    feed.start();
    waitUntil([&] { return feed.isLive(); });
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report("feed_drain",
        {{u"changes"_s, qint64(changes)}, {u"seconds"_s, rounded(seconds)},
            {u"changes_per_s"_s, rounded(double(changes) / seconds)}});
}

double updateRate(const Yard &yard, std::chrono::seconds stretch)
{
    std::atomic<bool> isOver = false;
    std::atomic<qint64> updates = 0;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < Writers; ++writer) {
        writers.emplace_back([&, writer] {
            const auto pg = yard.connect();
            for (qsizetype i = writer; !isOver; i += Writers, ++updates)
                must(pg->runSql("update lead set status = $2 where id = $1::uuid",
                    PgParams() << yard.leads[i * 7919 % yard.leads.size()]
                               << (i % 2 == 0 ? u"qualified"_s : u"new"_s)));
        });
    }
    const auto start = std::chrono::steady_clock::now();
    QTimer::singleShot(stretch, [&] { isOver = true; });
    waitUntil([&] { return isOver.load(); });
    for (std::thread &writer : writers)
        writer.join();
    return double(updates) / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void reportWriters(const Yard &yard, std::chrono::seconds stretch)
{
    constexpr int Rounds = 3;
    const SystemClock clock;
    double with = 0;
    double without = 0;
    for (int round = 0; round < Rounds; ++round) {
        without += updateRate(yard, stretch) / Rounds;
        LogicalFeed feed(yard.options(), clock);
        feed.start();
        waitUntil([&] { return feed.isLive(); });
        with += updateRate(yard, stretch) / Rounds;
    }
    report("feed_writers",
        {{u"writers"_s, Writers}, {u"updates_per_s"_s, rounded(with)},
            {u"updates_per_s_without_feed"_s, rounded(without)}, {u"ratio"_s, rounded(with / without)}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"seconds"_s, u"length of each stretch"_s, u"N"_s, u"5"_s});
    parser.process(app);
    const std::chrono::seconds stretch(parser.value(u"seconds"_s).toInt());
    const Yard yard;
    for (const int rate : {200, 1'000})
        reportLatency(yard, rate, stretch);
    reportDrain(yard);
    reportWriters(yard, stretch);
    return 0;
}
