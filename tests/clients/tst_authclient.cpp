// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/authservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QProcess>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Programs that others wrote, against our service, on the Node that the lock file pins.
class tst_AuthClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void supabaseAuthClient_signsInRefreshesAndSignsOut()
    {
        const QString folder = QStringLiteral(SIGNALBOX_TEST_CLIENTS);
        const QString node = folder + u"/node_modules/node/bin/node"_s;
        QVERIFY2(QFile::exists(node), "the packages are missing: the test npm.install puts them there");
        const auto database = newDatabase();
        const auto admin = connectTo(database->adminConninfo());
        const QString password = u"signal at danger 7"_s;
        QVERIFY(addUser(
            *admin, u"ada@example.com"_s, u"Ada"_s, *hashPassword(Secret(password), PasswordCost::least())));
        AuthService service(database->appConninfo());
        service.clock.setNow(SystemClock().now()); // the client looks at the machine's clock

        QProcess client;
        client.setProcessChannelMode(QProcess::MergedChannels);
        const QByteArray key = service.keys().issuer.projectKey().token.reveal().toByteArray();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"refresh_token_reused"_s));
        client.start(node,
            {folder + u"/auth/session.mjs"_s, u"http://127.0.0.1:%1"_s.arg(service.port()),
                u"ada@example.com"_s, password, QString::fromLatin1(key)});
        QTRY_VERIFY_WITH_TIMEOUT(client.state() == QProcess::NotRunning, 60'000);
        const QByteArray output = client.readAll();
        QVERIFY2(client.exitStatus() == QProcess::NormalExit && client.exitCode() == 0, output.constData());
        QCOMPARE(output.count("\nok "), 9); // ten steps, the first at the very beginning
    }
};

QTEST_GUILESS_MAIN(tst_AuthClient)
#include "tst_authclient.moc"
