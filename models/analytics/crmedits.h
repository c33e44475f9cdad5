// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"

#include <QObject>

#include <deque>

namespace signalbox {

/// Who looks at the table.
struct CrmPerson
{
    WorkspaceId workspace;
    UserId user;
    QString role; ///< OWNER, ADMIN, INBOX_MANAGER, SETTER or CLIENT_PORTAL
};

/// Why a cell may not be edited.
enum class CrmRefusal
{
    None,
    Computed, ///< the column is not a stored field
    Role, ///< the role edits nothing
    OtherLead, ///< a setter's own leads only
    Assignee, ///< a setter does not hand leads around here
    Missing, ///< the row is not in memory
    Outdated, ///< the rows are of the query before
};

struct CrmConflict
{
    QUuid row;
    QString field;
    QString mine; ///< what was typed
    QString theirs; ///< what is there now
    bool updateAutomation = false;
    Instant lock {}; ///< of the row as it is now
};

struct CrmFailure
{
    QUuid row;
    QString field;
    QString value; ///< what was typed
    bool updateAutomation = false;
    Error error;
};

/// The edits of CRM cells on their way: one at a time per row, because each moves the row's lock; what was
/// kept can be taken back (DESIGN §8.24).
///
/// An edit that was asked for is not cancelled by leaving: the service finishes it.
class CrmEdits final : public QObject
{
    Q_OBJECT

public:
    CrmEdits(AnalyticsGateway &gateway, WorkspaceId workspace, QObject *parent = nullptr);
    ~CrmEdits() override;

    struct Cell
    {
        QString field;
        QString before;
        QString value;
        bool updateAutomation = false;
        enum class From
        {
            Person,
            Undo,
            Redo
        } from
            = From::Person;
    };
    /// `row` as it is in memory.
    void edit(const CrmRow &row, const Cell &cell);
    /// With the values that are on their way. `row` is the service's.
    CrmRow overlaid(const CrmRow &row) const;
    /// A page that was read before an edit was written may arrive after its answer: such rows are the
    /// answer's.
    QList<CrmRow> withAnswered(QList<CrmRow> rows) const;
    bool isSaving(const QUuid &row, QLatin1StringView field) const;
    bool hasEdits(const QUuid &row) const { return m_rows.contains(row); }
    int savingCount() const;

    std::optional<CrmConflict> conflict() const; ///< the first that waits for a decision
    void keepMine();
    void takeTheirs();
    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    bool undo();
    bool redo();

    void setAssignees(const QList<CrmAssignee> &assignees) { m_assignees = assignees; }
    const QList<CrmAssignee> &assignees() const { return m_assignees; }

Q_SIGNALS:
    void cellChanged(const QUuid &row); ///< what the row shows is another thing
    void rowRead(const signalbox::CrmRow &row); ///< as it is now
    void failed(const signalbox::CrmFailure &failure);
    void changed();

private:
    struct Row
    {
        Instant lock {};
        std::deque<Cell> queue; ///< the first is asked for
    };
    struct Step
    {
        QUuid row;
        Instant lock {};
        Cell cell;
    };

    void enqueue(const QUuid &row, Instant lock, const Cell &cell);
    void ask(const QUuid &row);
    void onAnswer(const QUuid &row, const Result<CrmEditOutcome> &answer);
    void remember(const QUuid &row, Instant lock, const Cell &cell);
    Instant lockOf(const QUuid &row, Instant before) const; ///< `before`: when no edit of it was answered
    QString labelOf(const QString &field, const QString &value) const;
    static bool step(std::vector<Step> &from, CrmEdits &edits, Cell::From kind);

    AnalyticsGateway &m_gateway;
    WorkspaceId m_workspace;
    QHash<QUuid, Row> m_rows;
    std::deque<CrmConflict> m_conflicts;
    std::vector<Step> m_done; ///< newest last
    std::vector<Step> m_undone;
    QHash<QUuid, CrmRow> m_answered; ///< the newest answer about a row, also after it left the memory
    QList<CrmAssignee> m_assignees;
};

} // namespace signalbox
