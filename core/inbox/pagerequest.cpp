// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/pagerequest.h"

#include "core/inbox/jsonfields.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

Error badParameter(QLatin1StringView key, const QString &what)
{
    return Error::invalid(key, key + u' ' + what, u"INVALID_PARAMETER"_s);
}

Error unknownValue(QLatin1StringView key, const QStringList &known)
{
    return badParameter(key, u"has an unknown value; it may be "_s + known.join(", "_L1));
}

Result<int> clampedParameter(const QueryItems &items, QLatin1StringView key, int absent, int least, int most)
{
    const QString text = queryItem(items, key);
    if (text.isEmpty())
        return absent;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || number != number)
        return badParameter(key, u"is not a number"_s);
    return int(std::clamp(number, double(least), double(most)));
}

namespace {

QStringList splitList(const QString &csv)
{
    QStringList entries;
    const QStringList parts = csv.split(u',');
    for (const QString &part : parts) {
        if (const QString entry = part.trimmed(); !entry.isEmpty())
            entries += entry;
    }
    entries.removeDuplicates();
    return entries;
}

/// Reads enumerations into one request and keeps the first failure.
class ParameterReader
{
public:
    explicit ParameterReader(const QueryItems &items)
        : m_items(items)
    { }

    template <typename Enum, typename Parse> void choice(QLatin1StringView key, Enum &target, Parse parse)
    {
        const QString text = queryItem(m_items, key);
        if (text.isEmpty())
            return;
        if (const auto value = parse(QStringView(text)))
            target = *value;
        else
            fail(key, u"has an unknown value"_s);
    }

    bool flag(QLatin1StringView key)
    {
        const QString text = queryItem(m_items, key).toLower();
        if (text == "true"_L1 || text == "1"_L1)
            return true;
        if (!text.isEmpty() && text != "false"_L1 && text != "0"_L1)
            fail(key, u"is neither true nor false"_s);
        return false;
    }

    QList<Channel> channels()
    {
        const QStringList names = splitList(queryItem(m_items, "channels"_L1));
        QList<Channel> channels;
        for (const QString &name : names) {
            if (const auto channel = parseChannel(name))
                channels += *channel;
            else
                fail("channels"_L1, u"has an unknown value"_s);
        }
        const QString single = queryItem(m_items, "channel"_L1);
        if (!channels.isEmpty() || single.isEmpty() || single == "all"_L1)
            return channels;
        if (const auto channel = parseChannel(single))
            return {*channel};
        fail("channel"_L1, u"has an unknown value"_s);
        return {};
    }

    QStringList sentimentTags() const
    {
        const QStringList tags = splitList(queryItem(m_items, "sentimentTags"_L1));
        return tags.isEmpty() ? splitList(queryItem(m_items, "sentimentTag"_L1)) : tags;
    }

    std::optional<QUuid> smsCampaign()
    {
        const QString text = queryItem(m_items, "smsCampaignId"_L1);
        if (text.isEmpty())
            return std::nullopt;
        const QUuid id = text.size() == 36 ? QUuid::fromString(text) : QUuid();
        if (id.isNull())
            fail("smsCampaignId"_L1, u"is not a uuid"_s);
        return id;
    }

    int limit()
    {
        const auto limit = clampedParameter(m_items, "limit"_L1, DefaultPageLimit, 1, MaximumPageLimit);
        if (!limit && !m_error)
            m_error = limit.error();
        return limit ? *limit : DefaultPageLimit;
    }

