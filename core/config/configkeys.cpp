// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/configkeys.h"

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = ConfigKey::Kind;

constexpr std::array<ConfigKey, 18> Keys {{
    {"environment"_L1, Kind::Text, {}, "development"_L1, "production, development or preview/<branch>"_L1},
    {"listen"_L1, Kind::Text, "listen"_L1, "127.0.0.1:7440"_L1,
        "HOST:PORT to serve on; port 0 picks a free one"_L1},
    {"database.url"_L1, Kind::Secret, "database"_L1, {}, "an existing PostgreSQL, as the service logs in"_L1},
    {"database.admin_url"_L1, Kind::Secret, {}, {}, "the same database as who may migrate it"_L1},
    {"database.pool_size"_L1, Kind::Number, {}, "6"_L1, "connections of one service"_L1, 1, 200},
    {"embedded.directory"_L1, Kind::Text, "embedded"_L1, {}, "where the private PostgreSQL lives"_L1},
    {"redis.url"_L1, Kind::Secret, "redis"_L1, {}, "a shared cache; without one it is kept in memory"_L1},
    {"auth.signing_secret"_L1, Kind::Secret, {}, {}, "signs access tokens; at least 32 bytes"_L1},
    {"auth.outside_issuer"_L1, Kind::Text, {}, {}, "an outside issuer's `iss`"_L1},
    {"auth.outside_audience"_L1, Kind::Text, {}, "authenticated"_L1, "its `aud`"_L1},
    {"auth.outside_keys_url"_L1, Kind::Text, {}, {}, "where its JWK set is"_L1},
    {"realtime.origins"_L1, Kind::Text, {}, {},
        "origins whose pages may open a socket, beside the service's own; separated by commas"_L1},
    {"realtime.sockets"_L1, Kind::Number, {}, "6000"_L1, "most realtime sockets of one service"_L1, 0,
        1'000'000},
    {"server.drain_seconds"_L1, Kind::Number, {}, "20"_L1, "how long SIGTERM waits for running requests"_L1,
        0, 600},
    {"server.connections"_L1, Kind::Number, {}, "8192"_L1, "most open client connections"_L1, 16, 1'000'000},
    {"server.requests_per_second"_L1, Kind::Number, {}, "1000"_L1,
        "what one person may ask in the long run; five seconds' worth at once"_L1, 1, 100'000'000},
    {"realtime.feed_url"_L1, Kind::Secret, {}, {}, "the same database as who may replicate"_L1},
    {"realtime.instance"_L1, Kind::Text, {}, {},
        "this service's name in the database, the same after a restart; without one the host's name"_L1},
}};

template <typename Predicate> const ConfigKey *findWhere(Predicate wanted)
{
    const auto *found = std::find_if(Keys.begin(), Keys.end(), wanted);
    return found == Keys.end() ? nullptr : found;
}

} // namespace

std::span<const ConfigKey> configKeys()
{
    return Keys;
}

const ConfigKey *findConfigKey(QStringView name)
{
    return findWhere([name](const ConfigKey &key) { return key.name == name; });
}

const ConfigKey *findConfigFlag(QStringView flag)
{
    return findWhere([flag](const ConfigKey &key) { return !key.flag.isEmpty() && key.flag == flag; });
}

QString environmentVariable(QLatin1StringView keyName)
{
    if (keyName == "environment"_L1)
        return u"SIGNALBOX_ENV"_s;
    return u"SIGNALBOX_"_s + QString(keyName).toUpper().replace(u'.', u'_');
}

} // namespace signalbox
