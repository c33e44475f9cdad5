// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "models/base/loadstate.h"

#include <QAbstractListModel>

namespace signalbox {

/// The six categories of the sidebar with their counts, all of one reading (domain §12.2, ux §10 L9).
///
/// A failed refresh keeps the last good figures and says so; zeros are shown only if the service counted
/// zero.
class InboxCountsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        CategoryRole = Qt::UserRole + 1, ///< InboxCategory as int
        CountRole, ///< qint64; invalid until the first answer
    };

    explicit InboxCountsModel(InboxGateway &gateway, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Forgets the figures and asks for those of another workspace.
    void setWorkspace(WorkspaceId workspace);
    const std::optional<CountsReading> &reading() const { return m_reading; }
    /// The badge of a category; All: every lead that is not snoozed. None: not counted yet.
    std::optional<qint64> countOf(InboxCategory category) const;
    QString version() const { return m_reading ? m_reading->version : QString(); }
    LoadState state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }

public Q_SLOTS:
    /// Asks again; quiet while a question is open.
    void refresh();

Q_SIGNALS:
    void stateChanged();
    /// New figures are here, also when they equal the old ones (their age does not).
    void countsRead();

private:
    void onAnswer(const Result<CountsReading> &answer);

    InboxGateway &m_gateway;
    WorkspaceId m_workspace;
    std::optional<CountsReading> m_reading;
    Pending<CountsReading> m_pending;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
};

} // namespace signalbox
