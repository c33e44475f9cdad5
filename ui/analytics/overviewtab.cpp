// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/overviewtab.h"

#include "ui/analytics/kpicard.h"
#include "ui/analytics/overviewpanels.h"
#include "ui/analytics/overviewwords.h"
#include "ui/analytics/tabcanvas.h"
#include "ui/base/errorbanner.h"

#include <QBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Core = "core"_L1;
constexpr auto Breakdowns = "breakdowns"_L1;

} // namespace

OverviewTab::OverviewTab(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : AnalyticsTab(u"overview"_s, session, parent)
    , m_context(context)
    , m_core(
          this, session, id(),
          [this](const AnalyticsRequest &request) {
              return this->session().gateway().fetchOverview(request, OverviewParts::Core);
          },
          [this] { onCoreChanged(); })
    , m_breakdowns(
          this, session, id(),
          [this](const AnalyticsRequest &request) {
              return this->session().gateway().fetchOverview(request, OverviewParts::Breakdowns);
          },
          [this] { onBreakdownsChanged(); })
    , m_canvas(new TabCanvas(context.theme, this))
    , m_banner(new ErrorBanner(context.theme, context.clock, this))
{
    buildCards();
    m_panels = new OverviewPanels(context, *m_canvas, this);
    m_canvas->finish();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    connect(m_banner, &ErrorBanner::retryRequested, this, &OverviewTab::ask);
    connect(m_panels, &OverviewPanels::retryRequested, this, &OverviewTab::ask);
    connect(m_panels, &OverviewPanels::cancelRequested, this, [this] {
        m_core.cancel();
        m_breakdowns.cancel();
    });
    connect(m_panels, &OverviewPanels::rangeChanged, this, &AnalyticsTab::stateChanged);
    showCards();
    showActivity();
    showBreakdowns();
    const auto askIfShown = [this] {
        if (m_isActive)
            ask();
    };
    connect(&session, &AnalyticsSession::requestChanged, this, askIfShown);
    connect(&session, &AnalyticsSession::refreshed, this, askIfShown);
}

OverviewTab::~OverviewTab() = default;

void OverviewTab::buildCards()
{
    QList<QWidget *> cards;
    for (const OverviewCard &known : overviewCards()) {
        auto *card = new KpiCard(m_context.theme, m_context.clock, known.id, this);
        card->setLabel(known.label, known.definition);
        connect(card, &KpiCard::retryRequested, this, &OverviewTab::ask);
        connect(card, &KpiCard::painted, this, &OverviewTab::askBreakdowns);
        m_cards.append(card);
        cards.append(card);
    }
    m_canvas->addCards(cards);
}

QList<Panel *> OverviewTab::panels() const
{
    return m_panels->all();
}

void OverviewTab::finishPictures()
{
    m_panels->finishPictures();
}

void OverviewTab::activate()
{
    m_isActive = true;
    ask();
}

void OverviewTab::deactivate()
{
    m_isActive = false;
}

void OverviewTab::ask()
{
    m_breakdownsAreDue = true;
    m_core.load(Core);
    askBreakdownsAfterPaint();
    if (m_breakdownsAreDue)
        showBreakdowns(); // they wait, and may be of another period
}

/// The numbers come first: the rest is asked for when they are on the screen, or cannot be.
void OverviewTab::askBreakdownsAfterPaint()
{
    if (m_core.isLoading() && !m_core.isAskingAgain())
        return;
    const bool isPainted = std::ranges::any_of(m_cards, &KpiCard::isPainted);
    const bool isInSight
        = std::ranges::any_of(m_cards, [](const KpiCard *card) { return !card->visibleRegion().isEmpty(); });
    if (isPainted || m_core.state() == LoadState::Failed || (isVisible() && !isInSight))
        askBreakdowns();
}

void OverviewTab::askBreakdowns()
{
    if ((m_core.isLoading() && !m_core.isAskingAgain()) || !m_breakdownsAreDue)
        return;
    m_breakdownsAreDue = false;
    m_breakdowns.load(Breakdowns);
}

void OverviewTab::tellAccess(const std::optional<Error> &error)
{
    if (error && error->kind == Error::Kind::Denied)
        Q_EMIT accessLost();
}

PanelStatus OverviewTab::coreStatus() const
{
    const auto &reading = m_core.reading();
    return {.isLoading = !reading && !m_core.error(),
        .isRefreshing = m_core.state() == LoadState::Refreshing,
        .isOfOtherRequest = m_core.isOfOtherRequest(),
        .computedAt = reading ? std::optional(reading->computedAt) : std::nullopt,
        .isOutdated = reading && reading->isStale,
        .error = m_core.error()};
}

PanelStatus OverviewTab::breakdownStatus(bool isEmpty, const QString &part) const
{
    const auto &reading = m_breakdowns.reading();
    const bool waits = m_breakdownsAreDue && m_core.isLoading();
    PanelStatus status {.isLoading = !reading && !m_breakdowns.error(),
        .isRefreshing = reading && (waits || m_breakdowns.state() == LoadState::Refreshing),
        .isOfOtherRequest
        = m_breakdowns.isOfOtherRequest() || (reading && waits && !m_breakdowns.isOfPeriod(Breakdowns)),
        .isEmpty = isEmpty,
        .computedAt = reading ? std::optional(reading->computedAt) : std::nullopt,
        .isOutdated = reading && reading->isStale,
        .error = m_breakdowns.error()};
    if (reading && reading->errors.contains(part)) {
        // This part has no numbers, old or new: the panel says so in their place.
        status.error = Error {.kind = Error::Kind::Unavailable, .detail = reading->errors.value(part)};
        status.computedAt.reset();
    }
    return status;
}

void OverviewTab::onCoreChanged()
{
    tellAccess(m_core.error());
    showCards();
    showActivity();
    if (m_core.error() && m_core.reading())
        m_banner->showError(*m_core.error(), u"analytics/overview"_s);
    else
        m_banner->clear();
    askBreakdownsAfterPaint();
    Q_EMIT freshnessChanged();
}

void OverviewTab::onBreakdownsChanged()
{
    tellAccess(m_breakdowns.error());
    showBreakdowns();
    Q_EMIT freshnessChanged();
}

void OverviewTab::showActivity()
{
    const auto &reading = m_core.reading();
    m_panels->showActivity(reading ? &reading->data.core : nullptr,
        reading && reading->comparison ? &reading->comparison->core : nullptr,
        presentComparison(session().period()), coreStatus());
}

void OverviewTab::showBreakdowns()
{
    const auto &reading = m_breakdowns.reading();
    m_panels->showBreakdowns(reading ? &reading->data.breakdowns : nullptr,
        reading && reading->comparison ? &reading->comparison->breakdowns : nullptr,
        [this](bool isEmpty, const QString &part) { return breakdownStatus(isEmpty, part); });
}

void OverviewTab::showCards()
{
    const auto &reading = m_core.reading();
    const PanelStatus status = coreStatus();
    QList<KpiFigure> figures;
    if (reading)
        figures = overviewFigures(reading->data.core,
            reading->comparison ? &reading->comparison->core : nullptr, m_context.clock.now(), QLocale());
    const QString window = reading ? presentWindow(reading->window, session().zone(), QLocale()) : QString();
    const QString comparison
        = reading && reading->comparison ? presentComparison(session().period()) : QString();
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        KpiCard *card = m_cards.at(i);
        PanelStatus own = status;
        if (reading) {
            card->setFigure(figures.at(i));
            const bool isCapacity = card->id() == "capacity"_L1;
            card->setPeriodText(
                isCapacity ? tr("next 30 days") : window, isCapacity ? QString() : comparison);
            if (reading->errors.contains(card->id())) {
                own.error
                    = Error {.kind = Error::Kind::Unavailable, .detail = reading->errors.value(card->id())};
                own.computedAt.reset();
            }
        }
        card->setStatus(own);
    }
}

