// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// InboxDesk: its place in links and history, its commands and menus.
#include "ui/base/presenter.h"
#include "ui/inbox/categorysidebar.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/conversationpane.h"
#include "ui/inbox/filterbar.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/inbox/inboxlink.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/listpane.h"
#include "ui/inbox/savedviewslist.h"
#include "ui/inbox/threadview.h"
#include "ui/inbox/triagedesk.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QClipboard>
#include <QMenu>
#include <QSplitter>

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// By the digits 1…7, as in the sidebar.
constexpr std::array Digits {InboxCategory::Responses, InboxCategory::Attention, InboxCategory::AiSent,
    InboxCategory::AiReview, InboxCategory::NeedsRepair, InboxCategory::PreviousAttention,
    InboxCategory::All};

/// How the page learns of changes, for the status bar.
QString feedText(FeedStatus::State state)
{
    switch (state) {
    case FeedStatus::State::Stopped:
        return {};
    case FeedStatus::State::Connecting:
        return InboxDesk::tr("connecting");
    case FeedStatus::State::Live:
        return InboxDesk::tr("live");
    case FeedStatus::State::Polling:
        return InboxDesk::tr("asking each minute");
    case FeedStatus::State::Offline:
        return InboxDesk::tr("offline");
    case FeedStatus::State::Refused:
        return InboxDesk::tr("not live: sign in again");
    }
    Q_UNREACHABLE();
}

QString categoryCommand(size_t digit)
{
    return u"inbox.category%1"_s.arg(digit + 1);
}

} // namespace

PageState InboxDesk::state() const
{
    PageState state;
    if (!m_thread.lead().isNull())
        state.item = m_thread.lead().toString();
    state.params = linkParams(m_list.query());
    return state;
}

void InboxDesk::restoreState(const PageState &state)
{
    const InboxQuery query = queryFromLink(workspace().id, state.params);
    const std::optional<LeadId> lead = LeadId::parse(state.item);
    if (!m_isStarted) {
        start(query, lead);
        return;
    }
    if (query != m_list.query())
        setQuery(query);
    if (lead && *lead != m_thread.lead()) {
        m_pane->view().setCurrentLead(*lead);
        openLead(*lead);
    }
}

QByteArray InboxDesk::saveLayout() const
{
    return m_splitter->saveState();
}

void InboxDesk::restoreLayout(const QByteArray &layout)
{
    m_splitter->restoreState(layout);
    m_splitter->setHandleWidth(1);
}

void InboxDesk::focusSearch()
{
    setReading(!isNarrow());
    m_pane->filters().focusSearch();
}

bool InboxDesk::stepBack()
{
    if (m_triage->stepBack())
        return true;
    if (isNarrow() && m_isReading) {
        setReading(false);
        return true;
    }
    if (m_conversation->isLeadShown()) {
        m_conversation->showLead(false);
        return true;
    }
    if (m_list.clearGhosts())
        return true;
    if (m_pane->filters().clearSearch())
        return true;
    if (m_list.query().activeFilterCount() > 0) {
        m_pane->filters().clearAll();
        return true;
    }
    return false;
}

QList<QWidget *> InboxDesk::panes() const
{
    // The list first: it is where a page begins and where Esc leads.
    QList<QWidget *> panes {
        &m_pane->view(), &m_conversation->view(), m_sidebar->findChild<QAbstractButton *>()};
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisibleTo(pane->window()); });
    return panes;
}

Freshness InboxDesk::freshness() const
{
    Freshness freshness {.what = tr("Counts")};
    if (!m_counts.reading())
        return freshness;
    freshness.readAt = m_counts.reading()->counts.computedAt;
    const auto age = context().clock.now() - *freshness.readAt;
    if (m_counts.state() == LoadState::Failed || age > Heartbeat::Contract)
        freshness.tone = age > 2 * Heartbeat::Contract ? Freshness::Tone::Stale : Freshness::Tone::Ageing;
    QStringList details;
    if (!m_list.version().isEmpty())
        details.append(m_list.version() == m_counts.version()
                ? tr("list %1 = counts %2").arg(m_list.version(), m_counts.version())
                : tr("list %1 ~ counts %2").arg(m_list.version(), m_counts.version()));
    details.append(feedText(m_services.feed.status().state));
    details.removeAll(QString());
    freshness.detail = details.join(u" · "_s);
    return freshness;
}

void InboxDesk::bindCommands()
{
    CommandRegistry &commands = context().commands;
    InboxListView *view = &m_pane->view();
    commands.bind(u"inbox.next"_s, this, [view] { view->step(1); });
    commands.bind(u"inbox.previous"_s, this, [view] { view->step(-1); });
    commands.bind(u"inbox.showNew"_s, this, [this] { showNew(); });
    commands.bind(u"inbox.goToDate"_s, this, [this] { askDate(); });
    commands.bind(
        u"inbox.leadCard"_s, this, [this] { m_conversation->showLead(!m_conversation->isLeadShown()); });
    for (size_t digit = 0; digit < Digits.size(); ++digit)
        commands.bind(categoryCommand(digit), this, [this, category = Digits.at(digit)] {
            InboxQuery query = m_list.query();
            query.category = category;
            setQuery(query);
            Q_EMIT placeChanged();
        });
}

