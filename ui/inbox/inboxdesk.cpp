// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxdesk.h"

#include "ui/base/presenter.h"
#include "ui/base/theme.h"
#include "ui/inbox/categorysidebar.h"
#include "ui/inbox/conversationpane.h"
#include "ui/inbox/filterbar.h"
#include "ui/inbox/inboxlink.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/listpane.h"
#include "ui/inbox/savedviewslist.h"
#include "ui/inbox/threadview.h"
#include "ui/inbox/triagedesk.h"

#include <QApplication>
#include <QSplitter>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int NarrowBelow = 1180 - 56; // ux §9: the window's width, less the rail

} // namespace

InboxDesk::InboxDesk(
    const PageContext &context, const InboxServices &services, InboxMemory &memory, QWidget *parent)
    : Page(context, parent)
    , m_services(services)
    , m_memory(memory)
    , m_list(services.inbox)
    , m_counts(services.inbox)
    , m_campaigns(services.inbox)
    , m_thread(services.inbox, QTimeZone::systemTimeZone())
    , m_updates(services.feed, m_list, m_counts, context.clock)
    , m_stillness(context.clock)
    , m_sidebar(new CategorySidebar(m_counts, context.theme, context.clock))
    , m_pane(new ListPane({m_list, m_counts, m_campaigns}, context.theme, context.clock))
    , m_conversation(new ConversationPane(m_thread, services, memory.unsent, context))
    , m_splitter(new QSplitter(this))
    , m_triage(new TriageDesk({services, memory, m_list, m_thread, m_pane->view(), *m_conversation}, *this))
    , m_views(services.triage)
    , m_viewsList(new SavedViewsList(m_views, context.theme, context.dialogs))
{
    setObjectName(u"inboxPage"_s);
    m_splitter->setObjectName(u"inboxSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_sidebar->setMinimumWidth(std::min(context.theme.px(252), 360));
    m_pane->setMinimumWidth(context.theme.px(320));
    m_conversation->setMinimumWidth(360);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_conversation);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({context.theme.px(260), context.theme.px(384), 740});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    m_walk.setSingleShot(true);
    m_walk.setInterval(150ms);
    m_idle.setInterval(500ms);
    m_second.setInterval(1s);
    connectModels();
    connectPanes();
    bindCommands();
    connectTriage();
}

InboxDesk::~InboxDesk()
{
    remember();
    // The views listen to the models, which are members and go before the child widgets would.
    delete m_triage;
    delete m_splitter;
}

void InboxDesk::connectModels()
{
    connect(&m_counts, &InboxCountsModel::countsRead, this, &InboxDesk::updateTotal);
    // Not among the first questions: nobody waits for these.
    connect(
        &m_counts, &InboxCountsModel::countsRead, this, [this] { m_views.setWorkspace(workspace().id); },
        Qt::SingleShotConnection);
    connect(&m_counts, &InboxCountsModel::stateChanged, this, &Page::freshnessChanged);
    connect(&m_list, &InboxModel::stateChanged, this, &InboxDesk::tellFirstPicture);
    connect(&m_list, &InboxModel::stateChanged, this, &Page::freshnessChanged);
    connect(&m_list, &InboxModel::waitingChanged, this, [this] {
        if (m_list.waiting().isEmpty())
            m_idle.stop();
        else
            m_idle.start();
    });
    connect(&m_heartbeat, &Heartbeat::beat, this, &InboxDesk::beat);
    connect(&m_walk, &QTimer::timeout, this, [this] { openLead(m_toOpen); });
    connect(&m_idle, &QTimer::timeout, this, &InboxDesk::showNewIfIdle);
    connect(&m_second, &QTimer::timeout, this, &InboxDesk::onSecond);
    connect(&m_updates, &InboxUpdates::leadsChanged, this, &InboxDesk::onLeadsChanged);
    connect(&m_services.feed, &RealtimeFeed::statusChanged, this, &Page::freshnessChanged);
}

