// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/livesidebar.h"

#include "ui/base/presenter.h"
#include "ui/base/sparkline.h"
#include "ui/live/livewords.h"
#include "ui/shell/linkwatch.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

ColorRole toneOf(LinkStatus::State state)
{
    switch (state) {
    case LinkStatus::State::Live:
    case LinkStatus::State::Connected:
        return ColorRole::Ok;
    case LinkStatus::State::Polling:
    case LinkStatus::State::Reconnecting:
        return ColorRole::Warn;
    case LinkStatus::State::Offline:
    case LinkStatus::State::Refused:
        return ColorRole::Danger;
    case LinkStatus::State::Connecting:
        break;
    }
    return ColorRole::Text2;
}

} // namespace

LiveSidebar::LiveSidebar(LiveMemory &memory, LinkWatch &link, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_link(link)
    , m_theme(context.theme)
{
    setObjectName(u"liveSidebar"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    column->setSpacing(Spacing::Xs);
    addConnection(*column);
    m_session->setText(context.identity.name.isEmpty() ? context.identity.email : context.identity.name);
    m_session->setToolTip(tr("The feed tells what this session may see as %1, and nothing else.")
                              .arg(presentRole(context.workspace.role)));
    column->addSpacing(Spacing::Xl);
    addKinds(*column);
    column->addStretch(1);
    connect(&link, &LinkWatch::changed, this, &LiveSidebar::refresh);
    connect(&m_theme, &Theme::changed, this, &LiveSidebar::restyle);
    restyle();
    refresh();
}

QLabel *LiveSidebar::addHeading(QVBoxLayout &column, const QString &text)
{
    auto *heading = new QLabel(text, this);
    m_headings.append(heading);
    column.addWidget(heading);
    column.addSpacing(Spacing::Xs);
    return heading;
}

QLabel *LiveSidebar::addFigure(QVBoxLayout &column, const QString &name, const char *objectName)
{
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(name, this);
    auto *figure = new QLabel(this);
    figure->setObjectName(QString::fromLatin1(objectName));
    figure->setAccessibleName(name);
    m_quiet.append(label);
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(figure);
    column.addLayout(row);
    return figure;
}

void LiveSidebar::addConnection(QVBoxLayout &column)
{
    addHeading(column, tr("Connection"));
    m_state = new QLabel(this);
    m_state->setObjectName(u"liveState"_s);
    m_state->setWordWrap(true);
    m_since = new QLabel(this);
    m_since->setWordWrap(true);
    m_since->setObjectName(u"liveSince"_s);
    m_quiet.append(m_since);
    column.addWidget(m_state);
    column.addWidget(m_since);
    m_session = addFigure(column, tr("Session"), "liveSession");
    column.addSpacing(Spacing::M);
    m_latency = addFigure(column, tr("Latency"), "liveLatency");
    m_latency->setToolTip(tr("Half of the events arrived within the first figure, 95 % within the second: "
                             "from the commit to this computer."));
    m_latencyLine = new Sparkline(m_theme, Sparkline::Shape::Line, this);
    column.addWidget(m_latencyLine);
    column.addSpacing(Spacing::M);
    m_rate = addFigure(column, tr("Events per second"), "liveRate");
    m_rateBars = new Sparkline(m_theme, Sparkline::Shape::Bars, this);
    column.addWidget(m_rateBars);
    column.addSpacing(Spacing::M);
    m_missed = addFigure(column, tr("Missed"), "liveMissed");
    m_missed->setToolTip(
        tr("Moments of which this recording may lack events. What other pages show was read again."));
    m_resyncs = addFigure(column, tr("Resyncs"), "liveResyncs");
}

void LiveSidebar::addKinds(QVBoxLayout &column)
{
    addHeading(column, tr("Kinds"));
    for (int kind = 0; kind < LiveKindCount; ++kind) {
        auto *box = new QCheckBox(wireName(LiveKind(kind)), this);
        box->setObjectName(u"liveKind-"_s + wireName(LiveKind(kind)));
        box->setAccessibleName(tr("Show %1").arg(wireName(LiveKind(kind))));
        box->setChecked(true);
        box->setMinimumHeight(MinimumTarget - 2);
        m_kinds[size_t(kind)] = box;
        column.addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] {
            std::bitset<LiveKindCount> kinds;
            for (size_t i = 0; i < m_kinds.size(); ++i)
                kinds.set(i, m_kinds[i]->isChecked());
            Q_EMIT kindsChosen(kinds);
        });
    }
}

