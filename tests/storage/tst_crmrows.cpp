// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcolumns.h"
#include "core/storage/analytics/crmreader.h"
#include "tests/storage/crmdata.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseIso(u"2026-03-01T12:00:00Z");

/// Every page until there is no more; a cursor that turns in circles ends it too.
QList<CrmRow> readAll(CrmData &data, const InboxReader &reader, const CrmQuery &query, int limit)
{
    QList<CrmRow> rows;
    QString cursor;
    for (int pages = 0; pages < 1000; ++pages) {
        const auto page = loadCrmPage(data.app(), reader, query, cursor, limit, Now);
        if (!page)
            qFatal("%s", qPrintable(describe(page.error())));
        rows += page->rows;
        cursor = page->nextCursor;
        if (cursor.isEmpty())
            return rows;
        if (page->rows.size() != limit)
            qFatal("a page with a successor is not full");
    }
    qFatal("the pages have no end");
    return rows;
}

QStringList ids(const QList<CrmRow> &rows)
{
    QStringList list;
    for (const CrmRow &row : rows)
        list += row.id.toString(QUuid::WithoutBraces);
    return list;
}

/// The first row that is not as expected, with its first wrong column.
QString difference(const QList<CrmRow> &found, const QList<CrmRow> &expected)
{
    if (ids(found) != ids(expected))
        return u"%1 rows of %2, or another order"_s.arg(found.size()).arg(expected.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (const CrmColumn &column : crmColumns()) {
            const QLatin1StringView key(column.key);
            const QString a = crmCellText(found.at(i), key, QTimeZone::utc());
            const QString b = crmCellText(expected.at(i), key, QTimeZone::utc());
            if (a != b)
                return u"row %1, %2: %3 instead of %4"_s.arg(i).arg(key).arg(a, b);
        }
        if (!(found.at(i) == expected.at(i)))
            return u"row %1"_s.arg(i);
    }
    return {};
}

} // namespace

