// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/password.h"
#include "tests/server/baddays.h"
#include "tests/server/httpprobe.h"
#include "tests/server/program.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace signalbox;
using namespace signalbox::baddays;
using namespace Qt::StringLiterals;

namespace {

const QString Password = u"correct horse battery"_s;

/// Writes notes, one key each, and sends each again with its key until it is answered, as the console's queue
/// does.
class NoteWriter
{
public:
    NoteWriter(const std::atomic<int> &port, QByteArray path, QByteArray token, QByteArray name)
        : m_port(port)
        , m_path(std::move(path))
        , m_token(std::move(token))
        , m_name(std::move(name))
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    { }

    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    int written() const { return m_written; }
    int repeats() const { return m_repeats; }
    int replays() const { return m_replays; }
    int oddities() const { return m_oddities; }

private:
    void run(const std::stop_token &stop)
    {
        Line line(m_port);
        while (!stop.stop_requested()) {
            const QByteArray text = m_name + QByteArray::number(m_written.load());
            while (!write(line, text) && !stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            if (!stop.stop_requested())
                ++m_written;
        }
    }

    bool write(Line &line, const QByteArray &text)
    {
        line.moveTo(m_port);
        const QByteArray body = QJsonDocument(QJsonObject {{u"text"_s, QString::fromLatin1(text)}}).toJson();
        const QByteArray request = "POST " + m_path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + m_token + "\r\nIdempotency-Key: " + text
            + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
        if ((line.socket() < 0 && !line.dial()) || !line.say(request)) {
            line.hangUp();
            ++m_repeats;
            return false;
        }
        const Answer answer = line.listen();
        if (answer.status == 200) {
            m_replays += int(answer.headers.contains("idempotency-replayed"));
            return true;
        }
        line.hangUp();
        ++m_repeats;
        m_oddities += int(answer.status != 0 && answer.status < 500);
        return false;
    }

    const std::atomic<int> &m_port;
    QByteArray m_path;
    QByteArray m_token;
    QByteArray m_name;
    std::atomic<int> m_written = 0;
    std::atomic<int> m_repeats = 0;
    std::atomic<int> m_replays = 0;
    std::atomic<int> m_oddities = 0;
    std::jthread m_thread;
};

} // namespace

/// kill -9 of the service while people write: what is repeated with its key is done exactly once, wherever
/// the kill fell between the write, its commit and its answer (ux §7).
class tst_TriageKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileWriting_everyNoteIsThereOnce()
    {
        const auto database = newDatabase();
        const auto admin = connectTo(database->adminConninfo());
        InboxData data(*admin);
        const UserId owner = data.addUser(u"owner@a.test"_s);
        const auto hash = hashPassword(Secret(Password), PasswordCost::least());
        data.run("update app_user set password_hash = $2 where id = $1::uuid", PgParams() << owner << *hash);
        const WorkspaceId workspace = data.addWorkspace(u"A"_s, owner);
        const LeadId lead = data.addLead(workspace, {});
        start(*database);
        const QByteArray token = signIn();
        QVERIFY(!token.isEmpty());
        const QByteArray path = "/api/inbox/conversations/" + lead.toString().toLatin1() + "/notes";
        NoteWriter one(m_port, path, token, "one-");
        NoteWriter two(m_port, path, token, "two-");
        QRandomGenerator random(23);
        for (int round = 0; round < (isLong() ? 40 : 5); ++round) {
            const int before = one.written();
            QTRY_VERIFY(one.written() > before + 10);
            QTest::qWait(int(random.bounded(0, 30))); // the moment is what is random here
            const auto repeats = [&] { return one.repeats() + two.repeats(); };
            const int known = repeats();
            m_service->kill();
            QTRY_VERIFY_WITH_TIMEOUT(repeats() > known, 30'000); // somebody was hit
            start(*database);
            QVERIFY2(m_port > 0, m_service->errors());
        }
        const int before = two.written();
        QTRY_VERIFY(two.written() > before);
        one.stop();
        two.stop();
        qInfo("%d notes, %d repeated, %d of these had been done", one.written() + two.written(),
            one.repeats() + two.repeats(), one.replays() + two.replays());
        QCOMPARE(one.oddities() + two.oddities(), 0);
        const auto twice = data.run(
            "select count(*) from (select body from lead_note group by body having count(*) > 1) d");
        QCOMPARE(twice.integer(0, 0), 0);
        const qint64 stored = data.run("select count(*) from lead_note").integer(0, 0);
        QVERIFY(stored >= one.written() + two.written());
        QVERIFY(stored <= one.written() + two.written() + 2); // the one each had in its hands at the end
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
    }

private:
    void start(const TestDatabase &database)
    {
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, database.appConninfo(), u"--listen"_s, u"127.0.0.1:0"_s},
            environment());
        m_port = portOf(m_service->waitForLine(u"ready "_s));
    }

    QByteArray signIn()
    {
        const QJsonObject credentials {{u"email"_s, u"owner@a.test"_s}, {u"password"_s, Password}};
        HttpProbe http;
        const HttpAnswer answer
            = http.send("POST", u"http://127.0.0.1:%1/auth/v1/token?grant_type=password"_s.arg(m_port.load()),
                {}, QJsonDocument(credentials).toJson(QJsonDocument::Compact));
        return QJsonDocument::fromJson(answer.body)[u"access_token"_s].toString().toLatin1();
    }

    std::unique_ptr<Program> m_service;
    std::atomic<int> m_port = 0;
};

QTEST_GUILESS_MAIN(tst_TriageKill)

#include "tst_triagekill.moc"
