// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crm.h"
#include "core/inbox/jsonfields.h"

#include <limits>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int FollowUps = 5;

QLatin1StringView followUpKey(int index)
{
    static constexpr QLatin1StringView keys[FollowUps] {
        "followUp1"_L1, "followUp2"_L1, "followUp3"_L1, "followUp4"_L1, "followUp5"_L1};
    return keys[index];
}

QJsonValue nullableNumber(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue nullableFlag(const std::optional<bool> &flag)
{
    return flag ? QJsonValue(*flag) : QJsonValue(QJsonValue::Null);
}

std::optional<int> optionalInt(JsonFields &fields, QLatin1StringView key)
{
    const auto number = fields.optionalInteger(key);
    if (!number)
        return std::nullopt;
    if (*number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max())
        fields.fail(key, u"is out of range"_s);
    return int(*number);
}

std::optional<bool> optionalFlag(JsonFields &fields, QLatin1StringView key)
{
    return fields.has(key) ? std::optional(fields.flag(key)) : std::nullopt;
}

void decodeTexts(JsonFields &fields, CrmRow &row)
{
    const std::pair<QLatin1StringView, QString *> texts[] {
        {"campaign"_L1, &row.campaign},
        {"companyName"_L1, &row.companyName},
        {"website"_L1, &row.website},
        {"firstName"_L1, &row.firstName},
        {"lastName"_L1, &row.lastName},
        {"jobTitle"_L1, &row.jobTitle},
        {"leadEmail"_L1, &row.leadEmail},
        {"leadLinkedIn"_L1, &row.leadLinkedIn},
        {"phoneNumber"_L1, &row.phoneNumber},
        {"leadCategory"_L1, &row.leadCategory},
        {"responseType"_L1, &row.responseType},
        {"leadStatus"_L1, &row.leadStatus},
        {"channel"_L1, &row.channel},
        {"leadType"_L1, &row.leadType},
        {"applicationStatus"_L1, &row.applicationStatus},
        {"appointmentSetter"_L1, &row.appointmentSetter},
        {"setterAssignment"_L1, &row.setterAssignment},
        {"notes"_L1, &row.notes},
        {"setters"_L1, &row.setters},
        {"responseMode"_L1, &row.responseMode},
    };
    for (const auto &[key, target] : texts)
        *target = fields.optionalText(key);
}

QJsonValue rate(qint64 part, qint64 whole)
{
    return whole == 0 ? 0.0 : double(part) / double(whole);
}

QJsonObject encodeBucket(const CrmBucket &bucket)
{
    QJsonObject object {
        {u"cohortLeads"_s, bucket.cohortLeads},
        {u"bookedEverAny"_s, bucket.bookedEverAny},
        {u"bookedEverKept"_s, bucket.bookedEverKept},
        {u"bookedInWindowAny"_s, bucket.bookedInWindowAny},
        {u"bookedInWindowKept"_s, bucket.bookedInWindowKept},
        {u"cohortConversionRateAny"_s, rate(bucket.bookedEverAny, bucket.cohortLeads)},
        {u"cohortConversionRateKept"_s, rate(bucket.bookedEverKept, bucket.cohortLeads)},
        {u"inWindowBookingRateAny"_s, rate(bucket.bookedInWindowAny, bucket.cohortLeads)},
        {u"inWindowBookingRateKept"_s, rate(bucket.bookedInWindowKept, bucket.cohortLeads)},
    };
    if (!bucket.key.isEmpty()) {
        object.insert("key"_L1, bucket.key);
        object.insert("label"_L1, bucket.label);
    }
    return object;
}

// The rates on the wire follow from the counts, so they are not read.
CrmBucket decodeBucket(JsonFields &fields)
{
    return {fields.optionalText("key"_L1), fields.optionalText("label"_L1), fields.integer("cohortLeads"_L1),
        fields.integer("bookedEverAny"_L1), fields.integer("bookedEverKept"_L1),
        fields.integer("bookedInWindowAny"_L1), fields.integer("bookedInWindowKept"_L1)};
}

QJsonArray encodeBuckets(const QList<CrmBucket> &buckets)
{
    QJsonArray array;
    for (const CrmBucket &bucket : buckets)
        array.append(encodeBucket(bucket));
    return array;
}

QList<CrmBucket> decodeBuckets(JsonFields &fields, QLatin1StringView key)
{
    QList<CrmBucket> buckets;
    const QJsonArray array = fields.array(key);
    for (qsizetype i = 0; i < array.size(); ++i) {
        JsonFields item(array.at(i).toObject(), fields.pathOf(key) + u'[' + QString::number(i) + u']');
        buckets.append(decodeBucket(item));
        fields.adopt(item.error());
    }
    return buckets;
}

} // namespace

