// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestrecord.h"

#include "core/base/ids.h"
#include "core/ingest/charset.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

enum class Form
{
    Text,
    LongText,
    Uuid,
    Time,
    Flag,
    Score,
    Whole,
    Fraction,
    TextList,
    Address,
    Phone
};

struct Field
{
    QLatin1StringView wire; ///< the name on the wire (domain §3.5–3.6)
    QLatin1StringView column;
    Form form = Form::Text;
};

using Fields = QList<Field>;

const Fields &leadFields()
{
    static const Fields fields {{"id"_L1, "id"_L1, Form::Uuid}, {"firstName"_L1, "first_name"_L1},
        {"lastName"_L1, "last_name"_L1}, {"email"_L1, "email"_L1, Form::Address},
        {"phone"_L1, "phone"_L1, Form::Phone}, {"alternateEmails"_L1, "alternate_emails"_L1, Form::TextList},
        {"jobTitle"_L1, "job_title"_L1}, {"timezone"_L1, "timezone"_L1},
        {"companyName"_L1, "company_name"_L1}, {"companyWebsite"_L1, "company_website"_L1},
        {"companyState"_L1, "company_state"_L1}, {"industry"_L1, "industry"_L1},
        {"employeeHeadcount"_L1, "employee_headcount"_L1}, {"linkedinId"_L1, "linkedin_id"_L1},
        {"linkedinUrl"_L1, "linkedin_url"_L1}, {"ghlContactId"_L1, "ghl_contact_id"_L1},
        {"emailBisonLeadId"_L1, "email_bison_lead_id"_L1}, {"status"_L1, "status"_L1},
        {"sentimentTag"_L1, "sentiment_tag"_L1}, {"overallScore"_L1, "overall_score"_L1, Form::Score},
        {"scoreReasoning"_L1, "score_reasoning"_L1, Form::LongText},
        {"scoredAt"_L1, "scored_at"_L1, Form::Time}, {"snoozedUntil"_L1, "snoozed_until"_L1, Form::Time},
        {"autoReplyEnabled"_L1, "auto_reply_enabled"_L1, Form::Flag},
        {"autoFollowUpEnabled"_L1, "auto_follow_up_enabled"_L1, Form::Flag},
        {"autoBookMeetingsEnabled"_L1, "auto_book_meetings_enabled"_L1, Form::Flag},
        {"enrichmentStatus"_L1, "enrichment_status"_L1}, {"smsDndActive"_L1, "sms_dnd_active"_L1, Form::Flag},
        {"assignedToUserId"_L1, "assigned_to_user_id"_L1, Form::Uuid},
        {"assignedAt"_L1, "assigned_at"_L1, Form::Time},
        {"smsCampaignId"_L1, "sms_campaign_id"_L1, Form::Uuid},
        {"emailCampaignId"_L1, "email_campaign_id"_L1, Form::Uuid},
        {"createdAt"_L1, "created_at"_L1, Form::Time}, {"updatedAt"_L1, "updated_at"_L1, Form::Time}};
    return fields;
}

const Fields &messageFields()
{
    static const Fields fields {{"id"_L1, "id"_L1, Form::Uuid}, {"channel"_L1, "channel"_L1},
        {"direction"_L1, "direction"_L1}, {"source"_L1, "source"_L1}, {"sentBy"_L1, "sent_by"_L1},
        {"sentByUserId"_L1, "sent_by_user_id"_L1, Form::Uuid}, {"content"_L1, "body"_L1, Form::LongText},
        {"rawText"_L1, "raw_text"_L1, Form::LongText}, {"rawHtml"_L1, "raw_html"_L1, Form::LongText},
        {"subject"_L1, "subject"_L1}, {"cc"_L1, "cc"_L1, Form::TextList},
        {"bcc"_L1, "bcc"_L1, Form::TextList}, {"fromEmail"_L1, "from_email"_L1},
        {"fromName"_L1, "from_name"_L1}, {"toEmail"_L1, "to_email"_L1}, {"toName"_L1, "to_name"_L1},
        {"isRead"_L1, "is_read"_L1, Form::Flag}, {"aiDraftId"_L1, "ai_draft_id"_L1, Form::Uuid},
        {"aiDraftPartIndex"_L1, "ai_draft_part_index"_L1, Form::Whole},
        {"timestamp"_L1, "sent_at"_L1, Form::Time}, {"ghlId"_L1, "ghl_id"_L1},
        {"emailBisonReplyId"_L1, "email_bison_reply_id"_L1},
        {"inboxxiaScheduledEmailId"_L1, "inboxxia_scheduled_email_id"_L1},
        {"unipileMessageId"_L1, "unipile_message_id"_L1}, {"dedupeKey"_L1, "webhook_dedupe_key"_L1}};
    return fields;
}

