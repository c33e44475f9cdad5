// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/sessiongateway.h"

#include <QAbstractListModel>
#include <QCollator>

namespace signalbox {

/// The workspaces of the session as the switcher shows them: the five entered last first, then by name in
/// natural order
/// ("Acme 2" before "Acme 10"), narrowed by what is typed.
class WorkspaceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        NameRole = Qt::DisplayRole,
        IdRole = Qt::UserRole, ///< QUuid
        AttentionRole, ///< qint64
        MemberRoleRole, ///< OWNER …, as on the wire
        IsRecentRole,
        IsCurrentRole,
        IsFirstOfRestRole, ///< the first one after the recent ones: a line goes above it
    };
    static constexpr int RecentCount = 5;

    explicit WorkspaceModel(QObject *parent = nullptr);

    void setWorkspaces(const QList<Workspace> &workspaces);
    void setRecent(const QList<WorkspaceId> &recent); ///< newest first
    void setCurrent(std::optional<WorkspaceId> current);
    void setSearch(const QString &search); ///< every typed word must occur in the name
    const Workspace &at(int row) const { return m_rows.at(row).workspace; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        Workspace workspace;
        bool isRecent = false;
        bool isFirstOfRest = false;
    };
    void rebuild();

    QCollator m_collator;
    QList<Workspace> m_all;
    QList<WorkspaceId> m_recent;
    std::optional<WorkspaceId> m_current;
    QString m_search;
    QList<Row> m_rows;
};

} // namespace signalbox
