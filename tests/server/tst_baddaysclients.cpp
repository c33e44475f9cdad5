// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/baddays.h"
#include "tests/server/program.h"
#include "tests/support/testdatabase.h"
#include "tests/support/waitlimit.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <sys/socket.h>

using namespace signalbox;
using namespace signalbox::baddays;
using namespace Qt::StringLiterals;

namespace {

constexpr int Leads = 400;
constexpr int Rude = 200;

} // namespace

/// Clients that stop in the middle, read nothing, half-close or vanish, and a service told to stop while it
/// is busy.
class tst_BadDaysClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto database = TestDatabase::create();
        QVERIFY2(database.has_value(), database ? "" : qPrintable(describe(database.error())));
        m_database = *std::move(database);
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->adminConninfo(), u"--listen"_s, u"127.0.0.1:0"_s},
            environment());
        m_port = portOf(m_service->waitForLine(u"ready "_s));
        QVERIFY2(m_port > 0, m_service->errors());
        m_tenant = Tenant::setUp(m_port);
        QByteArray records;
        for (int i = 0; i < Leads; ++i)
            records += Tenant::record("lead-" + QByteArray::number(i));
        Line line(m_port);
        QCOMPARE(line.post(m_tenant.ingestTarget(), m_tenant.serviceToken, records).status, 200);
    }

    void cleanup()
    {
        m_service.reset();
        m_database.reset();
    }

    void halfHeads_holdNobodyUpAndAreClosed()
    {
        std::vector<std::unique_ptr<Line>> rude;
        for (int i = 0; i < Rude; ++i) {
            rude.push_back(std::make_unique<Line>(m_port));
            QVERIFY(rude.back()->dial());
            QVERIFY(rude.back()->say("GET /api/inbox/counts HTTP/1.1\r\nHost: lo"));
        }
        expectGoodService();
        QCOMPARE(connections(), Rude + 1);
        // The guard's deadline for a head is 10 s; the client hears which (408) or is cut.
        for (const auto &line : rude) {
            const Answer answer = line->listen();
            QVERIFY2(answer.status == 408 || answer.status == 0, QByteArray::number(answer.status));
        }
        QTRY_COMPARE(connections(), 1);
        expectGoodService();
        finish();
    }

    void slowReaders_costNeitherMemoryNorTime()
    {
        // Each asks for the whole list many times over and reads nothing.
        QByteArray request = "GET " + m_tenant.listTarget()
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_tenant.userToken + "\r\n\r\n";
        std::vector<std::unique_ptr<Line>> slow;
        for (int i = 0; i < Rude; ++i) {
            slow.push_back(std::make_unique<Line>(m_port));
            QVERIFY(slow.back()->dial());
            const int small = 4096;
            ::setsockopt(slow.back()->socket(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
            QVERIFY(slow.back()->say(request.repeated(20)));
        }
        expectGoodService();
        // One answer of 200 rows is about 250 kB: were answers made ahead of the reader, 200 × 20 of them
        // would be a gigabyte.
        QVERIFY2(residentMegabytes() < 300, QByteArray::number(residentMegabytes()));
        slow.clear();
        QTRY_COMPARE(connections(), 1);
        expectGoodService();
        finish();
    }

    void halfClosed_stillGetItsAnswer()
    {
        for (int i = 0; i < 50; ++i) {
            Line line(m_port);
            QVERIFY(line.dial());
            QVERIFY(line.say("GET " + m_tenant.listTarget()
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_tenant.userToken
                + "\r\n\r\n"));
            QCOMPARE(::shutdown(line.socket(), SHUT_WR), 0);
            const Answer answer = line.listen();
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json().value("conversations"_L1).toArray().size(), 200);
        }
        finish();
    }

    void vanishedWithAReset_leaveNothingBehind()
    {
        for (int i = 0; i < Rude; ++i) {
            Line line(m_port);
            QVERIFY(line.dial());
            QVERIFY(line.say("GET " + m_tenant.listTarget()
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_tenant.userToken
                + "\r\n\r\n"));
            const linger reset {1, 0}; // close() sends RST, whatever is on its way
            ::setsockopt(line.socket(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        }
        QTRY_COMPARE(connections(), 1);
        expectGoodService();
        finish();
    }

    void sigtermUnderLoad_answersWhatItTook()
    {
        std::atomic<int> port = m_port;
        std::atomic<int> good = 0;
        std::mutex mutex;
        QList<QByteArray> oddities;
        std::vector<std::jthread> readers;
        for (int i = 0; i < 8; ++i) {
            readers.emplace_back([&, tenant = m_tenant](const std::stop_token &stop) {
                Line line(port);
                while (!stop.stop_requested()) {
                    const Answer answer = line.get(tenant.listTarget(), tenant.userToken);
                    if (answer.status == 200) {
                        ++good;
                        continue;
                    }
                    // Not taken: refused before a connection, or closed between two requests.
                    if (answer.status == 0)
                        return;
                    const std::lock_guard lock(mutex);
                    oddities += QByteArray::number(answer.status) + ' ' + answer.body.left(300);
                    return;
                }
            });
        }
        Producers producers(m_tenant, port, 2, "late");
        QTRY_VERIFY(good > 100 && producers.acknowledged() > 50);
        QElapsedTimer timer;
        timer.start();
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()));
        readers.clear(); // each ends when nobody answers
        producers.stop();
        QVERIFY2(oddities.isEmpty(), oddities.value(0));
        QVERIFY2(producers.oddities().isEmpty(), producers.oddities().value(0));
        const QByteArray log = m_service->errors();
        QVERIFY2(!log.contains("\"status\":5"), log.mid(log.indexOf("\"status\":5") - 300, 600));
        QVERIFY(!log.contains("drain_cut"));
        // What was acknowledged on the way out is there.
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->adminConninfo(), u"--listen"_s, u"127.0.0.1:0"_s},
            environment());
        m_port = portOf(m_service->waitForLine(u"ready "_s));
        Line line(m_port);
        const qint64 total = m_tenant.total(line);
        QVERIFY(total >= Leads + producers.names().size());
        QVERIFY(total <= Leads + producers.names().size() + producers.doubtful().size());
    }

private:
    /// A well-behaved client beside the others is served, and soon.
    void expectGoodService()
    {
        Line line(m_port);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(line.get("/healthz").status, 200);
        QCOMPARE(m_tenant.total(line), Leads);
        QCOMPARE(m_tenant.listLength(line), Leads);
        QVERIFY2(timer.elapsed() < WaitLimit, QByteArray::number(timer.elapsed()));
    }

    /// Open connections by the service's own figure, the asking one included.
    int connections() const
    {
        Line line(m_port);
        const QByteArray metrics = line.get("/metrics").body;
        const qsizetype at = metrics.indexOf("\nsignalbox_http_connections ");
        return at < 0 ? -1 : metrics.mid(at + 1, 60).split('\n').first().split(' ').last().toInt();
    }

    qint64 residentMegabytes() const
    {
        QFile file(u"/proc/%1/statm"_s.arg(m_service->pid()));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        return file.readAll().split(' ').value(1).toLongLong() * 4096 / (1024 * 1024);
    }

    void finish()
    {
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        const QByteArray log = m_service->errors();
        QVERIFY2(!log.contains("request_failed"), log.mid(log.indexOf("request_failed") - 300, 900));
        QVERIFY2(!log.contains("\"status\":5"), log.mid(log.indexOf("\"status\":5") - 300, 600));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Program> m_service;
    int m_port = 0;
    Tenant m_tenant;
};

QTEST_GUILESS_MAIN(tst_BadDaysClients)

#include "tst_baddaysclients.moc"
