// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/charset.h"
#include "core/ingest/ingestfields.h"

// The checks of what analytics reads.

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QStringList &channels()
{
    static const QStringList names {u"sms"_s, u"email"_s, u"linkedin"_s};
    return names;
}

/// A null would break the column's rule: there it means "not said".
void dropNulls(IngestRecord &record, const QList<QLatin1StringView> &columns)
{
    for (const QLatin1StringView column : columns) {
        if (record.columns.value(column).isNull())
            record.columns.remove(column);
    }
}

/// The name of something of ours; empty: not given.
Result<QString> readName(const QJsonObject &object, QLatin1StringView member)
{
    const QJsonValue value = object.value(member);
    if (!value.isString() && !value.isNull() && !value.isUndefined())
        return badMember(member, u"must be a text"_s);
    return cleanText(value.toString()).trimmed().left(200);
}

Result<void> checkCrmRow(IngestRecord &record)
{
    dropNulls(record, {"created_at"_L1});
    if (const auto known = checkOneOf(record, "interest_channel"_L1, channels(), false); !known)
        return known;
    return checkOneOf(record, "response_mode"_L1, {u"AI"_s, u"HUMAN"_s, u"UNKNOWN"_s}, false);
}

Result<void> checkTiming(IngestRecord &record)
{
    if (const auto known = checkOneOf(record, "channel"_L1, channels(), true); !known)
        return known;
    return checkPresent(record, {"inbound_message_id"_L1, "inbound_sent_at"_L1});
}

Result<void> checkTask(const QJsonObject &object, IngestRecord &record)
{
    dropNulls(record, {"id"_L1, "status"_L1, "created_at"_L1});
    static const QStringList types {u"email"_s, u"call"_s, u"sms"_s, u"linkedin"_s, u"ai_voice"_s,
        u"meeting-canceled"_s, u"meeting-rescheduled"_s};
    if (const auto known = checkOneOf(record, "type"_L1, types, true); !known)
        return known;
    if (const auto known = checkOneOf(
            record, "status"_L1, {u"pending"_s, u"completed"_s, u"skipped"_s, u"cancelled"_s}, false);
        !known)
        return known;
    const auto sequence = readName(object, "sequence"_L1);
    if (!sequence)
        return sequence.error();
    record.sequence = *sequence;
    return checkPresent(record, {"due_date"_L1});
}

Result<void> checkProgress(const QJsonObject &object, IngestRecord &record)
{
    dropNulls(record,
        {"email_campaign_id"_L1, "current_wave"_L1, "email_outbound_count"_L1, "sms_outbound_count"_L1,
            "linkedin_outbound_count"_L1, "created_at"_L1});
    const auto campaign = readName(object, "campaign"_L1);
    if (!campaign)
        return campaign.error();
    const auto process = readName(object, "process"_L1);
    if (!process)
        return process.error();
    record.campaign = *campaign;
    record.process = *process;
    if (record.campaign.isEmpty() && !record.columns.contains("email_campaign_id"_L1))
        return badMember("campaign"_L1, u"give it or emailCampaignId: the e-mail campaign"_s);
    return {};
}

Result<void> checkReactivation(const QJsonObject &object, IngestRecord &record)
{
    dropNulls(record, {"status"_L1, "created_at"_L1});
    const auto campaign = readName(object, "campaign"_L1);
    if (!campaign)
        return campaign.error();
    record.campaign = *campaign;
    if (record.campaign.isEmpty())
        return badMember("campaign"_L1, u"is required: the reactivation's name"_s);
    return checkOneOf(record, "status"_L1,
        {u"pending_resolution"_s, u"ready"_s, u"sent"_s, u"rate_limited"_s, u"needs_review"_s, u"failed"_s},
        false);
}

Result<void> checkAvailability(IngestRecord &record)
{
    dropNulls(record,
        {"availability_source"_L1, "slot_duration_minutes"_L1, "range_start"_L1, "range_end"_L1, "slots"_L1});
    if (const auto known
        = checkOneOf(record, "availability_source"_L1, {u"DEFAULT"_s, u"DIRECT_BOOK"_s}, false);
        !known)
        return known;
    return checkPresent(record, {"calendar_type"_L1, "calendar_url"_L1, "fetched_at"_L1, "stale_at"_L1});
}

} // namespace

Result<void> checkFact(const QJsonObject &object, IngestRecord &record)
{
    switch (record.kind) {
    case IngestRecord::Kind::CrmRow:
        return checkCrmRow(record);
    case IngestRecord::Kind::ResponseTiming:
        return checkTiming(record);
    case IngestRecord::Kind::FollowUpTask:
        return checkTask(object, record);
    case IngestRecord::Kind::BookingProgress:
        return checkProgress(object, record);
    case IngestRecord::Kind::Reactivation:
        return checkReactivation(object, record);
    default:
        return checkAvailability(record);
    }
}

} // namespace signalbox
