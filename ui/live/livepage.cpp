// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/livepage.h"

#include "ui/base/errorbanner.h"
#include "ui/base/presenter.h"
#include "ui/base/statepanel.h"
#include "ui/live/livebar.h"
#include "ui/live/livedetail.h"
#include "ui/live/livesidebar.h"
#include "ui/live/liveview.h"
#include "ui/live/replaystrip.h"
#include "ui/shell/preferences.h"

#include <QBoxLayout>
#include <QSplitter>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LivePage::LivePage(const PageContext &context, const LiveServices &services, QWidget *parent)
    : Page(context, parent)
    , m_memory(services.memory)
    , m_preferences(services.preferences)
    , m_link(services.connection, &services.memory.feed(), context.clock)
{
    buildPanes();
    m_second.setInterval(1s);
    m_soon.setSingleShot(true);
    m_soon.setInterval(120ms);
    connectPanes();
    bindCommands();
    applyMask();
    onLinkChanged();
    updateState();
    QMetaObject::invokeMethod(this, &Page::firstPictureReady, Qt::QueuedConnection);
}

LivePage::~LivePage()
{
    m_memory.events().setPaused(false);
    // The panes listen to the link, which is a member and goes before the child widgets would.
    delete m_splitter;
    delete m_sidebar;
}

void LivePage::buildPanes()
{
    const Theme &theme = context().theme;
    m_sidebar = new LiveSidebar(m_memory, m_link, context(), this);
    m_banner = new ErrorBanner(theme, context().clock, this);
    m_bar = new LiveBar(m_memory, theme, context().commands);
    m_view = new LiveView(m_memory.events(), m_memory.names(), theme);
    m_panel = new StatePanel(theme, context().clock, Skeleton::Shape::Table);
    m_panel->setContent(m_view);
    m_detail = new LiveDetail(m_memory.names(), theme);
    m_strip = new ReplayStrip(m_memory.events().ring(), context().clock, theme, this);
    auto *table = new QWidget;
    auto *tableColumn = new QVBoxLayout(table);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->setSpacing(0);
    tableColumn->addWidget(m_bar);
    tableColumn->addWidget(m_panel, 1);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"liveSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({520, theme.px(250)});
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_banner);
    right->addWidget(m_splitter, 1);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_sidebar);
    across->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(across, 1);
    column->addWidget(m_strip);
}

void LivePage::connectPanes()
{
    EventFeedModel &events = m_memory.events();
    connect(&events, &EventFeedModel::recorded, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&events, &QAbstractItemModel::modelReset, this, &LivePage::updateState);
    connect(&m_soon, &QTimer::timeout, this, &LivePage::updateState);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_sidebar->refresh();
        updateState();
        m_strip->refresh();
        updateStrip();
    });
    connect(&m_link, &LinkWatch::changed, this, &LivePage::onLinkChanged);
    connect(m_banner, &ErrorBanner::retryRequested, this, [this] { m_link.retryNow(); });
    connect(m_panel, &StatePanel::retryRequested, this, [this] { m_link.retryNow(); });
    connect(m_panel, &StatePanel::actionTriggered, this, &LivePage::clearFilter);
    connect(m_sidebar, &LiveSidebar::kindsChosen, this, [this](std::bitset<LiveKindCount> kinds) {
        m_memory.events().setKinds(kinds);
        Q_EMIT stateChanged();
    });
    connect(m_bar, &LiveBar::pauseRequested, this, [this] { setPaused(!m_memory.events().isPaused()); });
    connect(m_bar, &LiveBar::followRequested, m_view, &LiveView::setFollowing);
    connect(m_bar, &LiveBar::exportRequested, this, &LivePage::exportMatches);
    connect(m_bar, &LiveBar::filterChanged, this, &Page::stateChanged);
    connect(m_view, &LiveView::followingChanged, m_bar, &LiveBar::setFollowing);
    connect(m_view, &LiveView::scrolled, this, &LivePage::updateStrip);
    connect(m_view, &LiveView::currentChangedTo, this, &LivePage::showCurrent);
    connect(m_view, &LiveView::opened, this, &LivePage::openLead);
    connect(m_detail, &LiveDetail::openLeadRequested, this, [this](const LeadId &lead) {
        Q_EMIT placeRequested(u"inbox"_s, {lead.toString(), {}});
    });
    connect(m_detail, &LiveDetail::closeRequested, this, [this] {
        m_view->setCurrentRow(-1);
        m_view->setFocus();
    });
    connect(m_strip, &ReplayStrip::momentChosen, m_view, &LiveView::showMoment);
    connect(m_strip, &ReplayStrip::nowRequested, this, [this] {
        setPaused(false);
        m_view->setFollowing(true);
    });
    connect(&m_preferences, &Preferences::changed, this, &LivePage::applyMask);
    connect(&m_memory.names(), &LeadNames::changed, m_view->viewport(), qOverload<>(&QWidget::update));
}

