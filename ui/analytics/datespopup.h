// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QDate>
#include <QFrame>

class QCalendarWidget;
class QLabel;
class QPushButton;

namespace signalbox {

/// Two calendars, first and last day, and Apply (domain §12.5). Both days are part of the period.
class DatesPopup final : public QFrame
{
    Q_OBJECT

public:
    DatesPopup(
        const Theme &theme, const QDate &first, const QDate &last, const QDate &today, QWidget *parent);

Q_SIGNALS:
    void chosen(const QDate &first, const QDate &last);

private:
    QCalendarWidget *addCalendar(QLayout &row, const QString &title, const QDate &date, const QDate &today);
    void check();

    const Theme &m_theme;
    QCalendarWidget *m_first;
    QCalendarWidget *m_last;
    QLabel *m_summary;
    QPushButton *m_apply;
};

} // namespace signalbox
