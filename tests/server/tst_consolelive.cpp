// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwt.h"
#include "core/client/apiclient.h"
#include "core/client/remoteinboxgateway.h"
#include "core/client/remotetriagegateway.h"
#include "core/client/websocketfeed.h"
#include "tests/server/program.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"
#include "ui/base/dialogs.h"
#include "ui/inbox/choicepicker.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/inbox/inboxlistview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray SigningText = "a-secret-of-the-live-console-tests-0123456"_ba;
constexpr int Patience = 20'000;
constexpr int Leads = 60;

SessionTokens tokensOf(UserId user)
{
    const Instant now = SystemClock().now();
    const auto expires = std::chrono::floor<std::chrono::seconds>(now + 1h).time_since_epoch();
    const QByteArray token = signHs256({{u"role"_s, u"authenticated"_s}, {u"aud"_s, u"authenticated"_s},
                                           {u"sub"_s, user.toString()}, {u"exp"_s, qint64(expires.count())}},
        Secret(SigningText));
    return {QString::fromLatin1(token), {}, now + 1h, {user}};
}

/// One person's console, as far as the inbox goes.
struct Console
{
    Console(const QUrl &server, UserId user, WorkspaceId workspace)
        : client({.server = server, .firstRetry = 100ms, .longestRetry = 500ms}, clock)
        , inbox(client)
        , triage(client)
        , feed(client, clock, {.firstRetry = 100ms, .longestRetry = 500ms})
    {
        client.setSession(tokensOf(user));
        theme.setMotion(false);
        const InboxServices services {inbox, triage, feed, writes};
        commands.declare(inboxPageSpec(services, memory).commands);
        page = std::make_unique<InboxDesk>(PageContext {.workspace = {.id = workspace, .role = u"OWNER"_s},
                                               .theme = theme,
                                               .commands = commands,
                                               .dialogs = dialogs,
                                               .clock = clock},
            services, memory);
        page->resize(1384, 826);
        page->restoreState({});
        page->show();
        view = page->findChild<InboxListView *>();
        pill = page->findChild<QAbstractButton *>(u"newPill"_s);
    }

    InboxModel &model() const { return static_cast<InboxModel &>(*view->model()); }
    bool isLive() const { return feed.status().state == FeedStatus::State::Live; }
    QString words(LeadId lead) const { return view->rowDelegate().describe(model().rowOf(lead)); }

    void read(LeadId lead) { page->restoreState({.item = lead.toString()}); }
    /// Opens a card by its command and chooses what was typed.
    void choose(const QString &command, const QString &typed)
    {
        commands.trigger(command);
        auto *picker = page->findChild<ChoicePicker *>();
        QTest::keyClicks(picker->searchBox(), typed);
        QTest::keyClick(picker->searchBox(), Qt::Key_Return);
    }

    SystemClock clock;
    ApiClient client;
    RemoteInboxGateway inbox;
    RemoteTriageGateway triage;
    WebSocketFeed feed;
    TriageModel writes {triage, clock};
    Theme theme;
    CommandRegistry commands;
    ModalDialogs dialogs;
    InboxMemory memory;
    std::unique_ptr<InboxDesk> page;
    InboxListView *view = nullptr;
    QAbstractButton *pill = nullptr;
};

} // namespace

