// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace signalbox {

/// Answers from the database that are used again for a moment: many requests ask once, and what changed there
/// is seen here after `hold` at the latest, counted from the question. Errors are not held. Event thread
/// only.
template <typename Key, typename Value> class HeldAnswers
{
public:
    /// `clock` and `receiver` must outlive this; answers are taken in on the receiver's thread.
    HeldAnswers(const Clock &clock, std::chrono::microseconds hold, QObject *receiver)
        : m_clock(clock)
        , m_hold(hold)
        , m_receiver(receiver)
    { }
    Q_DISABLE_COPY_MOVE(HeldAnswers)

    /// What is held, or what `ask` answers; questions while one is open wait for its answer.
    Reply<Value> get(const Key &key, const std::function<Reply<Value>()> &ask)
    {
        const auto now = m_clock.elapsed();
        const auto held = m_held.constFind(key);
        if (held != m_held.constEnd() && now - held->askedAt < m_hold)
            return Reply<Value>::ready(held->value);
        ReplySource<Value> waiting;
        std::shared_ptr<Flight> &open = m_open[key];
        const bool isFirst = !open;
        if (isFirst)
            open = std::make_shared<Flight>();
        open->append(waiting);
        if (isFirst)
            deliver(ask(), m_receiver, [this, key, now, flight = open](const Result<Value> &answer) {
                take(key, now, flight, answer);
            });
        return waiting.reply();
    }

    /// Drops what is held; what is being asked at the moment is neither held nor given to who asks from now
    /// on. For changes made by this process, which it then sees at once.
    template <typename Predicate> void forgetIf(Predicate isStale)
    {
        m_open.clear();
        m_held.removeIf([&](const auto &entry) { return isStale(entry.key()); });
    }

    qsizetype size() const { return m_held.size(); }

private:
    struct Held
    {
        Value value;
        std::chrono::microseconds askedAt {};
    };
    using Flight = QList<ReplySource<Value>>; // who waits for one question
    static constexpr qsizetype MostHeld = 20'000;

    void take(const Key &key, std::chrono::microseconds askedAt, const std::shared_ptr<Flight> &flight,
        const Result<Value> &answer)
    {
        const bool isCurrent = m_open.value(key) == flight;
        if (isCurrent)
            m_open.remove(key);
        if (isCurrent && answer) {
            if (m_held.size() >= MostHeld)
                m_held.clear(); // asking again costs less than finding out what to keep
            m_held.insert(key, {*answer, askedAt});
        }
        for (const auto &waiting : *flight)
            waiting.finish(answer);
    }

    const Clock &m_clock;
    std::chrono::microseconds m_hold;
    QObject *m_receiver;
    QHash<Key, Held> m_held;
    QHash<Key, std::shared_ptr<Flight>> m_open;
};

} // namespace signalbox