    void fail(QLatin1StringView key, const QString &what)
    {
        if (!m_error)
            m_error = badParameter(key, what);
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    const QueryItems &m_items;
    std::optional<Error> m_error;
};

std::optional<SearchIn> parseSearchIn(QStringView text)
{
    if (text == "leads"_L1)
        return SearchIn::Leads;
    return text == "messages"_L1 ? std::optional(SearchIn::Messages) : std::nullopt;
}

std::optional<PagePosition::Direction> parseDirection(QStringView text)
{
    if (text == "next"_L1)
        return PagePosition::Direction::Next;
    return text == "prev"_L1 ? std::optional(PagePosition::Direction::Previous) : std::nullopt;
}

} // namespace

QString queryItem(const QueryItems &items, QLatin1StringView key)
{
    const auto found
        = std::find_if(items.begin(), items.end(), [key](const auto &item) { return item.first == key; });
    return found == items.end() ? QString() : found->second.trimmed();
}

Result<WorkspaceId> decodeWorkspaceParameter(const QueryItems &items)
{
    const QString text = queryItem(items, "clientId"_L1);
    if (text.isEmpty() || text == "null"_L1 || text == "$undefined"_L1)
        return Error::invalid(u"clientId"_s, u"Missing clientId"_s, u"INVALID_PARAMETER"_s);
    if (const auto id = WorkspaceId::parse(text))
        return *id;
    return badParameter("clientId"_L1, u"is not a uuid"_s);
}

Result<std::optional<Instant>> decodeInstantParameter(const QueryItems &items, QLatin1StringView key)
{
    const QString text = queryItem(items, key);
    if (text.isEmpty())
        return std::optional<Instant>();
    const auto instant = parseIso(text);
    if (!instant)
        return badParameter(key, u"is not an ISO 8601 time"_s);
    return instant;
}

Result<PageRequest> decodePageRequest(const QueryItems &items)
{
    const auto workspace = decodeWorkspaceParameter(items);
    if (!workspace)
        return workspace.error();
    const auto at = decodeInstantParameter(items, "at"_L1);
    if (!at)
        return at.error();

    ParameterReader reader(items);
    PageRequest request;
    InboxQuery &query = request.query;
    query.workspace = *workspace;
    query.search = queryItem(items, "search"_L1);
    if (query.search.size() > MaximumSearchLength)
        reader.fail("search"_L1, u"is longer than %1 characters"_s.arg(MaximumSearchLength));
    if (query.search.contains(QChar(u'\0')))
        reader.fail("search"_L1, u"holds a NUL character"_s);
    reader.choice("filter"_L1, query.category, parseCategory);
    reader.choice("searchIn"_L1, query.searchIn, parseSearchIn);
    reader.choice("scoreFilter"_L1, query.score, parseScoreFilter);
    reader.choice("sort"_L1, query.sort, parseSort);
    query.channels = reader.channels();
    query.sentimentTags = reader.sentimentTags();
    query.smsUnattributed = reader.flag("smsCampaignUnattributed"_L1);
    query.smsCampaign = reader.smsCampaign();
    if (query.smsUnattributed)
        query.smsCampaign.reset();
    request.limit = reader.limit();

    PagePosition &position = request.position;
    position.cursor = queryItem(items, "cursor"_L1);
    position.at = *at;
    reader.choice("dir"_L1, position.direction, parseDirection);
    if (position.at && !position.cursor.isEmpty())
        reader.fail("at"_L1, u"and cursor exclude each other"_s);
    if (position.direction == PagePosition::Direction::Previous && position.cursor.isEmpty())
        reader.fail("dir"_L1, u"needs a cursor"_s);
    if (reader.error())
        return *reader.error();
    return request;
}

QueryItems encodePageRequest(const PageRequest &request)
{
    const InboxQuery &query = request.query;
    const InboxQuery defaults;
    QueryItems items {{u"clientId"_s, query.workspace.toString()}};
    const auto add = [&items](QLatin1StringView key, const QString &value) {
        items.append({QString(key), value});
    };
    if (query.category != defaults.category)
        add("filter"_L1, wireName(query.category));
    if (!query.search.trimmed().isEmpty())
        add("search"_L1, query.search.trimmed());
    if (query.searchIn == SearchIn::Messages)
        add("searchIn"_L1, u"messages"_s);
    QStringList channels;
    for (const Channel channel : query.channels)
        channels += wireName(channel);
    if (!channels.isEmpty())
        add("channels"_L1, channels.join(u','));
    if (!query.sentimentTags.isEmpty())
        add("sentimentTags"_L1, query.sentimentTags.join(u','));
    if (query.smsUnattributed)
        add("smsCampaignUnattributed"_L1, u"true"_s);
    else if (query.smsCampaign)
        add("smsCampaignId"_L1, query.smsCampaign->toString(QUuid::WithoutBraces));
    if (query.score != defaults.score)
        add("scoreFilter"_L1, wireName(query.score));
    if (query.sort != defaults.sort)
        add("sort"_L1, wireName(query.sort));
    if (!request.position.cursor.isEmpty())
        add("cursor"_L1, request.position.cursor);
    else if (request.position.at)
        add("at"_L1, wireInstant(*request.position.at));
    if (request.position.direction == PagePosition::Direction::Previous)
        add("dir"_L1, u"prev"_s);
    if (request.limit != DefaultPageLimit)
        add("limit"_L1, QString::number(request.limit));
    return items;
}

} // namespace signalbox