/// Issue 3, what must be seen 6: what happens on the service shows on every console of those who may see it.
class tst_ConsoleLive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_data = std::make_unique<InboxData>(*m_admin);
        m_owner = m_data->addUser(u"owner@example.com"_s);
        m_setter = m_data->addUser(u"setter@example.com"_s);
        m_workspace = m_data->addWorkspace(u"Acme"_s, m_owner);
        m_data->addMember(m_workspace, m_setter, u"SETTER"_s);
        for (int i = 0; i < Leads; ++i)
            m_leads.append(m_data->addLead(m_workspace,
                {.inbound = i,
                    .tag = u"Interested"_s,
                    .assignee = i < 10 ? std::optional(m_setter) : std::nullopt,
                    .firstName = u"Lead"_s,
                    .lastName = QString::number(i)}));
        startService(u"127.0.0.1:0"_s);
    }

    void cleanupTestCase()
    {
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        QVERIFY(!m_service->errors().contains(tokensOf(m_owner).accessToken.toLatin1()));
    }

    void aChange_showsOnBothConsoles_andALeadTakenAwaySaysSo()
    {
        Console owner(QUrl(m_url), m_owner, m_workspace);
        Console setter(QUrl(m_url), m_setter, m_workspace);
        QTRY_COMPARE_WITH_TIMEOUT(owner.model().rowCount(), Leads, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(setter.model().rowCount(), 10, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(owner.isLive() && setter.isLive(), Patience);
        const LeadId lead = m_leads.at(4);
        update(lead, "sentiment_tag = 'Meeting Requested', updated_at = now()");
        const auto tagIn = [&](const Console &console) {
            return console.model().at(console.model().rowOf(lead))->sentimentTag;
        };
        QTRY_COMPARE_WITH_TIMEOUT(tagIn(owner), u"Meeting Requested"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(tagIn(setter), u"Meeting Requested"_s, Patience);
        // Both have been at the top and idle: the lead goes where it belongs by itself.
        QTRY_COMPARE_WITH_TIMEOUT(owner.model().rowOf(lead), 0, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(setter.model().rowOf(lead), 0, Patience);
        update(lead, "assigned_to_user_id = null, updated_at = now()");
        QTRY_COMPARE_WITH_TIMEOUT(setter.model().rowState(0), RowState::Ghost, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(setter.words(lead).contains(u"no longer yours"_s), Patience);
        QCOMPARE(owner.model().rowState(owner.model().rowOf(lead)), RowState::Present);
    }

    void whatOnePersonDoes_theOtherSees_andItsUndo()
    {
        Console owner(QUrl(m_url), m_owner, m_workspace);
        Console setter(QUrl(m_url), m_setter, m_workspace);
        QTRY_COMPARE_WITH_TIMEOUT(owner.model().rowCount(), Leads, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(owner.isLive() && setter.isLive(), Patience);
        const LeadId lead = m_leads.at(7);
        QTRY_VERIFY_WITH_TIMEOUT(setter.model().rowOf(lead) >= 0, Patience);
        owner.read(lead);
        setter.read(lead);
        const auto *presence = owner.page->findChild<QWidget *>(u"presence"_s);
        QTRY_VERIFY_WITH_TIMEOUT(presence->isVisible(), Patience);
        QVERIFY(presence->accessibleName().endsWith(u"is viewing"_s));
        const auto tagIn = [&](const Console &console) {
            return console.model().at(console.model().rowOf(lead))->sentimentTag;
        };
        owner.choose(u"inbox.sentiment"_s, u"objection"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tagIn(setter), u"Objection"_s, Patience);
        QCOMPARE(owner.writes.pendingCount(), 0);
        owner.commands.trigger(u"inbox.undo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(tagIn(setter), u"Interested"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(tagIn(owner), u"Interested"_s, Patience);
        QVERIFY(owner.writes.conflicts().isEmpty());
    }

    void aServiceKilled_isTakenUpWhereItWas()
    {
        Console owner(QUrl(m_url), m_owner, m_workspace);
        QTRY_COMPARE_WITH_TIMEOUT(owner.model().rowCount(), Leads, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(owner.isLive() && owner.feed.status().latency, Patience);
        QSignalSpy resyncs(&owner.feed, &RealtimeFeed::resyncNeeded);
        QSignalSpy changed(&owner.feed, &RealtimeFeed::leadsChanged);
        m_service->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!owner.isLive(), Patience);
        update(m_leads.at(20), "sentiment_tag = 'Follow Up', updated_at = now()");
        startService(QUrl(m_url).authority());
        QTRY_VERIFY_WITH_TIMEOUT(owner.isLive(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(
            owner.model().at(owner.model().rowOf(m_leads.at(20)))->sentimentTag, u"Follow Up"_s, Patience);
        // The row may have been read again before the feed told of it.
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0 || resyncs.size() > 0, Patience);
        QVERIFY(resyncs.size() <= 1);
    }

private:
    void startService(const QString &listen)
    {
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {u"serve"_s, u"--database"_s, m_database->appConninfo(), u"--listen"_s, listen},
            QHash<QString, QString> {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)},
                {u"SIGNALBOX_REALTIME_FEED_URL"_s, m_database->feedConninfo()}});
        m_url = m_service->waitForLine(u"ready "_s).section(u' ', 1);
        QVERIFY2(!m_url.isEmpty(), m_service->errors());
    }
    void update(LeadId lead, const QByteArray &set)
    {
        m_data->run("update lead set " + set + " where id = $1::uuid", PgParams() << lead);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<InboxData> m_data;
    UserId m_owner;
    UserId m_setter;
    WorkspaceId m_workspace;
    QList<LeadId> m_leads;
    std::unique_ptr<Program> m_service;
    QString m_url;
};

QTEST_MAIN(tst_ConsoleLive)
#include "tst_consolelive.moc"
