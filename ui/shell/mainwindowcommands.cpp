// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's commands: what they are called, what they do, and where they are offered.
#include "ui/base/presenter.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/workspaceswitcher.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array ZoomSteps {80, 90, 100, 110, 125, 150, 175, 200};

} // namespace

void MainWindow::declareCommands()
{
    const auto keys = [](std::initializer_list<QKeySequence> list) { return QList<QKeySequence>(list); };
    m_commands.declare(QList<CommandSpec> {
        {u"shell.palette"_s, {}, [] { return tr("Commands"); }, keys({Qt::CTRL | Qt::Key_K}),
            IconName::Search},
        {u"shell.search"_s, {}, [] { return tr("Search on this page"); },
            keys({Qt::Key_Slash, Qt::CTRL | Qt::Key_F}), IconName::Search},
        {u"shell.workspaces"_s, {}, [] { return tr("Switch workspace"); },
            keys({Qt::CTRL | Qt::SHIFT | Qt::Key_W}), IconName::People},
        {u"shell.back"_s, {}, [] { return tr("Back"); }, keys({Qt::ALT | Qt::Key_Left}), IconName::Back},
        {u"shell.forward"_s, {}, [] { return tr("Forward"); }, keys({Qt::ALT | Qt::Key_Right}),
            IconName::Forward},
        {u"shell.refresh"_s, {}, [] { return tr("Refresh"); }, keys({Qt::Key_F5}), IconName::Refresh},
        {u"shell.nextPane"_s, {}, [] { return tr("Next pane"); }, keys({Qt::Key_F6}), IconName::Forward},
        {u"shell.previousPane"_s, {}, [] { return tr("Previous pane"); }, keys({Qt::SHIFT | Qt::Key_F6}),
            IconName::Back},
        {u"shell.stepBack"_s, {}, [] { return tr("One step back"); }, keys({Qt::Key_Escape}), IconName::Undo},
        {u"shell.copyLink"_s, {}, [] { return tr("Copy link to this place"); },
            keys({Qt::CTRL | Qt::SHIFT | Qt::Key_C}), IconName::Link},
        {u"shell.copyRequest"_s, {}, [] { return tr("Copy id of the last request"); }, {}, IconName::Copy},
        {u"shell.keys"_s, {}, [] { return tr("Show all keys"); }, keys({Qt::Key_Question, Qt::Key_F1}),
            IconName::Keyboard},
        {u"shell.theme"_s, {}, [] { return tr("Light or dark"); }, {}, IconName::Moon},
        {u"shell.density"_s, {}, [] { return tr("Comfortable or compact rows"); }, {}, IconName::Sort},
        {u"shell.zoomIn"_s, {}, [] { return tr("Larger"); },
            keys({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}), IconName::Plus},
        {u"shell.zoomOut"_s, {}, [] { return tr("Smaller"); }, keys({Qt::CTRL | Qt::Key_Minus}),
            IconName::Minus},
        {u"shell.zoomReset"_s, {}, [] { return tr("Normal size"); }, keys({Qt::CTRL | Qt::Key_0}),
            IconName::Search},
        {u"shell.fullScreen"_s, {}, [] { return tr("Full screen"); }, keys({Qt::Key_F11}),
            IconName::External},
        {u"shell.signOut"_s, {}, [] { return tr("Sign out"); }, {}, IconName::SignOut},
        {u"shell.quit"_s, {}, [] { return tr("Quit"); }, keys({Qt::CTRL | Qt::Key_Q}), IconName::Close},
    });
}

void MainWindow::bindCommands()
{
    bind(u"shell.palette"_s, [this] { openPalette(); });
    bind(u"shell.search"_s, [this] {
        if (Page *page = m_host->page())
            page->focusSearch();
    });
    bind(u"shell.workspaces"_s, [this] {
        if (m_services.session.hasWorkspaces()) {
            m_switcher->open();
            m_services.session.reloadWorkspaces(); // its counts are as old as the last look
        }
    });
    bind(u"shell.back"_s, [this] { go(m_history.back()); });
    bind(u"shell.forward"_s, [this] { go(m_history.forward()); });
    bind(u"shell.refresh"_s, [this] {
        if (Page *page = m_host->page())
            page->refresh();
    });
    bind(u"shell.nextPane"_s, [this] { cyclePane(1); });
    bind(u"shell.previousPane"_s, [this] { cyclePane(-1); });
    bind(
        u"shell.stepBack"_s, [this] { stepBack(); }, true);
    bind(u"shell.copyLink"_s, [this] { copyLink(); });
    bind(u"shell.copyRequest"_s, [this] {
        QGuiApplication::clipboard()->setText(m_services.connection.status().lastRequestId);
        m_status->say(tr("Request id copied"));
    });
    bind(u"shell.keys"_s, [this] { m_sheet->openSheet(); });
    bind(u"shell.theme"_s, [this] {
        m_services.preferences.set(
            QString::fromLatin1(PreferenceKey::Theme), m_services.theme.isDark() ? u"light"_s : u"dark"_s);
    });
    bind(u"shell.density"_s, [this] {
        const bool isCompact = m_services.theme.density() == Theme::Density::Compact;
        m_services.preferences.set(
            QString::fromLatin1(PreferenceKey::Density), isCompact ? u"comfortable"_s : u"compact"_s);
    });
    bind(
        u"shell.zoomIn"_s, [this] { zoom(1); }, true);
    bind(
        u"shell.zoomOut"_s, [this] { zoom(-1); }, true);
    bind(
        u"shell.zoomReset"_s, [this] { zoom(0); }, true);
    bind(
        u"shell.fullScreen"_s, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }, true);
    bind(u"shell.signOut"_s, [this] { m_services.session.signOut(); });
    bind(
        u"shell.quit"_s, [this] { close(); }, true);
}

