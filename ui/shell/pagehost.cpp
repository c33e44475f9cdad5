// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagehost.h"

#include "core/base/ids.h"
#include "core/base/log.h"
#include "ui/shell/faultpanel.h"
#include "ui/shell/renderloopguard.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcPages, "signalbox.pages")

namespace {

constexpr auto OldPictureAtMost = 150ms; // ux §9

} // namespace

PageHost::PageHost(const Surroundings &surroundings, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_stack(new QStackedLayout(this))
    , m_still(new QLabel(this))
{
    setObjectName(u"pageHost"_s);
    m_still->setObjectName(u"stillPicture"_s);
    m_still->setMinimumSize(1, 1);
    m_still->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(OldPictureAtMost);
    connect(&m_patience, &QTimer::timeout, this, &PageHost::finishSwitch);
    surroundings.guard.watch(this);
}

PageHost::~PageHost()
{
    // Pages first: they refer to the commands and the theme, which may belong to our parent.
    destroyPages();
}

void PageHost::addPage(const PageSpec &spec)
{
    m_specs.append(spec);
    m_surroundings.commands.declare(spec.commands);
}

const PageSpec *PageHost::spec(const QString &id) const
{
    const auto found = std::ranges::find(m_specs, id, &PageSpec::id);
    return found == m_specs.cend() ? nullptr : &*found;
}

void PageHost::open(const Workspace &workspace, const Identity &identity, const QString &pageId,
    const std::optional<PageState> &state)
{
    const bool isOther = !m_workspace || m_workspace->id != workspace.id || m_identity.user != identity.user;
    if (isOther) {
        remember();
        if (m_workspace)
            showStill();
        m_surroundings.guard.beginSwitch();
        destroyPages();
        m_patience.start();
    }
    m_workspace = workspace;
    m_identity = identity;
    if (!m_pages.contains(pageId))
        build(pageId, state.value_or(m_surroundings.memory.pageState(workspace.id, pageId)));
    else if (state && m_pages.value(pageId).page)
        m_pages.value(pageId).page->restoreState(*state);
    present(pageId);
    Q_EMIT pageOpened();
}

void PageHost::close()
{
    remember();
    destroyPages();
    m_patience.stop();
    m_still->hide();
    m_workspace.reset();
    m_identity = {};
    m_pageId.clear();
}

Page *PageHost::page() const
{
    return m_pages.value(m_pageId).page;
}

void PageHost::remember()
{
    if (!m_workspace)
        return;
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
        if (!it->page)
            continue;
        m_surroundings.memory.setPageState(m_workspace->id, it.key(), it->page->state());
        m_surroundings.memory.setPageLayout(it.key(), it->page->saveLayout());
    }
}

void PageHost::onFault(const Fault &fault)
{
    if (!m_building.isEmpty()) {
        // It threw before it was there: in its constructor or while it took its state.
        const QString building = std::exchange(m_building, {});
        m_pageId = building;
        QTimer::singleShot(0, this,
            [this, building, what = fault.what] { replaceByFault(building, u"building: "_s + what); });
        return;
    }
    // A timer or an answer of an object outside any page is most likely the open page's.
    QString failed = m_pageId;
    for (QObject *object = fault.receiver; object; object = object->parent()) {
        for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it) {
            if (it->page == object)
                failed = it.key();
        }
    }
    const auto found = m_pages.constFind(failed);
    if (found == m_pages.cend() || !found->page)
        return;
    // It may throw again with every paint until it is gone.
    Page *page = found->page;
    page->setAttribute(Qt::WA_UpdatesDisabled);
    const QString technical = u"%1: %2"_s.arg(fault.during, fault.what);
    QTimer::singleShot(0, page, [this, failed, technical] { replaceByFault(failed, technical); });
}

void PageHost::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_workspace)
        QTimer::singleShot(0, this, &PageHost::rebuildAll);
    QWidget::changeEvent(event);
}

void PageHost::resizeEvent(QResizeEvent *event)
{
    // The picture of another size would stretch or leave a gap.
    if (m_still->isVisible() && m_still->size() != size())
        finishSwitch();
    QWidget::resizeEvent(event);
}

