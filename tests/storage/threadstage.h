// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/pgconnection.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <random>

namespace signalbox {

/// A message as a test gives it. Times are minutes after a midnight three days ago.
struct ThreadMessage
{
    LeadId lead;
    QString direction;
    int minute = 0;
    QString sentBy; ///< ai, setter or empty; a setter has an account
    QString channel = QStringLiteral("email");
    std::optional<QUuid> draft;
};

/// A workspace in a database of its own with threads that change, and what the processor of response timing
/// is to make of them.
class ThreadStage
{
public:
    ThreadStage();
    Q_DISABLE_COPY_MOVE(ThreadStage)

    /// Another, empty workspace in the place of this one.
    void open();
    LeadId addLead() { return InboxData(*admin).addLead(workspace, {}); }
    QUuid add(const ThreadMessage &message);
    /// Decided a minute after midnight.
    QUuid addDraft(LeadId lead, const QUuid &trigger, const QString &action = QStringLiteral("send_delayed"));
    PgParams ours() const { return PgParams() << workspace; }
    PgResult run(const QByteArray &sql, const PgParams &params) { return InboxData(*admin).run(sql, params); }
    PgResult run(const QByteArray &sql) { return run(sql, ours()); }
    int count(const QByteArray &sql) { return int(run(sql).integer(0, 0)); }
    int staleRows()
    {
        return count("select count(*) from response_timing_stale where workspace_id = $1::uuid");
    }
    Instant at(int minute) const { return m_day + std::chrono::minutes(minute); }

    /// As the service does, until nothing is left.
    void fill(int batch = 200);

    /// The processor's events of the workspace, a text each, in the order of the texts.
    QStringList stored();
    /// What they must be: walked from the messages and drafts as they are stored (domain §8.2).
    QStringList walked();

    std::unique_ptr<TestDatabase> database;
    std::unique_ptr<PgConnection> admin, service;
    UserId setter;
    WorkspaceId workspace;

private:
    int m_opened = 0;
    const Instant m_day;
};

/// Writes into some leads' threads whatever comes into its mind, the same for the same seed.
class ThreadWriter
{
public:
    ThreadWriter(PgConnection &pg, const ThreadStage &stage, const QList<QUuid> &leads, unsigned seed)
        : m_pg(pg)
        , m_stage(stage)
        , m_leads(leads)
        , m_random(seed)
    { }

    Result<void> addOne();
    Result<void> changeOne();

private:
    int below(int bound) { return int(m_random() % unsigned(bound)); }
    QUuid newId();
    Instant someTime() { return m_stage.at(below(72 * 4) * 15); }
    PgParams anywhere() { return PgParams() << m_stage.workspace << m_leads << below(1'000'000); }
    Result<void> write(const QByteArray &sql, const PgParams &params);

    PgConnection &m_pg;
    const ThreadStage &m_stage;
    QList<QUuid> m_leads;
    std::mt19937 m_random;
};

} // namespace signalbox
