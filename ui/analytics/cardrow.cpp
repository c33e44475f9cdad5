// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/cardrow.h"

#include "ui/analytics/kpicard.h"

#include <QStyle>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int NarrowestCard = 168;

} // namespace

CardRow::CardRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { resizeEvent(nullptr); });
}

void CardRow::add(KpiCard *card)
{
    card->setParent(this);
    m_cards.append(card);
    updateGeometry();
}

/// As many as fit, but no line with a single card where the others hold several.
int CardRow::columnsFor(int width) const
{
    const int gap = m_theme.px(Spacing::M);
    const int count = int(m_cards.size());
    const int fitting = std::clamp((width + gap) / (m_theme.px(NarrowestCard) + gap), 1, std::max(count, 1));
    const int lines = (count + fitting - 1) / std::max(fitting, 1);
    return lines > 0 ? (count + lines - 1) / lines : 1;
}

QRect CardRow::place(int card, const QRect &area) const
{
    const int gap = m_theme.px(Spacing::M);
    const int columns = columnsFor(area.width());
    const int height = m_cards.isEmpty() ? 0 : m_cards.first()->sizeHint().height();
    // Edges, not widths, are rounded: the last card ends where the row ends.
    const int begin = (card % columns) * (area.width() + gap) / columns;
    const int width = (card % columns + 1) * (area.width() + gap) / columns - gap - begin;
    const QRect left(area.left() + begin, area.top() + (card / columns) * (height + gap), width, height);
    return QStyle::visualRect(layoutDirection(), area, left);
}

int CardRow::heightFor(int width) const
{
    if (m_cards.isEmpty())
        return 0;
    const int columns = columnsFor(width);
    const int lines = (int(m_cards.size()) + columns - 1) / columns;
    const int gap = m_theme.px(Spacing::M);
    return lines * m_cards.first()->sizeHint().height() + (lines - 1) * gap;
}

QSize CardRow::sizeHint() const
{
    const int width = int(m_cards.size()) * m_theme.px(NarrowestCard + Spacing::M);
    return {width, heightFor(width)};
}

QSize CardRow::minimumSizeHint() const
{
    return {m_theme.px(NarrowestCard), m_cards.isEmpty() ? 0 : m_cards.first()->sizeHint().height()};
}

QSize CardRow::pictureSize() const
{
    const int wide = std::max(width(), sizeHint().width());
    return {wide, heightFor(wide)};
}

void CardRow::paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const
{
    for (int card = 0; card < m_cards.size(); ++card)
        m_cards.at(card)->paintPicture(painter, place(card, area), scheme);
}

/// Its height follows from its width. Not by heightForWidth(): panels keep their content in a stack, which
/// does not hand that on.
void CardRow::resizeEvent(QResizeEvent *)
{
    if (height() != heightFor(width()))
        setFixedHeight(heightFor(width()));
    for (int card = 0; card < m_cards.size(); ++card)
        m_cards.at(card)->setGeometry(place(card, rect()));
}

} // namespace signalbox
