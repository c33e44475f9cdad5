// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmcolumnchooser.h"

#include "models/analytics/crmcell.h"
#include "ui/analytics/crmwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

CrmColumnChooser::CrmColumnChooser(const Theme &theme, CrmColumnSets *sets, QWidget *window)
    : Overlay(theme, window)
    , m_sets(sets)
    , m_layout(CrmColumnLayout::standard())
    , m_set(new QComboBox(card()))
    , m_name(new QLineEdit(card()))
    , m_save(new QPushButton(tr("Save"), card()))
    , m_remove(new QPushButton(tr("Delete"), card()))
    , m_list(new QListWidget(card()))
    , m_frozen(new QComboBox(card()))
    , m_reset(new QPushButton(tr("Reset to all columns"), card()))
{
    setObjectName(u"crmColumns"_s);
    setAccessibleName(tr("Columns"));
    auto *column = new QVBoxLayout(card());
    const int margin = theme.px(Spacing::L);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.px(Spacing::S));
    auto *title = new QLabel(tr("Columns"), card());
    title->setFont(theme.font(TextStyle::Section, QFont::Bold));
    column->addWidget(title);
    buildList();
    column->addWidget(m_list, 1);
    auto *frozen = new QHBoxLayout;
    auto *frozenLabel = new QLabel(tr("Columns that stay when you scroll"), card());
    frozenLabel->setBuddy(m_frozen);
    frozenLabel->setWordWrap(true);
    frozen->addWidget(frozenLabel, 1);
    frozen->addWidget(m_frozen);
    column->addLayout(frozen);
    buildSets();
    auto *end = new QHBoxLayout;
    end->addWidget(m_reset);
    end->addStretch(1);
    auto *done = new QPushButton(tr("Done"), card());
    done->setObjectName(u"crmColumnsDone"_s);
    done->setProperty("accent", true);
    connect(done, &QAbstractButton::clicked, this, &Overlay::dismiss);
    end->addWidget(done);
    column->addLayout(end);
    connect(m_reset, &QAbstractButton::clicked, this, [this] { choose(CrmColumnLayout::standard()); });
}

void CrmColumnChooser::buildList()
{
    m_list->setObjectName(u"crmColumnList"_s);
    m_list->setAccessibleName(tr("Columns in their order"));
    m_list->setAccessibleDescription(tr("Space shows or hides a column, Alt with an arrow moves it."));
    m_list->setToolTip(tr("Drag a column to its place, or press Alt with an arrow."));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setFrameShape(QFrame::StyledPanel);
    m_list->installEventFilter(this);
    m_frozen->setObjectName(u"crmFrozen"_s);
    for (int count = 0; count <= CrmColumnLayout::MaxFrozen; ++count)
        m_frozen->addItem(count == 0 ? tr("None") : tr("The first %Ln", nullptr, count), count);
    connect(m_list, &QListWidget::itemChanged, this, &CrmColumnChooser::takeList);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &CrmColumnChooser::takeList);
    connect(m_frozen, &QComboBox::activated, this, &CrmColumnChooser::takeList);
    m_reset->setObjectName(u"crmColumnsReset"_s);
}

void CrmColumnChooser::buildSets()
{
    m_set->setObjectName(u"crmSets"_s);
    m_set->setAccessibleName(tr("Saved sets"));
    m_name->setObjectName(u"crmSetName"_s);
    m_name->setPlaceholderText(tr("Save this set as…"));
    m_name->setAccessibleName(tr("Name of the set"));
    m_name->setMaxLength(60);
    m_save->setObjectName(u"crmSetSave"_s);
    m_remove->setObjectName(u"crmSetRemove"_s);
    auto *column = static_cast<QBoxLayout *>(card()->layout());
    auto *taken = new QHBoxLayout;
    taken->addWidget(m_set, 1);
    taken->addWidget(m_remove);
    auto *saved = new QHBoxLayout;
    saved->addWidget(m_name, 1);
    saved->addWidget(m_save);
    column->addLayout(taken);
    column->addLayout(saved);
    for (QWidget *widget : std::initializer_list<QWidget *> {m_set, m_name, m_save, m_remove})
        widget->setVisible(m_sets != nullptr);
    connect(m_set, &QComboBox::activated, this, [this] {
        const auto layout = m_sets->find(m_set->currentData().toString());
        m_remove->setEnabled(layout.has_value());
        if (layout)
            choose(*layout);
    });
    connect(m_save, &QAbstractButton::clicked, this, &CrmColumnChooser::saveSet);
    connect(m_name, &QLineEdit::returnPressed, this, &CrmColumnChooser::saveSet);
    connect(m_name, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_save->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_remove, &QAbstractButton::clicked, this, &CrmColumnChooser::removeSet);
    m_save->setEnabled(false);
}

