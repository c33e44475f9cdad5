// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/eventrow.h"

#include "models/live/leadnames.h"
#include "ui/base/consolestyle.h"
#include "ui/base/icons.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QRect withoutStart(const QRect &area, int pixels, bool isRtl)
{
    return isRtl ? area.adjusted(0, 0, -pixels, 0) : area.adjusted(pixels, 0, 0, 0);
}

} // namespace

EventColumns EventColumns::of(const Theme &theme, int width)
{
    constexpr int NarrowBelow = 720;
    const int pad = Spacing::M;
    const int time = theme.px(112);
    const int kind = theme.px(124);
    const int setter = width < theme.px(NarrowBelow) ? 0 : theme.px(132);
    const int latency = theme.px(72);
    const int rest = std::max(width - time - kind - setter - latency - 2 * pad, 120);
    const int who = std::min(rest * 2 / 5, theme.px(240));
    const std::array widths {time, kind, who, rest - who, setter, latency};
    EventColumns columns;
    int left = pad;
    for (size_t i = 0; i < widths.size(); ++i) {
        columns.spans[i] = {left, widths[i]};
        left += widths[i];
    }
    return columns;
}

int EventColumns::at(int x, int width, bool isRightToLeft) const
{
    if (isRightToLeft)
        x = width - x;
    for (int column = EventFeedModel::ColumnCount - 1; column > 0; --column) {
        const Span &span = spans[size_t(column)];
        if (span.width > 0 && x >= span.left)
            return column;
    }
    return 0;
}

QRect EventColumns::rect(int column, const QRect &row, bool isRightToLeft) const
{
    const Span &span = spans[size_t(column)];
    const int left = isRightToLeft ? row.right() + 1 - span.left - span.width : row.left() + span.left;
    return {left, row.top(), span.width, row.height()};
}

QString EventColumns::title(int column)
{
    switch (column) {
    case EventFeedModel::Time:
        return QCoreApplication::translate("Live", "Time");
    case EventFeedModel::Kind:
        return QCoreApplication::translate("Live", "Kind");
    case EventFeedModel::Who:
        return QCoreApplication::translate("Live", "Lead");
    case EventFeedModel::Change:
        return QCoreApplication::translate("Live", "Change");
    case EventFeedModel::Setter:
        return QCoreApplication::translate("Live", "Setter");
    case EventFeedModel::Latency:
        return QCoreApplication::translate("Live", "Latency, ms");
    default:
        return {};
    }
}

EventRowPainter::EventRowPainter(const Theme &theme, EventFeedModel &model, LeadNames &names)
    : m_theme(theme)
    , m_model(model)
    , m_names(names)
{ }

int EventRowPainter::rowHeight() const
{
    return m_theme.px(m_theme.density() == Theme::Density::Comfortable ? 28 : 22);
}

const LiveRecord &EventRowPainter::recordOf(const LiveRow &row) const
{
    const LiveRing &ring = m_model.ring();
    return ring.at(std::clamp(row.first, ring.first(), ring.end() - 1));
}

EventRowPainter::Cell EventRowPainter::cell(const LiveRow &row, const LiveRecord &record, int column) const
{
    switch (column) {
    case EventFeedModel::Time:
        return {row.isGroup ? presentMoment(record.at).left(8) : presentMoment(record.at), ColorRole::Text2};
    case EventFeedModel::Kind:
        return {wireName(record.kind), ColorRole::Text2};
    case EventFeedModel::Who:
        if (row.isGroup)
            return {presentGroup(row, record.kind), ColorRole::Text, true};
        return {presentWho(record, m_names), ColorRole::Text};
    case EventFeedModel::Change:
        if (row.isGroup)
            return {};
        return {presentChange(record, m_names),
            record.kind == LiveKind::Heartbeat ? ColorRole::Text3 : ColorRole::Text};
    case EventFeedModel::Setter:
        return row.isGroup ? Cell {} : Cell {presentSetter(record, m_names), ColorRole::Text2};
    case EventFeedModel::Latency:
        return row.isGroup ? Cell {} : Cell {presentLatency(record), latencyTone(record)};
    default:
        return {};
    }
}

