// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/jwk.h"
#include "core/base/async.h"
#include "core/base/clock.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace signalbox {

/// The public keys of one outside issuer, read from its JWKS address and kept.
///
/// A set is used for ten minutes, then read again behind the running requests; while the issuer is down the
/// old set serves on for a day. A token that names a key nobody has heard of makes it read at once (the
/// issuer rotated), but not more than once in thirty seconds: made-up key ids cannot turn us against the
/// issuer. Event thread only.
class JwksSource : public QObject
{
    Q_OBJECT

public:
    JwksSource(QUrl address, const Clock &clock, QObject *parent = nullptr);
    ~JwksSource() override;

    /// The set in which the token's key is to be looked for. Unavailable when there is none and the issuer
    /// does not answer within five seconds.
    Reply<JwkSet> keysFor(const ParsedJwt &token);

    /// How often the address was asked.
    int fetchCount() const { return m_fetches; }
    bool isReading() const { return m_running != nullptr; }

private:
    void fetch();
    void onFinished();
    Result<JwkSet> readAnswer(QNetworkReply &reply) const;

    QUrl m_address;
    const Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_running = nullptr;
    std::optional<JwkSet> m_keys;
    std::chrono::microseconds m_readAt {};
    std::optional<std::chrono::microseconds> m_askedAt;
    QList<ReplySource<JwkSet>> m_waiting;
    int m_fetches = 0;
};

} // namespace signalbox