void LivePage::showCurrent(int row)
{
    const LiveRecord *record = m_memory.events().record(row);
    if (record) {
        m_detail->show(*record);
        // The pane may have taken the row's place.
        m_view->scrollTo(m_view->model()->index(row, 0));
    } else if (row >= 0 || m_view->hasFocus()) {
        m_detail->clear();
    }
}

void LivePage::setPaused(bool isPaused)
{
    m_memory.events().setPaused(isPaused);
    m_bar->refresh();
    updateStrip();
    Q_EMIT freshnessChanged();
}

void LivePage::clearFilter()
{
    m_bar->setFilterText({});
    std::bitset<LiveKindCount> all;
    all.set();
    m_sidebar->setKinds(all);
    m_memory.events().setKinds(all);
    m_view->setFocus();
    Q_EMIT stateChanged();
}

void LivePage::updateState()
{
    m_bar->refresh();
    updateStrip();
    const EventFeedModel &events = m_memory.events();
    if (events.rowCount() > 0)
        return m_panel->showContent();
    if (events.ring().size() > 0 && events.isFiltering() && events.matchCount() == 0) {
        m_panel->showEmpty({EmptyState::Kind::Filtered, tr("No event matches"),
            tr("%Ln event(s) are recorded; the filter hides all of them.", nullptr, events.ring().size()),
            tr("Clear the filter")});
        return;
    }
    switch (m_link.status().state) {
    case LinkStatus::State::Offline:
        return m_panel->showOffline(m_link.status().since);
    case LinkStatus::State::Refused:
        return m_panel->showError(Error {.kind = Error::Kind::Unauthenticated}, u"/realtime/v1/websocket"_s);
    case LinkStatus::State::Connecting:
    case LinkStatus::State::Reconnecting:
        return m_panel->showLoading();
    case LinkStatus::State::Connected:
    case LinkStatus::State::Live:
    case LinkStatus::State::Polling:
        break;
    }
    m_panel->showEmpty({EmptyState::Kind::FirstRun, tr("Nothing has happened yet"),
        tr("What changes in this workspace appears here as it happens."), {}});
}

void LivePage::updateStrip()
{
    m_strip->setSpan(m_view->visibleSpan(), m_view->isFollowing() && !m_memory.events().isPaused());
}

void LivePage::onLinkChanged()
{
    const LinkStatus link = m_link.status();
    if (link.state == std::exchange(m_linkState, link.state))
        return;
    const QString reason = presentFeedReason(link.reason);
    if (link.state == LinkStatus::State::Polling)
        m_banner->showWarning(reason.isEmpty()
                ? tr("The feed does not answer. New events appear when it does; other pages ask every 60 s.")
                : tr("New events appear when the feed is back; until then other pages ask every 60 s: %1.")
                      .arg(reason),
            IconName::Clock);
    else if (link.state == LinkStatus::State::Refused)
        m_banner->showWarning(
            tr("The session may not follow any more. Sign in again; this page stays as it is."),
            IconName::Lock);
    else
        m_banner->clear();
    updateState();
    Q_EMIT freshnessChanged();
}

void LivePage::applyMask()
{
    m_memory.names().setMasked(
        m_preferences.text(QString::fromLatin1(PreferenceKey::LiveNames)) == "masked"_L1);
}

void LivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_second.start();
    m_sidebar->refresh();
    m_strip->refresh();
    updateState();
    if (!focusWidget() || !isAncestorOf(focusWidget()))
        m_view->setFocus();
}

void LivePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_second.stop();
}

} // namespace signalbox
