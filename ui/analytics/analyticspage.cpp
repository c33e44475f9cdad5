// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/analyticspage.h"

#include "core/realtime/realtimefeed.h"
#include "ui/analytics/analyticshead.h"
#include "ui/analytics/chartframe.h"
#include "ui/analytics/exportcenter.h"
#include "ui/analytics/tabstrip.h"
#include "ui/base/errorbanner.h"
#include "ui/base/statepanel.h"

#include <QBoxLayout>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AnalyticsPage::AnalyticsPage(const PageContext &context, const AnalyticsServices &services,
    const QList<AnalyticsTabSpec> &tabs, QWidget *parent)
    : Page(context, parent)
    , m_session(context.identity.user, context.workspace.id, services.gateway, services.memory, context.clock)
    , m_specs(tabs)
{
    m_session.setZone(context.workspace.timezone);
    buildFrame(services.exports);
    connectHead();
    bindCommands();
    m_halfMinute.setInterval(30s);
    connect(&m_halfMinute, &QTimer::timeout, this, [this] {
        if (AnalyticsTab *open = tab())
            open->updateAges();
        onTabFreshness();
    });
    if (services.feed) {
        connect(
            services.feed, &RealtimeFeed::countsChanged, this, [this](const QString &, Instant computedAt) {
                if (computedAt > m_session.pinnedAt())
                    m_session.hintNewData();
            });
    }
}

AnalyticsPage::~AnalyticsPage()
{
    // Tabs refer to the session, a member, which goes before the child widgets would.
    delete m_panel;
    delete m_head;
}

void AnalyticsPage::buildFrame(ExportTransfers &exports)
{
    const Theme &theme = context().theme;
    m_strip = new TabStrip(theme, this);
    m_strip->setAccessibleName(tr("Analytics"));
    for (const AnalyticsTabSpec &spec : m_specs)
        m_strip->addTab(spec.title());
    m_head = new AnalyticsHead(context(), m_session, this);
    m_banner = new ErrorBanner(theme, context().clock, this);
    m_stack = new QStackedWidget;
    for (qsizetype i = 0; i < m_specs.size(); ++i)
        m_stack->addWidget(new QWidget); // the place of a tab that was not opened yet
    m_panel = new StatePanel(theme, context().clock, Skeleton::Shape::Page, this);
    m_panel->setContent(m_stack);
    m_exports = new ExportCenter(context(), exports, this);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    strip->addWidget(m_strip);
    strip->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(strip);
    column->addWidget(m_head);
    column->addWidget(m_banner);
    column->addWidget(m_panel, 1);
    column->addWidget(m_exports);
}

void AnalyticsPage::connectHead()
{
    connect(m_strip, &QTabBar::currentChanged, this, [this](int index) {
        showTab(index);
        if (!m_isRestoring)
            Q_EMIT placeChanged();
    });
    connect(m_head, &AnalyticsHead::refreshRequested, this, &AnalyticsPage::refresh);
    connect(m_banner, &ErrorBanner::retryRequested, this, &AnalyticsPage::refresh);
    connect(m_panel, &StatePanel::retryRequested, this, &AnalyticsPage::refresh);
    connect(&m_session, &AnalyticsSession::requestChanged, this, &AnalyticsPage::onPeriodChanged);
    connect(this, &AnalyticsPage::exportRequested, this, [this](ExportFormat format) {
        const AnalyticsTab *open = tab();
        if (!open)
            return;
        ExportRequest request = open->exportRequest();
        request.format = format;
        m_exports->start(request);
    });
    m_head->setPictureMenu([this](QMenu &menu) { fillPictures(menu); });
}

AnalyticsTab *AnalyticsPage::tab() const
{
    return m_tabs.value(tabId());
}

QString AnalyticsPage::tabId() const
{
    return m_specs.isEmpty() ? QString() : m_specs.at(m_strip->currentIndex()).id;
}

void AnalyticsPage::openTab(const QString &id)
{
    const auto found = std::ranges::find(std::as_const(m_specs), id, &AnalyticsTabSpec::id);
    if (found != m_specs.cend())
        m_strip->setCurrentIndex(int(found - m_specs.cbegin()));
}

AnalyticsTab *AnalyticsPage::build(int index)
{
    const AnalyticsTabSpec &spec = m_specs.at(index);
    if (AnalyticsTab *known = m_tabs.value(spec.id))
        return known;
    AnalyticsTab *made = spec.create(context(), m_session, m_stack);
    m_tabs.insert(spec.id, made);
    made->setAccessibleName(spec.title());
    if (made->focusProxy())
        made->focusProxy()->setAccessibleName(spec.title());
    QWidget *place = m_stack->widget(index);
    m_stack->removeWidget(place);
    delete place;
    m_stack->insertWidget(index, made);
    connect(made, &AnalyticsTab::stateChanged, this, [this] {
        if (!m_isRestoring)
            Q_EMIT stateChanged();
    });
    connect(made, &AnalyticsTab::freshnessChanged, this, &AnalyticsPage::onTabFreshness);
    // When the panels have the answer that said so: it tells what may not be seen.
    connect(made, &AnalyticsTab::accessLost, this, &AnalyticsPage::onAccessLost, Qt::QueuedConnection);
    connect(made, &AnalyticsTab::leadRequested, this, [this](const QString &lead) {
        Q_EMIT placeRequested(u"inbox"_s, {lead, {}});
    });
    return made;
}

