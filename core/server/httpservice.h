// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/server/exchange.h"
#include "core/server/httpparser.h"

#include <memory>

namespace signalbox {

/// Whether the body of a request may come.
struct Admission
{
    qint64 bodyLimitBytes = 0;
    std::optional<Reply<Caller>> authentication; ///< to wait for first; its Error is the answer
};

/// What stands behind the connections and answers their requests.
class HttpService
{
public:
    virtual ~HttpService();

    /// Decided before any of the body is taken in.
    virtual Admission admit(const HttpRequest &head) = 0;
    /// Begins work on a complete request; start() it.
    virtual std::unique_ptr<Exchange> open(HttpRequest request) = 0;
    /// The answer to what never became a request. `head` is what could be read of it.
    virtual WireResponse refuse(const HttpRequest &head, const HttpFault &fault) = 0;
    /// The answer to a request that admit() turned away.
    virtual WireResponse refuse(const HttpRequest &head, const Error &error) = 0;
    /// Takes over a connection whose exchange accepted the upgrade that `request` asks for. Nothing was
    /// answered; `unread` is what came behind the request already.
    virtual void adopt(qintptr descriptor, const HttpRequest &request, const QByteArray &unread) = 0;
    /// Connections taken over that are still open: they count towards the limit.
    virtual qsizetype adoptedCount() const = 0;
};

} // namespace signalbox
