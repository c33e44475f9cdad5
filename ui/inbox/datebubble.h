// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/base/theme.h"

#include <QWidget>

class QScrollBar;

namespace signalbox {

/// Says beside the thumb which day it is at while a long list is dragged through (ux §12.1).
class DateBubble final : public QWidget
{
    Q_OBJECT

public:
    DateBubble(const Theme &theme, QWidget *parent);

    void showDate(Instant date, const QScrollBar *bar);
    const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
};

} // namespace signalbox
