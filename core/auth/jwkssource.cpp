// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/jwkssource.h"

#include "core/base/log.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

Q_LOGGING_CATEGORY(jwksLog, "signalbox.auth")

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Fresh = 10min;
constexpr auto Usable = 24h;
constexpr auto LeastBetween = 30s;
constexpr auto AnswerWithin = 5s;
constexpr qint64 MostBytes = 256 * 1024;

} // namespace

JwksSource::JwksSource(QUrl address, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_clock(clock)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    // A key set that is somewhere else today is not the one that was configured.
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

JwksSource::~JwksSource()
{
    if (m_running)
        m_running->disconnect(this);
}

Reply<JwkSet> JwksSource::keysFor(const ParsedJwt &token)
{
    const auto now = m_clock.elapsed();
    if (m_keys && now - m_readAt > Usable)
        m_keys.reset();
    const bool isKnown = m_keys && m_keys->find(token);
    const bool mayAsk = !m_askedAt || now - *m_askedAt >= LeastBetween;
    if (mayAsk && !m_running && (!isKnown || now - m_readAt > Fresh))
        fetch();
    if (isKnown || (m_keys && !m_running))
        return Reply<JwkSet>::ready(*m_keys);
    if (!m_running)
        return Reply<JwkSet>::ready(Error::unavailable(u"the issuer's keys cannot be read at the moment"_s));
    m_waiting.append(ReplySource<JwkSet>());
    return m_waiting.last().reply();
}

void JwksSource::fetch()
{
    QNetworkRequest request(m_address);
    request.setRawHeader("Accept", "application/jwk-set+json, application/json");
    request.setTransferTimeout(int(std::chrono::milliseconds(AnswerWithin).count()));
    m_askedAt = m_clock.elapsed();
    ++m_fetches;
    m_running = m_network->get(request);
    connect(m_running, &QNetworkReply::finished, this, &JwksSource::onFinished);
    connect(
        m_running, &QNetworkReply::downloadProgress, m_running, [reply = m_running](qint64 received, qint64) {
            if (received > MostBytes)
                reply->abort();
        });
}

void JwksSource::onFinished()
{
    QNetworkReply *reply = std::exchange(m_running, nullptr);
    reply->deleteLater();
    const auto answer = readAnswer(*reply);
    if (answer) {
        m_keys = *answer;
        m_readAt = m_clock.elapsed();
        logInfo(jwksLog(), "jwks_read"_L1, {{u"host"_s, m_address.host()}, {u"keys"_s, answer->size()}});
    } else {
        logWarning(jwksLog(), "jwks_unreadable"_L1,
            {{u"host"_s, m_address.host()}, {u"error"_s, answer.error().detail},
                {u"keptOld"_s, m_keys.has_value()}});
    }
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting.finish(
            m_keys ? Result<JwkSet>(*m_keys) : Result<JwkSet>(Error::unavailable(answer.error().detail)));
}

Result<JwkSet> JwksSource::readAnswer(QNetworkReply &reply) const
{
    if (reply.error() != QNetworkReply::NoError)
        return Error::unavailable(u"the issuer does not answer: "_s + reply.errorString());
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200)
        return Error::unavailable(u"the issuer answers with status %1"_s.arg(status));
    auto keys = JwkSet::parse(reply.readAll());
    if (keys && keys->size() == 0)
        return Error::unavailable(u"the issuer's set holds no key we can use"_s);
    return keys;
}

} // namespace signalbox
