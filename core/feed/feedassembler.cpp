// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feedassembler.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = PgoutputValue::Kind;

Error broken(const QString &what)
{
    return Error::invalid(u"message"_s, what, u"PGOUTPUT"_s);
}

/// Nil is the sentinel for nobody.
Result<QUuid> readUuid(const PgoutputValue &value)
{
    const QUuid uuid = QUuid::fromString(QLatin1StringView(value.text));
    if (value.kind != Kind::Text || value.text.size() != 36 || (uuid.isNull() && uuid != globalScope()))
        return broken(u"a key is not a uuid"_s);
    return uuid;
}

Result<LeadScope> readScope(const PgoutputValue &workspace, const PgoutputValue &assignee)
{
    const auto place = readUuid(workspace);
    const auto person = readUuid(assignee);
    if (!place || !person)
        return place ? person.error() : place.error();
    return LeadScope {WorkspaceId {*place}, *person == globalScope() ? UserId {} : UserId {*person}};
}

} // namespace

std::vector<QByteArray> FeedAssembler::columnsOf(Table table)
{
    switch (table) {
    case Table::Lead: {
        std::vector<QByteArray> names;
        for (const LeadColumnName &column : leadColumns())
            names.emplace_back(column.sql.data(), column.sql.size());
        return names;
    }
    case Table::Member:
        return {"workspace_id", "user_id"};
    case Table::Workspace:
    case Table::Person:
        return {"id"};
    case Table::Session:
        return {"user_id", "ended_at"};
    case Table::CountsDelta:
        return {"workspace_id"};
    case Table::Other:
        break;
    }
    return {};
}

FeedAssembler::Table FeedAssembler::tableOf(const PgoutputRelation &relation)
{
    static const QHash<QByteArray, Table> tables {{"lead", Table::Lead}, {"workspace_member", Table::Member},
        {"workspace", Table::Workspace}, {"app_user", Table::Person}, {"auth_session", Table::Session},
        {"inbox_counts_delta", Table::CountsDelta}};
    return relation.schema == "public" ? tables.value(relation.name, Table::Other) : Table::Other;
}

Result<std::optional<FeedCommit>> FeedAssembler::apply(const PgoutputMessage &message)
{
    return std::visit([this](const auto &one) { return on(one); }, message);
}

void FeedAssembler::reset()
{
    m_relations.clear();
    m_isOpen = false;
    m_commit = {};
    m_leads.clear();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputOther &)
{
    return std::optional<FeedCommit>();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputBegin &begin)
{
    if (m_isOpen)
        return broken(u"a transaction begins inside another"_s);
    m_isOpen = true;
    m_begin = begin;
    m_commit = {};
    m_commit.xid = begin.xid;
    m_leads.clear();
    return std::optional<FeedCommit>();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputCommit &commit)
{
    if (!m_isOpen || commit.commitLsn != m_begin.commitLsn)
        return broken(u"a transaction ends that has not begun"_s);
    m_isOpen = false;
    m_commit.endLsn = commit.endLsn;
    quint32 ordinal = 0;
    m_commit.batch.leads.reserve(m_leads.size());
    for (const std::shared_ptr<LeadChange> &change : m_leads) {
        change->position = {commit.endLsn, ++ordinal};
        change->committedAt = commit.committedAt;
        m_commit.batch.leads.push_back(change);
    }
    m_commit.batch.end = {commit.endLsn, ordinal};
    m_leads.clear();
    return std::optional(std::exchange(m_commit, {}));
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputRelation &relation)
{
    Relation known {tableOf(relation), int(relation.columns.size()), {}};
    for (const QByteArray &name : columnsOf(known.table)) {
        const auto column = std::ranges::find(relation.columns, name, &PgoutputColumn::name);
        if (column == relation.columns.end())
            return broken(u"%1 is published without %2"_s.arg(
                QString::fromUtf8(relation.name), QString::fromUtf8(name)));
        known.places.push_back(int(column - relation.columns.begin()));
    }
    m_relations.insert(relation.oid, std::move(known));
    return std::optional<FeedCommit>();
}

