// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <stop_token>

namespace signalbox {

/// Exactly one answer, later; or none, if it was cancelled.
///
/// Not QFuture::then(context, …): on Qt 6.4 it aborts when the context is gone (style §6.5). Use deliver().
template <typename T> class [[nodiscard]] Reply
{
public:
    Reply() = default;
    Reply(QFuture<Result<T>> future, std::stop_source stop)
        : m_future(std::move(future))
        , m_stop(std::move(stop))
    { }

    /// An answer that is already there.
    static Reply ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return Reply(promise.future(), std::stop_source());
    }

    /// Asks the worker to stop and suppresses delivery. Safe at any time, any number of times.
    void cancel()
    {
        m_stop.request_stop();
        m_future.cancel();
    }
    bool isFinished() const { return m_future.isFinished(); }
    bool isCancelled() const { return m_future.isCanceled(); }
    QFuture<Result<T>> future() const { return m_future; }

private:
    QFuture<Result<T>> m_future;
    std::stop_source m_stop {std::nostopstate};
};

/// The answering side of a Reply, for event-driven producers (sockets). Copies share one promise; the first
/// finish() counts.
template <typename T> class ReplySource
{
public:
    ReplySource()
        : m_state(std::make_shared<State>())
    {
        m_state->promise.start();
    }

    Reply<T> reply() const { return Reply<T>(m_state->promise.future(), m_state->stop); }
    bool isCancelled() const { return m_state->promise.isCanceled(); }
    std::stop_token stopToken() const { return m_state->stop.get_token(); }
    void finish(Result<T> result) const
    {
        if (m_state->finished)
            return;
        m_state->finished = true;
        m_state->promise.addResult(std::move(result));
        m_state->promise.finish();
    }

private:
    struct State
    {
        QPromise<Result<T>> promise;
        std::stop_source stop;
        bool finished = false;
    };
    std::shared_ptr<State> m_state;
};

/// The one question a receiver has open: a new one, or the receiver's end, cancels the old ("latest wins").
template <typename T> class Pending
{
public:
    Pending() = default;
    Pending(Pending &&) noexcept = default;
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;
    Pending &operator=(Pending &&) = delete;
    ~Pending() { cancel(); }

    Pending &operator=(Reply<T> reply)
    {
        cancel();
        m_reply = std::move(reply);
        m_isSet = true;
        return *this;
    }
    void cancel()
    {
        if (m_isSet)
            m_reply.cancel();
        m_isSet = false;
    }
    bool isPending() const { return m_isSet && !m_reply.isFinished(); }
    const Reply<T> &reply() const { return m_reply; }

private:
    Reply<T> m_reply;
    bool m_isSet = false;
};

/// Calls `then(const Result<T> &)` once on the receiver's thread, unless the reply was cancelled or the
/// receiver died.
///
/// The watcher is a child of the receiver, so Qt itself guarantees that no callback runs after it.
template <typename T, typename Then> void deliver(const Reply<T> &reply, QObject *receiver, Then then)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            const QFuture<Result<T>> future = watcher->future();
            if (!future.isCanceled() && future.resultCount() > 0)
                then(future.result());
        });
    watcher->setFuture(reply.future());
}

template <typename T, typename Then> void deliver(const Pending<T> &pending, QObject *receiver, Then then)
{
    deliver(pending.reply(), receiver, std::move(then));
}

} // namespace signalbox
