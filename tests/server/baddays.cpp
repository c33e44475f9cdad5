// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/baddays.h"

#include "core/auth/tokenissuer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace signalbox::baddays {

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 15; // seconds
constexpr int BatchRecords = 8;

QHash<QByteArray, QByteArray> headersOf(const QByteArray &head)
{
    QHash<QByteArray, QByteArray> headers;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return headers;
}

} // namespace

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

void Line::moveTo(int port)
{
    if (m_port != port)
        hangUp();
    m_port = port;
}

bool Line::dial()
{
    hangUp();
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience {Patience, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(m_port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return true;
    hangUp();
    return false;
}

bool Line::say(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t took
            = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (took <= 0)
            return false;
        sent += took;
    }
    return true;
}

Answer Line::listen()
{
    QByteArray received;
    char piece[16384];
    qsizetype headEnd = -1;
    qsizetype wanted = -1;
    Answer answer;
    while (headEnd < 0 || received.size() < wanted) {
        const ssize_t got = ::recv(m_socket, piece, sizeof piece, 0);
        if (got <= 0)
            return {};
        received.append(piece, got);
        if (headEnd < 0 && (headEnd = received.indexOf("\r\n\r\n")) >= 0) {
            answer.headers = headersOf(received.first(headEnd));
            wanted = headEnd + 4 + answer.headers.value("content-length").toLongLong();
        }
    }
    answer.status = received.mid(9, 3).toInt();
    answer.body = received.sliced(headEnd + 4);
    return answer;
}

void Line::hangUp()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

Answer Line::exchange(
    const QByteArray &method, const QByteArray &target, const QByteArray &token, const QByteArray &body)
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (method == "POST")
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n";
    request += "\r\n" + body;
    if ((m_socket < 0 && !dial()) || !say(request)) {
        hangUp();
        return {};
    }
    Answer answer = listen();
    if (answer.status == 0 || answer.headers.value("connection").toLower() == "close")
        hangUp();
    return answer;
}

Tenant Tenant::setUp(int port)
{
    Line line(port);
    const Answer answer = line.post("/api/setup", {},
        R"({"name":"Olga Owner","email":"olga@bad.example","password":"a long enough password 7","workspaceName":"Acme","timezone":"UTC"})");
    if (answer.status != 201) {
        qWarning("setup: %d %s", answer.status, answer.body.constData());
        return {};
    }
    const QString workspace = answer.json().value("workspace"_L1).toObject().value("id"_L1).toString();
    const SystemClock clock;
    const TokenIssuer issuer(Secret(QByteArray(SigningText)), clock);
    return {workspace.toLatin1(), answer.json().value("access_token"_L1).toString().toLatin1(),
        issuer.serviceToken(WorkspaceId::parse(workspace)).token.reveal().toByteArray()};
}

QByteArray Tenant::record(const QByteArray &name)
{
    return R"({"kind":"lead","ghlContactId":")" + name + R"(","firstName":"Ada","email":")" + name
        + R"(@bad.example","sentimentTag":"Interested"})"
          "\n"
          R"({"kind":"message","lead":{"ghlContactId":")"
        + name + R"("},"ghlId":"m-)" + name
        + R"(","channel":"email","direction":"inbound","content":"Hello","timestamp":"2026-02-18T05:52:00Z"})"
          "\n";
}

qint64 Tenant::total(Line &line) const
{
    const Answer answer = line.get(countsTarget(), userToken);
    const QJsonObject counts = answer.json().value("counts"_L1).toObject();
    return answer.status == 200 && counts.contains("total"_L1) ? counts.value("total"_L1).toInteger() : -1;
}

qint64 Tenant::listLength(Line &line) const
{
    qint64 rows = 0;
    for (QByteArray cursor;;) {
        const Answer answer
            = line.get(listTarget() + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor), userToken);
        if (answer.status != 200)
            return -1;
        const QJsonObject page = answer.json();
        rows += page.value("conversations"_L1).toArray().size();
        cursor = page.value("nextCursor"_L1).toString().toLatin1();
        if (cursor.isEmpty())
            return rows;
    }
}

Producers::Producers(const Tenant &tenant, const std::atomic<int> &port, int count, QByteArray prefix)
    : m_tenant(tenant)
    , m_port(port)
    , m_prefix(std::move(prefix))
{
    for (int number = 0; number < count; ++number)
        m_threads.emplace_back([this, number](const std::stop_token &stop) { produce(number, stop); });
}

void Producers::stop()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_threads.clear(); // joins
}

void Producers::produce(int number, const std::stop_token &stop)
{
    Line line(m_port);
    for (int batch = 0; !stop.stop_requested(); ++batch) {
        QByteArray body;
        QSet<QByteArray> names;
        for (int i = 0; i < BatchRecords; ++i) {
            const QByteArray name = m_prefix + '-' + QByteArray::number(number) + '-'
                + QByteArray::number(batch * BatchRecords + i);
            names += name;
            body += Tenant::record(name);
        }
        const bool isStored = post(line, body, 2 * BatchRecords, stop);
        const std::lock_guard lock(m_mutex);
        (isStored ? m_acknowledged : m_doubtful).unite(names);
        if (isStored)
            m_acknowledgedCount += BatchRecords;
    }
}

bool Producers::post(Line &line, const QByteArray &body, int records, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        line.moveTo(m_port);
        const Answer answer = line.post(m_tenant.ingestTarget(), m_tenant.serviceToken, body);
        const QJsonObject json = answer.json();
        const bool isComplete = answer.status == 200 && json.value("read"_L1).toInt() == records
            && json.value("errorCount"_L1).toInt(-1) == 0;
        if (isComplete)
            return true;
        ++m_failures;
        // No answer, "later" and "too many" are honest; everything else is not.
        if (answer.status != 0 && answer.status != 503 && answer.status != 504 && answer.status != 429) {
            const std::lock_guard lock(m_mutex);
            m_oddities += QByteArray::number(answer.status) + ' ' + answer.body;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

int portOf(const QString &readyLine)
{
    return readyLine.startsWith("ready "_L1) ? readyLine.section(u':', -1).toInt() : 0;
}

QHash<QString, QString> environment()
{
    return {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)}};
}

bool isLong()
{
    return qEnvironmentVariableIntValue("SIGNALBOX_LONG") != 0;
}

} // namespace signalbox::baddays
