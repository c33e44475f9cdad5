// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/draftstrip.h"

#include "ui/base/presenter.h"

#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QVBoxLayout>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString actionText(const QString &action)
{
    if (action == u"needs_review"_s)
        return DraftStrip::tr("needs review");
    if (action == u"send_immediate"_s)
        return DraftStrip::tr("will be sent now");
    if (action == u"send_delayed"_s)
        return DraftStrip::tr("will be sent later");
    if (action == u"skip"_s)
        return DraftStrip::tr("not sent by itself");
    if (action == u"error"_s)
        return DraftStrip::tr("could not be judged");
    return action.isEmpty() ? DraftStrip::tr("waiting") : action;
}

QString percent(double share)
{
    return DraftStrip::tr("%1 %").arg(std::lround(share * 100));
}

} // namespace

DraftStrip::DraftStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"draftStrip"_s);
    setAccessibleName(tr("AI draft"));
    m_title->setObjectName(u"draftTitle"_s);
    m_reason->setWordWrap(true);
    m_note->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Text of the draft, read only"));
    m_note->setText(tr("Shown for reading. Drafts cannot be changed or sent from here yet."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::L, Spacing::M, Spacing::L, Spacing::M);
    layout->setSpacing(Spacing::S);
    layout->addWidget(m_title);
    layout->addSpacing(Spacing::S); // the meter
    layout->addWidget(m_reason);
    layout->addWidget(m_text);
    layout->addWidget(m_note);
    connect(&theme, &Theme::changed, this, &DraftStrip::restyle);
    restyle();
    hide();
}

void DraftStrip::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Body, QFont::Bold));
    m_reason->setFont(m_theme.font(TextStyle::Caption));
    m_note->setFont(m_theme.font(TextStyle::Caption));
    m_text->setFont(m_theme.font(TextStyle::Reading));
    const auto ink = [&](QWidget *widget, ColorRole role) {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::WindowText, m_theme.color(role));
        palette.setColor(QPalette::Text, m_theme.color(role));
        palette.setColor(QPalette::Base, m_theme.color(ColorRole::Sunken));
        widget->setPalette(palette);
    };
    ink(m_title, ColorRole::Text);
    ink(m_reason, ColorRole::Text2);
    ink(m_note, ColorRole::Text3);
    ink(m_text, ColorRole::Text);
    const QFontMetrics metrics(m_text->font());
    m_text->setFixedHeight(
        metrics.lineSpacing() * 4 + 2 * static_cast<int>(m_text->document()->documentMargin()));
    update();
}

void DraftStrip::setDraft(const std::optional<Draft> &draft)
{
    if (m_draft == draft)
        return;
    m_draft = draft;
    setVisible(draft.has_value());
    if (!draft)
        return;
    QStringList title {
        tr("AI draft"), presentChannel(draft->channel).text, actionText(draft->autoSendAction)};
    if (draft->confidence && draft->threshold)
        title.append(tr("%1 sure, %2 needed").arg(percent(*draft->confidence), percent(*draft->threshold)));
    else if (draft->confidence)
        title.append(tr("%1 sure").arg(percent(*draft->confidence)));
    m_title->setText(title.join(u" · "_s));
    m_reason->setText(draft->autoSendReason);
    m_reason->setVisible(!draft->autoSendReason.isEmpty());
    m_text->setPlainText(draft->content);
    QTextOption option = m_text->document()->defaultTextOption();
    option.setTextDirection(draft->content.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_text->document()->setDefaultTextOption(option);
    update();
}

void DraftStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
    if (!m_draft || !m_draft->confidence)
        return;
    // How sure, on a scale whose mark is what would have been enough.
    painter.setRenderHint(QPainter::Antialiasing);
    const double share = std::clamp(*m_draft->confidence, 0.0, 1.0);
    const QRectF track(Spacing::L, m_title->geometry().bottom() + Spacing::S - 1, m_theme.px(220), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Sunken));
    painter.drawRoundedRect(track, 2, 2);
    const bool isEnough = m_draft->threshold && share >= *m_draft->threshold;
    painter.setBrush(m_theme.color(isEnough ? ColorRole::Ok : ColorRole::Warn));
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * share, 4)), 2, 2);
    if (m_draft->threshold)
        painter.fillRect(QRectF(track.left() + track.width() * std::clamp(*m_draft->threshold, 0.0, 1.0) - 1,
                             track.top() - 3, 2, 10),
            m_theme.color(ColorRole::Text2));
}

} // namespace signalbox
