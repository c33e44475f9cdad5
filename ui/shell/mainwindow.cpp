// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/base/log.h"
#include "ui/base/errorbanner.h"
#include "ui/base/presenter.h"
#include "ui/base/statepanel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/language.h"
#include "ui/shell/linkwatch.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/renderloopguard.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/signinview.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/workspaceswitcher.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QIcon>
#include <QLocale>
#include <QTimer>

namespace signalbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcWindow, "signalbox.window")

MainWindow::MainWindow(const ShellServices &services)
    : m_services(services)
    , m_guard(new RenderLoopGuard(services.clock, this))
    , m_link(new LinkWatch(services.connection, services.feed, services.clock, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/icons/signalbox.svg"_s));
    setMinimumSize(1024, 640);
    resize(1440, 900);
    declareCommands();
    buildFrame();
    bindCommands();
    showHistory();
    const auto keys = services.preferences.remappedKeys();
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        m_commands.setKeys(it.key(), QKeySequence::listFromString(it.value()));
    for (const Preference &preference : Preferences::schema())
        applyPreference(QString::fromLatin1(preference.key));
    connect(&services.preferences, &Preferences::changed, this, &MainWindow::applyPreference);
    if (!restoreGeometry(services.memory.geometry()))
        resize(1440, 900);
    retranslate();
}

MainWindow::~MainWindow()
{
    // Pages refer to what the window owns; they go first, while all of it is there.
    m_host->close();
}

void MainWindow::addPage(const PageSpec &spec)
{
    m_host->addPage(spec);
    const auto number = m_host->specs().size();
    const qsizetype digit = spec.digit > 0 ? spec.digit : number;
    const bool isSettings = spec.id == "settings"_L1;
    QList<QKeySequence> keys;
    if (isSettings)
        keys = {QKeySequence(Qt::CTRL | Qt::Key_Comma)};
    else if (digit <= 9)
        keys = {QKeySequence(Qt::CTRL | Qt::Key(int(Qt::Key_0) + int(digit)))};
    const QString id = u"page."_s + spec.id;
    m_commands.declare(
        {id, {}, [title = spec.title] { return tr("Go to %1").arg(title()); }, keys, spec.icon});
    bind(id, [this, page = spec.id] { openPage(page); });
    const auto remapped = m_services.preferences.remappedKeys();
    for (const CommandSpec &command : m_commands.commands()) {
        if (remapped.contains(command.id))
            m_commands.setKeys(command.id, QKeySequence::listFromString(remapped.value(command.id)));
    }
}

void MainWindow::start()
{
    connect(&m_services.session, &Session::stateChanged, this, &MainWindow::onSessionChanged);
    connect(&m_services.session, &Session::workspacesChanged, this, &MainWindow::onWorkspacesChanged);
    connect(m_link, &LinkWatch::changed, this, &MainWindow::onLinkChanged);
    connect(m_host, &PageHost::placeRequested, this, [this](const QString &page, const PageState &state) {
        openPlace({std::nullopt, page, state}, true);
    });
    m_body->showLoading();
    m_services.session.start();
    onConnectionChanged();
    onLinkChanged();
}

void MainWindow::buildFrame()
{
    const ShellServices &s = m_services;
    auto *frame = new QWidget(this);
    m_topBar = new TopBar(s.theme, m_commands, *m_link, s.profile, frame);
    m_rail = new NavigationRail(s.theme, m_commands, frame);
    m_banner = new ErrorBanner(s.theme, s.clock, frame);
    m_body = new StatePanel(s.theme, s.clock, Skeleton::Shape::Page, frame);
    m_host = new PageHost({s.theme, m_commands, s.dialogs, s.clock, s.memory, *m_guard}, m_body);
    m_body->setContent(m_host);
    m_status = new StatusStrip(s.theme, s.clock, frame);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_banner);
    middle->addWidget(m_body, 1);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addLayout(middle, 1);
    auto *down = new QVBoxLayout(frame);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_topBar);
    down->addLayout(across, 1);
    down->addWidget(m_status);
    setCentralWidget(frame);

    m_switcher = new WorkspaceSwitcher(s.theme, this);
    m_switcher->setPlace(Overlay::Place::UnderAnchor, m_topBar->workspaceButton());
    m_palette = new CommandPalette(s.theme, this);
    m_sheet = new ShortcutSheet(
        s.theme, m_commands, [this](const QString &scope) { return scopeTitle(scope); }, this);
    m_signIn = new SignInView(s.theme, s.clock, s.session, this);
    m_firstRun = new FirstRunView(s.theme, s.clock, s.session, this);

    connect(m_topBar, &TopBar::backRequested, this, [this] { go(m_history.back()); });
    connect(m_topBar, &TopBar::forwardRequested, this, [this] { go(m_history.forward()); });
    connect(
        m_topBar, &TopBar::workspacesRequested, this, [this] { m_commands.trigger(u"shell.workspaces"_s); });
    connect(m_topBar, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(m_topBar, &TopBar::personMenuRequested, this, &MainWindow::openPersonMenu);
    connect(m_rail, &NavigationRail::pageRequested, this, &MainWindow::openPage);
    connect(m_switcher, &WorkspaceSwitcher::workspaceChosen, this, &MainWindow::enterWorkspace);
    connect(m_host, &PageHost::pageOpened, this, &MainWindow::onPageOpened);
    connect(m_host, &PageHost::placeChanged, this, [this] {
        m_history.visit(currentPlace());
        showHistory();
    });
    connect(m_host, &PageHost::stateChanged, this, [this] { m_history.amend(currentPlace()); });
    connect(m_host, &PageHost::freshnessChanged, this, [this] {
        if (const Page *page = m_host->page())
            m_status->setFreshness(page->freshness());
    });
    connect(m_host, &PageHost::accessLost, this, &MainWindow::onAccessLost);
    connect(m_body, &StatePanel::retryRequested, this, [this] { m_services.session.reloadWorkspaces(); });
    connect(m_banner, &ErrorBanner::retryRequested, this, [this] { m_services.connection.retryNow(); });
    connect(&s.connection, &ServiceConnection::statusChanged, this, &MainWindow::onConnectionChanged);
    connect(m_guard, &RenderLoopGuard::loopBroken, this, [this](const LoopReport &report) {
        m_status->say(tr("A part of the window was slowed down: %1").arg(report.name));
    });
    m_topBar->setWorkspaceName({});
    m_topBar->setPerson({});
}

