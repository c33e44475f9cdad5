// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QUrl>

#include <memory>

class QTcpServer;
class QTcpSocket;

namespace signalbox {

/// An HTTP peer that follows a script: it expects requests in order and answers with the bytes it was given,
/// whatever they are.
///
/// At the end of a test nothingLeft() says whether everything expected came and nothing else.
class ScriptedServer final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    enum class Then
    {
        KeepOpen,
        Close
    };

    ScriptedServer();
    /// Speaks TLS with a certificate and key in PEM form.
    ScriptedServer(const QByteArray &certificate, const QByteArray &key);
    ~ScriptedServer() override;

    QUrl url() const;

    /// The next request must begin with this (`GET /api/inbox/counts`); it is answered with `answer`, or
    /// never if that is empty.
    void expect(const QByteArray &start, const QByteArray &answer, Then then = Then::KeepOpen);
    /// The answer to the oldest request that was left without one.
    void answerHeld(const QByteArray &answer);
    /// The bytes of an answer with a Content-Length.
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {});

    /// Stops listening and cuts what is connected; resume() takes the same port again.
    void vanish();
    void resume();

    const QList<Request> &requests() const { return m_requests; }
    int connectionCount() const { return int(m_sockets.size()); }
    /// Empty when the script was followed to its end; else what is wrong.
    QString nothingLeft() const;

private:
    struct Step
    {
        QByteArray start;
        QByteArray answer;
        Then then = Then::KeepOpen;
    };

    void listen();
    void accept();
    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const Request &request);

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    quint16 m_port = 0;
    QList<QTcpSocket *> m_sockets;
    QHash<QTcpSocket *, QByteArray> m_unread;
    QList<QTcpSocket *> m_held; // whose request waits
    QList<Step> m_steps;
    QList<Request> m_requests;
    QStringList m_surprises;
};

} // namespace signalbox
