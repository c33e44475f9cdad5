// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/countsstore.h"
#include "core/storage/draftstore.h"
#include "core/storage/triagestore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/racers.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"

#include <atomic>
#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Connections = 8;
constexpr int Leads = 2000;

/// One connection's stream of random writes, of every kind that moves a count.
class Writer
{
public:
    /// `person` is connected as the service is.
    Writer(PgConnection &admin, PgConnection &person, UserId owner, WorkspaceId workspace,
        QList<UserId> setters, unsigned seed)
        : m_pg(admin)
        , m_person(person)
        , m_owner(owner)
        , m_workspace(workspace)
        , m_setters(std::move(setters))
        , m_random(seed)
    { }

    /// Returns how many rows it wrote. A deadlock or a row deleted meanwhile is the database's honest answer
    /// and is tried again by going on; anything else is an error.
    Result<int> writeOne()
    {
        const auto done = write();
        if (done)
            return int(done->affectedRows());
        const Error &error = done.error();
        if (error.kind != Error::Kind::Conflict && !error.code.endsWith("_fk"_L1))
            return error;
        return 0;
    }

private:
    int pick(int n) { return int(m_random() % unsigned(n)); }
    PgParams somewhere() { return PgParams() << m_workspace << pick(Leads); }

    Result<PgResult> update(const QByteArray &assignment, PgParams params)
    {
        return m_pg.runSql(
            "update lead set " + assignment + " where workspace_id = $1::uuid and first_name = 'n' || $2",
            params);
    }

    Result<PgResult> write()
    {
        static const QStringList statuses {u"new"_s, u"qualified"_s, u"blacklisted"_s, u"unqualified"_s,
            u"needs_repair"_s, u"never seen before"_s};
        static const QStringList tags {
            u"Interested"_s, u"Neutral"_s, u"Follow Up"_s, u"Blacklist"_s, QString()};
        const PgParams lead = somewhere();
        switch (pick(18)) {
        case 0:
        case 1:
            return update("status = $3", PgParams(lead) << statuses[pick(6)]);
        case 2:
        case 3:
            return update("sentiment_tag = $3", PgParams(lead).addNullable(tags[pick(5)]));
        case 4:
            return update("snoozed_until = now() + $3::interval",
                PgParams(lead).addNullable(
                    QStringList {u"1 hour"_s, u"-1 hour"_s, u"20 ms"_s, QString()}[pick(4)]));
        case 5:
            return update("assigned_to_user_id = $3::uuid",
                PgParams(lead) << (pick(4) == 0 ? std::nullopt
                                                : std::optional(m_setters[pick(int(m_setters.size()))])));
        case 6:
        case 7:
            return m_pg.runSql(
                "insert into message (workspace_id, lead_id, channel, direction, source, sent_by, body,"
                " ai_draft_id) select l.workspace_id, l.id, 'email', $3, 'zrg', $4, 'x',"
                " (select d.id from ai_draft d where d.lead_id = l.id limit 1)"
                " from lead l where l.workspace_id = $1::uuid and l.first_name = 'n' || $2",
                PgParams(lead) << (pick(2) == 0 ? u"inbound"_s : u"outbound"_s)
                               << (pick(2) == 0 ? u"ai"_s : u"setter"_s));
        case 8:
            return m_pg.runSql(
                "insert into ai_draft (workspace_id, lead_id, channel, content, auto_send_action)"
                " select workspace_id, id, 'email', 'd', 'needs_review' from lead"
                " where workspace_id = $1::uuid and first_name = 'n' || $2",
                lead);
        case 9:
            return m_pg.runSql(
                "update ai_draft d set status = $3 from lead l where l.workspace_id = $1::uuid"
                " and l.first_name = 'n' || $2 and d.workspace_id = l.workspace_id and d.lead_id = l.id",
                PgParams(lead) << (pick(2) == 0 ? u"approved"_s : u"pending"_s));
        case 10:
            return m_pg.runSql(
                "delete from message m using lead l where l.workspace_id = $1::uuid"
                " and l.first_name = 'n' || $2 and m.workspace_id = l.workspace_id and m.lead_id = l.id",
                lead);
        case 11:
            return m_pg.runSql(
                "delete from ai_draft d using lead l where l.workspace_id = $1::uuid"
                " and l.first_name = 'n' || $2 and d.workspace_id = l.workspace_id and d.lead_id = l.id",
                lead);
        case 12: // somebody leaves, somebody else comes
            return m_pg.runSql(
                "with gone as (delete from lead where workspace_id = $1::uuid and first_name = 'n' || $2"
                " returning first_name) insert into lead (workspace_id, first_name, status)"
                " select $1::uuid, first_name, 'qualified' from gone",
                lead);
        case 13:
        case 14: // as people do it, under row-level security
            return decideDraft();
        case 15:
        case 16:
            return changeStretch();
        default: // in bulk, over a stretch of leads
            return m_pg.runSql(
                "update lead set sentiment_tag = $3, status = 'qualified' where id in (select id from lead"
                " where workspace_id = $1::uuid and last_name = 's' || ($2::int % 40)"
                " order by id for no key update)",
                PgParams(lead).addNullable(tags[pick(5)]));
        }
    }

