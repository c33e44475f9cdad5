// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/answerorder.h"
#include "core/storage/migrator.h"
#include "core/storage/timingstore.h"
#include "tests/storage/threadstage.h"
#include "tests/support/racers.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

constexpr int Mending = 29; // the migration

/// What the processor of response timing takes back (migration 0029), against the threads walked by hand.
class tst_ResponseTimingMend : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThreadStage> m_stage;

    /// Compares, and that the comparison is of something.
    void checkEvents(int atLeast = 0)
    {
        const QStringList events = m_stage->stored();
        QCOMPARE(events, m_stage->walked());
        QVERIFY(events.size() >= atLeast);
        QCOMPARE(verifyAnswerOrder(*m_stage->service, m_stage->workspace)->size(), 0);
    }
    void check(const Result<void> &done) { QVERIFY2(done, done ? "" : qPrintable(describe(done.error()))); }
    PgParams with(const QUuid &id) const { return m_stage->ours() << id; }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<ThreadStage>(); }
    void init() { m_stage->open(); }
    void cleanupTestCase() { m_stage.reset(); }

    void aMessageBetween_isTheOneAnswered()
    {
        const LeadId lead = m_stage->addLead();
        m_stage->add({lead, u"inbound"_s, 0});
        m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        m_stage->fill();
        m_stage->add({lead, u"inbound"_s, 30});
        m_stage->fill();
        QCOMPARE(m_stage
                     ->run("select string_agg((setter_response_ms / 60000)::text, ' ')"
                           " from response_timing_event where workspace_id = $1::uuid")
                     .text(0, 0),
            u"30"_s);
        checkEvents(1);
    }

    void anEarlierAnswerOfTheMachine_clearsTheSetters()
    {
        const LeadId lead = m_stage->addLead();
        m_stage->add({lead, u"inbound"_s, 0});
        m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        m_stage->fill();
        m_stage->add({lead, u"outbound"_s, 10, u"ai"_s});
        m_stage->fill();
        QCOMPARE(m_stage->count("select count(setter_response_ms) from response_timing_event"
                                " where workspace_id = $1::uuid"),
            0);
        checkEvents(1);
    }

    void aChange_isSeenWithoutANewMessage_data()
    {
        QTest::addColumn<QByteArray>(
            "sql"); // $1 the workspace, $2 the inbound message, $3 a setter's answer, $4 the machine's
        QTest::addColumn<int>("left");
        const auto change
            = [](const char *name, int left, const QByteArray &sql) { QTest::newRow(name) << sql << left; };
        change("the answer goes", 1, "delete from message where id = $3");
        change("the inbound message goes", 0, "delete from message where id = $2");
        change(
            "the answer moves", 1, "update message set sent_at = sent_at + interval '5 hours' where id = $3");
        change("before the inbound", 1,
            "update message set sent_at = sent_at - interval '5 hours' where id = $3");
        change("the inbound moves", 1,
            "update message set sent_at = sent_at - interval '5 hours' where id = $2");
        change("behind the answers", 0,
            "update message set sent_at = sent_at + interval '5 hours' where id = $2");
        change("another channel", 1, "update message set channel = 'sms' where id = $3");
        change("an inbound of another channel", 0, "update message set channel = 'sms' where id = $2");
        change("both of another channel", 1, "update message set channel = 'sms' where id in ($2, $3)");
        change(
            "another sender", 1, "update message set sent_by = null, sent_by_user_id = null where id = $3");
        change("no account", 1, "update message set sent_by_user_id = null where id = $3");
        change("the other direction", 1, "update message set direction = 'inbound' where id = $3");
        change("another's draft", 1, "update message set ai_draft_id = null where id = $4");
        change("the machine's answer goes", 1, "delete from message where id = $4");
        change("the draft goes", 1, "delete from ai_draft where workspace_id = $1");
        change("a draft that did not wait", 1,
            "update ai_draft set auto_send_action = 'send_immediate' where workspace_id = $1");
        change("a draft decided later", 1,
            "update ai_draft set auto_send_evaluated_at = date_trunc('minute', now()) where workspace_id = "
            "$1");
        change("a draft of something else", 1,
            "update ai_draft set trigger_message_id = id where workspace_id = $1");
    }
    void aChange_isSeenWithoutANewMessage()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const int, left);
        const LeadId lead = m_stage->addLead();
        const QUuid inbound = m_stage->add({lead, u"inbound"_s, 0});
        const QUuid answer = m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        const QUuid machine
            = m_stage->add({lead, u"outbound"_s, 70, u"ai"_s, u"email"_s, m_stage->addDraft(lead, inbound)});
        m_stage->fill();
        checkEvents(1);
        const QStringList before = m_stage->stored();
        QByteArray statement = sql;
        for (const auto &[place, id] : {std::pair("$1", m_stage->workspace.value), std::pair("$2", inbound),
                 std::pair("$3", answer), std::pair("$4", machine)})
            statement.replace(place, '\'' + id.toByteArray(QUuid::WithoutBraces) + '\'');
        m_stage->run(statement, {});
        m_stage->fill();
        QVERIFY(m_stage->stored() != before);
        checkEvents(left);
        QCOMPARE(m_stage->stored().size(), left);
        QCOMPARE(m_stage->staleRows(), 0);
    }

    /// Whichever of the two leads the processor comes to first: the event is there of the old one.
    void aMessageOfAnotherLead_takesItsEventAlong()
    {
        const LeadId one = m_stage->addLead(), other = m_stage->addLead();
        const QUuid inbound = m_stage->add({one, u"inbound"_s, 0});
        m_stage->add({one, u"outbound"_s, 60, u"setter"_s});
        m_stage->add({other, u"outbound"_s, 90, u"setter"_s});
        m_stage->fill();
        for (const LeadId &lead : {other, one, other}) {
            m_stage->run(
                "update message set lead_id = $3::uuid where workspace_id = $1::uuid and id = $2::uuid",
                with(inbound) << lead);
            QCOMPARE(m_stage->staleRows(), 2);
            m_stage->fill(1);
            checkEvents(1);
        }
    }

    void ordinaryWrites_leaveNothingToDo()
    {
        const LeadId lead = m_stage->addLead();
        const QUuid inbound = m_stage->add({lead, u"inbound"_s, 0});
        m_stage->add({lead, u"outbound"_s, 60, u"ai"_s, u"email"_s, m_stage->addDraft(lead, inbound)});
        m_stage->add({lead, u"inbound"_s, 30}); // between, so that what is kept of the later one is settled
        m_stage->run("update message set is_read = true where workspace_id = $1::uuid");
        m_stage->run("update ai_draft set status = 'approved', content = 'y' where workspace_id = $1::uuid");
        m_stage->run("delete from message where workspace_id = $1::uuid and body = 'none'");
        QCOMPARE(m_stage->staleRows(), 0);
        m_stage->fill();
        QCOMPARE(fillResponseTimings(*m_stage->service)->messages, 0);
    }

    void ingestedEvents_areNeverTouched()
    {
        const LeadId lead = m_stage->addLead();
        const QUuid inbound = m_stage->add({lead, u"inbound"_s, 0});
        const QUuid answer = m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        const QUuid later = m_stage->add({lead, u"inbound"_s, 70});
        for (const QUuid &id : {inbound, later})
            m_stage->run(
                "insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id,"
                " inbound_sent_at, setter_response_sent_at) select m.workspace_id, m.lead_id, m.channel,"
                " m.id, m.sent_at, m.sent_at + interval '7 minutes' from message m"
                " where m.workspace_id = $1::uuid and m.id = $2::uuid",
                with(id));
        const auto events = [&] {
            return m_stage
                ->run("select string_agg(e::text, ' ' order by inbound_sent_at) from response_timing_event e"
                      " where workspace_id = $1::uuid")
                .text(0, 0);
        };
        const QString before = events();
        m_stage->fill();
        QCOMPARE(events(), before);
        m_stage->run("delete from message where workspace_id = $1::uuid and id = $2::uuid", with(answer));
        m_stage->add({lead, u"outbound"_s, 90, u"setter"_s});
        m_stage->fill();
        m_stage->run("delete from message where workspace_id = $1::uuid");
        m_stage->fill();
        QCOMPARE(events(), before);
        QCOMPARE(m_stage->staleRows(), 0);
    }

    /// Events of any age are mended; new ones are within the lookback or in the place of one that goes.
    void oldEvents_areMendedAndReplaced()
    {
        constexpr int LongAgo = -100 * 24 * 60;
        const LeadId lead = m_stage->addLead();
        m_stage->add({lead, u"inbound"_s, LongAgo});
        const QUuid second = m_stage->add({lead, u"inbound"_s, LongAgo + 20});
        m_stage->add({lead, u"outbound"_s, LongAgo + 60, u"setter"_s});
        m_stage->run("select fill_response_timing($1::uuid, '400 days', 500)");
        checkEvents(1);
        m_stage->run("update message set sent_by_user_id = null where workspace_id = $1::uuid");
        m_stage->fill();
        checkEvents(1);
        m_stage->add({lead, u"inbound"_s, LongAgo + 40});
        m_stage->fill();
        checkEvents(1);
        m_stage->run(
            "delete from message where workspace_id = $1::uuid and id <> $2::uuid and direction = 'inbound'"
            " and sent_at > $3::timestamptz",
            with(second) << m_stage->at(LongAgo + 10));
        m_stage->fill();
        checkEvents(1);
        const LeadId other = m_stage->addLead();
        m_stage->add({other, u"inbound"_s, LongAgo});
        m_stage->add({other, u"outbound"_s, LongAgo + 60, u"setter"_s});
        m_stage->fill();
        QCOMPARE(m_stage->stored().size(), 1);
    }

    void whateverIsWritten_comesRight()
    {
        QList<QUuid> leads;
        for (int i = 0; i < 4; ++i)
            leads.append(m_stage->addLead().value);
        ThreadWriter writer(*m_stage->admin, *m_stage, leads, 11);
        for (int i = 0; i < 200; ++i)
            check(writer.addOne());
        qsizetype setters = 0, delays = 0, machines = 0;
        for (int round = 0; round < 40; ++round) {
            for (int i = 0; i < 3; ++i)
                check(writer.addOne());
            for (int i = 0; i < 3; ++i)
                check(writer.changeOne());
            m_stage->fill(round % 2 == 0 ? 200 : 3);
            checkEvents(5);
            for (const QString &event : m_stage->stored()) {
                const QStringList fields = event.split(u' ');
                setters += fields.at(4) != u"-"_s;
                machines += fields.at(9) != u"-"_s;
                delays += fields.at(12) != u"-"_s;
            }
        }
        QVERIFY(setters > 100 && machines > 30 && delays > 5);
    }

    void aChangeUnderWay_isNotLost()
    {
        const LeadId one = m_stage->addLead(), other = m_stage->addLead();
        const QUuid first = m_stage->add({one, u"inbound"_s, 0});
        const QUuid second = m_stage->add({other, u"inbound"_s, 0});
        for (const LeadId &lead : {one, other})
            m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        m_stage->fill();
        const auto writer = connectTo(m_stage->database->adminConninfo());
        const QByteArray gone = "delete from message where workspace_id = $1::uuid and id = $2::uuid";
        QVERIFY(writer->runScript("begin"));
        QVERIFY(writer->runSql(gone, with(first)));
        m_stage->run(gone, with(second)); // its row stands behind the one that nobody sees yet
        m_stage->fill();
        QCOMPARE(m_stage->stored().size(), 1);
        QVERIFY(writer->runScript("commit"));
        m_stage->fill();
        checkEvents();
        QCOMPARE(m_stage->stored().size(), 0);
    }

    void anotherServiceAtWork_isLeftAlone()
    {
        const LeadId lead = m_stage->addLead();
        m_stage->add({lead, u"inbound"_s, 0});
        const QUuid answer = m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        m_stage->fill();
        m_stage->run("delete from message where workspace_id = $1::uuid and id = $2::uuid", with(answer));
        const auto other = connectTo(m_stage->database->appConninfo());
        QVERIFY(other->runScript("begin"));
        QVERIFY(other->runSql("select fill_response_timing($1::uuid)", m_stage->ours()));
        QCOMPARE(fillResponseTimings(*m_stage->service)->messages, 0);
        QVERIFY(other->runScript("rollback")); // it was lost on the way, with what it had taken
        QCOMPARE(fillResponseTimings(*m_stage->service)->messages, 1);
        checkEvents();
        QCOMPARE(m_stage->stored().size(), 0);
    }

    /// What its writer does next is in the truth that is read then; this event has no order that would wait
    /// as well.
    void aLeadBeingWritten_isWaitedFor()
    {
        const LeadId lead = m_stage->addLead();
        m_stage->add({lead, u"inbound"_s, 0});
        const QUuid answer = m_stage->add({lead, u"outbound"_s, 60});
        m_stage->fill();
        checkEvents(1);
        m_stage->run("delete from message where workspace_id = $1::uuid and id = $2::uuid", with(answer));
        const auto writer = connectTo(m_stage->database->adminConninfo());
        QVERIFY(writer->runScript("begin"));
        QVERIFY(writer->runSql(
            "select from lead where workspace_id = $1::uuid for no key update", m_stage->ours()));
        const auto other = connectTo(m_stage->database->appConninfo());
        QVERIFY(other->runScript("set lock_timeout = '50ms'"));
        QVERIFY(!fillResponseTimings(*other));
        QCOMPARE(m_stage->stored().size(), 1);
        QVERIFY(writer->runScript("commit"));
        m_stage->fill();
        checkEvents();
        QCOMPARE(m_stage->stored().size(), 0);
    }

    /// Two services beside writers, each of whom has leads of his own. A message sent from another lead's
    /// draft locks the one after the other, so that a deadlock is the database's honest answer: then nothing
    /// is done, or taken.
    void besideWriters_comesRight()
    {
        QList<QList<QUuid>> parts;
        for (unsigned i = 0; i < 3; ++i) {
            parts.append({m_stage->addLead().value, m_stage->addLead().value});
            ThreadWriter writer(*m_stage->admin, *m_stage, parts.last(), 20 + i);
            for (int n = 0; n < 90; ++n)
                check(writer.addOne());
        }
        m_stage->fill();
        checkEvents(10);
        Racers services, writers;
        for (int i = 0; i < 2; ++i) {
            services.start([&]() -> Result<void> {
                const auto pg = PgConnection::open(m_stage->database->appConninfo());
                while (pg && !services.areOver()) {
                    const auto filled = fillResponseTimings(**pg, 7);
                    if (!filled && filled.error().kind != Error::Kind::Conflict)
                        return filled.error();
                }
                return pg ? Result<void>() : pg.error();
            });
        }
        for (unsigned i = 0; i < 3; ++i) {
            writers.start([&, i]() -> Result<void> {
                const auto pg = PgConnection::open(m_stage->database->adminConninfo());
                if (!pg)
                    return pg.error();
                if (const auto set = (*pg)->runScript("set deadlock_timeout = '10ms'"); !set)
                    return set.error();
                ThreadWriter writer(**pg, *m_stage, parts.at(i), 30 + i);
                for (int n = 0; n < 40; ++n) {
                    const auto done = writer.changeOne();
                    if (!done && done.error().kind != Error::Kind::Conflict)
                        return done;
                }
                return {};
            });
        }
        QCOMPARE(writers.join(), QString());
        QCOMPARE(services.join(), QString());
        m_stage->fill();
        checkEvents();
        QCOMPARE(m_stage->staleRows(), 0);
    }

    void aLeadDeletedMeanwhile_isNoWork()
    {
        const LeadId one = m_stage->addLead(), other = m_stage->addLead();
        for (const LeadId &lead : {one, other}) {
            const QUuid inbound = m_stage->add({lead, u"inbound"_s, 0});
            m_stage->add({lead, u"outbound"_s, 60, u"ai"_s, u"email"_s, m_stage->addDraft(lead, inbound)});
        }
        m_stage->fill();
        m_stage->run("delete from lead where workspace_id = $1::uuid and id = $2::uuid", with(one.value));
        QCOMPARE(m_stage->staleRows(), 0); // neither its messages nor its drafts tell of it
        m_stage->run(
            "update message set sent_at = sent_at + interval '1 minute' where workspace_id = $1::uuid");
        const auto writer = connectTo(m_stage->database->adminConninfo());
        Racers services;
        QVERIFY(writer->runScript("begin"));
        QVERIFY(writer->runSql(
            "delete from lead where workspace_id = $1::uuid and id = $2::uuid", with(other.value)));
        services.start([&]() -> Result<void> { // waits for the lead, whenever it comes
            const auto filled = fillResponseTimings(*m_stage->service);
            return filled ? Result<void>() : filled.error();
        });
        QVERIFY(writer->runScript("commit"));
        QCOMPARE(services.join(), QString());
        m_stage->fill();
        checkEvents();
        QCOMPARE(m_stage->staleRows(), 0);
    }

    void aDeletedWorkspace_leavesNoWork()
    {
        const LeadId lead = m_stage->addLead();
        const QUuid inbound = m_stage->add({lead, u"inbound"_s, 0});
        m_stage->add({lead, u"outbound"_s, 60, u"ai"_s, u"email"_s, m_stage->addDraft(lead, inbound)});
        m_stage->fill();
        m_stage->run("update message set channel = 'sms' where workspace_id = $1::uuid");
        QCOMPARE(m_stage->staleRows(), 1);
        m_stage->run("delete from workspace where id = $1::uuid");
        QCOMPARE(m_stage->staleRows(), 0);
        QCOMPARE(fillResponseTimings(*m_stage->service)->messages, 0);
    }

    void aRebuiltWorkspace_hasItsEvents()
    {
        const LeadId lead = m_stage->addLead();
        m_stage->add({lead, u"inbound"_s, 0});
        m_stage->add({lead, u"outbound"_s, 60, u"setter"_s});
        m_stage->fill();
        QVERIFY(m_stage->admin->runScript("set session_replication_role = replica"));
        m_stage->add({lead, u"inbound"_s, 30});
        QVERIFY(m_stage->admin->runScript("set session_replication_role = origin"));
        QVERIFY(m_stage->stored() != m_stage->walked());
        m_stage->run("select rebuild_workspace($1::uuid)");
        checkEvents(1);
    }

    void migrating_knowsTheProcessorsOwn()
    {
        ThreadStage stage; // others use the schema of theirs
        const LeadId lead = stage.addLead();
        const QUuid inbound = stage.add({lead, u"inbound"_s, 0});
        stage.add({lead, u"outbound"_s, 60, u"ai"_s, u"email"_s, stage.addDraft(lead, inbound)});
        stage.add({lead, u"inbound"_s, 70});
        stage.add({lead, u"outbound"_s, 80, u"setter"_s});
        const QUuid third = stage.add({lead, u"inbound"_s, 90});
        stage.add({lead, u"outbound"_s, 95, u"setter"_s});
        stage.fill();
        stage.run("update response_timing_event set setter_response_ms = 1 where workspace_id = $1::uuid"
                  " and inbound_message_id = $2::uuid",
            stage.ours() << third);
        stage.run("insert into response_timing_event (workspace_id, lead_id, channel, inbound_message_id,"
                  " inbound_sent_at) values ($1::uuid, $2::uuid, 'email', $2::uuid, now())",
            stage.ours() << lead.value);
        const QString changedBefore
            = stage
                  .run(
                      "select max(updated_at)::text from response_timing_event where workspace_id = $1::uuid")
                  .text(0, 0);
        QVERIFY(Migrator::rollBackTo(*stage.admin, Mending - 1));
        QVERIFY(Migrator::migrate(*stage.admin));
        QCOMPARE(stage
                     .run("select string_agg(is_derived::text, ' ' order by inbound_sent_at)"
                          " from response_timing_event where workspace_id = $1::uuid")
                     .text(0, 0),
            u"true true false false"_s);
        QCOMPARE(
            stage.run("select max(updated_at)::text from response_timing_event where workspace_id = $1::uuid")
                .text(0, 0),
            changedBefore);
    }
};

QTEST_GUILESS_MAIN(tst_ResponseTimingMend)
#include "tst_responsetimingmend.moc"
