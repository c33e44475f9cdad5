// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/membersmodel.h"

#include <algorithm>

namespace signalbox {

namespace {

bool comesBefore(const Member &a, const Member &b)
{
    const QString &first = a.name.isEmpty() ? a.email : a.name;
    const QString &second = b.name.isEmpty() ? b.email : b.name;
    const int order = QString::localeAwareCompare(first, second);
    return order != 0 ? order < 0 : a.user < b.user;
}

} // namespace

MembersModel::MembersModel(MembersGateway &gateway, WorkspaceId workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_gateway(gateway)
    , m_workspace(workspace)
{ }

void MembersModel::refresh()
{
    if (m_pendingList.isPending())
        return;
    m_pendingList = m_gateway.fetchMembers(m_workspace);
    deliver(m_pendingList, this, [this](const Result<QList<Member>> &answer) {
        if (!answer) {
            m_error = answer.error();
            m_state = State::Failed;
            return Q_EMIT stateChanged();
        }
        beginResetModel();
        m_members = *answer;
        std::ranges::sort(m_members, comesBefore);
        endResetModel();
        m_error.reset();
        m_state = State::Ready;
        Q_EMIT stateChanged();
    });
}

void MembersModel::add(
    const QString &email, const QString &name, const QString &role, const QString &password)
{
    m_pendingChange = m_gateway.addMember(m_workspace, email, name, role, password);
    deliver(m_pendingChange, this, [this](const Result<Member> &answer) { onChanged(answer); });
}

void MembersModel::changeRole(UserId user, const QString &role)
{
    m_pendingChange = m_gateway.changeRole(m_workspace, user, role);
    deliver(m_pendingChange, this, [this](const Result<Member> &answer) { onChanged(answer); });
}

void MembersModel::remove(UserId user)
{
    m_pendingRemoval = m_gateway.removeMember(m_workspace, user);
    deliver(m_pendingRemoval, this, [this, user](const Result<bool> &answer) {
        if (!answer)
            return Q_EMIT changeFailed(answer.error());
        const auto found = std::ranges::find(m_members, user, &Member::user);
        if (found != m_members.end()) {
            const int row = int(found - m_members.begin());
            beginRemoveRows({}, row, row);
            m_members.removeAt(row);
            endRemoveRows();
        }
        Q_EMIT changeDone();
    });
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int MembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Member &member = m_members.at(index.row());
    if (role == UserRole)
        return member.user.value;
    if (role == WireRoleRole)
        return member.role;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return member.name;
    case EmailColumn:
        return member.email;
    case RoleColumn:
        return member.role;
    default:
        return {};
    }
}

void MembersModel::put(const Member &member)
{
    const auto found = std::ranges::find(m_members, member.user, &Member::user);
    if (found != m_members.end()) {
        const int row = int(found - m_members.begin());
        *found = member;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const auto place = std::ranges::lower_bound(m_members, member, comesBefore);
    const int row = int(place - m_members.begin());
    beginInsertRows({}, row, row);
    m_members.insert(row, member);
    endInsertRows();
}

void MembersModel::onChanged(const Result<Member> &answer)
{
    if (!answer)
        return Q_EMIT changeFailed(answer.error());
    put(*answer);
    Q_EMIT changeDone();
}

} // namespace signalbox
