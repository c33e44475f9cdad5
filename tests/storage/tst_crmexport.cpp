// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmexport.h"
#include "tests/storage/crmdata.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_CrmExport : public QObject
{
    Q_OBJECT

    struct Taken
    {
        QList<CrmRow> rows;
        QList<std::pair<qint64, qint64>> progress;
        Result<qint64> result = qint64(0);
    };
    Taken streamAs(
        const InboxReader &reader, const CrmQuery &query, const std::function<void()> &between = {})
    {
        Taken taken;
        const auto take = [&](const QList<CrmRow> &rows) -> Result<void> {
            taken.rows += rows;
            if (between)
                between();
            return {};
        };
        const auto progress = [&taken](qint64 done, qint64 total) { taken.progress.append({done, total}); };
        taken.result = streamCrmRows(m_data->app(), reader, query, take, progress, m_stop.get_token());
        return taken;
    }

private Q_SLOTS:
    void initTestCase() { m_data = std::make_unique<CrmData>(60, 99); }
    void cleanupTestCase() { m_data.reset(); }

    void rows_areThoseOfTheQuery_inItsOrder()
    {
        for (const QString &sort : {u"date"_s, u"notes"_s, u"leadScore"_s, u"campaign"_s}) {
            for (const bool isDescending : {true, false}) {
                for (const QString &role : {u"OWNER"_s, u"SETTER"_s}) {
                    CrmQuery query = m_data->query();
                    query.sort = sort;
                    query.isDescending = isDescending;
                    query.leadCategory = u"e"_s;
                    const InboxReader reader = m_data->reader(role);
                    const auto expected = m_data->expectedRows(query, reader.scope());
                    const Taken taken = streamAs(reader, query);
                    QVERIFY(taken.result.has_value());
                    QVERIFY(!expected.isEmpty());
                    QVERIFY(taken.rows == expected);
                    QCOMPARE(*taken.result, expected.size());
                    QCOMPARE(taken.progress.first(), std::pair(qint64(0), qint64(expected.size())));
                    QCOMPARE(taken.progress.last().first, expected.size());
                }
            }
        }
    }

    // The cursor is read in several batches, and all of them show the moment it was opened.
    void rows_areOneSnapshot()
    {
        m_data->data().run("insert into lead (workspace_id, sentiment_tag, first_name)"
                           " select $1::uuid, 'Interested', 'Many' from generate_series(1, 2050)",
            PgParams() << m_data->workspace);
        QStringList notes;
        const Taken taken = streamAs(m_data->reader(u"OWNER"_s), m_data->query(), [this] {
            m_data->data().run("update lead_crm_row set notes = 'later'");
            m_data->data().run("delete from lead where first_name = 'Many'");
        });
        QVERIFY(taken.result.has_value());
        QCOMPARE_GE(*taken.result, 2050);
        QCOMPARE_GE(taken.progress.size(), 3);
        for (const CrmRow &row : taken.rows)
            QVERIFY(row.notes != "later"_L1);
        QCOMPARE_LT(*streamAs(m_data->reader(u"OWNER"_s), m_data->query()).result, 100);
        m_data->load();
    }

    void stop_endsItBetweenBatches_andTheConnectionServesOn()
    {
        const Taken taken
            = streamAs(m_data->reader(u"OWNER"_s), m_data->query(), [this] { m_stop.request_stop(); });
        QCOMPARE(taken.result.error().kind, Error::Kind::Cancelled);
        m_stop = {};
        QVERIFY(streamAs(m_data->reader(u"OWNER"_s), m_data->query()).result.has_value());
    }

    void errorOfTheTaker_endsIt()
    {
        const auto full = [](const QList<CrmRow> &) -> Result<void> { return Error::unavailable(u"full"_s); };
        const auto result = streamCrmRows(
            m_data->app(), m_data->reader(u"OWNER"_s), m_data->query(), full, [](qint64, qint64) {}, {});
        QCOMPARE(result.error().detail, u"full"_s);
    }

    void portal_isRefused()
    {
        QCOMPARE(streamAs(m_data->reader(u"CLIENT_PORTAL"_s), m_data->query()).result.error().kind,
            Error::Kind::Denied);
    }

private:
    std::unique_ptr<CrmData> m_data;
    std::stop_source m_stop;
};

QTEST_GUILESS_MAIN(tst_CrmExport)

#include "tst_crmexport.moc"
