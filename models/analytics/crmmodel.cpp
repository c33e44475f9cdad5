// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmmodel.h"

#include "models/analytics/analyticssession.h"
#include "models/analytics/crmcell.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

CrmModel::CrmModel(AnalyticsGateway &gateway, const CrmPerson &person, QObject *parent)
    : QAbstractTableModel(parent)
    , m_gateway(gateway)
    , m_person(person)
    , m_edits(gateway, person.workspace)
{
    connect(&m_edits, &CrmEdits::cellChanged, this, &CrmModel::onCellChanged);
    connect(&m_edits, &CrmEdits::rowRead, this, &CrmModel::onRowRead);
    connect(&m_edits, &CrmEdits::failed, this, &CrmModel::editFailed);
    connect(&m_edits, &CrmEdits::changed, this, &CrmModel::editsChanged);
    m_askAgain.setSingleShot(true);
    setStalePause(AnalyticsSession::DefaultStalePause);
    connect(&m_askAgain, &QTimer::timeout, this, &CrmModel::askFirstAgain);
}

CrmModel::~CrmModel() = default;

int CrmModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_pages.rowCount();
}

int CrmModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(crmColumns().size());
}

const CrmRow *CrmModel::at(int row) const
{
    return m_pages.at(row);
}

QVariant CrmModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CrmRow *stored = m_pages.at(index.row());
    if (role == RowStateRole) {
        const bool hasFailed = !stored && m_moreError.has_value();
        return static_cast<int>(stored ? RowState::Present
                : hasFailed            ? RowState::Failed
                                       : RowState::Missing);
    }
    if (!stored)
        return {};
    const CrmColumn &column = crmColumns().at(index.column());
    // Asked for every visible cell: only a row with edits on their way is worth a copy.
    const std::optional<CrmRow> edited
        = m_edits.hasEdits(stored->id) ? std::optional(m_edits.overlaid(*stored)) : std::nullopt;
    const CrmRow &row = edited ? *edited : *stored;
    switch (role) {
    case Qt::DisplayRole:
        return m_words ? m_words(row, index.column())
                       : crmCellText(row, QLatin1StringView(column.key), m_zone);
    case Qt::EditRole:
    case EditValueRole:
        return column.editField ? QVariant(crmFieldValue(row, column.editField)) : QVariant();
    case LeadIdRole:
        return row.lead.toString();
    case SavingRole:
        return column.editField && m_edits.isSaving(row.id, QLatin1StringView(column.editField));
    default:
        return {};
    }
}

QVariant CrmModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (m_headWords)
        return m_headWords(section, role);
    return role != Qt::DisplayRole ? QVariant() : QString::fromLatin1(crmColumns().at(section).title);
}

Qt::ItemFlags CrmModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && refusal(index.row(), index.column()) == CrmRefusal::None)
        flags |= Qt::ItemIsEditable;
    return flags;
}

CrmRefusal CrmModel::refusal(int row, int column) const
{
    const CrmEditor editor = crmEditor(column);
    if (editor == CrmEditor::None)
        return CrmRefusal::Computed;
    const bool isSetter = m_person.role == "SETTER"_L1;
    if (!isSetter && m_person.role != "OWNER"_L1 && m_person.role != "ADMIN"_L1
        && m_person.role != "INBOX_MANAGER"_L1)
        return CrmRefusal::Role;
    const CrmRow *stored = m_pages.at(row);
    if (!stored)
        return CrmRefusal::Missing;
    if (isOfOtherQuery())
        return CrmRefusal::Outdated;
    if (isSetter && stored->assignedTo != m_person.user)
        return CrmRefusal::OtherLead;
    if (isSetter && editor == CrmEditor::Assignee)
        return CrmRefusal::Assignee;
    return CrmRefusal::None;
}

bool CrmModel::edit(int row, int column, const QString &value, bool updateAutomation)
{
    if (refusal(row, column) != CrmRefusal::None)
        return false;
    const CrmRow stored = *m_pages.at(row);
    const char *field = crmColumns().at(column).editField;
    const QString before = crmFieldValue(m_edits.overlaid(stored), field);
    if (before == value)
        return false;
    m_edits.edit(
        stored, {QString::fromLatin1(field), before, value, updateAutomation, CrmEdits::Cell::From::Person});
    return true;
}

