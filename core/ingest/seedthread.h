// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/ingest/seedfacts.h"
#include "core/ingest/seedlanguage.h"
#include "core/ingest/seedschedule.h"

#include <QUuid>

#include <optional>

namespace signalbox {

/// Somebody of ours in a demo workspace.
struct SeedPerson
{
    QUuid user;
    QByteArray firstName;
    QByteArray name;
    QByteArray email;
};

/// One demo workspace: who works in it and what it sells.
struct SeedCast
{
    std::uint64_t seed = 0;
    int workspaceIndex = 0;
    QByteArray workspaceName;
    int offer = 0;
    QList<SeedPerson> setters;
    SeedPerson campaignSender;
    QByteArray provider = "GHL"; ///< or CALENDLY: who keeps the calendars
    Instant now {};
    SeedCalendar calendar;
};

struct SeedMessage
{
    QByteArray channel;
    bool isInbound = false;
    bool isCampaign = false; ///< a scripted step
    QByteArray sentBy; ///< ai, setter or empty
    int setter = -1; ///< index into SeedCast::setters
    QByteArray subject;
    QByteArray body;
    QByteArray html;
    int draft = -1; ///< index into SeedThread::drafts it was sent from
    QByteArray attachment; ///< kind: ics, csv, png or empty
    Instant sentAt {};
};

struct SeedDraft
{
    int trigger = -1; ///< index into SeedThread::messages
    QByteArray channel;
    QByteArray content;
    QByteArray status;
    QByteArray action;
    QByteArray reason;
    QByteArray disposition;
    double confidence = 0;
    Instant createdAt {};

    Instant evaluatedAt() const { return createdAt + std::chrono::seconds(2); }
};

/// A lead of the demo with everything that hangs on it. Texts are UTF-8; empty means null.
struct SeedThread
{
    QByteArray firstName, lastName, email, phone, title, company, website, state, industry, headcount, zone;
    QByteArray linkedin;
    QByteArray alternateEmail, replierEmail, replierName;
    QByteArray status, tag;
    std::optional<int> score, fitScore, intentScore;
    std::optional<Instant> snoozedUntil;
    int setter = -1;
    int emailCampaign = -1, smsCampaign = -1;
    bool isDnd = false;
    SeedBooking booking;
    QList<SeedAppointment> appointments; ///< oldest first; each but the last was rescheduled to the next
    SeedInterest interest;
    QList<SeedFollowUp> followUps;
    QList<SeedTask> tasks;
    SeedProgress progress;
    SeedEnrollment enrollment;
    Instant createdAt {}, updatedAt {};
    QList<SeedMessage> messages; ///< oldest first, no two at the same time
    QList<SeedDraft> drafts;
};

/// Makes lead `index` of a workspace: always the same for the same cast.
///
/// Some indexes are set pieces of the demo: very long threads, a lead with an endless name, leads without a
/// name or without an address.
SeedThread makeSeedThread(const SeedCast &cast, const QList<SeedLanguage> &languages, qint64 index);

} // namespace signalbox
