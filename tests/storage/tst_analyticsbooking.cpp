// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/bookingreader.h"
#include "tests/storage/campaignworld.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

bool isIn(std::optional<Instant> at, const AnalyticsWindow &window)
{
    return at && (!window.from || *at >= *window.from) && *at < *window.to;
}

bool isBooked(const World &world, int lead)
{
    return world.leads.at(lead).status == u"meeting-booked"_s
        || world.hasProviderEvidence(world.leads.at(lead));
}

/// What the progress rows that `matches` come to, walked one by one (domain §7.6).
template <typename Matches>
BookingProcessStats statsOf(const World &world, const AnalyticsWindow &window, Matches matches)
{
    BookingProcessStats stats;
    double outbounds = 0;
    for (const WorldProgress &row : world.progress) {
        if (!isIn(row.createdAt, window) || !matches(row))
            continue;
        ++stats.leadsProcessed;
        if (isBooked(world, row.lead)) {
            ++stats.leadsBooked;
            outbounds += row.email + row.sms + row.linkedin;
            continue;
        }
        while (stats.dropoffByWave.size() < row.wave)
            stats.dropoffByWave.append(0);
        ++stats.dropoffByWave[row.wave - 1];
    }
    if (stats.leadsBooked > 0)
        stats.averageOutboundsToBook = outbounds / double(stats.leadsBooked);
    return stats;
}

SetterFunnel funnelOf(const World &world, const AnalyticsWindow &window, int setter)
{
    SetterFunnel funnel {.user = world.setters.at(setter).first, .email = world.setters.at(setter).second};
    for (int lead = 0; lead < world.leads.size(); ++lead) {
        const WorldLead &known = world.leads.at(lead);
        if (known.assignee != setter || !isIn(known.assignedAt, window))
            continue;
        ++funnel.assigned;
        funnel.responded
            += std::any_of(world.messages.begin(), world.messages.end(), [&](const WorldMessage &message) {
                   return message.lead == lead && !message.isInbound && message.sender == setter;
               });
        funnel.positive += world.isPositive(known);
        funnel.meetingsRequested += known.tag == u"Meeting Requested"_s || known.tag == u"Call Requested"_s;
        funnel.meetingsBooked += isBooked(world, lead);
    }
    return funnel;
}

QByteArray text(const BookingData &data)
{
    return QJsonDocument(encodeBooking(data)).toJson();
}

BookingData walked(const World &world, const AnalyticsWindow &window)
{
    BookingData data;
    for (int process = 0; process < world.processes.size(); ++process) {
        BookingProcessStats stats
            = statsOf(world, window, [process](const WorldProgress &row) { return row.process == process; });
        stats.process = world.processes.at(process).id;
        stats.name = world.processes.at(process).name;
        data.processes.append(stats);
    }
    const BookingProcessStats unnamed
        = statsOf(world, window, [](const WorldProgress &row) { return row.process < 0; });
    if (unnamed.leadsProcessed > 0)
        data.processes.append(unnamed);
    data.summary = statsOf(world, window, [](const WorldProgress &) { return true; });
    for (int setter = 0; setter < world.setters.size(); ++setter)
        data.setters.append(funnelOf(world, window, setter));
    std::sort(data.setters.begin(), data.setters.end(), [](const SetterFunnel &a, const SetterFunnel &b) {
        return std::tuple(-a.assigned, a.email) < std::tuple(-b.assigned, b.email);
    });
    return data;
}

/// What the rows of the leads and messages are by now, for what the setters' funnel is made of.
void readAgain(World &world, InboxData data)
{
    const auto setter = [&](const PgResult &rows, int row, int column) {
        for (int i = 0; i < world.setters.size(); ++i) {
            if (!rows.isNull(row, column) && world.setters.at(i).first.value == rows.uuid(row, column))
                return i;
        }
        return -1;
    };
    const PgParams params = PgParams() << world.workspace;
    const PgResult leads
        = data.run("select id, assigned_to_user_id from lead where workspace_id = $1::uuid", params);
    QHash<QUuid, int> numbers;
    for (int i = 0; i < world.leads.size(); ++i)
        numbers.insert(world.leads.at(i).id.value, i);
    for (int row = 0; row < leads.rowCount(); ++row)
        world.leads[numbers.value(leads.uuid(row, 0))].assignee = setter(leads, row, 1);
    const PgResult messages = data.run(
        "select lead_id, direction, sent_by_user_id from message where workspace_id = $1::uuid", params);
    world.messages.clear();
    for (int row = 0; row < messages.rowCount(); ++row)
        world.messages.append({.lead = numbers.value(messages.uuid(row, 0)),
            .isInbound = messages.text(row, 1) == u"inbound"_s,
            .sender = setter(messages, row, 2)});
}

} // namespace

