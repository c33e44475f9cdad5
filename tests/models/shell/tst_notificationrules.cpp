// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/notificationrules.h"
#include "tests/support/feedevents.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UserId Me = feedUser(1);

LeadEvent reply(const ManualClock &clock, int lead)
{
    return feedEvent(clock.now(), {.lead = lead});
}

LeadEvent touched(const ManualClock &clock, const EventOf &what)
{
    LeadEvent event = feedEvent(clock.now(), what);
    event.lastInboundAt.reset();
    event.lastMessageDirection = u"outbound"_s;
    return event;
}

QString toText(const QList<Notice> &notices)
{
    QStringList lines;
    for (const Notice &notice : notices)
        lines.append(u"%1 %2"_s.arg(int(notice.category)).arg(notice.count));
    return lines.join(u", "_s);
}

} // namespace

/// When the desktop is told something (ux §10 L12).
class tst_NotificationRules : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<NotificationRules> m_rules;

    QString take(const QList<LeadEvent> &events, bool isLooking = false)
    {
        return toText(m_rules->take(feedWorkspace(), events, Me, isLooking));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_clock = ManualClock();
        m_rules = std::make_unique<NotificationRules>(m_clock, QTimeZone::utc());
    }

    void reply_isToldAtOnce_withItsLead()
    {
        const auto notices = m_rules->take(feedWorkspace(), {reply(m_clock, 1)}, Me, false);
        QCOMPARE(notices, QList<Notice>({{feedWorkspace(), NoticeCategory::Replies, 1, feedLead(1)}}));
        QVERIFY(!m_rules->nextDue());
    }

    void within30Seconds_theyGatherAndAreToldTogether()
    {
        QCOMPARE(take({reply(m_clock, 1)}), u"0 1"_s);
        m_clock.advance(10s);
        QCOMPARE(take({reply(m_clock, 2), reply(m_clock, 3)}), QString());
        QCOMPARE(m_rules->nextDue(), 20s);
        m_clock.advance(19s);
        QCOMPARE(toText(m_rules->due()), QString());
        m_clock.advance(1s);
        QCOMPARE(toText(m_rules->due()), u"0 3"_s); // in the place of the one before, with all of them
        QVERIFY(!m_rules->nextDue());
    }

    void categories_haveTheirOwnPause()
    {
        QCOMPARE(take({touched(m_clock, {.lead = 7, .setter = 2})}), QString());
        QCOMPARE(take({reply(m_clock, 1), touched(m_clock, {.lead = 7, .setter = 1})}), u"0 1, 1 1"_s);
    }

    void workspaces_haveTheirOwnPause()
    {
        QCOMPARE(take({reply(m_clock, 1)}), u"0 1"_s);
        QCOMPARE(toText(m_rules->take(feedWorkspace(2), {reply(m_clock, 2)}, Me, false)), u"0 1"_s);
    }

    void catchingUp_isNeverTold()
    {
        LeadEvent event = reply(m_clock, 1);
        event.isReplay = true;
        QCOMPARE(take({event}), QString());
        QCOMPARE(take({reply(m_clock, 1)}), QString()); // the same message, told again by an update
    }

    void lookingAtThePage_isSilent_andForgetsWhatGathered()
    {
        QCOMPARE(take({reply(m_clock, 1)}), u"0 1"_s);
        QCOMPARE(take({reply(m_clock, 2)}), QString());
        QCOMPARE(take({reply(m_clock, 3)}, true), QString());
        QVERIFY(!m_rules->nextDue());
        m_clock.advance(31s);
        QCOMPARE(toText(m_rules->due()), QString());
        QCOMPARE(take({reply(m_clock, 4)}), u"0 1"_s); // counted from the last look
    }

    void update_withoutANewMessage_isNoReply()
    {
        LeadEvent event = reply(m_clock, 1);
        QCOMPARE(take({event}), u"0 1"_s);
        m_clock.advance(1min);
        event.sentimentTag = u"Interested"_s;
        event.committedAt = m_clock.now();
        QCOMPARE(take({event}), QString());
        LeadEvent old = feedEvent(m_clock.now(), {.lead = 2});
        old.lastInboundAt = m_clock.now() - 11min;
        QCOMPARE(take({old}), QString());
    }

    void leadOnlyJustSeen_isTold_ifThisChangeGaveIt()
    {
        LeadEvent given = touched(m_clock, {.lead = 1, .setter = 1});
        given.isReassigned = true;
        QCOMPARE(take({given}), u"1 1"_s);
        LeadEvent toAnother = touched(m_clock, {.lead = 2, .setter = 2});
        toAnother.isReassigned = true;
        QCOMPARE(take({toAnother}), QString());
    }

    void ownLeads_areToldWhenTheyBecomeMine()
    {
        QCOMPARE(take({touched(m_clock, {.lead = 1, .setter = 1})}), QString()); // perhaps it always was
        QCOMPARE(take({touched(m_clock, {.lead = 1, .setter = 2})}), QString());
        QCOMPARE(take({touched(m_clock, {.lead = 1, .setter = 1})}), u"1 1"_s);
        m_clock.advance(31s);
        QCOMPARE(
            take({touched(m_clock, {.lead = 2, .kind = LeadEvent::Kind::Inserted, .setter = 1})}), u"1 2"_s);
    }

    void newLeads_areOffUntilWanted()
    {
        const EventOf fresh {.lead = 1, .kind = LeadEvent::Kind::Inserted};
        QCOMPARE(take({touched(m_clock, fresh)}), QString());
        NoticeSettings settings;
        settings.categories.set();
        m_rules->setSettings(settings);
        QCOMPARE(take({touched(m_clock, fresh)}), u"2 1"_s);
    }

    void switchedOff_nothingIsTold()
    {
        QCOMPARE(take({reply(m_clock, 1)}), u"0 1"_s);
        QCOMPARE(take({reply(m_clock, 2)}), QString());
        m_rules->setSettings({.isOn = false});
        m_clock.advance(31s);
        QCOMPARE(toText(m_rules->due()), QString()); // nor what had gathered
        QCOMPARE(take({reply(m_clock, 3)}), QString());
    }

    void quietHours_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("hour");
        QTest::addColumn<bool>("isQuiet");
        QTest::newRow("before midnight") << 22 << 7 << 23 << true;
        QTest::newRow("after midnight") << 22 << 7 << 3 << true;
        QTest::newRow("the end is not quiet") << 22 << 7 << 7 << false;
        QTest::newRow("the beginning is") << 22 << 7 << 22 << true;
        QTest::newRow("by day") << 22 << 7 << 12 << false;
        QTest::newRow("of one day, inside") << 12 << 14 << 13 << true;
        QTest::newRow("of one day, outside") << 12 << 14 << 15 << false;
        QTest::newRow("none at all") << 9 << 9 << 9 << false;
    }
    void quietHours()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, hour);
        QFETCH(bool, isQuiet);
        const auto day = std::chrono::floor<std::chrono::days>(m_clock.now());
        m_clock.setNow(Instant(day) + std::chrono::hours(hour));
        m_rules->setSettings({.hasQuietHours = true, .quietFrom = QTime(from, 0), .quietTo = QTime(to, 0)});
        QCOMPARE(take({reply(m_clock, 1)}), isQuiet ? QString() : u"0 1"_s);
    }

    void quietHours_makeUpForNothing()
    {
        const auto day = std::chrono::floor<std::chrono::days>(m_clock.now());
        m_clock.setNow(Instant(day) + std::chrono::hours(6) + 59min);
        m_rules->setSettings({.hasQuietHours = true});
        QCOMPARE(take({reply(m_clock, 1)}), QString());
        m_clock.advance(2min);
        QCOMPARE(toText(m_rules->due()), QString());
        QCOMPARE(take({reply(m_clock, 2)}), u"0 1"_s);
    }

    void quietHours_areOfTheComputersZone()
    {
        const QTimeZone berlin("Europe/Berlin");
        NotificationRules rules(m_clock, berlin);
        rules.setSettings({.hasQuietHours = true});
        const auto day
            = std::chrono::floor<std::chrono::days>(m_clock.now()); // in September: two hours ahead
        m_clock.setNow(Instant(day) + std::chrono::hours(20) + 30min);
        QCOMPARE(rules.take(feedWorkspace(), {reply(m_clock, 1)}, Me, false).size(), 0);
        m_clock.setNow(Instant(day) + std::chrono::hours(19) + 30min);
        QCOMPARE(rules.take(feedWorkspace(), {reply(m_clock, 2)}, Me, false).size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_NotificationRules)
#include "tst_notificationrules.moc"
