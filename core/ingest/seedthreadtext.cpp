// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedlead.h"
#include "core/ingest/seedstory.h"
#include "core/ingest/seedthreadwriter.h"

// What the people of a conversation write.

namespace signalbox {

using namespace std::chrono;

void SeedThreadWriter::chooseChannel()
{
    const bool hasPhone = !m_thread.phone.isEmpty();
    if (m_thread.email.isEmpty())
        m_channel = "sms";
    else if (hasPhone && m_random.chance(0.15))
        m_channel = "sms";
    else if (!m_thread.linkedin.isEmpty() && m_random.chance(0.25))
        m_channel = "linkedin";
    else
        m_channel = "email";
    if (isEmail())
        m_thread.emailCampaign = m_random.below(int(seedCampaigns().size()));
    if (hasPhone && m_random.chance(0.7))
        m_thread.smsCampaign = m_random.below(3);
    m_subject = isEmail() ? m_voice.say("subject") : QByteArray();
}

QByteArray SeedThreadWriter::letter(
    const QByteArray &salutation, const QByteArray &text, const QByteArray &signature)
{
    return m_isRich ? m_voice.letter(salutation, text, signature) : salutation + "\n\n" + text;
}

void SeedThreadWriter::add(bool isInbound, const QByteArray &body)
{
    SeedMessage message;
    message.channel = m_channel;
    message.isInbound = isInbound;
    message.body = body;
    message.sentAt = m_at;
    if (isEmail())
        message.subject = m_thread.messages.isEmpty() ? m_subject : "Re: " + m_subject;
    m_thread.messages += message;
}

QByteArray SeedThreadWriter::shortText(bool isInbound)
{
    const bool isLinkedIn = m_channel == "linkedin";
    if (isInbound)
        return m_voice.say(isLinkedIn ? "li_in" : "sms_in");
    const QByteArray text = m_voice.say(isLinkedIn ? "li_out" : "sms_out");
    // Some of the few short texts name nobody: two leads next to each other must not read the same.
    return m_voice.first.isEmpty() || text.contains(m_voice.first) ? text
                                                                   : m_voice.join({m_voice.greeting(), text});
}

void SeedThreadWriter::writeCampaignMail(const QByteArray &text)
{
    add(false, letter(m_voice.greeting(), text, m_cast.campaignSender.name + '\n' + m_cast.workspaceName));
    m_thread.messages.last().isCampaign = true;
}

void SeedThreadWriter::writeInbound(bool isFirst)
{
    if (m_firstInbound < 0)
        m_firstInbound = int(m_thread.messages.size());
    const QByteArray core = isFirst ? m_voice.say("in." + m_outcome) : m_voice.say("chat_in");
    if (!isEmail()) {
        // The words that decide the outcome must stand in the thread, whatever the channel.
        add(true, isFirst ? core : m_random.chance(0.6) ? shortText(true) : core);
        return;
    }
    const bool isMachine = m_outcome == "ooo" || m_outcome == "auto";
    QByteArray text = isFirst && !isMachine && m_random.chance(0.75)
        ? m_voice.join({m_voice.say("lead_in"), core, m_voice.say("tail")})
        : core;
    if (m_isRich && !isFirst && m_random.chance(0.3))
        text += "\n\n" + m_voice.say("chat_in");
    const QByteArray signature = seedSignature(m_thread);
    if (!isMachine && (isFirst || m_random.chance(0.5)))
        text = letter(m_voice.say("greetingBack"), text, signature);
    add(true, text);
    decorate(m_thread.messages.last());
}

void SeedThreadWriter::decorate(SeedMessage &message)
{
    const double how = m_random.unit();
    if (how < (m_isRich ? 0.35 : 0.02))
        message.html = "?"; // written in decorateAll(), when the times of what it quotes are known
    else if (how < (m_isRich ? 0.6 : 0.04))
        message.attachment = "?";
    if (m_isRich && m_random.chance(0.06))
        message.attachment = m_random.chance(0.5) ? "csv" : "ics";
}

double SeedThreadWriter::machineShare() const
{
    if (!isEmail())
        return m_channel == "sms" ? 0.1 : 0.0;
    if (m_thread.emailCampaign < 0 || !seedCampaigns().at(m_thread.emailCampaign).isAutoSend)
        return 0.12;
    return !m_isAnchored && isSeedBadWeek(m_cast, m_at) ? 0.25 : 0.62;
}

void SeedThreadWriter::writeOutbound(bool isFirst)
{
    const SeedMessage &last = m_thread.messages.last();
    const bool isAnswer = last.isInbound && last.channel == m_channel;
    const bool isAi = isAnswer && m_random.chance(machineShare());
    const bool hasDraft = isAnswer && (isAi || m_random.chance(isEmail() ? 0.3 : 0.2));
    const bool hasSetter = m_thread.setter >= 0;
    const int setter = hasSetter ? m_thread.setter : m_random.below(int(m_cast.setters.size()));
    SeedDraft draft;
    if (hasDraft)
        draft = sentDraft(isAi);
    const Instant at = isAi ? machineTime(draft)
        : m_isLong          ? soon()
        : last.isInbound    ? seedAnswer(m_cast.calendar, m_at, seedPace(m_cast, setter, m_at), m_random)
                            : seedNextStep(m_cast.calendar, m_at, m_random); // two in a row: reminding
    if (!reach(at))
        return;
    const QByteArray path = isFirst ? "out." + m_outcome : QByteArray("chat_out");
    const QByteArray core = m_voice.say(path, "chat_out");
    const SeedPerson &person = m_cast.setters.at(setter);
    const QByteArray text = isEmail()
        ? letter(m_voice.greeting(), core, person.name + '\n' + m_cast.workspaceName)
        : m_random.chance(0.5) ? shortText(false)
                               : core;
    add(false, text);
    SeedMessage &message = m_thread.messages.last();
    message.sentBy = isAi ? "ai" : "setter";
    message.setter = isAi ? -1 : setter;
    if (hasDraft) {
        message.draft = int(m_thread.drafts.size());
        draft.content = text;
        m_thread.drafts += draft;
    }
}

SeedDraft SeedThreadWriter::sentDraft(bool isAi)
{
    SeedDraft draft;
    draft.trigger = int(m_thread.messages.size()) - 1;
    draft.channel = m_channel;
    draft.status = "approved";
    draft.confidence = 0.82 + 0.17 * m_random.unit();
    draft.reason = m_voice.say("reason_sure");
    draft.action = !isAi ? "needs_review" : m_random.chance(0.3) ? "send_immediate" : "send_delayed";
    draft.disposition = isAi ? "AUTO_SENT" : m_random.chance(0.6) ? "APPROVED" : "EDITED";
    draft.createdAt = m_at + seconds(m_random.between(4, 50));
    return draft;
}

void SeedThreadWriter::decorateAll()
{
    QList<SeedMessage> &messages = m_thread.messages;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        SeedMessage &message = messages[i];
        const SeedMessage *quoted = i > 0 && !messages.at(i - 1).isInbound ? &messages.at(i - 1) : nullptr;
        if (message.attachment == "?") {
            message.attachment.clear();
            if (quoted)
                message.body += seedPlainQuote(m_voice, quoted->body, quoted->sentAt);
        }
        if (message.html == "?") {
            if (m_random.chance(0.4) && !m_thread.website.isEmpty() && message.attachment.isEmpty())
                message.attachment = "png";
            message.html = seedHtml(m_voice, m_thread, message.body, quoted ? quoted->body : QByteArray(),
                quoted ? quoted->sentAt : Instant(), message.attachment == "png");
        }
    }
}

