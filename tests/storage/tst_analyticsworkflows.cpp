// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/analyticsreader.h"
#include "core/storage/analytics/messagedays.h"
#include "tests/storage/analyticsdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace {

const Instant Now = parseIso(u"2026-03-20T12:00:00Z").value_or(Instant());

struct Step
{
    LeadId lead;
    int sequence = 0;
    Instant lastStepAt {};
};

} // namespace

/// Workflows, capacity, and the deadline of the gaps.
class tst_AnalyticsWorkflows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        m_data = std::make_unique<AnalyticsData>(*m_admin,
            AnalyticsData::Options {
                .from = *parseIso(u"2026-02-20"), .to = Now, .leads = 80, .messages = 200},
            3);
        m_scope = m_data->scope(m_data->owner(), Now, QTimeZone::utc());
    }

    void workflows_areTheEarliestStepBeforeTheBooking()
    {
        addSteps();
        const AnalyticsFacts facts = m_data->facts();
        for (int i = 0; i < 20; ++i) {
            const auto [from, to] = m_data->randomWindow(QTimeZone::utc());
            const auto said = loadWorkflows(*m_app, m_scope, {from, to});
            QVERIFY2(said, said ? "" : qPrintable(describe(said.error())));
            compare(*said, facts, {from, to});
        }
        const auto month = loadWorkflows(*m_app, m_scope, {});
        QVERIFY(month->bookedFromWorkflow > 0);
        compare(*month, facts, lastDays(30, Now));
    }

    void capacity_countsByCalendar()
    {
        InboxData data(*m_admin);
        const PgParams workspace = PgParams() << m_data->workspace();
        data.run("insert into workspace_settings (workspace_id, ghl_default_calendar_id, "
                 "ghl_direct_book_calendar_id)"
                 " values ($1::uuid, 'main', 'direct')",
            workspace);
        data.run(
            "insert into workspace_availability_cache (workspace_id, availability_source, calendar_type,"
            " calendar_url, range_start, range_end, slots, fetched_at, stale_at, last_error) values"
            " ($1::uuid, 'DEFAULT', 'ghl', 'https://main.test', '2026-03-01', '2026-05-01',"
            "  array['2026-03-20 11:59Z', '2026-03-20 12:00Z', '2026-04-19 11:59Z', '2026-04-19 12:00Z']"
            "::timestamptz[], '2026-03-20 11:00Z', '2026-03-20 12:00Z', 'HTTP 500'),"
            " ($1::uuid, 'DIRECT_BOOK', 'ghl', 'https://direct.test', '2026-03-01', '2026-05-01',"
            "  array['2026-03-21 09:00Z']::timestamptz[], '2026-03-20 11:00Z', '2026-03-20 12:00:01Z', null)",
            workspace);
        data.run("insert into appointment (workspace_id, lead_id, provider, start_at, status, source, "
                 "ghl_calendar_id)"
                 " select $1::uuid, (select id from lead where workspace_id = $1::uuid limit 1), 'GHL', "
                 "x.at::timestamptz,"
                 " x.status::appointment_status, 'WEBHOOK', x.calendar from (values"
                 " ('2026-03-20 12:00Z', 'CONFIRMED', 'main'), ('2026-03-20 11:59Z', 'CONFIRMED', 'main'),"
                 " ('2026-03-22 12:00Z', 'CANCELED', 'main'), ('2026-03-22 12:00Z', 'CONFIRMED', 'direct'),"
                 " ('2026-03-23 12:00Z', 'CONFIRMED', 'elsewhere'), ('2026-03-24 12:00Z', 'CONFIRMED', null))"
                 " x (at, status, calendar)",
            workspace);
        const Capacity capacity = loadCore().capacity;
        QCOMPARE(capacity.booked, 4);
        QCOMPARE(capacity.available, 3);
        QCOMPARE(capacity.unattributedBooked, 2);
        QVERIFY(
            capacity.breakdown == (QList<CapacitySource> {{u"DEFAULT"_s, 1, 2}, {u"DIRECT_BOOK"_s, 1, 1}}));
        QCOMPARE(capacity.fetches.size(), 2);
        QVERIFY(capacity.fetches.at(0).isStale); // at the very moment
        QVERIFY(!capacity.fetches.at(1).isStale);
        QCOMPARE(capacity.fetches.at(0).lastError, u"HTTP 500"_s);
        QVERIFY(capacity.window == (AnalyticsWindow {Now, Now + days(30)}));
        // The same calendar twice is one.
        data.run("update workspace_settings set ghl_direct_book_calendar_id = 'main' where workspace_id = "
                 "$1::uuid",
            workspace);
        QCOMPARE(loadCore().capacity.breakdown.size(), 1);
        QCOMPARE(loadCore().capacity.available, 2);
    }

    void gapsThatTakeTooLong_areLeftOut_theRestAnswers()
    {
        const OverviewCore before = loadCore();
        QVERIFY(before.setterResponse.meanMs.has_value());
        // A second wall that only the statement of the gaps runs into.
        QVERIFY(foldMessageDays(*m_admin, 1 << 30));
        QVERIFY(m_admin->runScript("create policy slow on gap_day as restrictive for select using"
                                   " (pg_sleep(6) is not null)"));
        const OverviewCore slow = loadCore();
        QVERIFY(m_admin->runScript("drop policy slow on gap_day"));
        QVERIFY(!slow.setterResponse.meanMs.has_value());
        QCOMPARE(slow.setterResponse.samples, 0);
        QCOMPARE(slow.responses, before.responses);
        QCOMPARE(slow.totalLeads, before.totalLeads);
        QVERIFY(loadCore() == before);
    }