void CrmModel::onCellChanged(const QUuid &id)
{
    const int row = m_pages.rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void CrmModel::onRowRead(const CrmRow &row)
{
    // A page read meanwhile may know of something newer still.
    const int at = m_pages.rowOf(row.id);
    if (at >= 0 && m_pages.at(at)->updatedAt <= row.updatedAt)
        m_pages.replace(at, row);
}

void CrmModel::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void CrmModel::setQuery(const CrmQuery &query)
{
    if (query == m_query && (m_first.isPending() || isAskedAgain() || m_state == LoadState::Ready))
        return;
    m_query = query;
    askFirst();
}

void CrmModel::refresh()
{
    if (m_state != LoadState::Idle)
        askFirst(Staleness::Refused); // there are older rows to show meanwhile
}

void CrmModel::askFirst(Staleness staleness)
{
    m_askAgain.stop();
    m_newer.cancel();
    m_more.cancel();
    m_again.cancel();
    m_moreError.reset();
    m_first = m_gateway.fetchCrmRows(m_query, {}, CrmPages::PageSize, staleness);
    deliver(m_first, this, [this](const Result<CrmPage> &answer) { onFirst(answer); });
    setState(m_hasFirst ? LoadState::Refreshing : LoadState::Loading);
}

void CrmModel::onFirst(const Result<CrmPage> &answer)
{
    m_first.cancel();
    if (!answer)
        return setState(LoadState::Failed, answer.error());
    m_state = answer->isStale ? LoadState::Refreshing : LoadState::Ready;
    m_error.reset();
    if (answer->isStale)
        m_askAgain.start();
    if (!isOlder(*answer))
        takeFirst(*answer);
    Q_EMIT stateChanged();
}

bool CrmModel::isOlder(const CrmPage &page) const
{
    return page.isStale && !isOfOtherQuery() && m_computedAt > page.computedAt;
}

bool CrmModel::isAskedAgain() const
{
    return m_askAgain.isActive() || m_newer.isPending();
}

bool CrmModel::isAtTop() const
{
    return m_firstVisible <= 0 && (!m_mayReplace || m_mayReplace());
}

void CrmModel::askFirstAgain()
{
    // Who has gone on is not thrown back to the top for fresher rows; their age is told.
    if (!isAtTop())
        return endAskingAgain();
    m_newer = m_gateway.fetchCrmRows(m_query, {}, CrmPages::PageSize, Staleness::Refused);
    deliver(m_newer, this, [this](const Result<CrmPage> &answer) { onFirstAgain(answer); });
}

void CrmModel::onFirstAgain(const Result<CrmPage> &answer)
{
    m_newer.cancel();
    if (!answer && answer.error().kind == Error::Kind::Denied)
        return setState(LoadState::Failed, answer.error());
    // Any other failure leaves good rows, whose age is told.
    if (answer && !isOlder(*answer) && isAtTop() && !replaceFirst(*answer))
        takeFirst(*answer);
    endAskingAgain();
}

void CrmModel::endAskingAgain()
{
    setState(LoadState::Ready);
    setVisibleRange(m_firstVisible, m_lastVisible); // the page ahead has waited
}

bool CrmModel::replaceFirst(const CrmPage &page)
{
    const bool isSame = m_pages.pageCount() > 0 && m_pages.isLoaded(0)
        && std::ranges::equal(m_pages.rowsIn(0), page.rows, {}, &CrmRow::id, &CrmRow::id);
    if (!isSame)
        return false;
    if (m_pages.pageCount() == 1)
        m_next = page.nextCursor;
    m_isOwnOnly = page.isOwnOnly;
    m_computedAt = page.computedAt;
    m_pages.refill(0, m_edits.withAnswered(page.rows));
    Q_EMIT dataChanged(index(0, 0), index(m_pages.rowsOf(0) - 1, columnCount() - 1));
    return true;
}

void CrmModel::takeFirst(const CrmPage &page)
{
    m_more.cancel();
    m_again.cancel();
    m_moreError.reset();
    m_next = page.nextCursor;
    m_isOwnOnly = page.isOwnOnly;
    m_computedAt = page.computedAt;
    beginResetModel();
    m_pages.clear();
    m_pages.append({}, m_edits.withAnswered(page.rows));
    m_hasFirst = true;
    m_shownQuery = m_query;
    m_firstVisible = 0;
    m_lastVisible = 0;
    endResetModel();
}

bool CrmModel::canFetchMore(const QModelIndex &parent) const
{
    // Below rows that are about to be replaced the next ones would be read in vain.
    if (isAskedAgain() && isAtTop())
        return false;
    return !parent.isValid() && m_hasFirst && !m_next.isEmpty() && !isOfOtherQuery() && !m_first.isPending()
        && !m_more.isPending() && !m_moreError;
}

void CrmModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        askNext();
}