    /// Approves, rejects or takes back some draft through the store.
    Result<PgResult> decideDraft()
    {
        const auto found
            = m_pg.runSql("select d.id, d.updated_at from ai_draft d join lead l on l.id = d.lead_id"
                          " where l.workspace_id = $1::uuid and l.first_name = 'n' || $2 limit 1",
                somewhere());
        if (!found || found->rowCount() == 0)
            return found;
        const DraftId draft {found->uuid(0, 0)};
        const Instant seen = found->instant(0, 1);
        const Instant now = SystemClock().now();
        const auto done
            = m_person.transaction({.user = m_owner, .readOnly = false}, [&]() -> Result<DraftOutcome> {
                  switch (pick(3)) {
                  case 0:
                      return rejectDraft(m_person, m_owner, draft, seen, now);
                  case 1:
                      return unapproveDraft(m_person, m_owner, draft, now);
                  default:
                      return approveDraft(m_person, m_owner, draft, {}, seen, now);
                  }
              });
        return answer(done, found);
    }

    /// One field of a stretch of leads through the store.
    Result<PgResult> changeStretch()
    {
        const auto found
            = m_pg.runSql("select id from lead where workspace_id = $1::uuid and last_name = 's' ||"
                          " ($2::int % 40) limit 20",
                somewhere());
        if (!found)
            return found;
        LeadSelection some;
        for (int row = 0; row < found->rowCount(); ++row)
            some.leads.append(LeadId {found->uuid(row, 0)});
        if (some.leads.isEmpty())
            return found;
        const QList<LeadFields> changes {{.status = u"unqualified"_s}, {.sentimentTag = u"Blacklist"_s},
            {.snoozedUntil = std::optional(SystemClock().now() + std::chrono::minutes(5))},
            {.assignedTo = std::optional(m_setters[pick(int(m_setters.size()))])},
            {.assignedTo = std::optional<UserId>()}};
        const LeadFields &set = changes[pick(int(changes.size()))];
        const auto done
            = m_person.transaction({.user = m_owner, .readOnly = false}, [&]() -> Result<BulkOutcome> {
                  const auto writer = enterWorkspace(m_person, m_owner, m_workspace, SystemClock().now());
                  if (!writer)
                      return writer.error();
                  return changeLeads(m_person, *writer, some, set);
              });
        return answer(done, found);
    }

    /// What a rule refuses is an answer; what the database refuses is for writeOne().
    template <typename T> static Result<PgResult> answer(const Result<T> &done, const Result<PgResult> &found)
    {
        const bool isRule = !done
            && (done.error().kind == Error::Kind::NotFound || done.error().code == "LEAD_BLACKLISTED"_L1
                || done.error().code == "NO_ADDRESS"_L1);
        return done || isRule ? found : done.error();
    }

    PgConnection &m_pg;
    PgConnection &m_person;
    UserId m_owner;
    WorkspaceId m_workspace;
    QList<UserId> m_setters;
    std::mt19937 m_random;
};

} // namespace

