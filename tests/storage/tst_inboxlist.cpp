// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/countsstore.h"
#include "core/storage/inboxlistsql.h"
#include "core/storage/inboxstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr InboxCategory Categories[] {InboxCategory::All, InboxCategory::Responses, InboxCategory::Attention,
    InboxCategory::PreviousAttention, InboxCategory::NeedsRepair, InboxCategory::AiSent,
    InboxCategory::AiReview};
constexpr InboxSort Sorts[] {InboxSort::Recent, InboxSort::Oldest, InboxSort::Name, InboxSort::Score};

qint64 badgeOf(const InboxCounts &counts, InboxCategory category)
{
    switch (category) {
    case InboxCategory::All:
        return counts.total;
    case InboxCategory::Responses:
        return counts.allResponses;
    case InboxCategory::Attention:
        return counts.requiresAttention;
    case InboxCategory::PreviousAttention:
        return counts.previouslyRequiredAttention;
    case InboxCategory::NeedsRepair:
        return counts.needsRepair;
    case InboxCategory::AiSent:
        return counts.aiSent;
    case InboxCategory::AiReview:
        return counts.aiReview;
    }
    Q_UNREACHABLE();
}

} // namespace

/// The list of domain §3: every badge is the length of its fully paged list, pages neither repeat nor skip,
/// search and cursors follow their vectors, and every statement that can be assembled is served by an index.
class tst_InboxList : public QObject
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
        m_readers.append({m_owner, m_workspace, u"OWNER"_s});
        for (const QString &role : {u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s, u"CLIENT_PORTAL"_s}) {
            const UserId user = data.addUser(role.toLower() + u"@a.test"_s);
            data.addMember(m_workspace, user, role);
            m_readers.append({user, m_workspace, role});
        }
        addRandomLeads(data, 700);
    }

    void counts_everyCategoryAndRole_equalTheFullyPagedList_data()
    {
        QTest::addColumn<int>("reader");
        QTest::addColumn<int>("category");
        for (int reader = 0; reader < m_readers.size(); ++reader) {
            for (const InboxCategory category : Categories)
                QTest::addRow("%s, %s", qPrintable(m_readers[reader].role), wireName(category).data())
                    << reader << int(category);
        }
    }
    void counts_everyCategoryAndRole_equalTheFullyPagedList()
    {
        QFETCH(int, reader);
        QFETCH(int, category);
        const InboxQuery query {.workspace = m_workspace, .category = InboxCategory(category)};
        const auto rows = pageThrough(m_readers[reader], query, 50);
        QCOMPARE(rows.size(), badgeOf(loadCounts(*m_app, m_readers[reader])->counts, query.category));
        QCOMPARE(QSet<LeadId>(rows.cbegin(), rows.cend()).size(), rows.size());
    }

    void pages_everySort_forwardsAndBackwards_areTheSameRows_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<int>("category");
        for (const InboxSort sort : Sorts) {
            for (const InboxCategory category : {InboxCategory::All, InboxCategory::Responses})
                QTest::addRow("%s, %s", wireName(sort).data(), wireName(category).data())
                    << int(sort) << int(category);
        }
    }
    void pages_everySort_forwardsAndBackwards_areTheSameRows()
    {
        QFETCH(int, sort);
        QFETCH(int, category);
        const InboxQuery query {
            .workspace = m_workspace, .category = InboxCategory(category), .sort = InboxSort(sort)};
        const auto oneByOne = pageThrough(m_readers[0], query, 7);
        QCOMPARE(oneByOne, pageThrough(m_readers[0], query, 200));
        QCOMPARE(pageBack(m_readers[0], query, oneByOne, 13), oneByOne);
    }

    void page_sameUpdatedAt_limitOne_yieldsEachOnce()
    {
        InboxData data(*m_admin);
        const WorkspaceId workspace = data.addWorkspace(u"ties"_s, m_owner);
        const Instant same = *parseIso(u"2026-02-18T10:00:00.123456Z");
        for (int i = 0; i < 3; ++i)
            data.addLead(workspace, {.updatedAt = same});
        const auto rows = pageThrough({m_owner, workspace, u"OWNER"_s}, {.workspace = workspace}, 1);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(QSet<LeadId>(rows.cbegin(), rows.cend()).size(), 3);
    }

    void page_at_startsAtTheFirstRowNotNewer()
    {
        const InboxQuery query {.workspace = m_workspace};
        const auto first = loadInboxPage(*m_app, m_readers[0], query, {}, 50);
        const Instant at = first->rows[20].updatedAt;
        const auto page = loadInboxPage(*m_app, m_readers[0], query, {.at = at}, 10);
        QCOMPARE(page->rows.first().lead.id, first->rows[20].lead.id);
        QVERIFY(!page->prevCursor.isEmpty());
        const auto before = loadInboxPage(*m_app, m_readers[0], query,
            {.cursor = page->prevCursor, .direction = PagePosition::Direction::Previous}, 5);
        QCOMPARE(before->rows.last().lead.id, first->rows[19].lead.id);
    }

    void cursor_ofAnotherList_isRefused()
    {
        const auto page = loadInboxPage(*m_app, m_readers[0], {.workspace = m_workspace}, {}, 5);
        const auto refused = loadInboxPage(*m_app, m_readers[0],
            {.workspace = m_workspace, .category = InboxCategory::Responses}, {.cursor = page->nextCursor},
            5);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"INVALID_CURSOR"_s);
    }

    void cursor_bareLeadId_continuesAfterIt()
    {
        const InboxQuery query {.workspace = m_workspace};
        const auto page = loadInboxPage(*m_app, m_readers[0], query, {}, 5);
        const auto next
            = loadInboxPage(*m_app, m_readers[0], query, {.cursor = page->rows[2].lead.id.toString()}, 2);
        QCOMPARE(next->rows.first().lead.id, page->rows[3].lead.id);
        const auto unknown
            = loadInboxPage(*m_app, m_readers[0], query, {.cursor = LeadId {newUuid()}.toString()}, 2);
        QCOMPARE(unknown.error().code, u"INVALID_CURSOR"_s);
    }

    void search_byItsVectors_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("address with trailing punctuation") << u"x@y.io)."_s << QStringList {u"Xenia"_s};
        QTest::newRow("address in another case") << u"X@Y.IO"_s << QStringList {u"Xenia"_s};
        QTest::newRow("an alternate address") << u"alt@y.io"_s << QStringList {u"Xenia"_s};
        QTest::newRow("only somebody who replied") << u"pa@y.io"_s << QStringList {u"Xenia"_s};
        QTest::newRow("no dot: a term") << u"a@b"_s << QStringList {u"Bodo"_s};
        QTest::newRow("every term in some field") << u"brightline xen"_s << QStringList {u"Xenia"_s};
        QTest::newRow("a term that does not match") << u"brightline bodo"_s << QStringList {};
        QTest::newRow("wildcards are letters") << u"100%_x"_s << QStringList {u"Percent"_s};
        QTest::newRow("the SMS campaign's name") << u"west q1"_s << QStringList {u"Bodo"_s};
        QTest::newRow("a quote is no SQL") << u"o'brien"_s << QStringList {u"Sean"_s};
        QTest::newRow("an unknown address") << u"nobody@y.io"_s << QStringList {};
    }
    void search_byItsVectors()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, expected);
        QCOMPARE(namesFound(search, SearchIn::Leads), expected);
    }

    void search_underThreeCharacters_isIgnored()
    {
        const WorkspaceId workspace = searchWorkspace();
        const auto page = loadInboxPage(
            *m_app, {m_owner, workspace, u"OWNER"_s}, {.workspace = workspace, .search = u"ab"_s}, {}, 50);
        QCOMPARE(page->rows.size(), 4);
    }

    void search_inMessages_findsWords()
    {
        QCOMPARE(namesFound(u"forty seats"_s, SearchIn::Messages), QStringList {u"Xenia"_s});
        QCOMPARE(namesFound(u"forty chairs"_s, SearchIn::Messages), QStringList {});
    }

    void search_commonTerm_givesTheSameRowsAsTheCandidates()
    {
        // More matches than the cap: the list tests the term itself; every lead's first name is in the
        // filter.
        const InboxReader &reader = m_readers[0];
        SearchCandidates walked {.terms = parseSearch(u"lead"_s)};
        SearchCandidates looked = walked;
        const InboxQuery query {.workspace = m_workspace, .search = u"lead"_s};
        const auto expected = pageThrough(reader, query, 200);
        QVERIFY(expected.size() > 500);
        for (const LeadId &lead : expected)
            looked.leads.append(lead.value);
        looked.isComplete = true;
        for (const auto &candidates : {walked, looked}) {
            const auto statement = buildListStatement(reader, query, candidates, {}, 200);
            const auto rows = m_app->transaction(
                reader.tenantScope(), [&] { return m_app->runSql(statement.sql, statement.params); });
            QCOMPARE(rows->rowCount(), 200);
            QCOMPARE(LeadId {rows->uuid(199, rows->column("id"))}, expected[199]);
        }
    }

    void filters_channelsTagsScores_narrow()
    {
        const auto all = pageThrough(m_readers[0], {.workspace = m_workspace}, 200).size();
        const auto email
            = pageThrough(m_readers[0], {.workspace = m_workspace, .channels = {Channel::Email}}, 200).size();
        const auto other = pageThrough(
            m_readers[0], {.workspace = m_workspace, .channels = {Channel::Sms, Channel::LinkedIn}}, 200)
                               .size();
        QVERIFY(email > 0);
        QVERIFY(other > 0);
        QVERIFY(email + other <= all);
        int scored = 0;
        for (const ScoreFilter score : {ScoreFilter::Unscored, ScoreFilter::AtLeast1})
            scored += int(pageThrough(m_readers[0], {.workspace = m_workspace, .score = score}, 200).size());
        QVERIFY(scored < all); // zero is neither
        const InboxQuery tagged {.workspace = m_workspace, .sentimentTags = {u"Interested"_s}};
        const auto page = loadInboxPage(*m_app, m_readers[0], tagged, {}, 200);
        for (const Conversation &row : page->rows)
            QCOMPARE(row.sentimentTag, u"Interested"_s);
    }

    void row_requiresAttention_isItsCategory()
    {
        int seen = 0;
        const auto page = loadInboxPage(*m_app, m_readers[0], {.workspace = m_workspace}, {}, 200);
        for (const Conversation &row : page->rows) {
            QCOMPARE(row.requiresAttention, (row.categories & AttentionBit) != 0);
            seen += int(row.requiresAttention);
        }
        QVERIFY(seen > 0);
    }

    void snoozeThatRanOut_isInItsListBeforeTheWake()
    {
        InboxData data(*m_admin);
        const WorkspaceId workspace = data.addWorkspace(u"snoozed"_s, m_owner);
        data.addLead(workspace, {.inbound = 1, .tag = u"Interested"_s, .firstName = u"Old"_s});
        const LeadId lead = data.addLead(
            workspace, {.inbound = 10, .tag = u"Interested"_s, .snooze = u"1 hour"_s, .firstName = u"Due"_s});
        data.run("alter table lead disable trigger lead_before_write");
        data.run("update lead set snoozed_until = now(), updated_at = now() - interval '1 day' where id = "
                 "$1::uuid",
            PgParams() << lead);
        data.run("alter table lead enable trigger lead_before_write");
        const InboxReader reader {m_owner, workspace, u"OWNER"_s};
        const InboxQuery query {.workspace = workspace, .category = InboxCategory::Attention};
        QCOMPARE(pageThrough(reader, query, 1).size(), 2);
        QCOMPARE(loadInboxPage(*m_app, reader, query, {}, 1)->rows.first().lead.firstName, u"Due"_s);
        QCOMPARE(loadCounts(*m_app, reader)->counts.requiresAttention, 2);
    }

    void statements_everyCombination_prepare()
    {
        int prepared = 0;
        const SearchCandidates none;
        SearchCandidates walked {.terms = parseSearch(u"abc def"_s)};
        SearchCandidates looked {.terms = walked.terms, .isComplete = true, .leads = {newUuid()}};
        for (const InboxReader &reader : {m_readers[0], m_readers[3]}) {
            for (const InboxCategory category : Categories) {
                for (const InboxSort sort : Sorts) {
                    // Search and category do not touch: every search form with one category covers them.
                    const bool isFirst = category == InboxCategory::All;
                    for (const auto &candidates : isFirst ? QList {none, walked, looked} : QList {none}) {
                        for (const ListStart &start : starts(sort))
                            prepared += prepareFilters({.workspace = m_workspace,
                                                           .category = category,
                                                           .search = u"abc"_s,
                                                           .sort = sort},
                                reader, candidates, start);
                    }
                }
            }
        }
        QCOMPARE(prepared, 2 * (7 + 2) * 4 * 5 * 2);
    }

    void plans_everyCategoryAndScope_walkAnIndex_data()
    {
        QTest::addColumn<int>("reader");
        QTest::addColumn<int>("category");
        for (const int reader : {0, 3}) {
            for (const InboxCategory category : Categories)
                QTest::addRow("%s, %s", qPrintable(m_readers[reader].role), wireName(category).data())
                    << reader << int(category);
        }
    }
    void plans_everyCategoryAndScope_walkAnIndex()
    {
        QFETCH(int, reader);
        QFETCH(int, category);
        const InboxReader &who = m_readers[reader];
        const ListStatement statement = buildListStatement(
            who, {.workspace = m_workspace, .category = InboxCategory(category)}, {}, {}, 51);
        const auto plan = m_app->transaction(who.tenantScope(), [&]() -> Result<PgResult> {
            // Few rows: a sort would be cheap here, as it would not be on a million; a generic plan is what
            // serves.
            if (const auto set
                = m_app->runScript("set local enable_seqscan = off; set local enable_sort = off;"
                                   "set local enable_bitmapscan = off;"
                                   "set local plan_cache_mode = force_generic_plan");
                !set)
                return set.error();
            return m_app->runSql("explain " + statement.sql, statement.params);
        });
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(describe(plan.error())));
        QString text;
        for (int row = 0; row < plan->rowCount(); ++row)
            text += plan->text(row, 0) + u'\n';
        const QStringList names {u"total"_s, u"responses"_s, u"attention"_s, u"previous"_s, u"repair"_s,
            u"ai_sent"_s, u"ai_review"_s};
        const QString index = (who.scope() ? u"lead_own_"_s : u"lead_"_s) + names[category] + u"_ix"_s;
        QVERIFY2(text.contains(index), qPrintable(text));
        // What a row shows as read costs its primary key and nothing else; everybody's baseline is asked for
        // once.
        QCOMPARE(text.count(u"lead_read_pk"_s), 1);
        QVERIFY2(!text.contains(u"Seq Scan on lead_read"_s), qPrintable(text));
        QVERIFY2(text.contains(u"lead_read_pk on lead_read rd"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"SubPlan"_s) || !text.section(u"SubPlan"_s, 1).contains(u"workspace_read"_s),
            qPrintable(text));
    }

