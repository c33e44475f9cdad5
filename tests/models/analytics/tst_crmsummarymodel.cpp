// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmsummarymodel.h"
#include "tests/support/fakecrm.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
constexpr Instant Now {std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)};

} // namespace

class tst_CrmSummaryModel : public QObject
{
    Q_OBJECT

    FakeAnalyticsGateway m_gateway;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_gateway.forget();
        m_gateway.answerCrmSummary = {};
    }

    void sort_isNoOtherCohort()
    {
        CrmSummaryModel model(m_gateway);
        model.setQuery({.workspace = Acme});
        QCOMPARE(model.state(), LoadState::Loading);
        model.setQuery({.workspace = Acme, .sort = u"companyName"_s, .isDescending = false});
        QCOMPARE(m_gateway.crmSummaries.size(), size_t(1));
        m_gateway.crmSummaries.front().source.finish(CrmSummary {.computedAt = Now});
        QTRY_COMPARE(model.state(), LoadState::Ready);
        model.setQuery({.workspace = Acme, .campaign = u"x"_s});
        QVERIFY(model.isOfOtherQuery());
        QCOMPARE(m_gateway.crmSummaries.size(), size_t(2));
        QCOMPARE(model.state(), LoadState::Refreshing);
    }

    void staleFigures_areShown_andAskedAgain()
    {
        CrmSummaryModel model(m_gateway);
        model.setStalePause(std::chrono::milliseconds(0));
        model.setQuery({.workspace = Acme});
        m_gateway.crmSummaries.front().source.finish(
            CrmSummary {.totals = {.cohortLeads = 7}, .computedAt = Now, .isStale = true});
        QTRY_COMPARE(m_gateway.crmSummaries.size(), size_t(2));
        QCOMPARE(model.summary()->totals.cohortLeads, 7);
        QCOMPARE(model.state(), LoadState::Refreshing);
        QCOMPARE(m_gateway.crmSummaries.front().staleness, Staleness::Allowed);
        QCOMPARE(m_gateway.crmSummaries.back().staleness, Staleness::Refused);
        model.setQuery({.workspace = Acme}); // it is on its way
        QCOMPARE(m_gateway.crmSummaries.size(), size_t(2));
        m_gateway.crmSummaries.back().source.finish(CrmSummary {.totals = {.cohortLeads = 8}});
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(model.summary()->totals.cohortLeads, 8);
    }

    void staleFigures_successorFails_stayAsAnAnswer()
    {
        CrmSummaryModel model(m_gateway);
        model.setStalePause(std::chrono::milliseconds(0));
        model.setQuery({.workspace = Acme});
        m_gateway.crmSummaries.front().source.finish(
            CrmSummary {.totals = {.cohortLeads = 7}, .computedAt = Now, .isStale = true});
        QTRY_COMPARE(m_gateway.crmSummaries.size(), size_t(2));
        m_gateway.crmSummaries.back().source.finish(Error::unavailable(u"down"_s));
        QTRY_VERIFY(model.state() != LoadState::Refreshing);
        QCOMPARE(model.state(), LoadState::Ready);
        QVERIFY(!model.error());
        QVERIFY(model.summary()->isStale); // the view tells their age
        QCOMPARE(model.summary()->computedAt, Now);
        QCOMPARE(model.summary()->totals.cohortLeads, 7);
        model.setQuery({.workspace = Acme}); // they do not count as fresh
        QCOMPARE(m_gateway.crmSummaries.size(), size_t(3));
        QCOMPARE(model.state(), LoadState::Refreshing);
    }

    void staleFigures_sightIsLost_isAFailure()
    {
        CrmSummaryModel model(m_gateway);
        model.setStalePause(std::chrono::milliseconds(0));
        model.setQuery({.workspace = Acme});
        m_gateway.crmSummaries.front().source.finish(CrmSummary {.computedAt = Now, .isStale = true});
        QTRY_COMPARE(m_gateway.crmSummaries.size(), size_t(2));
        m_gateway.crmSummaries.back().source.finish(Error {Error::Kind::Denied});
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QVERIFY(model.error());
    }

    void failure_keepsTheFigures()
    {
        CrmSummaryModel model(m_gateway);
        model.setQuery({.workspace = Acme});
        m_gateway.crmSummaries.front().source.finish(CrmSummary {.totals = {.cohortLeads = 7}});
        QTRY_VERIFY(model.summary());
        model.refresh();
        m_gateway.crmSummaries.back().source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QCOMPARE(model.summary()->totals.cohortLeads, 7);
        QVERIFY(model.error());
    }

    void lines_areTheFirstWithTheChosenBookings()
    {
        using Booked = CrmSummaryModel::Booked;
        const QList<CrmBucket> buckets {
            {.key = u"AI"_s, .cohortLeads = 200, .bookedEverAny = 50, .bookedEverKept = 40},
            {.key = u"UNKNOWN"_s}, {.key = u"HUMAN"_s, .cohortLeads = 10}};
        const auto any = CrmSummaryModel::lines(buckets, Booked::Any, 2);
        QCOMPARE(any.size(), 2);
        QCOMPARE(any.first(), (CrmSummaryModel::Line {u"AI"_s, {}, 200, 50, 0.25}));
        QCOMPARE(any.last().rate, std::nullopt); // nobody: "—", never 0 %
        const auto kept = CrmSummaryModel::lines(buckets, Booked::Kept, 10);
        QCOMPARE(kept.size(), 3);
        QCOMPARE(kept.first().booked, 40);
        QCOMPARE(kept.first().rate, 0.2);
    }
};

QTEST_GUILESS_MAIN(tst_CrmSummaryModel)
#include "tst_crmsummarymodel.moc"
