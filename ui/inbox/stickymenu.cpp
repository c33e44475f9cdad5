// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/stickymenu.h"

#include <QKeyEvent>

namespace signalbox {

bool StickyMenu::tickActive()
{
    QAction *action = activeAction();
    if (!action || !action->isEnabled() || !action->isCheckable())
        return false;
    action->trigger();
    return true;
}

void StickyMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!tickActive())
        QMenu::mouseReleaseEvent(event);
}

void StickyMenu::keyPressEvent(QKeyEvent *event)
{
    const bool isTick = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return;
    if (!isTick || !tickActive())
        QMenu::keyPressEvent(event);
}

} // namespace signalbox
