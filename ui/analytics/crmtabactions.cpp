// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CrmTab: what a person does with the table, and what is said of it.
#include "models/analytics/crmcell.h"
#include "ui/analytics/crmcolumnchooser.h"
#include "ui/analytics/crmconflictsheet.h"
#include "ui/analytics/crmfilterbar.h"
#include "ui/analytics/crmsummaryview.h"
#include "ui/analytics/crmtab.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/frozenheader.h"
#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/noticestrip.h"
#include "ui/shell/preferences.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

void CrmTab::connectTable()
{
    connect(&m_model, &CrmModel::stateChanged, this, &CrmTab::onRowsState);
    connect(&m_model, &CrmModel::editFailed, this, &CrmTab::showFailure);
    connect(&m_model, &CrmModel::editsChanged, this, [this] {
        showFoot();
        showConflict();
    });
    connect(&m_summaryModel, &CrmSummaryModel::stateChanged, this, &CrmTab::showFoot);
    connect(m_summary, &CrmSummaryView::retryRequested, &m_summaryModel, &CrmSummaryModel::refresh);
    connect(m_panel, &StatePanel::retryRequested, &m_model, &CrmModel::retry);
    connect(m_panel, &StatePanel::actionTriggered, m_filters, &CrmFilterBar::clear);
    connect(m_filters, &CrmFilterBar::filtersChanged, this, [this] {
        if (m_isRestoring)
            return;
        askIfShown();
        Q_EMIT stateChanged();
    });
    connect(m_filters, &CrmFilterBar::columnsRequested, this, &CrmTab::openColumns);
    connect(m_filters, &CrmFilterBar::summaryToggled, this, &CrmTab::setSummaryShown);
    connect(m_filters, &CrmFilterBar::tableWanted, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->setCurrentIndex(m_model.index(0, m_table->head().logicalIndexAt(0)));
    });
    connect(m_table, &CrmTable::sortRequested, this, [this](const QString &key, bool isDescending) {
        m_sort = key;
        m_isDescending = isDescending;
        ask();
        Q_EMIT stateChanged();
    });
    connect(m_table, &CrmTable::layoutChanged, this, [this] { takeLayout(m_table->columnLayout()); });
    connect(m_table, &CrmTable::opened, this, [this](int row) {
        if (const CrmRow *stored = m_model.at(row))
            Q_EMIT leadRequested(stored->lead.toString());
    });
    connect(m_table, &CrmTable::undoRequested, this,
        [this] { say(m_model.undo() ? tr("Taken back") : tr("Nothing to undo")); });
    connect(m_table, &CrmTable::redoRequested, this,
        [this] { say(m_model.redo() ? tr("Done again") : tr("Nothing to redo")); });
    connect(m_table, &CrmTable::refused, this, &CrmTab::say);
    connect(m_table, &CrmTable::menuRequested, this, &CrmTab::openMenu);
    connect(m_table, &CrmTable::copied, this, [this](const CrmTable::Copied &what) {
        QString text = tr("%Ln row(s) copied", nullptr, what.rows);
        if (what.missing > 0)
            text += u' '
                + tr("(%Ln further away are not in memory; use Export for all)", nullptr, what.missing);
        say(text);
    });
}

