// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "tests/storage/crmdata.h"
#include "tests/support/racers.h"

#include <QScopeGuard>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int LockLeads = 30; ///< the migration

} // namespace

/// The first answer that a CRM row keeps (migrations 0015 and 0030), while message and row are written at
/// once.
class tst_CrmAnswers : public QObject
{
    Q_OBJECT

private:
    /// A lead and another one, without messages; the first has a row for an interest by SMS.
    struct Pair
    {
        LeadId lead;
        LeadId other;
        QUuid row;
    };
    Pair pairOf()
    {
        Pair pair {m_data->addLead({}, {}), m_data->addLead({}, {}), {}};
        pair.row
            = m_data->data()
                  .run("insert into lead_crm_row (workspace_id, lead_id, interest_registered_at,"
                       " interest_channel) values ($1::uuid, $2::uuid, '2026-02-10Z', 'sms') returning id",
                      PgParams() << m_data->workspace << pair.lead)
                  .uuid(0, 0);
        return pair;
    }
    qint64 drift()
    {
        return m_data->data()
            .run("select count(*) from verify_crm_answers($1::uuid)", PgParams() << m_data->workspace)
            .integer(0, 0);
    }
    qint64 waiting()
    {
        return m_data->data()
            .run("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = "
                 "current_database()")
            .integer(0, 0);
    }
    QString answersOf(LeadId lead)
    {
        return m_data->text(
            "select count(answer_message_id)::text from lead_crm_row where lead_id = $1::uuid",
            PgParams() << lead);
    }

private Q_SLOTS:
    void rowAndMessage_waitForEachOther_data()
    {
        QTest::addColumn<QByteArray>(
            "write"); // $1 the workspace, $2 a lead, $3 another one, $4 the row of the first
        QTest::addColumn<int>("written"); // the lead whose message is under way: 0 the first, 1 the other
        QTest::addColumn<int>("answers"); // that the row of either keeps then
        const QByteArray change
            = "update lead_crm_row set interest_channel = 'email' where id = $4::uuid"
              " and $1::uuid is not null and $2::uuid is not null and $3::uuid is not null";
        QTest::newRow("a row comes") << QByteArray(
            "insert into lead_crm_row (workspace_id, lead_id, interest_registered_at, interest_channel)"
            " select $1::uuid, $3::uuid, '2026-02-10Z', 'email'"
            "  where $2::uuid is not null and $4::uuid is not null")
                                     << 1 << 1;
        QTest::newRow("its channel changes") << change << 0 << 1;
        QTest::newRow("its row moves here") << QByteArray(
            "update lead_crm_row set lead_id = $3::uuid, interest_channel = 'email' where id = $4::uuid"
            " and $1::uuid is not null and $2::uuid is not null")
                                            << 1 << 1;
        QTest::newRow("its row moves away") << QByteArray(
            "update lead_crm_row set lead_id = $3::uuid, interest_channel = 'email' where id = $4::uuid"
            " and $1::uuid is not null and $2::uuid is not null")
                                            << 0 << 0;
    }
    void rowAndMessage_waitForEachOther()
    {
        QFETCH(QByteArray, write);
        QFETCH(int, written);
        QFETCH(int, answers);
        const QByteArray send
            = "insert into message (workspace_id, lead_id, direction, channel, body, sent_at)"
              " values ($1::uuid, $2::uuid, 'outbound', 'email', 'x', '2026-02-11Z')";
        const auto other = connectTo(m_data->database->adminConninfo());
        for (const bool isMessageFirst : {true, false}) {
            const Pair pair = pairOf();
            const PgParams message = PgParams()
                << m_data->workspace << (written == 0 ? pair.lead : pair.other);
            const PgParams row = PgParams() << m_data->workspace << pair.lead << pair.other << pair.row;
            Racers racers;
            QVERIFY(m_data->admin().runScript("begin"));
            const auto isOver = qScopeGuard([this] { (void)m_data->admin().runScript("rollback"); });
            m_data->data().run(isMessageFirst ? send : write, isMessageFirst ? message : row);
            racers.start([&]() -> Result<void> {
                const auto done
                    = other->runSql(isMessageFirst ? write : send, isMessageFirst ? row : message);
                return done ? Result<void>() : done.error();
            });
            QTRY_COMPARE(waiting(), 1);
            QVERIFY(m_data->admin().runScript("commit"));
            QCOMPARE(racers.join(), QString());
            QCOMPARE(drift(), 0);
            QCOMPARE(answersOf(pair.lead).toInt() + answersOf(pair.other).toInt(), answers);
        }
    }

    // As if it had been missed before the leads were locked.
    void migration_mendsWhatWasMissed()
    {
        const Pair pair = pairOf();
        QVERIFY(Migrator::rollBackTo(m_data->admin(), LockLeads - 1));
        m_data->data().run("insert into message (workspace_id, lead_id, direction, channel, body, sent_at)"
                           " values ($1::uuid, $2::uuid, 'outbound', 'sms', 'x', '2026-02-11Z')",
            PgParams() << m_data->workspace << pair.lead);
        QVERIFY(m_data->admin().runScript("set session_replication_role = replica"));
        m_data->data().run(
            "update lead_crm_row set answer_message_id = null, answer_sent_at = null, answer_mode = null"
            " where id = $1::uuid",
            PgParams() << pair.row);
        QVERIFY(m_data->admin().runScript("set session_replication_role = origin"));
        QCOMPARE(drift(), 1);
        QVERIFY(Migrator::migrate(m_data->admin()));
        QCOMPARE(drift(), 0);
        QCOMPARE(answersOf(pair.lead), u"1"_s);
    }

    void initTestCase() { m_data = std::make_unique<CrmData>(4, 5); }
    void cleanupTestCase() { m_data.reset(); }

private:
    std::unique_ptr<CrmData> m_data;
};

QTEST_GUILESS_MAIN(tst_CrmAnswers)

#include "tst_crmanswers.moc"