void InboxDesk::connectPanes()
{
    connect(m_sidebar, &CategorySidebar::categoryChosen, this, [this](InboxCategory category) {
        InboxQuery query = m_list.query();
        query.category = category;
        setQuery(query);
        Q_EMIT placeChanged();
    });
    connect(m_pane, &ListPane::filtersChanged, this, [this] {
        setQuery(m_pane->filters().applied(m_list.query()));
        Q_EMIT stateChanged();
    });
    connect(m_pane, &ListPane::sortChosen, this, [this](InboxSort sort) {
        InboxQuery query = m_list.query();
        query.sort = sort;
        setQuery(query);
        Q_EMIT stateChanged();
    });
    connect(m_pane, &ListPane::clearRequested, this, [this] {
        InboxQuery query {.workspace = workspace().id};
        if (m_list.query().activeFilterCount() > 0)
            query.category = m_list.query().category;
        query.sort = m_list.query().sort;
        setQuery(query);
        Q_EMIT placeChanged();
    });
    connect(m_pane, &ListPane::refreshRequested, this, &InboxDesk::refresh);
    connect(m_pane, &ListPane::showNewRequested, this, &InboxDesk::showNew);
    connect(m_pane, &ListPane::refused, this, &Page::accessLost, Qt::QueuedConnection);
    InboxListView &view = m_pane->view();
    connect(&view, &InboxListView::leadChosen, this, &InboxDesk::chooseLead);
    connect(&view, &InboxListView::leadOpened, this, [this](const LeadId &lead) {
        openLead(lead);
        setReading(true);
        m_conversation->view().setFocus();
    });
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&view, &QWidget::customContextMenuRequested, this,
        [this, &view](const QPoint &at) { showRowMenu(view.viewport()->mapToGlobal(at)); });
    connect(m_conversation, &ConversationPane::backRequested, this, [this] { setReading(false); });
    connect(m_conversation, &ConversationPane::copyLinkRequested, this,
        [this] { context().commands.trigger(u"shell.copyLink"_s); });
}

void InboxDesk::start(const InboxQuery &query, std::optional<LeadId> lead)
{
    m_isStarted = true;
    m_services.feed.follow(workspace().id);
    const auto left = m_memory.places.constFind(workspace().id);
    std::optional<ListPlace> place;
    if (left != m_memory.places.constEnd() && left->query == query && !left->place.lead.isNull())
        place = left->place;
    m_list.setQuery(query, place);
    if (place)
        m_pane->view().setPlace(*place);
    m_counts.setWorkspace(workspace().id);
    m_campaigns.setWorkspace(workspace().id);
    m_sidebar->setCategory(query.category);
    m_pane->setQuery(query);
    m_viewsList->setQuery(query);
    m_conversation->view().setHighlight(query.search);
    updateTotal();
    if (lead) {
        m_pane->view().setCurrentLead(*lead);
        openLead(*lead);
    }
}

void InboxDesk::setQuery(const InboxQuery &query)
{
    m_list.setQuery(query);
    m_sidebar->setCategory(query.category);
    m_pane->setQuery(query);
    m_viewsList->setQuery(query);
    m_conversation->view().setHighlight(query.search);
    updateTotal();
}

bool InboxDesk::isFrozen() const
{
    return !m_stillness.isIdle() || m_pane->view().hasTicks();
}

void InboxDesk::onLeadsChanged(const QSet<LeadId> &leads, bool isAll)
{
    if (isAll || leads.contains(m_thread.lead()))
        m_thread.invalidate();
}

void InboxDesk::onSecond()
{
    m_sidebar->updateAge();
    m_pane->updateHead();
    const auto minute = std::chrono::floor<std::chrono::minutes>(context().clock.now().time_since_epoch());
    if (std::exchange(m_minute, minute.count()) != minute.count())
        m_pane->view().viewport()->update();
    if (m_isTotalLate && !isFrozen())
        updateTotal();
    Q_EMIT freshnessChanged();
}