const Fields &draftFields()
{
    static const Fields fields {{"id"_L1, "id"_L1, Form::Uuid}, {"channel"_L1, "channel"_L1},
        {"content"_L1, "content"_L1, Form::LongText}, {"status"_L1, "status"_L1},
        {"triggerMessageId"_L1, "trigger_message_id"_L1, Form::Uuid},
        {"responseDisposition"_L1, "response_disposition"_L1}, {"autoSendAction"_L1, "auto_send_action"_L1},
        {"autoSendReason"_L1, "auto_send_reason"_L1, Form::LongText},
        {"autoSendConfidence"_L1, "auto_send_confidence"_L1, Form::Fraction},
        {"autoSendThreshold"_L1, "auto_send_threshold"_L1, Form::Fraction},
        {"autoSendEvaluatedAt"_L1, "auto_send_evaluated_at"_L1, Form::Time},
        {"createdAt"_L1, "created_at"_L1, Form::Time}, {"updatedAt"_L1, "updated_at"_L1, Form::Time}};
    return fields;
}

const Fields &appointmentFields()
{
    static const Fields fields {{"provider"_L1, "provider"_L1}, {"status"_L1, "status"_L1},
        {"source"_L1, "source"_L1}, {"ghlAppointmentId"_L1, "ghl_appointment_id"_L1},
        {"calendlyInviteeUri"_L1, "calendly_invitee_uri"_L1},
        {"calendlyScheduledEventUri"_L1, "calendly_scheduled_event_uri"_L1},
        {"startAt"_L1, "start_at"_L1, Form::Time}, {"endAt"_L1, "end_at"_L1, Form::Time},
        {"timezone"_L1, "timezone"_L1}, {"canceledAt"_L1, "canceled_at"_L1, Form::Time},
        {"cancelReason"_L1, "cancel_reason"_L1}};
    return fields;
}

const Fields &followUpFields()
{
    static const Fields fields {{"status"_L1, "status"_L1}, {"pausedReason"_L1, "paused_reason"_L1},
        {"currentStep"_L1, "current_step"_L1, Form::Whole},
        {"nextStepDue"_L1, "next_step_due"_L1, Form::Time}};
    return fields;
}

Error bad(QLatin1StringView field, const QString &detail)
{
    return Error::invalid(QString(field), u"%1: %2"_s.arg(field, detail), u"INVALID_RECORD"_s);
}

Result<QJsonValue> checked(const Field &field, const QJsonValue &value)
{
    if (value.isNull())
        return QJsonValue(QJsonValue::Null);
    switch (field.form) {
    case Form::Flag:
        if (!value.isBool())
            return bad(field.wire, u"must be true or false"_s);
        return value;
    case Form::Score:
    case Form::Whole: {
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number != std::floor(number) || number < 0
            || number > (field.form == Form::Score ? 4 : 1e6))
            return bad(field.wire,
                field.form == Form::Score ? u"must be 0, 1, 2, 3 or 4"_s : u"must be a whole number"_s);
        return value;
    }
    case Form::Fraction:
        if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > 1)
            return bad(field.wire, u"must be a number between 0 and 1"_s);
        return value;
    case Form::TextList: {
        if (!value.isArray() || value.toArray().size() > 500)
            return bad(field.wire, u"must be a list of texts"_s);
        QJsonArray texts;
        for (const QJsonValue &entry : value.toArray()) {
            if (!entry.isString())
                return bad(field.wire, u"must be a list of texts"_s);
            texts += cleanText(entry.toString()).trimmed().left(320);
        }
        return QJsonValue(texts);
    }
    default:
        break;
    }
    if (!value.isString())
        return bad(field.wire, u"must be a text"_s);
    const QString text = cleanText(value.toString());
    switch (field.form) {
    case Form::Uuid:
        if (!LeadId::parse(text))
            return bad(field.wire, u"must be a uuid"_s);
        return QJsonValue(text.toLower());
    case Form::Time: {
        const auto when = parseIso(text);
        if (!when)
            return bad(field.wire, u"must be a time such as 2026-02-18T05:52:00Z"_s);
        return QJsonValue(toIsoMicros(*when));
    }
    case Form::Address: {
        const QString address = normalAddress(text);
        if (address.isEmpty() && !text.trimmed().isEmpty())
            return bad(field.wire, u"is not an e-mail address"_s);
        return address.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(address);
    }
    case Form::Phone: {
        const QString phone = normalPhone(text);
        if (phone.isEmpty() && !text.trimmed().isEmpty())
            return bad(field.wire, u"is not a phone number"_s);
        return phone.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(phone);
    }
    case Form::LongText:
        return QJsonValue(cutText(text, MailLimits().textBytes));
    default:
        if (text.size() > 1000)
            return bad(field.wire, u"is longer than 1000 characters"_s);
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    }
}

