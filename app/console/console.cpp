// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/consolelog.h"
#include "core/base/log.h"
#include "core/client/remoteanalyticsgateway.h"
#include "core/client/remoteinboxgateway.h"
#include "core/client/remotemembersgateway.h"
#include "core/client/remotesessiongateway.h"
#include "core/client/remotesetupgateway.h"
#include "core/client/remotetriagegateway.h"
#include "core/client/websocketfeed.h"
#include "models/analytics/analyticsmemory.h"
#include "models/analytics/exporttransfers.h"
#include "models/live/livememory.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/exportcenter.h"
#include "ui/base/busnotifications.h"
#include "ui/base/consolestyle.h"
#include "ui/base/dialogs.h"
#include "ui/base/systemscheme.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/inbox/leavequestion.h"
#include "ui/live/livepage.h"
#include "ui/shell/consoleapplication.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notifier.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/windowmemory.h"

#ifdef SIGNALBOX_HAS_KEYRING
#include "app/console/keyringsecretstore.h"
#endif

#include <QDir>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString configPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/signalbox/signalbox.conf"_s;
}

// Qt 6.4 does not know the state directory of the XDG specification.
QString statePath()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s);
    return state + u"/signalbox/window.ini"_s;
}

std::unique_ptr<SecretStore> makeSecretStore(bool isDemo)
{
#ifdef SIGNALBOX_HAS_KEYRING
    if (!isDemo)
        return std::make_unique<KeyringSecretStore>();
#endif
    Q_UNUSED(isDemo);
    return std::make_unique<MemorySecretStore>();
}

Environment environmentOf(const EnvironmentName &name)
{
    if (name.isProduction())
        return Environment::Production;
    return name == EnvironmentName::development() ? Environment::Development : Environment::Staging;
}

} // namespace

/// The graph of the console in the order it is made.
struct Console::Parts
{
    explicit Parts(const ConsoleOptions &options)
        : preferences(configPath())
        , memory(statePath(), options.profile, options.isLayoutReset)
        , scheme(theme)
        , client({.server = options.server.value_or(QUrl())}, clock)
        , sessions(client, clock)
        , setup(client, clock)
        , members(client)
        , inbox(client)
        , triage(client)
        , analytics(client)
        , feed(client, clock)
        , analyticsMemory(clock)
        , liveMemory(feed, triage, clock)
        , secrets(makeSecretStore(options.service.isDemo))
        , session(sessions, setup, client, *secrets, options.profile)
        , window({session, client, preferences, memory, language, theme, dialogs, clock,
              {options.profile, options.profile, environmentOf(options.service.config.environment)}, &feed})
        , notifier({feed, session, preferences, desktop, clock},
              [this] { return window.isActiveWindow() && window.host().pageId() == "inbox"_L1; })
    { }

    SystemClock clock;
    Theme theme;
    Preferences preferences;
    WindowMemory memory;
    Language language;
    ModalDialogs dialogs;
    SystemScheme scheme;
    ApiClient client;
    RemoteSessionGateway sessions;
    RemoteSetupGateway setup;
    RemoteMembersGateway members;
    RemoteInboxGateway inbox;
    RemoteTriageGateway triage;
    RemoteAnalyticsGateway analytics;
    WebSocketFeed feed;
    AnalyticsMemory analyticsMemory;
    ExportTransfers exports {analytics, clock};
    TriageModel writes {triage, clock};
    InboxMemory inboxMemory;
    LiveMemory liveMemory;
    BusNotifications desktop;
    std::unique_ptr<SecretStore> secrets;
    Session session;
    MainWindow window;
    Notifier notifier;
};

Console::Console(ConsoleOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_parts(std::make_unique<Parts>(m_options))
{
    if (auto *application = qobject_cast<ConsoleApplication *>(QCoreApplication::instance()))
        connect(application, &ConsoleApplication::faulted, &m_parts->window, &MainWindow::onFault);
}

Console::~Console()
{
    m_parts.reset();
    qApp->setStyle(u"fusion"_s); // ours refers to the theme that has just gone
}

void Console::start()
{
    qApp->setStyle(new ConsoleStyle(m_parts->theme));
    m_parts->theme.apply();
    if (m_options.isStartTraced)
        m_parts->window.installEventFilter(this);
    m_parts->window.show();
    if (m_options.server) {
        begin();
        return;
    }
    m_service = std::make_unique<ServiceThread>(m_options.service);
    connect(m_service.get(), &ServiceThread::progressed, this, [](const QString &line) {
        logInfo(consoleLog(), "starting"_L1, {{u"step"_s, line}});
    });
    connect(m_service.get(), &ServiceThread::ready, this, &Console::onServiceReady);
    connect(m_service.get(), &ServiceThread::failed, this, &Console::failed);
    m_service->start();
}

bool Console::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QObject::eventFilter(watched, event);
    watched->removeEventFilter(this);
    // After this turn of the event loop the picture is on the screen.
    QTimer::singleShot(0, this, [] {
        std::puts("painted");
        std::fflush(stdout);
    });
    return false;
}

