// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P6: from a change's commit (and its statement) to its frame at a client, through a real service and
// database (DESIGN §5):
//   200 clients of ten workspaces under 1,000 changes/s; 1,000 clients of one workspace and 20 changes at
//   once; and what a thousand idle sockets cost. `--seconds N` for the first (10).
#include "core/auth/jwt.h"
#include "core/cluster/embeddedcluster.h"
#include "core/storage/migrator.h"
#include "core/storage/pgconnection.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/processfigures.h"
#include "tests/server/program.h"
#include "tests/server/realtime/realtimeclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray SigningText = "a-secret-of-the-realtime-benchmark-01234567"_ba;
constexpr int Workspaces = 10;
constexpr int Writers = 4;

qint64 nanos()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(3);
}

template <typename Predicate> void waitFor(Predicate isTrue, int milliseconds, const char *what)
{
    QElapsedTimer time;
    time.start();
    while (!isTrue()) {
        if (time.elapsed() > milliseconds)
            fail(u"waited too long for "_s + QString::fromLatin1(what));
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
}

void runFor(int milliseconds)
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

/// The number behind `"status":"`, where a change carries its own.
qint64 stampOf(const QByteArray &frame)
{
    const qsizetype at = frame.indexOf("\"status\":\"");
    return at < 0 ? 0 : frame.mid(at + 10, 20).split('"').front().toLongLong();
}

class Stage
{
public:
    Stage()
        : m_directory(makeDataDirectory())
    {
        auto cluster = EmbeddedCluster::start({.directory = m_directory->filePath(u"db"_s)});
        if (!cluster)
            fail(describe(cluster.error()));
        m_cluster = *std::move(cluster);
        auto admin = connection();
        if (const auto migrated = Migrator::migrate(*admin); !migrated)
            fail(describe(migrated.error()));
        for (int i = 0; i < Workspaces; ++i) {
            m_owners.append(UserId {newUuid()});
            m_workspaces.append(WorkspaceId {newUuid()});
            run(*admin, "insert into app_user (id, email) values ($1::uuid, $1 || '@example.com')",
                PgParams() << m_owners.back());
            run(*admin, "insert into workspace (id, name, owner_user_id) values ($1::uuid, 'W', $2::uuid)",
                PgParams() << m_workspaces.back() << m_owners.back());
            for (int lead = 0; lead < 100; ++lead)
                run(*admin, "insert into lead (workspace_id) values ($1::uuid)",
                    PgParams() << m_workspaces.back());
        }
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {u"serve"_s, u"--database"_s, m_cluster->conninfo(u"signalbox_app"_s), u"--listen"_s,
                u"127.0.0.1:0"_s},
            QHash<QString, QString> {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)},
                {u"SIGNALBOX_REALTIME_FEED_URL"_s, m_cluster->conninfo(u"signalbox_feed"_s)}});
        m_port = m_service->waitForLine(u"ready "_s).section(u':', -1).toUShort();
        if (m_port == 0)
            fail(QString::fromLatin1(m_service->errors()));
    }

    ~Stage()
    {
        m_service->terminate();
        m_service->waitForExit();
    }

    std::unique_ptr<PgConnection> connection() const
    {
        auto opened = PgConnection::open(m_cluster->adminConninfo());
        if (!opened)
            fail(describe(opened.error()));
        return *std::move(opened);
    }

    static PgResult run(PgConnection &pg, const QByteArray &sql, const PgParams &params)
    {
        const auto done = pg.runSql(sql, params);
        if (!done)
            fail(describe(done.error()));
        return *done;
    }

    using Clients = std::vector<std::unique_ptr<RealtimeClient>>;
    /// `count` clients over so many of the workspaces, joined.
    Clients join(int count, int workspaces, const std::function<void(const QByteArray &)> &onFrame) const
    {
        const auto now
            = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()).time_since_epoch();
        const QJsonObject binding {{u"event"_s, u"*"_s}, {u"schema"_s, u"public"_s}, {u"table"_s, u"Lead"_s}};
        Clients clients;
        for (int i = 0; i < count; ++i) {
            const QByteArray token
                = signHs256({{u"role"_s, u"authenticated"_s}, {u"sub"_s, m_owners[i % workspaces].toString()},
                                {u"exp"_s, qint64(now.count()) + 3600}},
                    Secret(SigningText));
            clients.push_back(std::make_unique<RealtimeClient>(
                RealtimeClient::Subscription {token, u"realtime:inbox"_s, {binding}}));
            clients.back()->readsChanges = false;
            clients.back()->onFrame = onFrame;
            clients.back()->start(m_port);
        }
        waitFor([&] { return std::ranges::all_of(clients, [](const auto &one) { return one->isJoined(); }); },
            60'000, "the joins");
        return clients;
    }

    qint64 servicePid() const { return m_service->pid(); }
    const QList<WorkspaceId> &workspaces() const { return m_workspaces; }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    QList<UserId> m_owners;
    QList<WorkspaceId> m_workspaces;
    std::unique_ptr<Program> m_service;
    quint16 m_port = 0;
};

