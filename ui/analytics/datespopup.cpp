// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/datespopup.h"

#include "ui/base/icons.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QLabel>
#include <QPushButton>
#include <QTextCharFormat>
#include <QToolButton>

namespace signalbox {

using namespace Qt::StringLiterals;

DatesPopup::DatesPopup(
    const Theme &theme, const QDate &first, const QDate &last, const QDate &today, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_summary(new QLabel(this))
    , m_apply(new QPushButton(tr("Apply"), this))
{
    setObjectName(u"datesPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(ColorRole::Raised));
    setPalette(colors);
    auto *calendars = new QHBoxLayout;
    calendars->setSpacing(Spacing::L);
    m_first = addCalendar(*calendars, tr("First day"), first, today);
    m_first->setObjectName(u"firstDay"_s);
    m_last = addCalendar(*calendars, tr("Last day"), last, today);
    m_last->setObjectName(u"lastDay"_s);
    m_apply->setObjectName(u"applyDates"_s);
    m_apply->setProperty("accent", true);
    m_apply->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addLayout(calendars);
    column->addLayout(foot);
    for (QCalendarWidget *calendar : {m_first, m_last})
        connect(calendar, &QCalendarWidget::selectionChanged, this, &DatesPopup::check);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_first->selectedDate(), m_last->selectedDate());
        close();
    });
    check();
}

QCalendarWidget *DatesPopup::addCalendar(
    QLayout &row, const QString &title, const QDate &date, const QDate &today)
{
    auto *column = new QVBoxLayout;
    auto *label = new QLabel(title, this);
    label->setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    auto *calendar = new QCalendarWidget(this);
    calendar->setAccessibleName(title);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    calendar->setMaximumDate(today);
    calendar->setSelectedDate(date);
    // Red Sundays mean nothing here.
    QTextCharFormat plain;
    plain.setForeground(m_theme.color(ColorRole::Text));
    calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    label->setBuddy(calendar);
    for (const auto &[name, icon] : {std::pair(u"qt_calendar_prevmonth"_s, IconName::Back),
             std::pair(u"qt_calendar_nextmonth"_s, IconName::Forward)}) {
        if (auto *button = calendar->findChild<QToolButton *>(name))
            button->setIcon(themedIcon(m_theme, icon, ColorRole::Text));
    }
    column->addWidget(label);
    column->addWidget(calendar);
    static_cast<QBoxLayout &>(row).addLayout(column);
    return calendar;
}

void DatesPopup::check()
{
    const QDate first = m_first->selectedDate();
    const QDate last = m_last->selectedDate();
    const bool isRight = first <= last;
    m_apply->setEnabled(isRight);
    m_summary->setText(isRight ? tr("Days: %1, both included").arg(first.daysTo(last) + 1)
                               : tr("The first day is after the last."));
    QPalette colors = m_summary->palette();
    colors.setColor(QPalette::WindowText, m_theme.color(isRight ? ColorRole::Text2 : ColorRole::Danger));
    m_summary->setPalette(colors);
}

} // namespace signalbox