Result<const FeedAssembler::Relation *> FeedAssembler::find(quint32 oid, const PgoutputTuple &row) const
{
    const auto relation = m_relations.constFind(oid);
    if (!m_isOpen || relation == m_relations.cend() || int(row.size()) != relation->columnCount)
        return broken(u"a row of no known table, or outside of a transaction"_s);
    return &*relation;
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputInsert &insert)
{
    const auto relation = find(insert.relation, insert.row);
    if (!relation)
        return relation.error();
    Result<void> added;
    if ((*relation)->table == Table::Lead) {
        added = addLead(**relation, insert.row, std::nullopt);
        if (added && !m_leads.empty())
            m_leads.back()->kind = LeadChange::Kind::Inserted;
    } else {
        added = addAccess(**relation, insert.row);
    }
    return added ? Outcome(std::optional<FeedCommit>()) : added.error();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputUpdate &update)
{
    const auto relation = find(update.relation, update.row);
    if (!relation)
        return relation.error();
    if ((*relation)->table == Table::Lead) {
        const auto added = addLead(**relation, update.row, update.before);
        return added ? Outcome(std::optional<FeedCommit>()) : added.error();
    }
    // A membership that moved: both ends.
    if (update.before) {
        const auto before = find(update.relation, *update.before);
        const auto left = before ? addAccess(**before, *update.before) : before.error();
        if (!left)
            return left.error();
    }
    const auto added = addAccess(**relation, update.row);
    return added ? Outcome(std::optional<FeedCommit>()) : added.error();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputDelete &removal)
{
    const auto relation = find(removal.relation, removal.before);
    if (!relation)
        return relation.error();
    // Of a session only its own id is left, and a person's end says the rest.
    if ((*relation)->table == Table::Session || (*relation)->table == Table::Lead)
        return std::optional<FeedCommit>();
    const auto added = addAccess(**relation, removal.before);
    return added ? Outcome(std::optional<FeedCommit>()) : added.error();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputTruncate &truncate)
{
    for (const quint32 oid : truncate.relations) {
        const Table table = m_relations.value(oid).table;
        if (table != Table::Other && table != Table::Lead && table != Table::CountsDelta)
            addAccess(AccessChange {});
    }
    return std::optional<FeedCommit>();
}

FeedAssembler::Outcome FeedAssembler::on(const PgoutputNote &note)
{
    if (note.isTransactional) {
        if (!m_isOpen)
            return broken(u"a transaction's note outside of it"_s);
        m_commit.batch.messages.append({note.prefix, note.content});
        return std::optional<FeedCommit>();
    }
    FeedCommit alone;
    alone.endLsn = note.lsn;
    alone.batch.messages.append({note.prefix, note.content});
    return std::optional(std::move(alone));
}

Result<void> FeedAssembler::addLead(
    const Relation &relation, const PgoutputTuple &row, const std::optional<PgoutputTuple> &before)
{
    const auto place = [&relation](LeadColumn column) { return size_t(relation.places[size_t(column)]); };
    const auto scope = readScope(row[place(LeadColumn::Workspace)], row[place(LeadColumn::Assignee)]);
    const auto id = readUuid(row[place(LeadColumn::Id)]);
    if (!scope || !id)
        return scope ? id.error() : scope.error();
    m_commit.batch.countsMoved.insert(scope->workspace);
    if (m_commit.isHistoryCut)
        return {};
    auto change = std::make_shared<LeadChange>();
    change->id = LeadId {*id};
    change->scope = *scope;
    if (before) {
        if (before->size() != row.size())
            return broken(u"an old row of another shape"_s);
        const auto left
            = readScope((*before)[place(LeadColumn::Workspace)], (*before)[place(LeadColumn::Assignee)]);
        if (!left)
            return left.error();
        m_commit.batch.countsMoved.insert(left->workspace);
        if (*left != *scope)
            change->before = *left;
    }
    for (const LeadColumnName &column : leadColumns()) {
        const PgoutputValue &value = row[place(column.column)];
        if (value.kind == Kind::Unchanged || value.kind == Kind::Binary)
            return broken(u"a published column came without its text"_s);
        if (value.kind == Kind::Text)
            change->values[size_t(column.column)] = value.text;
    }
    if (scope->assignee.isNull())
        change->values[size_t(LeadColumn::Assignee)].reset();
    m_leads.push_back(std::move(change));
    if (m_leads.size() > m_mostChanges) {
        m_commit.isHistoryCut = true;
        m_leads.clear();
    }
    return {};
}

Result<void> FeedAssembler::addAccess(const Relation &relation, const PgoutputTuple &row)
{
    if (relation.table == Table::Other)
        return {};
    const auto value
        = [&](size_t column) -> const PgoutputValue & { return row[size_t(relation.places[column])]; };
    const auto key = readUuid(value(0));
    if (!key)
        return key.error();
    switch (relation.table) {
    case Table::Member: {
        const auto person = readUuid(value(1));
        if (!person)
            return person.error();
        addAccess({WorkspaceId {*key}, UserId {*person}});
        break;
    }
    case Table::Workspace:
        addAccess({WorkspaceId {*key}, {}});
        break;
    case Table::Person:
        addAccess({{}, UserId {*key}});
        break;
    case Table::Session:
        if (value(1).kind != Kind::Null) // else it began, or was used
            addAccess({{}, UserId {*key}});
        break;
    case Table::CountsDelta:
        m_commit.batch.countsMoved.insert(WorkspaceId {*key});
        break;
    case Table::Lead:
    case Table::Other:
        break;
    }
    return {};
}

void FeedAssembler::addAccess(const AccessChange &change)
{
    const auto isSame = [&change](const AccessChange &other) {
        return other.workspace == change.workspace && other.user == change.user;
    };
    QList<AccessChange> &known = m_commit.batch.access;
    if (known.isEmpty() || !isSame(known.last()))
        known.append(change);
}

} // namespace signalbox
