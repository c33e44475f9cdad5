// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "models/live/liverecord.h"

#include <QList>

#include <vector>

namespace signalbox {

class LeadNames;

/// Which records a person wants to see: `kind:lead.updated setter:dana latency:>500 status:qualified text`.
///
/// Words are joined by "and", values of one field by "or" (`kind:gap,resync`, or the field again); a minus
/// before a word turns it round; quotes hold blanks together. Letters' case does not matter.
///
///     kind:lead            a kind, or the beginning of one up to a dot
///     setter:dana          part of the name of who has the lead; setter:none nobody
///     status:, sentiment:  part of the value; status:none empty
///     lead:vanessa         part of the lead's name, or the beginning of its id
///     latency:>500         milliseconds: >, >=, <, <=, a figure, or 100..500
///     is:replay            what happened while this client was away
///     anything else        in the name, the id, or any of these texts
class LiveFilter
{
public:
    /// Invalid, with the word at fault as its field and a code: UNKNOWN_FIELD, UNKNOWN_KIND, UNKNOWN_FLAG,
    /// NOT_A_LATENCY, NO_VALUE, OPEN_QUOTE.
    static Result<LiveFilter> parse(QStringView text);

    bool isEmpty() const { return m_terms.empty(); }
    /// Names of leads decide: those that arrive later may change the answer.
    bool needsNames() const;
    bool matches(const LiveRecord &record, const LeadNames &names) const;

    /// A word for a value, quoted where it must be: `status:"on hold"`.
    static QString word(QLatin1StringView field, const QString &value);
    static QLatin1StringView noneWord();

private:
    enum class Field
    {
        Text,
        Kind,
        Setter,
        Status,
        Sentiment,
        Lead,
        Latency,
        Is,
    };
    struct Range
    {
        qint64 from = 0;
        qint64 to = 0;
    };
    struct Term
    {
        Field field = Field::Text;
        bool isNegated = false;
        QStringList values;
        QList<Range> ranges; ///< of a latency
    };

    static std::optional<Range> parseRange(QStringView text);
    static std::optional<Error> addWord(LiveFilter &filter, QString word, bool isQuoted);
    bool matchesTerm(const Term &term, const LiveRecord &record, const LeadNames &names) const;
    bool matchesValue(
        Field field, const QString &value, const LiveRecord &record, const LeadNames &names) const;

    std::vector<Term> m_terms;
};

} // namespace signalbox
