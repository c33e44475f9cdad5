// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/campaigndays.h"
#include "tests/storage/campaignstage.h"
#include "tests/storage/campaignwriter.h"
#include "tests/support/patience.h"
#include "tests/support/racers.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testseed.h"

#include <QDeadlineTimer>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

// Two leads, `@one` and `@two`. Times are hours of 1 March 2026.
const QByteArray Answer = "insert into message (workspace_id, lead_id, direction, sent_at, body)"
                          " values (@ws, @one, 'inbound', '2026-03-01 10:00Z', 'Hi')";
const QByteArray AnswerOfTwo = QByteArray(Answer).replace("@one", "@two");
const QByteArray LaterAnswer
    = "update message set sent_at = '2026-03-01 12:00Z' where workspace_id = @ws and lead_id = @one and"
      " direction = 'inbound'";
const QByteArray Booking = "update lead set appointment_booked_at = '2026-03-01 10:00Z' where id = @one";
const QByteArray BookingOfTwo = QByteArray(Booking).replace("@one", "@two");
const QByteArray Enrolling
    = "insert into reactivation_enrollment (workspace_id, campaign_id, lead_id, status, sent_at)"
      " select c.workspace_id, c.id, @one, 'sent', '2026-03-01 09:00Z'"
      " from reactivation_campaign c where c.workspace_id = @ws";
const QByteArray Moving = "update reactivation_enrollment set lead_id = @two where workspace_id = @ws";
const QByteArray Failing = "update reactivation_enrollment set status = 'failed' where workspace_id = @ws";
// The lead first, as the migration asks.
const QByteArray Delaying = "with locked as (select from lead where id = @one for no key update)"
                            " update reactivation_enrollment set sent_at = '2026-03-01 11:00Z' from locked"
                            " where workspace_id = @ws";
const QByteArray Send = "insert into message (workspace_id, lead_id, direction, sent_at, ai_draft_id, body)"
                        " values (@ws, @one, 'outbound', '2026-03-01 09:00Z', @draft, 'Hi')";
const QByteArray SecondSend = QByteArray(Send).replace("@draft", "@other").replace("09:00Z", "10:00Z");
const QByteArray MovingDraft = "update ai_draft set lead_id = @two where id = @draft";

/// A connection that finds a deadlock at once.
Result<std::unique_ptr<PgConnection>> rivalOf(const WorldStage &stage)
{
    auto pg = PgConnection::open(stage.database->adminConninfo());
    if (pg) {
        if (const auto set = (*pg)->runScript("set deadlock_timeout = '10ms'"); !set)
            return set.error();
    }
    return pg;
}

} // namespace

