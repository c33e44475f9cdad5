// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/workspacemodel.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

WorkspaceModel::WorkspaceModel(QObject *parent)
    : QAbstractListModel(parent)
    // The C locale compares bytes and knows no numbers.
    , m_collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void WorkspaceModel::setWorkspaces(const QList<Workspace> &workspaces)
{
    if (m_all == workspaces)
        return;
    m_all = workspaces;
    rebuild();
}

void WorkspaceModel::setRecent(const QList<WorkspaceId> &recent)
{
    if (m_recent == recent)
        return;
    m_recent = recent;
    rebuild();
}

void WorkspaceModel::setCurrent(std::optional<WorkspaceId> current)
{
    if (m_current == current)
        return;
    m_current = current;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {IsCurrentRole});
}

void WorkspaceModel::setSearch(const QString &search)
{
    if (m_search == search)
        return;
    m_search = search;
    rebuild();
}

int WorkspaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant WorkspaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case NameRole:
        return row.workspace.name;
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(row.workspace.name).arg(row.workspace.attention);
    case IdRole:
        return row.workspace.id.value;
    case AttentionRole:
        return row.workspace.attention;
    case MemberRoleRole:
        return row.workspace.role;
    case IsRecentRole:
        return row.isRecent;
    case IsCurrentRole:
        return m_current == row.workspace.id;
    case IsFirstOfRestRole:
        return row.isFirstOfRest;
    default:
        return {};
    }
}

void WorkspaceModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_search.split(u' ', Qt::SkipEmptyParts);
    for (const Workspace &workspace : m_all) {
        const bool matches = std::ranges::all_of(
            words, [&](const QString &word) { return workspace.name.contains(word, Qt::CaseInsensitive); });
        if (matches)
            m_rows.append(
                {workspace, m_recent.first(qMin(RecentCount, m_recent.size())).contains(workspace.id)});
    }
    std::ranges::sort(m_rows, [this](const Row &a, const Row &b) {
        if (a.isRecent != b.isRecent)
            return a.isRecent;
        if (a.isRecent)
            return m_recent.indexOf(a.workspace.id) < m_recent.indexOf(b.workspace.id);
        const int order = m_collator.compare(a.workspace.name, b.workspace.name);
        return order != 0 ? order < 0 : a.workspace.id < b.workspace.id;
    });
    const auto rest = std::ranges::find(m_rows, false, &Row::isRecent);
    if (rest != m_rows.end() && rest != m_rows.begin())
        rest->isFirstOfRest = true;
    endResetModel();
}

} // namespace signalbox
