// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/threadmodel.h"
#include "tests/support/fakeinboxgateway.h"
#include "tests/support/modeltext.h"

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
const LeadId Vanessa {QUuid::fromString(u"00000000-0000-4000-8000-000000000001"_s)};
const LeadId Marcus {QUuid::fromString(u"00000000-0000-4000-8000-000000000002"_s)};
constexpr Instant Noon {std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + 12h};

Message message(uint number, Instant time, const QString &text, Channel channel = Channel::Email)
{
    Message m;
    m.id = {QUuid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1)};
    m.timestamp = time;
    m.content = text;
    m.channel = channel;
    m.direction = u"inbound"_s;
    return m;
}

ConversationDetail detail(const QList<Message> &messages, bool hasEarlier = false)
{
    ConversationDetail d;
    d.messages = messages;
    d.hasEarlier = hasEarlier;
    return d;
}

const QList<int> Shown {ThreadModel::DayRole, Qt::DisplayRole};

} // namespace

class tst_ThreadModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void messages_areSeparatedByDay()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(Acme, Vanessa);
        gateway.conversations.back().source.finish(detail({message(1, Noon - 24h, u"one"_s),
            message(2, Noon, u"two"_s), message(3, Noon + 1h, u"three"_s)}));
        QTRY_COMPARE(model.state(), LoadState::Ready);
        QCOMPARE(modelText(model, Shown),
            QStringList({u"2026-02-17 | "_s, u"2026-02-17 | one"_s, u"2026-02-18 | "_s, u"2026-02-18 | two"_s,
                u"2026-02-18 | three"_s}));
    }

    void days_beginAtMidnightOfTheZone()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone(9 * 3600));
        model.open(Acme, Vanessa);
        gateway.conversations.back().source.finish(detail({message(1, Noon + 4h, u"one"_s)}));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(ThreadModel::DayRole).toDate(), QDate(2026, 2, 19));
    }

    void earlierMessages_arePutBefore_andADayIsOpenedOnce()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(Acme, Vanessa);
        gateway.conversations.back().source.finish(detail({message(3, Noon, u"three"_s)}, true));
        QTRY_VERIFY(model.hasEarlier());
        model.loadEarlier();
        model.loadEarlier();
        QCOMPARE(gateway.conversations.size(), 2u);
        QCOMPARE(gateway.conversations.back().before, std::optional(Noon));
        gateway.conversations.back().source.finish(detail({message(1, Noon - 48h, u"one"_s),
            message(2, Noon - 1h, u"two"_s), message(3, Noon, u"three"_s)}));
        QTRY_COMPARE(modelText(model, Shown),
            QStringList({u"2026-02-16 | "_s, u"2026-02-16 | one"_s, u"2026-02-18 | "_s, u"2026-02-18 | two"_s,
                u"2026-02-18 | three"_s}));
        QVERIFY(!model.hasEarlier());
    }

    void refresh_appendsWhatIsNew_andMovesNothing()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(Acme, Vanessa);
        gateway.conversations.back().source.finish(detail({message(1, Noon, u"one"_s)}));
        QTRY_COMPARE(model.rowCount(), 2);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.refresh();
        model.refresh();
        QCOMPARE(gateway.conversations.size(), 2u);
        gateway.conversations.back().source.finish(
            detail({message(1, Noon, u"one, corrected"_s), message(2, Noon + 1min, u"two"_s)}));
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.index(1).data().toString(), u"one, corrected"_s);
    }

    void answer_ofAnotherLead_isDroppedAndWasCancelled()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone::utc());
        model.open(Acme, Vanessa);
        const auto late = gateway.conversations.back();
        model.open(Acme, Marcus);
        QVERIFY(late.source.isCancelled());
        late.source.finish(detail({message(1, Noon, u"Vanessa's"_s)}));
        gateway.conversations.back().source.finish(detail({message(2, Noon, u"Marcus'"_s)}));
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1).data().toString(), u"Marcus'"_s);
    }

    void destroying_whilePending_isSafe()
    {
        FakeInboxGateway gateway;
        auto model = std::make_unique<ThreadModel>(gateway, QTimeZone::utc());
        model->open(Acme, Vanessa);
        model.reset();
        gateway.conversations.back().source.finish(detail({}));
        QCoreApplication::processEvents();
    }

    void refresh_fails_keepsTheMessages()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone::utc());
        model.open(Acme, Vanessa);
        gateway.conversations.back().source.finish(detail({message(1, Noon, u"one"_s)}));
        QTRY_COMPARE(model.rowCount(), 2);
        model.refresh();
        gateway.conversations.back().source.finish(Error::notFound(u"Lead not found"_s));
        QTRY_COMPARE(model.state(), LoadState::Failed);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.detail());
    }

    void channel_filtersTheRows_andTheCountsSayAll()
    {
        FakeInboxGateway gateway;
        ThreadModel model(gateway, QTimeZone::utc());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(Acme, Vanessa);
        gateway.conversations.back().source.finish(detail({message(1, Noon - 24h, u"mail"_s),
            message(2, Noon, u"text"_s, Channel::Sms), message(3, Noon + 1h, u"mail again"_s)}));
        QTRY_COMPARE(model.rowCount(), 5);
        model.setChannel(Channel::Sms);
        QCOMPARE(modelText(model, Shown), QStringList({u"2026-02-18 | "_s, u"2026-02-18 | text"_s}));
        QCOMPARE(model.messageCount(std::nullopt), 3);
        QCOMPARE(model.messageCount(Channel::Email), 2);
        model.setChannel(std::nullopt);
        QCOMPARE(model.rowCount(), 5);
    }
};

QTEST_GUILESS_MAIN(tst_ThreadModel)
#include "tst_threadmodel.moc"
