// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/session.h"
#include "ui/base/dialogs.h"
#include "ui/shell/deeplink.h"
#include "ui/shell/navigationhistory.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/preferences.h"
#include "ui/shell/topbar.h"

#include <QMainWindow>

namespace signalbox {

class CommandPalette;
struct PaletteEntry;
class ErrorBanner;
class FirstRunView;
class Language;
class LinkWatch;
class NavigationRail;
class Overlay;
class RealtimeFeed;
class RenderLoopGuard;
class ShortcutSheet;
class SignInView;
class StatePanel;
class StatusStrip;
class WorkspaceSwitcher;

/// What the window works with. All of it outlives the window.
struct ShellServices
{
    Session &session;
    ServiceConnection &connection;
    Preferences &preferences;
    WindowMemory &memory;
    Language &language;
    Theme &theme;
    Dialogs &dialogs;
    const Clock &clock;
    Profile profile;
    RealtimeFeed *feed = nullptr; ///< follows the open workspace; null: there is none
};

/// The console's window: the frame around the pages, and the way between them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const ShellServices &services);
    ~MainWindow() override;

    /// Pages in the order of the rail; all of them before start(). `settings` is the last.
    void addPage(const PageSpec &spec);
    /// Takes up the session: from here on it answers the person.
    void start();
    /// Goes where a link leads, now or after signing in. False: it is not one of ours; the person is told
    /// either way.
    bool openLink(const QString &link);

    /// How many of the person's writes wait for the service: said in the status bar and in the offline
    /// banner.
    void setQueuedWrites(int count);
    /// Asked before the window closes: what would be lost; none: nothing.
    void setLeaveQuestion(std::function<std::optional<Question>()> ask) { m_leaveQuestion = std::move(ask); }

    CommandRegistry &commands() { return m_commands; }
    PageHost &host() { return *m_host; }
    RenderLoopGuard &guard() { return *m_guard; }
    /// A fault anywhere in the program, from the application's error boundary.
    void onFault(const Fault &fault) { m_host->onFault(fault); }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void declareCommands();
    void bindCommands();
    void bind(const QString &id, std::function<void()> run, bool worksCovered = false);
    void buildFrame();
    void applyPreference(const QString &key);

    void onSessionChanged();
    void onWorkspacesChanged();
    void onConnectionChanged();
    void onLinkChanged();
    void followWorkspace();
    void onPageOpened();
    void onAccessLost();

    bool openPlace(const Place &place, bool isNew);
    void openPage(const QString &pageId);
    void enterWorkspace(WorkspaceId workspace);
    Place currentPlace() const;
    void go(const std::optional<Place> &place);
    bool mayUse(const PageSpec &page, const Workspace &workspace) const;
    void showHistory();
    void copyLink();
    void cyclePane(int step);
    void stepBack();
    void zoom(int step);
    void openPalette();
    void openPersonMenu();
    QList<PaletteEntry> paletteEntries();
    Overlay *covering() const;
    const Workspace *findWorkspace(WorkspaceId id) const;
    QString scopeTitle(const QString &scope) const;
    void retranslate();

    ShellServices m_services;
    CommandRegistry m_commands;
    RenderLoopGuard *m_guard;
    LinkWatch *m_link;
    NavigationHistory m_history;
    TopBar *m_topBar = nullptr;
    NavigationRail *m_rail = nullptr;
    ErrorBanner *m_banner = nullptr;
    StatePanel *m_body = nullptr;
    PageHost *m_host = nullptr;
    StatusStrip *m_status = nullptr;
    WorkspaceSwitcher *m_switcher = nullptr;
    CommandPalette *m_palette = nullptr;
    ShortcutSheet *m_sheet = nullptr;
    SignInView *m_signIn = nullptr;
    FirstRunView *m_firstRun = nullptr;
    std::optional<DeepLink> m_pendingLink;
    std::function<std::optional<Question>()> m_leaveQuestion;
    int m_queuedWrites = 0;
    bool m_wasExpired = false;
    bool m_isBannerAboutConnection = false;
};

} // namespace signalbox
