// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/messageitem.h"

#include "models/inbox/htmlsanitizer.h"
#include "ui/base/presenter.h"
#include "ui/inbox/documentquote.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocumentFragment>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("MessageItem", text);
}

QString lineCount(int lines)
{
    return lines == 1 ? translated(QT_TRANSLATE_NOOP("MessageItem", "1 line"))
                      : translated(QT_TRANSLATE_NOOP("MessageItem", "%1 lines")).arg(lines);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

} // namespace

MessageItem::MessageItem(const Theme &theme, const Message &message, const QuotedText &text)
    : m_theme(theme)
    , m_message(message)
    , m_text(text)
    , m_body(std::make_unique<SafeDocument>())
{
    m_body->setUndoRedoEnabled(false);
    m_body->setDocumentMargin(0);
}

void MessageItem::setText(const Message &message, const QuotedText &text)
{
    m_message = message;
    m_text = text;
    m_selection = {};
    build();
}

void MessageItem::setHighlight(const QStringList &words)
{
    m_words = words;
    if (m_isBuilt)
        findWords();
}

void MessageItem::findWords()
{
    m_found.clear();
    constexpr qsizetype MostMarks = 200; // a letter typed on the way to a word is everywhere
    for (const QString &word : std::as_const(m_words)) {
        for (QTextCursor found = m_body->find(word); !found.isNull() && m_found.size() < MostMarks;
             found = m_body->find(word, found))
            m_found.append(found);
    }
}

void MessageItem::setQuoteShown(bool isShown)
{
    m_isQuoteShown = isShown;
    m_selection = {};
    build();
}

void MessageItem::style()
{
    m_body->setDefaultFont(m_theme.font(TextStyle::Reading));
    m_body->setDefaultStyleSheet(
        u"a { color: %1; } blockquote { color: %2; margin-left: 12px; } table { border-collapse: collapse; border-style: solid; border-color: %5; } h1, h2, h3, h4 { font-size: %3px; } pre, code { font-family: '%4'; }"_s
            .arg(m_theme.color(ColorRole::Info).name(), m_theme.color(ColorRole::Text2).name())
            .arg(m_theme.px(16))
            .arg(m_theme.monoFont().family(), m_theme.color(ColorRole::BorderStrong).name()));
}

