// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/listpane.h"

#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/base/progressline.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/filterbar.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/listnotice.h"
#include "ui/inbox/pillbutton.h"

#include <QAccessible>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString sortText(InboxSort sort)
{
    switch (sort) {
    case InboxSort::Recent:
        return ListPane::tr("Most recent");
    case InboxSort::Oldest:
        return ListPane::tr("Oldest");
    case InboxSort::Name:
        return ListPane::tr("Name A–Z");
    case InboxSort::Score:
        return ListPane::tr("Score");
    }
    Q_UNREACHABLE();
}

/// "12 new conversations, 3 moved".
QString waitingInWords(const WaitingRows &waiting)
{
    const int inserted = waiting.inserted;
    const int moved = waiting.moved;
    QStringList parts;
    if (inserted > 0)
        parts.append(ListPane::tr("%n new conversation(s)", nullptr, inserted));
    if (moved > 0)
        parts.append(ListPane::tr("%n moved", nullptr, moved));
    return parts.join(u", "_s);
}

} // namespace

ListPane::ListPane(const Models &models, const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_models(models)
    , m_theme(theme)
    , m_clock(clock)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_sort(new FlatButton(theme, IconName::Sort, this))
    , m_refresh(new FlatButton(theme, IconName::Refresh, this))
    , m_filters(new FilterBar(models.campaigns, theme, this))
    , m_notice(new ListNotice(theme, clock, this))
    , m_progress(new ProgressLine(theme, this))
    , m_panel(new StatePanel(theme, clock, Skeleton::Shape::List, this))
    , m_view(new InboxListView(models.list, theme, clock))
    , m_pill(new PillButton(theme, this))
{
    setObjectName(u"listPane"_s);
    m_title->setObjectName(u"listTitle"_s);
    m_count->setObjectName(u"listCount"_s);
    m_sort->setObjectName(u"sortButton"_s);
    m_sort->setIconSizePx(16);
    m_refresh->setObjectName(u"refreshButton"_s);
    m_refresh->setIconSizePx(16);
    m_refresh->setToolTip(tr("Refresh (F5)"));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_pill->setObjectName(u"newPill"_s);
    m_panel->setContent(m_view);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::S, Spacing::M, Spacing::S, Spacing::S);
    head->setSpacing(Spacing::S);
    head->addSpacing(Spacing::M - Spacing::S); // margins are not mirrored, this is
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(m_sort);
    head->addWidget(m_refresh);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_filters);
    layout->addWidget(m_progress);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_notice); // below, so that no row moves when it comes
    connect(m_filters, &FilterBar::changed, this, &ListPane::filtersChanged);
    connect(m_filters, &FilterBar::searchLeft, m_view, [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    connect(m_sort, &QAbstractButton::clicked, this, &ListPane::showSortMenu);
    connect(m_refresh, &QAbstractButton::clicked, this, &ListPane::refreshRequested);
    connect(m_pill, &QAbstractButton::clicked, this, &ListPane::showNewRequested);
    connect(m_notice, &ListNotice::retryRequested, &models.list, &InboxModel::retry);
    connect(m_panel, &StatePanel::retryRequested, &models.list, &InboxModel::retry);
    connect(m_panel, &StatePanel::actionTriggered, this, &ListPane::clearRequested);
    connect(&models.list, &InboxModel::stateChanged, this, &ListPane::updateState);
    connect(&models.list, &InboxModel::waitingChanged, this, &ListPane::updatePill);
    connect(&models.list, &QAbstractItemModel::rowsInserted, this, &ListPane::updateState);
    connect(&models.list, &QAbstractItemModel::rowsRemoved, this, &ListPane::updateState);
    connect(&models.counts, &InboxCountsModel::stateChanged, this, &ListPane::updateHead);
    connect(&theme, &Theme::changed, this, &ListPane::restyle);
    restyle();
    updateState();
}

void ListPane::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Section, QFont::Bold));
    m_count->setFont(m_theme.font(TextStyle::Body));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    m_count->setPalette(quiet);
    update();
}

void ListPane::setFooter(QWidget *footer)
{
    const bool isHidden = footer->isHidden();
    layout()->addWidget(footer);
    footer->setHidden(isHidden);
}

bool ListPane::isNarrowed() const
{
    return m_models.list.query().activeFilterCount() > 0;
}

void ListPane::setQuery(const InboxQuery &query)
{
    m_filters->setQuery(query);
    m_view->rowDelegate().setHighlight(query.search);
    m_title->setText(query.category == InboxCategory::All ? tr("All conversations")
                                                          : presentCategory(query.category).text);
    m_sort->setToolTip(tr("Sorted by: %1").arg(sortText(query.sort)));
    m_sort->setAccessibleName(m_sort->toolTip());
    updateHead();
}