Result<void> readFields(
    const QJsonObject &object, const Fields &fields, const QStringList &others, QJsonObject &columns)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (others.contains(member.key()))
            continue;
        const auto field = std::find_if(
            fields.begin(), fields.end(), [&](const Field &known) { return known.wire == member.key(); });
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

Result<void> oneOf(
    const QJsonObject &columns, QLatin1StringView column, const QStringList &values, bool isRequired)
{
    const QJsonValue value = columns.value(column);
    if (value.isString() ? values.contains(value.toString()) : !isRequired)
        return {};
    return bad(column, u"must be one of %1"_s.arg(values.join(", "_L1)));
}

/// `leadId`, or `lead` with any of its identities.
Result<void> readReference(const QJsonObject &object, IngestRecord &record)
{
    QJsonObject lead = object.value("lead"_L1).toObject();
    if (object.contains("leadId"_L1))
        lead.insert("id"_L1, object.value("leadId"_L1));
    QJsonObject columns;
    if (const auto read = readFields(lead, leadFields(), {}, columns); !read)
        return read;
    record.lead = {columns.value("id"_L1).toString(), columns.value("ghl_contact_id"_L1).toString(),
        columns.value("email_bison_lead_id"_L1).toString(), columns.value("email"_L1).toString(),
        columns.value("phone"_L1).toString()};
    record.firstName = columns.value("first_name"_L1).toString();
    record.lastName = columns.value("last_name"_L1).toString();
    if (record.lead.isEmpty())
        return bad(
            "lead"_L1, u"give leadId, or lead with an id, email, phone, ghlContactId or emailBisonLeadId"_s);
    return {};
}

Result<void> checkMessage(const QByteArray &line, IngestRecord &record)
{
    QJsonObject &columns = record.columns;
    if (const auto known = oneOf(columns, "channel"_L1, {u"sms"_s, u"email"_s, u"linkedin"_s}, true); !known)
        return known;
    if (const auto known = oneOf(columns, "direction"_L1, {u"inbound"_s, u"outbound"_s}, true); !known)
        return known;
    if (const auto known = oneOf(columns, "source"_L1, {u"zrg"_s, u"inboxxia_campaign"_s}, false); !known)
        return known;
    if (const auto known = oneOf(columns, "sent_by"_L1, {u"ai"_s, u"setter"_s}, false); !known)
        return known;
    if (!columns.value("body"_L1).isString())
        return bad("content"_L1, u"is required"_s);
    columns.insert("body"_L1, cutText(columns.value("body"_L1).toString(), MailLimits().bodyBytes));
    if (!columns.value("sent_at"_L1).isString())
        return bad("timestamp"_L1, u"is required"_s);
    for (const auto identity : {"id"_L1, "ghl_id"_L1, "email_bison_reply_id"_L1,
             "inboxxia_scheduled_email_id"_L1, "unipile_message_id"_L1, "webhook_dedupe_key"_L1}) {
        if (columns.value(identity).isString())
            return {};
    }
    // Without an identity of its own a message is known by what it says, so that a second sending is still a
    // duplicate.
    const QByteArray digest = QCryptographicHash::hash(
        QJsonDocument::fromJson(line).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
    columns.insert("webhook_dedupe_key"_L1, QString::fromLatin1("ingest:" + digest.toHex()));
    return {};
}

Result<void> checkDraft(IngestRecord &record)
{
    const QJsonObject &columns = record.columns;
    if (const auto known = oneOf(columns, "channel"_L1, {u"sms"_s, u"email"_s, u"linkedin"_s}, true); !known)
        return known;
    if (const auto known
        = oneOf(columns, "status"_L1, {u"pending"_s, u"sending"_s, u"approved"_s, u"rejected"_s}, false);
        !known)
        return known;
    if (const auto known
        = oneOf(columns, "response_disposition"_L1, {u"AUTO_SENT"_s, u"APPROVED"_s, u"EDITED"_s}, false);
        !known)
        return known;
    if (!columns.value("content"_L1).isString())
        return bad("content"_L1, u"is required"_s);
    if (!columns.value("id"_L1).isString() && !columns.value("trigger_message_id"_L1).isString())
        return bad(
            "triggerMessageId"_L1, u"give it, or an id: a draft must be recognised when it comes again"_s);
    return {};
}

Result<void> checkAppointment(IngestRecord &record)
{
    const QJsonObject &columns = record.columns;
    if (const auto known = oneOf(columns, "provider"_L1, {u"GHL"_s, u"CALENDLY"_s}, true); !known)
        return known;
    if (const auto known = oneOf(columns, "status"_L1,
            {u"CONFIRMED"_s, u"CANCELED"_s, u"RESCHEDULED"_s, u"SHOWED"_s, u"NO_SHOW"_s}, true);
        !known)
        return known;
    if (const auto known = oneOf(columns, "source"_L1,
            {u"WEBHOOK"_s, u"RECONCILE_CRON"_s, u"BACKFILL"_s, u"AUTO_BOOK"_s, u"MANUAL"_s, u"MIGRATION"_s},
            false);
        !known)
        return known;
    if (!columns.value("ghl_appointment_id"_L1).isString()
        && !columns.value("calendly_invitee_uri"_L1).isString())
        return bad("ghlAppointmentId"_L1, u"give it or calendlyInviteeUri"_s);
    return {};
}

Result<void> checkFollowUp(const QJsonObject &object, IngestRecord &record)
{
    record.sequence = cleanText(object.value("sequence"_L1).toString()).trimmed().left(200);
    if (record.sequence.isEmpty())
        return bad("sequence"_L1, u"is required: the sequence's name"_s);
    return oneOf(
        record.columns, "status"_L1, {u"active"_s, u"paused"_s, u"completed"_s, u"cancelled"_s}, false);
}

Result<void> readLead(const QJsonObject &object, IngestRecord &record)
{
    if (const auto read = readFields(object, leadFields(), {u"kind"_s}, record.columns); !read)
        return read;
    QJsonObject self = object;
    self.remove("kind"_L1);
    // A null status or flag would break the column's rule: null means "not said" there.
    for (const auto column :
        {"status"_L1, "auto_reply_enabled"_L1, "auto_follow_up_enabled"_L1, "auto_book_meetings_enabled"_L1,
            "sms_dnd_active"_L1, "alternate_emails"_L1, "created_at"_L1, "updated_at"_L1}) {
        if (record.columns.value(column).isNull())
            record.columns.remove(column);
    }
    return readReference({{"lead"_L1, self}}, record);
}

} // namespace

