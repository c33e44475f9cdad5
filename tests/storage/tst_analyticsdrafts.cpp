// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/campaignsreader.h"
#include "tests/storage/campaignworld.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Day = 24h;

struct Send
{
    int lead = 0;
    QString channel, disposition;
    Instant sentAt {};
};

/// The drafts of the window, walked from the rows (domain §7.5).
QList<Send> sendsOf(const World &world, const AnalyticsWindow &window)
{
    QList<Send> sends;
    for (int draft = 0; draft < world.drafts.size(); ++draft) {
        const WorldDraft &known = world.drafts.at(draft);
        std::optional<Instant> first;
        for (const WorldMessage &message : world.messages) {
            if (message.draft == draft && !message.isInbound && (!first || message.sentAt < *first))
                first = message.sentAt;
        }
        if (known.disposition.isEmpty() || !first || (window.from && *first < *window.from)
            || *first >= *window.to)
            continue;
        const int campaign = world.leads.at(known.lead).emailCampaign;
        if (known.channel == u"email"_s && (campaign < 0 || !world.emailCampaigns.at(campaign).isAutoSend))
            continue;
        sends.append({known.lead, known.channel, known.disposition, *first});
    }
    return sends;
}

QString outcomeOf(const World &world, const WorldLead &lead, Instant sentAt, Instant until)
{
    if (lead.bookedAt && *lead.bookedAt < sentAt)
        return u"excluded"_s;
    if (lead.bookedAt && *lead.bookedAt > sentAt && *lead.bookedAt <= std::min(until, sentAt + 30 * Day)
        && world.isKept(lead))
        return u"booked"_s;
    if (!lead.bookedAt && world.hasEvidence(lead))
        return u"no timestamp"_s;
    return sentAt >= until - 7 * Day ? u"pending"_s : u"not booked"_s;
}

void add(OutcomeCounts &counts, const QString &outcome)
{
    counts.booked += outcome == u"booked"_s;
    counts.bookedNoTimestamp += outcome == u"no timestamp"_s;
    counts.pending += outcome == u"pending"_s;
    counts.notBooked += outcome == u"not booked"_s;
}

const QStringList Dispositions {u"AUTO_SENT"_s, u"APPROVED"_s, u"EDITED"_s};
const QStringList Channels {u"email"_s, u"sms"_s, u"linkedin"_s};

OutcomeCounts countsOf(
    const World &world, const AnalyticsWindow &window, const QString &channel, const QString &disposition)
{
    std::map<std::tuple<int, QString, QString>, Instant> units;
    for (const Send &send : sendsOf(world, window)) {
        Instant &latest = units[{send.lead, send.channel, send.disposition}];
        latest = std::max(latest, send.sentAt);
    }
    OutcomeCounts counts;
    for (const auto &[unit, sentAt] : units) {
        const auto &[lead, unitChannel, unitDisposition] = unit;
        if ((channel.isEmpty() || channel == unitChannel)
            && (disposition == u"all"_s || disposition == unitDisposition))
            add(counts, outcomeOf(world, world.leads.at(lead), sentAt, *window.to));
    }
    return counts;
}

QByteArray text(const OutcomeCounts &counts)
{
    return QJsonDocument(encodeOutcome(counts)).toJson(QJsonDocument::Compact);
}

} // namespace

