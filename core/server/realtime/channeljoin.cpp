// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/channeljoin.h"

#include "core/auth/digest.h"
#include "core/server/realtime/realtimeclaims.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr int MostTries = 5;
constexpr QLatin1StringView WorkspaceTopic = "workspace:"_L1;
constexpr QLatin1StringView LeadTopic = "lead:"_L1;

/// Booleans of a join may be texts.
bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toString() == "true"_L1;
}

Error refusal(const QString &code, const QString &text)
{
    return {.kind = Error::Kind::Denied, .detail = text, .code = code};
}

/// The same for two joins that see by the same rights, on whichever instance: what a client shows under other
/// ones, no replay puts right.
QString rightsOf(const LeadSight &sight)
{
    QByteArrayList lines;
    for (const WorkspaceId &workspace : sight.full)
        lines.append("full " + workspace.toString().toLatin1());
    for (const WorkspaceId &workspace : sight.own)
        lines.append("own " + workspace.toString().toLatin1());
    std::ranges::sort(lines);
    lines.prepend(sight.user.toString().toLatin1());
    const QByteArray hash = sha256(lines.join('\n'));
    return QString::fromLatin1(hash.toHex().first(16));
}

Error noAccess(const QString &name)
{
    return refusal(
        u"Unauthorized"_s, u"You do not have permissions to read from this Channel topic: %1"_s.arg(name));
}

} // namespace

ChannelJoin::ChannelJoin(RealtimeContext &context, RealtimeChannel &channel, const PhoenixMessage &message,
    RealtimeConnection *connection)
    : QObject(connection)
    , m_context(context)
    , m_connection(connection)
    , m_channel(&channel)
    , m_serial(channel.serial)
    , m_message(message)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this,
        [this] { refuse(u"InitializingProjectConnection"_s, u"The change feed is not connected yet"_s); });
    connect(&context.feed, &ChangeFeed::liveChanged, this, [this] {
        if (m_patience.isActive() && m_context.feed.isLive())
            complete();
    });
}

RealtimeChannel *ChannelJoin::channel() const
{
    const auto found = m_connection->channels().find(m_message.topic);
    return found != m_connection->channels().end() && found->second->serial == m_serial ? m_channel : nullptr;
}

void ChannelJoin::finish()
{
    m_isDone = true;
    m_patience.stop();
    deleteLater();
}

void ChannelJoin::refuse(const QString &code, const QString &text)
{
    if (m_isDone)
        return;
    if (RealtimeChannel *mine = channel()) {
        m_context.figures.countJoin(code.toLatin1());
        m_connection->outlet().reply(m_message, false, {{u"reason"_s, code + u": "_s + text}});
        m_connection->forget(*mine);
    }
    finish();
}

void ChannelJoin::begin()
{
    if (!channel()) {
        finish();
        return;
    }
    for (const auto &read : {readConfig(), readTopic()}) {
        if (!read) {
            refuse(read.error().code, read.error().detail);
            return;
        }
    }
    m_token = m_message.payload.value("access_token"_L1).toString().simplified().toLatin1();
    if (m_token.isEmpty())
        m_token = m_message.payload.value("user_token"_L1).toString().simplified().toLatin1();
    if (m_token.isEmpty() || m_token.startsWith("sb_"))
        m_token = m_connection->hello().key;
    m_verification = m_context.backend.verify(m_token);
    deliver(m_verification, this, [this](const Result<TokenClaims> &claims) { onVerified(claims); });
}

