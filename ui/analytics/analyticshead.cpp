// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/analyticshead.h"

#include "ui/analytics/datespopup.h"
#include "ui/analytics/panel.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QDateTime>
#include <QLabel>
#include <QMenu>
#include <QPainter>

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

constexpr std::array Presets {7, 30, 90};
constexpr std::array Comparisons {Comparison::None, Comparison::Previous, Comparison::Year};

QString comparisonName(const AnalyticsPeriod &period, Comparison compare)
{
    AnalyticsPeriod other = period;
    other.compare = compare;
    return compare == Comparison::None ? AnalyticsHead::tr("nothing") : presentComparison(other);
}

QDateTime localTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(instant.time_since_epoch()).count(), zone);
}

} // namespace

AnalyticsHead::AnalyticsHead(const PageContext &context, AnalyticsSession &session, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_session(session)
    , m_period(new FlatButton(context.theme, IconName::Calendar, this))
    , m_dates(new QLabel(this))
    , m_compare(new FlatButton(context.theme, IconName::None, this))
    , m_zone(new QLabel(this))
    , m_age(new QLabel(this))
    , m_newData(new FlatButton(context.theme, IconName::Info, this))
    , m_refresh(new FlatButton(context.theme, IconName::Refresh, this))
    , m_export(new FlatButton(context.theme, IconName::External, this))
{
    setObjectName(u"analyticsHead"_s);
    build();
    connect(&session, &AnalyticsSession::requestChanged, this, &AnalyticsHead::refresh);
    connect(&session, &AnalyticsSession::zoneChanged, this, &AnalyticsHead::refresh);
    connect(&session, &AnalyticsSession::refreshed, this, &AnalyticsHead::refresh);
    connect(&session, &AnalyticsSession::newDataHinted, this, &AnalyticsHead::refresh);
    connect(&context.theme, &Theme::changed, this, &AnalyticsHead::restyle);
    restyle();
    refresh();
}

void AnalyticsHead::build()
{
    m_period->setObjectName(u"analyticsPeriod"_s);
    m_compare->setObjectName(u"analyticsCompare"_s);
    m_dates->setObjectName(u"analyticsDates"_s);
    m_zone->setObjectName(u"analyticsZone"_s);
    m_age->setObjectName(u"analyticsAge"_s);
    m_newData->setObjectName(u"analyticsNewData"_s);
    m_newData->setText(tr("New data available"));
    m_newData->setTones(ColorRole::Info, ColorRole::Info);
    m_newData->setToolTip(
        tr("Something changed since these numbers were computed. They stay as they are until you refresh."));
    m_newData->hide();
    m_refresh->setObjectName(u"analyticsRefresh"_s);
    m_refresh->setText(tr("Refresh"));
    m_refresh->setToolTip(m_context.commands.tooltip(u"analytics.refresh"_s));
    m_export->setObjectName(u"analyticsExport"_s);
    m_export->setText(tr("Export"));
    for (FlatButton *button : {m_period, m_compare, m_export})
        button->setHasChevron(true);
    for (FlatButton *button : {m_period, m_newData, m_refresh, m_export})
        button->setIconSizePx(16);
    m_period->setTextStyle(TextStyle::Body, QFont::Medium);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::L, Spacing::S, Spacing::L, Spacing::S);
    row->setSpacing(Spacing::S);
    row->addWidget(m_period);
    row->addWidget(m_dates);
    row->addWidget(m_compare);
    row->addWidget(m_zone);
    row->addStretch(1);
    row->addWidget(m_newData);
    row->addWidget(m_age);
    row->addWidget(m_refresh);
    row->addWidget(m_export);
    connect(m_period, &QAbstractButton::clicked, this, &AnalyticsHead::openPeriodMenu);
    connect(m_compare, &QAbstractButton::clicked, this, &AnalyticsHead::openCompareMenu);
    connect(m_newData, &QAbstractButton::clicked, this, &AnalyticsHead::refreshRequested);
    connect(m_refresh, &QAbstractButton::clicked, this, &AnalyticsHead::refreshRequested);
    connect(m_export, &QAbstractButton::clicked, this, &AnalyticsHead::openExportMenu);
}

QWidget *AnalyticsHead::firstControl() const
{
    return m_period;
}

void AnalyticsHead::setComputedAt(std::optional<Instant> computedAt)
{
    m_computedAt = computedAt;
    refresh();
}

void AnalyticsHead::setBusy(bool isBusy)
{
    m_refresh->setEnabled(!isBusy);
}

/// A bracket would be turned round in an Arabic text, and be another key's.
QString AnalyticsHead::keyOf(const QString &command) const
{
    return unturned(m_context.commands.keys(command).value(0).toString(QKeySequence::NativeText), QLocale());
}

