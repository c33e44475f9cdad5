// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <atomic>
#include <deque>
#include <thread>

namespace signalbox {

/// Threads of a test that fail it with their text: on a thread of its own a failed check could only end the
/// program. Whoever still runs at the end of the test is told so and waited for.
///
/// Declare what they use before it, and what they wait for (a transaction that holds a lock) behind it.
class Racers
{
public:
    Racers() = default;
    ~Racers() { join(); }
    Q_DISABLE_COPY_MOVE(Racers)

    /// `work`: `Result<void>()`.
    template <typename Work> void start(Work work)
    {
        QString &failure = m_failures.emplace_back();
        m_threads.emplace_back([&failure, work = std::move(work)]() mutable {
            if (const Result<void> done = work(); !done)
                failure = describe(done.error());
        });
    }
    /// For work that goes on until it is told to end.
    bool areOver() const { return m_areOver; }
    /// Tells all to end, and waits. What they failed with, a line each; empty when none did.
    QString join()
    {
        m_areOver = true;
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
        QStringList failures;
        for (const QString &failure : m_failures) {
            if (!failure.isEmpty())
                failures.append(failure);
        }
        return failures.join(u'\n');
    }

private:
    std::atomic<bool> m_areOver = false;
    std::deque<QString> m_failures; // one a thread, written there and read once it has ended
    std::deque<std::thread> m_threads;
};

} // namespace signalbox
