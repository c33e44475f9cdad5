// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/program.h"

#include <QFile>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

} // namespace

/// The desktop program itself, without a screen: what it asks its service is what a person would see.
class tst_Console : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = makeDataDirectory();
        QVERIFY(m_directory->isValid());
    }

    void demo_signsInShowsTheInboxAndTakesItsDatabaseDown()
    {
        Program console(u"signalbox"_s, demoArguments(), environment());
        QTRY_VERIFY2_WITH_TIMEOUT(
            console.errors().contains("/api/inbox/conversations"), console.errors(), Patience);
        QVERIFY(console.errors().contains("/api/inbox/counts"));
        QVERIFY(!console.errors().contains("\"status\":4"));
        QVERIFY(QFile::exists(postmasterFile()));
        console.terminate();
        QCOMPARE(console.waitForExit(), 0);
        QVERIFY(!QFile::exists(postmasterFile()));
    }

    void secondStart_leavesItToTheFirst()
    {
        Program first(u"signalbox"_s, demoArguments(), environment());
        QTRY_VERIFY2_WITH_TIMEOUT(first.errors().contains("/api/workspaces"), first.errors(), Patience);
        Program second(u"signalbox"_s, demoArguments(), environment());
        QCOMPARE(second.waitForExit(), 0);
        QVERIFY(second.lines().value(0).startsWith(u"signalbox is open already"_s));
        QVERIFY(first.isRunning());
        first.terminate();
        QCOMPARE(first.waitForExit(), 0);
    }

    void serverOfItsOwn_isUsedInsteadOfOneInside()
    {
        Program service(u"signalboxd"_s,
            {u"serve"_s, u"--embedded"_s, m_directory->filePath(u"db"_s), u"--listen"_s, u"127.0.0.1:0"_s});
        const QString url = service.waitForLine(u"ready "_s).section(u' ', 1);
        QVERIFY(!url.isEmpty());
        Program console(u"signalbox"_s, {u"--server"_s, url, u"--profile"_s, profile()}, environment());
        QTRY_VERIFY2_WITH_TIMEOUT(service.errors().contains("/api/setup"), service.errors(), Patience);
        QVERIFY(!console.errors().contains("\"event\":\"serving\""));
        console.terminate();
        QCOMPARE(console.waitForExit(), 0);
        service.terminate();
        QCOMPARE(service.waitForExit(), 0);
    }

    void wrongUse_isExplainedWithoutADisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("help") << QStringList({u"--help"_s}) << 0;
        QTest::newRow("version") << QStringList({u"--version"_s}) << 0;
        QTest::newRow("an unknown option") << QStringList({u"--domo"_s}) << 2;
        QTest::newRow("a server that is none") << QStringList({u"--server"_s, u"ftp://x"_s}) << 2;
        QTest::newRow("a profile that is none") << QStringList({u"--profile"_s, u"A b"_s}) << 2;
        QTest::newRow("no display") << QStringList() << 3;
    }
    void wrongUse_isExplainedWithoutADisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const QHash<QString, QString> nowhere {
            {u"DISPLAY"_s, {}}, {u"WAYLAND_DISPLAY"_s, {}}, {u"QT_QPA_PLATFORM"_s, {}}};
        Program console(u"signalbox"_s, arguments, nowhere);
        QCOMPARE(console.waitForExit(), code);
        QCOMPARE(console.errors().startsWith("signalbox: "), code != 0);
    }

private:
    // Of its own for each run: another console of the same person must not be in the way.
    QString profile() const { return u"test-"_s + QString::number(QCoreApplication::applicationPid()); }

    QStringList demoArguments() const
    {
        return {u"--demo"_s, u"--leads"_s, u"200"_s, u"--embedded"_s, m_directory->filePath(u"db"_s),
            u"--profile"_s, profile()};
    }

    QHash<QString, QString> environment() const
    {
        return {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s},
            {u"XDG_CONFIG_HOME"_s, m_directory->filePath(u"config"_s)},
            {u"XDG_STATE_HOME"_s, m_directory->filePath(u"state"_s)}};
    }

    QString postmasterFile() const { return m_directory->filePath(u"db/pg/postmaster.pid"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(tst_Console)
#include "tst_console.moc"
