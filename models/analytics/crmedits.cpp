// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmedits.h"

#include "models/analytics/crmcell.h"

#include <algorithm>
#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MaxSteps = 100;

} // namespace

CrmEdits::CrmEdits(AnalyticsGateway &gateway, WorkspaceId workspace, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_workspace(workspace)
{ }

CrmEdits::~CrmEdits() = default;

QString CrmEdits::labelOf(const QString &field, const QString &value) const
{
    if (field != "assignedToUserId"_L1)
        return value;
    const auto found = std::ranges::find_if(
        m_assignees, [&](const CrmAssignee &assignee) { return assignee.user.toString() == value; });
    return found == m_assignees.cend() ? value : found->email;
}

void CrmEdits::edit(const CrmRow &row, const Cell &cell)
{
    m_undone.clear();
    enqueue(row.id, row.updatedAt, cell);
}

void CrmEdits::enqueue(const QUuid &row, Instant lock, const Cell &cell)
{
    const bool isFirst = !m_rows.contains(row);
    Row &edits = m_rows[row];
    if (isFirst)
        edits.lock = lock;
    edits.queue.push_back(cell);
    if (isFirst)
        ask(row);
    Q_EMIT cellChanged(row);
    Q_EMIT changed();
}

void CrmEdits::ask(const QUuid &row)
{
    const Row &edits = m_rows[row];
    const Cell &cell = edits.queue.front();
    const CrmEdit edit {.row = row,
        .field = cell.field,
        .value = cell.value,
        .expectedUpdatedAt = edits.lock,
        .updateAutomation = cell.updateAutomation,
        .expectedValue = cell.before};
    deliver(m_gateway.editCrmCell(m_workspace, edit), this,
        [this, row](const Result<CrmEditOutcome> &answer) { onAnswer(row, answer); });
}

void CrmEdits::onAnswer(const QUuid &row, const Result<CrmEditOutcome> &answer)
{
    Row &edits = m_rows[row];
    const Cell cell = edits.queue.front();
    edits.queue.pop_front();
    if (answer) {
        edits.lock = answer->row.updatedAt;
        m_answered.insert(row, answer->row);
        if (answer->isConflict) {
            edits.queue.push_front(cell);
            std::deque<Cell> waiting;
            for (const Cell &one : edits.queue) {
                const QString theirs = crmFieldValue(answer->row, one.field);
                if (theirs != one.before || &one == &edits.queue.front())
                    m_conflicts.push_back(
                        {row, one.field, one.value, theirs, one.updateAutomation, edits.lock});
                else
                    waiting.push_back(one); // nobody touched what it was typed over
            }
            edits.queue = waiting;
        } else {
            remember(row, edits.lock, cell);
        }
    }
    // What was typed after a failed one stands on its own: it is still asked for.
    if (edits.queue.empty())
        m_rows.remove(row);
    else
        ask(row);
    if (answer)
        Q_EMIT rowRead(answer->row);
    Q_EMIT cellChanged(row);
    if (!answer)
        Q_EMIT failed({row, cell.field, cell.value, cell.updateAutomation, answer.error()});
    Q_EMIT changed();
}

void CrmEdits::remember(const QUuid &row, Instant lock, const Cell &cell)
{
    std::vector<Step> &steps = cell.from == Cell::From::Undo ? m_undone : m_done;
    steps.push_back({row, lock, cell});
    if (steps.size() > MaxSteps)
        steps.erase(steps.begin());
}

CrmRow CrmEdits::overlaid(const CrmRow &row) const
{
    CrmRow shown = row;
    const auto edits = m_rows.constFind(row.id);
    if (edits == m_rows.cend())
        return shown;
    for (const Cell &cell : edits->queue)
        setCrmFieldValue(shown, cell.field, cell.value, labelOf(cell.field, cell.value));
    return shown;
}

QList<CrmRow> CrmEdits::withAnswered(QList<CrmRow> rows) const
{
    for (CrmRow &row : rows) {
        const auto answered = m_answered.constFind(row.id);
        if (answered != m_answered.cend() && answered->updatedAt > row.updatedAt)
            row = *answered;
    }
    return rows;
}

Instant CrmEdits::lockOf(const QUuid &row, Instant before) const
{
    const auto answered = m_answered.constFind(row);
    return answered == m_answered.cend() ? before : answered->updatedAt;
}

bool CrmEdits::isSaving(const QUuid &row, QLatin1StringView field) const
{
    const auto edits = m_rows.constFind(row);
    return edits != m_rows.cend()
        && std::ranges::any_of(edits->queue, [&](const Cell &cell) { return cell.field == field; });
}

int CrmEdits::savingCount() const
{
    int count = 0;
    for (const Row &row : m_rows)
        count += static_cast<int>(row.queue.size());
    return count;
}

std::optional<CrmConflict> CrmEdits::conflict() const
{
    return m_conflicts.empty() ? std::nullopt : std::optional(m_conflicts.front());
}

void CrmEdits::keepMine()
{
    if (m_conflicts.empty())
        return;
    const CrmConflict conflict = m_conflicts.front();
    m_conflicts.pop_front();
    enqueue(conflict.row, lockOf(conflict.row, conflict.lock),
        {conflict.field, conflict.theirs, conflict.mine, conflict.updateAutomation, Cell::From::Person});
}

void CrmEdits::takeTheirs()
{
    if (m_conflicts.empty())
        return;
    m_conflicts.pop_front();
    Q_EMIT changed();
}

bool CrmEdits::step(std::vector<Step> &from, CrmEdits &edits, Cell::From kind)
{
    if (from.empty())
        return false;
    const Step last = from.back();
    from.pop_back();
    Cell cell = last.cell;
    std::swap(cell.before, cell.value);
    cell.from = kind;
    edits.enqueue(last.row, edits.lockOf(last.row, last.lock), cell);
    return true;
}

bool CrmEdits::undo()
{
    return step(m_done, *this, Cell::From::Undo);
}

bool CrmEdits::redo()
{
    return step(m_undone, *this, Cell::From::Redo);
}

} // namespace signalbox
