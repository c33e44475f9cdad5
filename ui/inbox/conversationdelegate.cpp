// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationdelegate.h"

#include "ui/base/skeleton.h"
#include "ui/inbox/chip.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

/// One row's painting: what every part of it needs.
struct ConversationDelegate::Pen
{
    QPainter &painter;
    const Conversation &row;
    std::optional<Departure> departure; ///< of a ghost
    bool isCurrent;
    qreal ratio;
    QRect bounds; ///< the row
    Qt::LayoutDirection direction;

    /// Where what is laid out from left to right stands in the reader's direction.
    QRect at(const QRect &rect) const { return QStyle::visualRect(direction, bounds, rect); }
};

namespace {

constexpr qreal GhostOpacity = 0.5;

/// Where a ghost went, as its tag says it.
QString departureText(const Departure &departure)
{
    switch (departure.why) {
    case Departure::Why::Unknown:
        return ConversationDelegate::tr("no longer here");
    case Departure::Why::Category:
        return departure.to == InboxCategory::All
            ? ConversationDelegate::tr("in no category now")
            : ConversationDelegate::tr("now %1").arg(presentCategory(departure.to).text);
    case Departure::Why::Snoozed:
        return ConversationDelegate::tr("now snoozed");
    case Departure::Why::Filter:
        return ConversationDelegate::tr("filtered out now");
    case Departure::Why::Scope:
        return ConversationDelegate::tr("no longer yours");
    }
    Q_UNREACHABLE();
}

QString previewText(const Conversation &row)
{
    const QString text = row.lastMessage.simplified();
    if (row.lastSubject.isEmpty())
        return text;
    const QString subject = row.lastSubject.simplified();
    return text.isEmpty() ? subject : subject + u" — "_s + text;
}

QList<Label> chipsOf(const Conversation &row)
{
    QList<Label> chips;
    if (!row.sentimentTag.isEmpty())
        chips.append(presentSentiment(row.sentimentTag));
    if (row.hasAiDraft)
        chips.append({ConversationDelegate::tr("AI draft"), Tone::Asks, IconName::Sparkle});
    if (!row.lead.followUpBlockedReason.isEmpty())
        chips.append({ConversationDelegate::tr("Blocked"), Tone::No, IconName::Blocked});
    return chips;
}

/// Draws one line into the place and returns how wide it is.
int drawElided(QPainter &painter, const QRect &rect, Qt::LayoutDirection direction, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect, int(Qt::AlignVCenter | Qt::AlignAbsolute | side) | int(Qt::TextSingleLine), shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace

ConversationDelegate::ConversationDelegate(
    const InboxModel &model, const Theme &theme, const Clock &clock, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
    , m_clock(clock)
{ }

void ConversationDelegate::setHighlight(const QString &search)
{
    m_words = search.split(u' ', Qt::SkipEmptyParts);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_theme.listRowHeight()};
}

void ConversationDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Conversation *row = m_model.at(index.row());
    const RowState state = m_model.rowState(index.row());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Surface));
    if (row && m_overlay && m_overlay->has(row->lead.id))
        paintRow(*painter, option, m_overlay->shown(*row));
    else if (row)
        paintRow(*painter, option, *row);
    else if (state == RowState::Failed)
        paintFailed(*painter, option.rect);
    else
        Skeleton::paintRow(*painter, m_theme, option.rect, index.row());
    painter->fillRect(
        QRect(option.rect.left() + m_theme.px(Spacing::M), option.rect.bottom(), option.rect.width(), 1),
        m_theme.color(ColorRole::Border));
}

void ConversationDelegate::paintFailed(QPainter &painter, const QRect &rect) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(ColorRole::Text3));
    painter.drawText(rect.adjusted(m_theme.px(Spacing::M), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
        tr("Could not be loaded. Retry loads it again."));
}

void ConversationDelegate::paintRow(
    QPainter &painter, const QStyleOptionViewItem &option, const Conversation &row) const
{
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent)
        painter.fillRect(QStyle::visualRect(option.direction, option.rect,
                             QRect(option.rect.topLeft(), QSize(m_theme.px(3), option.rect.height()))),
            m_theme.color(ColorRole::Accent));
    Pen pen {painter, row, m_model.departure(row.lead.id), isCurrent, painter.device()->devicePixelRatioF(),
        option.rect, option.direction};
    if (pen.departure)
        painter.setOpacity(GhostOpacity);
    if (row.isUnread) {
        const int dot = m_theme.px(6);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorRole::Accent));
        const int y = m_theme.px(m_theme.density() == Theme::Density::Compact ? 13 : 12);
        const QRect mark(option.rect.left() + m_theme.px(4), option.rect.top() + y, dot, dot);
        painter.drawEllipse(QStyle::visualRect(option.direction, option.rect, mark));
    }
    const bool isCompact = m_theme.density() == Theme::Density::Compact;
    QRect area = option.rect.adjusted(
        m_theme.px(Spacing::M), m_theme.px(isCompact ? 7 : 6), -m_theme.px(Spacing::M), -m_theme.px(6));
    const int headHeight = m_theme.px(18);
    paintHead(pen, QRect(area.left(), area.top(), area.width(), headHeight));
    if (isCompact) {
        const QRect line(area.left(), area.top() + m_theme.px(20), area.width(), m_theme.px(18));
        const int used = paintChips(pen, line, false);
        paintPreview(pen, line.adjusted(0, m_theme.px(1), -used, 0), 1, line.width() - used);
    } else {
        paintOrigin(pen, QRect(area.left(), area.top() + headHeight, area.width(), m_theme.px(15)));
        const QRect text(area.left(), area.top() + m_theme.px(34), area.width(), m_theme.px(30));
        const QRect last(area.left(), area.top() + m_theme.px(49), area.width(), m_theme.px(15));
        paintPreview(pen, text, 2, last.width() - paintChips(pen, last, true));
    }
    painter.setOpacity(1);
}

