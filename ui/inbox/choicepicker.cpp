// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/choicepicker.h"

#include "ui/base/consolestyle.h"

#include <QAbstractItemDelegate>
#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

class ChoicePicker::Lines final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Choice &choice = m_choices.at(index.row());
        if (role == Qt::DisplayRole)
            return choice.text;
        if (role == Qt::AccessibleTextRole)
            return choice.detail.isEmpty() ? choice.text : choice.text + u", "_s + choice.detail;
        return {};
    }
    void setChoices(const QList<Choice> &choices)
    {
        beginResetModel();
        m_choices = choices;
        m_hasCurrent = std::ranges::any_of(choices, &Choice::isCurrent);
        endResetModel();
    }
    bool hasCurrent() const { return m_hasCurrent; }
    const Choice &at(int row) const { return m_choices.at(row); }

private:
    QList<Choice> m_choices;
    bool m_hasCurrent = false;
};

namespace {

template <typename LinesModel> class ChoiceDelegate final : public QAbstractItemDelegate
{
public:
    ChoiceDelegate(const Theme &theme, const LinesModel &lines, QObject *parent)
        : QAbstractItemDelegate(parent)
        , m_theme(theme)
        , m_lines(lines)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(200), m_theme.px(34)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Choice &choice = m_lines.at(index.row());
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool isMirrored = option.direction == Qt::RightToLeft;
        if (isSelected || option.state & QStyle::State_MouseOver)
            paintBox(*painter, option.rect.adjusted(0, 1, 0, -1),
                m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Sunken), {}, Radius::Control);
        if (choice.beginsGroup)
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                m_theme.color(ColorRole::Border));
        const int pad = m_theme.px(Spacing::S);
        const int mark = m_theme.px(16);
        const qreal ratio = painter->device()->devicePixelRatioF();
        QRect inner = option.rect.adjusted(pad, 0, -pad, 0);
        const auto take = [&](int width, bool atStart) {
            QRect part = inner;
            if (atStart != isMirrored) {
                part.setWidth(width);
                inner.setLeft(part.right() + 1 + pad);
            } else {
                part.setLeft(inner.right() - width + 1);
                inner.setRight(part.left() - 1 - pad);
            }
            return part;
        };
        const QRect icon = take(mark, true);
        if (choice.icon != IconName::None)
            painter->drawPixmap(icon.left(), icon.center().y() - mark / 2,
                iconPixmap(choice.icon, m_theme.color(toneText(choice.tone)), mark, ratio));
        // Every line leaves the mark's room, so that what stands before it is one column.
        const QRect check = m_lines.hasCurrent() ? take(mark, false) : QRect();
        if (choice.isCurrent) {
            painter->drawPixmap(check.left(), check.center().y() - mark / 2,
                iconPixmap(IconName::Check, m_theme.color(ColorRole::Accent), mark, ratio));
        }
        const int start = static_cast<int>(Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft));
        const int end = static_cast<int>(Qt::AlignVCenter | (isMirrored ? Qt::AlignLeft : Qt::AlignRight));
        painter->setFont(m_theme.font(TextStyle::Caption));
        painter->setPen(m_theme.color(ColorRole::Text2));
        if (!choice.detail.isEmpty()) {
            const QString detail
                = painter->fontMetrics().elidedText(choice.detail, Qt::ElideRight, inner.width() * 6 / 10);
            painter->drawText(take(painter->fontMetrics().horizontalAdvance(detail) + 1, false), end, detail);
        }
        painter->setFont(m_theme.font(TextStyle::Body, isSelected ? QFont::Medium : QFont::Normal));
        painter->setPen(m_theme.color(ColorRole::Text));
        painter->drawText(
            inner, start, painter->fontMetrics().elidedText(choice.text, Qt::ElideRight, inner.width()));
    }

private:
    const Theme &m_theme;
    const LinesModel &m_lines;
};

} // namespace

QList<Choice> matching(const QList<Choice> &choices, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    QList<Choice> found;
    std::ranges::copy_if(choices, std::back_inserter(found), [&](const Choice &choice) {
        return std::ranges::all_of(words, [&](const QString &word) {
            return choice.text.contains(word, Qt::CaseInsensitive)
                || choice.detail.contains(word, Qt::CaseInsensitive);
        });
    });
    return found;
}

ChoicePicker::ChoicePicker(const Theme &theme, QWidget *window)
    : Picker(theme, window)
    , m_lines(new Lines(this))
{
    setObjectName(u"choicePicker"_s);
    list()->setItemDelegate(new ChoiceDelegate<Lines>(theme, *m_lines, this));
    setCardWidth(380);
    setModel(m_lines);
    connect(searchBox(), &QLineEdit::textChanged, this, &ChoicePicker::reload);
    connect(this, &Picker::chosen, this, [this](const QModelIndex &index) {
        const QVariant value = m_lines->at(index.row()).value;
        if (m_chosen && value.isValid())
            m_chosen(value);
    });
}

void ChoicePicker::openWith(
    const Texts &texts, Source source, std::function<void(const QVariant &)> chosen, QWidget *anchor)
{
    m_source = std::move(source);
    m_chosen = std::move(chosen);
    setPlaceholder(texts.placeholder);
    setNothingFound(texts.nothing);
    setFootnote(texts.footnote);
    const bool hasAnchor = anchor && anchor->isVisible();
    setPlace(hasAnchor ? Place::UnderAnchor : Place::Top, hasAnchor ? anchor : nullptr);
    searchBox()->clear();
    reload();
    open();
}

void ChoicePicker::reload()
{
    if (m_source)
        m_lines->setChoices(m_source(searchBox()->text().trimmed()));
}

} // namespace signalbox