/// When each change's statement began and when its commit was acknowledged, by the change's number.
struct ChangeTimes
{
    explicit ChangeTimes(size_t most)
        : begun(most)
        , acknowledged(most)
    { }
    std::vector<qint64> begun;
    std::vector<qint64> acknowledged;
    std::atomic<size_t> last = 0;
    std::atomic<qint64> written = 0;
};

/// Updates leads of all workspaces in turn, each change with its number, until told to stop.
std::jthread writerAt(const Stage &stage, int perSecond, ChangeTimes &times)
{
    return std::jthread([&stage, &times, perSecond](const std::stop_token &stop) {
        const auto pg = stage.connection();
        auto next = std::chrono::steady_clock::now();
        while (!stop.stop_requested()) {
            next += std::chrono::microseconds(1'000'000 / perSecond);
            std::this_thread::sleep_until(next);
            const size_t number = ++times.last; // from 1: 0 is no change of ours
            if (number >= times.begun.size())
                return;
            times.begun[number] = nanos();
            Stage::run(*pg,
                "update lead set status = $2 where id = (select id from lead where workspace_id = $1::uuid"
                " order by id offset $3::int limit 1)",
                PgParams() << stage.workspaces()[qsizetype(number) % Workspaces] << QString::number(number)
                           << int(number / Workspaces % 100));
            times.acknowledged[number] = nanos();
            ++times.written;
        }
    });
}

void measureStream(const Stage &stage, int seconds)
{
    ChangeTimes times(size_t(seconds) * 1200);
    std::vector<std::pair<size_t, qint64>> frames; // a change's number and when it was read
    const auto clients = stage.join(200, Workspaces, [&](const QByteArray &frame) {
        if (const qint64 number = stampOf(frame); number > 0)
            frames.emplace_back(size_t(number), nanos());
    });
    const double cpu = processorMicros(stage.servicePid());
    {
        std::vector<std::jthread> writers;
        for (int i = 0; i < Writers; ++i)
            writers.push_back(writerAt(stage, 1000 / Writers, times));
        runFor(seconds * 1000);
    }
    waitFor(
        [&] { return qint64(frames.size()) >= times.written * 200 / Workspaces; }, 20'000, "the last frames");
    Samples afterCommit;
    Samples afterStatement;
    for (const auto &[number, at] : frames) {
        // A frame may be faster than the acknowledgement.
        afterCommit.add(double(std::max<qint64>(0, at - times.acknowledged[number])) / 1e3);
        afterStatement.add(double(at - times.begun[number]) / 1e3);
    }
    const auto millis
        = [](Samples &samples, double share) { return rounded(samples.percentile(share) / 1000); };
    report("realtime_stream",
        {{u"clients"_s, 200}, {u"workspaces"_s, Workspaces},
            {u"changesPerSecond"_s, double(times.written) / seconds}, {u"frames"_s, qint64(frames.size())},
            {u"p50Ms"_s, millis(afterCommit, 0.5)}, {u"p95Ms"_s, millis(afterCommit, 0.95)},
            {u"p99Ms"_s, millis(afterCommit, 0.99)}, {u"fromStatementP50Ms"_s, millis(afterStatement, 0.5)},
            {u"fromStatementP99Ms"_s, millis(afterStatement, 0.99)},
            {u"serviceCpuShare"_s, rounded((processorMicros(stage.servicePid()) - cpu) / (seconds * 1e6))}});
}

void measureCrowd(const Stage &stage)
{
    qint64 frames = 0;
    const auto clients = stage.join(1000, 1, [&](const QByteArray &frame) {
        if (stampOf(frame) > 0)
            ++frames;
    });
    const auto pg = stage.connection();
    Samples rounds;
    for (int round = 0; round < 5; ++round) {
        frames = 0;
        rounds.measure([&] {
            Stage::run(*pg,
                "update lead set status = $2 where id in (select id from lead where workspace_id = $1::uuid "
                "limit 20)",
                PgParams() << stage.workspaces()[0] << QString::number(nanos()));
            waitFor([&] { return frames >= 20 * 1000; }, 20'000, "20,000 frames");
        });
    }
    report("realtime_crowd",
        {{u"clients"_s, 1000}, {u"changes"_s, 20},
            {u"decidedSentAndReadMs"_s, rounded(rounds.median() / 1000)},
            {u"slowestMs"_s, rounded(rounds.percentile(1) / 1000)}});

    // The same thousand, with nothing to say but their heartbeats (25 s).
    runFor(1000);
    const double cpu = processorMicros(stage.servicePid());
    constexpr int IdleSeconds = 10;
    for (int i = 0; i < 1000 * IdleSeconds / 25; ++i) {
        clients[size_t(i) % clients.size()]->beat();
        runFor(25);
    }
    report("realtime_idle",
        {{u"sockets"_s, 1000},
            {u"cpuPercent"_s,
                rounded((processorMicros(stage.servicePid()) - cpu) / (IdleSeconds * 1e6) * 100)},
            {u"residentMb"_s, rounded(residentBytes(stage.servicePid()) / 1e6)}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype option = arguments.indexOf("--seconds"_L1);
    const int seconds = option > 0 ? std::max(1, arguments.value(option + 1).toInt()) : 10;
    const Stage stage;
    measureStream(stage, seconds);
    measureCrowd(stage);
    return 0;
}
