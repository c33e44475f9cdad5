// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remoteinboxgateway.h"
#include "core/client/remotesessiongateway.h"
#include "core/cluster/embeddedcluster.h"
#include "core/storage/pgconnection.h"
#include "tests/server/program.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

#include <signal.h>

#include <atomic>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;

/// The console's side: a client of a running service.
struct Client
{
    explicit Client(const QString &url)
        : api({.server = QUrl(url),
                  .firstRetry = std::chrono::milliseconds(50),
                  .longestRetry = std::chrono::milliseconds(200),
                  .jitter = {}},
            clock)
        , sessions(api, clock)
        , inbox(api)
    { }

    template <typename T> Result<T> wait(const Reply<T> &reply)
    {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, Patience))
            return Error::internal(u"no answer"_s);
        return reply.future().result();
    }

    /// The leads of a whole list, page by page.
    Result<QList<LeadId>> readAll(const InboxQuery &query)
    {
        QList<LeadId> leads;
        for (PagePosition position;;) {
            const auto page = wait(inbox.fetchPage(query, position, 200));
            if (!page)
                return page.error();
            for (const Conversation &row : page->rows)
                leads += row.lead.id;
            if (!page->hasMore)
                return leads;
            position.cursor = page->nextCursor;
        }
    }

    SystemClock clock;
    ApiClient api;
    RemoteSessionGateway sessions;
    RemoteInboxGateway inbox;
};

QString urlOf(const QString &readyLine)
{
    return readyLine.section(u' ', 1);
}

