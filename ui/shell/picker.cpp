// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/picker.h"

#include "ui/base/icons.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsShown = 11;

} // namespace

Picker::Picker(const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_search(new QLineEdit(card()))
    , m_list(new QListView(card()))
    , m_nothing(new QLabel(card()))
    , m_footnote(new QLabel(card()))
{
    m_search->setObjectName(u"pickerSearch"_s);
    m_search->setClearButtonEnabled(false);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"pickerList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_nothing->setObjectName(u"pickerNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(Spacing::Xl);
    m_nothing->hide();
    m_footnote->setObjectName(u"pickerFootnote"_s);
    m_footnote->setContentsMargins(Spacing::S, 0, Spacing::S, 0);
    m_footnote->hide();
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(Spacing::S, Spacing::S, Spacing::S, Spacing::S);
    column->setSpacing(Spacing::S);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_footnote);
    const auto restyle = [this] {
        QPalette list = m_list->palette();
        list.setColor(QPalette::Base, this->theme().color(ColorRole::Raised));
        m_list->setPalette(list);
        QPalette quiet = m_footnote->palette();
        quiet.setColor(QPalette::WindowText, this->theme().color(ColorRole::Text3));
        m_footnote->setPalette(quiet);
        m_nothing->setPalette(quiet);
        m_footnote->setFont(this->theme().font(TextStyle::Caption));
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    const auto choose = [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        // First away with it: what is chosen may open another one, or a page that takes the focus.
        const QPersistentModelIndex kept(index);
        dismiss();
        Q_EMIT chosen(kept);
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_search, &QLineEdit::returnPressed, this, [this, choose] { choose(m_list->currentIndex()); });
}

void Picker::setModel(QAbstractItemModel *model)
{
    m_list->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &Picker::onRowsChanged);
    onRowsChanged();
}

void Picker::setPlaceholder(const QString &text)
{
    m_search->setPlaceholderText(text);
    m_search->setAccessibleName(text);
    m_list->setAccessibleName(text);
}

void Picker::setNothingFound(const QString &text)
{
    m_nothing->setText(text);
}

void Picker::setFootnote(const QString &text)
{
    m_footnote->setText(text);
    m_footnote->setVisible(!text.isEmpty());
}

QWidget *Picker::focusTarget() const
{
    return m_search;
}

QSize Picker::cardSize(const QSize &available) const
{
    const int rows = m_list->model() ? m_list->model()->rowCount() : 0;
    const int row = rows > 0 ? m_list->sizeHintForRow(0) : theme().px(Spacing::Huge);
    // Without a line, what is said instead needs some room.
    const int list = rows > 0 ? std::min(rows, RowsShown) * row + 2 : theme().px(88);
    const int rest
        = m_search->sizeHint().height() + 3 * Spacing::S + (m_footnote->isHidden() ? 0 : theme().px(22));
    return {std::min(theme().px(m_cardWidth), available.width()), std::min(list + rest, available.height())};
}

bool Picker::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(RowsShown - 1);
            return true;
        case Qt::Key_PageUp:
            move(1 - RowsShown);
            return true;
        default:
            break;
        }
    }
    return Overlay::eventFilter(object, event);
}

void Picker::onRowsChanged()
{
    const bool isEmpty = m_list->model()->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    if (!isEmpty)
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    if (isOpen())
        layoutCard();
}

void Picker::move(int step)
{
    const int rows = m_list->model()->rowCount();
    if (rows == 0)
        return;
    const int row = m_list->currentIndex().row() + step;
    // One step goes round the ends, a page stops there.
    const int target = std::abs(step) == 1 ? (row + rows) % rows : std::clamp(row, 0, rows - 1);
    m_list->setCurrentIndex(m_list->model()->index(target, 0));
}

} // namespace signalbox
