// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/overlay.h"

class QLabel;
class QPushButton;

namespace signalbox {

/// Somebody else changed the cell meanwhile: what was typed beside what is there, and which of them stays.
class CrmConflictSheet final : public Overlay
{
    Q_OBJECT

public:
    CrmConflictSheet(const Theme &theme, QWidget *window);

    struct What
    {
        QString lead;
        QString column;
        QString mine;
        QString theirs;
    };
    void openWith(const What &what);

Q_SIGNALS:
    void mineChosen();
    void theirsChosen(); ///< also with Esc: nothing is written

protected:
    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;

private:
    QLabel *makeValue(const QString &name);

    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_mine;
    QLabel *m_theirs;
    QPushButton *m_keep;
    QPushButton *m_take;
    bool m_isDecided = false;
};

} // namespace signalbox