/// Writers of the same leads at the same time: what is kept for the campaigns tab is right all the same
/// (migrations 0024 and 0025). A deadlock fails these tests.
class tst_CampaignRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<WorldStage>(); }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_world = World();
        m_world.leads = {WorldLead(), WorldLead()};
        m_world.reactivations = {{.name = u"Again"_s}};
        for (int i = 0; i < 2; ++i)
            m_world.drafts.append({.channel = u"sms"_s, .disposition = u"EDITED"_s});
        m_stage->open(m_world);
    }

    void enrollment_theSecondSeesTheFirst_data()
    {
        QTest::addColumn<QByteArrayList>("before");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("answeredAt"); // hours; 0: not
        QTest::addColumn<bool>("isBooked");
        const auto row = [](const char *name, const QByteArrayList &before, const QByteArray &first,
                             const QByteArray &second, int answeredAt, bool isBooked) {
            QTest::newRow(name) << before << first << second << answeredAt << isBooked;
        };
        row("enrolled, answered", {}, Enrolling, Answer, 10, false);
        row("answered, enrolled", {}, Answer, Enrolling, 10, false);
        row("enrolled, booked", {}, Enrolling, Booking, 0, true);
        row("booked, enrolled", {}, Booking, Enrolling, 0, true);
        row("moved, answered", {Enrolling}, Moving, Answer, 0, false);
        row("answered, moved", {Enrolling}, Answer, Moving, 0, false);
        row("moved, the new lead answers", {Enrolling}, Moving, AnswerOfTwo, 10, false);
        row("the new lead answers, moved", {Enrolling}, AnswerOfTwo, Moving, 10, false);
        row("moved, its answer is edited", {Enrolling, Answer}, Moving, LaterAnswer, 0, false);
        row("its answer is edited, moved", {Enrolling, Answer}, LaterAnswer, Moving, 0, false);
        row("failed, answered", {Enrolling}, Failing, Answer, 0, false);
        row("answered, failed", {Enrolling}, Answer, Failing, 0, false);
        row("failed, its answer is edited", {Enrolling, Answer}, Failing, LaterAnswer, 0, false);
        row("sent later, answered", {Enrolling}, Delaying, Answer, 0, false);
        row("answered, sent later", {Enrolling}, Answer, Delaying, 0, false);
        row("sent later, its answer is edited", {Enrolling, Answer}, Delaying, LaterAnswer, 12, false);
        row("moved, booked", {Enrolling}, Moving, Booking, 0, false);
        row("booked, moved", {Enrolling}, Booking, Moving, 0, false);
        row("moved, the new lead books", {Enrolling}, Moving, BookingOfTwo, 0, true);
        row("the new lead books, moved", {Enrolling}, BookingOfTwo, Moving, 0, true);
        row("failed, booked", {Enrolling}, Failing, Booking, 0, false);
        row("booked, failed", {Enrolling}, Booking, Failing, 0, false);
    }
    void enrollment_theSecondSeesTheFirst()
    {
        QFETCH(QByteArrayList, before);
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, answeredAt);
        QFETCH(bool, isBooked);
        for (const QByteArray &sql : before)
            InboxData(*m_stage->admin).run(filled(sql));
        race(first, second);
        const CampaignRows rows = CampaignRows::load(*m_stage->admin, m_world.workspace);
        QCOMPARE(rows.enrollments.size(), 1);
        QCOMPARE(rows.enrollments.first().answeredAt,
            answeredAt == 0 ? std::nullopt : std::optional(worldTime(answeredAt)));
        QCOMPARE(rows.enrollments.first().bookedAt.has_value(), isBooked);
        compareFacts(rows);
    }

    /// The import waits for the lead, and holds nothing that the lead's writer needs.
    void anImportedEnrollment_waitsForItsLead_data()
    {
        QTest::addColumn<QByteArray>("write");
        QTest::newRow("answered") << Answer;
        QTest::newRow("booked") << Booking;
    }
    void anImportedEnrollment_waitsForItsLead()
    {
        QFETCH(QByteArray, write);
        InboxData(*m_stage->admin).run(filled(Enrolling));
        const auto two = rivalOf(*m_stage);
        QVERIFY(two);
        Racers racers;
        const auto one = rivalOf(*m_stage);
        QVERIFY(one);
        QVERIFY((*one)->runScript("begin"));
        QVERIFY((*one)->runSql(filled("select from lead where id = @one for no key update")));
        racers.start([&]() -> Result<void> {
            const auto done = (*two)->run("IngestUpsertEnrollment"_L1,
                PgParams() << m_world.workspace << m_world.leads.first().id
                           << m_world.reactivations.first().id << u"{\"sent_at\": \"2026-03-01 08:00Z\"}"_s);
            return done ? Result<void>() : done.error();
        });
        QTRY_COMPARE(waiting(), 1);
        checkDone((*one)->runSql(filled(write)));
        QVERIFY((*one)->runScript("commit"));
        QCOMPARE(racers.join(), QString());
        const CampaignRows rows = CampaignRows::load(*m_stage->admin, m_world.workspace);
        QCOMPARE(rows.enrollments.first().sentAt, std::optional(worldTime(8)));
        QVERIFY(rows.enrollments.first().answeredAt || rows.enrollments.first().bookedAt);
        compareFacts(rows);
    }

    void send_theSecondSeesTheFirst_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("sends");
        QTest::newRow("two of a unit") << Send << SecondSend << 2;
        QTest::newRow("booked, sent") << Booking << Send << 1;
        QTest::newRow("sent, booked") << Send << Booking << 1;
        QTest::newRow("sent, its draft moves") << Send << MovingDraft << 1;
        QTest::newRow("its draft moves, sent") << MovingDraft << Send << 1;
    }
    void send_theSecondSeesTheFirst()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, sends);
        race(first, second);
        const CampaignRows rows = CampaignRows::load(*m_stage->admin, m_world.workspace);
        QCOMPARE(rows.keptSends.size(), sends);
        compareFacts(rows);
        QCOMPARE(factDrifts(*m_stage->app, m_world.workspace), 0);
    }

    void writersOfTheSameLeads_leaveNoDrift()
    {
        const World world = fewLeads(*m_stage);
        const unsigned seed = testSeed(70);
        Racers writers;
        for (unsigned i = 0; i < 4; ++i)
            writers.start([&, i] { return writeMany(world, seed + i); });
        writers.start([&]() -> Result<void> {
            const auto pg = PgConnection::open(m_stage->database->adminConninfo());
            for (int n = 0; pg && n < 60; ++n) {
                if (const auto folded = foldCampaignDays(**pg, 20); !folded)
                    return folded.error();
            }
            return pg ? Result<void>() : pg.error();
        });
        QCOMPARE(writers.join(), QString());
        addCertainRows(world); // what the race leaves is luck
        const CampaignRows rows = CampaignRows::load(*m_stage->admin, world.workspace);
        QVERIFY(rows.keptSends.size() >= world.leads.size());
        QVERIFY(rows.enrollments.size() >= world.leads.size());
        compareFacts(rows);
        QCOMPARE(factDrifts(*m_stage->app, world.workspace), 0);
        QVERIFY(foldCampaignDays(*m_stage->app));
        QCOMPARE(*foldCampaignDays(*m_stage->app), 0);
        compareFacts(CampaignRows::load(*m_stage->admin, world.workspace));
    }

