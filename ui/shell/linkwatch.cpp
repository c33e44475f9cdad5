// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/linkwatch.h"

#include "ui/base/presenter.h"

#include <QCoreApplication>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

LinkStatus mergeLink(const ConnectionStatus &http, const FeedStatus &feed)
{
    using State = LinkStatus::State;
    LinkStatus link {.latency = http.latency, .since = http.since};
    switch (http.state) {
    case ConnectionStatus::State::Connecting:
        link.state = State::Connecting;
        return link;
    case ConnectionStatus::State::Reconnecting:
        link.state = State::Reconnecting;
        return link;
    case ConnectionStatus::State::Offline:
        link.state = State::Offline;
        return link;
    case ConnectionStatus::State::Connected:
        break;
    }
    if (feed.state == FeedStatus::State::Stopped) {
        link.state = State::Connected;
        return link;
    }
    link.since = feed.since;
    link.reason = feed.reason;
    link.attempt = feed.attempt;
    link.nextAttemptAt = feed.nextAttemptAt;
    switch (feed.state) {
    case FeedStatus::State::Live:
        link.state = State::Live;
        link.latency = feed.latency;
        break;
    case FeedStatus::State::Connecting:
        link.state = State::Connecting;
        break;
    case FeedStatus::State::Refused:
        link.state = State::Refused;
        break;
    case FeedStatus::State::Polling:
    case FeedStatus::State::Offline: // it has not heard yet that HTTP answers
    case FeedStatus::State::Stopped:
        link.state = State::Polling;
        break;
    }
    return link;
}

QString presentLinkState(LinkStatus::State state)
{
    switch (state) {
    case LinkStatus::State::Connecting:
        return QCoreApplication::translate("Link", "Connecting");
    case LinkStatus::State::Connected:
        return QCoreApplication::translate("Link", "Connected");
    case LinkStatus::State::Live:
        return QCoreApplication::translate("Link", "Live");
    case LinkStatus::State::Polling:
        return QCoreApplication::translate("Link", "Polling every 60 s");
    case LinkStatus::State::Reconnecting:
        return QCoreApplication::translate("Link", "Reconnecting");
    case LinkStatus::State::Offline:
        return QCoreApplication::translate("Link", "Offline");
    case LinkStatus::State::Refused:
        return QCoreApplication::translate("Link", "Sign in again");
    }
    return {};
}

QString presentLink(const LinkStatus &link, Instant now)
{
    const QString state = presentLinkState(link.state);
    switch (link.state) {
    case LinkStatus::State::Live:
    case LinkStatus::State::Connected:
        return link.latency
            ? QCoreApplication::translate("Link", "%1 · %2 ms").arg(state).arg(link.latency->count())
            : state;
    case LinkStatus::State::Connecting: {
        if (!link.nextAttemptAt || *link.nextAttemptAt <= now)
            return link.attempt > 1
                ? QCoreApplication::translate("Link", "%1 · try %2").arg(state).arg(link.attempt)
                : state;
        const auto wait = ceil<seconds>(*link.nextAttemptAt - now);
        return QCoreApplication::translate("Link", "%1 · try %2 in %3 s")
            .arg(state)
            .arg(link.attempt + 1)
            .arg(wait.count());
    }
    case LinkStatus::State::Offline:
        return link.since ? QCoreApplication::translate("Link", "Offline since %1")
                                .arg(presentClock(*link.since, QLocale()))
                          : state;
    case LinkStatus::State::Polling:
    case LinkStatus::State::Reconnecting:
    case LinkStatus::State::Refused:
        break;
    }
    return state;
}

QString presentFeedReason(const QString &code)
{
    if (code == "overdue"_L1)
        return QCoreApplication::translate("Link", "the feed did not answer within 5 s");
    if (code == "silent"_L1)
        return QCoreApplication::translate("Link", "a heartbeat was not answered");
    if (code == "dropped"_L1)
        return QCoreApplication::translate("Link", "the feed's connection was cut");
    if (code == "channel_ended"_L1)
        return QCoreApplication::translate("Link", "the service ended the subscription");
    if (code == "unreachable"_L1)
        return QCoreApplication::translate("Link", "the service does not answer");
    if (code == "rejected"_L1 || code == "rejected_again"_L1)
        return QCoreApplication::translate("Link", "the service refused the session");
    if (code == "ended"_L1)
        return QCoreApplication::translate("Link", "the session is over");
    return {};
}

QString explainLink(const LinkStatus &link)
{
    QString text;
    switch (link.state) {
    case LinkStatus::State::Connecting:
        text = QCoreApplication::translate("Link", "Connecting to the live feed");
        break;
    case LinkStatus::State::Connected:
        text = QCoreApplication::translate("Link", "The service answers");
        break;
    case LinkStatus::State::Live:
        text = QCoreApplication::translate("Link", "Changes arrive as they happen");
        break;
    case LinkStatus::State::Polling:
        text = QCoreApplication::translate("Link", "Asking for changes every 60 s");
        break;
    case LinkStatus::State::Reconnecting:
        text = QCoreApplication::translate("Link", "The last request failed; trying again");
        break;
    case LinkStatus::State::Offline:
        text = QCoreApplication::translate("Link", "The service does not answer");
        break;
    case LinkStatus::State::Refused:
        text = QCoreApplication::translate("Link", "The session may not follow any more: sign in again");
        break;
    }
    if (link.since)
        text = QCoreApplication::translate("Link", "%1, since %2")
                   .arg(text, presentClock(*link.since, QLocale()));
    const QString reason = presentFeedReason(link.reason);
    const bool isWell = link.state == LinkStatus::State::Live || link.state == LinkStatus::State::Connected;
    return reason.isEmpty() || isWell ? text : text + u" ("_s + reason + u')';
}

LinkWatch::LinkWatch(ServiceConnection &connection, RealtimeFeed *feed, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_feed(feed)
    , m_clock(clock)
{
    m_countdown.setInterval(1s);
    connect(&m_countdown, &QTimer::timeout, this, &LinkWatch::changed);
    connect(&connection, &ServiceConnection::statusChanged, this, &LinkWatch::follow);
    if (feed)
        connect(feed, &RealtimeFeed::statusChanged, this, &LinkWatch::follow);
    follow();
}

LinkStatus LinkWatch::status() const
{
    return mergeLink(m_connection.status(), feed());
}

void LinkWatch::retryNow()
{
    m_connection.retryNow();
    if (m_feed)
        m_feed->retryNow();
}

void LinkWatch::follow()
{
    const LinkStatus link = status();
    if (link.state == LinkStatus::State::Connecting && link.nextAttemptAt)
        m_countdown.start();
    else
        m_countdown.stop();
    Q_EMIT changed();
}

} // namespace signalbox
