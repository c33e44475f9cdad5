// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/countsstore.h"
#include "core/storage/inboxstore.h"
#include "core/storage/notestore.h"
#include "core/storage/viewstore.h"
#include "tests/storage/triagedata.h"

#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

LeadFields status(const QString &value)
{
    return {.status = value};
}

LeadFields assignee(std::optional<UserId> user)
{
    return {.assignedTo = user};
}

LeadFields tag(const QString &value)
{
    return {.sentimentTag = value};
}

} // namespace

/// The writes on leads in the database: who may, conflicts, what follows in counts and audit (DESIGN §8.19).
class tst_TriageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The rows of one table share a database; they put back what they change.
        const QByteArray function = QTest::currentTestFunction();
        if (function != m_function)
            m_data = std::make_unique<TriageData>();
        m_function = function;
    }
    void cleanup() { QCOMPARE(verifyCounts(*m_data->admin, m_data->workspace)->size(), 0); }
    void cleanupTestCase() { m_data.reset(); }

    void change_eachRoleAndLead_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("lead");
        QTest::addColumn<QString>("expected");
        const QStringList leads {u"own"_s, u"others"_s, u"open"_s, u"elsewhere"_s, u"unknown"_s};
        for (const QString &role :
            {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s, u"CLIENT_PORTAL"_s, u"nobody"_s}) {
            for (const QString &lead : leads) {
                const bool isForeign = lead == "elsewhere"_L1 || lead == "unknown"_L1 || role == "nobody"_L1
                    || (role == "SETTER"_L1 && lead != "own"_L1);
                const QString expected = isForeign ? u"not_found"_s
                    : role == "CLIENT_PORTAL"_L1   ? u"denied"_s
                                                   : u"done"_s;
                QTest::addRow("%s on the %s lead", qPrintable(role), qPrintable(lead))
                    << role << lead << expected;
            }
        }
    }
    void change_eachRoleAndLead()
    {
        QFETCH(QString, role);
        QFETCH(QString, lead);
        QFETCH(QString, expected);
        InboxData(*m_data->admin).run("update lead set status = 'new'");
        const auto result
            = m_data->change(user(role), leadCalled(lead), status(u"qualified"_s), status(u"new"_s));
        QCOMPARE(result ? u"done"_s : QString(kindName(result.error().kind)).replace(u' ', u'_'), expected);
        const qint64 changed = InboxData(*m_data->admin)
                                   .run("select count(*) from lead where status = 'qualified'")
                                   .integer(0, 0);
        QCOMPARE(changed, expected == "done"_L1 ? 1 : 0);
    }

    void assign_toSomebodyWithoutALeadHoldingRole_isInvalid()
    {
        for (const UserId &user : {m_data->portal, m_data->stranger, UserId {newUuid()}}) {
            const auto result
                = m_data->change(m_data->owner, m_data->own, assignee(user), assignee(m_data->setter));
            QVERIFY(!result);
            QCOMPARE(result.error().code, u"NOT_ASSIGNABLE"_s);
        }
    }

    void assign_bySetter_handsAwayAndCannotTakeBack()
    {
        const auto away = m_data->change(
            m_data->setter, m_data->own, assignee(m_data->manager), assignee(m_data->setter));
        QVERIFY2(away, away ? "" : qPrintable(describe(away.error())));
        QCOMPARE(away->before.assignedTo, std::optional(m_data->setter));
        QCOMPARE(away->current.assignedTo, std::optional(m_data->manager));
        const auto back = m_data->change(
            m_data->setter, m_data->own, assignee(m_data->setter), assignee(m_data->manager));
        QCOMPARE(back.error().kind, Error::Kind::NotFound);
        const auto nobody
            = m_data->change(m_data->owner, m_data->own, assignee(std::nullopt), assignee(m_data->manager));
        QVERIFY(nobody.has_value() && !nobody->current.assignedTo);
    }

    void handedAwayBetweenSightAndLock_isNotFound()
    {
        const auto late = m_data->as(m_data->setter, [&]() -> Result<LeadOutcome> {
            const auto writer = enterLead(*m_data->app, m_data->setter, m_data->own, {}, m_data->now);
            if (!writer)
                return writer.error();
            InboxData(*m_data->admin)
                .run("update lead set assigned_to_user_id = $2::uuid where id = $1::uuid",
                    PgParams() << m_data->own << m_data->manager);
            return changeLead(*m_data->app, *writer, m_data->own, status(u"qualified"_s), status(u"new"_s));
        });
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Error::Kind::NotFound);
    }

    void conflict_onlyOfTheFieldThatChanges()
    {
        QVERIFY(m_data->change(m_data->owner, m_data->own, assignee(std::nullopt), assignee(m_data->setter)));
        // Another field has moved: that is no conflict.
        const auto other
            = m_data->change(m_data->owner, m_data->own, status(u"qualified"_s), status(u"new"_s));
        QVERIFY(other.has_value() && !other->isConflict);
        const auto stale
            = m_data->change(m_data->owner, m_data->own, status(u"unqualified"_s), status(u"new"_s));
        QVERIFY(stale.has_value() && stale->isConflict);
        QCOMPARE(stale->current.status, u"qualified"_s);
        // What stands there already needs no doing.
        const auto same
            = m_data->change(m_data->owner, m_data->own, status(u"qualified"_s), status(u"new"_s));
        QVERIFY(same.has_value() && !same->isConflict);
        QCOMPARE(same->before, same->current);
    }

    void snooze_leavesEveryCountAndComesBack()
    {
        const Instant until = m_data->now + 24h;
        const LeadFields none {.snoozedUntil = std::optional<Instant>()};
        const LeadFields later {.snoozedUntil = std::optional(until)};
        const auto total = [&] { return loadCounts(*m_data->app, reader())->counts.total; };
        QCOMPARE(total(), 3);
        const auto snoozed = m_data->change(m_data->owner, m_data->own, later, none);
        QVERIFY(snoozed.has_value());
        QCOMPARE(snoozed->current.snoozedUntil, std::optional(until));
        QCOMPARE(total(), 2);
        QVERIFY(m_data->change(m_data->owner, m_data->own, none, later));
        QCOMPARE(total(), 3);
    }

    void sentiment_bringsItsStatus_andAnUndoRestoresBoth()
    {
        const auto listed
            = m_data->change(m_data->owner, m_data->own, tag(u"Blacklist"_s), tag(u"Interested"_s));
        QVERIFY(listed.has_value());
        QCOMPARE(listed->current.status, u"blacklisted"_s);
        QCOMPARE(loadCounts(*m_data->app, reader())->counts.requiresAttention, 2);
        const LeadFields undo {.status = listed->before.status, .sentimentTag = listed->before.sentimentTag};
        const auto undone = m_data->change(m_data->owner, m_data->own, undo, tag(u"Blacklist"_s));
        QVERIFY(undone.has_value() && !undone->isConflict);
        QCOMPARE(undone->current.status, u"new"_s);
        QCOMPARE(undone->current.sentimentTag, u"Interested"_s);
    }

    void everyWrite_isInTheAudit()
    {
        QVERIFY(m_data->change(m_data->manager, m_data->own, status(u"qualified"_s), status(u"new"_s)));
        const auto rows = InboxData(*m_data->admin)
                              .run("select actor_user_id, action, before ->> 'status', after ->> 'status'"
                                   " from triage_event where lead_id = $1::uuid",
                                  PgParams() << m_data->own);
        QCOMPARE(rows.rowCount(), 1);
        QCOMPARE(rows.uuid(0, 0), m_data->manager.value);
        QCOMPARE(rows.text(0, 1), u"status"_s);
        QCOMPARE(rows.text(0, 2), u"new"_s);
        QCOMPARE(rows.text(0, 3), u"qualified"_s);
        QVERIFY(!m_data->app->transaction({.serviceWorkspace = m_data->workspace, .readOnly = false},
            [&] { return m_data->app->runSql("delete from triage_event"); }));
    }

    void bulk_fiveThousand_countsStayExact()
    {
        InboxData(*m_data->admin)
            .run("insert into lead (workspace_id, status, sentiment_tag, last_inbound_at, first_name)"
                 " select $1::uuid, case when i % 5 = 0 then 'qualified' else 'new' end, 'Interested', now(),"
                 " 'Bulk' from generate_series(1, 5000) i",
                PgParams() << m_data->workspace);
        LeadSelection all {.leads = {m_data->open}, .allOf = InboxQuery {.workspace = m_data->workspace}};
        const auto outcome = m_data->changeMany(m_data->owner, all, status(u"qualified"_s));
        QVERIFY2(outcome, outcome ? "" : qPrintable(describe(outcome.error())));
        QCOMPARE(outcome->changed, 4002);
        QCOMPARE(outcome->unchanged, 1000);
        QCOMPARE(outcome->before.size(), 4002);
        QCOMPARE(verifyCounts(*m_data->admin, m_data->workspace)->size(), 0);
        QCOMPARE(m_data->text("select status from lead where id = $1::uuid", PgParams() << m_data->open),
            u"new"_s);
        const auto away = m_data->changeMany(m_data->owner, all, assignee(m_data->setter));
        QVERIFY(away.has_value());
        QCOMPARE(away->changed, 5001);
        QCOMPARE(verifyCounts(*m_data->admin, m_data->workspace)->size(), 0);
        QCOMPARE(
            loadCounts(*m_data->app, {m_data->setter, m_data->workspace, u"SETTER"_s})->counts.total, 5002);
    }

    void bulk_overTheLimit_isRefusedWithTheNumber()
    {
        LeadSelection many;
        for (int i = 0; i <= LargestSelection; ++i)
            many.leads.append(LeadId {newUuid()});
        const auto ids = m_data->changeMany(m_data->owner, many, status(u"qualified"_s));
        QCOMPARE(ids.error().code, u"SELECTION_TOO_LARGE"_s);
        QVERIFY(ids.error().detail.contains(u"10000"_s));
        InboxData(*m_data->admin)
            .run("insert into lead (workspace_id) select $1::uuid from generate_series(1, 10001)",
                PgParams() << m_data->workspace);
        const LeadSelection all {.allOf = InboxQuery {.workspace = m_data->workspace}};
        QCOMPARE(m_data->changeMany(m_data->owner, all, status(u"qualified"_s)).error().code,
            u"SELECTION_TOO_LARGE"_s);
    }

    void bulk_whatIsNotSeen_isReportedOneByOne()
    {
        const LeadSelection mixed {
            .leads = {m_data->own, m_data->others, m_data->elsewhere, LeadId {newUuid()}, m_data->own}};
        const auto outcome = m_data->changeMany(m_data->setter, mixed, status(u"qualified"_s));
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->changed, 1);
        QCOMPARE(outcome->before.first().lead, m_data->own);
        QCOMPARE(outcome->refused.size(), 3);
        for (const auto &refusal : outcome->refused)
            QCOMPARE(refusal.code, u"NOT_FOUND"_s);
        QCOMPARE(
            m_data->changeMany(m_data->portal, mixed, status(u"new"_s)).error().kind, Error::Kind::Denied);
        QCOMPARE(
            m_data->changeMany(m_data->stranger, mixed, status(u"new"_s)).error().kind, Error::Kind::Denied);
    }

    void bulk_twoAtOnceOverTheSameLeads_doNotDeadlock()
    {
        InboxData(*m_data->admin)
            .run("insert into lead (workspace_id) select $1::uuid from generate_series(1, 500)",
                PgParams() << m_data->workspace);
        std::atomic<int> failed = 0;
        const auto flip = [&](PgConnection *pg, const QString &first, const QString &second) {
            for (int round = 0; round < 5; ++round) {
                const LeadSelection all {.allOf = InboxQuery {.workspace = m_data->workspace,
                                             .sort = round % 2 == 0 ? InboxSort::Recent : InboxSort::Oldest}};
                const auto done = pg->transaction({.user = m_data->owner, .readOnly = false}, [&] {
                    const auto writer = enterWorkspace(*pg, m_data->owner, m_data->workspace, m_data->now);
                    return changeLeads(*pg, *writer, all, status(round % 2 == 0 ? first : second));
                });
                if (!done)
                    ++failed;
            }
        };
        const auto early = connectTo(m_data->database->appConninfo());
        const auto late = connectTo(m_data->database->appConninfo());
        std::thread one(flip, early.get(), u"qualified"_s, u"new"_s);
        std::thread two(flip, late.get(), u"unqualified"_s, u"blacklisted"_s);
        one.join();
        two.join();
        QCOMPARE(failed.load(), 0);
    }

    void read_isThePersonsOwn_andMovesNothing()
    {
        const auto state = [&] {
            return m_data->text("select updated_at::text || (select count(*) from inbox_counts_delta) "
                                "from lead where id = $1::uuid",
                PgParams() << m_data->own);
        };
        const QString before = state();
        QVERIFY(isUnread(m_data->owner, u"OWNER"_s));
        QVERIFY(mark(m_data->owner, true));
        QVERIFY(!isUnread(m_data->owner, u"OWNER"_s));
        QVERIFY(isUnread(m_data->setter, u"SETTER"_s));
        QVERIFY(!isUnread(m_data->portal, u"CLIENT_PORTAL"_s));
        QVERIFY(mark(m_data->owner, false));
        QVERIFY(isUnread(m_data->owner, u"OWNER"_s));
        QVERIFY(mark(m_data->owner, true));
        QCOMPARE(state(), before);
        QCOMPARE(*loadReadMarks(*m_data->app, m_data->owner, m_data->workspace), 3);
        InboxData(*m_data->admin)
            .run("insert into message (workspace_id, lead_id, direction, body, sent_at) values ($1::uuid, "
                 "$2::uuid, 'inbound', 'new', now() + interval '1 minute')",
                PgParams() << m_data->workspace << m_data->own);
        QVERIFY(isUnread(m_data->owner, u"OWNER"_s));
    }

    void read_baseline_countsUntilALeadHasItsOwnMark()
    {
        InboxData(*m_data->admin)
            .run("insert into workspace_read (workspace_id, user_id, read_through) values ($1::uuid, "
                 "$2::uuid, now())",
                PgParams() << m_data->workspace << m_data->owner);
        QVERIFY(!isUnread(m_data->owner, u"OWNER"_s));
        QVERIFY(mark(m_data->owner, false));
        QVERIFY(isUnread(m_data->owner, u"OWNER"_s));
    }

    void notes_areForColleaguesOnly()
    {
        const auto added = m_data->as(m_data->setter, [&]() -> Result<InternalNote> {
            const auto writer = enterLead(*m_data->app, m_data->setter, m_data->own, {}, m_data->now);
            return addNote(*m_data->app, *writer, m_data->own, u"Call her on Friday"_s);
        });
        QVERIFY2(added, added ? "" : qPrintable(describe(added.error())));
        QCOMPARE(added->authorName, u"setter@a.test"_s);
        const auto seen = [&](UserId user, const QString &role) {
            return loadConversation(*m_data->app, {user, m_data->workspace, role}, m_data->own, {})
                ->notes.size();
        };
        QCOMPARE(seen(m_data->owner, u"OWNER"_s), 1);
        QCOMPARE(seen(m_data->setter, u"SETTER"_s), 1);
        QCOMPARE(seen(m_data->portal, u"CLIENT_PORTAL"_s), 0);
    }

    void views_arePersonalOrShared()
    {
        SavedView mine {.name = u"Mine"_s, .query = {.workspace = m_data->workspace, .search = u"acme"_s}};
        const auto saved = save(m_data->setter, mine);
        QVERIFY2(saved, saved ? "" : qPrintable(describe(saved.error())));
        QVERIFY(!saved->id.isNull());
        QCOMPARE(save(m_data->setter, mine).error().code, u"NAME_TAKEN"_s);
        SavedView shared {.name = u"Hot"_s, .query = {.workspace = m_data->workspace}, .isShared = true};
        QCOMPARE(save(m_data->setter, shared).error().kind, Error::Kind::Denied);
        QCOMPARE(save(m_data->portal, mine).error().kind, Error::Kind::Denied);
        const auto hot = save(m_data->manager, shared);
        QVERIFY(hot.has_value());
        const auto names = [&](UserId user, const QString &role) {
            QStringList list;
            const auto views = loadViews(*m_data->app, {user, m_data->workspace, role});
            for (const SavedView &view : *views)
                list.append(view.name + (view.isMine ? u"*"_s : u""_s) + view.query.search);
            return list;
        };
        QCOMPARE(names(m_data->setter, u"SETTER"_s), QStringList({u"Hot"_s, u"Mine*acme"_s}));
        QCOMPARE(names(m_data->owner, u"OWNER"_s), QStringList({u"Hot"_s}));
        QCOMPARE(names(m_data->portal, u"CLIENT_PORTAL"_s), QStringList());
        // Somebody's own is nobody else's, a shared one is an administrator's too.
        QCOMPARE(remove(m_data->owner, saved->id).error().kind, Error::Kind::NotFound);
        QCOMPARE(remove(m_data->setter, hot->id).error().kind, Error::Kind::Denied);
        QVERIFY(remove(m_data->adminUser, hot->id));
        QVERIFY(remove(m_data->setter, saved->id));
        QCOMPARE(names(m_data->setter, u"SETTER"_s), QStringList());
    }

    void assignees_areThoseWhoHoldLeads()
    {
        const auto list = loadAssignees(*m_data->app, reader());
        QVERIFY2(list, list ? "" : qPrintable(describe(list.error())));
        QStringList roles;
        for (const Assignee &person : *list)
            roles.append(person.role);
        QCOMPARE(roles, QStringList({u"ADMIN"_s, u"INBOX_MANAGER"_s, u"OWNER"_s, u"SETTER"_s}));
        QCOMPARE(
            loadAssignees(*m_data->app, {m_data->portal, m_data->workspace, u"CLIENT_PORTAL"_s}).error().kind,
            Error::Kind::Denied);
    }

    void names_outOfScope_areMissing()
    {
        const QList<LeadId> all {m_data->own, m_data->others, m_data->elsewhere};
        const auto seen = [&](UserId user, const QString &role) {
            return loadLeadNames(*m_data->app, {user, m_data->workspace, role}, all)->size();
        };
        QCOMPARE(seen(m_data->owner, u"OWNER"_s), 2);
        QCOMPARE(seen(m_data->setter, u"SETTER"_s), 1);
        QCOMPARE(seen(m_data->stranger, u"OWNER"_s), 0);
    }

