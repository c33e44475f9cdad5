// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerealtime.h"

#include "core/auth/jwt.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace signalbox {

std::optional<std::vector<SharedLeadChange>> FakeChangeFeed::since(const FeedPosition &position) const
{
    if (position < m_oldest)
        return std::nullopt;
    std::vector<SharedLeadChange> newer;
    for (const SharedLeadChange &change : m_history) {
        if (change->position > position)
            newer.push_back(change);
    }
    return newer;
}

void FakeChangeFeed::tell(std::vector<LeadChange> changes)
{
    FeedBatch batch;
    ++m_head.lsn;
    for (LeadChange &change : changes) {
        change.position = {m_head.lsn, quint32(batch.leads.size())};
        batch.leads.push_back(std::make_shared<const LeadChange>(std::move(change)));
        m_head = batch.leads.back()->position;
    }
    tell(std::move(batch));
}

void FakeChangeFeed::tell(FeedBatch batch)
{
    m_history.insert(m_history.end(), batch.leads.begin(), batch.leads.end());
    batch.end = m_head;
    Q_EMIT batchRead(batch);
}

void FakeChangeFeed::setLive(bool isLive)
{
    m_isLive = isLive;
    Q_EMIT liveChanged();
}

void FakeChangeFeed::setEpoch(const QByteArray &epoch)
{
    m_epoch = epoch;
    m_history.clear();
    Q_EMIT epochChanged();
}

void FakeChangeFeed::forgetAllBut(size_t count)
{
    while (m_history.size() > count) {
        m_oldest = m_history.front()->position;
        m_history.erase(m_history.begin());
    }
}

void FakeRealtimeSocket::send(const WireFrame &frame)
{
    const QByteArray &bytes = frame.bytes;
    const int length = bytes.at(1);
    const qsizetype header = length == 126 ? 4 : length == 127 ? 10 : 2;
    frames.append(bytes);
    const auto message = parsePhoenixMessage(m_version, bytes.sliced(header));
    if (!message)
        qWarning("not a message: %s", bytes.sliced(header).constData());
    else
        received.append(*message);
}

void FakeRealtimeSocket::dropBacklog()
{
    ++drops;
    backlogNow = {};
}

void FakeRealtimeSocket::close(quint16 code, QByteArrayView)
{
    closeCode = code;
    Q_EMIT closed();
}

void FakeRealtimeSocket::abort()
{
    wasAborted = true;
    Q_EMIT closed();
}

void FakeRealtimeSocket::say(const PhoenixMessage &message)
{
    Q_EMIT textReceived(writePhoenixMessage(m_version, message));
}

void FakeRealtimeSocket::hangUp()
{
    Q_EMIT closed();
}

QByteArray FakeRealtimeBackend::token(UserId user, std::chrono::seconds lifetime, SessionId session)
{
    const QByteArray name = "token-" + QByteArray::number(m_tokens.size());
    m_tokens.insert(name,
        {.role = TokenRole::Authenticated,
            .user = user,
            .session = session,
            .expiresAt = m_clock.now() + lifetime});
    return name;
}

Reply<TokenClaims> FakeRealtimeBackend::verify(QByteArrayView token)
{
    if (token == "anon")
        return Reply<TokenClaims>::ready(TokenClaims {.expiresAt = m_clock.now() + std::chrono::hours(1)});
    const auto known = m_tokens.constFind(token.toByteArray());
    if (known == m_tokens.cend())
        return Reply<TokenClaims>::ready(jwtError(JwtFault::Malformed, u"unknown"_s));
    return Reply<TokenClaims>::ready(*known);
}

Reply<LeadSight> FakeRealtimeBackend::sightOf(UserId user, SessionId)
{
    ++sightsAsked;
    if (failure)
        return Reply<LeadSight>::ready(*failure);
    const LeadSight sight = sights.value(user, {.user = user});
    if (!holdsSights)
        return Reply<LeadSight>::ready(sight);
    m_held.append({sight, ReplySource<LeadSight>()});
    return m_held.back().second.reply();
}

void FakeRealtimeBackend::releaseSights()
{
    holdsSights = false;
    for (const auto &[sight, source] : std::exchange(m_held, {}))
        source.finish(sight);
}

Reply<QList<LeadId>> FakeRealtimeBackend::audit(const LeadSight &, const QHash<LeadId, LeadScope> &)
{
    ++audits;
    return Reply<QList<LeadId>>::ready(mismatches);
}

Reply<QString> FakeRealtimeBackend::viewerName(UserId user, LeadId lead)
{
    const auto scope = leads.constFind(lead);
    if (scope == leads.cend() || !sights.value(user).covers(*scope))
        return Reply<QString>::ready(Error::notFound(u"Lead not found"_s));
    return nameOf(user);
}

Reply<QString> FakeRealtimeBackend::nameOf(UserId user)
{
    return Reply<QString>::ready(names.value(user));
}

Reply<QString> FakeRealtimeBackend::countsVersion(UserId user, WorkspaceId workspace)
{
    ++countsAsked;
    return Reply<QString>::ready(versions.value({user.value, workspace.value}));
}

Reply<QString> FakeRealtimeBackend::unknownPolicies()
{
    return Reply<QString>::ready(unknown);
}

void FakeRealtimeBackend::say(const QByteArray &prefix, const QByteArray &content)
{
    said.append({prefix, content});
}

} // namespace signalbox