void InboxDesk::updateTotal()
{
    m_isTotalLate = m_list.readAt() && isFrozen();
    if (m_isTotalLate)
        return; // the list's length is structure as well (ux §10 L3)
    if (m_list.query().activeFilterCount() > 0)
        m_list.setExpectedTotal(std::nullopt);
    else
        m_list.setExpectedTotal(m_counts.countOf(m_list.query().category));
}

void InboxDesk::chooseLead(LeadId lead, bool isWalking)
{
    m_toOpen = lead;
    if (isWalking)
        m_walk.start();
    else
        openLead(lead);
}

void InboxDesk::openLead(LeadId lead)
{
    m_walk.stop();
    if (lead.isNull() || m_thread.lead() == lead)
        return;
    m_thread.open(workspace().id, lead);
    if (const Conversation *row = m_list.at(m_list.rowOf(lead)))
        m_conversation->preview(*row);
    if (!isNarrow())
        m_isReading = true;
    Q_EMIT placeChanged();
}

void InboxDesk::beat()
{
    m_updates.catchUp();
}

void InboxDesk::refresh()
{
    m_counts.refresh();
    if (m_campaigns.state() == LoadState::Failed)
        m_campaigns.refresh();
    m_list.refresh();
    m_thread.refresh();
    m_heartbeat.start();
}

void InboxDesk::showNew()
{
    m_list.showWaiting();
    m_pane->view().scrollToTop();
}

void InboxDesk::showNewIfIdle()
{
    const InboxListView &view = m_pane->view();
    if (!m_stillness.isIdle() || !view.isAtTop() || view.hasTicks())
        return;
    m_pane->view().followTop();
    m_list.showWaiting(true);
}

void InboxDesk::remember()
{
    if (m_isStarted && m_list.readAt())
        m_memory.places.insert(workspace().id, {m_list.query(), m_pane->view().place()});
}

bool InboxDesk::isNarrow() const
{
    return width() < std::max(NarrowBelow, context().theme.px(1040)); // large text needs the room sooner
}

void InboxDesk::setReading(bool isReading)
{
    m_isReading = isReading && !m_thread.lead().isNull();
    updateNarrow();
    if (!m_isReading)
        m_pane->view().setFocus();
}

void InboxDesk::updateNarrow()
{
    const bool isNarrowNow = isNarrow();
    const bool hasPage = isNarrowNow && m_isReading;
    if (isNarrowNow && m_wideSizes.isEmpty()) {
        m_wideSizes = m_splitter->sizes();
        m_splitter->setSizes({context().theme.px(260), width(), 0});
    } else if (!isNarrowNow && !m_wideSizes.isEmpty()) {
        m_splitter->setSizes(std::exchange(m_wideSizes, {}));
    }
    m_sidebar->setVisible(!hasPage);
    m_pane->setVisible(!hasPage);
    m_conversation->setVisible(!isNarrowNow || hasPage);
    m_conversation->setBackVisible(hasPage);
}

void InboxDesk::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    updateNarrow();
}

void InboxDesk::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_isStarted)
        start({.workspace = workspace().id}, std::nullopt);
    m_updates.setVisible(true);
    m_heartbeat.start();
    m_second.start();
    if (!focusWidget() || !isAncestorOf(focusWidget()))
        m_pane->view().setFocus();
}

void InboxDesk::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_updates.setVisible(false);
    m_heartbeat.stop();
    m_second.stop();
}

void InboxDesk::tellFirstPicture()
{
    if (m_hasToldPicture || !m_pane->hasSomethingToShow())
        return;
    m_hasToldPicture = true;
    if (isVisible() && m_stillness.isUntouched())
        m_pane->view().setFocus(); // J and K at once
    Q_EMIT firstPictureReady();
}

} // namespace signalbox
