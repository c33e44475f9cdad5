// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/crmcolumnlayout.h"
#include "ui/shell/overlay.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace signalbox {

/// Which columns, in which order, how many stay: what is changed here shows in the table at once. Layouts are
/// saved and taken up again by name.
class CrmColumnChooser final : public Overlay
{
    Q_OBJECT

public:
    /// `sets` may be null: then nothing can be saved.
    CrmColumnChooser(const Theme &theme, CrmColumnSets *sets, QWidget *window);

    void openWith(const CrmColumnLayout &layout, QWidget *anchor);
    const CrmColumnLayout &columnLayout() const { return m_layout; }

Q_SIGNALS:
    void layoutChosen(const signalbox::CrmColumnLayout &layout);

protected:
    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void buildSets();
    void buildList();
    void fillList();
    void fillSets(const QString &chosen = {});
    void takeList();
    void moveCurrent(int step);
    void choose(const CrmColumnLayout &layout);
    void saveSet();
    void removeSet();

    CrmColumnSets *m_sets;
    CrmColumnLayout m_layout;
    QComboBox *m_set;
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_remove;
    QListWidget *m_list;
    QComboBox *m_frozen;
    QPushButton *m_reset;
    bool m_isFilling = false;
};

} // namespace signalbox