void LiveSidebar::setKinds(std::bitset<LiveKindCount> kinds)
{
    for (size_t i = 0; i < m_kinds.size(); ++i) {
        const QSignalBlocker quiet(m_kinds[i]);
        m_kinds[i]->setChecked(kinds.test(i));
    }
}

void LiveSidebar::refresh()
{
    const QLocale locale;
    const LinkStatus link = m_link.status();
    const Instant now = m_memory.clock().now();
    m_state->setText(u"● "_s + presentLinkState(link.state));
    QPalette toned = palette();
    toned.setColor(QPalette::WindowText, m_theme.color(toneOf(link.state)));
    m_state->setPalette(toned);
    QString since;
    if (link.state == LinkStatus::State::Connecting)
        since = presentLink(link, now).section(u" · "_s, 1);
    else if (link.since)
        since = tr("since %1, %2")
                    .arg(presentClock(*link.since, locale), presentAge(floor<seconds>(now - *link.since)));
    const QString reason = link.state == LinkStatus::State::Live ? QString() : presentFeedReason(link.reason);
    m_since->setText(reason.isEmpty() ? since : since + u'\n' + reason);
    m_since->setVisible(!m_since->text().isEmpty());

    const LiveStatistics &figures = m_memory.statistics();
    const microseconds elapsed = m_memory.clock().elapsed();
    const auto p50 = figures.latencyPercentile(0.5);
    const auto p95 = figures.latencyPercentile(0.95);
    m_latency->setText(p50
            ? tr("p50 %1 · p95 %2 ms")
                  .arg(locale.toString(qint64(p50->count())), locale.toString(qint64(p95->count())))
            : u"—"_s);
    const auto latencies = figures.latencyBySecond(elapsed);
    m_latencyLine->setValues({latencies.begin(), latencies.end()});
    m_latencyLine->setAccessibleName(tr("Latency over the last minute: %1").arg(m_latency->text()));
    m_rate->setText(locale.toString(figures.eventsPerSecond(elapsed), 'f', 1));
    const auto events = figures.eventsBySecond(elapsed);
    m_rateBars->setValues({events.begin(), events.end()});
    m_rateBars->setAccessibleName(tr("Events over the last minute: %1 per second").arg(m_rate->text()));
    m_missed->setText(locale.toString(figures.missed()));
    QPalette missed = palette();
    missed.setColor(
        QPalette::WindowText, m_theme.color(figures.missed() > 0 ? ColorRole::Warn : ColorRole::Text));
    m_missed->setPalette(missed);
    const FeedStatus feed = m_link.feed();
    m_resyncs->setText(feed.lastResyncAt
            ? tr("%1 (%2)").arg(locale.toString(feed.resyncs), presentClock(*feed.lastResyncAt, locale))
            : locale.toString(feed.resyncs));
}

void LiveSidebar::restyle()
{
    setFixedWidth(std::max(m_theme.px(248), 200));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    for (QLabel *label : std::as_const(m_quiet))
        label->setPalette(quiet);
    QPalette caption = palette();
    caption.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    for (QLabel *heading : std::as_const(m_headings)) {
        heading->setPalette(caption);
        heading->setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    }
    m_state->setFont(m_theme.font(TextStyle::Reading, QFont::Medium));
    m_since->setFont(m_theme.font(TextStyle::Caption));
    refresh();
    update();
}

void LiveSidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Window));
    painter.fillRect(
        QRect(isRightToLeft() ? 0 : width() - 1, 0, 1, height()), m_theme.color(ColorRole::Border));
}

} // namespace signalbox
