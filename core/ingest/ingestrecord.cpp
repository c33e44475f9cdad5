// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/ingestrecord.h"

#include "core/ingest/charset.h"
#include "core/ingest/ingestfields.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// `leadId`, or `lead` with any of its identities.
Result<void> readReference(const QJsonObject &object, IngestRecord &record)
{
    QJsonObject lead = object.value("lead"_L1).toObject();
    if (object.contains("leadId"_L1))
        lead.insert("id"_L1, object.value("leadId"_L1));
    QJsonObject columns;
    if (const auto read = readIngestFields(lead, ingestFields(IngestRecord::Kind::Lead), {}, columns); !read)
        return read;
    record.lead = {columns.value("id"_L1).toString(), columns.value("ghl_contact_id"_L1).toString(),
        columns.value("email_bison_lead_id"_L1).toString(), columns.value("email"_L1).toString(),
        columns.value("phone"_L1).toString()};
    record.firstName = columns.value("first_name"_L1).toString();
    record.lastName = columns.value("last_name"_L1).toString();
    if (record.lead.isEmpty())
        return badMember(
            "lead"_L1, u"give leadId, or lead with an id, email, phone, ghlContactId or emailBisonLeadId"_s);
    return {};
}

Result<void> checkMessage(const QByteArray &line, IngestRecord &record)
{
    QJsonObject &columns = record.columns;
    if (const auto known = checkOneOf(record, "channel"_L1, {u"sms"_s, u"email"_s, u"linkedin"_s}, true);
        !known)
        return known;
    if (const auto known = checkOneOf(record, "direction"_L1, {u"inbound"_s, u"outbound"_s}, true); !known)
        return known;
    if (const auto known = checkOneOf(record, "source"_L1, {u"zrg"_s, u"inboxxia_campaign"_s}, false); !known)
        return known;
    if (const auto known = checkOneOf(record, "sent_by"_L1, {u"ai"_s, u"setter"_s}, false); !known)
        return known;
    if (!columns.value("body"_L1).isString())
        return badMember("content"_L1, u"is required"_s);
    columns.insert("body"_L1, cutText(columns.value("body"_L1).toString(), MailLimits().bodyBytes));
    if (!columns.value("sent_at"_L1).isString())
        return badMember("timestamp"_L1, u"is required"_s);
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
    if (const auto known = checkOneOf(record, "channel"_L1, {u"sms"_s, u"email"_s, u"linkedin"_s}, true);
        !known)
        return known;
    if (const auto known
        = checkOneOf(record, "status"_L1, {u"pending"_s, u"sending"_s, u"approved"_s, u"rejected"_s}, false);
        !known)
        return known;
    if (const auto known
        = checkOneOf(record, "response_disposition"_L1, {u"AUTO_SENT"_s, u"APPROVED"_s, u"EDITED"_s}, false);
        !known)
        return known;
    if (!columns.value("content"_L1).isString())
        return badMember("content"_L1, u"is required"_s);
    if (!columns.value("id"_L1).isString() && !columns.value("trigger_message_id"_L1).isString())
        return badMember(
            "triggerMessageId"_L1, u"give it, or an id: a draft must be recognised when it comes again"_s);
    return {};
}

Result<void> checkAppointment(IngestRecord &record)
{
    const QJsonObject &columns = record.columns;
    if (const auto known = checkOneOf(record, "provider"_L1, {u"GHL"_s, u"CALENDLY"_s}, true); !known)
        return known;
    if (const auto known = checkOneOf(record, "status"_L1,
            {u"CONFIRMED"_s, u"CANCELED"_s, u"RESCHEDULED"_s, u"SHOWED"_s, u"NO_SHOW"_s}, true);
        !known)
        return known;
    if (const auto known = checkOneOf(record, "source"_L1,
            {u"WEBHOOK"_s, u"RECONCILE_CRON"_s, u"BACKFILL"_s, u"AUTO_BOOK"_s, u"MANUAL"_s, u"MIGRATION"_s},
            false);
        !known)
        return known;
    if (!columns.value("ghl_appointment_id"_L1).isString()
        && !columns.value("calendly_invitee_uri"_L1).isString())
        return badMember("ghlAppointmentId"_L1, u"give it or calendlyInviteeUri"_s);
    return {};
}

Result<void> checkFollowUp(const QJsonObject &object, IngestRecord &record)
{
    record.sequence = cleanText(object.value("sequence"_L1).toString()).trimmed().left(200);
    if (record.sequence.isEmpty())
        return badMember("sequence"_L1, u"is required: the sequence's name"_s);
    return checkOneOf(record, "status"_L1, {u"active"_s, u"paused"_s, u"completed"_s, u"cancelled"_s}, false);
}

Result<void> readLead(const QJsonObject &object, IngestRecord &record)
{
    if (const auto read = readIngestFields(object, ingestFields(record.kind), {u"kind"_s}, record.columns);
        !read)
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
    if (const auto known = checkOneOf(record, "appointment_provider"_L1, {u"GHL"_s, u"CALENDLY"_s}, false);
        !known)
        return known;
    return readReference({{"lead"_L1, self}}, record);
}

/// Members that are not a column of the kind's own table.
QStringList unstoredMembers(IngestRecord::Kind kind)
{
    using Kind = IngestRecord::Kind;
    QStringList members {u"kind"_s};
    if (kind != Kind::Availability)
        members += {u"lead"_s, u"leadId"_s};
    if (kind == Kind::FollowUpInstance || kind == Kind::FollowUpTask)
        members += u"sequence"_s;
    if (kind == Kind::BookingProgress || kind == Kind::Reactivation)
        members += u"campaign"_s;
    if (kind == Kind::BookingProgress)
        members += u"process"_s;
    return members;
}

Result<void> check(const QByteArray &line, const QJsonObject &object, IngestRecord &record)
{
    switch (record.kind) {
    case IngestRecord::Kind::Message:
        return checkMessage(line, record);
    case IngestRecord::Kind::Draft:
        return checkDraft(record);
    case IngestRecord::Kind::Appointment:
        return checkAppointment(record);
    case IngestRecord::Kind::FollowUpInstance:
        return checkFollowUp(object, record);
    default:
        return checkFact(object, record);
    }
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
    static const QStringList kinds {u"lead"_s, u"message"_s, u"draft"_s, u"appointment"_s,
        u"follow_up_instance"_s, u"crm_row"_s, u"response_timing"_s, u"follow_up_task"_s,
        u"booking_progress"_s, u"reactivation"_s, u"availability"_s};
    const qsizetype kind = kinds.indexOf(object.value("kind"_L1).toString());
    if (kind < 0)
        return badMember("kind"_L1, u"must be one of %1"_s.arg(kinds.join(", "_L1)));
    IngestRecord record;
    record.kind = IngestRecord::Kind(kind);
    if (record.kind == IngestRecord::Kind::Lead) {
        if (const auto read = readLead(object, record); !read)
            return read.error();
        return record;
    }
    if (const auto read
        = readIngestFields(object, ingestFields(record.kind), unstoredMembers(record.kind), record.columns);
        !read)
        return read.error();
    if (record.kind != IngestRecord::Kind::Availability) {
        if (const auto read = readReference(object, record); !read)
            return read.error();
    }
    if (const auto checked = check(line, object, record); !checked)
        return checked.error();
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
