// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livememory.h"
#include "tests/support/fakerealtimefeed.h"
#include "tests/support/feedevents.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is remembered of a feed, from its signals to the recording.
class tst_LiveMemory : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<FakeRealtimeFeed> m_feed;
    std::unique_ptr<FakeTriageGateway> m_triage;
    std::unique_ptr<LiveMemory> m_memory;

    QStringList recorded() const
    {
        m_memory->flush();
        QStringList kinds;
        const LiveRing &ring = m_memory->events().ring();
        for (quint64 serial = ring.first(); serial < ring.end(); ++serial) {
            const LiveRecord &record = ring.at(serial);
            QString line = wireName(record.kind);
            if (record.kind == LiveKind::State)
                line += u' ' + wireName(record.state);
            if (!record.text.isEmpty())
                line += u' ' + record.text;
            if (record.duration)
                line += u' ' + QString::number(record.duration->count());
            kinds.append(line);
        }
        return kinds;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_feed = std::make_unique<FakeRealtimeFeed>();
        m_triage = std::make_unique<FakeTriageGateway>();
        m_memory = std::make_unique<LiveMemory>(*m_feed, *m_triage, m_clock);
        m_feed->follow(feedWorkspace(1));
    }

    void signals_becomeRecords()
    {
        m_feed->tell(
            {feedEvent(m_clock.now()), feedEvent(m_clock.now(), {.kind = LeadEvent::Kind::Inserted})});
        m_feed->tellCounts(u"v8812"_s, m_clock.now() - 80ms);
        Q_EMIT m_feed->heartbeatAnswered(12ms);
        m_feed->tellResync(u"too_old"_s);
        QCOMPARE(recorded(),
            QStringList({u"state live"_s, u"lead.updated"_s, u"lead.inserted"_s, u"counts v8812"_s,
                u"heartbeat"_s, u"resync too_old"_s}));
        QCOMPARE(m_memory->events().record(3)->latency, 80ms);
        QCOMPARE(m_memory->statistics().total(), 3);
        QCOMPARE(m_memory->statistics().missed(), 1);
    }

    void signalsOfAFrame_areOneTransaction()
    {
        m_memory->flush();
        QSignalSpy inserted(&m_memory->events(), &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 20; ++i)
            m_feed->tell({feedEvent(m_clock.now(), {.lead = i})});
        QCOMPARE(inserted.size(), 0);
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(m_memory->events().rowCount(), 21);
    }

    void interruption_isAGapWithItsLength()
    {
        m_feed->setState(FeedStatus::State::Connecting);
        m_clock.advance(10s);
        m_feed->setState(FeedStatus::State::Polling, u"no_answer"_s);
        m_clock.advance(3s);
        m_feed->setState(FeedStatus::State::Live);
        QCOMPARE(recorded(),
            QStringList({u"state live"_s, u"state connecting"_s, u"state polling no_answer"_s, u"gap 13000"_s,
                u"state live"_s}));
    }

    void newDetailsOfAState_areNoRecord()
    {
        FeedStatus status = m_feed->status();
        status.latency = 40ms;
        m_feed->setStatus(status);
        QCOMPARE(recorded(), QStringList({u"state live"_s}));
    }

    void anotherWorkspace_startsFromNothing()
    {
        m_feed->tell({feedEvent(m_clock.now())});
        m_memory->flush();
        m_memory->events().setPaused(true);
        m_feed->tell({feedEvent(m_clock.now())});
        m_feed->follow(feedWorkspace(2));
        QCOMPARE(recorded(), QStringList()); // the fake stays live without saying so
        QVERIFY(!m_memory->events().isPaused());
        QCOMPARE(m_memory->statistics().total(), 0);
        m_feed->follow({});
        m_feed->tell({feedEvent(m_clock.now())});
        QCOMPARE(recorded(), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_LiveMemory)
#include "tst_livememory.moc"
