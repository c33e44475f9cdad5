// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/feed/logicalfeed.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

namespace signalbox {

/// A feed and all it told.
class FollowedFeed
{
public:
    explicit FollowedFeed(FeedOptions options)
        : m_feed(std::move(options), m_clock)
    {
        QObject::connect(&m_feed, &ChangeFeed::batchRead, &m_feed, [this](const FeedBatch &batch) {
            ++batches;
            leads.insert(leads.end(), batch.leads.begin(), batch.leads.end());
            countsMoved.unite(batch.countsMoved);
            access.append(batch.access);
            messages.append(batch.messages);
            isInOrder = isInOrder && end <= batch.end;
            end = batch.end;
        });
        QObject::connect(&m_feed, &ChangeFeed::epochChanged, &m_feed, [this] { ++epochChanges; });
        m_feed.start();
    }

    LogicalFeed &operator*() { return m_feed; }
    LogicalFeed *operator->() { return &m_feed; }

    /// Each position once, ascending.
    bool hasNoDoubles() const
    {
        for (size_t i = 1; i < leads.size(); ++i) {
            if (leads[i]->position <= leads[i - 1]->position)
                return false;
        }
        return isInOrder;
    }
    QList<FeedPosition> positions() const
    {
        QList<FeedPosition> list;
        for (const SharedLeadChange &change : leads)
            list.append(change->position);
        return list;
    }
    void forget()
    {
        leads.clear();
        countsMoved.clear();
        access.clear();
        messages.clear();
        batches = 0;
    }

    std::vector<SharedLeadChange> leads;
    QSet<WorkspaceId> countsMoved;
    QList<AccessChange> access;
    QList<FeedMessage> messages;
    FeedPosition end;
    int batches = 0;
    int epochChanges = 0;
    bool isInOrder = true;

private:
    SystemClock m_clock;
    LogicalFeed m_feed;
};

/// The test cluster writes its log lazily; a commit is read once it is written.
inline std::unique_ptr<PgConnection> connectFlushing(const QString &conninfo)
{
    auto connection = connectTo(conninfo);
    if (const auto set = connection->runScript("set synchronous_commit = on"); !set)
        qFatal("%s", qPrintable(describe(set.error())));
    return connection;
}

inline FeedOptions feedOptions(const QString &conninfo, const QString &instance = QStringLiteral("one"))
{
    FeedOptions options;
    options.conninfo = conninfo;
    options.instance = instance;
    options.statusInterval = std::chrono::milliseconds(100);
    options.longestRetry = std::chrono::milliseconds(200);
    return options;
}

} // namespace signalbox
