// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P13: signalboxd from start to ready with its cluster up, and what it holds when idle (DESIGN §5).
#include "core/cluster/embeddedcluster.h"
#include "tests/bench/benchreport.h"
#include "tests/server/program.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 7;

// Kilobytes of one line of /proc/PID/smaps_rollup. The program alone: the postmaster is a process of its own.
qint64 rollup(qint64 pid, const QByteArray &name)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ':'))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return -1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto directory = makeDataDirectory();
    const QString data = directory->filePath(u"db"_s);
    const QStringList once {u"serve"_s, u"--embedded"_s, data, u"--listen"_s, u"127.0.0.1:0"_s};
    {
        Program first(u"signalboxd"_s, once); // makes the directory and the schema
        if (first.waitForLine(u"ready "_s).isEmpty()) {
            std::fprintf(stderr, "signalboxd does not start: %s\n", first.errors().constData());
            return 3;
        }
        first.terminate();
        first.waitForExit();
    }
    const auto cluster = EmbeddedCluster::start({.directory = data});
    if (!cluster) {
        std::fprintf(stderr, "%s\n", qPrintable(describe(cluster.error())));
        return 3;
    }
    Samples starts;
    qint64 pss = -1;
    qint64 rss = -1;
    for (int round = 0; round < Rounds; ++round) {
        std::unique_ptr<Program> service;
        starts.measure([&] {
            service = std::make_unique<Program>(u"signalboxd"_s,
                QStringList {u"serve"_s, u"--database"_s, (*cluster)->adminConninfo(), u"--listen"_s,
                    u"127.0.0.1:0"_s});
            service->waitForLine(u"ready "_s);
        });
        if (round + 1 == Rounds) {
            QThread::sleep(3); // its upkeep has gone round and its pools are as they stay
            pss = rollup(service->pid(), "Pss");
            rss = rollup(service->pid(), "Rss");
        }
        service->terminate();
        service->waitForExit();
    }
    report("start",
        {{u"ready_ms_median"_s, rounded(starts.median() / 1000)},
            {u"ready_ms_max"_s, rounded(starts.percentile(1) / 1000)}, {u"rounds"_s, Rounds},
            {u"idle_pss_mb"_s, rounded(double(pss) / 1024)},
            {u"idle_rss_mb"_s, rounded(double(rss) / 1024)}});
    return 0;
}
