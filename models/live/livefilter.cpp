// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livefilter.h"

#include "models/live/leadnames.h"

#include <algorithm>
#include <array>
#include <limits>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QString text;
    qsizetype quotedFrom = -1; ///< where its first quoted part begins; -1: none
};

/// Words at blanks outside of quotes; none: a quote is not closed.
std::optional<QList<Word>> split(QStringView text)
{
    QList<Word> words;
    Word word;
    bool isInside = false;
    bool hasWord = false;
    for (const QChar letter : text) {
        if (letter == u'"') {
            isInside = !isInside;
            hasWord = true;
            if (word.quotedFrom < 0)
                word.quotedFrom = word.text.size();
        } else if (letter.isSpace() && !isInside) {
            if (hasWord)
                words.append(std::exchange(word, {}));
            hasWord = false;
        } else {
            word.text += letter;
            hasWord = true;
        }
    }
    if (isInside)
        return std::nullopt;
    if (hasWord)
        words.append(word);
    return words;
}

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool isKind(LiveKind kind, const QString &value)
{
    const QLatin1StringView name = wireName(kind);
    return value.compare(name, Qt::CaseInsensitive) == 0
        || (name.size() > value.size() && name.startsWith(value, Qt::CaseInsensitive)
            && name.at(value.size()) == u'.');
}

bool isKnownKind(const QString &value)
{
    for (int i = 0; i < LiveKindCount; ++i) {
        if (isKind(LiveKind(i), value))
            return true;
    }
    return false;
}

} // namespace

QLatin1StringView LiveFilter::noneWord()
{
    return "none"_L1;
}

Result<LiveFilter> LiveFilter::parse(QStringView text)
{
    const auto words = split(text);
    if (!words)
        return Error::invalid(
            text.mid(text.lastIndexOf(u'"')).toString(), u"an open quote"_s, u"OPEN_QUOTE"_s);
    LiveFilter filter;
    for (const Word &word : *words) {
        // A quote before the colon makes it a text: "a:b".
        const qsizetype colon = word.text.indexOf(u':');
        const bool isText = colon < 0 || (word.quotedFrom >= 0 && word.quotedFrom <= colon);
        if (const auto problem = addWord(filter, word.text, isText))
            return *problem;
    }
    return filter;
}

std::optional<Error> LiveFilter::addWord(LiveFilter &filter, QString word, bool isText)
{
    const QString whole = word;
    Term term;
    if (word.size() > 1 && word.startsWith(u'-')) {
        term.isNegated = true;
        word.remove(0, 1);
    }
    if (isText) {
        term.values.append(word);
        if (!word.isEmpty())
            filter.m_terms.push_back(term);
        return std::nullopt;
    }
    constexpr std::array Names {
        ""_L1, "kind"_L1, "setter"_L1, "status"_L1, "sentiment"_L1, "lead"_L1, "latency"_L1, "is"_L1};
    const qsizetype colon = word.indexOf(u':');
    const auto found = std::ranges::find(Names, word.left(colon).toLower());
    if (colon == 0 || found == Names.end())
        return Error::invalid(word.left(colon), u"no such field"_s, u"UNKNOWN_FIELD"_s);
    term.field = Field(found - Names.begin());
    term.values = word.mid(colon + 1).split(u',', Qt::SkipEmptyParts);
    if (term.values.isEmpty())
        return Error::invalid(whole, u"a field without a value"_s, u"NO_VALUE"_s);
    for (const QString &value : std::as_const(term.values)) {
        if (term.field == Field::Kind && !isKnownKind(value))
            return Error::invalid(value, u"no such kind"_s, u"UNKNOWN_KIND"_s);
        if (term.field == Field::Is && value.compare("replay"_L1, Qt::CaseInsensitive) != 0)
            return Error::invalid(value, u"no such flag"_s, u"UNKNOWN_FLAG"_s);
        if (term.field == Field::Latency) {
            const auto range = parseRange(value);
            if (!range)
                return Error::invalid(value, u"not a latency"_s, u"NOT_A_LATENCY"_s);
            term.ranges.append(*range);
        }
    }
    const auto same = std::ranges::find_if(filter.m_terms,
        [&](const Term &one) { return one.field == term.field && one.isNegated == term.isNegated; });
    if (same != filter.m_terms.end()) {
        same->values += term.values;
        same->ranges += term.ranges;
    } else {
        filter.m_terms.push_back(term);
    }
    return std::nullopt;
}

