// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remoteinboxgateway.h"
#include "core/client/remotesessiongateway.h"
#include "core/client/remotesetupgateway.h"
#include "tests/server/httpprobe.h"
#include "tests/server/program.h"
#include "tests/support/fakerealtimefeed.h"
#include "tests/support/faketriagegateway.h"
#include "ui/base/consolestyle.h"
#include "ui/base/dialogs.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/shell/consoleapplication.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/renderloopguard.h"
#include "ui/shell/windowmemory.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;

/// The console's window over HTTP, as app/console puts it together.
struct ConsoleGraph
{
    explicit ConsoleGraph(const QUrl &server)
        : preferences(directory.filePath(u"signalbox.conf"_s))
        , memory(directory.filePath(u"window.ini"_s), u"test"_s)
        , client({.server = server}, clock)
        , sessions(client, clock)
        , setup(client, clock)
        , inbox(client)
        , session(sessions, setup, client, secrets, u"test"_s)
        , window({session, client, preferences, memory, language, theme, dialogs, clock,
              {u"test"_s, u"Test"_s, Environment::Development}})
    {
        window.addPage(inboxPageSpec({inbox, triage, feed, writes}, inboxMemory));
        window.resize(1440, 900);
        window.show();
        window.start();
    }

    QTemporaryDir directory;
    SystemClock clock;
    Theme theme;
    Preferences preferences;
    WindowMemory memory;
    Language language;
    ModalDialogs dialogs;
    ApiClient client;
    RemoteSessionGateway sessions;
    RemoteSetupGateway setup;
    RemoteInboxGateway inbox;
    FakeTriageGateway triage;
    FakeRealtimeFeed feed;
    TriageModel writes {triage, clock};
    InboxMemory inboxMemory;
    MemorySecretStore secrets;
    Session session;
    MainWindow window;
};

} // namespace

/// Issue 2, what must be seen 5: the real window on the real service.
class tst_ConsoleSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_directory = makeDataDirectory();
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {u"serve"_s, u"--demo"_s, u"--leads"_s, u"400"_s, u"--embedded"_s,
                m_directory->filePath(u"db"_s), u"--listen"_s, u"127.0.0.1:0"_s});
        m_url = m_service->waitForLine(u"ready "_s).section(u' ', 1);
        QVERIFY2(!m_url.isEmpty(), m_service->errors());
        m_login = m_service->waitForLine(u"login OWNER "_s).split(u' ');
        QCOMPARE(m_login.size(), 4);
    }
    void cleanupTestCase()
    {
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
    }

    void switching_fiftyTimes_asksThreeQuestionsEachAndLeavesNothing()
    {
        ConsoleGraph console {QUrl(m_url)};
        QSignalSpy loops(&console.window.guard(), &RenderLoopGuard::loopBroken);
        QTRY_COMPARE_WITH_TIMEOUT(console.session.state(), Session::State::SignedOut, Patience);
        console.session.signIn(m_login.at(2), m_login.at(3), false);
        QTRY_VERIFY_WITH_TIMEOUT(console.session.workspaces().size() >= 2, Patience);
        const std::array both {console.session.workspaces().at(0).id, console.session.workspaces().at(1).id};

        std::array<QSet<QString>, 2> shown;
        qsizetype objects = 0;
        qsizetype widgets = 0;
        double asked = 0;
        for (int round = 0; round <= 50; ++round) {
            if (round == 1)
                asked = questionsAnswered();
            for (const size_t side : {size_t(1), size_t(0)}) {
                QVERIFY(
                    console.window.openLink(u"signalbox://test/%1/inbox"_s.arg(both.at(side).toString())));
                const QSet<QString> leads = settledLeads(console, both.at(side));
                QVERIFY(!leads.isEmpty());
                shown.at(side) |= leads;
            }
            QVERIFY(!shown[0].intersects(shown[1]));
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (round == 5) { // caches, fonts and history have grown as far as they grow
                objects = console.window.findChildren<QObject *>().size();
                widgets = QApplication::allWidgets().size();
            }
        }
        const double perSwitch = (questionsAnswered() - asked) / 100;
        QVERIFY2(perSwitch <= 3, QByteArray::number(perSwitch));
        QVERIFY(perSwitch > 0); // the service was asked, and its metrics count it
        QTRY_COMPARE(console.window.findChildren<QObject *>().size(), objects);
        QCOMPARE(QApplication::allWidgets().size(), widgets);
        QCOMPARE(console.client.callsInFlight(), 0);
        QCOMPARE(loops.size(), 0);
    }

private:
    /// The leads on screen once the page of `workspace` has its rows and nothing is on its way.
    QSet<QString> settledLeads(ConsoleGraph &console, WorkspaceId workspace) const
    {
        const auto list = [&]() -> InboxListView * {
            Page *page = console.window.host().page();
            return page && page->workspace().id == workspace ? page->findChild<InboxListView *>() : nullptr;
        };
        const auto isSettled = [&] {
            return list() && list()->model()->rowCount() > 0 && console.client.callsInFlight() == 0;
        };
        QSet<QString> leads;
        if (!QTest::qWaitFor(isSettled, Patience))
            return leads;
        const auto *model = static_cast<const InboxModel *>(list()->model());
        for (int row = 0; row < model->rowCount(); ++row)
            if (const Conversation *conversation = model->at(row))
                leads.insert(conversation->lead.id.toString());
        return leads;
    }

    /// Answers of the inbox and workspace routes since the service began, by its own count.
    double questionsAnswered()
    {
        double sum = 0;
        const QList<QByteArray> lines = m_probe.send("GET", m_url + u"/metrics"_s, {}).body.split('\n');
        for (const QByteArray &line : lines)
            if (line.startsWith("signalbox_http_requests_total{") && line.contains("/api/"))
                sum += line.mid(line.lastIndexOf(' ') + 1).toDouble();
        return sum;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Program> m_service;
    HttpProbe m_probe;
    QString m_url;
    QStringList m_login;
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    ConsoleApplication app(argc, argv);
    tst_ConsoleSwitch test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_consoleswitch.moc"