/// What became of drafts, and of those they were sent to (domain §7.5).
class tst_AnalyticsDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<WorldStage>();
        for (unsigned seed = 11; seed <= 13; ++seed) {
            m_worlds.append(randomWorld(seed, 120));
            m_stage->open(m_worlds.last());
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void drafts_agreeWithTheRows_data()
    {
        QTest::addColumn<int>("world");
        QTest::addColumn<AnalyticsWindow>("window");
        for (int world = 0; world < 3; ++world) {
            const auto row = [world](const char *name) -> QTestData & {
                return QTest::addRow("world %d, %s", world, name) << world;
            };
            row("on the grid") << AnalyticsWindow {worldTime(240), worldTime(1200)};
            row("between the grid") << AnalyticsWindow {worldTime(241), worldTime(2001)};
            row("everything") << AnalyticsWindow {worldTime(-1), worldTime(9999)};
            row("without a beginning") << AnalyticsWindow {std::nullopt, worldTime(1500)};
            row("without an instant") << AnalyticsWindow {worldTime(600), worldTime(600)};
        }
    }
    void drafts_agreeWithTheRows()
    {
        QFETCH(int, world);
        QFETCH(AnalyticsWindow, window);
        const World &known = m_worlds.at(world);
        const auto part = loadDraftOutcomes(*m_stage->app, scope(known), window);
        QVERIFY2(part, qPrintable(part ? QString() : describe(part.error())));
        QCOMPARE(part->window, window);
        QCOMPARE(part->channels.size(), Channels.size());
        const QList<Send> sends = sendsOf(known, window);
        const auto count = [&](const QString &channel, const QString &disposition) {
            return std::count_if(sends.begin(), sends.end(), [&](const Send &send) {
                return (channel.isEmpty() || send.channel == channel) && send.disposition == disposition;
            });
        };
        for (const DraftOutcomes &outcomes : part->channels + QList {part->totals}) {
            QCOMPARE(outcomes.autoSent, count(outcomes.channel, u"AUTO_SENT"_s));
            QCOMPARE(outcomes.approved, count(outcomes.channel, u"APPROVED"_s));
            QCOMPARE(outcomes.edited, count(outcomes.channel, u"EDITED"_s));
        }
        QCOMPARE(part->totals.total(), sends.size());
    }

    void bookings_agreeWithTheRows_data() { drafts_agreeWithTheRows_data(); }
    void bookings_agreeWithTheRows()
    {
        QFETCH(int, world);
        QFETCH(AnalyticsWindow, window);
        const World &known = m_worlds.at(world);
        const auto part = loadDraftBooking(*m_stage->app, scope(known), window);
        QVERIFY2(part, qPrintable(part ? QString() : describe(part.error())));
        QCOMPARE(part->rows.size(), Channels.size() * Dispositions.size());
        QCOMPARE(part->totals.size(), Dispositions.size() + 1);
        for (const DraftBooking &row : part->rows + part->totals)
            QCOMPARE(text(row.counts), text(countsOf(known, window, row.channel, row.disposition)));
        QCOMPARE(part->totals.last().disposition, u"all"_s);
    }

    void outcome_atItsEdges_data()
    {
        QTest::addColumn<QString>("sentBefore"); // the end of the window, as hours and minutes
        QTest::addColumn<std::optional<QString>>("bookedAfter"); // the send
        QTest::addColumn<QString>("outcome");
        const auto none = std::optional<QString>();
        const auto at = [](const QString &time) { return std::optional(time); };
        QTest::newRow("booked before") << u"300:00"_s << at(u"-0:01"_s) << u"excluded"_s;
        QTest::newRow("booked at the very time") << u"300:00"_s << at(u"0:00"_s) << u"not booked"_s;
        QTest::newRow("booked right after") << u"300:00"_s << at(u"0:01"_s) << u"booked"_s;
        QTest::newRow("booked on the window's end") << u"300:00"_s << at(u"300:00"_s) << u"booked"_s;
        QTest::newRow("booked after the window") << u"300:00"_s << at(u"300:01"_s) << u"not booked"_s;
        QTest::newRow("booked on the thirtieth day") << u"1000:00"_s << at(u"720:00"_s) << u"booked"_s;
        QTest::newRow("booked too late to count") << u"1000:00"_s << at(u"720:01"_s) << u"not booked"_s;
        QTest::newRow("a week old") << u"168:00"_s << none << u"pending"_s;
        QTest::newRow("older than a week") << u"168:01"_s << none << u"not booked"_s;
    }
    void outcome_atItsEdges()
    {
        QFETCH(QString, sentBefore);
        QFETCH(std::optional<QString>, bookedAfter);
        QFETCH(QString, outcome);
        const Instant until = worldTime(1200);
        const Instant sentAt = until - minutesOf(sentBefore);
        World world;
        world.leads.append(WorldLead());
        if (bookedAfter)
            world.leads[0].bookedAt = sentAt + minutesOf(*bookedAfter);
        world.drafts.append({.channel = u"sms"_s, .disposition = u"EDITED"_s});
        world.messages.append({.sentAt = sentAt, .draft = 0});
        OutcomeCounts expected;
        add(expected, outcome);
        QCOMPARE(text(bookingsOf(world, until)), text(expected));
    }

    void cancelledBooking_isNone_andEvidenceWithoutATimeIsItsOwn()
    {
        World cancelled = oneSend();
        cancelled.leads[0].bookedAt = worldTime(20);
        cancelled.leads[0].appointmentStatus = u"canceled"_s;
        QCOMPARE(bookingsOf(cancelled, worldTime(1200)).notBooked, 1);
        World withoutTime = oneSend();
        withoutTime.leads[0].hasEvent = true;
        QCOMPARE(bookingsOf(withoutTime, worldTime(1200)).bookedNoTimestamp, 1);
        QVERIFY(!bookingsOf(withoutTime, worldTime(1200)).bookingRate());
    }

    void draftOfAnUnknownChannel_isShownAfterTheKnown()
    {
        World world = oneSend();
        world.drafts[0].channel = u"fax"_s;
        m_stage->open(world);
        const auto part = loadDraftOutcomes(*m_stage->app, scope(world), {worldTime(0), worldTime(1200)});
        QVERIFY(part);
        QCOMPARE(part->channels.size(), 4);
        QCOMPARE(part->channels.last().channel, u"fax"_s);
        QCOMPARE(part->channels.last().edited, 1);
        QCOMPARE(part->totals.total(), 1);
        const auto bookings = loadDraftBooking(*m_stage->app, scope(world), {worldTime(0), worldTime(1200)});
        QVERIFY(bookings);
        QCOMPARE(bookings->rows.last().channel, u"fax"_s);
        QCOMPARE(bookings->rows.last().counts.notBooked, 1);
    }

    void latestSendOfAUnit_decides()
    {
        World world = oneSend();
        world.drafts.append(world.drafts.first());
        world.drafts.last().id = DraftId {newUuid()};
        world.messages.append({.sentAt = worldTime(30), .draft = 1});
        world.leads[0].bookedAt = worldTime(20); // after the first, before the latest
        QCOMPARE(text(bookingsOf(world, worldTime(1200))), text(OutcomeCounts()));
    }

    void sends_followEveryWrite_data()
    {
        QTest::addColumn<QByteArray>("write");
        const auto row
            = [](const char *name, const char *write) { QTest::newRow(name) << QByteArray(write); };
        row("messages move",
            "update message set sent_at = sent_at - interval '1 day' where ai_draft_id is not null");
        row("directions turn",
            "update message set direction = case direction when 'inbound' then 'outbound'"
            " else 'inbound' end");
        row("drafts are forgotten", "update message set ai_draft_id = null where sent_at > $1::timestamptz");
        row("messages change hands",
            "update message m set ai_draft_id = (select d.id from ai_draft d"
            " where d.workspace_id = m.workspace_id and d.lead_id = m.lead_id limit 1)"
            " where m.sent_at <= $1::timestamptz");
        row("messages go", "delete from message where sent_at > $1::timestamptz");
        row("drafts go", "delete from ai_draft where response_disposition = 'EDITED'");
        row("dispositions change",
            "update ai_draft set response_disposition = case when response_disposition is null"
            " then 'APPROVED'::ai_draft_response_disposition end");
        row("channels change", "update ai_draft set channel = 'sms'");
        row("leads change campaigns",
            "update lead l set email_campaign_id = (select c.id from email_campaign c"
            " where c.workspace_id = l.workspace_id order by md5(l.id::text || c.id) limit 1)");
        row("drafts change leads",
            "update ai_draft d set lead_id = (select l.id from lead l where l.workspace_id = d.workspace_id"
            " order by md5(d.id::text || l.id) limit 1)");
        row("leads book",
            "update lead set appointment_booked_at = created_at where appointment_booked_at is null");
        row("meetings are cancelled", "update lead set appointment_status = 'canceled'");
        row("bookings go",
            "update lead set appointment_booked_at = null, ghl_appointment_id = null,"
            " calendly_invitee_uri = null, calendly_scheduled_event_uri = null");
        row("a campaign goes", "delete from email_campaign where name = 'Campaign 2'");
        row("everything is rebuilt", "select recompute_draft_sends(id) from workspace");
    }
    void sends_followEveryWrite()
    {
        QFETCH(QByteArray, write);
        InboxData data(*m_stage->admin);
        const auto difference = [&data] {
            return data
                .run("with truth as (select s.*, lead(s.sent_at) over (partition by s.lead_id, s.channel,"
                     " s.response_disposition order by s.sent_at, s.id), l.appointment_booked_at is not null "
                     "or"
                     " l.ghl_appointment_id is not null or l.calendly_invitee_uri is not null or"
                     " l.calendly_scheduled_event_uri is not null, l.appointment_booked_at,"
                     " coalesce(l.appointment_booked_at::text, l.ghl_appointment_id, l.calendly_invitee_uri,"
                     " l.calendly_scheduled_event_uri) is not null and l.appointment_canceled_at is null and"
                     " coalesce(l.appointment_status, '') <> 'canceled'"
                     " from (select d.workspace_id, d.id, d.lead_id, l.email_campaign_id, d.channel,"
                     " d.response_disposition, min(m.sent_at) as sent_at from ai_draft d join lead l on"
                     " l.id = d.lead_id join message m on m.ai_draft_id = d.id and m.direction = 'outbound'"
                     " where d.response_disposition is not null group by 1, 2, 3, 4, 5, 6) s"
                     " join lead l on l.id = s.lead_id)"
                     " select (select count(*) from (table draft_send except table truth) x)"
                     " + (select count(*) from (table truth except table draft_send) y)")
                .integer(0, 0);
        };
        data.run("begin");
        QCOMPARE(difference(), 0);
        PgParams params;
        if (write.contains("$1"))
            params << worldTime(1200);
        data.run(write, params);
        QCOMPARE(difference(), 0);
        QVERIFY(data.run("select count(*) from draft_send").integer(0, 0) > 0);
        data.run("rollback");
    }

    void everybodyButPortalsAndStrangers_seesTheWorkspace()
    {
        const World &known = m_worlds.at(0);
        const AnalyticsWindow window {worldTime(-1), worldTime(9999)};
        const AnalyticsScope setter = m_stage->scope(known, known.setters.first().first, worldTime(2880));
        QCOMPARE(*loadDraftOutcomes(*m_stage->app, setter, window),
            *loadDraftOutcomes(*m_stage->app, scope(known), window));
        QCOMPARE(*loadDraftBooking(*m_stage->app, setter, window),
            *loadDraftBooking(*m_stage->app, scope(known), window));
        for (const UserId user : {m_stage->portal, m_stage->stranger}) {
            const AnalyticsScope other = m_stage->scope(known, user, worldTime(2880));
            QCOMPARE(loadDraftOutcomes(*m_stage->app, other, window).error().kind, Error::Kind::Denied);
            QCOMPARE(loadDraftBooking(*m_stage->app, other, window).error().kind, Error::Kind::Denied);
        }
    }

private:
    static std::chrono::minutes minutesOf(const QString &time)
    {
        const bool isNegative = time.startsWith(u'-');
        const QStringList parts = time.mid(isNegative ? 1 : 0).split(u':');
        const int minutes = 60 * parts.at(0).toInt() + parts.at(1).toInt();
        return std::chrono::minutes(isNegative ? -minutes : minutes);
    }

    /// One edited SMS, sent at ten on the first day.
    static World oneSend()
    {
        World world;
        world.leads.append(WorldLead());
        world.drafts.append({.channel = u"sms"_s, .disposition = u"EDITED"_s});
        world.messages.append({.sentAt = worldTime(10), .draft = 0});
        return world;
    }

    OutcomeCounts bookingsOf(World &world, Instant until)
    {
        for (WorldLead &lead : world.leads)
            lead.id = LeadId {newUuid()};
        for (WorldDraft &draft : world.drafts)
            draft.id = DraftId {newUuid()};
        m_stage->open(world);
        const auto part = loadDraftBooking(*m_stage->app, scope(world), {worldTime(-999), until});
        if (!part)
            qFatal("%s", qPrintable(describe(part.error())));
        return part->totals.last().counts;
    }

    AnalyticsScope scope(const World &world) const
    {
        return m_stage->scope(world, m_stage->owner, worldTime(2880));
    }

    std::unique_ptr<WorldStage> m_stage;
    QList<World> m_worlds;
};

QTEST_GUILESS_MAIN(tst_AnalyticsDrafts)
#include "tst_analyticsdrafts.moc"
