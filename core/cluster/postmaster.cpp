// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/postmaster.h"

#include "core/base/clock.h"
#include "core/cluster/clustercommand.h"
#include "core/cluster/postmasterfile.h"
#include "core/cluster/socketdirectory.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::milliseconds PollEvery {20};
constexpr std::chrono::seconds TransitionLimit {120};
constexpr std::chrono::minutes RecoveryLimit {60};
constexpr std::chrono::seconds ShutdownLimit {60};
constexpr int LinesInError = 6;

enum class Poll
{
    Done,
    Stopped,
    TimedOut
};

// What another process does can only be watched by looking again.
Poll pollUntil(const std::function<bool()> &condition, std::stop_token stop)
{
    const SystemClock clock;
    const auto deadline = clock.elapsed() + TransitionLimit;
    while (!condition()) {
        if (stop.stop_requested())
            return Poll::Stopped;
        if (clock.elapsed() > deadline)
            return Poll::TimedOut;
        std::this_thread::sleep_for(PollEvery);
    }
    return Poll::Done;
}

Error notDone(Poll outcome, const QString &what)
{
    if (outcome == Poll::Stopped)
        return {Error::Kind::Cancelled, u"the start was stopped"_s};
    return {Error::Kind::TimedOut, what};
}

QString tailOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        ? lastLines(QString::fromUtf8(file.readAll().right(4096)), LinesInError)
        : QString();
}

QString tailOfNewestLog(const ClusterPaths &paths)
{
    const QFileInfoList logs
        = QDir(paths.log).entryInfoList({u"postgresql-*.log"_s}, QDir::Files, QDir::Time);
    return logs.isEmpty() ? QString() : tailOf(logs.constFirst().filePath());
}

} // namespace

Postmaster::Postmaster(ClusterPaths paths, PostgresBinaries binaries, ClusterUser user, ClusterConfig config)
    : m_paths(std::move(paths))
    , m_binaries(std::move(binaries))
    , m_user(std::move(user))
    , m_config(std::move(config))
{ }

Result<Postmaster::Running> Postmaster::startOrAdopt(
    const ClusterProgress &progress, std::stop_token stop) const
{
    const auto adopted = adopt(stop);
    if (!adopted)
        return adopted.error();
    if (adopted->has_value()) {
        if (progress)
            progress(u"found the database running (process %1)"_s.arg((*adopted)->pid));
        return **adopted;
    }
    if (const auto gone = waitForOrphans(stop); !gone)
        return gone.error();
    return launch(progress, stop);
}

// One that is starting becomes ours when it is ready; one that is stopping is waited for.
Result<std::optional<Postmaster::Running>> Postmaster::adopt(std::stop_token stop) const
{
    std::optional<PostmasterFile> server;
    const Poll outcome = pollUntil(
        [&] {
            server = runningPostmaster(m_paths.data);
            return !server || server->status == "ready"_L1;
        },
        stop);
    if (outcome != Poll::Done)
        return notDone(outcome,
            u"the server on %1 (process %2) stays in state \"%3\""_s.arg(m_paths.data)
                .arg(server->pid)
                .arg(server->status));
    if (!server)
        return std::optional<Running>();
    return std::optional<Running>(Running {server->pid, server->socketDirectory});
}

// When a postmaster is killed, its children notice within moments and end; until then they may still write.
Result<void> Postmaster::waitForOrphans(std::stop_token stop) const
{
    const Poll outcome = pollUntil([&] { return serversOf(m_paths.data).isEmpty(); }, stop);
    if (outcome != Poll::Done)
        return notDone(outcome, u"processes of a killed server still work on %1"_s.arg(m_paths.data));
    // PostgreSQL clears a pid file itself unless the number is in use again or the disk was full when it was
    // written. The number is not in use by a server: none is left.
    const auto stale = PostmasterFile::read(m_paths.data);
    if (!stale || ::kill(pid_t(stale->pid), 0) == 0)
        QFile::remove(m_paths.data + "/postmaster.pid"_L1);
    return {};
}

Result<Postmaster::Running> Postmaster::launch(const ClusterProgress &progress, std::stop_token stop) const
{
    const auto socketDirectory = prepareSocketDirectory(m_paths, m_user);
    if (!socketDirectory)
        return socketDirectory.error();
    ClusterConfig config = m_config;
    config.socketDirectory = *socketDirectory;
    if (const auto written = writeClusterConfig(m_paths, m_user, config); !written)
        return written.error();
    QFile::remove(m_paths.startLog());

    // Relative to our directory, because pg_ctl hands these words to a shell and a directory's name may hold
    // anything. Repeating listen_addresses here beats an ALTER SYSTEM: this server never has a TCP port.
    ClusterCommand start {m_binaries.program("pg_ctl"_L1)};
    start.arguments = {u"start"_s, u"--silent"_s, u"--wait"_s, u"--timeout"_s,
        QString::number(std::chrono::seconds(RecoveryLimit).count()), u"--pgdata"_s, u"pg"_s, u"--log"_s,
        u"log/start.log"_s, u"--options"_s, u"-c config_file=conf/postgresql.conf -c listen_addresses="_s};
    start.directory = m_paths.root;
    start.timeout = RecoveryLimit + std::chrono::seconds(5);
    start.stop = stop;
    if (progress) {
        progress(u"starting the database in %1"_s.arg(m_paths.root));
        start.stillRunning = [&](std::chrono::milliseconds since) {
            progress(
                u"the database is still starting after %1 s; after a crash it first replays its log"_s.arg(
                    since.count() / 1000));
        };
    }
    const auto output = runAs(m_user, start);
    if (!output)
        return output.error();
    const auto server = runningPostmaster(m_paths.data);
    if (output->exitCode != 0 || !server)
        return startFailed(output->text);
    return Running {server->pid, server->socketDirectory};
}

Error Postmaster::startFailed(const QString &output) const
{
    QStringList reasons {
        lastLines(output, LinesInError), tailOf(m_paths.startLog()), tailOfNewestLog(m_paths)};
    reasons.removeAll(QString());
    Error error = Error::unavailable(
        u"the database in %1 does not start: %2"_s.arg(m_paths.root, reasons.join(" | "_L1)));
    error.code = u"CLUSTER_START"_s;
    return error;
}

Result<void> Postmaster::stop() const
{
    // The second way leaves work for recovery, but loses nothing either; it is for a server that hangs.
    for (const QString &mode : {u"fast"_s, u"immediate"_s}) {
        if (!runningPostmaster(m_paths.data))
            break;
        ClusterCommand stop {m_binaries.program("pg_ctl"_L1)};
        stop.arguments = {u"stop"_s, u"--silent"_s, u"--wait"_s, u"--timeout"_s,
            QString::number(ShutdownLimit.count()), u"--pgdata"_s, u"pg"_s, u"--mode"_s, mode};
        stop.directory = m_paths.root;
        stop.timeout = ShutdownLimit + std::chrono::seconds(5);
        if (const auto output = runAs(m_user, stop); !output)
            return output.error();
    }
    if (runningPostmaster(m_paths.data))
        return Error {Error::Kind::TimedOut, u"the server on %1 does not stop"_s.arg(m_paths.data)};
    removeShortSocketDirectory(m_paths);
    return {};
}

} // namespace signalbox
