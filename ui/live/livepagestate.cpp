// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// LivePage: its place in links, its commands, its exports.
#include "models/live/liveexport.h"
#include "ui/base/dialogs.h"
#include "ui/live/livebar.h"
#include "ui/live/livedetail.h"
#include "ui/live/livepage.h"
#include "ui/live/livesidebar.h"
#include "ui/live/liveview.h"
#include "ui/live/replaystrip.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSaveFile>
#include <QSplitter>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

PageState LivePage::state() const
{
    PageState state;
    if (!m_bar->filterText().isEmpty())
        state.params.insert(u"filter"_s, m_bar->filterText());
    const auto kinds = m_memory.events().kinds();
    if (!kinds.all()) {
        QStringList names;
        for (int kind = 0; kind < LiveKindCount; ++kind) {
            if (kinds.test(size_t(kind)))
                names.append(wireName(LiveKind(kind)));
        }
        state.params.insert(u"kinds"_s, names.join(u','));
    }
    return state;
}

void LivePage::restoreState(const PageState &state)
{
    std::bitset<LiveKindCount> kinds;
    const QStringList names = state.params.value(u"kinds"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (const auto kind = parseLiveKind(name))
            kinds.set(size_t(*kind));
    }
    if (!state.params.contains(u"kinds"_s))
        kinds.set();
    m_sidebar->setKinds(kinds);
    m_memory.events().setKinds(kinds);
    m_bar->setFilterText(state.params.value(u"filter"_s).left(500));
}

QByteArray LivePage::saveLayout() const
{
    return m_splitter->saveState();
}

void LivePage::restoreLayout(const QByteArray &layout)
{
    m_splitter->restoreState(layout);
    m_splitter->setHandleWidth(1);
}

void LivePage::focusSearch()
{
    m_bar->focusFilter();
}

void LivePage::refresh()
{
    if (m_link.status().state != LinkStatus::State::Live)
        m_link.retryNow();
    m_sidebar->refresh();
    updateState();
}

bool LivePage::stepBack()
{
    if (m_detail->isVisible()) {
        m_view->setCurrentRow(-1);
        m_detail->clear();
        m_view->setFocus();
        return true;
    }
    if (m_bar->field()->hasFocus() && !m_bar->field()->text().isEmpty()) {
        m_bar->setFilterText({});
        return true;
    }
    if (m_memory.events().isPaused()) {
        setPaused(false);
        return true;
    }
    return false;
}

QList<QWidget *> LivePage::panes() const
{
    QList<QWidget *> panes {
        m_view, m_bar->field(), m_sidebar->findChild<QWidget *>(u"liveKind-lead.inserted"_s)};
    if (m_detail->isVisible())
        panes.append(m_detail->findChild<QWidget *>(u"liveJson"_s));
    panes.append(m_strip);
    return panes;
}

Freshness LivePage::freshness() const
{
    const EventFeedModel &events = m_memory.events();
    if (events.isPaused())
        return {tr("The view is paused; the recording goes on"), {}, Freshness::Tone::Ageing, {}};
    return {tr("Recorded in memory only"), {}, Freshness::Tone::Fresh, {}};
}

void LivePage::bindCommands()
{
    CommandRegistry &commands = context().commands;
    const auto bind
        = [&](const QString &id, std::function<void()> run) { commands.bind(id, this, std::move(run)); };
    bind(u"live.pause"_s, [this] { setPaused(!m_memory.events().isPaused()); });
    bind(u"live.follow"_s, [this] { m_view->setFollowing(!m_view->isFollowing()); });
    bind(u"live.now"_s, [this] {
        setPaused(false);
        m_view->setFollowing(true);
    });
    bind(u"live.filterByValue"_s, [this] { filterByValue(); });
    bind(u"live.clearFilter"_s, [this] { clearFilter(); });
    bind(u"live.openLead"_s, [this] { openLead(m_view->currentRow()); });
    bind(u"live.copyJson"_s, [this] {
        if (m_detail->isVisible())
            QGuiApplication::clipboard()->setText(m_detail->json());
    });
    bind(u"live.exportCsv"_s, [this] { exportMatches(true); });
    bind(u"live.exportJson"_s, [this] { exportMatches(false); });
}

void LivePage::openLead(int row)
{
    const LiveRecord *record = m_memory.events().record(row);
    if (record && record->lead && record->kind != LiveKind::LeadLeft)
        Q_EMIT placeRequested(u"inbox"_s, {record->lead->lead.toString(), {}});
}

