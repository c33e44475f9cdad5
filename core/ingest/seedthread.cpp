// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedthread.h"

#include "core/ingest/seedlead.h"
#include "core/ingest/seedschedule.h"
#include "core/ingest/seedvoice.h"

namespace signalbox {

namespace {

/// How a conversation turned out: the tag it got, and which phrases tell it.
struct Outcome
{
    const char *tag;
    const char *phrases; ///< `in.<phrases>` and `out.<phrases>`; null: the lead never answered
    int weight;
    const char *status;
};

constexpr Outcome Outcomes[] = {
    {"New", nullptr, 16, "new"},
    {"", nullptr, 8, "new"},
    {"Interested", "interested", 11, "qualified"},
    {"Information Requested", "info", 13, "qualified"},
    {"Meeting Requested", "meeting", 9, "meeting-requested"},
    {"Call Requested", "call", 6, "qualified"},
    {"Meeting Booked", "booked", 6, "meeting-booked"},
    {"Objection", "objection", 6, "new"},
    {"Not Interested", "no", 8, "not-interested"},
    {"Blacklist", "stop", 4, "blacklisted"},
    {"Follow Up", "later", 7, "new"},
    {"Out of Office", "ooo", 4, "new"},
    {"Automated Reply", "auto", 3, "new"},
    {"Neutral", "neutral", 4, "new"},
    {"Snoozed", "later", 1, "new"},
    {"Positive", "interested", 1, "qualified"},
};

const Outcome &pickOutcome(SeedRandom &random)
{
    int total = 0;
    for (const Outcome &outcome : Outcomes)
        total += outcome.weight;
    int at = random.below(total);
    for (const Outcome &outcome : Outcomes) {
        at -= outcome.weight;
        if (at < 0)
            return outcome;
    }
    return Outcomes[0];
}

class ThreadWriter
{
public:
    ThreadWriter(const SeedCast &cast, const SeedLanguage &language, SeedRandom &random, qint64 index)
        : m_cast(cast)
        , m_random(random)
        , m_voice(language, random)
        , m_index(index)
        , m_isRich(index < 20'000)
    {
        m_thread = makeSeedLead(cast, language, random, index);
        m_voice.first = m_thread.firstName;
        m_voice.last = m_thread.lastName;
        m_voice.company = m_thread.company;
        m_voice.title = m_thread.title;
        m_voice.us = cast.workspaceName;
        m_voice.offer = cast.offer;
    }

    SeedThread write()
    {
        const Outcome &outcome = pickOutcome(m_random);
        m_outcome = outcome.phrases ? QByteArray(outcome.phrases) : QByteArray();
        m_thread.tag = outcome.tag;
        m_thread.status = outcome.status;
        chooseChannel();
        m_voice.me = m_thread.setter >= 0 ? m_cast.setters.at(m_thread.setter).firstName
                                          : m_cast.campaignSender.firstName;
        writeCampaign(m_outcome.isEmpty() ? m_random.between(1, 6) : m_random.between(1, 2));
        if (!m_outcome.isEmpty())
            writeReplies();
        schedule();
        writeDraft();
        settle();
        return std::move(m_thread);
    }

private:
    bool isEmail() const { return m_channel == "email"; }

    void chooseChannel()
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
            m_thread.emailCampaign = m_random.below(4);
        if (hasPhone && m_random.chance(0.7))
            m_thread.smsCampaign = m_random.below(3);
        m_subject = isEmail() ? m_voice.say("subject") : QByteArray();
    }

    /// A mail; beyond the first thousands without its close, for size.
    QByteArray letter(const QByteArray &salutation, const QByteArray &text, const QByteArray &signature)
    {
        return m_isRich ? m_voice.letter(salutation, text, signature) : salutation + "\n\n" + text;
    }

    void add(bool isInbound, const QByteArray &body)
    {
        SeedMessage message;
        message.channel = m_channel;
        message.isInbound = isInbound;
        message.body = body;
        if (isEmail())
            message.subject = m_thread.messages.isEmpty() ? m_subject : "Re: " + m_subject;
        m_thread.messages += message;
    }

    QByteArray shortText(bool isInbound)
    {
        if (m_channel == "linkedin")
            return m_voice.say(isInbound ? "li_in" : "li_out");
        return m_voice.say(isInbound ? "sms_in" : "sms_out");
    }

