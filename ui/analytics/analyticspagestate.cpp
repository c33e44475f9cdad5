// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// AnalyticsPage: its place in links, its commands, its exports.
#include "ui/analytics/analyticshead.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/analyticsprint.h"
#include "ui/analytics/paneltable.h"
#include "ui/analytics/tabstrip.h"
#include "ui/base/dialogs.h"
#include "ui/base/statepanel.h"

#include <QApplication>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTabKeys = 6;

} // namespace

PageState AnalyticsPage::state() const
{
    PageState state;
    state.params = encodePeriod(m_session.period());
    if (m_specs.isEmpty())
        return state;
    if (tabId() != m_specs.first().id)
        state.params.insert(u"tab"_s, tabId());
    if (const AnalyticsTab *open = tab()) {
        const QMap<QString, QString> own = open->state();
        for (auto it = own.cbegin(); it != own.cend(); ++it)
            state.params.insert(tabId() + u'.' + it.key(), it.value());
    }
    return state;
}

void AnalyticsPage::restoreState(const PageState &state)
{
    m_isRestoring = true;
    m_session.setPeriod(decodePeriod(state.params));
    const QString wanted = state.params.value(u"tab"_s);
    const auto found = std::ranges::find(std::as_const(m_specs), wanted, &AnalyticsTabSpec::id);
    const int index = found == m_specs.cend() ? 0 : int(found - m_specs.cbegin());
    if (!m_specs.isEmpty()) {
        // The tab learns its own state before it is shown and asks for anything.
        AnalyticsTab *opened = build(index);
        const QString prefix = m_specs.at(index).id + u'.';
        QMap<QString, QString> own;
        for (auto it = state.params.cbegin(); it != state.params.cend(); ++it) {
            if (it.key().startsWith(prefix))
                own.insert(it.key().mid(prefix.size()), it.value());
        }
        opened->restoreState(own);
        m_strip->setCurrentIndex(index);
    }
    m_isRestoring = false;
}

void AnalyticsPage::focusSearch()
{
    AnalyticsTab *open = tab();
    if (!open || !open->focusSearch())
        m_head->firstControl()->setFocus(Qt::ShortcutFocusReason);
}

void AnalyticsPage::refresh()
{
    if (m_isForbidden) {
        m_isForbidden = false;
        m_panel->showContent();
    }
    m_session.refresh();
    if (AnalyticsTab *open = tab())
        open->activate();
}

bool AnalyticsPage::stepBack()
{
    AnalyticsTab *open = tab();
    if (open && open->stepBack())
        return true;
    // Selected rows are what is copied; without them it is the whole table.
    auto *table = qobject_cast<PanelTable *>(QApplication::focusWidget());
    if (!table || !table->selectionModel()->hasSelection())
        return false;
    table->clearSelection();
    return true;
}

QList<QWidget *> AnalyticsPage::panes() const
{
    QList<QWidget *> panes;
    if (AnalyticsTab *open = tab()) {
        panes.append(open);
        for (Panel *panel : open->panels())
            panes.append(panel);
    }
    panes.append(m_strip);
    panes.append(m_head->firstControl());
    return panes;
}

Freshness AnalyticsPage::freshness() const
{
    const AnalyticsTab *open = tab();
    if (!open || !open->computedAt())
        return {};
    const auto old = context().clock.now() - *open->computedAt();
    int ready = 0;
    for (const Panel *panel : open->panels())
        ready += panel->status().computedAt && !panel->status().error ? 1 : 0;
    return {tr("Analytics"), open->computedAt(),
        old > StaleAfter        ? Freshness::Tone::Stale
            : old > AgeingAfter ? Freshness::Tone::Ageing
                                : Freshness::Tone::Fresh,
        tr("%1 of %2 panels").arg(ready).arg(open->panels().size()), m_session.zone()};
}

void AnalyticsPage::bindCommands()
{
    CommandRegistry &commands = context().commands;
    const auto bind = [&](const QString &verb, std::function<void()> run) {
        commands.bind(u"analytics."_s + verb, this, std::move(run));
    };
    bind(u"refresh"_s, [this] { refresh(); });
    bind(u"earlier"_s, [this] { m_session.step(-1); });
    bind(u"later"_s, [this] { m_session.step(1); });
    bind(u"compare"_s, [this] { cycleCompare(); });
    bind(u"dates"_s, [this] { m_head->openCustomDates(); });
    bind(u"table"_s, [this] { turnChart(); });
    bind(u"nextTab"_s, [this] { stepTab(1); });
    bind(u"previousTab"_s, [this] { stepTab(-1); });
    bind(u"exportCsv"_s, [this] { Q_EMIT exportRequested(ExportFormat::Csv); });
    bind(u"exportXlsx"_s, [this] { Q_EMIT exportRequested(ExportFormat::Xlsx); });
    bind(u"exportPdf"_s, [this] { exportPdf(); });
    for (int i = 0; i < std::min(MostTabKeys, int(m_specs.size())); ++i)
        bind(u"tab%1"_s.arg(i + 1), [this, i] { m_strip->setCurrentIndex(i); });
}