private:
    OverviewCore loadCore()
    {
        const auto overview = loadOverview(*m_app, m_scope, lastDays(25, Now), OverviewParts::Core);
        if (!overview)
            qFatal("%s", qPrintable(describe(overview.error())));
        return overview->core;
    }

    void addSteps()
    {
        InboxData data(*m_admin);
        for (int i = 0; i < 3; ++i) {
            m_sequences.append(data.run("insert into follow_up_sequence (workspace_id, name) values "
                                        "($1::uuid, $2) returning id",
                                       PgParams() << m_data->workspace() << u"Sequence %1"_s.arg(i))
                                   .uuid(0, 0));
        }
        const AnalyticsFacts facts = m_data->facts();
        for (const LeadFact &lead : facts.leads) {
            for (int i = m_data->pick(2); i < 3; i += 1 + m_data->pick(2)) {
                const Instant at = m_data->randomInstant();
                m_steps.append({lead.id, i, at});
                data.run("insert into follow_up_instance (workspace_id, lead_id, sequence_id, last_step_at)"
                         " values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz)",
                    PgParams() << m_data->workspace() << lead.id << m_sequences.at(i) << at);
            }
        }
    }

    /// From the definition: of the steps before a booking the earliest.
    void compare(const WorkflowsData &said, const AnalyticsFacts &facts, const AnalyticsWindow &window)
    {
        qint64 booked = 0;
        QHash<QUuid, qint64> bySequence;
        for (const LeadFact &lead : facts.leads) {
            if (!lead.bookedAt || *lead.bookedAt < *window.from || *lead.bookedAt >= *window.to)
                continue;
            ++booked;
            const Step *first = nullptr;
            for (const Step &step : m_steps) {
                const bool isBefore = step.lead == lead.id && step.lastStepAt < *lead.bookedAt;
                if (isBefore && (first == nullptr || step.lastStepAt < first->lastStepAt))
                    first = &step;
            }
            if (first != nullptr)
                ++bySequence[m_sequences.at(first->sequence)];
        }
        QCOMPARE(said.totalBooked, booked);
        qint64 fromWorkflow = 0;
        for (const SequenceBookings &sequence : said.sequences) {
            QCOMPARE(sequence.booked, bySequence.take(sequence.sequence));
            QVERIFY(sequence.name.startsWith(u"Sequence "_s));
            fromWorkflow += sequence.booked;
        }
        QVERIFY(bySequence.isEmpty());
        QCOMPARE(said.bookedFromWorkflow, fromWorkflow);
        QCOMPARE(said.bookedFromInitial, booked - fromWorkflow);
        QCOMPARE(said.unattributed, 0);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    std::unique_ptr<AnalyticsData> m_data;
    AnalyticsScope m_scope;
    QList<QUuid> m_sequences;
    QList<Step> m_steps;
};

QTEST_GUILESS_MAIN(tst_AnalyticsWorkflows)
#include "tst_analyticsworkflows.moc"
