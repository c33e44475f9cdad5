// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwt.h"
#include "core/base/clock.h"
#include "tests/clients/changeemitter.h"
#include "tests/server/program.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray SigningText = "a-secret-of-the-realtime-client-tests-01234"_ba;
constexpr int Patience = 170'000;

} // namespace

/// The stock @supabase/realtime-js, driven by a conformance check that others wrote, against a real service
/// on a real database (issue 3, "What must be seen" 1).
///
/// The check counts with whole numbers of its own in a column of ours that holds scores from 0 to 4: its
/// database is without that one constraint.
class tst_RealtimeClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        InboxData data(*m_admin);
        m_ownerA = data.addUser(u"a@example.com"_s);
        m_ownerB = data.addUser(u"b@example.com"_s);
        m_workspaceA = data.addWorkspace(u"A"_s, m_ownerA);
        m_workspaceB = data.addWorkspace(u"B"_s, m_ownerB);
        for (UserId *setter : {&m_first, &m_second}) {
            *setter = data.addUser(newUuid().toString(QUuid::WithoutBraces) + u"@example.com"_s);
            data.addMember(m_workspaceA, *setter, u"SETTER"_s);
        }
        data.run("alter table lead drop constraint lead_score_ck");
        m_emitter = std::make_unique<ChangeEmitter>(*m_admin);
        QVERIFY(m_emitter->port() > 0);
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->appConninfo(), u"--listen"_s, u"127.0.0.1:0"_s},
            QHash<QString, QString> {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)},
                {u"SIGNALBOX_REALTIME_FEED_URL"_s, m_database->feedConninfo()}});
        m_url = m_service->waitForLine(u"ready "_s).section(u' ', 1);
        QVERIFY2(!m_url.isEmpty(), m_service->errors());
    }

    void cleanupTestCase()
    {
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        const QByteArray log = m_service->errors();
        QVERIFY2(!log.contains(token(m_ownerB)), "a token is in the log");
        QVERIFY(!log.contains("apikey="));
    }

    void stockClient_findsNothingToComplainOf_data()
    {
        QTest::addColumn<QString>("scenarios");
        QTest::newRow("protocol")
            << u"join,payload,ready,events,filters,heartbeat,leave,dupjoin,swap,scope"_s;
        QTest::newRow("tokens") << u"refresh,expiry,heal,reject"_s;
        QTest::newRow("delivery") << u"reconnect,order,slow"_s;
        QTest::newRow("isolation") << u"leak"_s;
    }
    void stockClient_findsNothingToComplainOf()
    {
        QFETCH(QString, scenarios);
        const QString folder = QStringLiteral(SIGNALBOX_TEST_CLIENTS);
        const QString node = folder + u"/node_modules/node/bin/node"_s;
        QVERIFY2(QFile::exists(node), "the packages are missing: the test npm.install puts them there");
        QProcess client;
        client.setProcessChannelMode(QProcess::MergedChannels);
        QString url = m_url;
        url.replace(u"http://"_s, u"ws://"_s);
        client.start(node,
            {folder + u"/realtime/check.mjs"_s, u"--url"_s, url + u"/realtime/v1"_s, u"--modules"_s, folder,
                u"--secret"_s, QString::fromLatin1(SigningText), u"--claims"_s,
                uR"({"role":"authenticated","aud":"authenticated","sub":"%1"})"_s.arg(m_ownerA.toString()),
                u"--token-b"_s, QString::fromLatin1(token(m_ownerB)), u"--token-s1"_s,
                QString::fromLatin1(token(m_first)), u"--token-s2"_s, QString::fromLatin1(token(m_second)),
                u"--sub-s1"_s, m_first.toString(), u"--sub-s2"_s, m_second.toString(), u"--ws-a"_s,
                m_workspaceA.toString(), u"--ws-b"_s, m_workspaceB.toString(), u"--col-note"_s, u"status"_s,
                u"--col-num"_s, u"overallScore"_s, u"--emit-url"_s,
                u"http://127.0.0.1:%1/emit"_s.arg(m_emitter->port()), u"--expect-resume"_s,
                u"--expect-heal"_s, u"--expect-leave"_s, u"--only"_s, scenarios, u"--vsn"_s,
                u"2.0.0,1.0.0"_s});
        QTRY_VERIFY_WITH_TIMEOUT(client.state() == QProcess::NotRunning, Patience);
        const QByteArray output = client.readAll();
        QVERIFY2(client.exitStatus() == QProcess::NormalExit && client.exitCode() == 0, output.constData());
        QVERIFY2(output.contains(" 0 failed, 0 skipped"), output.constData());
        qInfo("%s", output.trimmed().split('\n').last().constData());
    }

private:
    /// As check.mjs makes them: signed with the secret, of no session.
    static QByteArray token(UserId user)
    {
        const auto now = std::chrono::floor<std::chrono::seconds>(SystemClock().now()).time_since_epoch();
        return signHs256({{u"role"_s, u"authenticated"_s}, {u"aud"_s, u"authenticated"_s},
                             {u"sub"_s, user.toString()}, {u"exp"_s, qint64(now.count()) + 3600}},
            Secret(SigningText));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<ChangeEmitter> m_emitter;
    UserId m_ownerA;
    UserId m_ownerB;
    UserId m_first;
    UserId m_second;
    WorkspaceId m_workspaceA;
    WorkspaceId m_workspaceB;
    std::unique_ptr<Program> m_service;
    QString m_url;
};

QTEST_GUILESS_MAIN(tst_RealtimeClient)
#include "tst_realtimeclient.moc"
