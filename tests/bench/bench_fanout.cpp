// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// P7 (DESIGN §5): one message to many WebSockets, ours beside the npm `ws` server and Qt's QWebSocketServer;
// what idle sockets cost. Each server runs in its own process, the clients are this one, and the servers take
// turns. `--stretch MS` makes each stretch longer than half a second.
#include "tests/bench/benchreport.h"
#include "tests/bench/fanoutload.h"
#include "tests/bench/fanoutservers.h"
#include "tests/bench/processfigures.h"
#include "tests/server/program.h"

#include <QCoreApplication>

#include <sys/resource.h>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int IdleClients = 1000;
constexpr int Beyond = 960'000; ///< messages a second, more than a core delivers
constexpr std::chrono::seconds Heartbeat {25}; // realtime §1.3

[[noreturn]] void giveUp(const QString &what)
{
    std::fprintf(stderr, "%s\n", qPrintable(what));
    std::exit(3);
}

/// Room for the sockets of either side; the servers inherit it.
void liftFileLimit()
{
    rlimit limit {};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// A server that is measured.
struct Server
{
    Server(const QString &serverName, const QString &file, const QStringList &arguments)
        : name(serverName)
        , program(file, arguments, {})
    {
        const QString ready = program.waitForLine(u"ready "_s);
        if (ready.isEmpty())
            giveUp(name + u": "_s + QString::fromUtf8(program.errors()));
        port = ready.sliced(6).toUShort();
    }

    QString name;
    Program program;
    quint16 port = 0;
};

/// Offered messages a second, and how many clients they go to.
struct Load
{
    int clients;
    int perSecond;
};

/// The best of a server's stretches.
struct Best
{
    double deliveredPerSecond = 0;
    double cpuMicros = 1e9; ///< a message
};

void deliver(Server &server, const Load &load, std::chrono::milliseconds duration, Best &best)
{
    FanoutClients clients(server.port, load.clients);
    const double before = processorMicros(server.program.pid());
    FanoutResult result = clients.broadcast(load.perSecond, duration);
    const double micros
        = (processorMicros(server.program.pid()) - before) / double(std::max<qint64>(result.frames, 1));
    best.deliveredPerSecond = std::max(best.deliveredPerSecond, result.deliveredPerSecond);
    best.cpuMicros = std::min(best.cpuMicros, micros);
    report("fanout",
        {{u"what"_s, u"P7: "_s + server.name}, {u"clients"_s, load.clients},
            {u"offered_per_s"_s, load.perSecond}, {u"delivered_per_s"_s, rounded(result.deliveredPerSecond)},
            {u"p50_ms"_s, rounded(result.percentile(0.5))}, {u"p95_ms"_s, rounded(result.percentile(0.95))},
            {u"p99_ms"_s, rounded(result.percentile(0.99))}, {u"cpu_us_per_message"_s, rounded(micros)}});
}

void restIdle(Server &server, std::chrono::milliseconds duration)
{
    const double before = residentBytes(server.program.pid());
    FanoutClients clients(server.port, IdleClients);
    clients.idle(std::chrono::milliseconds(200), {}); // until the last has settled
    const double memory = residentBytes(server.program.pid()) - before;
    const auto share = [&](std::chrono::milliseconds interval) {
        const double start = processorMicros(server.program.pid());
        clients.idle(duration, interval);
        return rounded((processorMicros(server.program.pid()) - start) / double(duration.count()) / 10);
    };
    const double silent = share({});
    const double beating = share(Heartbeat);
    report("fanout",
        {{u"what"_s, u"P7: idle, "_s + server.name}, {u"clients"_s, IdleClients}, {u"cpu_percent"_s, silent},
            {u"cpu_percent_with_heartbeats"_s, beating},
            {u"rss_bytes_per_client"_s, rounded(memory / IdleClients)}});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    liftFileLimit();
    if (arguments.value(1) == "--own"_L1)
        return serveOwn(application);
    if (arguments.value(1) == "--qt"_L1)
        return serveQt(application);
    const int stretch = arguments.value(1) == "--stretch"_L1 ? arguments.value(2).toInt() : 500;
    const std::chrono::milliseconds duration(std::max(stretch, 100));

    const QString clients = QStringLiteral(SIGNALBOX_TEST_CLIENTS);
    Server own(u"ours"_s, u"bench/bench_fanout"_s, {u"--own"_s});
    Server ws(
        u"npm ws"_s, clients + u"/node_modules/node/bin/node"_s, {clients + u"/realtime/ws-fanout.mjs"_s});
    Server qt(u"QWebSocketServer with TCP_NODELAY"_s, u"bench/bench_fanout"_s, {u"--qt"_s});
    for (Server *server : {&own, &ws, &qt})
        restIdle(*server, 2 * duration);
    for (const int count : {200, 1000}) {
        Best ofOwn;
        Best ofPeer;
        Best ofQt;
        for (const int rate : {40'000, 160'000, 480'000}) {
            const Load load {count, rate};
            deliver(own, load, duration, ofOwn);
            deliver(ws, load, duration, ofPeer);
            deliver(qt, load, duration, ofQt);
        }
        deliver(own, {count, Beyond}, duration, ofOwn); // the peer is full long before
        report("fanout",
            {{u"what"_s, u"P7: ours / npm ws"_s}, {u"clients"_s, count},
                {u"ratio"_s, rounded(ofOwn.deliveredPerSecond / ofPeer.deliveredPerSecond)},
                {u"ratio_of_cpu"_s, rounded(ofPeer.cpuMicros / ofOwn.cpuMicros)}});
    }
    return 0;
}
