// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/base/consolestyle.h"

#include <QAbstractItemDelegate>
#include <QEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

int wordScore(QStringView word, const QString &text)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0)
        return 100;
    if (at > 0)
        return text.at(at - 1).isLetterOrNumber() ? 40 : 80;
    qsizetype from = 0;
    for (const QChar letter : word) {
        from = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (from < 0)
            return 0;
        ++from;
    }
    return 10;
}

class PaletteDelegate final : public QAbstractItemDelegate
{
public:
    PaletteDelegate(const Theme &theme, QObject *parent)
        : QAbstractItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(200), m_theme.px(36)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool isRtl = option.direction == Qt::RightToLeft;
        if (isSelected || option.state & QStyle::State_MouseOver)
            paintBox(*painter, option.rect.adjusted(0, 1, 0, -1),
                m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Sunken), {}, Radius::Control);
        const int pad = m_theme.px(Spacing::S);
        const int icon = m_theme.px(18);
        const QRect inner = option.rect.adjusted(pad, 0, -pad, 0);
        const int iconLeft = isRtl ? inner.right() - icon + 1 : inner.left();
        const auto name = index.data(PaletteModel::IconRole).value<int>();
        painter->drawPixmap(QPoint(iconLeft, inner.center().y() - icon / 2 + 1),
            iconPixmap(static_cast<IconName>(name), m_theme.color(ColorRole::Text2), icon,
                painter->device()->devicePixelRatioF()));
        const int step = icon + m_theme.px(Spacing::M);
        const QRect line = isRtl ? inner.adjusted(0, 0, -step, 0) : inner.adjusted(step, 0, 0, 0);
        const Qt::Alignment start = Qt::AlignVCenter | (isRtl ? Qt::AlignRight : Qt::AlignLeft);
        const Qt::Alignment end = Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight);

        painter->setFont(m_theme.font(TextStyle::Caption));
        const QString keys = index.data(PaletteModel::KeysRole).toString();
        const QString hint = keys.isEmpty() ? index.data(PaletteModel::GroupRole).toString() : keys;
        painter->setPen(m_theme.color(ColorRole::Text2));
        painter->drawText(line, int(end), hint);
        const int hintWidth = painter->fontMetrics().horizontalAdvance(hint) + pad;
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(m_theme.color(ColorRole::Text));
        const QRect text = isRtl ? line.adjusted(hintWidth, 0, 0, 0) : line.adjusted(0, 0, -hintWidth, 0);
        painter->drawText(text, int(start),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }

private:
    const Theme &m_theme;
};

} // namespace

int paletteScore(const QString &typed, const QString &text)
{
    int score = 1;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const int one = wordScore(word, text);
        if (one == 0)
            return 0;
        score += one;
    }
    return score;
}

void PaletteModel::setEntries(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    rebuild();
}

void PaletteModel::setTyped(const QString &typed)
{
    m_typed = typed;
    rebuild();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry &entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return entry.keys.isEmpty() ? entry.text : entry.text + u", "_s + entry.keys;
    case GroupRole:
        return entry.group;
    case KeysRole:
        return entry.keys;
    case IconRole:
        return int(entry.icon);
    default:
        return {};
    }
}

void PaletteModel::rebuild()
{
    beginResetModel();
    QList<std::pair<int, int>> scored;
    for (int i = 0; i < m_entries.size(); ++i) {
        const int score = m_entries.at(i).isEnabled ? paletteScore(m_typed, m_entries.at(i).text) : 0;
        if (score > 0)
            scored.append({score, i});
    }
    std::ranges::stable_sort(scored, std::ranges::greater(), &std::pair<int, int>::first);
    m_rows.clear();
    for (const auto &[score, row] : std::as_const(scored))
        m_rows.append(row);
    endResetModel();
}

CommandPalette::CommandPalette(const Theme &theme, QWidget *window)
    : Picker(theme, window)
    , m_model(new PaletteModel(this))
{
    setObjectName(u"commandPalette"_s);
    setPlace(Place::Top);
    setCardWidth(600);
    list()->setItemDelegate(new PaletteDelegate(theme, this));
    setModel(m_model);
    retranslate();
    connect(searchBox(), &QLineEdit::textChanged, m_model, &PaletteModel::setTyped);
    connect(this, &Picker::chosen, this, [this](const QModelIndex &index) {
        const auto run = m_model->at(index.row()).run;
        run();
    });
}

void CommandPalette::openWith(const QList<PaletteEntry> &entries)
{
    searchBox()->clear();
    m_model->setEntries(entries);
    open();
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Picker::changeEvent(event);
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Commands"));
    setPlaceholder(tr("Type a command, a page or a workspace"));
    setNothingFound(tr("Nothing here goes by that name."));
    setFootnote(tr("↑ ↓ choose   Enter run   Esc close"));
}

} // namespace signalbox
