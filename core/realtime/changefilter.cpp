// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/changefilter.h"

#include <algorithm>
#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Error bad(const QString &detail)
{
    return Error::invalid(u"filter"_s, detail, u"INVALID_FILTER"_s);
}

const LeadColumnName &named(LeadColumn column)
{
    return leadColumns()[size_t(column)];
}

/// Pieces between commas that stand outside brackets and quotes; a quote opens only after `.`, `(` or `,`.
QList<QStringView> splitAtCommas(QStringView text, bool isInList)
{
    QList<QStringView> pieces;
    qsizetype start = 0;
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const QChar before = at > 0 ? text[at - 1] : isInList ? u'(' : u' ';
        if (isQuoted) {
            if (c == u'\\')
                ++at;
            else if (c == u'"')
                isQuoted = false;
        } else if (c == u'"' && (before == u'.' || before == u'(' || before == u',')) {
            isQuoted = true;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')' && depth > 0) {
            --depth;
        } else if (c == u',' && depth == 0) {
            pieces.append(text.sliced(start, at - start));
            start = at + 1;
        }
    }
    pieces.append(text.sliced(start));
    return pieces;
}

QString unquoted(QStringView text)
{
    if (text.size() < 2 || text.front() != u'"' || text.back() != u'"')
        return text.toString();
    QString value;
    const QStringView inner = text.sliced(1, text.size() - 2);
    for (qsizetype at = 0; at < inner.size(); ++at) {
        if (inner[at] == u'\\' && at + 1 < inner.size())
            ++at;
        value += inner[at];
    }
    return value;
}

/// SQL's LIKE: `%` any run, `_` one character, a backslash takes the next one as it is. Linear in practice,
/// quadratic at worst.
bool isLike(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype retryText = -1;
    qsizetype retryPattern = -1;
    while (t < text.size()) {
        const bool isEscaped = p + 1 < pattern.size() && pattern[p] == u'\\';
        const qsizetype width = isEscaped ? 2 : 1;
        if (p < pattern.size() && !isEscaped && pattern[p] == u'%') {
            retryPattern = ++p;
            retryText = t;
        } else if (p < pattern.size()
            && ((!isEscaped && pattern[p] == u'_') || pattern[p + width - 1] == text[t])) {
            p += width;
            ++t;
        } else if (retryPattern >= 0) {
            p = retryPattern;
            t = ++retryText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'%')
        ++p;
    return p == pattern.size();
}

} // namespace

