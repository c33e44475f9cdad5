// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedthread.h"

namespace signalbox {

/// How a conversation turned out: the tag it got, and which phrases tell it.
struct SeedOutcome
{
    const char *tag;
    const char *phrases; ///< `in.<phrases>` and `out.<phrases>`; null: the lead never answered
    int weight;
    const char *status;
};

/// An e-mail campaign of the demo, and how its leads behave.
struct SeedCampaign
{
    const char *name;
    bool isAutoSend; ///< AI_AUTO_SEND, else SETTER_MANAGED
    double interest; ///< weight of the good outcomes
    double refusal; ///< weight of the bad ones
    double booking; ///< probability that an interested lead books, before everything else counts
};

/// The demo's e-mail campaigns: one that books well by itself, one that earns much interest and hardly a
/// meeting, one that tires people, and an ordinary one.
const QList<SeedCampaign> &seedCampaigns();

/// `campaign`: index into seedCampaigns(), −1: none.
const SeedOutcome &pickSeedOutcome(SeedRandom &random, int campaign);

/// The one week, five to seven weeks ago, in which little was answered, and late.
bool isSeedBadWeek(const SeedCast &cast, Instant when);

/// How fast setter `setter` answers what arrived at `inbound`: the first is quick, the second slow.
SeedPace seedPace(const SeedCast &cast, int setter, Instant inbound);

/// Probability that an interested lead books a meeting, `answered` after it showed its interest.
double seedBookingChance(const SeedThread &thread, Instant::duration answered);

/// Seconds the machine waits before it answers, 180…420: always the same for the same message (domain
/// §8.2). `fill_response_timing` in the database works out the same.
int seedChosenDelay(const QUuid &inboundMessage);

/// How much later than it was scheduled the machine's answer left; negative: earlier.
std::chrono::seconds seedDrift(SeedRandom &random);

} // namespace signalbox