qint64 postmasterPid(const QString &directory)
{
    QFile file(directory + u"/pg/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

// The first line of a log that is not a JSON object.
QByteArray strayLine(const QByteArray &log)
{
    const QList<QByteArray> lines = log.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty() && !QJsonDocument::fromJson(line).isObject())
            return line;
    }
    return {};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Signalboxd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_directory = makeDataDirectory();
        QVERIFY(m_directory->isValid());
    }

    void cleanupTestCase()
    {
        // Whatever a failed test left running.
        if (const qint64 pid = postmasterPid(embedded()); pid > 1)
            ::kill(pid_t(pid), SIGKILL);
    }

    void demo_saysReadyThenTheLoginsThenServesThem()
    {
        Program service(u"signalboxd"_s, demoArguments());
        QVERIFY2(!service.waitForLine(u"login CLIENT_PORTAL "_s).isEmpty(), service.errors());
        QVERIFY2(service.lines().first().startsWith(u"ready http://127.0.0.1:"_s),
            qPrintable(service.lines().first()));
        QStringList roles;
        for (const QString &line : service.lines().sliced(1)) {
            QCOMPARE(line.section(u' ', 0, 0), u"login"_s);
            roles += line.section(u' ', 1, 1);
        }
        QCOMPARE(roles,
            QStringList(
                {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s, u"SETTER"_s, u"CLIENT_PORTAL"_s}));
        for (const QString &line : service.lines().sliced(1)) {
            Client client(urlOf(service.lines().first()));
            const auto tokens
                = client.wait(client.sessions.signIn(line.section(u' ', 2, 2), line.section(u' ', 3)));
            QVERIFY2(tokens.has_value(), qPrintable(line));
            const auto workspaces = client.wait(client.sessions.fetchWorkspaces());
            QVERIFY(workspaces.has_value() && !workspaces->isEmpty());
            QCOMPARE(workspaces->first().role, line.section(u' ', 1, 1));
            InboxQuery everything;
            everything.workspace = workspaces->first().id;
            const auto counts = client.wait(client.inbox.fetchCounts(everything.workspace));
            const auto leads = client.readAll(everything);
            QVERIFY(counts.has_value() && leads.has_value());
            QCOMPARE(leads->size(), counts->counts.total);
            QCOMPARE(workspaces->first().attention, counts->counts.requiresAttention);
            if (!leads->isEmpty()) {
                const auto detail
                    = client.wait(client.inbox.fetchConversation(everything.workspace, leads->first(), {}));
                QVERIFY(detail.has_value());
                QCOMPARE(detail->viewerRole, line.section(u' ', 1, 1));
            }
        }
        m_ready = service.lines();
        QVERIFY(postmasterPid(embedded()) > 1);
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
        QCOMPARE(postmasterPid(embedded()), 0); // shut down with us
        QCOMPARE(strayLine(service.errors()), QByteArray());
        QVERIFY(!service.errors().contains("@")); // no address of anybody
    }

    void killedService_startsAgainWithItsData()
    {
        QVERIFY(!m_ready.isEmpty());
        QList<LeadId> before;
        qint64 postmaster = 0;
        {
            Program service(u"signalboxd"_s, demoArguments());
            Client client(urlOf(service.waitForLine(u"ready "_s)));
            const auto leads = ownersLeads(client);
            QVERIFY2(leads.has_value(), service.errors());
            before = *leads;
            postmaster = postmasterPid(embedded());
            service.kill();
        }
        QVERIFY(postmaster > 1);
        Program again(u"signalboxd"_s, demoArguments());
        Client client(urlOf(again.waitForLine(u"ready "_s)));
        const auto after = ownersLeads(client);
        QVERIFY2(after.has_value(), again.errors());
        QCOMPARE(*after, before);
        again.terminate();
        QCOMPARE(again.waitForExit(), 0);
    }

    void killedPostmaster_isStartedAgainWhileWeServe()
    {
        QVERIFY(!m_ready.isEmpty());
        Program service(u"signalboxd"_s, demoArguments());
        Client client(urlOf(service.waitForLine(u"ready "_s)));
        const auto before = ownersLeads(client);
        QVERIFY(before.has_value() && !before->isEmpty());
        const qint64 postmaster = postmasterPid(embedded());
        QVERIFY(postmaster > 1);
        QCOMPARE(::kill(pid_t(postmaster), SIGKILL), 0);
        // Until it is back every answer is an error that may be retried: never zeros, never somebody signed
        // out.
        std::optional<Result<QList<LeadId>>> after;
        const bool isBack = QTest::qWaitFor(
            [&] {
                after = client.readAll(m_everything);
                return after->has_value() || after->error().kind != Error::Kind::Unavailable;
            },
            Patience);
        QVERIFY(isBack);
        if (!*after)
            QFAIL(qPrintable(describe(after->error())));
        QCOMPARE(**after, *before);
        QVERIFY(postmasterPid(embedded()) != postmaster);
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
        QCOMPARE(strayLine(service.errors()), QByteArray());
    }

    void killsUnderLoad_loseNothingThatWasAcknowledged()
    {
        QVERIFY(!m_ready.isEmpty());
        int acknowledged = 0;
        for (const bool isWholeService : {false, true, true}) {
            Program service(u"signalboxd"_s, demoArguments());
            QVERIFY2(!service.waitForLine(u"ready "_s).isEmpty(), service.errors());
            const auto address = EmbeddedCluster::find(embedded());
            QVERIFY(address.has_value());
            QCOMPARE(countMarks(address->adminConninfo()), acknowledged);
            // One commit a row until the connection breaks.
            std::atomic<int> written = 0;
            std::jthread writer([&written, conninfo = address->adminConninfo()] {
                auto admin = PgConnection::open(conninfo);
                while (admin
                    && (*admin)->runSql("insert into sms_campaign (workspace_id, name) select id, 'mark ' || "
                                        "gen_random_uuid() from workspace order by id limit 1"))
                    ++written;
            });
            QTRY_VERIFY_WITH_TIMEOUT(written > 50, Patience);
            const qint64 postmaster = postmasterPid(embedded());
            QVERIFY(postmaster > 1);
            if (isWholeService)
                service.kill();
            QCOMPARE(::kill(pid_t(postmaster), SIGKILL), 0);
            writer.join();
            if (!isWholeService) {
                QTRY_VERIFY_WITH_TIMEOUT(
                    countMarks(address->adminConninfo()) >= acknowledged + written, Patience);
                acknowledged = countMarks(address->adminConninfo());
                service.terminate();
                QCOMPARE(service.waitForExit(), 0);
                continue;
            }
            Program again(u"signalboxd"_s, demoArguments());
            QVERIFY2(!again.waitForLine(u"ready "_s).isEmpty(), again.errors());
            const int found = countMarks(EmbeddedCluster::find(embedded())->adminConninfo());
            // The last one may have been committed without our hearing of it.
            QVERIFY2(found == acknowledged + written || found == acknowledged + written + 1,
                QByteArray::number(found));
            acknowledged = found;
            again.terminate();
            QCOMPARE(again.waitForExit(), 0);
        }
    }

    void directoryOfAnotherVersion_isRefusedAndUntouched()
    {
        const auto directory = makeDataDirectory();
        const QString root = directory->filePath(u"db"_s);
        QVERIFY(QDir().mkpath(root + u"/pg/global"_s));
        QFile version(root + u"/pg/PG_VERSION"_s);
        QVERIFY(version.open(QIODevice::WriteOnly));
        version.write("12\n");
        version.close();
        Program service(
            u"signalboxd"_s, {u"serve"_s, u"--embedded"_s, root, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(service.waitForExit(), 3);
        QVERIFY2(service.errors().contains("12"), service.errors());
        QVERIFY(service.lines().isEmpty());
        QCOMPARE(contents(version.fileName()), "12\n"_ba);
        QCOMPARE(QDir(root + u"/pg"_s)
                     .entryList(QDir::NoDotAndDotDot | QDir::AllEntries, QDir::Name | QDir::IgnoreCase),
            QStringList({u"global"_s, u"PG_VERSION"_s}));
    }

    void existingDatabase_isServedUnderRowLevelSecurity()
    {
        const auto database = testDatabase();
        QVERIFY(database);
        Program service(u"signalboxd"_s, onDatabase(database->adminConninfo()));
        QVERIFY2(!service.waitForLine(u"ready "_s).isEmpty(), service.errors());
        Client client(urlOf(service.lines().first()));
        QVERIFY(client
                    .wait(client.api.send<bool>({.path = u"/readyz"_s, .hasSession = false},
                        [](const ApiAnswer &) { return Result<bool>(true); }))
                    .has_value());
        auto admin = PgConnection::open(database->adminConninfo());
        QVERIFY(admin.has_value());
        const auto logins = (*admin)->runSql("select distinct usename::text from pg_stat_activity where "
                                             "datname = current_database() and pid <> pg_backend_pid()"
                                             " and usename <> 'signalbox_feed'"); // which sees no table
        QVERIFY(logins.has_value());
        QCOMPARE(logins->rowCount(), 1);
        QCOMPARE(logins->text(0, 0), u"signalbox_app"_s);
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
    }

    void killSwitch_closesTheReadsAndOpensThemAgain()
    {
        const auto database = testDatabase();
        QVERIFY(database);
        Program service(u"signalboxd"_s, onDatabase(database->adminConninfo()));
        Client client(urlOf(service.waitForLine(u"ready "_s)));
        auto admin = PgConnection::open(database->adminConninfo());
        QVERIFY(admin.has_value());
        const auto codeOfCounts = [&client] {
            const ApiRequest request {.path = u"/api/inbox/counts"_s, .hasSession = false};
            const auto answer = client.wait(
                client.api.send<bool>(request, [](const ApiAnswer &) { return Result<bool>(true); }));
            return answer ? QString() : answer.error().code;
        };
        QCOMPARE(codeOfCounts(), u"no_authorization"_s);
        QVERIFY((*admin)->runSql("insert into runtime_flag (environment, key, value) values ('development', "
                                 "'INBOX_READ_API_V1', ' OFF ')"));
        QTRY_COMPARE(codeOfCounts(), u"READ_API_DISABLED"_s);
        QVERIFY((*admin)->runSql("delete from runtime_flag"));
        QTRY_COMPARE(codeOfCounts(), u"no_authorization"_s);
    }

    void databaseThatGoesAndComes_isToldAndSurvived()
    {
        const auto database = testDatabase();
        QVERIFY(database);
        auto admin = PgConnection::open(database->adminConninfo());
        QVERIFY(admin.has_value());
        Program service(u"signalboxd"_s, onDatabase(database->adminConninfo()));
        Client client(urlOf(service.waitForLine(u"ready "_s)));
        const auto readiness = [&client] {
            const ApiRequest request {.path = u"/readyz"_s, .hasSession = false};
            const auto answer = client.wait(
                client.api.send<bool>(request, [](const ApiAnswer &) { return Result<bool>(true); }));
            return answer ? u"ready"_s : QString(kindName(answer.error().kind));
        };
        QCOMPARE(readiness(), u"ready"_s);
        // For the service the same as a server that is gone: nobody gets in, and who was in is out.
        const QByteArray name = database->name().toUtf8();
        // This test's database alone: others share the server. The administrator stays in.
        QVERIFY((*admin)->runSql("alter database " + name + " with connection limit 0"));
        QVERIFY((*admin)->runSql("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + name + "' and usename = 'signalbox_app'"));
        QTRY_COMPARE(readiness(), u"unavailable"_s);
        QVERIFY(service.isRunning());
        QVERIFY((*admin)->runSql("alter database " + name + " with connection limit -1"));
        QTRY_COMPARE(readiness(), u"ready"_s);
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
    }

    void snoozeThatRunsOut_wakesWithinASecond()
    {
        const auto database = testDatabase();
        QVERIFY(database);
        Program service(u"signalboxd"_s, onDatabase(database->adminConninfo()));
        QVERIFY2(!service.waitForLine(u"ready "_s).isEmpty(), service.errors());
        auto admin = PgConnection::open(database->adminConninfo());
        QVERIFY(admin.has_value());
        QVERIFY((*admin)->runSql("insert into app_user (email) values ('owner@example.org')"));
        QVERIFY(
            (*admin)->runSql("insert into workspace (name, owner_user_id) select 'Acme', id from app_user"));
        QVERIFY((*admin)->runSql(
            "insert into lead (workspace_id, snoozed_until) select id, clock_timestamp() + interval "
            "'300 milliseconds' from workspace"));
        const auto snoozed = [&] {
            const auto rows = (*admin)->runSql("select count(*) from lead where is_snoozed");
            return rows ? rows->integer(0, 0) : -1;
        };
        QCOMPARE(snoozed(), 1);
        QTRY_COMPARE(snoozed(), 0);
        // The deltas are folded into the rows as well.
        const auto pending = [&] {
            const auto rows = (*admin)->runSql("select count(*) from inbox_counts_delta");
            return rows ? rows->integer(0, 0) : -1;
        };
        QTRY_COMPARE(pending(), 0);
    }

    void badStart_saysWhyAndWithWhichCode_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const QStringList serve {u"serve"_s};
        QTest::newRow("nothing to do") << QStringList() << QString() << 2 << "signalboxd serve"_ba;
        QTest::newRow("an unknown option")
            << QStringList({u"serve"_s, u"--demmo"_s}) << QString() << 2 << "--demmo"_ba;
        QTest::newRow("an option without its value")
            << QStringList({u"serve"_s, u"--listen"_s}) << QString() << 2 << "--listen"_ba;
        QTest::newRow("an address that is none")
            << QStringList({u"serve"_s, u"--listen"_s, u"nowhere"_s}) << QString() << 2 << "listen"_ba;
        QTest::newRow("a cache that is none")
            << QStringList({u"serve"_s, u"--redis"_s, u"http://127.0.0.1"_s}) << QString() << 2 << "redis"_ba;
        QTest::newRow("a mistyped variable")
            << serve << u"SIGNALBOX_LISSTEN=127.0.0.1:0"_s << 2 << "SIGNALBOX_LISSTEN"_ba;
        QTest::newRow("a secret with a blank in production")
            << serve << u"SIGNALBOX_AUTH_SIGNING_SECRET= 0123456789012345678901234567890123456789"_s << 2
            << "auth.signing_secret"_ba;
        QTest::newRow("a demo in production")
            << QStringList({u"serve"_s, u"--demo"_s}) << QString() << 2 << "--demo"_ba;
        QTest::newRow("a configuration that is not there")
            << QStringList({u"serve"_s, u"--config"_s, u"/nonexistent.conf"_s}) << QString() << 2
            << "/nonexistent.conf"_ba;
        QTest::newRow("a database out of reach")
            << QStringList({u"serve"_s, u"--database"_s, u"postgresql://127.0.0.1:1/x"_s}) << QString() << 3
            << ""_ba;
    }
    void badStart_saysWhyAndWithWhichCode()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, variable);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        QHash<QString, QString> environment {{u"SIGNALBOX_ENV"_s, u"production"_s}};
        if (!variable.isEmpty())
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        Program service(u"signalboxd"_s, arguments, environment);
        QCOMPARE(service.waitForExit(), code);
        QVERIFY2(service.errors().contains(said), service.errors());
        QVERIFY(!service.errors().contains("0123456789"));
        QVERIFY(service.lines().isEmpty());
    }

    void portThatIsTaken_isSaid()
    {
        const auto database = testDatabase();
        QVERIFY(database);
        Program first(u"signalboxd"_s, onDatabase(database->adminConninfo()));
        const QString url = urlOf(first.waitForLine(u"ready "_s));
        QStringList arguments = onDatabase(database->adminConninfo());
        arguments.last() = url.section(u"//"_s, 1);
        Program second(u"signalboxd"_s, arguments);
        QCOMPARE(second.waitForExit(), 3);
        QVERIFY2(second.errors().contains(url.section(u':', -1).toUtf8()), second.errors());
    }

private:
    QString embedded() const { return m_directory->filePath(u"db"_s); }

    QStringList demoArguments() const
    {
        return {u"serve"_s, u"--embedded"_s, embedded(), u"--listen"_s, u"127.0.0.1:0"_s, u"--demo"_s,
            u"--leads"_s, u"400"_s};
    }

    /// The rows of killsUnderLoad…; -1 while the database is away.
    static int countMarks(const QString &conninfo)
    {
        auto admin = PgConnection::open(conninfo);
        if (!admin)
            return -1;
        const auto rows = (*admin)->runSql("select count(*) from sms_campaign where name like 'mark %'");
        return rows ? int(rows->integer(0, 0)) : -1;
    }

    static QStringList onDatabase(const QString &conninfo)
    {
        return {u"serve"_s, u"--database"_s, conninfo, u"--listen"_s, u"127.0.0.1:0"_s};
    }

    static std::unique_ptr<TestDatabase> testDatabase()
    {
        auto database = TestDatabase::create();
        if (!database) {
            qWarning("%s", qPrintable(describe(database.error())));
            return nullptr;
        }
        return *std::move(database);
    }

    /// Signs in as the demo's owner and reads the first workspace's whole list.
    Result<QList<LeadId>> ownersLeads(Client &client)
    {
        const QString line = m_ready.at(1);
        const auto tokens
            = client.wait(client.sessions.signIn(line.section(u' ', 2, 2), line.section(u' ', 3)));
        if (!tokens)
            return tokens.error();
        const auto workspaces = client.wait(client.sessions.fetchWorkspaces());
        if (!workspaces)
            return workspaces.error();
        m_everything.workspace = workspaces->first().id;
        return client.readAll(m_everything);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QStringList m_ready; // what the first start printed
    InboxQuery m_everything;
};

QTEST_GUILESS_MAIN(tst_Signalboxd)

#include "tst_signalboxd.moc"
