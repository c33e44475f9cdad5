// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "models/analytics/crmcell.h"
#include "ui/base/theme.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace signalbox {

/// Edits one cell in its place: a line, a combo, or a small card where there is more to say.
///
/// Enter saves (Ctrl+Enter where Enter begins a line), Tab saves and goes on, Esc gives up; leaving it saves.
class CrmCellEditor final : public QFrame
{
    Q_OBJECT

public:
    /// Where to go after saving.
    enum class Then
    {
        Stay,
        Next,
        Previous
    };

    struct What
    {
        CrmEditor kind = CrmEditor::Line;
        QString title; ///< of the column
        QString value;
        QList<CrmAssignee> assignees; ///< for the assignee
        QString assigneeLabel; ///< who it is now, should he be none of them
    };
    CrmCellEditor(const Theme &theme, const What &what, QWidget *parent);

    QString value() const;
    bool updatesAutomation() const;
    /// Puts it over the cell, where there is room in `area`.
    void place(const QRect &cell, const QRect &area);
    void begin(); ///< takes the focus
    void finish(Then then = Then::Stay);

Q_SIGNALS:
    void submitted(const QString &value, bool updateAutomation, signalbox::CrmCellEditor::Then then);
    void cancelled();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLine(const What &what);
    void buildNotes(const What &what);
    void buildCombo(const What &what);
    void buildAutomation();
    void buildOther();
    void fillChoices(const What &what);
    void adopt(QWidget *field);
    bool onKey(const QKeyEvent *event);
    void onFocusChanged(const QWidget *now);
    bool isCard() const { return m_kind != CrmEditor::Line; }

    const Theme &m_theme;
    CrmEditor m_kind;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QComboBox *m_combo = nullptr;
    QLineEdit *m_other = nullptr; ///< a category of their own
    QCheckBox *m_automation = nullptr;
    bool m_isOver = false;
};

} // namespace signalbox
