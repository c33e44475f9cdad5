// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace signalbox {

/// What a typed search means (domain §3.3).
struct SearchTerms
{
    enum class Kind
    {
        None, ///< nothing to search by: the list is not filtered
        Address, ///< `address` exactly, as the lead's e-mail or one of its alternates
        Terms, ///< every term is a substring of name, e-mail, company, SMS campaign or phone
    };

    Kind kind = Kind::None;
    QString address; ///< lower case
    QStringList terms; ///< lower case, no term twice; never empty when kind is Terms

    bool operator==(const SearchTerms &) const = default;
};

/// Trims, takes trailing `) , . ; : ] }` off (what a copied sentence leaves behind), ignores what is shorter
/// than three characters, and tells a full address from terms.
SearchTerms parseSearch(QStringView text);

/// `%term%` for LIKE with the default escape: `%`, `_` and `\` of the term stand for themselves.
QString likePattern(QStringView term);

} // namespace signalbox
