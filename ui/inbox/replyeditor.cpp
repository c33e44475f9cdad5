// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/replyeditor.h"

#include "ui/base/consolestyle.h"

#include <QPainter>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace signalbox {

ReplyEditor::ReplyEditor(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    document()->setDocumentMargin(Spacing::S);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (!m_isReplacing)
            Q_EMIT typed();
    });
    connect(&theme, &Theme::changed, this, &ReplyEditor::restyle);
    restyle();
}

void ReplyEditor::replaceText(const QString &text)
{
    if (toPlainText() == text)
        return;
    m_isReplacing = true;
    setPlainText(text);
    m_isReplacing = false;
}

void ReplyEditor::restyle()
{
    setFont(m_theme.font(TextStyle::Reading));
    QPalette colors = palette();
    colors.setColor(QPalette::Text, m_theme.color(ColorRole::Text));
    colors.setColor(QPalette::Base, m_theme.color(isReadOnly() ? ColorRole::Sunken : ColorRole::Window));
    colors.setColor(QPalette::PlaceholderText, m_theme.color(ColorRole::Text3));
    setPalette(colors);
    fit();
}

void ReplyEditor::fit()
{
    QTextOption option = document()->defaultTextOption();
    // The text's own, else its full stops would stand at the wrong end; the reader's while there is none.
    const QString text = toPlainText().left(200);
    const auto own = text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    const auto direction = text.isEmpty() ? layoutDirection() : own;
    if (option.textDirection() != direction) {
        option.setTextDirection(direction);
        document()->setDefaultTextOption(option);
    }
    // A plain text document counts its height in lines.
    const int lines = static_cast<int>(std::lround(document()->size().height()));
    const int spacing = QFontMetrics(font()).lineSpacing();
    const int shown = std::clamp(lines, 3, 9);
    setFixedHeight(shown * spacing + 2 * static_cast<int>(document()->documentMargin()) + 2);
    setVerticalScrollBarPolicy(lines > 9 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void ReplyEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    const QRectF edge = QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (hasFocus() && !isReadOnly()) {
        paintFocusRing(painter, m_theme, viewport()->rect());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(isReadOnly() ? ColorRole::Border : ColorRole::BorderStrong), 1));
    painter.drawRoundedRect(edge, Radius::Control, Radius::Control);
}

void ReplyEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
}

void ReplyEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
}

void ReplyEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit(); // another width wraps in other places
}

} // namespace signalbox