void CrmColumnChooser::openWith(const CrmColumnLayout &layout, QWidget *anchor)
{
    m_layout = layout;
    m_name->clear();
    fillList();
    fillSets();
    setPlace(Place::UnderAnchor, anchor);
    open();
}

void CrmColumnChooser::fillSets(const QString &chosen)
{
    if (!m_sets)
        return;
    m_set->clear();
    const QStringList names = m_sets->names();
    m_set->addItem(names.isEmpty() ? tr("No saved sets yet") : tr("Saved sets…"));
    for (const QString &name : names)
        m_set->addItem(name, name);
    m_set->setEnabled(!names.isEmpty());
    m_set->setCurrentIndex(std::max(0, m_set->findData(chosen)));
    m_remove->setEnabled(m_set->currentIndex() > 0);
}

void CrmColumnChooser::fillList()
{
    m_isFilling = true;
    const int current = m_list->currentRow();
    m_list->clear();
    for (const QString &key : std::as_const(m_layout.order)) {
        auto *item = new QListWidgetItem(crmTitle(crmColumnIndex(QLatin1StringView(key.toLatin1()))), m_list);
        item->setData(Qt::UserRole, key);
        item->setSizeHint({0, theme().px(MinimumTarget)});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(m_layout.hidden.contains(key) ? Qt::Unchecked : Qt::Checked);
    }
    m_list->setCurrentRow(std::clamp(current, 0, m_list->count() - 1));
    m_frozen->setCurrentIndex(m_frozen->findData(m_layout.frozen));
    m_isFilling = false;
}

void CrmColumnChooser::takeList()
{
    if (m_isFilling)
        return;
    CrmColumnLayout layout = m_layout;
    layout.order.clear();
    layout.hidden.clear();
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString key = item->data(Qt::UserRole).toString();
        layout.order.append(key);
        if (item->checkState() == Qt::Unchecked)
            layout.hidden.insert(key);
    }
    layout.frozen = m_frozen->currentData().toInt();
    if (layout.hidden.size() == layout.order.size()) // the last one stays: a table of nothing helps nobody
        return fillList();
    m_layout = layout;
    Q_EMIT layoutChosen(m_layout);
}

void CrmColumnChooser::choose(const CrmColumnLayout &layout)
{
    m_layout = layout;
    fillList();
    Q_EMIT layoutChosen(m_layout);
}

void CrmColumnChooser::moveCurrent(int step)
{
    const int from = m_list->currentRow();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_isFilling = true;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    m_isFilling = false;
    takeList();
}

bool CrmColumnChooser::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (step != 0 && key->modifiers() & Qt::AltModifier) {
            moveCurrent(step);
            return true;
        }
    }
    return Overlay::eventFilter(object, event);
}

void CrmColumnChooser::saveSet()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || !m_sets)
        return;
    m_sets->save(name, m_layout);
    m_name->clear();
    fillSets(name);
}

void CrmColumnChooser::removeSet()
{
    m_sets->remove(m_set->currentData().toString());
    fillSets();
}

QWidget *CrmColumnChooser::focusTarget() const
{
    return m_list;
}

QSize CrmColumnChooser::cardSize(const QSize &available) const
{
    return {theme().px(380), std::min(theme().px(640), available.height() - theme().px(120))};
}

} // namespace signalbox
