// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/readflights.h"

#include <algorithm>

namespace signalbox {

struct ReadFlights::Waiter
{
    using Guard = std::stop_callback<std::function<void()>>;

    qint64 id = 0;
    UserId user;
    Start start;
    ReplySource<LoadedBody> source;
    std::unique_ptr<Guard> guard;
    bool hasLeft = false;
};

struct ReadFlights::Flight
{
    QByteArray key;
    std::chrono::microseconds begunAt {};
    UserId leader;
    std::list<Waiter> waiters;
    Pending<LoadedBody> work;
};

ReadFlights::ReadFlights(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{ }

ReadFlights::~ReadFlights() = default;

Reply<LoadedBody> ReadFlights::join(
    const QByteArray &key, std::chrono::microseconds notBefore, UserId user, const Start &start)
{
    std::shared_ptr<Flight> flight = m_open.value(key);
    const bool isNew = !flight || flight->begunAt < notBefore;
    if (isNew) {
        flight = std::make_shared<Flight>();
        flight->key = key;
        m_open.insert(key, flight); // one that is older flies on for those it carries
    }
    Waiter &waiter = flight->waiters.emplace_back();
    waiter.id = ++m_lastWaiter;
    waiter.user = user;
    waiter.start = start;
    waiter.guard = std::make_unique<Waiter::Guard>(waiter.source.stopToken(),
        [this, which = std::weak_ptr<Flight>(flight), id = waiter.id] { leave(which, id); });
    const Reply<LoadedBody> reply = waiter.source.reply();
    if (isNew)
        depart(flight);
    return reply;
}

void ReadFlights::depart(const std::shared_ptr<Flight> &flight)
{
    const auto first = std::ranges::find(flight->waiters, false, &Waiter::hasLeft);
    flight->leader = first->user;
    flight->begunAt = m_clock.elapsed();
    flight->work = first->start();
    deliver(flight->work, this, [this, flight](const Result<LoadedBody> &answer) { land(flight, answer); });
}

void ReadFlights::land(const std::shared_ptr<Flight> &flight, const Result<LoadedBody> &answer)
{
    const bool isRefused = !answer && answer.error().kind == Error::Kind::Denied;
    std::list<Waiter> told;
    for (auto waiter = flight->waiters.begin(); waiter != flight->waiters.end();) {
        const auto next = std::next(waiter);
        if (!isRefused || waiter->hasLeft || waiter->user == flight->leader)
            told.splice(told.end(), flight->waiters, waiter);
        waiter = next;
    }
    if (flight->waiters.empty())
        close(flight);
    else
        depart(flight); // the right of one is not the right of another
    for (const Waiter &waiter : told)
        waiter.source.finish(answer);
}

void ReadFlights::leave(const std::weak_ptr<Flight> &which, qint64 waiter)
{
    const std::shared_ptr<Flight> flight = which.lock();
    if (!flight)
        return;
    if (const auto found = std::ranges::find(flight->waiters, waiter, &Waiter::id);
        found != flight->waiters.end())
        found->hasLeft = true;
    if (!std::ranges::all_of(flight->waiters, &Waiter::hasLeft))
        return;
    flight->work.cancel();
    close(flight);
    // This runs inside the guard of a waiter, which must not be destroyed meanwhile.
    QMetaObject::invokeMethod(
        this, [flight] { Q_UNUSED(flight) }, Qt::QueuedConnection);
}

void ReadFlights::close(const std::shared_ptr<Flight> &flight)
{
    if (m_open.value(flight->key) == flight)
        m_open.remove(flight->key);
}

} // namespace signalbox