void MessageItem::build()
{
    m_isBuilt = true;
    style();
    m_isHtml = !m_message.rawHtml.isEmpty();
    m_blockedImages = 0;
    if (m_isHtml) {
        const SafeHtml safe = sanitizeHtml(m_message.rawHtml);
        m_blockedImages = safe.blockedImages;
        m_body->setHtml(safe.html);
        const DocumentQuote quote = findQuotation(*m_body);
        m_quotedLines = quote.lines;
        if (quote.position > 0 && !m_isQuoteShown) {
            QTextCursor folded(m_body.get());
            folded.setPosition(quote.position - 1); // with the line break before it
            folded.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
            folded.removeSelectedText();
        }
        // A mail of pictures alone: its text, if it brought one, says more than an empty card.
        if (m_body->isEmpty() && !m_text.own.isEmpty())
            m_body->setPlainText(m_text.own);
    } else {
        m_quotedLines = m_text.quotedLines;
        QString text = m_text.own;
        if (m_isQuoteShown)
            text += u"\n\n"_s + m_text.quoted;
        m_body->setPlainText(text);
    }
    QTextOption option = m_body->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(
        m_body->toPlainText().left(200).isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_body->setDefaultTextOption(option);
    findWords();
}

QList<Attachment> MessageItem::inlineImages() const
{
    QList<Attachment> images;
    for (const Attachment &attachment : m_message.attachments)
        if (!attachment.contentId.isEmpty() && m_message.rawHtml.contains(u"cid:"_s + attachment.contentId))
            images.append(attachment);
    return images;
}

QList<Attachment> MessageItem::savedAttachments() const
{
    return m_message.attachments;
}

void MessageItem::setInlineImage(const QString &contentId, const QByteArray &bytes)
{
    m_body->addInlineImage(contentId, bytes);
    build(); // resources are cached by the document with its text
}

QString MessageItem::headText() const
{
    QStringList parts;
    if (isNote())
        return translated(QT_TRANSLATE_NOOP("MessageItem", "Note by %1 · only your team sees this"))
            .arg(m_message.fromName.isEmpty() ? translated(QT_TRANSLATE_NOOP("MessageItem", "you"))
                                              : m_message.fromName);
    switch (m_message.sender) {
    case Sender::Lead:
        parts.append(m_message.fromName.isEmpty() ? translated(QT_TRANSLATE_NOOP("MessageItem", "Lead"))
                                                  : m_message.fromName);
        break;
    case Sender::Ai:
        parts.append(m_message.source == u"inboxxia_campaign"_s
                ? translated(QT_TRANSLATE_NOOP("MessageItem", "Campaign step"))
                : translated(QT_TRANSLATE_NOOP("MessageItem", "Sent by AI")));
        break;
    case Sender::Human:
        parts.append(m_message.fromName.isEmpty()
                ? translated(QT_TRANSLATE_NOOP("MessageItem", "Sent by a person"))
                : m_message.fromName);
        break;
    }
    parts.append(presentChannel(m_message.channel).text);
    if (!m_message.toEmail.isEmpty() && !isInbound())
        parts.append(translated(QT_TRANSLATE_NOOP("MessageItem", "to %1")).arg(m_message.toEmail));
    if (!m_message.cc.isEmpty())
        parts.append(translated(QT_TRANSLATE_NOOP("MessageItem", "Cc %1")).arg(m_message.cc.join(u", "_s)));
    return parts.join(u" · "_s);
}

void MessageItem::layOut(int width)
{
    if (!m_isBuilt)
        build();
    const int pad = m_theme.px(Spacing::M);
    const int inner = width - 2 * pad;
    m_body->setTextWidth(inner);
    const int ideal = static_cast<int>(std::ceil(m_body->idealWidth()));
    const QFontMetrics caption(m_theme.font(TextStyle::Caption, QFont::Medium));
    const QString time = presentClock(m_message.timestamp, QLocale());
    const int headWidth = m_theme.px(14 + 6) + caption.horizontalAdvance(headText()) + m_theme.px(Spacing::L)
        + caption.horizontalAdvance(time);
    // Cards are as narrow as what they hold, down to a least width that keeps a column of them calm.
    const QFontMetrics bold(m_theme.font(TextStyle::Body, QFont::Bold));
    const int content = std::clamp(
        std::max({ideal, headWidth, bold.horizontalAdvance(m_message.subject), m_theme.px(220)}), 0, inner);
    if (content < inner)
        m_body->setTextWidth(content);
    int y = m_theme.px(10);
    m_headRect = QRect(pad, y, content, m_theme.px(16));
    y = m_headRect.bottom() + 1 + m_theme.px(6);
    m_subjectRect = {};
    if (!m_message.subject.isEmpty()) {
        m_subjectRect = QRect(pad, y, content, m_theme.px(18));
        y = m_subjectRect.bottom() + 1 + m_theme.px(Spacing::Xs);
    }
    m_bodyRect = QRect(pad, y, content, static_cast<int>(std::ceil(m_body->size().height())));
    y = m_bodyRect.bottom() + 1;
    m_quoteRect = {};
    if (m_quotedLines > 0) {
        const int quoteWidth
            = caption.horizontalAdvance(
                  translated(QT_TRANSLATE_NOOP("MessageItem", "Hide quoted text · %1")).arg(lineCount(999)))
            + m_theme.px(28);
        m_quoteRect = QRect(pad, y + m_theme.px(Spacing::S), std::min(quoteWidth, content), m_theme.px(24));
        y = m_quoteRect.bottom() + 1;
    }
    m_noteRect = {};
    if (m_blockedImages > 0) {
        m_noteRect = QRect(pad, y + m_theme.px(Spacing::S), content, m_theme.px(18));
        y = m_noteRect.bottom() + 1;
    }
    m_attachmentRects.clear();
    for (qsizetype i = 0; i < savedAttachments().size(); ++i) {
        m_attachmentRects.append(QRect(pad, y + m_theme.px(Spacing::S), content, m_theme.px(32)));
        y = m_attachmentRects.last().bottom() + 1;
    }
    m_size = {content + 2 * pad, y + m_theme.px(Spacing::M)};
}

MessageItem::Spot MessageItem::spotAt(const QPoint &point) const
{
    if (m_quoteRect.contains(point))
        return {.kind = Spot::Kind::Quote};
    for (qsizetype i = 0; i < m_attachmentRects.size(); ++i)
        if (m_attachmentRects.at(i).contains(point))
            return {.kind = Spot::Kind::Attachment, .attachment = static_cast<int>(i)};
    if (m_bodyRect.contains(point)) {
        const QString link = m_body->documentLayout()->anchorAt(point - m_bodyRect.topLeft());
        if (!link.isEmpty())
            return {.kind = Spot::Kind::Link, .link = link};
    }
    return {};
}

QList<MessageItem::Spot> MessageItem::spots() const
{
    QList<Spot> spots;
    for (QTextBlock block = m_body->begin(); block.isValid(); block = block.next()) {
        QString last; // a link of several fragments is one
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QString link = fragment.charFormat().anchorHref();
            if (!link.isEmpty() && link != last)
                spots.append({.kind = Spot::Kind::Link, .link = link, .position = fragment.position()});
            last = link;
        }
    }
    if (!m_quoteRect.isNull())
        spots.append({.kind = Spot::Kind::Quote});
    for (int i = 0; i < static_cast<int>(m_attachmentRects.size()); ++i)
        spots.append({.kind = Spot::Kind::Attachment, .attachment = i});
    return spots;
}

