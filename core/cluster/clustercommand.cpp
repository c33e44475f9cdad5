// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clustercommand.h"

#include "core/base/clock.h"
#include "core/cluster/clusterpaths.h"
#include "core/cluster/clusteruser.h"

#include <QFileInfo>
#include <QProcess>

#include <grp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int SliceMs = 200;
constexpr std::chrono::seconds ReportEvery {2};
constexpr int LinesInError = 12;

// Runs between fork and exec: nothing but system calls. A child that cannot drop root must not go on as root.
void prepareChild(uid_t uid, gid_t gid, bool mustDrop, bool diesWithUs)
{
    ::setsid();
    if (mustDrop && (::setgroups(1, &gid) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0))
        ::_exit(126);
    // After setuid, which clears it.
    if (diesWithUs)
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

// PGDATA, PGHOST or PGOPTIONS of the person who started us are about other servers.
QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/local/bin:/usr/bin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    return environment;
}

enum class Wait
{
    Finished,
    Stopped,
    TimedOut
};

Wait waitFor(QProcess &process, const ClusterCommand &command)
{
    const SystemClock clock;
    const auto begin = clock.elapsed();
    auto reported = begin;
    while (!process.waitForFinished(SliceMs) && process.state() != QProcess::NotRunning) {
        const auto now = clock.elapsed();
        if (command.stop.stop_requested())
            return Wait::Stopped;
        if (now - begin > command.timeout)
            return Wait::TimedOut;
        if (command.stillRunning && now - reported >= ReportEvery) {
            reported = now;
            command.stillRunning(std::chrono::duration_cast<std::chrono::milliseconds>(now - begin));
        }
    }
    return Wait::Finished;
}

} // namespace

Result<ClusterOutput> runAs(const ClusterUser &user, const ClusterCommand &command)
{
    const QString name = QFileInfo(command.program).fileName();
    QProcess process;
    process.setProgram(command.program);
    process.setArguments(command.arguments);
    process.setWorkingDirectory(command.directory);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(bareEnvironment());
    process.setChildProcessModifier([uid = user.uid, gid = user.gid, drop = user.mustDrop,
                                        dies = command.diesWithUs] { prepareChild(uid, gid, drop, dies); });
    process.start();
    if (!process.waitForStarted())
        return Error::unavailable(u"cannot run %1: %2"_s.arg(command.program, process.errorString()));
    process.write(command.input);
    process.closeWriteChannel();

    const Wait outcome = waitFor(process, command);
    if (outcome != Wait::Finished) {
        process.kill();
        process.waitForFinished();
    }
    const QString text = QString::fromUtf8(process.readAll());
    if (outcome == Wait::Stopped)
        return Error {Error::Kind::Cancelled, u"%1 was stopped"_s.arg(name)};
    if (outcome == Wait::TimedOut)
        return Error {Error::Kind::TimedOut,
            u"%1 took longer than %2 s: %3"_s.arg(name)
                .arg(command.timeout.count() / 1000)
                .arg(lastLines(text, LinesInError))};
    if (process.exitStatus() != QProcess::NormalExit)
        return Error::unavailable(u"%1 crashed: %2"_s.arg(name, lastLines(text, LinesInError)));
    return ClusterOutput {process.exitCode(), text};
}

} // namespace signalbox
