// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspaceswitcher.h"

#include "ui/base/consolestyle.h"
#include "ui/base/presenter.h"

#include <QAbstractItemDelegate>
#include <QEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyleOption>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

class WorkspaceDelegate final : public QAbstractItemDelegate
{
public:
    WorkspaceDelegate(const Theme &theme, QObject *parent)
        : QAbstractItemDelegate(parent)
        , m_theme(theme)
    { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(200), m_theme.px(38)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool isHovered = option.state & QStyle::State_MouseOver;
        const bool isRtl = option.direction == Qt::RightToLeft;
        if (isSelected || isHovered)
            paintBox(*painter, option.rect.adjusted(0, 1, 0, -1),
                m_theme.color(isSelected ? ColorRole::Selection : ColorRole::Sunken), {}, Radius::Control);
        if (index.data(WorkspaceModel::IsFirstOfRestRole).toBool())
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                m_theme.color(ColorRole::Border));
        const int pad = m_theme.px(Spacing::S);
        QRect inner = option.rect.adjusted(pad, 0, -pad, 0);
        const auto takeStart = [&](int width) {
            QRect part = inner;
            if (isRtl) {
                part.setLeft(inner.right() - width + 1);
                inner.setRight(part.left() - 1 - pad);
            } else {
                part.setWidth(width);
                inner.setLeft(part.right() + 1 + pad);
            }
            return part;
        };
        const auto takeEnd = [&](int width) {
            QRect part = inner;
            if (isRtl) {
                part.setWidth(width);
                inner.setLeft(part.right() + 1 + pad);
            } else {
                part.setLeft(inner.right() - width + 1);
                inner.setRight(part.left() - 1 - pad);
            }
            return part;
        };

        const int mark = m_theme.px(16);
        const QRect check = takeStart(mark);
        if (index.data(WorkspaceModel::IsCurrentRole).toBool())
            painter->drawPixmap(QPoint(check.left(), check.center().y() - mark / 2),
                iconPixmap(IconName::Check, m_theme.color(ColorRole::Accent), mark,
                    painter->device()->devicePixelRatioF()));

        const qint64 attention = index.data(WorkspaceModel::AttentionRole).toLongLong();
        painter->setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
        const QRect countArea = takeEnd(m_theme.px(56));
        if (attention > 0) {
            const QString count = presentCount(attention, QLocale(), true);
            const int width = painter->fontMetrics().horizontalAdvance(count) + m_theme.px(14);
            const int height = m_theme.px(20);
            const QRect chip(isRtl ? countArea.left() : countArea.right() - width + 1,
                countArea.center().y() - height / 2, width, height);
            paintBox(*painter, chip, m_theme.color(ColorRole::DangerSoft), {}, height / 2.0);
            painter->setPen(m_theme.color(ColorRole::Danger));
            painter->drawText(chip, Qt::AlignCenter, count);
        }
        painter->setFont(m_theme.font(TextStyle::Caption));
        painter->setPen(m_theme.color(ColorRole::Text2));
        const QString role = presentRole(index.data(WorkspaceModel::MemberRoleRole).toString());
        const int align = int(Qt::AlignVCenter | (isRtl ? Qt::AlignLeft : Qt::AlignRight));
        painter->drawText(takeEnd(painter->fontMetrics().horizontalAdvance(role)), align, role);
        painter->setFont(m_theme.font(TextStyle::Body, isSelected ? QFont::Medium : QFont::Normal));
        painter->setPen(m_theme.color(ColorRole::Text));
        const QString name = painter->fontMetrics().elidedText(
            index.data(WorkspaceModel::NameRole).toString(), Qt::ElideRight, inner.width());
        painter->drawText(inner, int(Qt::AlignVCenter | (isRtl ? Qt::AlignRight : Qt::AlignLeft)), name);
    }

private:
    const Theme &m_theme;
};

} // namespace

WorkspaceSwitcher::WorkspaceSwitcher(const Theme &theme, QWidget *window)
    : Picker(theme, window)
    , m_model(new WorkspaceModel(this))
{
    setObjectName(u"workspaceSwitcher"_s);
    list()->setItemDelegate(new WorkspaceDelegate(theme, this));
    setCardWidth(440);
    setModel(m_model);
    retranslate();
    connect(searchBox(), &QLineEdit::textChanged, m_model, &WorkspaceModel::setSearch);
    connect(this, &Overlay::opened, this, [this] { searchBox()->clear(); });
    connect(this, &Picker::chosen, this,
        [this](const QModelIndex &index) { Q_EMIT workspaceChosen(m_model->at(index.row()).id); });
}

void WorkspaceSwitcher::setWorkspaces(const QList<Workspace> &workspaces)
{
    m_model->setWorkspaces(workspaces);
}

void WorkspaceSwitcher::setRecent(const QList<WorkspaceId> &recent)
{
    m_model->setRecent(recent);
}

void WorkspaceSwitcher::setCurrent(std::optional<WorkspaceId> current)
{
    m_model->setCurrent(current);
}

void WorkspaceSwitcher::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Picker::changeEvent(event);
}

void WorkspaceSwitcher::retranslate()
{
    setAccessibleName(tr("Workspaces"));
    setPlaceholder(tr("Find a workspace"));
    setNothingFound(tr("No workspace has this in its name."));
}

} // namespace signalbox
