// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace signalbox {

/// Reads single rows again that are said to have changed: those somebody sees now, the others when they are
/// seen. One question a row; a row noted again while it is asked for is asked for once more.
class RowReader final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t MaxQuestions = 24; ///< about what a tall screen shows

    explicit RowReader(InboxGateway &gateway, QObject *parent = nullptr);

    /// Forgets everything, also the questions under way.
    void reset(WorkspaceId workspace);
    void note(LeadId lead) { m_noted.insert(lead); }
    void forget(LeadId lead) { m_noted.remove(lead); }
    bool isEmpty() const { return m_noted.isEmpty(); }
    /// Asks for those of `leads` that were noted.
    void read(const QList<LeadId> &leads);

Q_SIGNALS:
    /// None: the lead is not in the session's scope any more. A failure is not told, the row stays noted.
    void rowRead(const signalbox::LeadId &lead, const std::optional<signalbox::Conversation> &row);

private:
    struct Question
    {
        LeadId lead;
        Pending<Conversation> pending;
    };
    void onAnswer(LeadId lead, const Result<Conversation> &answer);

    InboxGateway &m_gateway;
    WorkspaceId m_workspace;
    QSet<LeadId> m_noted;
    std::vector<std::unique_ptr<Question>> m_questions;
};

} // namespace signalbox