void EventRowPainter::paint(QPainter &painter, const QRect &rect, int number, const Look &look) const
{
    const LiveRow &row = m_model.row(number);
    const LiveRecord &record = recordOf(row);
    const bool isRtl = look.isRightToLeft;
    const bool isBreak = record.kind == LiveKind::Gap || record.kind == LiveKind::Resync;
    painter.fillRect(rect,
        m_theme.color(look.isCurrent ? ColorRole::Selection
                : isBreak            ? ColorRole::WarnSoft
                : row.isGroup        ? ColorRole::Window
                                     : ColorRole::Surface));
    const EventColumns columns = EventColumns::of(m_theme, rect.width());
    for (int column = 0; column < EventFeedModel::ColumnCount; ++column) {
        QRect area = columns.rect(column, rect, isRtl);
        if (area.width() <= 0)
            continue;
        if (row.isGroup && column == EventFeedModel::Who)
            area |= columns.rect(EventFeedModel::Change, rect, isRtl);
        if (look.isCurrent && look.hasFocus && column == look.currentColumn) {
            const QRect mark = isRtl ? area.adjusted(6, 2, 4, -2) : area.adjusted(-4, 2, -6, -2);
            paintBox(painter, mark, {}, m_theme.color(ColorRole::Focus), Radius::Control);
        }
        if (column != EventFeedModel::Latency)
            area = withoutStart(area, Spacing::S, !isRtl);
        if (column == EventFeedModel::Kind)
            area = paintDot(painter, area, kindTone(record), isRtl);
        if (column == EventFeedModel::Who && (row.isGroup || row.isChild))
            area = paintChevron(painter, area, row, isRtl);
        Cell shown = cell(row, record, column);
        if (look.isCurrent && shown.tone == ColorRole::Text3)
            shown.tone = ColorRole::Text2; // Text3 is too faint on a selected row (ux §14)
        paintText(painter, area, shown, (column == EventFeedModel::Latency) == isRtl);
    }
}

QRect EventRowPainter::paintDot(QPainter &painter, const QRect &area, ColorRole tone, bool isRtl) const
{
    const double dot = m_theme.px(7);
    const double left = isRtl ? area.right() - dot : area.left();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(tone));
    painter.drawEllipse(QRectF(left, area.center().y() - dot / 2 + 0.5, dot, dot));
    return withoutStart(area, m_theme.px(14), isRtl);
}

QRect EventRowPainter::paintChevron(
    QPainter &painter, const QRect &area, const LiveRow &row, bool isRtl) const
{
    const int icon = m_theme.px(14);
    const IconName name = row.isOpen ? IconName::ChevronDown
        : isRtl                      ? IconName::Back
                                     : IconName::ChevronRight;
    if (row.isGroup)
        painter.drawPixmap(isRtl ? area.right() - icon : area.left(), area.center().y() - icon / 2 + 1,
            iconPixmap(name, m_theme.color(ColorRole::Text2), icon, painter.device()->devicePixelRatioF()));
    return withoutStart(area, m_theme.px(16), isRtl);
}

void EventRowPainter::paintText(QPainter &painter, const QRect &area, const Cell &cell, bool isAtLeft) const
{
    if (cell.text.isEmpty())
        return;
    painter.setFont(m_theme.font(TextStyle::Body, cell.isStrong ? QFont::Medium : QFont::Normal));
    painter.setPen(m_theme.color(cell.tone));
    painter.drawText(area,
        int(Qt::AlignVCenter | Qt::AlignAbsolute | (isAtLeft ? Qt::AlignLeft : Qt::AlignRight)
            | Qt::TextSingleLine),
        painter.fontMetrics().elidedText(cell.text, Qt::ElideRight, area.width()));
}

QString EventRowPainter::text(int row, int column) const
{
    const LiveRow &shown = m_model.row(row);
    return cell(shown, recordOf(shown), column).text;
}

QString EventRowPainter::describe(int row) const
{
    QStringList parts;
    for (int column = 0; column < EventFeedModel::ColumnCount; ++column) {
        QString part = text(row, column);
        if (column == EventFeedModel::Latency && m_model.record(row) && m_model.record(row)->latency)
            part = QCoreApplication::translate("Live", "%1 ms").arg(part);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u", "_s);
}

} // namespace signalbox
