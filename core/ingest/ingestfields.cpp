// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestfields.h"

#include "core/base/ids.h"
#include "core/ingest/charset.h"

#include <QJsonArray>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QList<IngestField> &leadFields()
{
    static const QList<IngestField> fields {{"id"_L1, "id"_L1, IngestForm::Uuid},
        {"firstName"_L1, "first_name"_L1}, {"lastName"_L1, "last_name"_L1},
        {"email"_L1, "email"_L1, IngestForm::Address}, {"phone"_L1, "phone"_L1, IngestForm::Phone},
        {"alternateEmails"_L1, "alternate_emails"_L1, IngestForm::TextList}, {"jobTitle"_L1, "job_title"_L1},
        {"timezone"_L1, "timezone"_L1}, {"companyName"_L1, "company_name"_L1},
        {"companyWebsite"_L1, "company_website"_L1}, {"companyState"_L1, "company_state"_L1},
        {"industry"_L1, "industry"_L1}, {"employeeHeadcount"_L1, "employee_headcount"_L1},
        {"linkedinId"_L1, "linkedin_id"_L1}, {"linkedinUrl"_L1, "linkedin_url"_L1},
        {"ghlContactId"_L1, "ghl_contact_id"_L1}, {"emailBisonLeadId"_L1, "email_bison_lead_id"_L1},
        {"status"_L1, "status"_L1}, {"sentimentTag"_L1, "sentiment_tag"_L1},
        {"overallScore"_L1, "overall_score"_L1, IngestForm::Score},
        {"fitScore"_L1, "fit_score"_L1, IngestForm::Score},
        {"intentScore"_L1, "intent_score"_L1, IngestForm::Score},
        {"scoreReasoning"_L1, "score_reasoning"_L1, IngestForm::LongText},
        {"scoredAt"_L1, "scored_at"_L1, IngestForm::Time},
        {"snoozedUntil"_L1, "snoozed_until"_L1, IngestForm::Time},
        {"autoReplyEnabled"_L1, "auto_reply_enabled"_L1, IngestForm::Flag},
        {"autoFollowUpEnabled"_L1, "auto_follow_up_enabled"_L1, IngestForm::Flag},
        {"autoBookMeetingsEnabled"_L1, "auto_book_meetings_enabled"_L1, IngestForm::Flag},
        {"enrichmentStatus"_L1, "enrichment_status"_L1},
        {"smsDndActive"_L1, "sms_dnd_active"_L1, IngestForm::Flag},
        {"assignedToUserId"_L1, "assigned_to_user_id"_L1, IngestForm::Uuid},
        {"assignedAt"_L1, "assigned_at"_L1, IngestForm::Time},
        {"smsCampaignId"_L1, "sms_campaign_id"_L1, IngestForm::Uuid},
        {"emailCampaignId"_L1, "email_campaign_id"_L1, IngestForm::Uuid},
        {"ghlAppointmentId"_L1, "ghl_appointment_id"_L1},
        {"calendlyInviteeUri"_L1, "calendly_invitee_uri"_L1},
        {"calendlyScheduledEventUri"_L1, "calendly_scheduled_event_uri"_L1},
        {"appointmentBookedAt"_L1, "appointment_booked_at"_L1, IngestForm::Time},
        {"appointmentStartAt"_L1, "appointment_start_at"_L1, IngestForm::Time},
        {"appointmentEndAt"_L1, "appointment_end_at"_L1, IngestForm::Time},
        {"appointmentStatus"_L1, "appointment_status"_L1},
        {"appointmentCanceledAt"_L1, "appointment_canceled_at"_L1, IngestForm::Time},
        {"appointmentProvider"_L1, "appointment_provider"_L1},
        {"appointmentSource"_L1, "appointment_source"_L1},
        {"createdAt"_L1, "created_at"_L1, IngestForm::Time},
        {"updatedAt"_L1, "updated_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &messageFields()
{
    static const QList<IngestField> fields {{"id"_L1, "id"_L1, IngestForm::Uuid},
        {"channel"_L1, "channel"_L1}, {"direction"_L1, "direction"_L1}, {"source"_L1, "source"_L1},
        {"sentBy"_L1, "sent_by"_L1}, {"sentByUserId"_L1, "sent_by_user_id"_L1, IngestForm::Uuid},
        {"content"_L1, "body"_L1, IngestForm::LongText}, {"rawText"_L1, "raw_text"_L1, IngestForm::LongText},
        {"rawHtml"_L1, "raw_html"_L1, IngestForm::LongText}, {"subject"_L1, "subject"_L1},
        {"cc"_L1, "cc"_L1, IngestForm::TextList}, {"bcc"_L1, "bcc"_L1, IngestForm::TextList},
        {"fromEmail"_L1, "from_email"_L1}, {"fromName"_L1, "from_name"_L1}, {"toEmail"_L1, "to_email"_L1},
        {"toName"_L1, "to_name"_L1}, {"isRead"_L1, "is_read"_L1, IngestForm::Flag},
        {"aiDraftId"_L1, "ai_draft_id"_L1, IngestForm::Uuid},
        {"aiDraftPartIndex"_L1, "ai_draft_part_index"_L1, IngestForm::Whole},
        {"timestamp"_L1, "sent_at"_L1, IngestForm::Time}, {"ghlId"_L1, "ghl_id"_L1},
        {"emailBisonReplyId"_L1, "email_bison_reply_id"_L1},
        {"inboxxiaScheduledEmailId"_L1, "inboxxia_scheduled_email_id"_L1},
        {"unipileMessageId"_L1, "unipile_message_id"_L1}, {"dedupeKey"_L1, "webhook_dedupe_key"_L1}};
    return fields;
}

const QList<IngestField> &draftFields()
{
    static const QList<IngestField> fields {{"id"_L1, "id"_L1, IngestForm::Uuid},
        {"channel"_L1, "channel"_L1}, {"content"_L1, "content"_L1, IngestForm::LongText},
        {"status"_L1, "status"_L1}, {"triggerMessageId"_L1, "trigger_message_id"_L1, IngestForm::Uuid},
        {"responseDisposition"_L1, "response_disposition"_L1}, {"autoSendAction"_L1, "auto_send_action"_L1},
        {"autoSendReason"_L1, "auto_send_reason"_L1, IngestForm::LongText},
        {"autoSendConfidence"_L1, "auto_send_confidence"_L1, IngestForm::Fraction},
        {"autoSendThreshold"_L1, "auto_send_threshold"_L1, IngestForm::Fraction},
        {"autoSendEvaluatedAt"_L1, "auto_send_evaluated_at"_L1, IngestForm::Time},
        {"createdAt"_L1, "created_at"_L1, IngestForm::Time},
        {"updatedAt"_L1, "updated_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &appointmentFields()
{
    static const QList<IngestField> fields {{"provider"_L1, "provider"_L1}, {"status"_L1, "status"_L1},
        {"source"_L1, "source"_L1}, {"ghlAppointmentId"_L1, "ghl_appointment_id"_L1},
        {"calendlyInviteeUri"_L1, "calendly_invitee_uri"_L1},
        {"calendlyScheduledEventUri"_L1, "calendly_scheduled_event_uri"_L1},
        {"startAt"_L1, "start_at"_L1, IngestForm::Time}, {"endAt"_L1, "end_at"_L1, IngestForm::Time},
        {"timezone"_L1, "timezone"_L1}, {"canceledAt"_L1, "canceled_at"_L1, IngestForm::Time},
        {"cancelReason"_L1, "cancel_reason"_L1}, {"ghlCalendarId"_L1, "ghl_calendar_id"_L1},
        {"calendlyEventTypeUri"_L1, "calendly_event_type_uri"_L1},
        {"bookedAt"_L1, "created_at"_L1, IngestForm::Time}, {"rescheduledFrom"_L1, "rescheduled_from"_L1}};
    return fields;
}

const QList<IngestField> &followUpFields()
{
    static const QList<IngestField> fields {{"status"_L1, "status"_L1},
        {"pausedReason"_L1, "paused_reason"_L1}, {"currentStep"_L1, "current_step"_L1, IngestForm::Whole},
        {"nextStepDue"_L1, "next_step_due"_L1, IngestForm::Time},
        {"startedAt"_L1, "started_at"_L1, IngestForm::Time},
        {"lastStepAt"_L1, "last_step_at"_L1, IngestForm::Time},
        {"completedAt"_L1, "completed_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &crmRowFields()
{
    static const QList<IngestField> fields {
        {"interestRegisteredAt"_L1, "interest_registered_at"_L1, IngestForm::Time},
        {"interestType"_L1, "interest_type"_L1},
        {"interestMessageId"_L1, "interest_message_id"_L1, IngestForm::Uuid},
        {"interestChannel"_L1, "interest_channel"_L1},
        {"interestCampaignName"_L1, "interest_campaign_name"_L1}, {"responseMode"_L1, "response_mode"_L1},
        {"responseMessageId"_L1, "response_message_id"_L1, IngestForm::Uuid},
        {"responseSentByUserId"_L1, "response_sent_by_user_id"_L1, IngestForm::Uuid},
        {"leadScoreAtInterest"_L1, "lead_score_at_interest"_L1, IngestForm::Score},
        {"leadType"_L1, "lead_type"_L1}, {"applicationStatus"_L1, "application_status"_L1},
        {"leadCategoryOverride"_L1, "lead_category_override"_L1},
        {"notes"_L1, "notes"_L1, IngestForm::LongText}, {"pipelineStatus"_L1, "pipeline_status"_L1},
        {"pipelineValue"_L1, "pipeline_value"_L1, IngestForm::Amount},
        {"pipelineCurrency"_L1, "pipeline_currency"_L1}, {"createdAt"_L1, "created_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &timingFields()
{
    static const QList<IngestField> fields {{"channel"_L1, "channel"_L1},
        {"inboundMessageId"_L1, "inbound_message_id"_L1, IngestForm::Uuid},
        {"inboundSentAt"_L1, "inbound_sent_at"_L1, IngestForm::Time},
        {"setterResponseMessageId"_L1, "setter_response_message_id"_L1, IngestForm::Uuid},
        {"setterResponseSentAt"_L1, "setter_response_sent_at"_L1, IngestForm::Time},
        {"setterSentByUserId"_L1, "setter_sent_by_user_id"_L1, IngestForm::Uuid},
        {"setterResponseMs"_L1, "setter_response_ms"_L1, IngestForm::Long},
        {"aiDraftId"_L1, "ai_draft_id"_L1, IngestForm::Uuid},
        {"aiResponseMessageId"_L1, "ai_response_message_id"_L1, IngestForm::Uuid},
        {"aiResponseSentAt"_L1, "ai_response_sent_at"_L1, IngestForm::Time},
        {"aiResponseMs"_L1, "ai_response_ms"_L1, IngestForm::Long},
        {"aiChosenDelaySeconds"_L1, "ai_chosen_delay_seconds"_L1, IngestForm::Whole},
        {"aiActualDelaySeconds"_L1, "ai_actual_delay_seconds"_L1, IngestForm::Whole},
        {"aiScheduledRunAt"_L1, "ai_scheduled_run_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &taskFields()
{
    static const QList<IngestField> fields {{"id"_L1, "id"_L1, IngestForm::Uuid}, {"type"_L1, "type"_L1},
        {"dueDate"_L1, "due_date"_L1, IngestForm::Time}, {"status"_L1, "status"_L1},
        {"subject"_L1, "subject"_L1}, {"suggestedMessage"_L1, "suggested_message"_L1, IngestForm::LongText},
        {"createdAt"_L1, "created_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &progressFields()
{
    static const QList<IngestField> fields {{"emailCampaignId"_L1, "email_campaign_id"_L1, IngestForm::Uuid},
        {"currentWave"_L1, "current_wave"_L1, IngestForm::Count},
        {"emailOutboundCount"_L1, "email_outbound_count"_L1, IngestForm::Whole},
        {"smsOutboundCount"_L1, "sms_outbound_count"_L1, IngestForm::Whole},
        {"linkedinOutboundCount"_L1, "linkedin_outbound_count"_L1, IngestForm::Whole},
        {"createdAt"_L1, "created_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &enrollmentFields()
{
    static const QList<IngestField> fields {{"status"_L1, "status"_L1},
        {"sentAt"_L1, "sent_at"_L1, IngestForm::Time}, {"createdAt"_L1, "created_at"_L1, IngestForm::Time}};
    return fields;
}

const QList<IngestField> &availabilityFields()
{
    static const QList<IngestField> fields {{"source"_L1, "availability_source"_L1},
        {"calendarType"_L1, "calendar_type"_L1}, {"calendarUrl"_L1, "calendar_url"_L1},
        {"slotDurationMinutes"_L1, "slot_duration_minutes"_L1, IngestForm::Count},
        {"rangeStart"_L1, "range_start"_L1, IngestForm::Time},
        {"rangeEnd"_L1, "range_end"_L1, IngestForm::Time}, {"slots"_L1, "slots"_L1, IngestForm::TimeList},
        {"fetchedAt"_L1, "fetched_at"_L1, IngestForm::Time}, {"staleAt"_L1, "stale_at"_L1, IngestForm::Time},
        {"lastError"_L1, "last_error"_L1, IngestForm::LongText}};
    return fields;
}

Result<QJsonValue> checkedNumber(const IngestField &field, const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    switch (field.form) {
    case IngestForm::Fraction:
        if (!value.isDouble() || number < 0 || number > 1)
            return badMember(field.wire, u"must be a number between 0 and 1"_s);
        return value;
    case IngestForm::Amount:
        if (!value.isDouble())
            return badMember(field.wire, u"must be a number"_s);
        return value;
    default:
        break;
    }
    const bool isScore = field.form == IngestForm::Score;
    const double most = isScore ? 4 : field.form == IngestForm::Long ? 9e15 : 1e6;
    if (!value.isDouble() || number != std::floor(number) || number > most
        || number < (field.form == IngestForm::Count ? 1 : 0))
        return badMember(field.wire, isScore ? u"must be 0, 1, 2, 3 or 4"_s : u"must be a whole number"_s);
    return value;
}

Result<QJsonValue> checkedTime(const IngestField &field, const QJsonValue &value)
{
    const auto when = parseIso(value.toString());
    if (!when)
        return badMember(field.wire, u"must be a time such as 2026-02-18T05:52:00Z"_s);
    return QJsonValue(toIsoMicros(*when));
}

Result<QJsonValue> checkedList(const IngestField &field, const QJsonValue &value)
{
    const bool isTimes = field.form == IngestForm::TimeList;
    const QString detail = isTimes ? u"must be a list of times"_s : u"must be a list of texts"_s;
    if (!value.isArray() || value.toArray().size() > (isTimes ? 20'000 : 500))
        return badMember(field.wire, detail);
    QJsonArray entries;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isString())
            return badMember(field.wire, detail);
        if (!isTimes) {
            entries += cleanText(entry.toString()).trimmed().left(320);
            continue;
        }
        const auto time = checkedTime(field, entry);
        if (!time)
            return time.error();
        entries += *time;
    }
    return QJsonValue(entries);
}

Result<QJsonValue> checkedText(const IngestField &field, const QJsonValue &value)
{
    if (!value.isString())
        return badMember(field.wire, u"must be a text"_s);
    const QString text = cleanText(value.toString());
    switch (field.form) {
    case IngestForm::Uuid:
        if (!LeadId::parse(text))
            return badMember(field.wire, u"must be a uuid"_s);
        return QJsonValue(text.toLower());
    case IngestForm::Time:
        return checkedTime(field, value);
    case IngestForm::Address: {
        const QString address = normalAddress(text);
        if (address.isEmpty() && !text.trimmed().isEmpty())
            return badMember(field.wire, u"is not an e-mail address"_s);
        return address.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(address);
    }
    case IngestForm::Phone: {
        const QString phone = normalPhone(text);
        if (phone.isEmpty() && !text.trimmed().isEmpty())
            return badMember(field.wire, u"is not a phone number"_s);
        return phone.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(phone);
    }
    case IngestForm::LongText:
        return QJsonValue(cutText(text, MailLimits().textBytes));
    default:
        if (text.size() > 1000)
            return badMember(field.wire, u"is longer than 1000 characters"_s);
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    }
}

Result<QJsonValue> checked(const IngestField &field, const QJsonValue &value)
{
    if (value.isNull())
        return QJsonValue(QJsonValue::Null);
    switch (field.form) {
    case IngestForm::Flag:
        if (!value.isBool())
            return badMember(field.wire, u"must be true or false"_s);
        return value;
    case IngestForm::Score:
    case IngestForm::Whole:
    case IngestForm::Count:
    case IngestForm::Long:
    case IngestForm::Fraction:
    case IngestForm::Amount:
        return checkedNumber(field, value);
    case IngestForm::TextList:
    case IngestForm::TimeList:
        return checkedList(field, value);
    default:
        return checkedText(field, value);
    }
}

/// The name on the wire of what is read into `column`.
QLatin1StringView wireOf(IngestRecord::Kind kind, QLatin1StringView column)
{
    for (const IngestField &field : ingestFields(kind)) {
        if (field.column == column)
            return field.wire;
    }
    return column;
}

} // namespace

const QList<IngestField> &ingestFields(IngestRecord::Kind kind)
{
    switch (kind) {
    case IngestRecord::Kind::Lead:
        break;
    case IngestRecord::Kind::Message:
        return messageFields();
    case IngestRecord::Kind::Draft:
        return draftFields();
    case IngestRecord::Kind::Appointment:
        return appointmentFields();
    case IngestRecord::Kind::FollowUpInstance:
        return followUpFields();
    case IngestRecord::Kind::CrmRow:
        return crmRowFields();
    case IngestRecord::Kind::ResponseTiming:
        return timingFields();
    case IngestRecord::Kind::FollowUpTask:
        return taskFields();
    case IngestRecord::Kind::BookingProgress:
        return progressFields();
    case IngestRecord::Kind::Reactivation:
        return enrollmentFields();
    case IngestRecord::Kind::Availability:
        return availabilityFields();
    }
    return leadFields();
}

Error badMember(QLatin1StringView field, const QString &detail)
{
    return Error::invalid(QString(field), u"%1: %2"_s.arg(field, detail), u"INVALID_RECORD"_s);
}

Result<void> readIngestFields(const QJsonObject &object, const QList<IngestField> &fields,
    const QStringList &others, QJsonObject &columns)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (others.contains(member.key()))
            continue;
        const auto field = std::find_if(fields.begin(), fields.end(),
            [&](const IngestField &known) { return known.wire == member.key(); });
        if (field == fields.end())
            return Error::invalid(member.key(), u"%1: there is no such member"_s.arg(member.key().left(60)),
                u"INVALID_RECORD"_s);
        const auto value = checked(*field, member.value());
        if (!value)
            return value.error();
        columns.insert(field->column, *value);
    }
    return {};
}

Result<void> checkOneOf(
    const IngestRecord &record, QLatin1StringView column, const QStringList &values, bool isRequired)
{
    const QJsonValue value = record.columns.value(column);
    if (value.isString() ? values.contains(value.toString()) : !isRequired)
        return {};
    return badMember(wireOf(record.kind, column), u"must be one of %1"_s.arg(values.join(", "_L1)));
}

Result<void> checkPresent(const IngestRecord &record, const QList<QLatin1StringView> &columns)
{
    for (const QLatin1StringView column : columns) {
        if (record.columns.value(column).isNull() || record.columns.value(column).isUndefined())
            return badMember(wireOf(record.kind, column), u"is required"_s);
    }
    return {};
}

} // namespace signalbox
