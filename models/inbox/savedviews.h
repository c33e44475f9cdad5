// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triagegateway.h"

#include <QObject>

namespace signalbox {

/// The named lists of a workspace: the person's own and the shared ones. Not queued: while the service does
/// not answer, a change is refused and said so.
class SavedViews final : public QObject
{
    Q_OBJECT

public:
    explicit SavedViews(TriageGateway &gateway, QObject *parent = nullptr);

    void setWorkspace(WorkspaceId workspace);
    const QList<SavedView> &views() const { return m_views; }
    /// Why the last question or change failed; empty after a success.
    const std::optional<Error> &error() const { return m_error; }
    /// The view that is this query, else null.
    const SavedView *find(const InboxQuery &query) const;

    /// A null id makes a new one.
    void save(const SavedView &view);
    void remove(QUuid id);

public Q_SLOTS:
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void fail(const Error &error);

    TriageGateway &m_gateway;
    WorkspaceId m_workspace;
    QList<SavedView> m_views; ///< by position, then name
    std::optional<Error> m_error;
    Pending<QList<SavedView>> m_pending;
    std::vector<std::unique_ptr<Pending<SavedView>>> m_saves;
    std::vector<std::unique_ptr<Pending<bool>>> m_removals;
};

} // namespace signalbox