void MainWindow::showHistory()
{
    m_topBar->setCanGo(m_history.canGoBack(), m_history.canGoForward());
    m_commands.action(u"shell.back"_s)->setEnabled(m_history.canGoBack());
    m_commands.action(u"shell.forward"_s)->setEnabled(m_history.canGoForward());
}

void MainWindow::applyPreference(const QString &key)
{
    Theme &theme = m_services.theme;
    const QString value = m_services.preferences.text(key);
    if (key == QLatin1StringView(PreferenceKey::Theme))
        theme.setChoice(value == "light"_L1 ? Theme::Choice::Light
                : value == "dark"_L1        ? Theme::Choice::Dark
                                            : Theme::Choice::System);
    else if (key == QLatin1StringView(PreferenceKey::Density))
        theme.setDensity(value == "compact"_L1 ? Theme::Density::Compact : Theme::Density::Comfortable);
    else if (key == QLatin1StringView(PreferenceKey::Zoom))
        theme.setZoomPercent(value.toInt());
    else if (key == QLatin1StringView(PreferenceKey::Motion))
        theme.setMotion(value == "on"_L1);
    else if (key == QLatin1StringView(PreferenceKey::Language))
        m_services.language.choose(value);
}

void MainWindow::onSessionChanged()
{
    const Session &session = m_services.session;
    switch (session.state()) {
    case Session::State::Starting:
        m_body->showLoading();
        break;
    case Session::State::Expired:
        m_wasExpired = true;
        break;
    case Session::State::SignedOut:
        m_wasExpired = false;
        m_host->close();
        m_history.clear();
        followWorkspace();
        m_rail->setPages({});
        m_topBar->setWorkspaceName({});
        m_topBar->setPerson({});
        showHistory();
        m_status->setFreshness({});
        m_body->showContent();
        break;
    case Session::State::SignedIn:
        m_topBar->setPerson(session.identity());
        if (!m_wasExpired)
            m_body->showLoading();
        break;
    case Session::State::FirstRun:
    case Session::State::SigningIn:
        break;
    }
    m_signIn->follow();
    m_firstRun->follow();
}

