// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcursor.h"

#include "core/inbox/jsonfields.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;
// A key of 200 characters still fits, each of them escaped.
constexpr qsizetype MaximumLength = 2560;
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Error refusal(const QString &why)
{
    return Error::invalid(u"cursor"_s, u"Invalid cursor: "_s + why, u"INVALID_CURSOR"_s);
}

bool isKey(const QString &key, CrmKeyType type)
{
    bool isNumber = false;
    switch (type) {
    case CrmKeyType::Time: {
        const auto instant = parseIso(key);
        return instant && toIsoMicros(*instant) == key;
    }
    case CrmKeyType::Number:
        return QString::number(key.toInt(&isNumber)) == key && isNumber;
    case CrmKeyType::Text:
        return !key.contains(QChar(u'\0')) && key.isValidUtf16();
    }
    Q_UNREACHABLE();
}

bool isDefaultSort(const CrmQuery &query)
{
    const CrmQuery defaults;
    return query.sort == defaults.sort && query.isDescending == defaults.isDescending;
}

QString encode(const CrmCursor &cursor, const QString &fingerprint)
{
    const QJsonObject object {
        {u"v"_s, Version},
        {u"c"_s, toIsoMicros(cursor.createdAt.value_or(Instant {}))},
        {u"i"_s, cursor.row.toString(QUuid::WithoutBraces)},
        {u"k"_s, cursor.key ? QJsonValue(*cursor.key) : QJsonValue(QJsonValue::Null)},
        {u"f"_s, fingerprint},
    };
    return QString::fromLatin1(compactJson(object).toBase64(Encoding));
}

} // namespace

CrmKeyType crmKeyType(QStringView sort)
{
    static constexpr QLatin1StringView times[] {"date"_L1, "initialResponseDate"_L1, "dateOfBooking"_L1,
        "dateOfMeeting"_L1, "followUpDateRequested"_L1};
    if (std::find(std::begin(times), std::end(times), sort) != std::end(times))
        return CrmKeyType::Time;
    return sort == "leadScore"_L1 ? CrmKeyType::Number : CrmKeyType::Text;
}

QString crmFingerprint(const CrmQuery &query, const std::optional<UserId> &scope)
{
    // A JSON list, because its quoting keeps two different lists of values from reading the same.
    const QJsonArray facts {
        query.workspace.toString(),
        scope ? scope->toString() : QString(),
        query.campaign.trimmed(),
        query.leadCategory.trimmed(),
        query.leadStatus.trimmed(),
        query.responseMode,
        query.from ? toIsoMicros(*query.from) : QString(),
        query.to ? toIsoMicros(*query.to) : QString(),
        query.sort,
        query.isDescending,
    };
    const QByteArray text = QJsonDocument(facts).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(16));
}

QString encodeCrmCursor(const CrmCursor &cursor, const CrmQuery &query, const std::optional<UserId> &scope)
{
    return encode(cursor, crmFingerprint(query, scope));
}

Result<CrmCursor> decodeCrmCursor(QStringView text, const CrmQuery &query, const std::optional<UserId> &scope)
{
    if (text.size() == 36 && !QUuid::fromString(text).isNull()) {
        if (!isDefaultSort(query))
            return refusal(u"a bare row id needs the default sort"_s);
        return CrmCursor {.row = QUuid::fromString(text), .createdAt = {}, .key = {}};
    }
    if (text.size() > MaximumLength)
        return refusal(u"too long"_s);
    const auto decoded
        = QByteArray::fromBase64Encoding(text.toUtf8(), Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return refusal(u"not base64url"_s);
    const QJsonObject object = QJsonDocument::fromJson(decoded.decoded).object();
    if (object.value("v"_L1) != QJsonValue(Version))
        return refusal(u"unknown version"_s);
    const QString fingerprint = crmFingerprint(query, scope);
    if (object.value("f"_L1) != QJsonValue(fingerprint))
        return refusal(u"of other rows"_s);
    const auto createdAt = parseIso(object.value("c"_L1).toString());
    const QUuid row = QUuid::fromString(object.value("i"_L1).toString());
    if (!createdAt || row.isNull())
        return refusal(u"no position"_s);
    CrmCursor cursor {.row = row, .createdAt = createdAt, .key = {}};
    if (const QJsonValue key = object.value("k"_L1); key.isString())
        cursor.key = key.toString();
    if (cursor.key && !isKey(*cursor.key, crmKeyType(query.sort)))
        return refusal(u"no sort key"_s);
    // One value, one text: padding, other spellings, doubled or extra members never reach the database.
    if (encode(cursor, fingerprint) != text)
        return refusal(u"not as it was given out"_s);
    return cursor;
}

} // namespace signalbox
