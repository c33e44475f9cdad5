// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/logicalfeed.h"

#include "core/base/log.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(feedLog, "signalbox.feed")

LogicalFeed::LogicalFeed(FeedOptions options, const Clock &clock, QObject *parent)
    : ChangeFeed(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_ring(clock, {.age = m_options.ringAge, .changes = m_options.ringChanges})
    , m_problem(Error::unavailable(u"not connected yet"_s))
{ }

LogicalFeed::~LogicalFeed()
{
    m_reader.reset();
}

void LogicalFeed::start()
{
    if (m_reader)
        return;
    m_reader = std::make_unique<FeedReader>(m_options, m_clock, [this, start = ++m_starts](FeedNews news) {
        // The reader's thread ends before this object does, and with the object goes what is still queued.
        QMetaObject::invokeMethod(
            this,
            [this, start, shared = std::make_shared<FeedNews>(std::move(news))] {
                if (m_reader && start == m_starts) // else it was queued before a stop
                    std::visit([this](auto &one) { on(one); }, *shared);
            },
            Qt::QueuedConnection);
    });
}

void LogicalFeed::stop()
{
    m_reader.reset();
    if (!m_problem)
        m_problem = Error::unavailable(u"stopped"_s);
    setLive(false);
}

void LogicalFeed::on(const FeedConnected &connected)
{
    if (connected.isContinued)
        return;
    const bool isLost = !m_epoch.isEmpty();
    if (!isLost && !connected.isLogBounded)
        logWarning(feedLog(), "feed_log_is_unbounded"_L1,
            {{u"consequence"_s, u"if no service reads for long, the log fills the server's disk"_s},
                {u"advice"_s, u"set max_slot_wal_keep_size, to 2GB for example"_s}});
    m_epoch = connected.epoch;
    m_ring.beginAfter(connected.start);
    if (isLost) {
        ++m_figures.historiesLost;
        logWarning(feedLog(), "feed_history_lost"_L1, {{u"epoch"_s, QString::fromLatin1(m_epoch)}});
        Q_EMIT epochChanged();
    }
}

void LogicalFeed::on(const FeedCaughtUp &)
{
    m_problem.reset();
    logInfo(feedLog(), "feed_live"_L1, {{u"epoch"_s, QString::fromLatin1(m_epoch)}});
    setLive(true);
}

void LogicalFeed::on(const FeedDisconnected &disconnected)
{
    if (m_isLive)
        ++m_figures.reconnects;
    if (disconnected.reason != m_problem) // once, however often it is tried
        logWarning(feedLog(), "feed_not_live"_L1, {{u"error"_s, describe(disconnected.reason)}});
    m_problem = disconnected.reason;
    setLive(false);
}

void LogicalFeed::on(FeedRead &read)
{
    FeedBatch &batch = read.batch;
    if (!read.cutEpoch.isEmpty()) {
        m_epoch = read.cutEpoch;
        m_ring.beginAfter(batch.end.lsn);
        ++m_figures.historiesLost;
        logWarning(feedLog(), "feed_history_cut"_L1, {{u"epoch"_s, QString::fromLatin1(m_epoch)}});
    }
    batch.end = std::max(batch.end, m_ring.head());
    m_ring.append(batch);
    m_figures.changesTold += batch.leads.size();
    Q_EMIT batchRead(batch);
    if (!read.cutEpoch.isEmpty())
        Q_EMIT epochChanged();
    if (m_reader) // a listener may have stopped us
        m_reader->told(read.weight);
}

QString LogicalFeed::problemCode() const
{
    if (!m_problem)
        return {};
    return m_problem->code.isEmpty() ? QString(kindName(m_problem->kind)) : m_problem->code;
}

void LogicalFeed::setLive(bool isLive)
{
    if (m_isLive == isLive)
        return;
    m_isLive = isLive;
    Q_EMIT liveChanged();
}

std::optional<std::vector<SharedLeadChange>> LogicalFeed::since(const FeedPosition &position) const
{
    if (m_epoch.isEmpty())
        return std::nullopt;
    return m_ring.since(position);
}

LogicalFeed::Figures LogicalFeed::figures() const
{
    Figures figures = m_figures;
    figures.lagBytes = m_isLive && m_reader ? m_reader->lagBytes() : -1;
    figures.ringChanges = m_ring.size();
    return figures;
}

} // namespace signalbox