void Console::onServiceReady(const ServiceStart &start)
{
    m_parts->client.setServer(QUrl(start.url));
    if (!start.logins.isEmpty()) {
        const SeedLogin owner = start.logins.first();
        // Who looks at the demo for the first time is not asked for a password that stands on the screen
        // anyway.
        connect(&m_parts->session, &Session::stateChanged, this, [this, owner, isDone = false]() mutable {
            if (isDone || m_parts->session.state() != Session::State::SignedOut)
                return;
            isDone = true;
            m_parts->session.signIn(owner.email, owner.password, false);
        });
    }
    begin();
}

void Console::begin()
{
    Parts &parts = *m_parts;
    // Pages follow their workspace; here is what they cannot know.
    connect(&parts.session, &Session::stateChanged, &parts.feed, [&parts] {
        if (parts.session.state() == Session::State::SignedIn)
            parts.feed.retryNow();
        else if (parts.session.state() == Session::State::SignedOut)
            parts.feed.follow({});
    });
    connectWrites();
    parts.window.addPage(
        inboxPageSpec({parts.inbox, parts.triage, parts.feed, parts.writes}, parts.inboxMemory));
    wireAnalytics();
    wireLive();
    parts.window.addPage(
        SettingsPage::spec({parts.preferences, parts.session, parts.members, parts.client.status().server}));
    parts.window.start();
    if (!m_options.link.isEmpty())
        parts.window.openLink(m_options.link);
}

/// The queue of a person's writes: when it may go on, where it is counted, and what leaving would lose.
void Console::connectWrites()
{
    Parts &parts = *m_parts;
    const auto follow = [&parts] { parts.window.setQueuedWrites(parts.writes.queuedCount()); };
    connect(&parts.writes, &TriageModel::pendingChanged, &parts.window, follow);
    connect(&parts.client, &ServiceConnection::statusChanged, &parts.writes, [&parts] {
        if (parts.client.status().state == ConnectionStatus::State::Connected)
            parts.writes.resume();
    });
    // What one person queued or wrote is never another one's.
    connect(&parts.session, &Session::stateChanged, &parts.writes, [&parts, owner = UserId()]() mutable {
        const bool isSignedIn = parts.session.state() == Session::State::SignedIn;
        const bool isOther = isSignedIn && !owner.isNull() && owner != parts.session.identity().user;
        if (isOther || parts.session.state() == Session::State::SignedOut) {
            parts.writes.clear();
            parts.inboxMemory.unsent.clear();
        }
        if (isSignedIn) {
            owner = parts.session.identity().user;
            parts.writes.resume();
        }
    });
    parts.window.setLeaveQuestion([&parts]() -> std::optional<Question> {
        std::optional<Question> question = leaveQuestion(parts.writes, parts.inboxMemory.unsent);
        const std::optional<Question> exports = exportLeaveQuestion(parts.exports);
        if (!question || !exports)
            return question ? question : exports;
        question->text += u'\n' + exports->text;
        return question;
    });
    const auto followPreference = [&parts](const QString &key) {
        if (key != QLatin1StringView(PreferenceKey::AfterReply))
            return;
        const QString value = parts.preferences.text(key);
        parts.inboxMemory.afterReply = value == u"stay"_s ? InboxMemory::AfterReply::Stay
            : value == u"list"_s                          ? InboxMemory::AfterReply::List
                                                          : InboxMemory::AfterReply::Next;
    };
    connect(&parts.preferences, &Preferences::changed, &parts.writes, followPreference);
    followPreference(QString::fromLatin1(PreferenceKey::AfterReply));
}

/// Numbers stay in memory from page to page, and exports go on, for one person.
void Console::wireAnalytics()
{
    Parts &parts = *m_parts;
    parts.window.addPage(
        analyticsPageSpec({parts.analytics, parts.analyticsMemory, parts.exports, &parts.feed},
            analyticsTabs(&parts.preferences)));
    connect(&parts.session, &Session::stateChanged, &parts.window, [&parts] {
        if (parts.session.state() != Session::State::SignedOut)
            return;
        parts.analyticsMemory.clear();
        parts.exports.clear();
    });
}

void Console::wireLive()
{
    Parts &parts = *m_parts;
    parts.window.addPage(livePageSpec({parts.liveMemory, parts.client, parts.preferences}));
    connect(&parts.window.host(), &PageHost::pageOpened, &parts.notifier, &Notifier::look);
    connect(&parts.notifier, &Notifier::placeRequested, this, [this](const Place &place) {
        raise(formatDeepLink({m_options.profile, place}));
    });
}

void Console::raise(const QString &link)
{
    QWidget &window = m_parts->window;
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    if (!link.isEmpty())
        m_parts->window.openLink(link);
}

} // namespace signalbox