Result<IngestRecord> parseIngestLine(const QByteArray &line)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(line, &failure);
    if (!document.isObject())
        return Error::invalid(u"line"_s,
            failure.error == QJsonParseError::NoError ? u"not a JSON object"_s
                                                      : u"not JSON: %1"_s.arg(failure.errorString()),
            u"INVALID_RECORD"_s);
    const QJsonObject object = document.object();
    static const QStringList kinds {
        u"lead"_s, u"message"_s, u"draft"_s, u"appointment"_s, u"follow_up_instance"_s};
    const qsizetype kind = kinds.indexOf(object.value("kind"_L1).toString());
    if (kind < 0)
        return bad("kind"_L1, u"must be one of %1"_s.arg(kinds.join(", "_L1)));
    IngestRecord record;
    record.kind = IngestRecord::Kind(kind);
    if (record.kind == IngestRecord::Kind::Lead) {
        if (const auto read = readLead(object, record); !read)
            return read.error();
        return record;
    }
    const Fields &fields = record.kind == IngestRecord::Kind::Message ? messageFields()
        : record.kind == IngestRecord::Kind::Draft                    ? draftFields()
        : record.kind == IngestRecord::Kind::Appointment              ? appointmentFields()
                                                                      : followUpFields();
    if (const auto read
        = readFields(object, fields, {u"kind"_s, u"lead"_s, u"leadId"_s, u"sequence"_s}, record.columns);
        !read)
        return read.error();
    if (const auto read = readReference(object, record); !read)
        return read.error();
    Result<void> check;
    switch (record.kind) {
    case IngestRecord::Kind::Message:
        check = checkMessage(line, record);
        break;
    case IngestRecord::Kind::Draft:
        check = checkDraft(record);
        break;
    case IngestRecord::Kind::Appointment:
        check = checkAppointment(record);
        break;
    default:
        check = checkFollowUp(object, record);
    }
    if (!check)
        return check.error();
    return record;
}

QString normalPhone(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
        else if (c == u'+' && digits.isEmpty())
            digits += c;
    }
    return digits.size() < 4 || digits.size() > 32 ? QString() : digits;
}

QString normalAddress(const QString &text)
{
    const QString address = text.trimmed().toLower();
    const qsizetype at = address.lastIndexOf(u'@');
    const bool isPlain = std::none_of(
        address.begin(), address.end(), [](QChar c) { return c.isSpace() || c.unicode() < 32; });
    return at > 0 && at + 1 < address.size() && address.size() <= 254 && isPlain ? address : QString();
}

std::pair<QString, QString> splitName(const QString &name)
{
    const QString clean = name.simplified();
    if (clean.contains(u'@'))
        return {};
    const qsizetype comma = clean.indexOf(u',');
    if (comma > 0 && comma + 1 < clean.size())
        return {clean.sliced(comma + 1).trimmed().left(200), clean.first(comma).trimmed().left(200)};
    const qsizetype space = clean.lastIndexOf(u' ');
    if (space < 0)
        return {clean.left(200), QString()};
    return {clean.first(space).left(200), clean.sliced(space + 1).left(200)};
}

} // namespace signalbox