std::optional<ChangeFilter::Operator> ChangeFilter::operatorNamed(QStringView name)
{
    static constexpr std::array<std::pair<QLatin1StringView, Operator>, 13> names {{
        {"eq"_L1, Operator::Eq},
        {"neq"_L1, Operator::Neq},
        {"lt"_L1, Operator::Lt},
        {"lte"_L1, Operator::Lte},
        {"gt"_L1, Operator::Gt},
        {"gte"_L1, Operator::Gte},
        {"in"_L1, Operator::In},
        {"like"_L1, Operator::Like},
        {"ilike"_L1, Operator::Ilike},
        {"is"_L1, Operator::IsNull},
        {"match"_L1, Operator::Match},
        {"imatch"_L1, Operator::Imatch},
        {"isdistinct"_L1, Operator::IsDistinct},
    }};
    const auto *found
        = std::ranges::find_if(names, [name](const auto &entry) { return entry.first == name; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

Result<ChangeFilter> ChangeFilter::parse(QStringView text)
{
    ChangeFilter filter;
    if (text.isEmpty())
        return filter;
    if (text.size() > MostCharacters)
        return bad(u"the filter is longer than %1 characters"_s.arg(MostCharacters));
    for (const QStringView piece : splitAtCommas(text, false)) {
        auto term = parseTerm(piece);
        if (!term)
            return term.error();
        filter.m_terms.append(*std::move(term));
    }
    return filter;
}

Result<ChangeFilter::Term> ChangeFilter::parseTerm(QStringView text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return bad(u"`%1` is not of the form column=operator.value"_s.arg(text));
    Term term;
    const QStringView name = text.first(equals);
    const auto column = leadColumnByWireName(name);
    if (!column)
        return bad(u"column `%1` does not exist"_s.arg(name));
    term.column = *column;
    QStringView rest = text.sliced(equals + 1);
    if (rest.startsWith("not."_L1)) {
        term.isNegated = true;
        rest = rest.sliced(4);
    }
    const qsizetype dot = rest.indexOf(u'.');
    const QStringView opName = dot < 0 ? rest : rest.first(dot);
    const auto op = operatorNamed(opName);
    if (!op || dot < 0)
        return bad(u"operator `%1` is not supported"_s.arg(opName));
    term.op = *op;
    if (const auto read = parseValue(term, rest.sliced(dot + 1)); !read)
        return read.error();
    return term;
}

Result<void> ChangeFilter::parseValue(Term &term, QStringView value)
{
    switch (term.op) {
    case Operator::IsNull:
        if (value == "not_null"_L1)
            term.isNegated = !term.isNegated;
        else if (value != "null"_L1)
            return bad(u"`is` takes null or not_null, not `%1`"_s.arg(value));
        return {};
    case Operator::Like:
    case Operator::Ilike:
    case Operator::Match:
    case Operator::Imatch:
        return parsePattern(term, unquoted(value));
    case Operator::In: {
        if (value.size() < 2 || value.front() != u'(' || value.back() != u')')
            return bad(u"`in` takes a list in brackets"_s);
        const auto items = splitAtCommas(value.sliced(1, value.size() - 2), true);
        if (items.size() > MostListed)
            return bad(u"`in` takes at most %1 values"_s.arg(MostListed));
        for (const QStringView item : items) {
            auto operand = operandOf(term.column, unquoted(item));
            if (!operand)
                return operand.error();
            term.values.append(*std::move(operand));
        }
        return {};
    }
    default: {
        auto operand = operandOf(term.column, unquoted(value));
        if (!operand)
            return operand.error();
        term.values.append(*std::move(operand));
        return {};
    }
    }
}

Result<void> ChangeFilter::parsePattern(Term &term, const QString &pattern)
{
    if (named(term.column).type != "text"_L1)
        return bad(u"column `%1` is no text"_s.arg(named(term.column).wire));
    if (pattern.size() > MostPatternCharacters)
        return bad(u"a pattern is longer than %1 characters"_s.arg(MostPatternCharacters));
    const bool ignoresCase = term.op == Operator::Ilike || term.op == Operator::Imatch;
    if (term.op == Operator::Like || term.op == Operator::Ilike) {
        term.pattern = ignoresCase ? pattern.toCaseFolded() : pattern;
        return {};
    }
    if (pattern.startsWith("(*"_L1))
        return bad(u"a pattern may not begin with (*"_s);
    // What backtracks for too long is given up: a filter must not hold up everybody's changes.
    term.expression.setPattern(u"(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)(*LIMIT_HEAP=1000)"_s + pattern);
    if (ignoresCase)
        term.expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
    if (!term.expression.isValid())
        return bad(u"`%1` is not a regular expression"_s.arg(pattern));
    return {};
}

Result<ChangeFilter::Operand> ChangeFilter::operandOf(LeadColumn column, const QString &text)
{
    const QLatin1StringView type = named(column).type;
    const Error wrong = bad(
        u"invalid value for column `%1` of type %2: `%3`"_s.arg(named(column).wire, type, text.left(64)));
    if (type == "uuid"_L1) {
        const QUuid uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
        if (uuid.isNull())
            return wrong;
        return Operand(uuid.toByteArray(QUuid::WithoutBraces));
    }
    if (type == "int4"_L1) {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        return isNumber ? Result<Operand>(Operand(qint64(number))) : wrong;
    }
    if (type == "timestamptz"_L1) {
        const auto time = parseIso(text);
        return time ? Result<Operand>(Operand(qint64(time->time_since_epoch().count()))) : wrong;
    }
    return Operand(text.toUtf8());
}

bool ChangeFilter::matches(const LeadChange &change) const
{
    return std::ranges::all_of(
        m_terms, [&](const Term &term) { return holds(term, change.value(term.column)); });
}

bool ChangeFilter::mayMatch(LeadId lead, const LeadScope &scope) const
{
    const auto text = [](const QUuid &uuid) {
        return uuid.isNull() ? std::nullopt : std::optional(uuid.toByteArray(QUuid::WithoutBraces));
    };
    return std::ranges::all_of(m_terms, [&](const Term &term) {
        switch (term.column) {
        case LeadColumn::Id:
            return holds(term, text(lead.value));
        case LeadColumn::Workspace:
            return holds(term, text(scope.workspace.value));
        case LeadColumn::Assignee:
            return holds(term, text(scope.assignee.value));
        default:
            return true;
        }
    });
}

bool ChangeFilter::holds(const Term &term, const std::optional<QByteArray> &value)
{
    if (term.op == Operator::IsNull)
        return !value.has_value() != term.isNegated;
    if (!value)
        return term.op == Operator::IsDistinct && !term.isNegated;
    return compares(term, *value) != term.isNegated;
}

bool ChangeFilter::compares(const Term &term, const QByteArray &value)
{
    switch (term.op) {
    case Operator::Like:
        return isLike(QString::fromUtf8(value), term.pattern);
    case Operator::Ilike:
        return isLike(QString::fromUtf8(value).toCaseFolded(), term.pattern);
    case Operator::Match:
    case Operator::Imatch:
        return term.expression.match(QString::fromUtf8(value)).hasMatch();
    default:
        break;
    }
    const QLatin1StringView type = named(term.column).type;
    Operand actual = value;
    if (type == "int4"_L1) {
        actual = qint64(value.toLongLong());
    } else if (type == "timestamptz"_L1) {
        const auto time = parseIso(QString::fromLatin1(value));
        if (!time)
            return false; // infinity, or a year ISO 8601 does not write
        actual = qint64(time->time_since_epoch().count());
    }
    switch (term.op) {
    case Operator::In:
        return term.values.contains(actual);
    case Operator::Eq:
        return actual == term.values.front();
    case Operator::Neq:
    case Operator::IsDistinct:
        return actual != term.values.front();
    case Operator::Lt:
        return actual < term.values.front();
    case Operator::Lte:
        return actual <= term.values.front();
    case Operator::Gt:
        return actual > term.values.front();
    default:
        return actual >= term.values.front();
    }
}

} // namespace signalbox
