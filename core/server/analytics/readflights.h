// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <list>

namespace signalbox {

/// What a read of analytics came to.
struct LoadedBody
{
    QByteArray body;
    QByteArray etag; ///< with its quotes; empty: a failure of all parts, whose body is only told
    std::chrono::milliseconds timeToLive {}; ///< while nothing is written; zero: not kept
    std::chrono::milliseconds staleFor {}; ///< told while it is read again; zero: never
    bool isShared = true; ///< whether other services may have it too
    std::chrono::microseconds databaseTime {};
};

/// Equal reads at the same time are done once, for whoever waits: in the name of the first (DESIGN D4). Who
/// comes later finds what was kept, or reads anew.
///
/// Who waits has been authorised before. When the first lost his right meanwhile, the next one asks in his
/// own name. A read is cancelled when nobody waits for it any more. Event thread only.
class ReadFlights final : public QObject
{
    Q_OBJECT

public:
    using Start = std::function<Reply<LoadedBody>()>;

    /// `clock` must outlive it.
    explicit ReadFlights(const Clock &clock, QObject *parent = nullptr);
    ~ReadFlights() override;

    /// The answer of the read of that key that is under way, if it was begun at `notBefore` or later (by
    /// Clock::elapsed()), or else of a new one, which those who come later then join.
    Reply<LoadedBody> join(
        const QByteArray &key, std::chrono::microseconds notBefore, UserId user, const Start &start);

    qsizetype open() const { return m_open.size(); }

private:
    struct Waiter;
    struct Flight;

    void depart(const std::shared_ptr<Flight> &flight);
    void land(const std::shared_ptr<Flight> &flight, const Result<LoadedBody> &answer);
    void leave(const std::weak_ptr<Flight> &which, qint64 waiter);
    void close(const std::shared_ptr<Flight> &flight);

    const Clock &m_clock;
    QHash<QByteArray, std::shared_ptr<Flight>> m_open; // the newest of its key
    qint64 m_lastWaiter = 0;
};

} // namespace signalbox