void ListPane::updateHead()
{
    const auto count = m_models.counts.countOf(m_models.list.query().category);
    const QString listVersion = m_models.list.version();
    const QString countVersion = m_models.counts.version();
    if (isNarrowed() || !count) {
        const bool isComplete
            = m_models.list.state() == LoadState::Ready && m_models.list.rowCount() < PageWindow::PageSize;
        m_count->setText(isComplete ? presentCount(m_models.list.rowCount(), QLocale()) : QString());
        m_count->setToolTip({});
        return;
    }
    // "=" and "~": whether the figure and the rows are of one moment (ux §12.1).
    const bool isSame = !listVersion.isEmpty() && listVersion == countVersion;
    const QString sign = listVersion.isEmpty() ? QString() : isSame ? u" ="_s : u" ~"_s;
    m_count->setText(presentCount(*count, QLocale()) + sign);
    if (!m_models.list.readAt())
        return;
    const auto ageOf = [&](Instant at) {
        return presentAge(
            std::max(std::chrono::floor<std::chrono::seconds>(m_clock.now() - at), std::chrono::seconds(0)));
    };
    m_count->setToolTip((isSame ? tr("The count and the list are of the same version.")
                                : tr("The count and the list are of different versions."))
        + u'\n' + tr("List: %1, %2 old").arg(listVersion, ageOf(*m_models.list.readAt())) + u'\n'
        + tr("Count: %1, %2 old").arg(countVersion, ageOf(m_models.counts.reading()->counts.computedAt)));
}

bool ListPane::hasSomethingToShow() const
{
    return m_models.list.rowCount() > 0 || m_models.list.state() == LoadState::Ready
        || m_models.list.state() == LoadState::Failed;
}

void ListPane::updateState()
{
    const InboxModel &list = m_models.list;
    m_progress->setActive(list.state() == LoadState::Refreshing);
    const bool hasRows = list.rowCount() > 0;
    if (list.state() == LoadState::Failed && list.error()->kind == Error::Kind::Denied) {
        m_notice->hide();
        m_panel->showError(*list.error(), tr("Conversations"));
        Q_EMIT refused();
    } else if (list.state() == LoadState::Failed && hasRows) {
        m_panel->showContent();
        m_notice->showError(*list.error(), tr("Conversations"));
    } else if (list.state() == LoadState::Failed) {
        m_notice->hide();
        m_panel->showError(*list.error(), tr("Conversations"));
    } else if (hasRows) {
        m_notice->hide();
        m_panel->showContent();
    } else if (list.state() == LoadState::Ready) {
        m_notice->hide();
        if (isNarrowed())
            m_panel->showEmpty({EmptyState::Kind::Filtered, tr("No matching conversations"),
                tr("The filters hide everything in this list."), tr("Clear all filters")});
        else if (list.query().category == InboxCategory::All)
            m_panel->showEmpty({EmptyState::Kind::FirstRun, tr("No conversations yet"),
                tr("They appear here as soon as mail is imported or a channel delivers a message."), {}});
        else
            m_panel->showEmpty({EmptyState::Kind::Done, tr("All clear"),
                tr("Nothing in this category needs you now."), tr("Show all conversations")});
    } else if (list.state() != LoadState::Refreshing) {
        m_notice->hide();
        m_panel->showLoading();
    }
    updateHead();
}

void ListPane::updatePill()
{
    const InboxModel::Waiting waiting = m_models.list.waiting();
    QStringList parts;
    if (waiting.inserted > 0)
        parts.append(
            tr("%1 new").arg(waiting.inserted >= PageWindow::PageSize ? u"%1+"_s.arg(PageWindow::PageSize)
                                                                      : QString::number(waiting.inserted)));
    if (waiting.moved > 0)
        parts.append(tr("%1 moved").arg(waiting.moved));
    m_pill->setText(parts.join(u" · "_s));
    const bool isNews = m_pill->isHidden() && !waiting.isEmpty();
    m_pill->setVisible(!waiting.isEmpty());
    m_pill->setAccessibleName(waitingInWords(waiting));
    if (isNews)
        announceWaiting();
    m_pill->resize(m_pill->sizeHint());
    m_pill->move((width() - m_pill->width()) / 2, m_panel->y() + m_theme.px(Spacing::S));
    m_pill->raise();
    updateHead();
}

// Once when something begins to wait, not for each row that joins (ux §10 L14).
void ListPane::announceWaiting()
{
    QAccessibleEvent event(m_pill, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT announced(m_pill->accessibleName());
}

void ListPane::showSortMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const InboxSort sort : {InboxSort::Recent, InboxSort::Oldest, InboxSort::Name, InboxSort::Score}) {
        QAction *action = group->addAction(menu->addAction(sortText(sort)));
        action->setCheckable(true);
        action->setChecked(m_models.list.query().sort == sort);
        connect(action, &QAction::triggered, this, [this, sort] { Q_EMIT sortChosen(sort); });
    }
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void ListPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updatePill();
}

void ListPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::Surface));
}

} // namespace signalbox
