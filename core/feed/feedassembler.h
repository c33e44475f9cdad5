// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/pgoutput.h"
#include "core/realtime/changefeed.h"

#include <QHash>

namespace signalbox {

/// What one transaction did, or one note outside of any.
struct FeedCommit
{
    quint32 xid = 0; ///< 0: a note, which waits for no commit
    quint64 endLsn = 0; ///< of a note: where it stands
    /// It held more changes than the history can: they are left out, and whoever follows must read again.
    bool isHistoryCut = false;
    FeedBatch batch;
};

/// Puts the messages of the replication stream together into commits (realtime §3.1). Relations are known by
/// their oid from when the stream named them, as the protocol wants it.
class FeedAssembler
{
public:
    explicit FeedAssembler(size_t mostChanges = 65'536)
        : m_mostChanges(mostChanges)
    { }

    /// A commit when `message` ended one. Invalid when the stream contradicts itself or a published table
    /// does not have the columns it must have.
    Result<std::optional<FeedCommit>> apply(const PgoutputMessage &message);
    /// A new connection names its relations again and repeats an unfinished transaction.
    void reset();
    bool isInTransaction() const { return m_isOpen; }

private:
    enum class Table
    {
        Other,
        Lead,
        Member,
        Workspace,
        Person,
        Session,
        CountsDelta
    };
    struct Relation
    {
        Table table = Table::Other;
        int columnCount = 0;
        std::vector<int> places; ///< of the columns that matter, in the order of columnsOf()
    };
    using Outcome = Result<std::optional<FeedCommit>>;

    static std::vector<QByteArray> columnsOf(Table table);
    static Table tableOf(const PgoutputRelation &relation);

    Outcome on(const PgoutputOther &);
    Outcome on(const PgoutputBegin &begin);
    Outcome on(const PgoutputCommit &commit);
    Outcome on(const PgoutputRelation &relation);
    Outcome on(const PgoutputInsert &insert);
    Outcome on(const PgoutputUpdate &update);
    Outcome on(const PgoutputDelete &removal);
    Outcome on(const PgoutputTruncate &truncate);
    Outcome on(const PgoutputNote &note);

    Result<const Relation *> find(quint32 oid, const PgoutputTuple &row) const;
    Result<void> addLead(
        const Relation &relation, const PgoutputTuple &row, const std::optional<PgoutputTuple> &before);
    Result<void> addAccess(const Relation &relation, const PgoutputTuple &row);
    void addAccess(const AccessChange &change);

    size_t m_mostChanges;
    QHash<quint32, Relation> m_relations;
    bool m_isOpen = false;
    PgoutputBegin m_begin;
    FeedCommit m_commit;
    std::vector<std::shared_ptr<LeadChange>> m_leads; // their positions are known at the commit
};

} // namespace signalbox
