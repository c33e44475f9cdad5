// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/searchterms.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestSearch = 3;

bool isTrailingPunctuation(QChar character)
{
    return u"),.;:]}"_s.contains(character);
}

bool isSpace(QChar character)
{
    return character.isSpace();
}

bool looksLikeAddress(QStringView text)
{
    const qsizetype at = text.indexOf(u'@');
    if (at <= 0 || std::any_of(text.begin(), text.end(), isSpace))
        return false;
    return text.indexOf(u'.', at + 2) > 0;
}

QStringList splitOnSpace(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar character : text) {
        if (!character.isSpace()) {
            word += character;
            continue;
        }
        words += word;
        word.clear();
    }
    words += word;
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

} // namespace

SearchTerms parseSearch(QStringView text)
{
    QStringView rest = text.trimmed();
    while (!rest.isEmpty() && isTrailingPunctuation(rest.back()))
        rest.chop(1);
    rest = rest.trimmed();
    if (rest.size() < ShortestSearch)
        return {};
    const QString lower = rest.toString().toLower();
    if (looksLikeAddress(lower))
        return {.kind = SearchTerms::Kind::Address, .address = lower};
    return {.kind = SearchTerms::Kind::Terms, .terms = splitOnSpace(lower)};
}

QString likePattern(QStringView term)
{
    QString pattern = u"%"_s;
    for (const QChar character : term) {
        if (character == u'%' || character == u'_' || character == u'\\')
            pattern += u'\\';
        pattern += character;
    }
    return pattern + u'%';
}

} // namespace signalbox