void CrmModel::setVisibleRange(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
    if (isOfOtherQuery() || m_first.isPending() || m_moreError)
        return;
    const int missing = m_pages.missingPage(first, last);
    if (missing >= 0) {
        if (!m_again.isPending())
            askAgain(missing);
        return;
    }
    // A page ahead, so that who scrolls at a reading pace never waits.
    if (last + CrmPages::PageSize >= m_pages.rowCount())
        fetchMore({});
}

void CrmModel::askNext()
{
    m_more = m_gateway.fetchCrmRows(m_query, m_next, CrmPages::PageSize, Staleness::Allowed);
    deliver(m_more, this, [this, cursor = m_next](const Result<CrmPage> &answer) { onNext(cursor, answer); });
    Q_EMIT stateChanged();
}

void CrmModel::onNext(const QString &cursor, const Result<CrmPage> &answer)
{
    m_more.cancel();
    if (!answer) {
        // The cursor is of another order of things (a restored database, a new release): start over.
        if (answer.error().code == "INVALID_CURSOR"_L1)
            return askFirst();
        m_moreError = answer.error();
        Q_EMIT stateChanged();
        return;
    }
    const QList<CrmRow> rows = m_edits.withAnswered(m_pages.newRows(answer->rows));
    m_next = answer->nextCursor;
    if (!rows.isEmpty()) {
        beginInsertRows({}, m_pages.rowCount(), m_pages.rowCount() + static_cast<int>(rows.size()) - 1);
        m_pages.append(cursor, rows);
        endInsertRows();
    }
    const auto dropped = m_pages.evictFarFrom(m_firstVisible, m_lastVisible);
    if (dropped)
        Q_EMIT dataChanged(index(dropped->first, 0), index(dropped->second, columnCount() - 1));
    Q_EMIT stateChanged();
}

void CrmModel::askAgain(int page)
{
    m_again = m_gateway.fetchCrmRows(m_query, m_pages.cursorOf(page), CrmPages::PageSize, Staleness::Allowed);
    deliver(m_again, this, [this, page](const Result<CrmPage> &answer) { onAgain(page, answer); });
}

void CrmModel::onAgain(int page, const Result<CrmPage> &answer)
{
    m_again.cancel();
    if (!answer) {
        if (answer.error().code == "INVALID_CURSOR"_L1)
            return askFirst();
        m_moreError = answer.error();
        Q_EMIT stateChanged();
        return;
    }
    const QList<CrmRow> rows = m_edits.withAnswered(m_pages.rowsBeforeNext(page, answer->rows));
    const int before = m_pages.rowsOf(page);
    const int now = static_cast<int>(rows.size());
    const int begin = m_pages.firstRow(page);
    if (now > before) {
        beginInsertRows({}, begin + before, begin + now - 1);
        m_pages.resize(page, now);
        endInsertRows();
    } else if (now < before) {
        beginRemoveRows({}, begin + now, begin + before - 1);
        m_pages.resize(page, now);
        endRemoveRows();
    }
    m_pages.refill(page, rows);
    if (now > 0)
        Q_EMIT dataChanged(index(begin, 0), index(begin + now - 1, columnCount() - 1));
    m_pages.evictFarFrom(m_firstVisible, m_lastVisible); // far away: nothing on screen changes
    setVisibleRange(m_firstVisible, m_lastVisible);
    Q_EMIT stateChanged();
}

void CrmModel::retry()
{
    if (m_state == LoadState::Failed)
        return askFirst();
    m_moreError.reset();
    setVisibleRange(m_firstVisible, m_lastVisible);
    Q_EMIT stateChanged();
}

void CrmModel::setState(LoadState state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

} // namespace signalbox
