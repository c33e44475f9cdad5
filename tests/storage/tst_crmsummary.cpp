// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmreader.h"
#include "tests/storage/crmdata.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const Instant Now = *parseIso(u"2026-03-01T12:00:00Z");
const Instant Start = *parseIso(u"2026-02-01T00:00:00Z");

QString numbersOf(const CrmBucket &bucket)
{
    return u"%1: %2 leads, ever %3/%4, in the window %5/%6"_s.arg(bucket.key)
        .arg(bucket.cohortLeads)
        .arg(bucket.bookedEverAny)
        .arg(bucket.bookedEverKept)
        .arg(bucket.bookedInWindowAny)
        .arg(bucket.bookedInWindowKept);
}

/// By key, whatever the order.
QStringList linesOf(const QList<CrmBucket> &buckets)
{
    QStringList lines;
    for (const CrmBucket &bucket : buckets)
        lines += numbersOf(bucket);
    lines.sort();
    return lines;
}

} // namespace

class tst_CrmSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_data = std::make_unique<CrmData>(100, 4711); }
    void cleanupTestCase() { m_data.reset(); }

    void everyNumber_isAsDefined_data()
    {
        QTest::addColumn<CrmQuery>("query");
        const auto row = [this](const char *name, const std::function<void(CrmQuery &)> &change) {
            CrmQuery query = m_data->query();
            change(query);
            QTest::newRow(name) << query;
        };
        row("all time", [](CrmQuery &) {});
        row("a window", [](CrmQuery &query) {
            query.from = Start;
            query.to = Start + std::chrono::minutes(15);
        });
        row("a window that holds everything", [](CrmQuery &query) {
            query.from = Start;
            query.to = Start + std::chrono::hours(2000);
        });
        row("only a beginning", [](CrmQuery &query) { query.from = Start + std::chrono::minutes(5); });
        row("only an end", [](CrmQuery &query) { query.to = Start + std::chrono::minutes(5); });
        row("an empty cohort", [](CrmQuery &query) { query.campaign = u"nobody"_s; });
        row("campaign", [](CrmQuery &query) { query.campaign = u"SPRING"_s; });
        row("category", [](CrmQuery &query) { query.leadCategory = u"e"_s; });
        row("status", [](CrmQuery &query) { query.leadStatus = u"qualified"_s; });
        row("mode", [](CrmQuery &query) { query.responseMode = u"HUMAN"_s; });
        row("all at once", [](CrmQuery &query) {
            query.leadCategory = u"e"_s;
            query.responseMode = u"UNKNOWN"_s;
            query.from = Start;
            query.to = Start + std::chrono::hours(2000);
        });
    }
    void everyNumber_isAsDefined()
    {
        QFETCH(CrmQuery, query);
        for (const QString &role : {u"OWNER"_s, u"SETTER"_s}) {
            const InboxReader reader = m_data->reader(role);
            const auto summary = loadCrmSummary(m_data->app(), reader, query, Now);
            QVERIFY2(summary.has_value(), qPrintable(summary ? QString() : describe(summary.error())));
            const CrmSummary expected = m_data->expectedSummary(query, reader.scope());
            QCOMPARE(numbersOf(summary->totals), numbersOf(expected.totals));
            QCOMPARE(linesOf(summary->byResponseType), linesOf(expected.byResponseType));
            QCOMPARE(linesOf(summary->byResponseMode), linesOf(expected.byResponseMode));
            QCOMPARE(linesOf(summary->bySetter), linesOf(expected.bySetter));
            QCOMPARE(summary->computedAt, Now);
            QCOMPARE(summary->isOwnOnly, role == "SETTER"_L1);
            if (query.campaign != "nobody"_L1)
                QCOMPARE_GT(summary->totals.cohortLeads, 0);
        }
    }

    void groups_haveTheirOrderAndNames()
    {
        const auto summary = loadCrmSummary(m_data->app(), m_data->reader(u"OWNER"_s), m_data->query(), Now);
        QStringList types;
        for (const CrmBucket &bucket : summary->byResponseType)
            types += bucket.key;
        QCOMPARE(types,
            QStringList({u"MEETING_REQUEST"_s, u"INFORMATION_REQUEST"_s, u"OBJECTION"_s,
                u"FOLLOW_UP_FUTURE"_s, u"OTHER"_s}));
        QCOMPARE(summary->byResponseMode.size(), 3);
        qint64 before = std::numeric_limits<qint64>::max();
        QStringList labels;
        for (const CrmBucket &bucket : summary->bySetter) {
            QCOMPARE_LE(bucket.cohortLeads, before);
            before = bucket.cohortLeads;
            labels += bucket.label;
        }
        for (const QString &label :
            {u"AI"_s, u"Unknown"_s, u"Unattributed human"_s, u"setter@a.test"_s, u"other@a.test"_s})
            QVERIFY2(labels.contains(label), qPrintable(label));
    }

    // The original lost leads without a status text from "kept" (domain §7.8).
    void bookingWithoutStatus_isKept()
    {
        CrmData data(0, 1);
        const LeadId lead = data.addLead(u"Interested"_s, {});
        const auto bookWith = [&](const char *status, const char *canceled) {
            data.data().run(QByteArray("update lead set ghl_appointment_id = 'g', appointment_status = ")
                    + status + ", appointment_canceled_at = " + canceled + " where id = $1::uuid",
                PgParams() << lead);
            return loadCrmSummary(data.app(), data.reader(u"OWNER"_s), data.query(), Now)->totals;
        };
        QCOMPARE(bookWith("null", "null").bookedEverKept, 1);
        QCOMPARE(bookWith("'confirmed'", "null").bookedEverKept, 1);
        QCOMPARE(bookWith("'canceled'", "null").bookedEverKept, 0);
        QCOMPARE(bookWith("null", "now()").bookedEverKept, 0);
        QCOMPARE(bookWith("null", "now()").bookedEverAny, 1);
    }

    // Evidence that says no time is booked, but in no window.
    void bookingWithoutTime_isInNoWindow()
    {
        CrmData data(0, 1);
        const LeadId lead = data.addLead(u"Interested"_s, {});
        data.data().run("update lead set calendly_invitee_uri = 'i' where id = $1::uuid", PgParams() << lead);
        CrmQuery query = data.query();
        query.from = Instant {};
        query.to = Now + std::chrono::hours(24 * 365 * 50);
        const auto totals = loadCrmSummary(data.app(), data.reader(u"OWNER"_s), query, Now)->totals;
        QCOMPARE(totals.cohortLeads, 1);
        QCOMPARE(totals.bookedEverAny, 1);
        QCOMPARE(totals.bookedInWindowAny, 0);
    }

    void setters_areTwentyAtMost()
    {
        CrmData data(0, 1);
        InboxData rows = data.data();
        for (int i = 0; i < 25; ++i) {
            const UserId user = rows.addUser(u"s%1@a.test"_s.arg(i));
            for (int n = 0; n < (i < 5 ? 1 : 2); ++n) {
                const QUuid row = data.rowOf(data.addLead(u"Interested"_s, {}));
                rows.run(
                    "update lead_crm_row set response_mode = 'HUMAN', response_sent_by_user_id = $2::uuid"
                    " where id = $1::uuid",
                    PgParams() << row << user);
            }
        }
        const auto summary = loadCrmSummary(data.app(), data.reader(u"OWNER"_s), data.query(), Now);
        QCOMPARE(summary->bySetter.size(), 20);
        for (const CrmBucket &bucket : summary->bySetter)
            QCOMPARE(bucket.cohortLeads, 2);
        QCOMPARE(summary->totals.cohortLeads, 45);
    }

    void roles_seeWhatIsTheirs()
    {
        const auto portal
            = loadCrmSummary(m_data->app(), m_data->reader(u"CLIENT_PORTAL"_s), m_data->query(), Now);
        QCOMPARE(portal.error().kind, Error::Kind::Denied);
        for (const UserId &user : {m_data->stranger, m_data->setter, m_data->portal}) {
            const InboxReader impostor {user, m_data->workspace, u"OWNER"_s};
            const auto refused = loadCrmSummary(m_data->app(), impostor, m_data->query(), Now);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Denied);
        }
    }

private:
    std::unique_ptr<CrmData> m_data;
};

QTEST_GUILESS_MAIN(tst_CrmSummary)

#include "tst_crmsummary.moc"