std::optional<LiveFilter::Range> LiveFilter::parseRange(QStringView text)
{
    constexpr qint64 Most = std::numeric_limits<qint64>::max();
    const auto number = [](QStringView digits) -> std::optional<qint64> {
        if (digits.endsWith("ms"_L1))
            digits.chop(2);
        bool isNumber = false;
        const qint64 value = digits.toLongLong(&isNumber);
        return isNumber && value >= 0 && digits.front().isDigit() ? std::optional(value) : std::nullopt;
    };
    if (const qsizetype dots = text.indexOf(".."_L1); dots >= 0) {
        const auto from = number(text.left(dots));
        const auto to = number(text.mid(dots + 2));
        return from && to ? std::optional(Range {*from, *to}) : std::nullopt;
    }
    const bool isEqualToo = text.size() > 1 && text.at(1) == u'=';
    const bool isMore = text.startsWith(u'>');
    const bool isLess = text.startsWith(u'<');
    const auto value = number(text.mid(isMore || isLess ? (isEqualToo ? 2 : 1) : 0));
    if (!value)
        return std::nullopt;
    if (isMore)
        return Range {*value + (isEqualToo ? 0 : 1), Most};
    if (isLess)
        return Range {0, *value - (isEqualToo ? 0 : 1)};
    return Range {*value, *value};
}

bool LiveFilter::needsNames() const
{
    return std::ranges::any_of(m_terms, [](const Term &term) {
        return term.field == Field::Text || term.field == Field::Lead || term.field == Field::Setter;
    });
}

bool LiveFilter::matches(const LiveRecord &record, const LeadNames &names) const
{
    return std::ranges::all_of(
        m_terms, [&](const Term &term) { return matchesTerm(term, record, names) != term.isNegated; });
}

bool LiveFilter::matchesTerm(const Term &term, const LiveRecord &record, const LeadNames &names) const
{
    if (term.field == Field::Latency) {
        return record.latency && std::ranges::any_of(term.ranges, [&](const Range &range) {
            return record.latency->count() >= range.from && record.latency->count() <= range.to;
        });
    }
    return std::ranges::any_of(
        term.values, [&](const QString &value) { return matchesValue(term.field, value, record, names); });
}

bool LiveFilter::matchesValue(
    Field field, const QString &value, const LiveRecord &record, const LeadNames &names) const
{
    if (field == Field::Kind)
        return isKind(record.kind, value);
    const LeadEvent *lead = record.lead.get();
    if (field == Field::Text
        && (wireName(record.kind).contains(value, Qt::CaseInsensitive) || has(record.text, value)))
        return true;
    if (!lead)
        return false;
    const bool isNone = value.compare(noneWord(), Qt::CaseInsensitive) == 0;
    const auto isText = [&](const QString &text) { return isNone ? text.isEmpty() : has(text, value); };
    const auto setter = [&] { return lead->assignedTo ? names.knownUser(*lead->assignedTo) : QString(); };
    const auto isLead = [&] {
        return has(names.known(lead->lead), value)
            || lead->lead.toString().startsWith(value, Qt::CaseInsensitive);
    };
    switch (field) {
    case Field::Setter:
        return isNone ? !lead->assignedTo && lead->kind != LeadEvent::Kind::Left : has(setter(), value);
    case Field::Status:
        return isText(lead->status);
    case Field::Sentiment:
        return isText(lead->sentimentTag);
    case Field::Lead:
        return isLead();
    case Field::Is:
        return lead->isReplay;
    case Field::Text:
        return isLead() || has(lead->status, value) || has(lead->sentimentTag, value) || has(setter(), value);
    case Field::Kind:
    case Field::Latency:
        break;
    }
    return false;
}

QString LiveFilter::word(QLatin1StringView field, const QString &value)
{
    const bool needsQuotes = std::ranges::any_of(value, [](QChar letter) { return letter.isSpace(); });
    return field + u':' + (needsQuotes ? u'"' + value + u'"' : value);
}

} // namespace signalbox