void AnalyticsPage::showTab(int index)
{
    for (AnalyticsTab *known : std::as_const(m_tabs)) {
        if (m_stack->currentWidget() == known)
            known->deactivate();
    }
    AnalyticsTab *opened = build(index);
    m_stack->setCurrentIndex(index);
    if (isVisible())
        opened->activate();
    onTabFreshness();
}

void AnalyticsPage::stepTab(int step)
{
    const int count = m_strip->count();
    if (count > 0)
        m_strip->setCurrentIndex((m_strip->currentIndex() + step + count) % count);
}

void AnalyticsPage::cycleCompare()
{
    AnalyticsPeriod period = m_session.period();
    period.compare = period.compare == Comparison::Previous ? Comparison::Year
        : period.compare == Comparison::Year                ? Comparison::None
                                                            : Comparison::Previous;
    m_session.setPeriod(period);
}

/// T: the chart that has the focus, else the first one of the tab.
void AnalyticsPage::turnChart()
{
    const AnalyticsTab *open = tab();
    if (!open)
        return;
    ChartFrame *first = nullptr;
    for (const Panel *panel : open->panels()) {
        auto *frame = qobject_cast<ChartFrame *>(panel->content());
        if (!frame)
            continue;
        const QWidget *focused = QApplication::focusWidget();
        if (focused == panel || panel->isAncestorOf(focused))
            return frame->turn();
        if (!first)
            first = frame;
    }
    if (first)
        first->turn();
}

void AnalyticsPage::fillPictures(QMenu &menu)
{
    const AnalyticsTab *open = tab();
    if (!open)
        return;
    for (const QString &suffix : {u"png"_s, u"svg"_s}) {
        QMenu *pictures = menu.addMenu(tr("Chart as %1").arg(suffix.toUpper()));
        for (const Panel *panel : open->panels()) {
            if (!panel->status().computedAt || panel->status().isEmpty)
                continue;
            if (auto *frame = qobject_cast<ChartFrame *>(panel->content()); frame && frame->picture())
                pictures->addAction(panel->title() + u'…', frame, [frame, suffix] { frame->save(suffix); });
        }
        pictures->setEnabled(!pictures->isEmpty());
    }
}

void AnalyticsPage::onTabFreshness()
{
    const AnalyticsTab *open = tab();
    m_head->setComputedAt(open ? open->computedAt() : std::nullopt);
    updateStrip();
    Q_EMIT freshnessChanged();
    if (open && (open->computedAt() || m_banner->isVisible()))
        Q_EMIT firstPictureReady();
}

/// What failed is said once for the whole tab, too; the panels say it in their places.
void AnalyticsPage::updateStrip()
{
    int failed = 0;
    int count = 0;
    if (const AnalyticsTab *open = tab()) {
        for (const Panel *panel : open->panels()) {
            ++count;
            failed += panel->status().error ? 1 : 0;
        }
    }
    // When all of them failed each says so; there is nothing to add.
    if (failed > 0 && failed < count)
        m_banner->showWarning(
            tr("Panels that failed: %1 of %2. The others are up to date.").arg(failed).arg(count),
            IconName::Alert);
    else
        m_banner->clear();
}

void AnalyticsPage::onAccessLost()
{
    if (std::exchange(m_isForbidden, true))
        return;
    const AnalyticsTab *open = tab();
    const QList<Panel *> panels = open ? open->panels() : QList<Panel *>();
    m_panel->showError(Error {.kind = Error::Kind::Denied}, u"analytics"_s);
    Q_EMIT firstPictureReady();
    // Who may not see numbers may still work in the workspace.
    const bool isRole = std::ranges::any_of(panels, [](const Panel *panel) {
        return panel->status().error && panel->status().error->code == "ANALYTICS_ROLE_REQUIRED"_L1;
    });
    if (!isRole)
        Q_EMIT accessLost();
}

void AnalyticsPage::onPeriodChanged()
{
    if (!m_isRestoring)
        Q_EMIT placeChanged();
}

void AnalyticsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_halfMinute.start();
    if (!m_isForbidden && !m_specs.isEmpty())
        showTab(m_strip->currentIndex());
}

void AnalyticsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_halfMinute.stop();
    if (AnalyticsTab *open = tab())
        open->deactivate();
}

} // namespace signalbox