private:
    UserId user(const QString &role) const
    {
        const QHash<QString, UserId> people {{u"OWNER"_s, m_data->owner}, {u"ADMIN"_s, m_data->adminUser},
            {u"INBOX_MANAGER"_s, m_data->manager}, {u"SETTER"_s, m_data->setter},
            {u"CLIENT_PORTAL"_s, m_data->portal}};
        return people.value(role, UserId {newUuid()});
    }
    LeadId leadCalled(const QString &name) const
    {
        const QHash<QString, LeadId> leads {{u"own"_s, m_data->own}, {u"others"_s, m_data->others},
            {u"open"_s, m_data->open}, {u"elsewhere"_s, m_data->elsewhere}};
        return leads.value(name, LeadId {newUuid()});
    }
    InboxReader reader() const { return {m_data->owner, m_data->workspace, u"OWNER"_s}; }

    Result<void> mark(UserId user, bool isRead)
    {
        return m_data->as(user, [&]() -> Result<void> {
            const auto writer = enterLead(*m_data->app, user, m_data->own, {}, m_data->now);
            if (!writer)
                return writer.error();
            return markRead(*m_data->app, *writer, m_data->own, isRead);
        });
    }
    bool isUnread(UserId user, const QString &role)
    {
        const InboxReader who {user, m_data->workspace, role};
        const auto page = loadInboxPage(*m_data->app, who, {.workspace = m_data->workspace}, {}, 50);
        for (const Conversation &row : page->rows) {
            if (row.lead.id == m_data->own) {
                const auto detail = loadConversation(*m_data->app, who, m_data->own, {});
                return row.isUnread && detail->conversation.isUnread;
            }
        }
        qFatal("the lead is not in the list");
    }
    Result<SavedView> save(UserId user, const SavedView &view)
    {
        return m_data->as(user, [&]() -> Result<SavedView> {
            const auto writer = enterWorkspace(*m_data->app, user, m_data->workspace, m_data->now);
            if (!writer)
                return writer.error();
            return saveView(*m_data->app, *writer, view);
        });
    }
    Result<void> remove(UserId user, QUuid view)
    {
        return m_data->as(user, [&]() -> Result<void> {
            const auto writer = enterWorkspace(*m_data->app, user, m_data->workspace, m_data->now);
            return removeView(*m_data->app, *writer, view);
        });
    }

    std::unique_ptr<TriageData> m_data;
    QByteArray m_function;
};

QTEST_GUILESS_MAIN(tst_TriageStore)
#include "tst_triagestore.moc"