/// Random concurrent writes of every kind from eight connections, with folding and waking beside them: after
/// each pause the counts of every scope equal a full scan. `SIGNALBOX_LONG=1`: 100,000 statements; else a
/// short form (DESIGN §8.28).
class tst_CountsRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        InboxData data(*m_admin);
        m_owner = data.addUser(u"owner@a.test"_s);
        m_workspace = data.addWorkspace(u"A"_s, m_owner);
        for (int i = 0; i < 5; ++i) {
            m_setters.append(data.addUser(u"setter%1@a.test"_s.arg(i)));
            data.addMember(m_workspace, m_setters.last(), u"SETTER"_s);
        }
        data.run("insert into lead (workspace_id, first_name, last_name, email)"
                 " select $1::uuid, 'n' || i, 's' || i % 40, 'n' || i || '@x.io' from generate_series(0, "
                 "$2::int - 1) i",
            PgParams() << m_workspace << Leads);
        data.run("create index on lead (workspace_id, first_name)");
    }

    void writes_fromEightConnections_leaveNoDrift()
    {
        const bool isLong = qEnvironmentVariableIsSet("SIGNALBOX_LONG");
        const int rounds = isLong ? 20 : 4;
        const int perWriter = isLong ? 625 : 150;
        const unsigned seed = testSeed(4);
        for (int round = 0; round < rounds; ++round) {
            writeConcurrently(perWriter, seed + unsigned(round) * 100);
            if (QTest::currentTestFailed())
                return;
            const auto drift = verifyCounts(*m_app, m_workspace);
            QVERIFY2(drift.has_value(), drift ? "" : qPrintable(describe(drift.error())));
            for (const CountsDrift &scope : *drift)
                qWarning("%s: expected %s, found %s", qPrintable(scope.scopeUser.toString()),
                    qPrintable(scope.expected), qPrintable(scope.found));
            QVERIFY(drift->isEmpty());
            verifyRollups();
        }
        QVERIFY(foldCounts(*m_app, 1 << 30));
        QCOMPARE(*recomputeCounts(*m_app, m_workspace), 0);
    }

private:
    void writeConcurrently(int perWriter, unsigned seed)
    {
        Racers background;
        background.start([&]() -> Result<void> {
            const auto pg = PgConnection::open(m_database->appConninfo());
            if (!pg)
                return pg.error();
            while (!background.areOver()) {
                if (const auto folded = foldCounts(**pg, 500); !folded)
                    return folded.error();
                if (const auto woken = wakeSnoozed(**pg, 50); !woken)
                    return woken.error();
            }
            return {};
        });
        std::atomic<qint64> written = 0;
        Racers writers;
        for (int i = 0; i < Connections; ++i) {
            writers.start([&, i]() -> Result<void> {
                const auto admin = PgConnection::open(m_database->adminConninfo());
                const auto person = PgConnection::open(m_database->appConninfo());
                if (!admin || !person)
                    return admin ? person.error() : admin.error();
                Writer writer(**admin, **person, m_owner, m_workspace, m_setters, seed + unsigned(i));
                for (int n = 0; n < perWriter; ++n) {
                    const auto rows = writer.writeOne();
                    if (!rows)
                        return rows.error();
                    written += *rows;
                }
                return {};
            });
        }
        QCOMPARE(writers.join(), QString());
        QCOMPARE(background.join(), QString());
        qInfo("%lld rows by %d statements", written.load(), perWriter * Connections);
        // How much their locks let through is luck; this row is certain.
        const auto rows
            = InboxData(*m_admin).run("update lead set status = 'needs_repair', sentiment_tag = 'Interested'"
                                      " where workspace_id = $1::uuid and first_name = 'n0'",
                PgParams() << m_workspace);
        QCOMPARE(rows.affectedRows(), 1);
    }

    /// What the triggers keep on the lead is what its messages and drafts say.
    void verifyRollups()
    {
        const auto wrong = InboxData(*m_admin).run(
            "select count(*) from lead l where workspace_id = $1::uuid and ("
            " l.last_inbound_at is distinct from (select max(sent_at) from message m where m.lead_id = l.id"
            "   and m.direction = 'inbound')"
            " or l.last_zrg_outbound_at is distinct from (select max(sent_at) from message m where m.lead_id "
            "= l.id"
            "   and m.direction = 'outbound' and m.source = 'zrg')"
            " or l.ai_sent_messages <> (select count(*) from message m where m.lead_id = l.id and "
            "m.direction = 'outbound'"
            "   and m.sent_by = 'ai' and m.ai_draft_id is not null)"
            " or l.review_drafts <> (select count(*) from ai_draft d where d.lead_id = l.id and d.status = "
            "'pending'))",
            PgParams() << m_workspace);
        QCOMPARE(wrong.integer(0, 0), 0);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
    WorkspaceId m_workspace;
    QList<UserId> m_setters;
};

QTEST_GUILESS_MAIN(tst_CountsRandom)
#include "tst_countsrandom.moc"
