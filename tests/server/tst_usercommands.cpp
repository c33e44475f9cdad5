// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/authservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QJsonDocument>
#include <QProcess>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// signalboxctl as an operator types it, and a service on the same database that must agree.
class tst_UserCommands : public QObject
{
    Q_OBJECT

private:
    struct Run
    {
        int exitCode = -1;
        QByteArray output;
        QByteArray complaint;
    };

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<AuthService> m_service;

    Run run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(
            u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(testSigningSecret().reveal()));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(SIGNALBOX_CTL),
            arguments + QStringList {u"--database"_s, m_database->adminConninfo()});
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(30'000))
            qFatal("signalboxctl does not end");
        return {
            process.exitCode(), process.readAllStandardOutput().trimmed(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_service = std::make_unique<AuthService>(m_database->appConninfo());
        m_service->clock.setNow(SystemClock().now()); // the command signs by the machine's clock
    }

    void fromNothing_toASetterWhoSignsIn()
    {
        const auto owner = run({u"user"_s, u"add"_s, u"--email"_s, u"Olga@Example.com"_s, u"--name"_s,
            u"Olga"_s, u"--generate"_s, u"--json"_s});
        QVERIFY2(owner.exitCode == 0, owner.complaint.constData());
        const QString password
            = QJsonDocument::fromJson(owner.output).object().value("password"_L1).toString();
        QCOMPARE(m_service->signIn(u"olga@example.com"_s, password).status, 200);

        const auto workspace = run({u"workspace"_s, u"add"_s, u"--name"_s, u"Harbour"_s, u"--owner"_s,
            u"olga@example.com"_s, u"--timezone"_s, u"Europe/Berlin"_s});
        QVERIFY2(workspace.exitCode == 0, workspace.complaint.constData());
        const QString id = QString::fromLatin1(workspace.output);
        QVERIFY(WorkspaceId::parse(id).has_value());

        QCOMPARE(run({u"user"_s, u"add"_s, u"--email"_s, u"sam@example.com"_s, u"--name"_s, u"Sam"_s},
                     "points set for siding 4\n")
                     .exitCode,
            0);
        QCOMPARE(run({u"member"_s, u"add"_s, u"--workspace"_s, id, u"--email"_s, u"sam@example.com"_s,
                         u"--role"_s, u"SETTER"_s})
                     .exitCode,
            0);
        const auto session = m_service->signIn(u"sam@example.com"_s, u"points set for siding 4"_s);
        const auto listed
            = m_service->request("GET", "/api/workspaces", member(session, "access_token"_L1)).json();
        QCOMPARE(listed.value("workspaces"_L1)[0]["role"_L1].toString(), u"SETTER"_s);
        QCOMPARE(run({u"member"_s, u"list"_s, u"--workspace"_s, id}).output.count('\n'), 1);

        const auto token = run({u"token"_s, u"--user"_s, u"sam@example.com"_s});
        QCOMPARE(m_service->request("GET", "/auth/v1/user", token.output).status, 200);
        QCOMPARE(
            run({u"user"_s, u"passwd"_s, u"--email"_s, u"sam@example.com"_s}, "another sentence entirely\n")
                .exitCode,
            0);
        m_service->clock.advance(std::chrono::seconds(1));
        QCOMPARE(
            m_service->request("GET", "/auth/v1/user", token.output).status, 401); // its session has ended
        QCOMPARE(m_service->signIn(u"sam@example.com"_s, u"another sentence entirely"_s).status, 200);
        QCOMPARE(run({u"user"_s, u"disable"_s, u"--email"_s, u"sam@example.com"_s}).exitCode, 0);
        QCOMPARE(m_service->signIn(u"sam@example.com"_s, u"another sentence entirely"_s).status, 400);
    }

    void tokens_areWhatTheyAreCalled()
    {
        const auto anon = run({u"token"_s, u"--anon"_s});
        QCOMPARE(m_service->request("GET", "/auth/v1/user", anon.output).status, 401);
        const auto service = run({u"token"_s, u"--service"_s, u"--days"_s, u"3"_s});
        QCOMPARE(m_service->request("GET", "/auth/v1/user", service.output).status, 403);
    }

    void mistakes_haveTheirExitCode_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("option missing") << QStringList {u"user"_s, u"add"_s, u"--name"_s, u"X"_s} << 2;
        QTest::newRow("password as an option")
            << QStringList {u"user"_s, u"passwd"_s, u"--email"_s, u"a@b.c"_s, u"--password"_s, u"x"_s} << 2;
        QTest::newRow("workspace is no uuid")
            << QStringList {u"member"_s, u"list"_s, u"--workspace"_s, u"x"_s} << 2;
        QTest::newRow("token of two kinds") << QStringList {u"token"_s, u"--anon"_s, u"--service"_s} << 2;
        QTest::newRow("a token for ever")
            << QStringList {u"token"_s, u"--service"_s, u"--days"_s, u"9000000000000000"_s} << 2;
        QTest::newRow("no such role") << QStringList {u"member"_s, u"add"_s, u"--workspace"_s,
            u"11111111-1111-4111-8111-111111111111"_s, u"--email"_s, u"a@b.c"_s, u"--role"_s, u"KING"_s}
                                      << 2;
        QTest::newRow("no address") << QStringList {u"user"_s, u"add"_s, u"--email"_s, u"someone"_s,
            u"--name"_s, u"N"_s} << 2;
        QTest::newRow("nobody of that address")
            << QStringList {u"user"_s, u"disable"_s, u"--email"_s, u"nobody@example.com"_s} << 1;
        QTest::newRow("no such workspace") << QStringList {u"member"_s, u"list"_s, u"--workspace"_s,
            u"11111111-1111-4111-8111-111111111111"_s}
                                           << 1;
        QTest::newRow("no password came")
            << QStringList {u"user"_s, u"add"_s, u"--email"_s, u"new@example.com"_s, u"--name"_s, u"N"_s}
            << 1;
    }
    void mistakes_haveTheirExitCode()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const auto done = run(arguments);
        QCOMPARE(done.exitCode, exitCode);
        QVERIFY(!done.complaint.isEmpty());
        QVERIFY(done.output.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_UserCommands)
#include "tst_usercommands.moc"
