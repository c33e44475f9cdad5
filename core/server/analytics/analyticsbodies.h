// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/analytics/analyticsservices.h"
#include "core/server/analytics/tabreadings.h"
#include "core/server/jsonbody.h"

namespace signalbox {

/// The whole answer of a tab.
template <typename Data>
Result<LoadedBody> bodyOf(const Result<AnalyticsReading<Data>> &reading, QJsonObject (*encode)(const Data &))
{
    if (!reading)
        return reading.error();
    const auto comparison = reading->comparison ? std::optional(encode(*reading->comparison)) : std::nullopt;
    // With the time of reading: who asks for a refresh gets one, and `computedAt` with it.
    const JsonBody json
        = JsonBody::exactly(encodeReading(encode(reading->data), comparison, metaOf(*reading)));
    LoadedBody loaded;
    loaded.body = json.bytes;
    loaded.etag = json.etag;
    return loaded;
}

/// Runs `load`, a `Result<LoadedBody>(const TabReader &)`, on a connection; what it makes is kept that long.
template <typename Load>
Reply<LoadedBody> runBody(const AnalyticsServices &services, Keeping keeping, Load load)
{
    return services.pool.run(
        [&pool = services.pool, &clock = services.clock, keeping, load = std::move(load)](
            PgConnection &pg, std::stop_token stop) -> Result<LoadedBody> {
            const auto begun = clock.elapsed();
            Result<LoadedBody> loaded = load(TabReader {pg, &pool, std::move(stop)});
            if (loaded) {
                loaded->databaseTime = clock.elapsed() - begun;
                loaded->timeToLive = keeping.fresh;
                loaded->staleFor = keeping.stale;
            }
            return loaded;
        });
}

template <typename Load> Reply<LoadedBody> runBody(const AnalyticsServices &services, Load load)
{
    return runBody(services, services.limits.tab, std::move(load));
}

} // namespace signalbox