class tst_CrmRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_data = std::make_unique<CrmData>(90, 20260218); }
    void cleanupTestCase() { m_data.reset(); }

    void everyColumnOfEveryRow_isAsDefined()
    {
        const auto expected = m_data->expectedRows(m_data->query(), {});
        QCOMPARE_EQ(expected.size(), 90);
        QCOMPARE(difference(readAll(*m_data, m_data->reader(u"OWNER"_s), m_data->query(), 300), expected),
            QString());
    }

    // A page is looked for in the order's next 3,000 rows first: they are enough, too few, or have none.
    void textsThatFewRowsHave_areFoundBehindAllOthers_data()
    {
        QTest::addColumn<QString>("campaign");
        QTest::addRow("near and far") << u"spring"_s;
        QTest::addRow("all between") << u"bulk"_s;
        QTest::addRow("nowhere") << u"nobody"_s;
    }
    void textsThatFewRowsHave_areFoundBehindAllOthers()
    {
        QFETCH(QString, campaign);
        CrmData data(60, 20260219);
        data.data().run("set session_replication_role = replica");
        data.data().run(
            "insert into lead (workspace_id, id, status) select $1::uuid, md5('bulk' || n)::uuid, 'new'"
            " from generate_series(1, 3500) n",
            PgParams() << data.workspace);
        data.data().run(
            "insert into lead_crm_row (workspace_id, lead_id, interest_registered_at, created_at,"
            " interest_campaign_name, lead_status)"
            " select $1::uuid, md5('bulk' || n)::uuid, x.middle + n % 3 * interval '1 minute',"
            " x.middle, 'Bulk', 'new' from generate_series(1, 3500) n, (select percentile_disc(0.5)"
            " within group (order by interest_registered_at) as middle from lead_crm_row) x",
            PgParams() << data.workspace);
        data.data().run("set session_replication_role = origin");
        data.load();
        CrmQuery query = data.query();
        query.campaign = campaign;
        for (const QString &role : {u"OWNER"_s, u"SETTER"_s}) {
            const InboxReader reader = data.reader(role);
            for (const bool isDescending : {true, false}) {
                query.isDescending = isDescending;
                const auto expected = data.expectedRows(query, reader.scope());
                QCOMPARE(ids(readAll(data, reader, query, expected.size() < 300 ? 4 : 300)), ids(expected));
            }
        }
    }

    void everyFilter_leavesTheRowsItNames_data()
    {
        QTest::addColumn<CrmQuery>("query");
        const auto row = [this](const char *name, const std::function<void(CrmQuery &)> &change) {
            CrmQuery query = m_data->query();
            change(query);
            QTest::newRow(name) << query;
        };
        const Instant middle = *parseIso(u"2026-02-01T00:10:00Z");
        row("campaign, any case", [](CrmQuery &query) { query.campaign = u"SPRING"_s; });
        row("a percent sign is a character", [](CrmQuery &query) { query.campaign = u"0% o"_s; });
        row("an underscore is a character", [](CrmQuery &query) { query.campaign = u"a_b"_s; });
        row("a campaign nobody has", [](CrmQuery &query) { query.campaign = u"nobody"_s; });
        row("category", [](CrmQuery &query) { query.leadCategory = u"objection"_s; });
        row("status of the lead", [](CrmQuery &query) { query.leadStatus = u"qualified"_s; });
        row("unknown status", [](CrmQuery &query) { query.leadStatus = u"of another product"_s; });
        row("AI", [](CrmQuery &query) { query.responseMode = u"AI"_s; });
        row("human", [](CrmQuery &query) { query.responseMode = u"HUMAN"_s; });
        row("unknown mode", [](CrmQuery &query) { query.responseMode = u"UNKNOWN"_s; });
        row("from", [middle](CrmQuery &query) { query.from = middle; });
        row("to", [middle](CrmQuery &query) { query.to = middle; });
        row("from and to", [middle](CrmQuery &query) {
            query.from = middle - std::chrono::minutes(5);
            query.to = middle;
        });
        row("all at once", [middle](CrmQuery &query) {
            query.campaign = u"s"_s;
            query.leadCategory = u"e"_s;
            query.responseMode = u"UNKNOWN"_s;
            query.to = middle;
        });
    }
    void everyFilter_leavesTheRowsItNames()
    {
        QFETCH(CrmQuery, query);
        for (const QString &role : {u"INBOX_MANAGER"_s, u"SETTER"_s}) {
            const InboxReader reader = m_data->reader(role);
            const auto expected = m_data->expectedRows(query, reader.scope());
            QCOMPARE(difference(readAll(*m_data, reader, query, 300), expected), QString());
            if (role != "SETTER"_L1 && query.campaign != "nobody"_L1)
                QVERIFY(!expected.isEmpty());
        }
    }

    void everySort_pagedInAnyStep_coversEveryRowOnce_data()
    {
        QTest::addColumn<QString>("sort");
        for (const CrmColumn &column : crmColumns()) {
            if (column.isSortable)
                QTest::newRow(column.key) << QString::fromLatin1(column.key);
        }
    }
    void everySort_pagedInAnyStep_coversEveryRowOnce()
    {
        QFETCH(QString, sort);
        CrmQuery query = m_data->query();
        query.sort = sort;
        for (const bool isDescending : {true, false}) {
            query.isDescending = isDescending;
            const InboxReader owner = m_data->reader(u"OWNER"_s);
            QCOMPARE(
                difference(readAll(*m_data, owner, query, 7), m_data->expectedRows(query, {})), QString());
        }
    }

    void everyKindOfSort_pagedOneByOne_asASetter_data()
    {
        QTest::addColumn<QString>("sort");
        for (const char *sort : {"date", "dateOfBooking", "leadScore", "leadEmail", "appointmentSetter"})
            QTest::newRow(sort) << QString::fromLatin1(sort);
    }
    void everyKindOfSort_pagedOneByOne_asASetter()
    {
        QFETCH(QString, sort);
        const InboxReader setter = m_data->reader(u"SETTER"_s);
        CrmQuery query = m_data->query();
        query.sort = sort;
        for (const bool isDescending : {true, false}) {
            query.isDescending = isDescending;
            const auto own = m_data->expectedRows(query, setter.scope());
            QCOMPARE_GT(own.size(), 10);
            QCOMPARE(difference(readAll(*m_data, setter, query, 1), own), QString());
        }
    }

    void filter_inCapitals_findsLettersOfEveryAlphabet()
    {
        const QUuid row = m_data->addRow();
        m_data->data().run("update lead_crm_row set interest_campaign_name = E'\\u0130STANBUL Gr\\u00FCn' "
                           "where id = $1::uuid",
            PgParams() << row);
        m_data->load();
        for (const QString &part : {u"\u0130STANBUL"_s, u"\u0130stan"_s, u"GR\u00DCN"_s}) {
            CrmQuery query = m_data->query();
            query.campaign = part;
            QCOMPARE(ids(readAll(*m_data, m_data->reader(u"OWNER"_s), query, 300)),
                QStringList {row.toString(QUuid::WithoutBraces)});
        }
    }

    // What a spreadsheet puts before the first cell of a file ends up in texts.
    void textsWithAByteOrderMark_pagedOneByOne_comeOnce()
    {
        m_data->data().run(
            "update lead_crm_row c set notes = case when c.id in (select id from lead_crm_row "
            "where workspace_id = $1::uuid order by id limit 20) then E'\\uFEFFabc' else 'abc' end "
            "where c.workspace_id = $1::uuid",
            PgParams() << m_data->workspace);
        m_data->load();
        CrmQuery query = m_data->query();
        query.sort = u"notes"_s;
        for (const bool isDescending : {true, false}) {
            query.isDescending = isDescending;
            const QList<CrmRow> rows = readAll(*m_data, m_data->reader(u"OWNER"_s), query, 1);
            QStringList found = ids(rows);
            found.removeDuplicates();
            QCOMPARE(found.size(), m_data->expectedRows(query, {}).size());
            QCOMPARE(rows.size(), found.size());
            const auto isMarked = [](const CrmRow &row) { return row.notes == u"\uFEFFabc"_s; };
            QCOMPARE(std::count_if(rows.begin(), rows.end(), isMarked), 20);
        }
    }

    void pages_whileRowsAreInserted_repeatAndSkipNone()
    {
        CrmData data(40, 7);
        for (const QString &sort : {u"date"_s, u"leadStatus"_s, u"dateOfBooking"_s}) {
            CrmQuery query = data.query();
            query.sort = sort;
            const QStringList before = ids(data.expectedRows(query, {}));
            QStringList seen;
            QString cursor;
            do {
                const auto page = loadCrmPage(data.app(), data.reader(u"OWNER"_s), query, cursor, 7, Now);
                QVERIFY(page.has_value());
                seen += ids(page->rows);
                cursor = page->nextCursor;
                if (seen.size() < 25)
                    data.addRow();
            } while (!cursor.isEmpty());
            QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
            QStringList old;
            for (const QString &id : std::as_const(seen)) {
                if (before.contains(id))
                    old += id;
            }
            QCOMPARE(old, before);
            data.load();
        }
    }

    void bareRowId_standsForItsPlace()
    {
        const auto expected = m_data->expectedRows(m_data->query(), {});
        const InboxReader reader = m_data->reader(u"ADMIN"_s);
        for (const qsizetype index : {qsizetype(0), expected.size() / 2, expected.size() - 2}) {
            const QString id = expected.at(index).id.toString(QUuid::WithoutBraces);
            const auto page = loadCrmPage(m_data->app(), reader, m_data->query(), id, 2, Now);
            QVERIFY(page.has_value());
            QCOMPARE(ids(page->rows), ids(expected.mid(index + 1, 2)));
        }
        const auto unknown = loadCrmPage(
            m_data->app(), reader, m_data->query(), newUuid().toString(QUuid::WithoutBraces), 2, Now);
        QCOMPARE(unknown.error().code, u"INVALID_CURSOR"_s);
    }

    void bareRowId_outsideTheScope_isRefused()
    {
        const InboxReader setter = m_data->reader(u"SETTER"_s);
        for (const CrmRow &row : m_data->expectedRows(m_data->query(), {})) {
            const auto page = loadCrmPage(
                m_data->app(), setter, m_data->query(), row.id.toString(QUuid::WithoutBraces), 2, Now);
            QCOMPARE(page.has_value(), row.assignedTo == setter.user);
        }
    }

    void cursorOfOtherRows_isRefused()
    {
        const auto page = loadCrmPage(m_data->app(), m_data->reader(u"OWNER"_s), m_data->query(), {}, 3, Now);
        QVERIFY(!page->nextCursor.isEmpty());
        CrmQuery other = m_data->query();
        other.leadStatus = u"new"_s;
        QCOMPARE(loadCrmPage(m_data->app(), m_data->reader(u"OWNER"_s), other, page->nextCursor, 3, Now)
                     .error()
                     .code,
            u"INVALID_CURSOR"_s);
        QCOMPARE(
            loadCrmPage(m_data->app(), m_data->reader(u"SETTER"_s), m_data->query(), page->nextCursor, 3, Now)
                .error()
                .code,
            u"INVALID_CURSOR"_s);
    }

    void limit_isClamped_andThePageSaysWhatItIs()
    {
        const auto page
            = loadCrmPage(m_data->app(), m_data->reader(u"SETTER"_s), m_data->query(), {}, 0, Now);
        QVERIFY(page.has_value());
        QCOMPARE(page->rows.size(), 1);
        QVERIFY(page->isOwnOnly);
        QCOMPARE(page->computedAt, Now);
        QVERIFY(!loadCrmPage(m_data->app(), m_data->reader(u"OWNER"_s), m_data->query(), {}, 300, Now)
                     ->isOwnOnly);
    }

    void longestPage_isWhole_andHasASuccessor()
    {
        CrmData data(0, 1);
        data.data().run("insert into lead (workspace_id, sentiment_tag, company_name)"
                        " select $1::uuid, 'Interested', 'Company ' || n from generate_series(1, 320) n",
            PgParams() << data.workspace);
        data.load();
        CrmQuery query = data.query();
        for (const QString &sort : {u"date"_s, u"companyName"_s}) {
            query.sort = sort;
            const InboxReader owner = data.reader(u"OWNER"_s);
            QCOMPARE(difference(readAll(data, owner, query, MaximumCrmLimit), data.expectedRows(query, {})),
                QString());
        }
    }

    void roles_seeWhatIsTheirs()
    {
        const qsizetype all = m_data->expectedRows(m_data->query(), {}).size();
        for (const QString &role : {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s})
            QCOMPARE(readAll(*m_data, m_data->reader(role), m_data->query(), 300).size(), all);
        const auto portal
            = loadCrmPage(m_data->app(), m_data->reader(u"CLIENT_PORTAL"_s), m_data->query(), {}, 10, Now);
        QCOMPARE(portal.error().kind, Error::Kind::Denied);
        // A role that is not the person's own is refused: what is read in it answers others.
        for (const UserId &user : {m_data->stranger, m_data->setter, m_data->portal}) {
            const InboxReader impostor {user, m_data->workspace, u"OWNER"_s};
            const auto refused = loadCrmPage(m_data->app(), impostor, m_data->query(), {}, 10, Now);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Denied);
        }
    }

    void version_movesWithARow_alsoForASetter()
    {
        const auto versionOf = [this](const QString &role) {
            return loadCrmPage(m_data->app(), m_data->reader(role), m_data->query(), {}, 1, Now)->version;
        };
        const QString before = versionOf(u"OWNER"_s);
        const QString setterBefore = versionOf(u"SETTER"_s);
        QCOMPARE(versionOf(u"OWNER"_s), before);
        m_data->data().run("update lead_crm_row set notes = 'Moved' where id = $1::uuid",
            PgParams() << m_data->expectedRows(m_data->query(), {}).first().id);
        QVERIFY(versionOf(u"OWNER"_s) != before);
        QVERIFY(versionOf(u"SETTER"_s) != setterBefore);
        m_data->load();
    }

    void enrichmentThatFails_leavesItsColumnsEmpty_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("touches") << QByteArray("message");
        QTest::newRow("follow-ups") << QByteArray("follow_up_task");
    }
    void enrichmentThatFails_leavesItsColumnsEmpty()
    {
        QFETCH(QByteArray, table);
        m_data->data().run("revoke select on " + table + " from signalbox_app, signalbox_analyst");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"enrichment=.*failed"_s));
        const auto page
            = loadCrmPage(m_data->app(), m_data->reader(u"OWNER"_s), m_data->query(), {}, 300, Now);
        m_data->data().run("grant select on " + table + " to signalbox_app, signalbox_analyst");
        QVERIFY(page.has_value());
        auto expected = m_data->expectedRows(m_data->query(), {});
        for (CrmRow &row : expected) {
            if (table == "message")
                row.stepResponded.reset();
            else
                row.followUps.clear();
        }
        QCOMPARE(difference(page->rows, expected), QString());
    }

    void reconciler_findsNothingToMend()
    {
        QCOMPARE(m_data->data()
                     .run("select recompute_crm_answers($1::uuid)", PgParams() << m_data->workspace)
                     .integer(0, 0),
            0);
    }

    void assignees_areTheSetters_oldestFirst()
    {
        m_data->data().run("update workspace_member set created_at = now() - interval '1 day'"
                           " where user_id = $1::uuid",
            PgParams() << m_data->otherSetter);
        for (const QString &role : {u"OWNER"_s, u"SETTER"_s}) {
            const auto assignees = loadCrmAssignees(m_data->app(), m_data->reader(role));
            QVERIFY(assignees.has_value());
            QVERIFY(*assignees
                == (QList<CrmAssignee> {
                    {m_data->otherSetter, u"other@a.test"_s}, {m_data->setter, u"setter@a.test"_s}}));
        }
        QCOMPARE(loadCrmAssignees(m_data->app(), m_data->reader(u"CLIENT_PORTAL"_s)).error().kind,
            Error::Kind::Denied);
        const InboxReader impostor {m_data->stranger, m_data->workspace, u"OWNER"_s};
        QCOMPARE(loadCrmAssignees(m_data->app(), impostor).error().kind, Error::Kind::Denied);
    }

private:
    std::unique_ptr<CrmData> m_data;
};

QTEST_GUILESS_MAIN(tst_CrmRows)

#include "tst_crmrows.moc"
