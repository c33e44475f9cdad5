// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/readingtab.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/tabcanvas.h"
#include "ui/base/dialogs.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

ReadingTab::ReadingTab(
    const QString &id, const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : AnalyticsTab(id, session, parent)
    , m_context(context)
    , m_canvas(new TabCanvas(context.theme, this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_canvas);
    setFocusProxy(m_canvas);
    const auto again = [this] {
        if (m_isActive)
            load();
    };
    connect(&session, &AnalyticsSession::requestChanged, this, again);
    connect(&session, &AnalyticsSession::refreshed, this, again);
}

void ReadingTab::activate()
{
    m_isActive = true;
    load();
}

void ReadingTab::updateAges()
{
    AnalyticsTab::updateAges();
    for (KpiCard *card : m_cards)
        card->updateAge();
}

QString ReadingTab::comparisonName() const
{
    return presentComparison(session().period());
}

void ReadingTab::tellPeriod(const AnalyticsWindow &window)
{
    const QString words = presentWindow(window, session().zone(), QLocale());
    for (KpiCard *card : m_cards)
        card->setPeriodText(words, comparisonName());
}

void ReadingTab::tellState(const std::optional<Error> &error)
{
    Q_EMIT freshnessChanged();
    if (error && error->kind == Error::Kind::Denied)
        Q_EMIT accessLost();
}

Panel *ReadingTab::makePanel(const QString &id, const QString &title, const QString &definition)
{
    auto *panel = new Panel(m_context.theme, m_context.clock, id, this);
    panel->setTitle(title);
    panel->setDefinition(definition);
    panel->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(panel, &Panel::retryRequested, this, [this] { load(); });
    connect(panel, &Panel::cancelRequested, this, [this] { cancel(); });
    m_panels.append(panel);
    return panel;
}

void ReadingTab::setContent(Panel *panel, QWidget *content)
{
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    column->addStretch(1);
    panel->setContent(place);
    for (QWidget *one : place->findChildren<QWidget *>()) {
        if ((qobject_cast<PanelTable *>(one) || qobject_cast<BarChart *>(one))
            && one->accessibleName().isEmpty())
            one->setAccessibleName(panel->title());
    }
}

void ReadingTab::setStatus(Panel *panel, const PanelStatus &status)
{
    const bool hasNothing = status.isEmpty || (status.error && !status.computedAt);
    for (QWidget *content : panel->content()->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        content->setVisible(!hasNothing);
    panel->setStatus(status);
}

CardRow *ReadingTab::makeCards()
{
    return new CardRow(m_context.theme, this);
}

KpiCard *ReadingTab::addCard(CardRow *row, const QString &id, const QString &label, const QString &definition)
{
    auto *card = new KpiCard(m_context.theme, m_context.clock, id, row);
    card->setLabel(label, definition);
    connect(card, &KpiCard::retryRequested, this, [this] { load(); });
    row->add(card);
    m_cards.append(card);
    return card;
}

PanelTable *ReadingTab::makeTable(const QString &id, int expectedRows, int shownRows)
{
    auto *table = new PanelTable(m_context.theme);
    table->setObjectName(id);
    table->setShownRows(shownRows);
    table->setMinimumHeight(theme().px(28) + expectedRows * theme().tableRowHeight());
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return table;
}

BarChart *ReadingTab::makeBars(const QString &id)
{
    auto *bars = new BarChart(m_context.theme);
    bars->setObjectName(id);
    bars->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return bars;
}

void ReadingTab::fillMenuOf(Panel *panel, const PrintedPicture *picture, const PanelTable *table)
{
    panel->setMenu([this, panel, picture, table](QMenu &menu) {
        if (table)
            menu.addAction(tr("Copy table"), table, &PanelTable::copyTable);
        if (!picture)
            return;
        menu.addAction(
            tr("Save chart as PNG…"), this, [=, this] { save(panel->title(), *picture, u"png"_s); });
        menu.addAction(
            tr("Save chart as SVG…"), this, [=, this] { save(panel->title(), *picture, u"svg"_s); });
    });
}

void ReadingTab::save(const QString &title, const PrintedPicture &picture, const QString &suffix)
{
    const QString path = m_context.dialogs.askSaveFile(
        this, tr("Save chart"), title.toLower().replace(u' ', u'-') + u'.' + suffix);
    if (!path.isEmpty())
        savePicture(picture, path, theme().scheme());
}

PrintedSection ReadingTab::sectionOf(const Panel *panel, QWidget *picture, const PanelTable *table) const
{
    PrintedSection section {.title = panel->title(),
        .definition = panel->definition(),
        .picture = nullptr,
        .table = {},
        .note = {}};
    const PanelStatus &status = panel->status();
    if (status.error)
        section.note = tr("This part could not be loaded.");
    if (!status.computedAt)
        return section;
    if (status.isEmpty) {
        section.note = tr("No data in this period.");
        return section;
    }
    section.picture = picture;
    if (table)
        section.table = table->printed();
    return section;
}

PrintedSection ReadingTab::sectionOf(const QString &title, CardRow *cards) const
{
    PrintedSection section {.title = title, .definition = {}, .picture = nullptr, .table = {}, .note = {}};
    const PanelStatus &status = cards->cards().first()->status();
    if (status.error)
        section.note = tr("This part could not be loaded.");
    if (status.computedAt)
        section.picture = cards;
    return section;
}

FlowRow::FlowRow(const Theme &theme, int narrowPx, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_narrowPx(narrowPx)
    , m_box(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(Spacing::L);
}

void FlowRow::add(QWidget *widget, int stretch)
{
    m_box->addWidget(widget, stretch);
}

/// As narrow as when they stand above each other: else a row that stands side by side would never get the
/// width at which it gives that up.
QSize FlowRow::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    least.setWidth(0);
    for (int i = 0; i < m_box->count(); ++i)
        least.setWidth(std::max(least.width(), m_box->itemAt(i)->minimumSize().width()));
    return least;
}

void FlowRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn();
}

bool FlowRow::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        turn();
    return isDone;
}

void FlowRow::turn()
{
    // Not what they would like to have: what they need, or the last of them would be cut.
    int needed = (m_box->count() - 1) * m_box->spacing();
    for (int i = 0; i < m_box->count(); ++i)
        needed += m_box->itemAt(i)->minimumSize().width();
    const bool isNarrow = width() < std::max(m_theme.px(m_narrowPx), needed);
    m_box->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace signalbox
