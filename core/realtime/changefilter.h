// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/realtime/leadchange.h"

#include <QList>
#include <QRegularExpression>

#include <variant>

namespace signalbox {

/// Which lead changes a binding is about: `col=[not.]op.value`, a comma for AND (realtime §1.5).
///
/// Operators: eq neq lt lte gt gte in like ilike is match imatch isdistinct. Values are read as the column's
/// type when the filter is made; texts compare by code point. A null column matches only `is.null` and
/// `isdistinct`. It narrows what a receiver may see anyway and never widens it.
class ChangeFilter
{
public:
    static constexpr qsizetype MostCharacters = 4096;
    static constexpr int MostListed = 100;
    static constexpr int MostPatternCharacters = 256;

    /// Invalid, with a text for the client: an unknown column or operator, a value of another type, too much.
    /// Empty text is no filter.
    static Result<ChangeFilter> parse(QStringView text);

    /// On the new row. A pattern that would take too long to match does not match.
    bool matches(const LeadChange &change) const;
    /// Whether a row with these keys could match, whatever its other columns hold: for a row that left.
    bool mayMatch(LeadId lead, const LeadScope &scope) const;
    bool isEmpty() const { return m_terms.isEmpty(); }

private:
    enum class Operator
    {
        Eq,
        Neq,
        Lt,
        Lte,
        Gt,
        Gte,
        In,
        Like,
        Ilike,
        IsNull,
        Match,
        Imatch,
        IsDistinct,
    };
    /// Numbers and times (microseconds) as integers; uuids in canonical form and texts as UTF-8.
    using Operand = std::variant<qint64, QByteArray>;
    struct Term
    {
        LeadColumn column = LeadColumn::Id;
        Operator op = Operator::Eq;
        bool isNegated = false;
        QList<Operand> values;
        QString pattern; // of like and ilike, the latter case-folded
        QRegularExpression expression;
    };

    static Result<Term> parseTerm(QStringView text);
    static Result<void> parseValue(Term &term, QStringView value);
    static Result<void> parsePattern(Term &term, const QString &pattern);
    static Result<Operand> operandOf(LeadColumn column, const QString &text);
    static std::optional<Operator> operatorNamed(QStringView name);
    static bool holds(const Term &term, const std::optional<QByteArray> &value);
    static bool compares(const Term &term, const QByteArray &value);

    QList<Term> m_terms;
};

} // namespace signalbox
