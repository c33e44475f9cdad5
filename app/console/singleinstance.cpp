// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/singleinstance.h"

#include <QLocalServer>
#include <QLocalSocket>

#include <unistd.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 500;
constexpr qsizetype LongestMessage = 4096;

} // namespace

SingleInstance::SingleInstance(const QString &profile, QObject *parent)
    : QObject(parent)
    , m_name(u"signalbox-%1-%2"_s.arg(::getuid()).arg(profile))
    , m_server(std::make_unique<QLocalServer>())
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim(const QString &message)
{
    if (handOver(message))
        return false;
    // Nobody answers: what lies there was left by a crash.
    if (!m_server->listen(m_name)) {
        QLocalServer::removeServer(m_name);
        m_server->listen(m_name);
    }
    return true;
}

bool SingleInstance::handOver(const QString &message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(Patience))
        return false;
    socket.write(message.toUtf8() + '\n');
    return socket.waitForBytesWritten(Patience);
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > LongestMessage)
                return socket->abort();
            if (!socket->canReadLine())
                return;
            Q_EMIT messageReceived(QString::fromUtf8(socket->readLine()).trimmed());
            socket->disconnectFromServer();
        });
    }
}

} // namespace signalbox
