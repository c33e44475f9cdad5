// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmtab.h"

#include "models/analytics/crmcell.h"
#include "ui/analytics/analyticsprint.h"
#include "ui/analytics/cardrow.h"
#include "ui/analytics/crmcolumnchooser.h"
#include "ui/analytics/crmconflictsheet.h"
#include "ui/analytics/crmfilterbar.h"
#include "ui/analytics/crmsummaryview.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/figures.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/paneltable.h"
#include "ui/base/progressline.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/noticestrip.h"
#include "ui/shell/preferences.h"

#include <QBoxLayout>
#include <QLabel>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Route = "/api/analytics/crm/rows"_L1;
constexpr std::chrono::seconds FreshFor {90};

} // namespace

CrmTab::CrmTab(
    const PageContext &context, AnalyticsSession &session, Preferences *preferences, QWidget *parent)
    : AnalyticsTab(u"crm"_s, session, parent)
    , m_context(context)
    , m_preferences(preferences)
    , m_sets(preferences ? std::make_unique<CrmColumnSets>(*preferences) : nullptr)
    , m_model(session.gateway(), {session.workspace(), context.identity.user, context.workspace.role})
    , m_summaryModel(session.gateway())
{
    build();
    connectTable();
    connect(&session, &AnalyticsSession::requestChanged, this, &CrmTab::askIfShown);
    connect(&session, &AnalyticsSession::refreshed, this, [this] {
        if (!m_isActive)
            return;
        m_model.refresh();
        m_summaryModel.refresh();
        ask();
    });
    connect(
        &session, &AnalyticsSession::zoneChanged, this, [this] { m_model.setZone(this->session().zone()); });
    m_model.setZone(session.zone());
    m_model.setStalePause(session.stalePause());
    m_summaryModel.setStalePause(session.stalePause());
    m_model.setMayReplace([this] { return mayReplaceRows(); });
}

CrmTab::~CrmTab()
{
    // The table's painters ask the model, which is a member and would go before the child widgets.
    delete m_panel;
    delete m_summary;
    delete m_chooser;
    delete m_conflict;
}

void CrmTab::build()
{
    const Theme &theme = m_context.theme;
    m_filters = new CrmFilterBar(theme, this);
    m_summary = new CrmSummaryView(m_context, m_summaryModel, this);
    m_line = new ProgressLine(theme, this);
    m_table = new CrmTable(m_model, theme);
    m_panel = new StatePanel(theme, m_context.clock, Skeleton::Shape::Table, this);
    m_panel->setContent(m_table);
    m_panel->setMinimumHeight(5 * theme.tableRowHeight());
    m_notice = new NoticeStrip(theme, this);
    m_notice->setObjectName(u"crmNotice"_s);
    m_more = new NoticeStrip(theme, this);
    m_more->setObjectName(u"crmMore"_s);
    m_foot = new QLabel(this);
    m_foot->setObjectName(u"crmFoot"_s);
    m_foot->setFont(theme.font(TextStyle::Caption));
    m_foot->setForegroundRole(QPalette::PlaceholderText);
    m_foot->setContentsMargins(theme.px(Spacing::L), theme.px(6), theme.px(Spacing::L), theme.px(6));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_summary);
    column->addWidget(m_line);
    column->addWidget(m_panel, 1);
    column->addWidget(m_more);
    column->addWidget(m_notice);
    column->addWidget(m_foot);
    if (m_sets)
        m_table->setColumnLayout(m_sets->current());
    const bool isShown
        = !m_preferences || m_preferences->flag(QString::fromLatin1(PreferenceKey::CrmSummary));
    m_summary->setVisible(isShown);
    m_filters->setSummaryShown(isShown);
}

CrmQuery CrmTab::query() const
{
    const AnalyticsWindow window = session().request().window;
    return m_filters->withFilters({.workspace = session().workspace(),
        .from = window.from,
        .to = window.to,
        .sort = m_sort,
        .isDescending = m_isDescending});
}

bool CrmTab::isStale() const
{
    const auto at = m_model.computedAt();
    return at && m_context.clock.now() - *at > FreshFor;
}

bool CrmTab::mayReplaceRows() const
{
    return !m_table->isEditing() && m_table->indexAt({1, 1}).row() <= 0;
}

