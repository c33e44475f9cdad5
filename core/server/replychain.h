// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <functional>
#include <memory>

namespace signalbox {

/// The reply of `next`, a `Reply<U>(const T &)` that runs on the receiver's thread once `first` has
/// succeeded; an error of the first is the answer of both. Cancelling reaches whichever step is open.
///
/// What is there already is used at once, so a request that memory can answer never leaves the event loop's
/// turn. For steps that belong to different holders (rights, version, cache); a sequence of one holder
/// belongs in a worker.
template <typename T, typename Next>
auto andThen(Reply<T> first, QObject *receiver, Next next) -> std::invoke_result_t<Next, const T &>
{
    using NextReply = std::invoke_result_t<Next, const T &>;
    using U = typename decltype(std::declval<NextReply>().future().result())::value_type;
    if (first.isFinished() && !first.isCancelled() && first.future().resultCount() > 0) {
        const Result<T> result = first.future().result();
        return result ? next(*result) : Reply<U>::ready(result.error());
    }
    using Guard = std::stop_callback<std::function<void()>>;
    ReplySource<U> source;
    auto firstGuard = std::make_shared<Guard>(source.stopToken(), [first]() mutable { first.cancel(); });
    deliver(first, receiver, [source, receiver, next, firstGuard](const Result<T> &result) mutable {
        firstGuard.reset();
        if (!result) {
            source.finish(result.error());
            return;
        }
        NextReply second = next(*result);
        auto secondGuard
            = std::make_shared<Guard>(source.stopToken(), [second]() mutable { second.cancel(); });
        deliver(second, receiver, [source, secondGuard](const Result<U> &answer) { source.finish(answer); });
    });
    return source.reply();
}

} // namespace signalbox