QJsonObject encodeCrmRow(const CrmRow &row)
{
    QJsonObject object {
        {u"id"_s, row.id.toString(QUuid::WithoutBraces)},
        {u"leadId"_s, row.lead.toString()},
        {u"date"_s, nullableInstant(row.date)},
        {u"campaign"_s, nullableText(row.campaign)},
        {u"companyName"_s, nullableText(row.companyName)},
        {u"website"_s, nullableText(row.website)},
        {u"firstName"_s, nullableText(row.firstName)},
        {u"lastName"_s, nullableText(row.lastName)},
        {u"jobTitle"_s, nullableText(row.jobTitle)},
        {u"leadEmail"_s, nullableText(row.leadEmail)},
        {u"leadLinkedIn"_s, nullableText(row.leadLinkedIn)},
        {u"phoneNumber"_s, nullableText(row.phoneNumber)},
        {u"stepResponded"_s, nullableNumber(row.stepResponded)},
        {u"leadCategory"_s, nullableText(row.leadCategory)},
        {u"responseType"_s, nullableText(row.responseType)},
        {u"leadStatus"_s, nullableText(row.leadStatus)},
        {u"channel"_s, nullableText(row.channel)},
        {u"leadType"_s, nullableText(row.leadType)},
        {u"applicationStatus"_s, nullableText(row.applicationStatus)},
        {u"appointmentSetter"_s, nullableText(row.appointmentSetter)},
        {u"setterAssignment"_s, nullableText(row.setterAssignment)},
        {u"notes"_s, nullableText(row.notes)},
        {u"initialResponseDate"_s, nullableInstant(row.initialResponseDate)},
        {u"responseStepComplete"_s, nullableFlag(row.responseStepComplete)},
        {u"dateOfBooking"_s, nullableInstant(row.dateOfBooking)},
        {u"dateOfMeeting"_s, nullableInstant(row.dateOfMeeting)},
        {u"qualified"_s, nullableFlag(row.qualified)},
        {u"followUpDateRequested"_s, nullableInstant(row.followUpDateRequested)},
        {u"setters"_s, nullableText(row.setters)},
        {u"responseMode"_s, nullableText(row.responseMode)},
        {u"leadScore"_s, nullableNumber(row.leadScore)},
        {u"assignedToUserId"_s, nullableText(row.assignedTo ? row.assignedTo->toString() : QString())},
        {u"updatedAt"_s, wireInstant(row.updatedAt)},
    };
    for (int i = 0; i < FollowUps; ++i) {
        const bool isThere = i < row.followUps.size();
        object.insert(
            followUpKey(i), nullableInstant(isThere ? std::optional(row.followUps.at(i)) : std::nullopt));
    }
    return object;
}