void AnalyticsPage::exportPdf()
{
    AnalyticsTab *open = tab();
    if (!open)
        return;
    if (const QString gap = open->printGap(); !gap.isEmpty()
        && !context().dialogs.confirm(
            this, {tr("The PDF will not hold every row"), gap, tr("Save as PDF"), false}))
        return;
    const QString day = toIso(context().clock.now()).left(10);
    const QString path = context().dialogs.askSaveFile(
        this, tr("Save as PDF"), u"analytics-%1-%2.pdf"_s.arg(open->id(), day));
    if (path.isEmpty())
        return;
    open->finishPictures();
    PrintedHead head;
    head.workspace = workspace().name;
    head.tab = m_strip->tabText(m_strip->currentIndex());
    head.window = m_session.request().window;
    head.comparison = presentComparison(m_session.period());
    head.zone = m_session.zone();
    head.computedAt = open->computedAt();
    if (!printAnalytics(path, head, open->printedSections(), context().theme))
        context().dialogs.confirm(this,
            {tr("The PDF could not be written"), tr("%1 cannot be written. Choose another place.").arg(path),
                tr("Close"), false});
}

PageSpec analyticsPageSpec(const AnalyticsServices &services, const QList<AnalyticsTabSpec> &tabs)
{
    const auto command
        = [](const char *verb, const char *text, const QList<QKeySequence> &keys, IconName icon) {
              return CommandSpec {u"analytics."_s + QLatin1StringView(verb), u"analytics"_s,
                  [text] { return QCoreApplication::translate("Analytics", text); }, keys, icon};
          };
    QList<CommandSpec> commands {
        command("refresh", QT_TRANSLATE_NOOP("Analytics", "Read the numbers again"), {Qt::Key_R},
            IconName::Refresh),
        command("earlier", QT_TRANSLATE_NOOP("Analytics", "One period earlier"), {Qt::Key_BracketLeft},
            IconName::Back),
        command("later", QT_TRANSLATE_NOOP("Analytics", "One period later"), {Qt::Key_BracketRight},
            IconName::Forward),
        command("compare", QT_TRANSLATE_NOOP("Analytics", "Compare with another period"), {Qt::Key_C},
            IconName::Sort),
        command("dates", QT_TRANSLATE_NOOP("Analytics", "Choose dates"), {}, IconName::Calendar),
        command("table", QT_TRANSLATE_NOOP("Analytics", "Chart or table"), {Qt::Key_T}, IconName::Sort),
        command("nextTab", QT_TRANSLATE_NOOP("Analytics", "Next tab"), {Qt::CTRL | Qt::Key_PageDown},
            IconName::Forward),
        command("previousTab", QT_TRANSLATE_NOOP("Analytics", "Previous tab"), {Qt::CTRL | Qt::Key_PageUp},
            IconName::Back),
        command("exportCsv", QT_TRANSLATE_NOOP("Analytics", "Export everything in this tab as CSV"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, IconName::External),
        command("exportXlsx", QT_TRANSLATE_NOOP("Analytics", "Export everything in this tab as XLSX"), {},
            IconName::External),
        command("exportPdf", QT_TRANSLATE_NOOP("Analytics", "Save this tab as PDF"), {Qt::CTRL | Qt::Key_P},
            IconName::External),
    };
    for (int i = 0; i < std::min(MostTabKeys, int(tabs.size())); ++i)
        commands.append({u"analytics.tab%1"_s.arg(i + 1), u"analytics"_s,
            [title = tabs.at(i).title] {
                return QCoreApplication::translate("Analytics", "Tab %1").arg(title());
            },
            {QKeySequence(Qt::ALT | Qt::Key(int(Qt::Key_1) + i))}, IconName::Analytics});
    return {u"analytics"_s, [] { return QCoreApplication::translate("Analytics", "Analytics"); },
        IconName::Analytics, {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s}, commands,
        [services, tabs](
            const PageContext &context) -> Page * { return new AnalyticsPage(context, services, tabs); },
        2};
}

} // namespace signalbox
