// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/membersgateway.h"

#include <QAbstractTableModel>

namespace signalbox {

/// The people of one workspace, by name. Changes are asked of the service; the rows follow its answer, never
/// before.
class MembersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        EmailColumn,
        RoleColumn,
        ColumnCount
    };
    enum Role
    {
        UserRole = Qt::UserRole,
        WireRoleRole
    };
    enum class State
    {
        Loading,
        Ready,
        Failed
    };

    MembersModel(MembersGateway &gateway, WorkspaceId workspace, QObject *parent = nullptr);

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    const Member &at(int row) const { return m_members.at(row); }
    bool isBusy() const { return m_pendingChange.isPending() || m_pendingRemoval.isPending(); }

    /// Asks again; quiet while a question is open. Rows that are here stay when it fails.
    void refresh();
    void add(const QString &email, const QString &name, const QString &role, const QString &password);
    void changeRole(UserId user, const QString &role);
    void remove(UserId user);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void stateChanged();
    void changeFailed(const signalbox::Error &error);
    void changeDone();

private:
    void put(const Member &member);
    void onChanged(const Result<Member> &answer);

    MembersGateway &m_gateway;
    WorkspaceId m_workspace;
    QList<Member> m_members;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    Pending<QList<Member>> m_pendingList;
    Pending<Member> m_pendingChange;
    Pending<bool> m_pendingRemoval;
};

} // namespace signalbox