void AnalyticsHead::refresh()
{
    const QLocale locale;
    const AnalyticsPeriod &period = m_session.period();
    m_period->setText(period.days > 0 ? presentPeriod(period, locale) : tr("Custom dates"));
    m_period->setToolTip(tr("%1 and %2 go one period back and forth")
                             .arg(keyOf(u"analytics.earlier"_s), keyOf(u"analytics.later"_s)));
    m_dates->setText(presentWindow(m_session.request().window, m_session.zone(), locale));
    m_compare->setText(tr("Compare: %1").arg(comparisonName(period, period.compare)));
    m_compare->setToolTip(m_context.commands.tooltip(u"analytics.compare"_s));
    m_zone->setText(QString::fromUtf8(m_session.zone().id()));
    m_zone->setToolTip(tr("Days begin and end in this time zone, the workspace's."));
    m_newData->setVisible(m_session.hasNewData());
    m_age->setVisible(m_computedAt.has_value());
    ColorRole role = ColorRole::Text2;
    if (m_computedAt) {
        const auto old = floor<seconds>(m_context.clock.now() - *m_computedAt);
        const QString at
            = locale.toString(localTime(*m_computedAt, m_session.zone()).time(), QLocale::ShortFormat);
        m_age->setText(old < 60s ? tr("as of %1").arg(at) : tr("as of %1 (%2)").arg(at, presentAge(old)));
        m_age->setToolTip(
            tr("Computed at %1").arg(presentExactTime(*m_computedAt, locale, m_session.zone())));
        role = old > AgeingAfter ? ColorRole::Warn : ColorRole::Text2;
    }
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, m_context.theme.color(role));
    m_age->setPalette(colors);
}

QMenu *AnalyticsHead::menuUnder(FlatButton *button, const QString &name)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMetaObject::invokeMethod(
        menu,
        [this, menu, button] {
            const int left = isRightToLeft() ? button->width() - menu->sizeHint().width() : 0;
            menu->popup(button->mapToGlobal(QPoint(left, button->height())));
        },
        Qt::QueuedConnection);
    return menu;
}

void AnalyticsHead::addCommand(QMenu &menu, const QString &command)
{
    const CommandSpec *spec = m_context.commands.find(command);
    if (!spec)
        return;
    QAction *action = menu.addAction(spec->text());
    const QList<QKeySequence> keys = m_context.commands.keys(command);
    if (!keys.isEmpty())
        action->setText(spec->text() + u'\t' + keys.first().toString(QKeySequence::NativeText));
    connect(action, &QAction::triggered, this, [this, command] { m_context.commands.trigger(command); });
}

void AnalyticsHead::openPeriodMenu()
{
    QMenu *menu = menuUnder(m_period, u"periodMenu"_s);
    auto *group = new QActionGroup(menu);
    for (const int days : Presets) {
        AnalyticsPeriod preset = m_session.period();
        preset.days = days;
        QAction *action = menu->addAction(presentPeriod(preset, QLocale()));
        action->setCheckable(true);
        action->setChecked(m_session.period().days == days);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, preset] { m_session.setPeriod(preset); });
    }
    QAction *custom = menu->addAction(tr("Custom dates…"));
    custom->setCheckable(true);
    custom->setChecked(m_session.period().days == 0);
    group->addAction(custom);
    connect(custom, &QAction::triggered, this, &AnalyticsHead::openCustomDates);
    menu->addSeparator();
    addCommand(*menu, u"analytics.earlier"_s);
    addCommand(*menu, u"analytics.later"_s);
}

void AnalyticsHead::openCustomDates()
{
    const AnalyticsPeriod &period = m_session.period();
    const QDate today = localTime(m_context.clock.now(), m_session.zone()).date();
    const QDate last = period.days > 0 ? today : period.last;
    const QDate first = period.days > 0 ? today.addDays(1 - period.days) : period.first;
    auto *popup = new DatesPopup(m_context.theme, first, last, today, this);
    connect(popup, &DatesPopup::chosen, this, [this](const QDate &from, const QDate &to) {
        AnalyticsPeriod custom = m_session.period();
        custom.days = 0;
        custom.first = from;
        custom.last = to;
        m_session.setPeriod(custom);
    });
    popup->adjustSize();
    const int left = isRightToLeft() ? m_period->width() - popup->width() : 0;
    popup->move(m_period->mapToGlobal(QPoint(left, m_period->height() + Spacing::Xs)));
    popup->show();
}

void AnalyticsHead::openCompareMenu()
{
    QMenu *menu = menuUnder(m_compare, u"compareMenu"_s);
    auto *group = new QActionGroup(menu); // one of them: a dot, not a box to tick
    for (const Comparison compare : Comparisons) {
        QAction *action = menu->addAction(comparisonName(m_session.period(), compare));
        action->setCheckable(true);
        action->setChecked(m_session.period().compare == compare);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, compare] {
            AnalyticsPeriod period = m_session.period();
            period.compare = compare;
            m_session.setPeriod(period);
        });
    }
}

void AnalyticsHead::openExportMenu()
{
    QMenu *menu = menuUnder(m_export, u"exportMenu"_s);
    for (const QString &command :
        {u"analytics.exportCsv"_s, u"analytics.exportXlsx"_s, u"analytics.exportPdf"_s})
        addCommand(*menu, command);
    if (m_fillPictures) {
        menu->addSeparator();
        m_fillPictures(*menu);
    }
}

void AnalyticsHead::restyle()
{
    const Theme &theme = m_context.theme;
    for (FlatButton *button : {m_period, m_compare, m_newData, m_refresh, m_export})
        button->setFixedHeight(theme.px(30));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(ColorRole::Text2));
    for (QLabel *label : {m_dates, m_zone, m_age}) {
        label->setPalette(colors);
        label->setFont(theme.font(TextStyle::Body));
    }
    refresh();
    update();
}

void AnalyticsHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // What also stands elsewhere gives way first: the zone in the tooltip of the dates.
    m_zone->setVisible(width() >= m_context.theme.px(1060));
    m_dates->setToolTip(QString::fromUtf8(m_session.zone().id()));
}

void AnalyticsHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_context.theme.color(ColorRole::Border));
}

} // namespace signalbox