private:
    static void checkDone(const Result<PgResult> &done)
    {
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
    }

    /// A statement of the world that init() opened.
    QByteArray filled(QByteArray sql) const
    {
        for (const auto &[name, id] :
            {std::pair("@ws", m_world.workspace.value), std::pair("@one", m_world.leads.at(0).id.value),
                std::pair("@two", m_world.leads.at(1).id.value),
                std::pair("@draft", m_world.drafts.at(0).id.value),
                std::pair("@other", m_world.drafts.at(1).id.value)})
            sql.replace(name, '\'' + id.toByteArray(QUuid::WithoutBraces) + '\'');
        return sql;
    }

    qint64 waiting() const
    {
        return InboxData(*m_stage->admin)
            .run("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname ="
                 " current_database()")
            .integer(0, 0);
    }

    /// `second` begins while `first` is not committed, and waits for it.
    void race(const QByteArray &first, const QByteArray &second)
    {
        const auto two = rivalOf(*m_stage);
        QVERIFY(two);
        Racers racers;
        const auto one = rivalOf(*m_stage);
        QVERIFY(one);
        QVERIFY((*one)->runScript("begin"));
        checkDone((*one)->runSql(filled(first)));
        racers.start([&]() -> Result<void> {
            const auto done = (*two)->runSql(filled(second));
            return done ? Result<void>() : done.error();
        });
        QTRY_COMPARE(waiting(), 1);
        QVERIFY((*one)->runScript("commit"));
        QCOMPARE(racers.join(), QString());
    }

    /// A hundred writes that are done, however many are refused.
    Result<void> writeMany(const World &world, unsigned seed) const
    {
        const auto pg = rivalOf(*m_stage);
        if (!pg)
            return pg.error();
        CampaignWriter writer(**pg, world.workspace, seed);
        const QDeadlineTimer deadline(WaitLimit);
        for (int done = 0; done < 100;) {
            const auto isDone = writer.writeOne();
            if (!isDone)
                return isDone.error();
            done += *isDone ? 1 : 0;
            if (deadline.hasExpired())
                return Error {.kind = Error::Kind::Conflict, .code = u"all_refused"_s};
        }
        return {};
    }

    /// Of each lead a send, an enrollment, an answer and a booking.
    void addCertainRows(const World &world)
    {
        InboxData data(*m_stage->admin);
        const PgParams ours = PgParams() << world.workspace;
        data.run("insert into reactivation_enrollment (workspace_id, campaign_id, lead_id, status, sent_at)"
                 " select l.workspace_id, (select id from reactivation_campaign where workspace_id = $1::uuid"
                 " order by id limit 1), l.id, 'sent', '2026-03-09Z' from lead l where l.workspace_id = "
                 "$1::uuid"
                 " on conflict (workspace_id, campaign_id, lead_id) do update set status = 'sent',"
                 " sent_at = excluded.sent_at",
            ours);
        data.run("with added as (insert into ai_draft (workspace_id, lead_id, channel, content,"
                 " response_disposition) select workspace_id, id, 'sms', 'Hi', 'EDITED' from lead"
                 " where workspace_id = $1::uuid returning workspace_id, lead_id, id)"
                 " insert into message (workspace_id, lead_id, direction, sent_at, ai_draft_id, body)"
                 " select workspace_id, lead_id, 'outbound', '2026-03-09Z', id, 'Hi' from added",
            ours);
        data.run("insert into message (workspace_id, lead_id, direction, sent_at, body) select workspace_id,"
                 " id, 'inbound', '2026-03-10Z', 'Hi' from lead where workspace_id = $1::uuid",
            ours);
        data.run("update lead set appointment_booked_at = '2026-03-11Z' where workspace_id = $1::uuid", ours);
    }

    std::unique_ptr<WorldStage> m_stage;
    World m_world;
};

QTEST_GUILESS_MAIN(tst_CampaignRaces)
#include "tst_campaignraces.moc"