void PageHost::build(const QString &pageId, const PageState &state)
{
    const PageSpec *wanted = spec(pageId);
    Q_ASSERT(wanted && m_workspace);
    m_building = pageId;
    Page *page = wanted->create({*m_workspace, m_identity, m_surroundings.theme, m_surroundings.commands,
        m_surroundings.dialogs, m_surroundings.clock});
    page->setParent(this);
    page->setObjectName(pageId + "Page"_L1);
    page->setAccessibleName(wanted->title());
    m_pages.insert(pageId, {page, nullptr});
    page->restoreLayout(m_surroundings.memory.pageLayout(pageId));
    page->restoreState(state);
    m_building.clear();
    m_stack->addWidget(page);
    m_surroundings.guard.watch(page);
    connect(page, &Page::firstPictureReady, this, [this, page] {
        if (m_pages.value(m_pageId).page == page)
            finishSwitch();
    });
    const auto onlyIfOpen = [this, page](void (PageHost::*signal)()) {
        return [this, page, signal] {
            if (this->page() == page)
                Q_EMIT(this->*signal)();
        };
    };
    connect(page, &Page::placeChanged, this, onlyIfOpen(&PageHost::placeChanged));
    connect(page, &Page::stateChanged, this, onlyIfOpen(&PageHost::stateChanged));
    connect(page, &Page::freshnessChanged, this, onlyIfOpen(&PageHost::freshnessChanged));
    // After the page has finished with the click: it may be hidden, or rebuilt.
    connect(page, &Page::placeRequested, this, &PageHost::placeRequested, Qt::QueuedConnection);
    connect(page, &Page::accessLost, this, &PageHost::accessLost);
}

void PageHost::destroyPages()
{
    const QStringList ids = m_pages.keys();
    for (const QString &id : ids)
        destroyPage(id);
}

void PageHost::destroyPage(const QString &pageId)
{
    const Open open = m_pages.take(pageId);
    delete open.page.data();
    delete open.fault.data();
}

void PageHost::showStill()
{
    // Ten switches in two seconds: the picture that is up already is the newest there is.
    if (!m_still->isVisible()) {
        if (!isVisible())
            return;
        m_still->setPixmap(grab());
    }
    m_still->setGeometry(rect());
    m_still->show();
    m_still->raise();
}

void PageHost::finishSwitch()
{
    const bool wasSwitching = m_patience.isActive() || m_still->isVisible() || sender() == &m_patience;
    m_patience.stop();
    m_still->hide();
    m_still->setPixmap({});
    if (!wasSwitching)
        return;
    const SwitchCost cost = m_surroundings.guard.endSwitch();
    logDebug(lcPages(), "workspace_switched"_L1,
        {{u"relayouts"_s, cost.relayouts}, {u"repaints"_s, cost.repaints}, {u"resets"_s, cost.resets},
            {u"longest_turn_ms"_s, qint64(cost.longestTurn.count())}});
    Q_EMIT switched();
}

void PageHost::present(const QString &pageId)
{
    m_pageId = pageId;
    m_surroundings.memory.setLastPage(pageId);
    const Open open = m_pages.value(pageId);
    m_stack->setCurrentWidget(open.page ? static_cast<QWidget *>(open.page) : open.fault);
    if (m_still->isVisible())
        m_still->raise();
}

void PageHost::replaceByFault(const QString &pageId, const QString &technical)
{
    if (!m_workspace || m_pages.value(pageId).fault)
        return;
    const QString reportId = newUuid().toString(QUuid::WithoutBraces).left(8);
    logError(
        lcPages(), "page_stopped"_L1, {{u"page"_s, pageId}, {u"report"_s, reportId}, {u"what"_s, technical}});
    const PageState state = m_surroundings.memory.pageState(m_workspace->id, pageId);
    auto *panel = new FaultPanel(m_surroundings.theme, spec(pageId)->title(), reportId, technical, this);
    connect(panel, &FaultPanel::reloadRequested, this, [this, pageId, state] {
        QTimer::singleShot(0, this, [this, pageId, state] {
            destroyPage(pageId);
            build(pageId, state);
            present(pageId);
            Q_EMIT pageOpened();
        });
    });
    const QPointer<Page> page = m_pages.value(pageId).page;
    m_pages.insert(pageId, {nullptr, panel});
    m_stack->addWidget(panel);
    if (page) {
        m_stack->removeWidget(page);
        page->hide();
        page->deleteLater();
    }
    if (pageId == m_pageId) {
        finishSwitch();
        present(pageId);
        panel->setFocus();
        Q_EMIT pageOpened();
    }
}

void PageHost::rebuildAll()
{
    if (!m_workspace)
        return;
    remember();
    const QString open = m_pageId;
    destroyPages();
    build(open, m_surroundings.memory.pageState(m_workspace->id, open));
    present(open);
    Q_EMIT pageOpened();
}

} // namespace signalbox
