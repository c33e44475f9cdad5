// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxcursor.h"

#include "core/inbox/jsonfields.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;
// Holds the longest names that ingest takes, in scripts of two bytes, and leaves room for the filters in a
// request line.
constexpr qsizetype MaximumLength = 6 * 1024;
constexpr auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

bool hasSortKey(InboxSort sort)
{
    return sort == InboxSort::Name || sort == InboxSort::Score;
}

Error refusal(const QString &why)
{
    return Error::invalid(u"cursor"_s, u"Invalid cursor: "_s + why, u"INVALID_CURSOR"_s);
}

bool isSortKey(const QString &key, InboxSort sort)
{
    if (sort == InboxSort::Name)
        return !key.contains(QChar(u'\0'));
    bool isNumber = false;
    return QString::number(key.toInt(&isNumber)) == key && isNumber;
}

QString encode(const InboxCursor &cursor, InboxSort sort, const QString &fingerprint)
{
    QJsonObject object {
        {u"v"_s, Version},
        {u"u"_s, toIsoMicros(cursor.updatedAt.value_or(Instant {}))},
        {u"i"_s, cursor.lead.toString()},
        {u"f"_s, fingerprint},
    };
    if (hasSortKey(sort))
        object.insert("k"_L1, cursor.sortKey);
    return QString::fromLatin1(compactJson(object).toBase64(Encoding));
}

} // namespace

QString queryFingerprint(const InboxQuery &query, const std::optional<UserId> &scope)
{
    QStringList channels;
    for (const Channel channel : query.channels)
        channels += wireName(channel);
    channels.sort();
    channels.removeDuplicates();
    QStringList tags = query.sentimentTags;
    tags.sort();
    tags.removeDuplicates();
    const QString campaign = query.smsUnattributed ? u"unattributed"_s
        : query.smsCampaign                        ? query.smsCampaign->toString(QUuid::WithoutBraces)
                                                   : QString();
    // A JSON list, because its quoting keeps two different lists of values from reading the same.
    const QJsonArray facts {
        query.workspace.toString(),
        scope ? scope->toString() : QString(),
        QString(wireName(query.category)),
        query.search.trimmed(),
        query.searchIn == SearchIn::Messages,
        QJsonArray::fromStringList(channels),
        QJsonArray::fromStringList(tags),
        campaign,
        QString(wireName(query.score)),
        QString(wireName(query.sort)),
    };
    const QByteArray text = QJsonDocument(facts).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(16));
}

QString encodeCursor(const InboxCursor &cursor, const InboxQuery &query, const std::optional<UserId> &scope)
{
    return encode(cursor, query.sort, queryFingerprint(query, scope));
}

Result<InboxCursor> decodeCursor(
    QStringView text, const InboxQuery &query, const std::optional<UserId> &scope)
{
    if (const auto lead = LeadId::parse(text)) {
        if (query.sort != InboxSort::Recent)
            return refusal(u"a bare lead id needs the default sort"_s);
        return InboxCursor {.lead = *lead};
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
    const QString fingerprint = queryFingerprint(query, scope);
    if (object.value("f"_L1) != QJsonValue(fingerprint))
        return refusal(u"of another list"_s);
    const auto updatedAt = parseIso(object.value("u"_L1).toString());
    const auto lead = LeadId::parse(object.value("i"_L1).toString());
    if (!updatedAt || !lead)
        return refusal(u"no position"_s);
    const InboxCursor cursor {*lead, updatedAt, object.value("k"_L1).toString()};
    if (hasSortKey(query.sort) && !isSortKey(cursor.sortKey, query.sort))
        return refusal(u"no sort key"_s);
    // One value, one text: padding, other spellings, doubled or extra members never reach the database.
    if (encode(cursor, query.sort, fingerprint) != text)
        return refusal(u"not as it was given out"_s);
    return cursor;
}

} // namespace signalbox