void CrmTab::activate()
{
    m_isActive = true;
    const bool isOther = query() != m_model.query();
    ask();
    // Who scrolled down is not thrown back to the top for fresher rows; the age is told, and Refresh is
    // there.
    if (!isOther && isStale() && mayReplaceRows()) {
        m_model.refresh();
        m_summaryModel.refresh();
    }
    if (!m_panel->isAncestorOf(focusWidget()) && m_model.rowCount() > 0)
        m_table->setFocus();
}

void CrmTab::deactivate()
{
    m_isActive = false;
}

void CrmTab::askIfShown()
{
    if (m_isActive)
        ask();
}

void CrmTab::ask()
{
    m_model.setQuery(query());
    m_summaryModel.setQuery(query());
    m_table->showSort(m_model.query());
    if (m_model.assignees().isEmpty() && !m_assignees.isPending()) {
        m_assignees = session().gateway().fetchCrmAssignees(session().workspace());
        // Without them everything works but the choice of a setter, which then offers nobody else.
        deliver(m_assignees, this, [this](const Result<QList<CrmAssignee>> &answer) {
            if (answer)
                m_model.setAssignees(*answer);
        });
    }
}

void CrmTab::onRowsState()
{
    m_said.clear();
    m_line->setActive(m_model.state() == LoadState::Refreshing);
    m_filters->setOwnOnly(m_model.isOwnOnly());
    showRows();
    showFoot();
    const auto &error = m_model.error();
    if (error && error->kind == Error::Kind::Denied)
        Q_EMIT accessLost();
    Q_EMIT freshnessChanged();
}

void CrmTab::showRows()
{
    const auto &error = m_model.error();
    if (!m_model.hasAnswer()) {
        if (error)
            return m_panel->showError(*error, Route);
        return m_panel->showLoading();
    }
    if (error)
        m_more->present(tr("The rows could not be read again; these are the ones from before."),
            IconName::Alert, ColorRole::Danger, {{u"crmRetry"_s, tr("Retry"), [this] { m_model.retry(); }}});
    else if (m_model.moreError())
        m_more->present(tr("More rows could not be read."), IconName::Alert, ColorRole::Danger,
            {{u"crmRetry"_s, tr("Retry"), [this] { m_model.retry(); }}});
    else
        m_more->clear();
    if (m_model.rowCount() > 0 || m_model.isOfOtherQuery())
        return m_panel->showContent();
    if (m_filters->activeCount() > 0)
        return m_panel->showEmpty({EmptyState::Kind::Filtered, tr("No lead passes the filters"),
            tr("%Ln filter(s) are set. Without them there may be leads in this period.", nullptr,
                m_filters->activeCount()),
            tr("Clear filters")});
    m_panel->showEmpty({EmptyState::Kind::FirstRun, tr("No data in this period"),
        tr("A row appears when a lead first shows interest. Choose a longer period."), {}});
}

void CrmTab::showFoot()
{
    const QLocale locale;
    QStringList parts;
    if (m_model.rowCount() > 0) {
        const int here = m_model.rowCount();
        const auto &summary = m_summaryModel.summary();
        const qint64 total = summary && !m_summaryModel.isOfOtherQuery() ? summary->totals.cohortLeads : 0;
        if (m_model.hasEverything())
            parts.append(tr("End of list: %1 rows").arg(presentNumber(here, locale)));
        else if (total > here)
            parts.append(tr("%1 of %2 rows").arg(presentNumber(here, locale), presentNumber(total, locale)));
        else
            parts.append(tr("%1 rows, more below").arg(presentNumber(here, locale)));
        if (m_model.isLoadingMore())
            parts.append(tr("Loading more…"));
    }
    if (const int saving = m_model.edits().savingCount(); saving > 0)
        parts.append(tr("Saving %Ln cell(s)…", nullptr, saving));
    if (!m_said.isEmpty())
        parts.append(m_said);
    if (m_model.rowCount() > 0)
        parts.append(tr("F2 edits · Ctrl+Z undoes · Ctrl+C copies · Enter opens"));
    m_foot->setText(parts.join(u"   ·   "_s));
}

