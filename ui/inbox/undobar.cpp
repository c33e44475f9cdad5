// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/undobar.h"

#include "ui/base/consolestyle.h"
#include "ui/base/flatbutton.h"
#include "ui/inbox/triagewords.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Halo = 8; // around the card

} // namespace

UndoBar::UndoBar(TriageModel &writes, const Theme &theme, const QTimeZone &zone, QWidget *parent)
    : QFrame(parent)
    , m_writes(writes)
    , m_theme(theme)
    , m_zone(zone)
    , m_glyph(new QLabel(this))
    , m_text(new QLabel(this))
    , m_more(new QLabel(this))
    , m_action(new FlatButton(theme, IconName::None, this))
    , m_close(new FlatButton(theme, IconName::Close, this))
{
    setObjectName(u"undoBar"_s);
    m_text->setObjectName(u"undoText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_more->setObjectName(u"undoMore"_s);
    m_action->setObjectName(u"undoButton"_s);
    m_action->setTextStyle(TextStyle::Body, QFont::Bold);
    m_action->setTones(ColorRole::Accent, ColorRole::Accent);
    m_close->setObjectName(u"undoClose"_s);
    m_close->setIconSizePx(16);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Halo + Spacing::L, Halo + Spacing::Xs, Halo + Spacing::Xs, Halo + Spacing::Xs);
    row->setSpacing(Spacing::S);
    row->addWidget(m_glyph);
    row->addWidget(m_text);
    row->addWidget(m_more);
    row->addSpacing(Spacing::S);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::follow);
    connect(&writes, &TriageModel::undoChanged, this, &UndoBar::follow);
    connect(&theme, &Theme::changed, this, &UndoBar::restyle);
    connect(m_action, &QAbstractButton::clicked, this, [this] {
        if (m_shown != 0)
            Q_EMIT undoRequested(m_shown);
        else
            Q_EMIT actionTriggered();
    });
    connect(m_close, &QAbstractButton::clicked, this, &UndoBar::dismiss);
    restyle();
    hide();
}

void UndoBar::setLift(int pixels)
{
    m_lift = pixels;
    if (!isHidden())
        place();
}

void UndoBar::setKey(const QString &key)
{
    m_key = key;
}

QString UndoBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void UndoBar::showResult(const QString &text, const QString &action)
{
    m_message = text;
    m_messageAction = action;
    m_messageTone = action.isEmpty() ? ColorRole::Ok : ColorRole::Warn;
    m_messageUntil
        = action.isEmpty() ? std::optional(m_writes.clock().now() + TriageModel::UndoTime) : std::nullopt;
    follow();
}

void UndoBar::showRefusal(const QString &text)
{
    m_message = text;
    m_messageAction.clear();
    m_messageTone = ColorRole::Danger;
    m_messageUntil.reset();
    follow();
}

void UndoBar::follow()
{
    const Instant now = m_writes.clock().now();
    if (m_messageUntil && *m_messageUntil <= now)
        m_message.clear();
    QList<const Undoable *> shown;
    for (const Undoable &undoable : m_writes.undoables())
        if (undoable.id > m_dismissed
            && undoable.until.value_or(undoable.since + TriageModel::UndoTime) > now)
            shown.append(&undoable);
    if (shown.isEmpty() && m_message.isEmpty()) {
        m_tick.stop();
        m_shown = 0;
        hide();
        return;
    }
    m_tick.start();
    m_left = 0;
    if (!m_message.isEmpty()) {
        m_shown = 0;
        m_more->clear();
        present(m_message, m_messageAction,
            m_messageTone == ColorRole::Ok ? IconName::Check : IconName::Alert, m_messageTone);
        return;
    }
    const Undoable &newest = *shown.constLast();
    m_shown = newest.id;
    QString text = presentWrite(newest.write, m_zone);
    if (newest.until) {
        const auto left = *newest.until - now;
        m_left = std::chrono::duration<double>(left) / std::chrono::duration<double>(TriageModel::UndoTime);
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
        text = newest.write.isOutbound() ? tr("%1 leaves in %2 s").arg(text).arg(seconds)
                                         : tr("%1 in %2 s").arg(text).arg(seconds);
    }
    if (m_writes.isHeld() && !newest.until)
        text = tr("%1 · waits for the service").arg(text);
    const int more = static_cast<int>(shown.size()) - 1;
    m_more->setText(more > 0 ? tr("%n more", nullptr, more) : QString());
    present(text, tr("Undo"), newest.write.isOutbound() ? IconName::Mail : IconName::Check,
        newest.write.isOutbound() ? ColorRole::Info : ColorRole::Ok);
}

void UndoBar::present(const QString &text, const QString &action, IconName icon, ColorRole tone)
{
    const bool isNew = isHidden() || (m_text->text() != text && m_left == 0);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->setToolTip(m_shown != 0 ? m_key : QString());
    m_more->setVisible(!m_more->text().isEmpty());
    m_glyph->setPixmap(iconPixmap(icon, m_theme.color(tone), m_theme.px(16), devicePixelRatioF()));
    show();
    place();
    if (isNew) { // said once, not for every second
        setAccessibleName(text);
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void UndoBar::dismiss()
{
    if (m_message.isEmpty() && !m_writes.undoables().isEmpty())
        m_dismissed = m_writes.undoables().constLast().id;
    m_message.clear();
    follow();
}

void UndoBar::place()
{
    const QWidget *page = parentWidget();
    const QSize wanted = sizeHint().boundedTo(page->size());
    // In the leading corner: there it covers neither where one writes nor what one reads.
    const int x = isRightToLeft() ? page->width() - wanted.width() : 0;
    setGeometry(QRect(QPoint(x, page->height() - wanted.height() - m_lift), wanted));
    raise();
    update();
}

void UndoBar::restyle()
{
    m_text->setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    m_more->setFont(m_theme.font(TextStyle::Caption));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    m_more->setPalette(quiet);
    update();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF card = QRectF(rect()).adjusted(Halo, Halo, -Halo, -Halo);
    for (int step = Halo; step > 0; --step) {
        painter.setBrush(QColor(0, 0, 0, m_theme.isDark() ? 14 : 5));
        painter.drawRoundedRect(
            card.adjusted(-step, -step + 2, step, step), Radius::Card + step, Radius::Card + step);
    }
    paintBox(painter, card, m_theme.color(ColorRole::Raised), m_theme.color(ColorRole::BorderStrong),
        Radius::Card);
    if (m_left > 0) { // the time that is left
        const double width = (card.width() - 2 * Radius::Card) * std::min(m_left, 1.0);
        const double left
            = isRightToLeft() ? card.right() - Radius::Card - width : card.left() + Radius::Card;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Info));
        painter.drawRoundedRect(QRectF(left, card.bottom() - 4, width, 3), 1.5, 1.5);
    }
}

} // namespace signalbox
