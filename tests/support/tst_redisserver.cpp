// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redisserver.h"

#include <QFile>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

// What the server answers to one command; empty if it cannot be reached.
QByteArray answerTo(const QByteArray &command, const QString &socketPath)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, QFile::encodeName(socketPath).constData(), sizeof address.sun_path - 1);
    char answer[256] = {};
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0
        && ::write(descriptor, command.constData(), size_t(command.size())) == command.size())
        ::recv(descriptor, answer, sizeof answer - 1, 0);
    ::close(descriptor);
    return answer;
}

} // namespace

class tst_RedisServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kill_andRestart_isEmptyOnTheSameSocket()
    {
        const auto server = RedisServer::start();
        QVERIFY2(server, qPrintable(server ? QString() : describe(server.error())));
        const QString path = (*server)->socketPath();
        QCOMPARE(answerTo("SET key 1\r\n", path), QByteArray("+OK\r\n"));
        (*server)->kill();
        QCOMPARE(answerTo("PING\r\n", path), QByteArray());
        QVERIFY((*server)->restart().has_value());
        QCOMPARE(answerTo("GET key\r\n", path), QByteArray("$-1\r\n"));
        QCOMPARE((*server)->url(), "unix://"_L1 + path);
    }
};

QTEST_GUILESS_MAIN(tst_RedisServer)
#include "tst_redisserver.moc"