/// Booking processes and setters (domain §7.6).
class tst_AnalyticsBooking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<WorldStage>();
        for (unsigned seed = 21; seed <= 23; ++seed) {
            m_worlds.append(randomWorld(seed, 120));
            m_stage->open(m_worlds.last());
        }
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everything_agreesWithTheRows_data()
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
    void everything_agreesWithTheRows()
    {
        QFETCH(int, world);
        QFETCH(AnalyticsWindow, window);
        const World &known = m_worlds.at(world);
        const auto data = loadBooking(*m_stage->app, scope(known), window);
        QVERIFY2(data, qPrintable(data ? QString() : describe(data.error())));
        QCOMPARE(text(*data), text(walked(known, window)));
    }

    /// Leads change hands and come back, messages come, go, and change their sender: some of each, by their
    /// ids.
    void afterChanges_agreesWithTheRows()
    {
        World world = randomWorld(24, 120);
        m_stage->open(world);
        InboxData data(*m_stage->admin);
        const AnalyticsWindow window {worldTime(-1), worldTime(9999)};
        const QByteArray some = " where workspace_id = $1::uuid and md5(id::text || $2) < '5'";
        const QByteArray changes[] {
            "update lead set assigned_to_user_id = (select user_id from workspace_member where workspace_id ="
            " $1::uuid and role = 'SETTER' order by md5(user_id::text || lead.id || $2) limit 1)",
            "delete from message",
            "update message set sent_by_user_id = (select user_id from workspace_member where workspace_id ="
            " $1::uuid and role = 'SETTER' order by md5(user_id::text || message.id || $2) limit 1)",
            "update lead set assigned_to_user_id = null",
            "insert into message (workspace_id, lead_id, direction, body, sent_at, sent_by_user_id)"
            " select workspace_id, id, 'outbound', 'x', '2026-04-01', assigned_to_user_id from lead",
            "update message set direction = 'inbound'",
        };
        qint64 responded = 0;
        for (int round = 0; round < 18; ++round) {
            data.run(changes[round % std::size(changes)] + some,
                PgParams() << world.workspace << u"round %1"_s.arg(round));
            readAgain(world, data);
            const auto read = loadBooking(*m_stage->app, scope(world), window);
            QVERIFY2(read, qPrintable(read ? QString() : describe(read.error())));
            QCOMPARE(text(*read), text(walked(world, window)));
            for (const SetterFunnel &setter : read->setters)
                responded += setter.responded;
        }
        QVERIFY(responded > 0);
    }

    void noWindow_isThirtyDays()
    {
        const World &known = m_worlds.at(0);
        AnalyticsScope reader = scope(known);
        reader.now = worldTime(1200);
        const auto data = loadBooking(*m_stage->app, reader, {});
        QVERIFY(data);
        QCOMPARE(text(*data), text(walked(known, {worldTime(480), worldTime(1200)})));
        QVERIFY(data->summary.leadsProcessed > 0);
    }

    void processWithoutLeads_hasNoRate()
    {
        World world;
        world.processes.append({.name = u"Idle"_s});
        m_stage->open(world);
        const auto data = loadBooking(*m_stage->app, scope(world), {});
        QVERIFY(data);
        QCOMPARE(data->processes.size(), 1);
        QVERIFY(!data->processes.first().bookingRate());
        QVERIFY(!data->summary.averageOutboundsToBook);
    }

    void wavesBeyondAHundred_areTheHundredth()
    {
        World world;
        world.emailCampaigns.append({.name = u"One"_s});
        world.leads.append(WorldLead());
        world.progress.append({.wave = 2'000'000'000, .createdAt = worldTime(1)});
        m_stage->open(world);
        const auto data = loadBooking(*m_stage->app, scope(world), {worldTime(0), worldTime(2)});
        QVERIFY(data);
        QCOMPARE(data->summary.dropoffByWave.size(), 100);
        QCOMPARE(data->summary.dropoffByWave.last(), 1);
    }

    void everybodyButPortalsAndStrangers_seesTheWorkspace()
    {
        const World &known = m_worlds.at(0);
        const AnalyticsWindow window {worldTime(-1), worldTime(9999)};
        const auto ofOwner = loadBooking(*m_stage->app, scope(known), window);
        const auto ofSetter = loadBooking(
            *m_stage->app, m_stage->scope(known, known.setters.first().first, worldTime(2880)), window);
        QVERIFY(ofOwner && ofSetter);
        QCOMPARE(text(*ofSetter), text(*ofOwner));
        for (const UserId user : {m_stage->portal, m_stage->stranger}) {
            const auto other
                = loadBooking(*m_stage->app, m_stage->scope(known, user, worldTime(2880)), window);
            QVERIFY(!other);
            QCOMPARE(other.error().kind, Error::Kind::Denied);
        }
    }

private:
    AnalyticsScope scope(const World &world) const
    {
        return m_stage->scope(world, m_stage->owner, worldTime(2880));
    }

    std::unique_ptr<WorldStage> m_stage;
    QList<World> m_worlds;
};

QTEST_GUILESS_MAIN(tst_AnalyticsBooking)
#include "tst_analyticsbooking.moc"
