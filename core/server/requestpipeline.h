// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/workerpool.h"
#include "core/server/authenticator.h"
#include "core/server/exchange.h"
#include "core/server/httpservice.h"
#include "core/server/metrics.h"
#include "core/server/ratelimiter.h"
#include "core/server/routetable.h"
#include "core/server/runtimeflags.h"

namespace signalbox {

/// What a request passes through, in the order of domain §4.1: request id, route, kill switch,
/// authentication, rate limit, then the handler (which validates parameters, authorises the workspace, asks
/// the cache and works), then the answer's headers, compression, log line and figures.
class RequestPipeline
{
public:
    struct Services
    {
        const RouteTable &routes;
        Authenticator &authenticator;
        const RuntimeFlags &flags;
        RateLimiter &limiter;
        Metrics &metrics;
        WorkerPool &workers; ///< compresses large answers
        const Clock &clock;
    };

    explicit RequestPipeline(const Services &services);

    /// See HttpService.
    Admission admit(const HttpRequest &head);
    std::unique_ptr<Exchange> open(HttpRequest request);
    WireResponse refuse(const HttpRequest &head, const HttpFault &fault);
    WireResponse refuse(const HttpRequest &head, const Error &error);

    /// From now on every answer closes its connection.
    void beginDrain() { m_isDraining = true; }
    bool isDraining() const { return m_isDraining; }
    int inFlight() const { return m_inFlight; }

private:
    friend class PipelineExchange;

    /// Headers, body and bytes of an answer; counts and logs it.
    WireResponse finish(const HttpRequest &request, const Route *route, const HttpResponse &response,
        const QByteArray &gzippedBody, bool isReadEnabled);
    void record(const HttpRequest &request, const Route *route, const HttpResponse &response,
        const WireResponse &wire, std::chrono::microseconds duration);
    /// How a person is called in the log: a hash, which takes longer than the rest of the line.
    const QByteArray &logName(UserId user);
    /// The one warning of domain §4.1, without personal data.
    void logDisabled(const HttpRequest &request, const Route &route);
    void logFault(const HttpRequest &request, const Route *route, const Error &error);

    Services m_services;
    bool m_isDraining = false;
    int m_inFlight = 0;
    QHash<std::pair<const Route *, int>, Counter *> m_answers;
    QHash<const Route *, Histogram *> m_durations;
    QHash<UserId, QByteArray> m_logNames;
};

/// The request id of a request: the client's if it is usable, else a new uuid (domain §4.1).
QString requestIdFor(const HttpRequest &request);

} // namespace signalbox