QRect MessageItem::rectOf(const Spot &spot) const
{
    if (spot.kind == Spot::Kind::Quote)
        return m_quoteRect;
    if (spot.kind == Spot::Kind::Attachment)
        return m_attachmentRects.value(spot.attachment);
    const QTextBlock block = m_body->findBlock(spot.position);
    if (spot.kind != Spot::Kind::Link || !block.isValid())
        return {};
    // The first line of the link, which is where the eye finds it.
    const QTextLine line = block.layout()->lineForTextPosition(spot.position - block.position());
    if (!line.isValid())
        return {};
    int length = 0;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        if (it.fragment().contains(spot.position))
            length = it.fragment().length();
    const int from = spot.position - block.position();
    const int to = std::min(from + length, line.textStart() + line.textLength());
    const qreal left = std::min(line.cursorToX(from), line.cursorToX(to));
    const qreal right = std::max(line.cursorToX(from), line.cursorToX(to));
    const QPointF origin = m_body->documentLayout()->blockBoundingRect(block).topLeft();
    return QRectF(origin + QPointF(left, line.y()), QSizeF(right - left, line.height()))
        .toAlignedRect()
        .translated(m_bodyRect.topLeft());
}

QString MessageItem::hintAt(const QPoint &point) const
{
    if (m_headRect.contains(point))
        return presentExactTime(m_message.timestamp, QLocale());
    return spotAt(point).link;
}

int MessageItem::positionAt(const QPoint &point) const
{
    const int position = m_body->documentLayout()->hitTest(point - m_bodyRect.topLeft(), Qt::FuzzyHit);
    return position < 0 ? (point.y() < m_bodyRect.top() ? 0 : m_body->characterCount() - 1) : position;
}

void MessageItem::select(int anchor, int position)
{
    m_selection = QTextCursor(m_body.get());
    m_selection.setPosition(anchor);
    m_selection.setPosition(position, QTextCursor::KeepAnchor);
}

void MessageItem::selectWord(int position)
{
    m_selection = QTextCursor(m_body.get());
    m_selection.setPosition(position);
    m_selection.select(QTextCursor::WordUnderCursor);
}

void MessageItem::selectAll()
{
    m_selection = QTextCursor(m_body.get());
    m_selection.select(QTextCursor::Document);
}

QString MessageItem::selectedText() const
{
    return m_selection.isNull() ? QString() : m_selection.selection().toPlainText();
}