void MainWindow::onWorkspacesChanged()
{
    const Session &session = m_services.session;
    if (session.state() != Session::State::SignedIn)
        return;
    if (session.workspacesError() && !session.hasWorkspaces())
        return m_body->showError(*session.workspacesError(), u"GET /api/workspaces"_s);
    m_switcher->setWorkspaces(session.workspaces());
    m_switcher->setRecent(m_services.memory.recentWorkspaces());
    if (session.workspaces().isEmpty()) {
        m_host->close();
        followWorkspace();
        m_rail->setPages({});
        m_topBar->setWorkspaceName({});
        return m_body->showEmpty({EmptyState::Kind::FirstRun, tr("You are in no workspace yet"),
            tr("An owner or admin can add you: give them %1.").arg(session.identity().email), {}});
    }
    const bool resumes = std::exchange(m_wasExpired, false);
    const std::optional<Workspace> open = m_host->workspace();
    if (open && findWorkspace(open->id) && !m_pendingLink) {
        m_body->showContent();
        if (Page *page = m_host->page(); page && resumes)
            page->refresh();
        return;
    }
    if (m_pendingLink && openPlace(std::exchange(m_pendingLink, {})->place, true))
        return;
    const auto last = m_services.memory.lastWorkspace();
    const Workspace *chosen = last ? findWorkspace(*last) : nullptr;
    const bool restores = m_services.preferences.flag(QString::fromLatin1(PreferenceKey::Restore));
    openPlace({chosen ? chosen->id : session.workspaces().first().id,
                  restores ? m_services.memory.lastPage() : QString(), {}},
        true);
}

void MainWindow::onConnectionChanged()
{
    const ConnectionStatus status = m_services.connection.status();
    m_signIn->setServer(status.server);
    m_status->setLastRequest(status.lastRequestId);
    const bool isOffline = status.state == ConnectionStatus::State::Offline;
    if (isOffline && m_host->workspace()) {
        const Instant since = status.since.value_or(m_services.clock.now());
        const Freshness freshness = m_host->page() ? m_host->page()->freshness() : Freshness();
        const QLocale locale;
        QString text = tr("Offline since %1.").arg(presentClock(since, locale));
        if (freshness.readAt)
            text = tr("Offline since %1, showing what was read at %2. Reading goes on; changes wait, nothing "
                      "is sent.")
                       .arg(presentClock(since, locale), presentClock(*freshness.readAt, locale));
        if (m_queuedWrites > 0)
            text += u' ' + tr("%n change(s) waiting.", nullptr, m_queuedWrites);
        m_banner->showWarning(text);
        m_isBannerAboutConnection = true;
    } else if (!isOffline && std::exchange(m_isBannerAboutConnection, false)) {
        m_banner->clear();
        if (Page *page = m_host->page())
            page->refresh();
    }
}

void MainWindow::onLinkChanged()
{
    m_status->setLink(m_host->workspace() ? explainLink(m_link->status()) : QString());
}

void MainWindow::followWorkspace()
{
    if (!m_services.feed)
        return;
    const std::optional<Workspace> open = m_host->workspace();
    const WorkspaceId wanted = open ? open->id : WorkspaceId();
    if (m_services.feed->workspace() != wanted)
        m_services.feed->follow(wanted);
    onLinkChanged();
}

void MainWindow::onAccessLost()
{
    const std::optional<Workspace> lost = m_host->workspace();
    if (!lost)
        return;
    // After the page has finished with the answer that said so: it is destroyed here.
    QTimer::singleShot(0, this, [this, name = lost->name] {
        m_host->close();
        followWorkspace();
        m_history.clear();
        m_body->showLoading();
        m_banner->showNotice(
            tr("You no longer have access to %1.").arg(name), IconName::Lock, ColorRole::Warn);
        m_isBannerAboutConnection = false;
        m_services.session.reloadWorkspaces();
    });
}

void MainWindow::setQueuedWrites(int count)
{
    m_queuedWrites = count;
    m_status->setQueued(count);
    if (m_isBannerAboutConnection)
        onConnectionChanged();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const std::optional<Question> question = m_leaveQuestion ? m_leaveQuestion() : std::nullopt;
    if (question && !m_services.dialogs.confirm(this, *question)) {
        event->ignore();
        return;
    }
    m_services.memory.setGeometry(saveGeometry());
    m_host->remember();
    m_services.memory.sync();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    m_commands.retranslate();
    const PageSpec *page = m_host->spec(m_host->pageId());
    const std::optional<Workspace> workspace = m_host->workspace();
    if (page && workspace)
        setWindowTitle(u"%1 — %2 — Signalbox"_s.arg(page->title(), workspace->name));
    else
        setWindowTitle(u"Signalbox"_s);
}

} // namespace signalbox