QList<PrintedSection> CrmTab::printedSections() const
{
    QStringList meanings;
    for (const KpiCard *card : m_summary->cards())
        meanings.append(card->label() + u": "_s + card->definition());
    QList<PrintedSection> sections {{.picture = m_summary->cardRow(), .note = meanings.join(u'\n')}};
    for (int i = 0; i < m_summary->panels().size(); ++i)
        sections.append({.title = m_summary->panels().at(i)->title(),
            .definition = m_summary->panels().at(i)->definition(),
            .table = m_summary->tables().at(i)->printed()});
    PrintedSection rows {.title = tr("CRM rows")};
    if (m_model.hasAnswer())
        rows.table = m_table->printed(int(MostPrintedRows));
    else
        rows.note = tr("The rows could not be loaded.");
    rows.definition = printGap();
    sections.append(rows);
    return sections;
}

QString CrmTab::printGap() const
{
    const QLocale locale;
    const auto [first, end] = m_table->printedRange(int(MostPrintedRows));
    if (!m_model.hasAnswer() || (first == 0 && end == m_model.rowCount() && m_model.hasEverything()))
        return {};
    const auto &summary = m_summaryModel.summary();
    const bool isCounted = summary && !m_summaryModel.isOfOtherQuery();
    const QString rest = tr("Export has all of them, as CSV or XLSX.");
    if (first == end)
        return rest;
    if (!isCounted)
        return tr("Rows %1–%2; there are more.")
                   .arg(presentNumber(first + 1, locale), presentNumber(end, locale))
            + u' ' + rest;
    return tr("Rows %1–%2 of %3.")
               .arg(presentNumber(first + 1, locale), presentNumber(end, locale),
                   presentNumber(summary->totals.cohortLeads, locale))
        + u' ' + rest;
}

QList<Panel *> CrmTab::panels() const
{
    return m_summary->panels();
}

ExportRequest CrmTab::exportRequest() const
{
    ExportRequest request = AnalyticsTab::exportRequest();
    request.crm = query();
    return request;
}

std::optional<Instant> CrmTab::computedAt() const
{
    return m_model.computedAt();
}

void CrmTab::updateAges()
{
    for (Panel *panel : m_summary->panels())
        panel->updateAge();
    for (KpiCard *card : m_summary->cards())
        card->updateAge();
}

bool CrmTab::stepBack()
{
    if (m_notice->isVisible()) {
        m_notice->clear();
        return true;
    }
    if (m_table->selectionModel()->selectedIndexes().size() > 1) {
        m_table->selectionModel()->select(m_table->currentIndex(), QItemSelectionModel::ClearAndSelect);
        return true;
    }
    return false;
}

QMap<QString, QString> CrmTab::state() const
{
    QMap<QString, QString> state;
    const CrmQuery now = query();
    const auto put = [&](const QString &key, const QString &value, const QString &usual) {
        if (value != usual)
            state.insert(key, value);
    };
    put(u"campaign"_s, now.campaign, {});
    put(u"leadCategory"_s, now.leadCategory, {});
    put(u"leadStatus"_s, now.leadStatus, {});
    put(u"responseMode"_s, now.responseMode, {});
    put(u"sort"_s, m_sort + (m_isDescending ? u":desc"_s : u":asc"_s), u"date:desc"_s);
    return state;
}

void CrmTab::restoreState(const QMap<QString, QString> &params)
{
    m_isRestoring = true;
    m_filters->setFilters({.campaign = params.value(u"campaign"_s).left(200),
        .leadCategory = params.value(u"leadCategory"_s).left(200),
        .leadStatus = params.value(u"leadStatus"_s),
        .responseMode = params.value(u"responseMode"_s)});
    const QString sort = params.value(u"sort"_s, u"date:desc"_s);
    const int column = crmColumnIndex(QLatin1StringView(sort.section(u':', 0, 0).toLatin1()));
    const bool isKnown = column >= 0 && crmColumns().at(column).isSortable;
    m_sort = isKnown ? sort.section(u':', 0, 0) : u"date"_s;
    m_isDescending = !isKnown || !sort.endsWith(":asc"_L1);
    m_isRestoring = false;
    askIfShown();
}

bool CrmTab::focusSearch()
{
    m_filters->focusFirst();
    return true;
}

} // namespace signalbox