Result<void> ChannelJoin::readConfig()
{
    const QJsonObject config = m_message.payload.value("config"_L1).toObject();
    m_channel->isPrivate = isTrue(config.value("private"_L1));
    QByteArray signature = m_connection->version() == PhoenixVersion::V1 ? "1" : "2";
    signature += '\n' + m_channel->topic.toUtf8();
    if (!m_message.payload.contains("config"_L1)) {
        m_channel->isLegacy = true;
        const auto binding = parseLegacyTopic(m_channel->name());
        if (!binding)
            return refusal(u"MalformedTopic"_s, binding.error().detail);
        m_channel->bindings = {*binding};
        m_channel->signature = "legacy" + signature;
        return {};
    }
    auto bindings = parseBindings(config.value("postgres_changes"_L1), m_context.limits.bindings);
    if (!bindings) {
        const bool isCount = bindings.error().code == "TooManyBindings"_L1;
        return refusal(isCount ? bindings.error().code : u"InvalidSubscription"_s, bindings.error().detail);
    }
    m_channel->bindings = *std::move(bindings);
    for (const ChangeBinding &binding : std::as_const(m_channel->bindings))
        signature += '\n' + binding.signature;
    m_channel->signature = signature;
    if (!m_context.refusal.isEmpty() && !m_channel->bindings.isEmpty())
        return refusal(u"RealtimeDisabledForConfiguration"_s,
            u"Realtime is off: the database decides about leads in a way this service does not know"_s);
    return {};
}

Result<void> ChannelJoin::readTopic()
{
    if (!m_channel->isPrivate)
        return {};
    const QString name = m_channel->name();
    if (name.startsWith(WorkspaceTopic))
        m_channel->workspace = WorkspaceId::parse(QStringView(name).sliced(WorkspaceTopic.size()));
    else if (name.startsWith(LeadTopic))
        m_channel->lead = LeadId::parse(QStringView(name).sliced(LeadTopic.size()));
    if (!m_channel->workspace && !m_channel->lead)
        return noAccess(name);
    return {};
}

void ChannelJoin::onVerified(const Result<TokenClaims> &claims)
{
    RealtimeChannel *mine = channel();
    if (!mine) {
        finish();
        return;
    }
    if (const auto good = checkRealtimeClaims(claims, m_token, m_context.clock.now()); !good) {
        refuse(good.error().code, good.error().detail);
        return;
    }
    mine->user = claims->user;
    mine->session = claims->session;
    mine->expiresAt = claims->expiresAt;
    mine->tokenHash = sha256(m_token);
    m_token.clear();
    askSight();
}

void ChannelJoin::askSight()
{
    m_sight = m_context.backend.sightOf(m_channel->user, m_channel->session);
    m_generation = m_context.accessGeneration;
    deliver(m_sight, this, [this](const Result<LeadSight> &sight) { onSight(sight); });
}

void ChannelJoin::onSight(const Result<LeadSight> &sight)
{
    RealtimeChannel *mine = channel();
    if (!mine) {
        finish();
        return;
    }
    if (!sight && sight.error().kind == Error::Kind::Unauthenticated) {
        refuse(u"Unauthorized"_s, u"The session has ended"_s);
        return;
    }
    if (!sight) {
        refuse(u"UnableToConnectToProject"_s, u"Your access could not be checked"_s);
        return;
    }
    if (askedTooEarly())
        return;
    mine->sight = *sight;
    if (sight->isEmpty()
        || (mine->workspace && !sight->full.contains(*mine->workspace)
            && !sight->own.contains(*mine->workspace))) {
        const Error denied = noAccess(mine->name());
        refuse(denied.code, denied.detail);
        return;
    }
    if (mine->lead)
        askName();
    else
        awaitFeed();
}

bool ChannelJoin::askedTooEarly()
{
    if (m_generation == m_context.accessGeneration)
        return false;
    if (++m_tries < MostTries)
        askSight();
    else
        refuse(u"UnableToConnectToProject"_s, u"Your access could not be checked"_s);
    return true;
}

void ChannelJoin::askName()
{
    m_name = m_context.backend.viewerName(m_channel->user, *m_channel->lead);
    deliver(m_name, this, [this](const Result<QString> &name) {
        RealtimeChannel *mine = channel();
        if (!mine) {
            finish();
        } else if (!name) {
            const bool isUnseen = name.error().kind == Error::Kind::NotFound;
            const Error denied = noAccess(mine->name());
            refuse(isUnseen ? denied.code : u"UnableToConnectToProject"_s,
                isUnseen ? denied.detail : u"Your access could not be checked"_s);
        } else {
            mine->viewerName = *name;
            awaitFeed();
        }
    });
}