void SeedThreadWriter::writeDraft()
{
    const SeedMessage &last = m_thread.messages.last();
    if (!last.isInbound || m_outcome == "stop" || m_outcome == "no" || m_outcome == "auto"
        || !m_random.chance(0.72))
        return;
    SeedDraft draft;
    draft.trigger = int(m_thread.messages.size()) - 1;
    draft.channel = last.channel;
    const QByteArray core = m_voice.join({m_voice.say("out." + m_outcome, "chat_out"),
        m_random.chance(0.5) ? m_voice.say("chat_out") : QByteArray()});
    draft.content = last.channel == "email"
        ? m_voice.letter(m_voice.greeting(), core, m_voice.me + '\n' + m_cast.workspaceName)
        : core;
    draft.status = m_random.chance(0.93) ? "pending" : "rejected";
    draft.createdAt = last.sentAt + std::chrono::seconds(m_random.between(6, 95));
    const double kind = m_random.unit();
    const bool isUnsure = kind < 0.5;
    draft.action = isUnsure ? "needs_review"
        : kind < 0.65       ? "send_delayed"
        : kind < 0.75       ? "skip"
        : kind < 0.79       ? "error"
                            : "";
    draft.confidence = isUnsure ? 0.38 + 0.5 * m_random.unit() : 0.86 + 0.13 * m_random.unit();
    draft.reason = m_voice.say(isUnsure ? "reason" : "reason_sure");
    m_thread.drafts += draft;
}

} // namespace signalbox
