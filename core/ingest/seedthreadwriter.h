// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedids.h"
#include "core/ingest/seedthread.h"
#include "core/ingest/seedvoice.h"

namespace signalbox {

/// Writes one conversation, message by message, forward in time until it ends or the present is reached.
class SeedThreadWriter
{
public:
    SeedThreadWriter(const SeedCast &cast, const SeedLanguage &language, SeedRandom &random, qint64 index);

    /// Once.
    SeedThread write();

private:
    bool isEmail() const { return m_channel == "email"; }
    void setOutcome(const char *tag, const char *phrases, const char *status);
    /// Moves on to when the next message is sent; false when that is still to come. A set piece is moved as a
    /// whole when it is complete.
    bool reach(Instant at);
    /// A long thread would else reach back for years.
    Instant soon() { return m_at + std::chrono::minutes(m_random.between(20, 60 * 9)); }
    /// In the bad week half of the answers never came.
    bool isLost(Instant reply, double share);
    void chooseChannel();
    /// A mail; beyond the first thousands without its close, for size.
    QByteArray letter(const QByteArray &salutation, const QByteArray &text, const QByteArray &signature);
    void add(bool isInbound, const QByteArray &body);
    QByteArray shortText(bool isInbound);
    void writeCampaignMail(const QByteArray &text);
    void writeCampaign(int steps);
    void writeInbound(bool isFirst);
    /// HTML, quotes and attachments, as mail programs add them.
    void decorate(SeedMessage &message);
    /// The probability that the machine answers by itself.
    double machineShare() const;
    void writeOutbound(bool isFirst);
    /// The draft an answer to the last message is sent from.
    SeedDraft sentDraft(bool isAi);
    Instant machineTime(const SeedDraft &draft);
    /// When the lead writes next.
    Instant replyTime(bool isFirst);
    void writeReplies();
    void writeNextInbound();
    /// Weeks after a conversation went to sleep some leads are written to once more.
    void reactivate();
    /// Moves a set piece so that it ends where the demo wants it.
    void shift();
    /// What depends on when the messages before were sent.
    void decorateAll();
    /// What waits for a person, when the last word is the lead's.
    void writeDraft();
    /// Status, score, snooze and the rest of the lead's state.
    void settle();
    void score();
    bool isGoodNews() const;
    void snooze();

    const SeedCast &m_cast;
    SeedRandom &m_random;
    SeedVoice m_voice;
    qint64 m_index;
    bool m_isRich; ///< bulk leads beyond the first thousands are plain, for size
    bool m_isLong;
    bool m_isAnchored; ///< a set piece, whose last message has its time
    bool m_isOver = false; ///< what comes next is in the future
    int m_firstInbound = -1; ///< index of a message
    int m_reactivated = -1; ///< index of the message a lead came back with, interested
    Instant m_at {}; ///< of the last message
    SeedIds m_ids {m_cast.seed, m_cast.workspaceIndex};
    SeedThread m_thread;
    QByteArray m_outcome;
    QByteArray m_channel;
    QByteArray m_subject;
};

} // namespace signalbox