void ChannelJoin::awaitFeed()
{
    if (m_context.feed.isLive() || m_channel->bindings.isEmpty())
        complete();
    else
        m_patience.start(m_context.limits.feedPatience);
}

QJsonObject ChannelJoin::askedPosition() const
{
    const QJsonValue asked = m_message.payload.value("resume"_L1);
    return asked.isObject() ? asked.toObject()
                            : m_message.payload.value("config"_L1).toObject().value("resume"_L1).toObject();
}

bool ChannelJoin::replayFrom(const QByteArray &epoch, const FeedPosition &position)
{
    if (epoch != m_context.feed.epoch()) {
        m_context.figures.countResume("other_epoch");
        return false;
    }
    // Ahead of what this service has told, by what another one did or an earlier life of this one: whatever
    // comes up to there is not told again.
    const bool isAhead = position > m_context.feed.head();
    auto missed = isAhead ? std::optional(std::vector<SharedLeadChange>()) : m_context.feed.since(position);
    if (!missed || missed->size() > size_t(m_context.limits.replayChanges)) {
        m_context.figures.countResume(missed ? "too_much" : "too_old");
        return false;
    }
    m_context.figures.countResume(missed->empty() ? "nothing_missed" : "replayed");
    m_channel->startedAt = position;
    m_channel->replay = *std::move(missed);
    return true;
}

std::optional<bool> ChannelJoin::resume()
{
    m_channel->startedAt = m_context.feed.head();
    const auto kept = m_context.ledger.take(ledgerKey(m_connection->hello(), *m_channel));
    const QJsonObject asked = askedPosition();
    if (!asked.isEmpty()) {
        const QString rights = asked.value("rights"_L1).toString();
        if (!rights.isEmpty() && rights != rightsOf(m_channel->sight)) {
            m_context.figures.countResume("other_rights");
            return false;
        }
        const auto position = FeedPosition::parse(asked.value("seq"_L1).toString().toLatin1());
        if (!position) {
            m_context.figures.countResume("malformed");
            return false;
        }
        return replayFrom(asked.value("epoch"_L1).toString().toLatin1(), *position);
    }
    if (kept && !m_channel->bindings.isEmpty())
        (void)replayFrom(kept->epoch, kept->at);
    return std::nullopt;
}

void ChannelJoin::complete()
{
    m_patience.stop();
    RealtimeChannel *mine = channel();
    if (!mine || m_isDone) {
        finish();
        return;
    }
    if (askedTooEarly())
        return;
    QJsonObject response;
    if (const QByteArray epoch = m_context.feed.epoch(); !epoch.isEmpty()) {
        if (const auto resumed = resume())
            response.insert(u"resumed"_s, *resumed);
        response.insert(u"epoch"_s, QString::fromLatin1(epoch));
        response.insert(u"seq"_s, QString::fromLatin1(mine->startedAt.toText()));
        response.insert(u"rights"_s, rightsOf(mine->sight));
    }
    QJsonArray echoes;
    for (const ChangeBinding &binding : std::as_const(mine->bindings)) {
        QJsonObject echo = binding.echo;
        echo.insert(u"id"_s, binding.id);
        echoes.append(echo);
    }
    if (!mine->isLegacy)
        response.insert(u"postgres_changes"_s, echoes);
    m_context.figures.countJoin("ok");
    m_connection->outlet().reply(m_message, true, response);
    if (!mine->bindings.isEmpty())
        m_connection->outlet().tellSystem(*mine, "postgres_changes"_L1, true, u"Subscribed to PostgreSQL"_s);
    finish();
    m_connection->begin(*mine);
}

} // namespace signalbox
