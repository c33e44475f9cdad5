// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisserver.h"

#include <QDeadlineTimer>

#include <sys/prctl.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr std::chrono::seconds StartLimit {20};

} // namespace

Result<std::unique_ptr<RedisServer>> RedisServer::start()
{
    std::unique_ptr<RedisServer> server(new RedisServer);
    if (const auto started = server->restart(); !started)
        return started.error();
    return server;
}

RedisServer::~RedisServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        kill();
}

QString RedisServer::socketPath() const
{
    return m_directory.filePath(u"redis.sock"_s);
}

QString RedisServer::url() const
{
    return "unix://"_L1 + socketPath();
}

void RedisServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

Result<void> RedisServer::restart()
{
    m_process.setProgram(u"redis-server"_s);
    m_process.setArguments({u"--port"_s, u"0"_s, u"--unixsocket"_s, socketPath(), u"--dir"_s,
        m_directory.path(), u"--save"_s, QString(), u"--appendonly"_s, u"no"_s});
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start();
    QByteArray output;
    QDeadlineTimer deadline(StartLimit);
    while (!output.contains("ready to accept connections at") && !deadline.hasExpired()
        && (m_process.waitForReadyRead(1000) || m_process.state() == QProcess::Running))
        output += m_process.readAll();
    if (!output.contains("ready to accept connections at"))
        return Error::unavailable(u"redis-server (Debian package redis-server) does not start: %1 %2"_s.arg(
            m_process.errorString(), QString::fromUtf8(output.right(500))));
    return {};
}

} // namespace signalbox
