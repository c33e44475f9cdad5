// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's ways between places: pages, workspaces, links, panes.
#include "ui/base/errorbanner.h"
#include "ui/base/statepanel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/signinview.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/workspaceswitcher.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

bool MainWindow::openLink(const QString &link)
{
    const std::optional<DeepLink> parsed = parseDeepLink(link);
    if (!parsed) {
        m_banner->showNotice(
            tr("This link cannot be read: it may have been cut off."), IconName::Link, ColorRole::Warn);
        return false;
    }
    if (parsed->profile != m_services.profile.id) {
        m_banner->showNotice(tr("This link is for the profile “%1”; this window is “%2”.")
                                 .arg(parsed->profile, m_services.profile.id),
            IconName::Link, ColorRole::Warn);
        return false;
    }
    if (m_services.session.state() != Session::State::SignedIn || !m_services.session.hasWorkspaces()) {
        m_pendingLink = parsed;
        return true;
    }
    return openPlace(parsed->place, true);
}

bool MainWindow::openPlace(const Place &place, bool isNew)
{
    const std::optional<Workspace> open = m_host->workspace();
    const Workspace *workspace = place.workspace ? findWorkspace(*place.workspace)
        : open                                   ? findWorkspace(open->id)
                                                 : nullptr;
    if (!workspace) {
        m_banner->showNotice(
            tr("This leads to a workspace that is not among yours. Ask one of its owners or admins."),
            IconName::Lock, ColorRole::Warn);
        return false;
    }
    const PageSpec *page = m_host->spec(place.page);
    if (!page && !place.page.isEmpty() && isNew && place.state != PageState()) {
        m_banner->showNotice(
            tr("This leads to a page that this version does not have."), IconName::Link, ColorRole::Warn);
        return false;
    }
    if (page && !mayUse(*page, *workspace)) {
        if (place.state != PageState() || place.page == m_host->pageId())
            m_banner->showNotice(
                tr("Your role in %1 does not include the page %2.").arg(workspace->name, page->title()),
                IconName::Lock, ColorRole::Warn);
        page = nullptr;
    }
    if (!page) {
        const auto first = std::ranges::find_if(
            m_host->specs(), [&](const PageSpec &candidate) { return mayUse(candidate, *workspace); });
        if (first == m_host->specs().cend())
            return false;
        page = &*first;
    }

    const bool isOther = !open || open->id != workspace->id;
    if (isOther) {
        QList<PageSpec> usable;
        for (const PageSpec &candidate : m_host->specs()) {
            if (mayUse(candidate, *workspace))
                usable.append(candidate);
        }
        m_rail->setPages(usable);
        m_services.memory.enterWorkspace(workspace->id);
        m_switcher->setRecent(m_services.memory.recentWorkspaces());
        m_switcher->setCurrent(workspace->id);
        m_topBar->setWorkspaceName(workspace->name);
        m_status->setFreshness({});
    }
    m_body->showContent();
    const bool hasState = place.state != PageState() || !isNew;
    m_host->open(*workspace, m_services.session.identity(), page->id,
        hasState ? std::optional(place.state) : std::nullopt);
    if (isNew)
        m_history.visit(currentPlace());
    showHistory();
    return true;
}

void MainWindow::openPage(const QString &pageId)
{
    if (const std::optional<Workspace> open = m_host->workspace())
        openPlace({open->id, pageId, {}}, true);
}

void MainWindow::enterWorkspace(WorkspaceId workspace)
{
    openPlace({workspace, m_host->pageId(), {}}, true);
}

void MainWindow::onPageOpened()
{
    followWorkspace();
    const QString id = m_host->pageId();
    m_rail->setCurrent(id);
    if (const Page *page = m_host->page()) {
        m_status->setFreshness(page->freshness());
        const QList<QWidget *> panes = page->panes();
        // Never from under a card: it gives the focus back itself.
        if (!covering() && !panes.isEmpty())
            panes.first()->setFocus(Qt::OtherFocusReason);
    } else {
        m_status->setFreshness({});
    }
    retranslate();
}

Place MainWindow::currentPlace() const
{
    Place place;
    if (const std::optional<Workspace> workspace = m_host->workspace())
        place.workspace = workspace->id;
    place.page = m_host->pageId();
    if (const Page *page = m_host->page())
        place.state = page->state();
    return place;
}

void MainWindow::go(const std::optional<Place> &place)
{
    if (place)
        openPlace(*place, false);
}

bool MainWindow::mayUse(const PageSpec &page, const Workspace &workspace) const
{
    return page.roles.isEmpty() || page.roles.contains(workspace.role);
}

void MainWindow::copyLink()
{
    if (!m_host->workspace())
        return;
    QGuiApplication::clipboard()->setText(formatDeepLink({m_services.profile.id, currentPlace()}));
    m_status->say(tr("Link copied"));
}

void MainWindow::cyclePane(int step)
{
    QList<QWidget *> panes {m_topBar->workspaceButton()};
    if (auto *current = m_rail->findChild<QWidget *>(u"rail-"_s + m_host->pageId()))
        panes.append(current);
    if (const Page *page = m_host->page())
        panes.append(page->panes());
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible() || !pane->isEnabled(); });
    if (panes.isEmpty())
        return;
    const QWidget *focused = focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i) == focused || (focused && panes.at(i)->isAncestorOf(focused)))
            at = i;
    }
    const qsizetype target
        = at < 0 ? (step > 0 ? 0 : panes.size() - 1) : (at + step + panes.size()) % panes.size();
    panes.at(target)->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void MainWindow::stepBack()
{
    if (Overlay *card = covering()) {
        if (card->isDismissable())
            card->dismiss();
        return;
    }
    Page *page = m_host->page();
    if (page && page->stepBack())
        return;
    if (m_banner->isVisible() && !m_isBannerAboutConnection)
        return m_banner->clear();
    if (page && !page->isAncestorOf(focusWidget()) && !page->panes().isEmpty())
        page->panes().first()->setFocus(Qt::OtherFocusReason);
}

Overlay *MainWindow::covering() const
{
    for (Overlay *card :
        std::initializer_list<Overlay *> {m_signIn, m_firstRun, m_palette, m_switcher, m_sheet}) {
        if (card->isOpen())
            return card;
    }
    for (Overlay *card : findChildren<Overlay *>(Qt::FindDirectChildrenOnly)) // of a page
        if (card->isOpen())
            return card;
    return nullptr;
}

const Workspace *MainWindow::findWorkspace(WorkspaceId id) const
{
    const QList<Workspace> &all = m_services.session.workspaces();
    const auto found = std::ranges::find(all, id, &Workspace::id);
    return found == all.cend() ? nullptr : &*found;
}

} // namespace signalbox
