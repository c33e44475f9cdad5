// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "ui/base/presenter.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QTimer>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The time on the page's clock. Where that shows another time than the one on the wall, its zone stands
/// behind.
QString clockOf(const Freshness &freshness)
{
    using namespace std::chrono;
    const qint64 ms = floor<milliseconds>(freshness.readAt->time_since_epoch()).count();
    const QDateTime onTheWall = QDateTime::fromMSecsSinceEpoch(ms);
    if (!freshness.zone.isValid())
        return onTheWall.time().toString(u"HH:mm:ss"_s);
    const QDateTime read = onTheWall.toTimeZone(freshness.zone);
    const QString clock = read.time().toString(u"HH:mm:ss"_s);
    return read.offsetFromUtc() == onTheWall.offsetFromUtc() ? clock
                                                             : clock + u' ' + read.timeZoneAbbreviation();
}

} // namespace

StatusStrip::StatusStrip(const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_age(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_link(new QLabel(this))
    , m_queued(new QLabel(this))
    , m_said(new QLabel(this))
    , m_request(new FlatButton(theme, IconName::Copy, this))
{
    setObjectName(u"statusStrip"_s);
    m_age->setObjectName(u"statusAge"_s);
    m_detail->setObjectName(u"statusDetail"_s);
    m_link->setObjectName(u"statusLink"_s);
    m_queued->setObjectName(u"statusQueued"_s);
    m_queued->hide();
    m_said->setObjectName(u"statusSaid"_s);
    m_request->setObjectName(u"statusRequest"_s);
    m_request->setTextStyle(TextStyle::Caption);
    m_request->setIconSizePx(13);
    m_request->setTones(ColorRole::Text3, ColorRole::Text3);
    m_request->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::M, 1, Spacing::S, 0);
    row->setSpacing(Spacing::L);
    row->addWidget(m_age);
    row->addWidget(m_detail);
    row->addWidget(m_queued);
    row->addStretch(1);
    row->addWidget(m_said);
    row->addWidget(m_link);
    row->addWidget(m_request);
    m_second.setInterval(1s);
    m_silence.setInterval(4s);
    m_silence.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, &StatusStrip::tick);
    connect(&m_silence, &QTimer::timeout, m_said, &QLabel::clear);
    connect(m_request, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_requestId);
        say(tr("Request id copied"));
    });
    connect(&theme, &Theme::changed, this, &StatusStrip::restyle);
    restyle();
}

void StatusStrip::setFreshness(const Freshness &freshness)
{
    m_freshness = freshness;
    if (freshness.readAt)
        m_second.start();
    else
        m_second.stop();
    tick();
}

void StatusStrip::setLink(const QString &text)
{
    m_link->setText(text);
}

void StatusStrip::setQueued(int count)
{
    m_queuedCount = count;
    m_queued->setText(tr("%n queued", nullptr, count));
    m_queued->setToolTip(tr("Changes of yours that wait until the service answers again"));
    m_queued->setVisible(count > 0);
}

void StatusStrip::setLastRequest(const QString &requestId)
{
    m_requestId = requestId;
    m_request->setText(tr("Request %1").arg(requestId.left(8)));
    m_request->setToolTip(tr("Copy the id of the last request: %1").arg(requestId));
    m_request->setAccessibleName(tr("Copy the id of the last request"));
    m_request->setVisible(!requestId.isEmpty());
}

void StatusStrip::say(const QString &text)
{
    m_said->setText(text);
    m_silence.start();
    QAccessibleEvent event(m_said, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
}

void StatusStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        tick();
        setLastRequest(m_requestId);
        setQueued(m_queuedCount);
    }
    QWidget::changeEvent(event);
}

void StatusStrip::tick()
{
    QPalette toned = palette();
    toned.setColor(QPalette::WindowText,
        m_theme.color(m_freshness.tone == Freshness::Tone::Fresh ? ColorRole::Text2 : ColorRole::Warn));
    m_age->setPalette(toned);
    if (!m_freshness.readAt) {
        m_age->setText(m_freshness.what);
        m_age->setToolTip({});
    } else {
        using namespace std::chrono;
        const auto age = floor<seconds>(m_clock.now() - *m_freshness.readAt);
        m_age->setText(tr("%1 of %2 (%3)").arg(m_freshness.what, clockOf(m_freshness), presentAge(age)));
        m_age->setToolTip(presentExactTime(*m_freshness.readAt, QLocale(), m_freshness.zone));
    }
    m_detail->setText(m_freshness.detail);
}

void StatusStrip::restyle()
{
    setFixedHeight(m_theme.px(26));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    for (QLabel *label : {m_age, m_detail, m_link, m_said})
        label->setFont(m_theme.font(TextStyle::Caption));
    m_detail->setPalette(quiet);
    m_link->setPalette(quiet);
    QPalette waiting = palette();
    waiting.setColor(QPalette::WindowText, m_theme.color(ColorRole::Warn));
    m_queued->setPalette(waiting);
    QPalette said = palette();
    said.setColor(QPalette::WindowText, m_theme.color(ColorRole::Accent));
    m_said->setPalette(said);
    m_request->setFixedHeight(m_theme.px(22));
    tick();
    update();
}

} // namespace signalbox