    void writeCampaign(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            if (isEmail()) {
                const QByteArray text = step == 0
                    ? m_voice.join({m_isRich ? m_voice.say("opener") : QByteArray(), m_voice.say("pitch")})
                        + "\n\n" + m_voice.say("ask")
                    : m_voice.join(
                        {m_voice.say("nudge"), m_random.chance(0.5) ? m_voice.say("ask") : QByteArray()});
                add(false,
                    letter(
                        m_voice.greeting(), text, m_cast.campaignSender.name + '\n' + m_cast.workspaceName));
                m_thread.messages.last().isCampaign = true;
            } else {
                add(false, shortText(false));
                m_thread.messages.last().sentBy = "setter";
                m_thread.messages.last().setter = m_thread.setter;
            }
        }
    }

    void writeInbound(bool isFirst)
    {
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

    /// HTML, quotes and attachments, as mail programs add them.
    void decorate(SeedMessage &message)
    {
        const double how = m_random.unit();
        if (how < (m_isRich ? 0.35 : 0.02))
            message.html = "?"; // written in schedule(), when the times of what it quotes are known
        else if (how < (m_isRich ? 0.6 : 0.04))
            message.attachment = "?";
        if (m_isRich && m_random.chance(0.06))
            message.attachment = m_random.chance(0.5) ? "csv" : "ics";
    }

    void writeOutbound(bool isFirst)
    {
        const QByteArray path = isFirst ? "out." + m_outcome : QByteArray("chat_out");
        const QByteArray core = m_voice.say(path, "chat_out");
        const bool hasSetter = m_thread.setter >= 0;
        const int setter = hasSetter ? m_thread.setter : m_random.below(int(m_cast.setters.size()));
        const bool isAi = isEmail() && m_random.chance(0.35);
        const SeedPerson &person = m_cast.setters.at(setter);
        const QByteArray text = isEmail()
            ? letter(m_voice.greeting(), core, person.name + '\n' + m_cast.workspaceName)
            : m_random.chance(0.5) ? shortText(false)
                                   : core;
        add(false, text);
        SeedMessage &message = m_thread.messages.last();
        message.sentBy = isAi ? "ai" : "setter";
        message.setter = isAi ? -1 : setter;
        if (isAi || (isEmail() && m_random.chance(0.3)))
            addSentDraft(message);
    }

    /// The draft an answer was sent from.
    void addSentDraft(SeedMessage &message)
    {
        SeedDraft draft;
        draft.trigger = int(m_thread.messages.size()) - 2;
        if (draft.trigger < 0 || !m_thread.messages.at(draft.trigger).isInbound)
            return;
        draft.channel = m_channel;
        draft.content = message.body;
        draft.status = "approved";
        draft.confidence = 0.82 + 0.17 * m_random.unit();
        draft.reason = m_voice.say("reason_sure");
        draft.action = message.sentBy == "ai" ? (m_random.chance(0.6) ? "send_immediate" : "send_delayed")
                                              : "needs_review";
        draft.disposition = message.sentBy == "ai" ? "AUTO_SENT"
            : m_random.chance(0.6)                 ? "APPROVED"
                                                   : "EDITED";
        message.draft = int(m_thread.drafts.size());
        m_thread.drafts += draft;
    }

    void writeReplies()
    {
        writeInbound(true);
        const bool isEnd
            = m_outcome == "stop" || m_outcome == "no" || m_outcome == "ooo" || m_outcome == "auto";
        int turns = isEnd ? m_random.below(2) : m_random.between(0, 7);
        if (isSeedLongThread(m_cast, m_index))
            turns = 398; // with the mails before them about 400
        for (int turn = 0; turn < turns; ++turn) {
            // A lead with a phone sometimes changes over, as people do.
            if (turn > 1 && !m_thread.phone.isEmpty() && !m_thread.email.isEmpty() && m_random.chance(0.08)) {
                m_channel = isEmail() ? "sms" : "email";
                if (isEmail() && m_subject.isEmpty())
                    m_subject = m_voice.say("subject");
            }
            if (m_thread.messages.last().isInbound)
                writeOutbound(turn == 0);
            else if (m_random.chance(0.88))
                writeInbound(false);
            else
                writeOutbound(false); // two in a row: reminding
        }
    }

    /// Gives the messages their times, backwards from the last one, and writes what depends on them.
    void schedule()
    {
        QList<SeedMessage> &messages = m_thread.messages;
        const auto times = seedSchedule(m_cast.now, m_random, int(messages.size()), m_index);
        for (qsizetype i = 0; i < messages.size(); ++i) {
            SeedMessage &message = messages[i];
            message.sentAt = times.at(i);
            if (message.draft >= 0)
                m_thread.drafts[message.draft].createdAt
                    = messages.at(m_thread.drafts.at(message.draft).trigger).sentAt
                    + std::chrono::seconds(m_random.between(4, 50));
            const SeedMessage *quoted
                = i > 0 && !messages.at(i - 1).isInbound ? &messages.at(i - 1) : nullptr;
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

    /// What waits for a person, when the last word is the lead's.
    void writeDraft()
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

    /// Status, score, snooze and the rest of the lead's state.
    void settle()
    {
        m_thread.createdAt
            = m_thread.messages.first().sentAt - std::chrono::minutes(m_random.between(20, 4000));
        m_thread.updatedAt = m_thread.messages.last().sentAt;
        if (!m_thread.drafts.isEmpty())
            m_thread.updatedAt = std::max(m_thread.updatedAt, m_thread.drafts.last().createdAt);
        if (m_random.chance(0.03))
            m_thread.status = "unqualified";
        else if (m_random.chance(0.008))
            m_thread.status = "needs_repair";
        if (m_outcome == "stop")
            m_thread.score = 0;
        else if (!m_outcome.isEmpty() && m_random.chance(0.8))
            m_thread.score = isGoodNews() ? m_random.between(2, 4) : m_random.between(1, 3);
        const bool isPostponed = m_thread.tag == "Snoozed" || (m_outcome == "later" && m_random.chance(0.4));
        if (isPostponed || m_random.chance(0.015))
            snooze();
        if (!m_thread.phone.isEmpty() && m_random.chance(0.04))
            m_thread.isDnd = true;
        if (m_outcome.isEmpty() ? m_random.chance(0.05) : m_random.chance(0.03))
            m_thread.followUpBlocked = m_random.chance(0.6) ? "missing_lead_data: phone number"
                                                            : "missing_workspace_setup: booking link";
        if (m_outcome == "booked")
            m_thread.appointmentAt = m_thread.updatedAt + std::chrono::hours(24 * m_random.between(1, 9));
        m_thread.updatedAt = std::min(m_thread.updatedAt, m_cast.now);
    }

    bool isGoodNews() const
    {
        return m_outcome == "meeting" || m_outcome == "booked" || m_outcome == "interested"
            || m_outcome == "call";
    }

    void snooze()
    {
        const bool isOver = m_thread.tag != "Snoozed" && m_random.chance(0.4);
        if (isOver) {
            m_thread.snoozedUntil = m_thread.updatedAt + std::chrono::hours(m_random.between(2, 72));
            if (*m_thread.snoozedUntil <= m_cast.now) {
                m_thread.updatedAt = *m_thread.snoozedUntil; // it came back to the top then (DESIGN §8.4)
                return;
            }
        }
        m_thread.snoozedUntil = m_cast.now + std::chrono::hours(m_random.between(5, 24 * 40));
    }

    const SeedCast &m_cast;
    SeedRandom &m_random;
    SeedVoice m_voice;
    qint64 m_index;
    bool m_isRich; ///< bulk leads beyond the first thousands are plain, for size
    SeedThread m_thread;
    QByteArray m_outcome;
    QByteArray m_channel;
    QByteArray m_subject;
};

} // namespace

SeedThread makeSeedThread(const SeedCast &cast, const QList<SeedLanguage> &languages, qint64 index)
{
    // English to the half, then the others; neighbouring rows rarely share a language and never a text.
    static constexpr int Shares[] = {52, 12, 11, 11, 5, 5, 4};
    SeedRandom random
        = SeedRandom::forItem(cast.seed, std::uint64_t(cast.workspaceIndex) + 1, std::uint64_t(index));
    int at = random.below(100);
    int chosen = 0;
    while (chosen + 1 < int(std::size(Shares)) && at >= Shares[chosen])
        at -= Shares[chosen++];
    return ThreadWriter(cast, languages.at(chosen), random, index).write();
}

} // namespace signalbox