void ConversationDelegate::paintHead(Pen &pen, QRect line) const
{
    QPainter &painter = pen.painter;
    const Conversation &row = pen.row;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(pen.isCurrent ? ColorRole::Text2 : ColorRole::Text3));
    const QString time = presentTime(row.lastMessageTime, m_clock.now(), QLocale());
    const QRect timePlace
        = line.adjusted(line.width() - painter.fontMetrics().horizontalAdvance(time), 0, 0, 0);
    painter.drawText(pen.at(timePlace), int(Qt::AlignCenter) | int(Qt::TextDontClip), time);
    const int timeWidth = painter.fontMetrics().horizontalAdvance(time) + m_theme.px(Spacing::S);
    if (pen.departure) {
        paintDeparture(pen, line, timeWidth);
        return;
    }
    const int marks = m_theme.px(18 + Spacing::S) + (row.requiresAttention ? m_theme.px(18) : 0);
    painter.setFont(m_theme.font(TextStyle::Body, row.requiresAttention ? QFont::Bold : QFont::Medium));
    painter.setPen(m_theme.color(ColorRole::Text));
    const QRect name = line.adjusted(0, 0, -timeWidth - marks, 0);
    int x = name.left() + drawElided(painter, pen.at(name), pen.direction, row.lead.name())
        + m_theme.px(Spacing::S);
    const QRect score(x, line.top() + m_theme.px(1), m_theme.px(18), chipHeight(m_theme));
    paintScore(painter, m_theme, pen.at(score), row.lead.overallScore);
    x += m_theme.px(18 + Spacing::Xs);
    if (row.requiresAttention) {
        const int size = m_theme.px(14);
        const QRect mark(x, line.top() + (line.height() - size) / 2, size, size);
        painter.drawPixmap(pen.at(mark).topLeft(),
            iconPixmap(IconName::Attention, m_theme.color(ColorRole::Danger), size, pen.ratio));
    }
}

// In the place of score and mark, which say nothing about this list any more; and in full ink.
void ConversationDelegate::paintDeparture(Pen &pen, const QRect &line, int timeWidth) const
{
    QPainter &painter = pen.painter;
    const Label tag {departureText(*pen.departure), Tone::Quiet, IconName::None};
    const int width = chipWidth(m_theme, tag);
    painter.setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    painter.setPen(m_theme.color(ColorRole::Text));
    const QRect name = line.adjusted(0, 0, -timeWidth - width - m_theme.px(Spacing::S), 0);
    const int x = name.left() + drawElided(painter, pen.at(name), pen.direction, pen.row.lead.name())
        + m_theme.px(Spacing::S);
    painter.setOpacity(1);
    const QRect chip(x, line.top() + (line.height() - chipHeight(m_theme)) / 2, width, chipHeight(m_theme));
    paintChip(painter, m_theme, pen.at(chip), tag);
    painter.setOpacity(GhostOpacity);
}

void ConversationDelegate::paintOrigin(Pen &pen, QRect line) const
{
    QPainter &painter = pen.painter;
    const Conversation &row = pen.row;
    const QColor ink = m_theme.color(ColorRole::Text2);
    const int size = m_theme.px(14);
    int right = line.right() + 1;
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
    painter.setPen(ink);
    if (const QString initials = initialsOf(row.lead.assignedToEmail); !initials.isEmpty()) {
        const int width = painter.fontMetrics().horizontalAdvance(initials);
        right -= width;
        const QRect place(right, line.top(), width + 1, line.height());
        painter.drawText(pen.at(place), Qt::AlignCenter, initials);
        right -= m_theme.px(Spacing::S);
    }
    const auto drawGlyph = [&](IconName icon, const QColor &color) {
        right -= size;
        const QRect place(right, line.top() + (line.height() - size) / 2, size, size);
        painter.drawPixmap(pen.at(place).topLeft(), iconPixmap(icon, color, size, pen.ratio));
        right -= m_theme.px(Spacing::Xs);
    };
    for (const Channel channel : row.channels)
        drawGlyph(presentChannel(channel).glyph, ink);
    if (row.lead.smsDndActive)
        drawGlyph(IconName::Moon, m_theme.color(ColorRole::Warn));
    QStringList origin {row.lead.companyName, row.campaignName};
    origin.removeAll(QString());
    painter.setFont(m_theme.font(TextStyle::Caption));
    line.setRight(right - m_theme.px(Spacing::Xs));
    drawElided(painter, pen.at(line), pen.direction, origin.join(u" · "_s));
}