/// A word in the foot of the table, said to assistive technology too.
void CrmTab::say(const QString &text)
{
    m_said = text;
    showFoot();
    m_table->setAccessibleDescription(text);
    QAccessibleEvent event(m_table, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QWidget *CrmTab::overlayParent() const
{
    return window();
}

void CrmTab::showConflict()
{
    const auto conflict = m_model.edits().conflict();
    if (!conflict || (m_conflict && m_conflict->isOpen()))
        return;
    if (!m_conflict) {
        m_conflict = new CrmConflictSheet(m_context.theme, overlayParent());
        connect(m_conflict, &CrmConflictSheet::mineChosen, this, [this] { m_model.keepMine(); });
        connect(m_conflict, &CrmConflictSheet::theirsChosen, this, [this] { m_model.takeTheirs(); });
    }
    const auto addressOf = [this](const CrmConflict &one, const QString &value) {
        if (one.field != "assignedToUserId"_L1)
            return value;
        for (const CrmAssignee &assignee : m_model.assignees()) {
            if (assignee.user.toString() == value)
                return assignee.email;
        }
        return value;
    };
    int column = 0;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        if (conflict->field == QLatin1StringView(crmColumns().at(i).editField))
            column = i;
    }
    const CrmRow *row = m_model.at(m_model.rowOf(conflict->row));
    m_conflict->openWith({row ? crmLeadName(*row) : tr("a lead"), crmTitle(column),
        addressOf(*conflict, conflict->mine), addressOf(*conflict, conflict->theirs)});
}

void CrmTab::showFailure(const CrmFailure &failure)
{
    const CrmRow *row = m_model.at(m_model.rowOf(failure.row));
    const QString lead = row ? crmLeadName(*row) : tr("a lead");
    const QString text = tr("“%1” was not saved for %2: %3")
                             .arg(failure.value.simplified().left(60), lead, explain(failure.error).what);
    QList<NoticeStrip::Action> actions;
    const bool canRetry = explain(failure.error).canRetry;
    if (canRetry)
        actions.append({u"crmEditRetry"_s, tr("Try again"), [this, failure] {
                            m_notice->clear();
                            const int at = m_model.rowOf(failure.row);
                            for (int i = 0; at >= 0 && i < m_model.columnCount(); ++i) {
                                if (failure.field == QLatin1StringView(crmColumns().at(i).editField))
                                    m_model.edit(at, i, failure.value, failure.updateAutomation);
                            }
                        }});
    actions.append({u"crmEditCopy"_s, tr("Copy what I typed"),
        [failure] { QGuiApplication::clipboard()->setText(failure.value); }});
    actions.append({u"crmEditDismiss"_s, tr("Dismiss"), [this] { m_notice->clear(); }});
    m_notice->present(text, IconName::Alert, ColorRole::Danger, actions);
}

void CrmTab::openColumns()
{
    if (!m_chooser) {
        m_chooser = new CrmColumnChooser(m_context.theme, m_sets.get(), overlayParent());
        connect(m_chooser, &CrmColumnChooser::layoutChosen, this, [this](const CrmColumnLayout &layout) {
            m_table->setColumnLayout(layout);
            takeLayout(layout);
        });
    }
    m_chooser->openWith(m_table->columnLayout(), m_filters->columnsButton());
}

void CrmTab::takeLayout(const CrmColumnLayout &layout)
{
    if (m_sets)
        m_sets->setCurrent(layout);
}

void CrmTab::setSummaryShown(bool isShown)
{
    m_summary->setVisible(isShown);
    if (m_preferences)
        m_preferences->set(QString::fromLatin1(PreferenceKey::CrmSummary), isShown ? u"on"_s : u"off"_s);
}

void CrmTab::openMenu(int column, const QPoint &globalPos)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const CrmColumn &what = crmColumns().at(column);
    const QString key = QString::fromLatin1(what.key);
    const auto sortBy = [this, key](bool isDescending) { Q_EMIT m_table->sortRequested(key, isDescending); };
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && current.column() == column) {
        menu->addAction(
            tr("Open conversation"), m_table, [this, current] { Q_EMIT m_table->opened(current.row()); });
        QAction *edit
            = menu->addAction(tr("Edit"), m_table, [this, current] { m_table->beginEdit(current); });
        edit->setEnabled(m_model.refusal(current.row(), column) == CrmRefusal::None);
        menu->addSeparator();
    }
    menu->addAction(tr("Sort ascending"), this, [sortBy] { sortBy(false); })->setEnabled(what.isSortable);
    menu->addAction(tr("Sort descending"), this, [sortBy] { sortBy(true); })->setEnabled(what.isSortable);
    menu->addSeparator();
    const auto change = [this](const std::function<void(CrmColumnLayout &)> &how) {
        CrmColumnLayout layout = m_table->columnLayout();
        how(layout);
        m_table->setColumnLayout(layout);
        takeLayout(layout);
    };
    const QList<int> visible = m_table->head().visibleSections();
    menu->addAction(tr("Hide “%1”").arg(crmTitle(column)), this,
            [change, key] { change([&](CrmColumnLayout &layout) { layout.hidden.insert(key); }); })
        ->setEnabled(visible.size() > 1);
    const int place = static_cast<int>(visible.indexOf(column)) + 1;
    menu->addAction(tr("Keep the columns up to here in view"), this,
            [change, place] { change([&](CrmColumnLayout &layout) { layout.frozen = place; }); })
        ->setEnabled(place <= CrmColumnLayout::MaxFrozen);
    menu->addAction(tr("Columns…"), this, &CrmTab::openColumns);
    menu->popup(globalPos);
}

} // namespace signalbox
