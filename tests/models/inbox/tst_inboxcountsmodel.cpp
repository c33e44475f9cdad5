// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/inboxcountsmodel.h"
#include "models/inbox/smscampaignsmodel.h"
#include "tests/support/fakeinboxgateway.h"
#include "tests/support/modeltext.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
const WorkspaceId Other {QUuid::fromString(u"00000000-0000-4000-8000-00000000000b"_s)};

CountsReading reading(qint64 attention)
{
    return {.counts = {.allResponses = 1204,
                .requiresAttention = attention,
                .previouslyRequiredAttention = 158,
                .needsRepair = 6,
                .aiSent = 611,
                .aiReview = 37,
                .total = 3022},
        .version = u"v8812"_s};
}

} // namespace

class tst_InboxCountsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void answer_fillsTheSixBadgesInTheSidebarsOrder()
    {
        FakeInboxGateway gateway;
        InboxCountsModel model(gateway);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspace(Acme);
        QCOMPARE(modelText(model, {Qt::DisplayRole, InboxCountsModel::CountRole}).first(), u"responses | "_s);
        gateway.counts.back().source.finish(reading(214));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(modelText(model, {Qt::DisplayRole, InboxCountsModel::CountRole}),
            QStringList({u"responses | 1204"_s, u"attention | 214"_s, u"ai_sent | 611"_s, u"ai_review | 37"_s,
                u"needs_repair | 6"_s, u"previous_attention | 158"_s}));
        QCOMPARE(model.countOf(InboxCategory::All), 3022);
    }

    void refresh_twice_asksOnce()
    {
        FakeInboxGateway gateway;
        InboxCountsModel model(gateway);
        model.setWorkspace(Acme);
        model.refresh();
        model.refresh();
        QCOMPARE(gateway.counts.size(), 1u);
    }

    void refresh_fails_keepsTheLastGoodFigures()
    {
        FakeInboxGateway gateway;
        InboxCountsModel model(gateway);
        model.setWorkspace(Acme);
        gateway.counts.back().source.finish(reading(214));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        model.refresh();
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        gateway.counts.back().source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QCOMPARE(model.countOf(InboxCategory::Attention), 214);
        QCOMPARE(changed.size(), 0);
        model.refresh();
        gateway.counts.back().source.finish(reading(215));
        QTRY_COMPARE(model.countOf(InboxCategory::Attention), 215);
        QCOMPARE(changed.size(), 1); // all badges together
        QVERIFY(!model.error());
    }

    void firstAnswer_isAnError_showsNoZeros()
    {
        FakeInboxGateway gateway;
        InboxCountsModel model(gateway);
        model.setWorkspace(Acme);
        gateway.counts.back().source.finish(Error::internal(u"broken"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QVERIFY(!model.countOf(InboxCategory::All));
        QVERIFY(!model.index(0).data(InboxCountsModel::CountRole).isValid());
    }

    void answer_ofAnotherWorkspace_isDropped()
    {
        FakeInboxGateway gateway;
        InboxCountsModel model(gateway);
        model.setWorkspace(Acme);
        const auto late = gateway.counts.back();
        model.setWorkspace(Other);
        QVERIFY(late.source.isCancelled());
        late.source.finish(reading(214));
        gateway.counts.back().source.finish(reading(1));
        QTRY_COMPARE(model.countOf(InboxCategory::Attention), 1);
    }

    void destroying_whilePending_isSafe()
    {
        FakeInboxGateway gateway;
        auto counts = std::make_unique<InboxCountsModel>(gateway);
        auto campaigns = std::make_unique<SmsCampaignsModel>(gateway);
        counts->setWorkspace(Acme);
        campaigns->setWorkspace(Acme);
        counts.reset();
        campaigns.reset();
        gateway.counts.back().source.finish(reading(1));
        gateway.campaigns.back().source.finish(QList<SmsCampaign>());
        QCoreApplication::processEvents();
    }

    void campaigns_areListedByName_theUnattributedLast()
    {
        FakeInboxGateway gateway;
        SmsCampaignsModel model(gateway);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorkspace(Acme);
        model.refresh();
        QCOMPARE(gateway.campaigns.size(), 1u);
        gateway.campaigns.back().source.finish(
            QList<SmsCampaign> {{QUuid(), u""_s, 96}, {newUuid(), u"Zeta"_s, 1}, {newUuid(), u"Alpha"_s, 2}});
        QTRY_COMPARE(modelText(model, {Qt::DisplayRole, SmsCampaignsModel::LeadsRole}),
            QStringList({u"Alpha | 2"_s, u"Zeta | 1"_s, u" | 96"_s}));
        model.refresh();
        gateway.campaigns.back().source.finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QCOMPARE(model.rowCount(), 3);
        const auto late = gateway.campaigns.back();
        model.setWorkspace(Other);
        model.setWorkspace(Acme);
        QVERIFY(gateway.campaigns.at(gateway.campaigns.size() - 2).source.isCancelled());
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_InboxCountsModel)
#include "tst_inboxcountsmodel.moc"
