// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/leadnames.h"
#include "tests/support/feedevents.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Names of leads and members, asked for in batches.
class tst_LeadNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void wishesOfATurn_areOneCall()
    {
        FakeTriageGateway gateway;
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        for (int i = 0; i < 40; ++i)
            QVERIFY(names.want(feedLead(i % 20)).isEmpty());
        QTRY_COMPARE(gateway.names.size(), 1u);
        QCOMPARE(gateway.names.back().leads.size(), 20);
        QSignalSpy changed(&names, &LeadNames::changed);
        gateway.names.back().source.finish(QHash<LeadId, QString> {{feedLead(3), u"Ines Duarte"_s}});
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(names.want(feedLead(3)), u"Ines Duarte"_s);
        QVERIFY(names.want(feedLead(4)).isEmpty()); // out of scope: known to have none
        QTest::qWait(80);
        QCOMPARE(gateway.names.size(), 1u);
    }

    void manyWishes_areCallsOfTwoHundred_oneAtATime_theNewestFirst()
    {
        FakeTriageGateway gateway;
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        for (int i = 0; i < 450; ++i)
            names.want(feedLead(i));
        QTRY_COMPARE(gateway.names.size(), 1u);
        QCOMPARE(gateway.names.back().leads.size(), 200);
        QVERIFY(gateway.names.back().leads.contains(feedLead(449)));
        names.want(feedLead(1000));
        QTest::qWait(80);
        QCOMPARE(gateway.names.size(), 1u);
        gateway.names.back().source.finish(QHash<LeadId, QString> {});
        QTRY_COMPARE(gateway.names.size(), 2u);
        gateway.names.back().source.finish(QHash<LeadId, QString> {});
        QTRY_COMPARE(gateway.names.size(), 3u);
        QCOMPARE(gateway.names.back().leads.size(), 51);
    }

    void failure_isNotRepeatedAtOnce()
    {
        FakeTriageGateway gateway;
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        names.want(feedLead(1));
        QTRY_COMPARE(gateway.names.size(), 1u);
        gateway.names.back().source.finish(Error::unavailable(u"down"_s));
        QTest::qWait(20);
        names.want(feedLead(1));
        QTest::qWait(120);
        QCOMPARE(gateway.names.size(), 1u);
    }

    void refusal_isFinal()
    {
        FakeTriageGateway gateway;
        gateway.answerNames
            = [](const auto &) -> Result<QHash<LeadId, QString>> { return Error::denied(u"no"_s); };
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        names.want(feedLead(1));
        QTRY_COMPARE(gateway.names.size(), 1u);
        QTest::qWait(20);
        names.want(feedLead(2));
        QTest::qWait(120);
        QCOMPARE(gateway.names.size(), 1u);
    }

    void masked_asksAndTellsNothing()
    {
        FakeTriageGateway gateway;
        answerFeedNames(gateway);
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        names.want(feedLead(1));
        QTRY_COMPARE(names.known(feedLead(1)), u"Lead 1"_s);
        names.setMasked(true);
        QVERIFY(names.known(feedLead(1)).isEmpty());
        QVERIFY(names.want(feedLead(2)).isEmpty());
        QTest::qWait(80);
        QCOMPARE(gateway.names.size(), 1u);
        names.setMasked(false);
        QCOMPARE(names.known(feedLead(1)), u"Lead 1"_s);
    }

    void anotherWorkspace_dropsTheOldAnswer()
    {
        FakeTriageGateway gateway;
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace(1));
        names.want(feedLead(1));
        QTRY_COMPARE(gateway.names.size(), 1u);
        const auto late = gateway.names.back();
        names.setWorkspace(feedWorkspace(2));
        QVERIFY(late.source.isCancelled());
        late.source.finish(QHash<LeadId, QString> {{feedLead(1), u"Foreign"_s}});
        QTest::qWait(20);
        QVERIFY(names.known(feedLead(1)).isEmpty());
    }

    void members_areAskedForOnce()
    {
        FakeTriageGateway gateway;
        answerFeedNames(gateway);
        LeadNames names(gateway);
        names.setWorkspace(feedWorkspace());
        QVERIFY(names.wantUser(feedUser(1)).isEmpty());
        QTRY_COMPARE(names.wantUser(feedUser(1)), u"Dana Okafor"_s);
        names.wantUser(feedUser(9)); // nobody knows
        names.wantUser(feedUser(9));
        QCOMPARE(gateway.assignees.size(), 1u);
    }

    void destroying_whilePending_isSafe()
    {
        FakeTriageGateway gateway;
        auto names = std::make_unique<LeadNames>(gateway);
        names->setWorkspace(feedWorkspace());
        names->want(feedLead(1));
        names->wantUser(feedUser(1));
        QTRY_COMPARE(gateway.names.size(), 1u);
        names.reset();
        gateway.names.back().source.finish(QHash<LeadId, QString> {});
        gateway.assignees.back().source.finish(QList<Assignee> {});
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(tst_LeadNames)
#include "tst_leadnames.moc"