QString LivePage::wordOf(int row, int column) const
{
    const LiveRow &shown = m_memory.events().row(row);
    const LiveRing &ring = m_memory.events().ring();
    const LiveRecord &record = ring.at(std::clamp(shown.first, ring.first(), ring.end() - 1));
    const LeadEvent *lead = shown.isGroup ? nullptr : record.lead.get();
    switch (column) {
    case EventFeedModel::Who:
        if (lead)
            return LiveFilter::word("lead"_L1, lead->lead.toString().left(8));
        break;
    case EventFeedModel::Change:
        if (lead && !lead->sentimentTag.isEmpty())
            return LiveFilter::word("sentiment"_L1, lead->sentimentTag);
        if (lead && !lead->status.isEmpty())
            return LiveFilter::word("status"_L1, lead->status);
        break;
    case EventFeedModel::Setter:
        if (lead) {
            const QString name = lead->assignedTo ? m_memory.names().knownUser(*lead->assignedTo) : QString();
            if (!name.isEmpty() || !lead->assignedTo)
                return LiveFilter::word("setter"_L1, name.isEmpty() ? QString(LiveFilter::noneWord()) : name);
        }
        break;
    case EventFeedModel::Latency:
        if (!shown.isGroup && record.latency)
            return LiveFilter::word("latency"_L1, u">="_s + QString::number(record.latency->count()));
        break;
    default:
        break;
    }
    return LiveFilter::word("kind"_L1, wireName(record.kind));
}

void LivePage::filterByValue()
{
    const int row = m_view->currentRow();
    if (row < 0)
        return;
    const QString word = wordOf(row, m_view->currentColumn());
    const QString before = m_bar->filterText();
    if (!before.contains(word))
        m_bar->setFilterText(before.isEmpty() ? word : before + u' ' + word);
}

void LivePage::exportMatches(bool isCsv)
{
    const qint64 now = floor<milliseconds>(context().clock.now().time_since_epoch()).count();
    const QString stamp = QDateTime::fromMSecsSinceEpoch(now).toString(u"yyyy-MM-dd-HHmmss"_s);
    const QString path = context().dialogs.askSaveFile(
        this, tr("Export events"), u"events-%1.%2"_s.arg(stamp, isCsv ? u"csv"_s : u"json"_s));
    if (path.isEmpty())
        return;
    const QByteArray text = isCsv ? exportCsv(m_memory.events(), m_memory.names())
                                  : exportJson(m_memory.events(), m_memory.names());
    QSaveFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (!isWritten)
        context().dialogs.confirm(
            this, {tr("The events could not be written"), file.errorString(), tr("Close"), false});
}

PageSpec livePageSpec(const LiveServices &services)
{
    const auto command
        = [](const char *id, const char *text, const QList<QKeySequence> &keys, IconName icon) {
              return CommandSpec {QString::fromLatin1(id), u"live"_s,
                  [text] { return QCoreApplication::translate("Live", text); }, keys, icon};
          };
    const QList<CommandSpec> commands {
        command("live.pause", QT_TRANSLATE_NOOP("Live", "Pause or resume"), {Qt::Key_Space}, IconName::Clock),
        command("live.follow", QT_TRANSLATE_NOOP("Live", "Follow the newest events"), {Qt::Key_L},
            IconName::ChevronDown),
        command("live.now", QT_TRANSLATE_NOOP("Live", "Back to the newest events"), {Qt::Key_N},
            IconName::Forward),
        command("live.filterByValue", QT_TRANSLATE_NOOP("Live", "Filter by this value"), {Qt::Key_F},
            IconName::Filter),
        command("live.clearFilter", QT_TRANSLATE_NOOP("Live", "Clear the filter"), {}, IconName::Close),
        command("live.openLead", QT_TRANSLATE_NOOP("Live", "Open the event's lead"), {Qt::Key_O},
            IconName::Inbox),
        command("live.copyJson", QT_TRANSLATE_NOOP("Live", "Copy the event as JSON"), {Qt::Key_Y},
            IconName::Copy),
        command("live.exportCsv", QT_TRANSLATE_NOOP("Live", "Export what matches as CSV"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, IconName::External),
        command("live.exportJson", QT_TRANSLATE_NOOP("Live", "Export what matches as JSON"), {},
            IconName::External),
    };
    return {u"live"_s, [] { return QCoreApplication::translate("Live", "Live"); }, IconName::Live, {},
        commands,
        [services](const PageContext &context) -> Page * { return new LivePage(context, services); }, 3};
}

} // namespace signalbox