void MainWindow::bind(const QString &id, std::function<void()> run, bool worksCovered)
{
    m_commands.bind(id, this, [this, run = std::move(run), worksCovered] {
        // A card has the floor: its window's shortcuts must not act behind it.
        if (worksCovered || !covering())
            run();
    });
}

void MainWindow::zoom(int step)
{
    const QString key = QString::fromLatin1(PreferenceKey::Zoom);
    if (step == 0)
        return m_services.preferences.reset(key);
    const int now = m_services.preferences.number(key);
    const auto at = std::ranges::find(ZoomSteps, now);
    const auto index
        = std::clamp<qsizetype>(qsizetype(at - ZoomSteps.begin()) + step, 0, qsizetype(ZoomSteps.size()) - 1);
    m_services.preferences.set(key, QString::number(ZoomSteps.at(size_t(index))));
}

void MainWindow::openPalette()
{
    if (covering())
        return;
    m_palette->openWith(paletteEntries());
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    for (const CommandSpec &spec : m_commands.commands()) {
        const QAction *action = m_commands.action(spec.id);
        // What cannot be done now is not offered; the palette itself would be a joke.
        if (!action || !action->isEnabled() || spec.id == "shell.palette"_L1)
            continue;
        if (spec.id.startsWith("page."_L1)) {
            const PageSpec *page = m_host->spec(spec.id.mid(5));
            if (!page || !m_host->workspace() || !mayUse(*page, *m_host->workspace()))
                continue;
        }
        const QList<QKeySequence> keys = m_commands.keys(spec.id);
        entries.append({spec.text(), spec.scope.isEmpty() ? QString() : scopeTitle(spec.scope),
            keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText), spec.icon, true,
            [this, id = spec.id] { m_commands.trigger(id); }});
    }
    if (Page *page = m_host->page()) {
        const QPointer<Page> still(page);
        for (const PageEntry &entry : page->paletteEntries())
            entries.append({entry.text, entry.kind, {}, entry.icon, true, [still, run = entry.run] {
                                if (still)
                                    run();
                            }});
    }
    const std::optional<Workspace> open = m_host->workspace();
    for (const Workspace &workspace : m_services.session.workspaces()) {
        if (open && open->id == workspace.id)
            continue;
        entries.append({workspace.name, tr("Workspace"), {}, IconName::People, true,
            [this, id = workspace.id] { enterWorkspace(id); }});
    }
    return entries;
}

void MainWindow::openPersonMenu()
{
    QMenu *menu = new QMenu(this);
    menu->setObjectName(u"personMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Identity &identity = m_services.session.identity();
    auto *who = menu->addAction(identity.email);
    who->setEnabled(false);
    if (const auto workspace = m_host->workspace()) {
        auto *role = menu->addAction(presentRole(workspace->role));
        role->setEnabled(false);
    }
    menu->addSeparator();
    for (const QString &id : {u"page.settings"_s, u"shell.theme"_s, u"shell.keys"_s, u"shell.signOut"_s}) {
        const CommandSpec *spec = m_commands.find(id);
        if (!spec)
            continue;
        auto *entry = menu->addAction(themedIcon(m_services.theme, spec->icon), spec->text());
        const QList<QKeySequence> keys = m_commands.keys(id);
        if (!keys.isEmpty())
            entry->setText(spec->text() + u'\t' + keys.first().toString(QKeySequence::NativeText));
        connect(entry, &QAction::triggered, this, [this, id] { m_commands.trigger(id); });
    }
    const QWidget *anchor = m_topBar->personButton();
    const QSize size = menu->sizeHint();
    const QPoint at
        = anchor->mapToGlobal(QPoint(isRightToLeft() ? 0 : anchor->width() - size.width(), anchor->height()));
    menu->popup(at);
}

QString MainWindow::scopeTitle(const QString &scope) const
{
    const PageSpec *page = m_host->spec(scope);
    return page ? page->title() : tr("Everywhere");
}

} // namespace signalbox