private:
    void addRandomLeads(InboxData &data, int count)
    {
        std::mt19937 random(2026);
        const auto pick = [&](int n) { return int(random() % unsigned(n)); };
        const QStringList statuses {
            u"new"_s, u"qualified"_s, u"blacklisted"_s, u"unqualified"_s, u"needs_repair"_s};
        const QStringList tags {u"Interested"_s, u"Neutral"_s, u"Follow Up"_s, QString(), u"Blacklist"_s};
        const QStringList channels {u"email"_s, u"sms"_s, u"linkedin"_s};
        for (int i = 0; i < count; ++i) {
            LeadSpec spec {.status = statuses[pick(5)],
                .tag = tags[pick(5)],
                .firstName = u"Lead%1"_s.arg(pick(300)),
                .company = u"Company %1"_s.arg(pick(50))};
            if (pick(3) == 0)
                spec.assignee = m_readers[3].user;
            if (pick(10) == 0)
                spec.snooze = pick(2) == 0 ? u"1 day"_s : u"-1 day"_s;
            if (pick(3) > 0)
                spec.score = pick(5);
            const LeadId lead = data.addLead(m_workspace, spec);
            for (int m = pick(3); m > 0; --m)
                data.addMessage(m_workspace, lead, pick(2) == 0 ? u"inbound"_s : u"outbound"_s, u"text"_s,
                    channels[i % 3]);
            if (pick(6) == 0)
                addDraft(data, lead, pick(2) == 0);
        }
    }

    void addDraft(InboxData &data, LeadId lead, bool isSent)
    {
        const auto draft = data.run(
            "insert into ai_draft (workspace_id, lead_id, channel, content, auto_send_action, status)"
            " values ($1::uuid, $2::uuid, 'email', 'd', 'needs_review', $3) returning id",
            PgParams() << m_workspace << lead << (isSent ? u"approved"_s : u"pending"_s));
        if (isSent)
            data.run(
                "insert into message (workspace_id, lead_id, channel, direction, sent_by, body, ai_draft_id)"
                " values ($1::uuid, $2::uuid, 'email', 'outbound', 'ai', 'd', $3::uuid)",
                PgParams() << m_workspace << lead << draft.uuid(0, 0));
    }

    QList<LeadId> pageThrough(const InboxReader &reader, const InboxQuery &query, int limit)
    {
        QList<LeadId> leads;
        PagePosition position;
        while (true) {
            const auto page = loadInboxPage(*m_app, reader, query, position, limit);
            if (!page)
                qFatal("%s", qPrintable(describe(page.error())));
            for (const Conversation &row : page->rows)
                leads.append(row.lead.id);
            if (!page->hasMore)
                return leads;
            position.cursor = page->nextCursor;
        }
    }

    /// Walks back from the last row and puts the pages in front of each other.
    QList<LeadId> pageBack(
        const InboxReader &reader, const InboxQuery &query, const QList<LeadId> &all, int limit)
    {
        PagePosition position;
        QString last;
        while (true) {
            const auto page = loadInboxPage(*m_app, reader, query, position, 200);
            last = page->prevCursor;
            if (!page->hasMore)
                break;
            position.cursor = page->nextCursor;
        }
        QList<LeadId> leads = all.mid(all.size() - all.size() % 200);
        position = {.cursor = last, .direction = PagePosition::Direction::Previous};
        while (!position.cursor.isEmpty()) {
            const auto page = loadInboxPage(*m_app, reader, query, position, limit);
            QList<LeadId> rows;
            for (const Conversation &row : page->rows)
                rows.append(row.lead.id);
            leads = rows + leads;
            position.cursor = page->prevCursor;
        }
        return leads;
    }

    WorkspaceId searchWorkspace()
    {
        if (!m_searchWorkspace.isNull())
            return m_searchWorkspace;
        InboxData data(*m_admin);
        m_searchWorkspace = data.addWorkspace(u"search"_s, m_owner);
        const LeadId xenia = data.addLead(
            m_searchWorkspace, {.firstName = u"Xenia"_s, .email = u"X@y.io"_s, .company = u"Brightline"_s});
        data.run("update lead set alternate_emails = '{alt@y.io}', current_replier_email = 'pa@y.io' where "
                 "id = $1::uuid",
            PgParams() << xenia);
        data.addMessage(m_searchWorkspace, xenia, u"inbound"_s, u"Pricing for forty seats, please"_s);
        const LeadId bodo = data.addLead(
            m_searchWorkspace, {.firstName = u"Bodo"_s, .email = u"na@bx"_s, .company = u"Northwind"_s});
        data.run("with c as (insert into sms_campaign (workspace_id, name) values ($1::uuid, 'Q1-West') "
                 "returning id)"
                 " update lead set sms_campaign_id = c.id from c where lead.id = $2::uuid",
            PgParams() << m_searchWorkspace << bodo);
        data.addLead(m_searchWorkspace, {.firstName = u"Percent"_s, .company = u"100%_x"_s});
        data.addLead(
            m_searchWorkspace, {.firstName = u"Sean"_s, .lastName = u"O'Brien"_s, .company = u"1000x"_s});
        return m_searchWorkspace;
    }

    QStringList namesFound(const QString &search, SearchIn where)
    {
        const WorkspaceId workspace = searchWorkspace();
        const auto page = loadInboxPage(*m_app, {m_owner, workspace, u"OWNER"_s},
            {.workspace = workspace, .search = search, .searchIn = where}, {}, 50);
        if (!page)
            qFatal("%s", qPrintable(describe(page.error())));
        QStringList names;
        for (const Conversation &row : page->rows)
            names.append(row.lead.firstName);
        return names;
    }

    static QList<ListStart> starts(InboxSort sort)
    {
        InboxCursor cursor {LeadId {newUuid()}, *parseIso(u"2026-02-18T10:00:00Z"), {}};
        cursor.sortKey = sort == InboxSort::Score ? u"3"_s : u"ada"_s;
        return {{}, {.at = cursor.updatedAt}, {.cursor = cursor}, {.cursor = cursor, .isBackwards = true},
            {.isBackwards = true}};
    }

    /// Prepares the statement without and with every filter; both run.
    int prepareFilters(InboxQuery query, const InboxReader &reader, const SearchCandidates &candidates,
        const ListStart &start)
    {
        int prepared = 0;
        for (const bool filtered : {false, true}) {
            if (filtered) {
                query.channels = {Channel::Email};
                query.sentimentTags = {u"Interested"_s};
                query.smsCampaign = newUuid();
                query.score = ScoreFilter::AtLeast2;
            }
            const auto statement = buildListStatement(reader, query, candidates, start, 10);
            const auto rows = m_app->transaction(
                reader.tenantScope(), [&] { return m_app->runSql(statement.sql, statement.params); });
            if (!rows)
                qFatal("%s\n%s", qPrintable(describe(rows.error())), statement.sql.constData());
            ++prepared;
        }
        return prepared;
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
    WorkspaceId m_workspace;
    WorkspaceId m_searchWorkspace;
    QList<InboxReader> m_readers; // OWNER, ADMIN, INBOX_MANAGER, SETTER, CLIENT_PORTAL
};

QTEST_GUILESS_MAIN(tst_InboxList)
#include "tst_inboxlist.moc"
