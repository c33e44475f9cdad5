// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The messages on their way out of triagejson.h.
#include "core/inbox/jsonfields.h"
#include "core/inbox/triagejson.h"

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

using State = OutboundSend::State;

constexpr std::array<std::pair<State, QLatin1StringView>, 6> States {{
    {State::Queued, "queued"_L1},
    {State::Sending, "sending"_L1},
    {State::Sent, "sent"_L1},
    {State::Failed, "failed"_L1},
    {State::Unknown, "unknown"_L1},
    {State::Cancelled, "cancelled"_L1},
}};

Channel decodeChannel(JsonFields &fields)
{
    const auto channel = parseChannel(fields.text("channel"_L1));
    if (!channel)
        fields.fail("channel"_L1, u"has an unknown value"_s);
    return channel.value_or(Channel::Email);
}

} // namespace

QLatin1StringView wireName(OutboundSend::State state)
{
    for (const auto &[known, name] : States) {
        if (known == state)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<OutboundSend::State> parseSendState(QStringView text)
{
    for (const auto &[state, name] : States) {
        if (text == name)
            return state;
    }
    return std::nullopt;
}

QJsonObject encodeSend(const OutboundSend &send)
{
    return {
        {u"id"_s, send.id.toString()},
        {u"leadId"_s, send.lead.toString()},
        {u"draftId"_s, nullableText(send.draft ? send.draft->toString() : QString())},
        {u"channel"_s, QString(wireName(send.channel))},
        {u"subject"_s, nullableText(send.subject)},
        {u"body"_s, send.body},
        {u"to"_s, QJsonArray::fromStringList(send.to)},
        {u"cc"_s, QJsonArray::fromStringList(send.cc)},
        {u"state"_s, QString(wireName(send.state))},
        {u"error"_s, nullableText(send.error)},
        {u"authorUserId"_s, send.author.toString()},
        {u"authorName"_s, nullableText(send.authorName)},
        {u"runAt"_s, wireInstant(send.runAt)},
        {u"createdAt"_s, wireInstant(send.createdAt)},
    };
}

Result<OutboundSend> decodeSend(const QJsonObject &object, const QString &path)
{
    JsonFields fields(object, path);
    OutboundSend send;
    send.id = SendId {fields.uuid("id"_L1)};
    send.lead = LeadId {fields.uuid("leadId"_L1)};
    if (const auto draft = fields.optionalUuid("draftId"_L1))
        send.draft = DraftId {*draft};
    send.channel = decodeChannel(fields);
    send.subject = fields.optionalText("subject"_L1);
    send.body = fields.text("body"_L1);
    send.to = fields.texts("to"_L1);
    send.cc = fields.texts("cc"_L1);
    const auto state = parseSendState(fields.text("state"_L1));
    if (!state)
        fields.fail("state"_L1, u"has an unknown value"_s);
    send.state = state.value_or(State::Unknown);
    send.error = fields.optionalText("error"_L1);
    send.author = UserId {fields.uuid("authorUserId"_L1)};
    send.authorName = fields.optionalText("authorName"_L1);
    send.runAt = fields.instant("runAt"_L1);
    send.createdAt = fields.instant("createdAt"_L1);
    if (fields.error())
        return *fields.error();
    return send;
}

QJsonObject encodeNewMessage(const NewMessage &message)
{
    return {
        {u"channel"_s, QString(wireName(message.channel))},
        {u"subject"_s, nullableText(message.subject)},
        {u"body"_s, message.body},
        {u"to"_s, QJsonArray::fromStringList(message.to)},
        {u"cc"_s, QJsonArray::fromStringList(message.cc)},
    };
}

Result<NewMessage> decodeNewMessage(const QJsonObject &object, LeadId lead)
{
    JsonFields fields(object);
    const NewMessage message {
        .lead = lead,
        .channel = decodeChannel(fields),
        .subject = fields.optionalText("subject"_L1),
        .body = fields.text("body"_L1),
        .to = fields.texts("to"_L1),
        .cc = fields.texts("cc"_L1),
    };
    if (fields.error())
        return *fields.error();
    return message;
}

} // namespace signalbox
