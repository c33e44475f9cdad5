// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedbooking.h"
#include "core/ingest/seedlead.h"
#include "core/ingest/seedstory.h"
#include "core/ingest/seedthreadwriter.h"

namespace signalbox {

using namespace std::chrono;

SeedThreadWriter::SeedThreadWriter(
    const SeedCast &cast, const SeedLanguage &language, SeedRandom &random, qint64 index)
    : m_cast(cast)
    , m_random(random)
    , m_voice(language, random)
    , m_index(index)
    , m_isRich(index < 20'000)
    , m_isLong(isSeedLongThread(cast, index))
    , m_isAnchored(m_isLong || index < 24 || (index < 72 && random.chance(0.35)))
{
    m_thread = makeSeedLead(cast, language, random, index);
    m_voice.first = m_thread.firstName;
    m_voice.last = m_thread.lastName;
    m_voice.company = m_thread.company;
    m_voice.title = m_thread.title;
    m_voice.us = cast.workspaceName;
    m_voice.offer = cast.offer;
}

SeedThread SeedThreadWriter::write()
{
    chooseChannel();
    const SeedOutcome &outcome = pickSeedOutcome(m_random, m_thread.emailCampaign);
    setOutcome(outcome.tag, outcome.phrases, outcome.status);
    m_voice.me = m_thread.setter >= 0 ? m_cast.setters.at(m_thread.setter).firstName
                                      : m_cast.campaignSender.firstName;
    m_at = m_isAnchored ? m_cast.now - days(m_isLong ? 85 : 20)
                        : seedArrival(m_cast.calendar, m_cast.now, m_random);
    writeCampaign(m_outcome.isEmpty() ? m_random.between(2, 6) : m_random.between(1, 2));
    if (!m_outcome.isEmpty())
        writeReplies();
    reactivate();
    if (m_isAnchored)
        shift();
    decorateAll();
    if (m_firstInbound < 0)
        setOutcome(m_random.chance(0.7) ? "New" : "", nullptr, "new");
    writeDraft();
    settle();
    return std::move(m_thread);
}

void SeedThreadWriter::setOutcome(const char *tag, const char *phrases, const char *status)
{
    m_thread.tag = tag;
    m_thread.status = status;
    m_outcome = phrases ? QByteArray(phrases) : QByteArray();
}

bool SeedThreadWriter::reach(Instant at)
{
    at = std::max(Instant(floor<seconds>(at)), m_at + seconds(5));
    m_isOver = m_isOver || (!m_isAnchored && at > m_cast.now);
    if (!m_isOver)
        m_at = at;
    return !m_isOver;
}

bool SeedThreadWriter::isLost(Instant reply, double share)
{
    return !m_isAnchored && isSeedBadWeek(m_cast, reply) && m_random.chance(share);
}

void SeedThreadWriter::writeCampaign(int steps)
{
    for (int step = 0; step < steps; ++step) {
        const bool isFirst = m_thread.messages.isEmpty();
        if (!isFirst && !reach(seedNextStep(m_cast.calendar, m_at, m_random)))
            return;
        if (isEmail()) {
            const QByteArray text = isFirst
                ? m_voice.join({m_isRich ? m_voice.say("opener") : QByteArray(), m_voice.say("pitch")})
                    + "\n\n" + m_voice.say("ask")
                : m_voice.join(
                    {m_voice.say("nudge"), m_random.chance(0.5) ? m_voice.say("ask") : QByteArray()});
            writeCampaignMail(text);
        } else {
            add(false, shortText(false));
            m_thread.messages.last().sentBy = "setter";
            m_thread.messages.last().setter = m_thread.setter;
        }
    }
}

Instant SeedThreadWriter::machineTime(const SeedDraft &draft)
{
    const Instant evaluated = draft.evaluatedAt();
    if (draft.action == "send_immediate")
        return evaluated + seconds(m_random.between(8, 40));
    const int delay = seedChosenDelay(m_ids.message(m_index, draft.trigger));
    return evaluated + seconds(delay) + seedDrift(m_random);
}

Instant SeedThreadWriter::replyTime(bool isFirst)
{
    if (m_isLong)
        return soon();
    const bool isMachine = isFirst && (m_outcome == "ooo" || m_outcome == "auto");
    return isMachine ? m_at + seconds(m_random.between(15, 900)) : seedReply(m_cast.calendar, m_at, m_random);
}

void SeedThreadWriter::writeReplies()
{
    if (m_isOver)
        return;
    const Instant first = replyTime(true);
    if (isLost(first, 0.6)) {
        writeCampaign(m_random.below(4));
        return;
    }
    if (!reach(first))
        return;
    writeInbound(true);
    const bool isEnd = m_outcome == "stop" || m_outcome == "no" || m_outcome == "ooo" || m_outcome == "auto";
    int turns = isEnd ? m_random.below(2) : m_random.between(0, 8);
    if (m_isLong)
        turns = 398; // with the mails before them about 400
    for (int turn = 0; turn < turns && !m_isOver; ++turn) {
        // A lead with a phone sometimes changes over, as people do.
        if (turn > 1 && !m_thread.phone.isEmpty() && !m_thread.email.isEmpty() && m_random.chance(0.08)) {
            m_channel = isEmail() ? "sms" : "email";
            if (isEmail() && m_subject.isEmpty())
                m_subject = m_voice.say("subject");
        }
        if (m_thread.messages.last().isInbound || m_random.chance(0.12))
            writeOutbound(turn == 0);
        else
            writeNextInbound();
    }
}

void SeedThreadWriter::writeNextInbound()
{
    const Instant at = replyTime(false);
    if (isLost(at, 0.5))
        m_isOver = true;
    else if (reach(at))
        writeInbound(false);
}

void SeedThreadWriter::reactivate()
{
    const Instant earliest = m_at + days(m_random.between(25, 70));
    // Whoever was interested may have booked by then.
    const bool isAsleep = m_outcome.isEmpty() || m_outcome == "later" || m_outcome == "neutral";
    if (m_isAnchored || m_isOver || m_thread.email.isEmpty() || !isAsleep || earliest > m_cast.now
        || !m_random.chance(0.3))
        return;
    SeedEnrollment &enrollment = m_thread.enrollment;
    enrollment.campaign = m_random.chance(0.6) ? 0 : 1;
    enrollment.createdAt = earliest - days(1);
    const double how = m_random.unit();
    enrollment.status = how < 0.8 ? "sent"
        : how < 0.88              ? "ready"
        : how < 0.94              ? "failed"
        : how < 0.97              ? "needs_review"
                                  : "rate_limited";
    m_channel = "email";
    if (m_subject.isEmpty())
        m_subject = m_voice.say("subject");
    if (enrollment.status != "sent")
        return;
    if (!reach(seedNextStep(m_cast.calendar, earliest, m_random))) {
        enrollment.status = "ready";
        return;
    }
    writeCampaignMail(m_voice.say("nudge"));
    enrollment.sentAt = m_at;
    if (!m_random.chance(enrollment.campaign == 0 ? 0.2 : 0.08))
        return;
    const Instant reply = seedReply(m_cast.calendar, m_at, m_random);
    if (isLost(reply, 0.5) || !reach(reply))
        return;
    const bool isGood = m_random.chance(0.6);
    setOutcome(
        isGood ? "Interested" : "Follow Up", isGood ? "interested" : "later", isGood ? "qualified" : "new");
    m_reactivated = isGood ? int(m_thread.messages.size()) : -1;
    writeInbound(true);
    writeOutbound(true);
    if (m_random.chance(0.6) && !m_isOver && !m_thread.messages.last().isInbound)
        writeNextInbound();
}

void SeedThreadWriter::shift()
{
    const auto age = m_index < 24 ? minutes(2 + m_index * 11 + m_random.below(9))
        : m_isLong                ? minutes(m_random.between(60 * 24, 60 * 24 * 20))
                                  : minutes(m_random.between(60, 60 * 30));
    const auto by = floor<seconds>(m_cast.now - age - seconds(m_random.below(60)) - m_at);
    for (SeedMessage &message : m_thread.messages)
        message.sentAt += by;
    for (SeedDraft &draft : m_thread.drafts)
        draft.createdAt += by;
    m_at += by;
}

void SeedThreadWriter::settle()
{
    m_thread.createdAt = m_thread.messages.first().sentAt - std::chrono::minutes(m_random.between(5, 900));
    m_thread.updatedAt = m_thread.messages.last().sentAt;
    if (!m_thread.drafts.isEmpty())
        m_thread.updatedAt = std::max(m_thread.updatedAt, m_thread.drafts.last().createdAt);
    if (m_firstInbound >= 0)
        addSeedBooking(m_cast, m_random, {m_outcome, m_firstInbound, m_reactivated}, m_thread);
    if (m_random.chance(0.03))
        m_thread.status = "unqualified";
    else if (m_random.chance(0.008))
        m_thread.status = "needs_repair";
    score();
    const bool isPostponed = m_thread.tag == "Snoozed" || (m_outcome == "later" && m_random.chance(0.4));
    if (isPostponed || m_random.chance(0.015))
        snooze();
    if (!m_thread.phone.isEmpty() && m_random.chance(0.04))
        m_thread.isDnd = true;
    m_thread.updatedAt = std::min(m_thread.updatedAt, m_cast.now);
    addSeedFollowUps(m_cast, m_random, m_thread);
}

void SeedThreadWriter::score()
{
    if (m_outcome == "stop")
        m_thread.score = 0;
    else if (!m_outcome.isEmpty() && m_random.chance(0.8))
        m_thread.score = isGoodNews() ? m_random.between(2, 4) : m_random.between(1, 3);
    if (!m_thread.score)
        return;
    m_thread.fitScore = std::clamp(*m_thread.score + m_random.between(-1, 1), 0, 4);
    m_thread.intentScore = std::clamp(*m_thread.score + m_random.between(-1, 1), 0, 4);
    if (m_thread.interest.message >= 0)
        m_thread.interest.score = std::clamp(*m_thread.score - m_random.below(2), 0, 4);
}

bool SeedThreadWriter::isGoodNews() const
{
    return m_outcome == "meeting" || m_outcome == "booked" || m_outcome == "interested"
        || m_outcome == "call";
}

void SeedThreadWriter::snooze()
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
    return SeedThreadWriter(cast, languages.at(chosen), random, index).write();
}

} // namespace signalbox