int ConversationDelegate::paintChips(Pen &pen, QRect line, bool hasText) const
{
    int used = 0;
    const QList<Label> chips = chipsOf(pen.row);
    for (qsizetype i = std::min<qsizetype>(chips.size(), 3) - 1; i >= 0; --i) {
        const int width = chipWidth(m_theme, chips.at(i), hasText);
        const QRect chip(line.right() + 1 - used - width,
            line.top() + (line.height() - chipHeight(m_theme)) / 2, width, chipHeight(m_theme));
        paintChip(pen.painter, m_theme, pen.at(chip), chips.at(i), hasText);
        used += width + m_theme.px(Spacing::Xs);
    }
    return used;
}

void ConversationDelegate::paintPreview(Pen &pen, const QRect &area, int lines, int lastLineWidth) const
{
    const QString text = previewText(pen.row);
    QTextLayout layout(text, m_theme.font(TextStyle::Caption), pen.painter.device());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    if (pen.direction == Qt::RightToLeft) // the edge is the reader's, the order of the words the text's own
        option.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    layout.setTextOption(option);
    layout.setCacheEnabled(false);
    const int lineHeight = area.height() / lines;
    layout.beginLayout();
    int from = 0;
    for (int i = 0; i + 1 < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        line.setPosition({0, 0});
        from = line.textStart() + line.textLength();
    }
    layout.endLayout();
    pen.painter.setPen(m_theme.color(ColorRole::Text2));
    QList<QTextLayout::FormatRange> marks;
    QTextCharFormat mark;
    mark.setBackground(m_theme.color(ColorRole::WarnSoft));
    mark.setForeground(m_theme.color(ColorRole::Warn));
    for (const QString &word : m_words)
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0 && at < from;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            marks.append({static_cast<int>(at), static_cast<int>(word.size()), mark});
    if (lines > 1)
        layout.draw(&pen.painter, pen.at(area).topLeft(), marks);
    if (from >= text.size())
        return;
    // The last line is cut to what the chips leave.
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    const QString rest
        = metrics.elidedText(text.mid(from), Qt::ElideRight, lastLineWidth - m_theme.px(Spacing::S));
    QRect last(area.left(), area.top() + (lines - 1) * lineHeight, lastLineWidth - m_theme.px(Spacing::S),
        lineHeight);
    pen.painter.setFont(m_theme.font(TextStyle::Caption));
    QTextLayout tail(rest, m_theme.font(TextStyle::Caption), pen.painter.device());
    option.setWrapMode(QTextOption::NoWrap);
    tail.setTextOption(option);
    tail.beginLayout();
    QTextLine line = tail.createLine();
    if (line.isValid())
        line.setLineWidth(last.width());
    tail.endLayout();
    marks.clear();
    for (const QString &word : m_words)
        for (qsizetype at = rest.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = rest.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            marks.append({static_cast<int>(at), static_cast<int>(word.size()), mark});
    tail.draw(&pen.painter, pen.at(last).topLeft(), marks);
}

QString ConversationDelegate::describe(int row) const
{
    const Conversation *conversation = m_model.at(row);
    if (!conversation)
        return tr("Loading");
    QStringList parts {conversation->lead.name(), conversation->lead.companyName};
    if (m_overlay ? m_overlay->shown(*conversation).isUnread : conversation->isUnread)
        parts.append(tr("unread"));
    if (conversation->requiresAttention)
        parts.append(tr("requires attention"));
    if (const auto departure = m_model.departure(conversation->lead.id))
        parts.append(departureText(*departure));
    parts.append(presentSentiment(conversation->sentimentTag).text);
    if (conversation->lead.overallScore)
        parts.append(tr("score %1").arg(*conversation->lead.overallScore));
    if (conversation->hasAiDraft)
        parts.append(tr("AI draft ready"));
    if (conversation->lead.smsDndActive)
        parts.append(tr("do not disturb (SMS)"));
    if (!conversation->lead.followUpBlockedReason.isEmpty())
        parts.append(tr("follow-ups blocked: %1").arg(conversation->lead.followUpBlockedReason));
    for (const Channel channel : conversation->channels)
        parts.append(presentChannel(channel).text);
    if (!conversation->lead.assignedToEmail.isEmpty())
        parts.append(tr("assigned to %1").arg(conversation->lead.assignedToEmail));
    parts.append(presentExactTime(conversation->lastMessageTime, QLocale()));
    parts.append(previewText(*conversation));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace signalbox