void MessageItem::paint(QPainter &painter, const QRect &exposed) const
{
    const ColorRole ground = isNote()    ? ColorRole::WarnSoft
        : isInbound()                    ? ColorRole::Surface
        : m_message.sender == Sender::Ai ? ColorRole::AccentSoft
                                         : ColorRole::InfoSoft;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isInbound() ? QPen(m_theme.color(ColorRole::Border), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.color(ground));
    painter.drawRoundedRect(
        QRectF(QPointF(0.5, 0.5), QSizeF(m_size) - QSizeF(1, 1)), Radius::Card, Radius::Card);

    const QColor quiet = m_theme.color(ColorRole::Text2);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const int icon = m_theme.px(14);
    // The writer begins the line, the time ends it, in either direction of reading.
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const QRect glyph(m_headRect.left(), m_headRect.top() + (m_headRect.height() - icon) / 2, icon, icon);
    painter.drawPixmap(QStyle::visualRect(direction, m_headRect, glyph).topLeft(),
        iconPixmap(isNote() ? IconName::Lock : presentChannel(m_message.channel).glyph, quiet, icon, ratio));
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(quiet);
    const QString time = presentClock(m_message.timestamp, QLocale());
    painter.drawText(m_headRect, Qt::AlignRight | Qt::AlignVCenter, time);
    const int timeWidth = painter.fontMetrics().horizontalAdvance(time) + m_theme.px(Spacing::S);
    const QRect head = QStyle::visualRect(
        direction, m_headRect, m_headRect.adjusted(icon + m_theme.px(6), 0, -timeWidth, 0));
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(headText(), Qt::ElideRight, head.width()));
    if (!m_subjectRect.isNull()) {
        painter.setFont(m_theme.font(TextStyle::Body, QFont::Bold));
        painter.setPen(m_theme.color(ColorRole::Text));
        const Qt::Alignment side = m_message.subject.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(m_subjectRect, side | Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(m_message.subject, Qt::ElideRight, m_subjectRect.width()));
    }
    painter.save();
    painter.translate(m_bodyRect.topLeft());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(exposed.translated(-m_bodyRect.topLeft()));
    context.palette.setColor(QPalette::Text, m_theme.color(ColorRole::Text));
    for (const QTextCursor &found : m_found) {
        QAbstractTextDocumentLayout::Selection mark;
        mark.cursor = found;
        mark.format.setBackground(m_theme.color(ColorRole::WarnSoft));
        mark.format.setForeground(m_theme.color(ColorRole::Warn));
        context.selections.append(mark);
    }
    if (m_selection.hasSelection()) {
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = m_selection;
        selection.format.setBackground(m_theme.color(ColorRole::Info));
        selection.format.setForeground(m_theme.color(ColorRole::Surface));
        context.selections.append(selection);
    }
    m_body->documentLayout()->draw(&painter, context);
    painter.restore();

    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    if (!m_quoteRect.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Sunken));
        painter.drawRoundedRect(m_quoteRect, m_theme.px(Spacing::Xs), m_theme.px(Spacing::Xs));
        const int small = m_theme.px(12);
        painter.drawPixmap(m_quoteRect.left() + m_theme.px(6),
            m_quoteRect.top() + (m_quoteRect.height() - small) / 2,
            iconPixmap(m_isQuoteShown ? IconName::ChevronDown : IconName::ChevronRight, quiet, small, ratio));
        painter.setPen(quiet);
        painter.drawText(m_quoteRect.adjusted(m_theme.px(22), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            m_isQuoteShown ? translated(QT_TRANSLATE_NOOP("MessageItem", "Hide quoted text · %1"))
                                 .arg(lineCount(m_quotedLines))
                           : translated(QT_TRANSLATE_NOOP("MessageItem", "Quoted text · %1"))
                                 .arg(lineCount(m_quotedLines)));
    }
    if (!m_noteRect.isNull()) {
        const int small = m_theme.px(14);
        painter.drawPixmap(m_noteRect.left(), m_noteRect.top() + (m_noteRect.height() - small) / 2,
            iconPixmap(IconName::Image, quiet, small, ratio));
        painter.setPen(quiet);
        painter.drawText(m_noteRect.adjusted(small + m_theme.px(6), 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter,
            translated(QT_TRANSLATE_NOOP("MessageItem", "Remote images are off · %1 not loaded"))
                .arg(m_blockedImages));
    }
    for (qsizetype i = 0; i < m_attachmentRects.size(); ++i) {
        const QRect &rect = m_attachmentRects.at(i);
        const Attachment attachment = savedAttachments().at(i);
        painter.setPen(QPen(m_theme.color(ColorRole::BorderStrong), 1));
        painter.setBrush(m_theme.color(ColorRole::Surface));
        painter.drawRoundedRect(
            QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Radius::Control, Radius::Control);
        painter.drawPixmap(rect.left() + m_theme.px(Spacing::S), rect.top() + (rect.height() - icon) / 2,
            iconPixmap(IconName::Attachment, quiet, icon, ratio));
        painter.setPen(m_theme.color(ColorRole::Text));
        const QRect text = rect.adjusted(m_theme.px(30), 0, -m_theme.px(Spacing::S), 0);
        painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(
                attachment.name, Qt::ElideMiddle, text.width() - m_theme.px(72)));
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(quiet);
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, sizeText(attachment.sizeBytes));
    }
}

} // namespace signalbox
