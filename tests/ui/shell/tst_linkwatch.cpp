// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerealtimefeed.h"
#include "tests/support/fakeshell.h"
#include "ui/shell/connectionpill.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// HTTP and feed as one pill.
class tst_LinkWatch : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    FakeServiceConnection m_http;
    FakeRealtimeFeed m_feed;

    QString words() const { return presentLink(mergeLink(m_http.status(), m_feed.status()), m_clock.now()); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_http.setStatus(
            {ConnectionStatus::State::Connected, 12ms, m_clock.now(), m_clock.now(), u"host:1"_s, {}});
        m_feed.setStatus({.state = FeedStatus::State::Live, .since = m_clock.now(), .latency = 62ms});
    }

    void pair_isOneState_data()
    {
        using Http = ConnectionStatus::State;
        using Feed = FeedStatus::State;
        using Link = LinkStatus::State;
        QTest::addColumn<int>("http");
        QTest::addColumn<int>("feed");
        QTest::addColumn<int>("link");
        // One line a state of HTTP; columns: Stopped, Connecting, Live, Polling, Offline, Refused.
        const QList<std::pair<Http, QList<Link>>> table {
            {Http::Connecting, QList<Link>(6, Link::Connecting)},
            {Http::Connected,
                {Link::Connected, Link::Connecting, Link::Live, Link::Polling, Link::Polling, Link::Refused}},
            {Http::Reconnecting, QList<Link>(6, Link::Reconnecting)},
            {Http::Offline, QList<Link>(6, Link::Offline)},
        };
        for (const auto &[http, links] : table) {
            for (int feed = 0; feed < 6; ++feed)
                QTest::addRow("http %d, feed %d", int(http), feed)
                    << int(http) << feed << int(links.at(feed));
        }
        Q_UNUSED(Feed::Live);
    }
    void pair_isOneState()
    {
        QFETCH(int, http);
        QFETCH(int, feed);
        QFETCH(int, link);
        ConnectionStatus connection {.state = ConnectionStatus::State(http)};
        QCOMPARE(int(mergeLink(connection, {.state = FeedStatus::State(feed)}).state), link);
    }

    void words_sayWhatCounts()
    {
        QCOMPARE(words(), u"Live · 62 ms"_s);
        m_feed.setState(FeedStatus::State::Polling, u"overdue"_s);
        QCOMPARE(words(), u"Polling every 60 s"_s);
        m_feed.setStatus(
            {.state = FeedStatus::State::Connecting, .attempt = 3, .nextAttemptAt = m_clock.now() + 7500ms});
        QCOMPARE(words(), u"Connecting · try 4 in 8 s"_s);
        m_feed.setState(FeedStatus::State::Refused);
        QCOMPARE(words(), u"Sign in again"_s);
        ConnectionStatus http = m_http.status();
        http.state = ConnectionStatus::State::Offline;
        m_http.setStatus(http);
        QVERIFY(words().startsWith(u"Offline since "_s));
    }

    void pill_followsBoth_andTellsDetails()
    {
        Theme theme;
        LinkWatch link(m_http, &m_feed, m_clock);
        ConnectionPill pill(theme, link);
        QCOMPARE(pill.words(), u"Live · 62 ms"_s);
        m_feed.setState(FeedStatus::State::Polling, u"overdue"_s);
        QCOMPARE(pill.words(), u"Polling every 60 s"_s);
        QVERIFY2(pill.toolTip().contains(u"did not answer within 5 s"_s), qPrintable(pill.toolTip()));
        QVERIFY(pill.toolTip().contains(u"host:1"_s));
        ConnectionStatus http = m_http.status();
        http.state = ConnectionStatus::State::Reconnecting;
        m_feed.setState(FeedStatus::State::Live);
        m_http.setStatus(http);
        QCOMPARE(pill.words(), u"Reconnecting"_s); // HTTP fails: nothing is live
    }

    void click_triesBothNow()
    {
        Theme theme;
        LinkWatch link(m_http, &m_feed, m_clock);
        ConnectionPill pill(theme, link);
        const int before = m_feed.retries;
        pill.click();
        QCOMPARE(m_feed.retries, before + 1);
        QCOMPARE(m_http.retries, 1);
    }

    void countdown_ticks_whileAnAttemptIsAwaited()
    {
        Theme theme;
        LinkWatch link(m_http, &m_feed, m_clock);
        ConnectionPill pill(theme, link);
        m_feed.setStatus(
            {.state = FeedStatus::State::Connecting, .attempt = 1, .nextAttemptAt = m_clock.now() + 8s});
        m_clock.advance(1s);
        QTRY_COMPARE(pill.words(), u"Connecting · try 2 in 7 s"_s);
    }

    // Qt announces each change of an accessible name and of a button's text, and nothing else of the pill.
    void state_isSaidOnce_figuresNever()
    {
        Theme theme;
        LinkWatch link(m_http, &m_feed, m_clock);
        const ConnectionPill pill(theme, link);
        FeedStatus status = m_feed.status();
        for (int i = 0; i < 10; ++i) {
            status.latency = std::chrono::milliseconds(60 + i);
            m_feed.setStatus(status);
            QCOMPARE(pill.accessibleName(), u"Connection: Live"_s);
            QVERIFY(pill.text().isEmpty());
        }
        m_feed.setState(FeedStatus::State::Polling, u"silent"_s);
        QCOMPARE(pill.accessibleName(), u"Connection: Polling every 60 s"_s);
    }

    void withoutAFeed_httpStandsAlone()
    {
        LinkWatch link(m_http, nullptr, m_clock);
        QCOMPARE(link.status().state, LinkStatus::State::Connected);
        link.retryNow();
    }
};

QTEST_MAIN(tst_LinkWatch)
#include "tst_linkwatch.moc"
