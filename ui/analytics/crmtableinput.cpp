// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CrmTable: keyboard, mouse, editing, tooltips.
#include "models/analytics/crmcell.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/frozenheader.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

bool isKey(const QKeyEvent *event, int key, Qt::KeyboardModifiers modifiers)
{
    return event->key() == key && (event->modifiers() & ~Qt::KeypadModifier) == modifiers;
}

bool isClaimed(const QKeyEvent *event)
{
    // The shell has a command of its own on some of these; here they mean the table.
    return isKey(event, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier)
        || isKey(event, Qt::Key_C, Qt::ControlModifier) || isKey(event, Qt::Key_A, Qt::ControlModifier)
        || isKey(event, Qt::Key_Z, Qt::ControlModifier)
        || isKey(event, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier)
        || isKey(event, Qt::Key_O, Qt::ControlModifier);
}

} // namespace

bool CrmTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isClaimed(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::LanguageChange)
        restyle(); // the titles are as long as they are now
    return QTableView::event(event);
}

bool CrmTable::onActionKey(const QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isKey(event, Qt::Key_C, Qt::ControlModifier)
        || isKey(event, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier)) {
        const Copied what = selectedText(event->modifiers() & Qt::ShiftModifier);
        if (what.rows > 0)
            QGuiApplication::clipboard()->setText(what.text);
        Q_EMIT copied(what);
        return true;
    }
    if (isKey(event, Qt::Key_Z, Qt::ControlModifier)) {
        Q_EMIT undoRequested();
        return true;
    }
    if (isKey(event, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier)) {
        Q_EMIT redoRequested();
        return true;
    }
    if (!current.isValid())
        return false;
    if (event->key() == Qt::Key_F2) {
        if (!beginEdit(current))
            Q_EMIT refused(presentRefusal(m_model.refusal(current.row(), current.column())));
        return true;
    }
    if (isEnter && beginEdit(current))
        return true;
    if (isEnter || isKey(event, Qt::Key_O, Qt::ControlModifier)) {
        Q_EMIT opened(current.row());
        return true;
    }
    return false;
}

/// With Shift, from the anchor to where the key leads.
bool CrmTable::onNavigationKey(const QKeyEvent *event)
{
    static const QHash<int, CursorAction> moves {{Qt::Key_Left, MoveLeft}, {Qt::Key_Right, MoveRight},
        {Qt::Key_Up, MoveUp}, {Qt::Key_Down, MoveDown}, {Qt::Key_Home, MoveHome}, {Qt::Key_End, MoveEnd},
        {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown}};
    const auto move = moves.constFind(event->key());
    if (move == moves.cend())
        return false;
    const QModelIndex from = currentIndex();
    const QModelIndex to = moveCursor(*move, event->modifiers() & ~Qt::ShiftModifier);
    if (!to.isValid())
        return true;
    if (!(event->modifiers() & Qt::ShiftModifier)) {
        m_anchor = to;
        selectionModel()->setCurrentIndex(to, QItemSelectionModel::ClearAndSelect);
        return true;
    }
    if (!m_anchor.isValid())
        m_anchor = from.isValid() ? from : to;
    selectTo(to, QItemSelectionModel::ClearAndSelect);
    selectionModel()->setCurrentIndex(to, QItemSelectionModel::NoUpdate);
    return true;
}

void CrmTable::keyPressEvent(QKeyEvent *event)
{
    if (onActionKey(event) || onNavigationKey(event))
        return event->accept();
    const bool isSelectAll = isKey(event, Qt::Key_A, Qt::ControlModifier);
    const bool isPlainText = !event->text().isEmpty() && !isSelectAll;
    if (isPlainText) // no search by typing over a table that is not all here
        return event->ignore();
    QTableView::keyPressEvent(event);
}

void CrmTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier))
        m_anchor = index;
    QTableView::mousePressEvent(event);
}

void CrmTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return QTableView::mouseDoubleClickEvent(event);
    if (!beginEdit(index))
        Q_EMIT opened(index.row());
}

void CrmTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint at
        = isKeyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT menuRequested(index.column(), at);
}

QString CrmTable::tooltipAt(const QModelIndex &index) const
{
    const CrmRow *row = index.isValid() ? m_model.at(index.row()) : nullptr;
    if (!row)
        return {};
    QStringList lines;
    // A word on one line is on the screen already, unless it is cut off.
    const QString text = index.data().toString();
    const int width = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(text);
    const int room = visualRect(index).width() - m_theme.px(2 * Spacing::M);
    if (width > room || text.contains(u'\n'))
        lines.append(text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    if (index.data(CrmModel::SavingRole).toBool())
        lines.append(tr("Being saved…"));
    const CrmRefusal refusal = m_model.refusal(index.row(), index.column());
    if (refusal != CrmRefusal::None)
        lines.append(u"<i>"_s + presentRefusal(refusal).toHtmlEscaped() + u"</i>"_s);
    return lines.isEmpty() ? QString() : u"<div>"_s + lines.join(u"<br>"_s) + u"</div>"_s;
}

bool CrmTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(), tooltipAt(index), this, visualRect(index));
        return true;
    }
    return QTableView::viewportEvent(event);
}

bool CrmTable::beginEdit(const QModelIndex &index)
{
    if (!index.isValid() || m_model.refusal(index.row(), index.column()) != CrmRefusal::None)
        return false;
    if (m_editor)
        m_editor->finish();
    setCurrentIndex(index);
    scrollTo(index);
    const CrmRow shown = m_model.edits().overlaid(*m_model.at(index.row()));
    m_editing = index;
    m_editor = new CrmCellEditor(m_theme,
        {crmEditor(index.column()), crmTitle(index.column()), index.data(CrmModel::EditValueRole).toString(),
            m_model.assignees(), shown.appointmentSetter},
        viewport());
    connect(m_editor, &CrmCellEditor::submitted, this, &CrmTable::endEdit);
    connect(m_editor, &CrmCellEditor::cancelled, this, &CrmTable::cancelEdit);
    placeEditor();
    m_editor->begin();
    return true;
}

void CrmTable::placeEditor()
{
    if (!m_editor || !m_editing.isValid())
        return;
    const bool isFrozen = m_head->isFrozen(m_editing.column());
    m_editor->place(visualRect(m_editing), isFrozen ? viewport()->rect() : scrolledArea());
}

void CrmTable::cancelEdit()
{
    if (!m_editor)
        return;
    CrmCellEditor *editor = m_editor;
    m_editor = nullptr;
    const bool hadFocus = editor->isAncestorOf(QWidget::window()->focusWidget());
    editor->hide();
    editor->deleteLater();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    viewport()->update();
}

void CrmTable::endEdit(const QString &value, bool updateAutomation, CrmCellEditor::Then then)
{
    const QModelIndex index = m_editing;
    cancelEdit();
    if (!index.isValid())
        return;
    m_model.edit(index.row(), index.column(), value, updateAutomation);
    if (then == CrmCellEditor::Then::Stay)
        return;
    const QModelIndex next = nextEditable(index, then == CrmCellEditor::Then::Next ? 1 : -1);
    if (next.isValid())
        beginEdit(next);
}

QModelIndex CrmTable::nextEditable(const QModelIndex &from, int step) const
{
    const QList<int> columns = m_head->visibleSections();
    int place = static_cast<int>(columns.indexOf(from.column()));
    int row = from.row();
    // Through the rest of this row and the whole of the next: further, and one would lose sight of it.
    for (int tried = 0; tried < 2 * columns.size(); ++tried) {
        place += step;
        if (place < 0 || place >= columns.size()) {
            row += step;
            place = step > 0 ? 0 : static_cast<int>(columns.size()) - 1;
        }
        if (row < 0 || row >= m_model.rowCount())
            return {};
        if (m_model.refusal(row, columns.at(place)) == CrmRefusal::None)
            return m_model.index(row, columns.at(place));
    }
    return {};
}

} // namespace signalbox