void InboxDesk::connectTriage()
{
    InboxListView *view = &m_pane->view();
    m_pane->setFooter(m_triage->bulkBar());
    m_sidebar->addSection(m_viewsList);
    connect(
        m_viewsList, &SavedViewsList::viewChosen, this, [this](const SavedView &saved) { showView(saved); });
    context().commands.bind(u"inbox.saveView"_s, this, [this] { m_viewsList->startNaming(); });
    view->rowDelegate().setOverlay(&m_services.writes.overlay());
    connect(
        &m_services.writes, &TriageModel::overlayChanged, view->viewport(), qOverload<>(&QWidget::update));
    connect(m_triage, &TriageDesk::nextRequested, this, [view] { view->step(1); });
    connect(m_triage, &TriageDesk::listRequested, this, [this, view] {
        setReading(false);
        view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_triage, &TriageDesk::openRequested, this, [this, view](const LeadId &lead) {
        view->setCurrentLead(lead);
        openLead(lead);
        setReading(true);
    });
}

void InboxDesk::showView(const SavedView &view)
{
    InboxQuery query = view.query;
    query.workspace = workspace().id;
    setQuery(query);
    Q_EMIT placeChanged();
}

QList<PageEntry> InboxDesk::paletteEntries()
{
    QList<PageEntry> entries;
    for (const SavedView &view : m_views.views())
        entries.append({view.name, tr("Saved view"), view.isShared ? IconName::People : IconName::Filter,
            [this, view] { showView(view); }});
    return entries;
}

void InboxDesk::showRowMenu(const QPoint &at)
{
    const InboxListView &view = m_pane->view();
    if (view.currentLead().isNull())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this] {
        openLead(m_pane->view().currentLead());
        setReading(true);
    });
    connect(menu->addAction(tr("Copy as table")), &QAction::triggered, this,
        [this] { QApplication::clipboard()->setText(m_pane->view().selectionAsText()); });
    const Conversation *row = m_list.at(view.currentRow());
    if (row && !row->lead.email.isEmpty())
        connect(menu->addAction(tr("Copy address")), &QAction::triggered, this,
            [email = row->lead.email] { QApplication::clipboard()->setText(email); });
    connect(menu->addAction(tr("Copy link")), &QAction::triggered, this, [this] {
        openLead(m_pane->view().currentLead()); // the link is of what is open
        context().commands.trigger(u"shell.copyLink"_s);
    });
    m_triage->fillMenu(*menu);
    menu->popup(at);
}

void InboxDesk::askDate()
{
    const Conversation *top = m_list.at(m_pane->view().firstVisibleRow());
    auto *calendar = new QCalendarWidget(this);
    calendar->setObjectName(u"goToDate"_s);
    calendar->setWindowFlags(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (top)
        calendar->setSelectedDate(QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<std::chrono::milliseconds>(top->updatedAt.time_since_epoch()).count())
                                      .date());
    connect(calendar, &QCalendarWidget::activated, this, [this, calendar](QDate date) {
        calendar->close();
        goToDate(date);
    });
    calendar->move(m_pane->mapToGlobal(QPoint(context().theme.px(Spacing::L), context().theme.px(64))));
    calendar->show();
    calendar->setFocus();
}

void InboxDesk::goToDate(QDate date)
{
    const bool isRecent = m_list.query().sort == InboxSort::Recent;
    const QDateTime edge = isRecent ? date.endOfDay() : date.startOfDay();
    const Instant instant(std::chrono::milliseconds(edge.toMSecsSinceEpoch()));
    const auto go = [this, instant] {
        const int row = m_list.rowNear(instant);
        if (row >= 0)
            m_pane->view().goToRow(row);
        return row >= 0;
    };
    if (!go()) { // nobody has gone that far down: where the list ends must be known first
        connect(&m_list, &InboxModel::datesLearnt, this, go, Qt::SingleShotConnection);
        m_list.learnDates();
    }
    m_pane->view().setFocus();
}

PageSpec inboxPageSpec(const InboxServices &services, InboxMemory &memory)
{
    PageSpec spec;
    spec.id = u"inbox"_s;
    spec.title = [] { return InboxDesk::tr("Inbox"); };
    spec.icon = IconName::Inbox;
    const auto command = [&spec](const QString &id, std::function<QString()> text, QList<QKeySequence> keys) {
        spec.commands.append(
            {.id = id, .scope = u"inbox"_s, .text = std::move(text), .keys = std::move(keys)});
    };
    command(u"inbox.next"_s, [] { return InboxDesk::tr("Next conversation"); },
        {QKeySequence(Qt::Key_J), QKeySequence(Qt::Key_BracketRight)});
    command(u"inbox.previous"_s, [] { return InboxDesk::tr("Previous conversation"); },
        {QKeySequence(Qt::Key_K), QKeySequence(Qt::Key_BracketLeft)});
    command(u"inbox.showNew"_s, [] { return InboxDesk::tr("Show new conversations"); },
        {QKeySequence(Qt::Key_N)});
    command(u"inbox.goToDate"_s, [] { return InboxDesk::tr("Go to date"); },
        {QKeySequence(Qt::CTRL | Qt::Key_G)});
    command(u"inbox.leadCard"_s, [] { return InboxDesk::tr("Lead card"); }, {QKeySequence(Qt::Key_M)});
    for (size_t digit = 0; digit < Digits.size(); ++digit)
        command(categoryCommand(digit),
            [category = Digits.at(digit)] {
                return category == InboxCategory::All ? InboxDesk::tr("All conversations")
                                                      : presentCategory(category).text;
            },
            {QKeySequence(static_cast<int>(Qt::Key_1) + static_cast<int>(digit))});
    command(u"inbox.saveView"_s, [] { return InboxDesk::tr("Save this view"); }, {});
    spec.commands += TriageDesk::commands();
    spec.create = [services, &memory](const PageContext &context) -> Page * {
        return new InboxDesk(context, services, memory);
    };
    return spec;
}

} // namespace signalbox