Result<CrmRow> decodeCrmRow(const QJsonObject &object)
{
    JsonFields fields(object);
    CrmRow row;
    row.id = fields.uuid("id"_L1);
    row.lead = LeadId {fields.uuid("leadId"_L1)};
    decodeTexts(fields, row);
    row.date = fields.optionalInstant("date"_L1);
    row.stepResponded = optionalInt(fields, "stepResponded"_L1);
    row.initialResponseDate = fields.optionalInstant("initialResponseDate"_L1);
    for (int i = 0; i < FollowUps; ++i) {
        if (const auto due = fields.optionalInstant(followUpKey(i)))
            row.followUps.append(*due);
    }
    row.responseStepComplete = optionalFlag(fields, "responseStepComplete"_L1);
    row.dateOfBooking = fields.optionalInstant("dateOfBooking"_L1);
    row.dateOfMeeting = fields.optionalInstant("dateOfMeeting"_L1);
    row.qualified = optionalFlag(fields, "qualified"_L1);
    row.followUpDateRequested = fields.optionalInstant("followUpDateRequested"_L1);
    row.leadScore = optionalInt(fields, "leadScore"_L1);
    if (const auto user = fields.optionalUuid("assignedToUserId"_L1))
        row.assignedTo = UserId {*user};
    row.updatedAt = fields.instant("updatedAt"_L1);
    if (fields.error())
        return *fields.error();
    return row;
}

QJsonObject encodeCrmPage(const CrmPage &page)
{
    QJsonArray rows;
    for (const CrmRow &row : page.rows)
        rows.append(encodeCrmRow(row));
    return {
        {u"success"_s, true},
        {u"data"_s, QJsonObject {{u"rows"_s, rows}, {u"nextCursor"_s, nullableText(page.nextCursor)}}},
        {u"version"_s, page.version},
        {u"computedAt"_s, wireInstant(page.computedAt)},
        {u"isOwnOnly"_s, page.isOwnOnly},
    };
}

Result<CrmPage> decodeCrmPage(const QJsonObject &body)
{
    JsonFields fields(body);
    JsonFields data(fields.object("data"_L1), u"data"_s);
    CrmPage page;
    const QJsonArray rows = data.array("rows"_L1);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        auto row = decodeCrmRow(rows.at(i).toObject());
        if (row)
            page.rows.append(*std::move(row));
        else
            data.fail("rows"_L1, u"[%1]: "_s.arg(i) + row.error().detail);
    }
    page.nextCursor = data.optionalText("nextCursor"_L1);
    fields.adopt(data.error());
    page.version = fields.text("version"_L1);
    page.computedAt = fields.instant("computedAt"_L1);
    page.isOwnOnly = fields.flag("isOwnOnly"_L1, false);
    if (fields.error())
        return *fields.error();
    return page;
}

QJsonObject encodeCrmSummary(const CrmSummary &summary)
{
    return {
        {u"success"_s, true},
        {u"data"_s,
            QJsonObject {
                {u"totals"_s, encodeBucket(summary.totals)},
                {u"byResponseType"_s, encodeBuckets(summary.byResponseType)},
                {u"byResponseMode"_s, encodeBuckets(summary.byResponseMode)},
                {u"bySetter"_s, encodeBuckets(summary.bySetter)},
            }},
        {u"computedAt"_s, wireInstant(summary.computedAt)},
        {u"isOwnOnly"_s, summary.isOwnOnly},
    };
}

Result<CrmSummary> decodeCrmSummary(const QJsonObject &body)
{
    JsonFields fields(body);
    JsonFields data(fields.object("data"_L1), u"data"_s);
    JsonFields totals(data.object("totals"_L1), u"data.totals"_s);
    CrmSummary summary;
    summary.totals = decodeBucket(totals);
    data.adopt(totals.error());
    summary.byResponseType = decodeBuckets(data, "byResponseType"_L1);
    summary.byResponseMode = decodeBuckets(data, "byResponseMode"_L1);
    summary.bySetter = decodeBuckets(data, "bySetter"_L1);
    fields.adopt(data.error());
    summary.computedAt = fields.instant("computedAt"_L1);
    summary.isOwnOnly = fields.flag("isOwnOnly"_L1, false);
    if (fields.error())
        return *fields.error();
    return summary;
}

} // namespace signalbox