std::optional<Instant> OverviewTab::computedAt() const
{
    std::optional<Instant> oldest;
    for (const auto *reading : {&m_core.reading(), &m_breakdowns.reading()}) {
        if (*reading && (!oldest || (*reading)->computedAt < *oldest))
            oldest = (*reading)->computedAt;
    }
    return oldest;
}

void OverviewTab::updateAges()
{
    AnalyticsTab::updateAges();
    for (KpiCard *card : m_cards)
        card->updateAge();
}

bool OverviewTab::stepBack()
{
    if (m_core.isLoading() || m_breakdowns.isLoading()) {
        m_core.cancel();
        m_breakdowns.cancel();
        return true;
    }
    return m_panels->resetZoom();
}

QList<PrintedSection> OverviewTab::printedSections() const
{
    QList<PrintedSection> sections;
    PrintedTable figures {.header = {tr("Figure"), tr("Value"), tr("Before"), tr("Change")},
        .alignments = {Qt::AlignLeft, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight}};
    QStringList meanings;
    for (const KpiCard *card : m_cards) {
        const KpiFigure &figure = card->figure();
        const QString change = figure.change ? presentChange(*figure.change, QLocale()).text : figure.note;
        figures.rows.append(
            {card->label(), (figure.value + u' ' + figure.unit).trimmed(), figure.previousValue, change});
        meanings.append(card->label() + u": "_s + card->definition());
    }
    sections.append({.title = tr("Key figures"), .table = figures, .note = meanings.join(u'\n')});
    return sections + m_panels->printedSections();
}

} // namespace signalbox
