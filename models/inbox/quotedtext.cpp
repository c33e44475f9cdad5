// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/quotedtext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

bool isQuoteLine(const QString &line)
{
    return line.startsWith(u'>');
}

/// "On Tue, 17 Feb 2026 at 09:12, Dana wrote:" as the common mail programs write it. Two lines are looked at
/// as one.
bool isAttribution(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^\s*(On\b.{6,200}\bwrote|Am\b.{6,200}\bschrieb\b.{0,80}|Le\b.{6,200}\ba écrit|El\b.{6,200}\bescribió|Il\b.{6,200}\bha scritto|Em\b.{6,200}\bescreveu|Op\b.{6,200}\bschreef\b.{0,80}|Den\b.{6,200}\bskrev\b.{0,80}|.{4,200}\btarihinde\b.{0,100}\byazdı|.{6,200}\bпишет|.{6,200}\bнаписал\(?а?\)?|בתאריך.{4,200}מאת.{0,120}|.{0,200}\bكتب.{0,120})\s*[:\x{FF1A}]\s*$)"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return line.size() <= 400 && pattern.match(line).hasMatch();
}

bool isSeparator(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^\s*-{2,}\s*(Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht)\s*-{2,}\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(line).hasMatch();
}

/// The head of a quotation as Outlook writes it: From: followed by Sent: or Date:, then To: or Subject:.
bool isHeaderBlock(const QStringList &lines, qsizetype at)
{
    static const QRegularExpression from(uR"(^\s*\*?(From|Von|De|Da|Van|Från)\*?\s*:\s*\S)"_s);
    static const QRegularExpression rest(
        uR"(^\s*\*?(Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto|Assunto|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Cc)\*?\s*:)"_s);
    if (!from.match(lines.at(at)).hasMatch())
        return false;
    int seen = 0;
    for (qsizetype i = at + 1; i < std::min(at + 6, lines.size()); ++i)
        seen += rest.match(lines.at(i)).hasMatch() ? 1 : 0;
    return seen >= 2;
}

bool hasOwnTextAfter(const QStringList &lines, qsizetype from)
{
    return std::any_of(lines.begin() + from, lines.end(),
        [](const QString &line) { return !isQuoteLine(line) && !line.trimmed().isEmpty(); });
}

qsizetype firstQuotedLine(const QStringList &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (isSeparator(line) || isHeaderBlock(lines, i))
            return i;
        const bool isTwoLines = i + 1 < lines.size() && !isAttribution(line)
            && isAttribution(line + u' ' + lines.at(i + 1)) && !line.trimmed().isEmpty();
        if (isAttribution(line) || isTwoLines) {
            const qsizetype body = i + (isTwoLines ? 2 : 1);
            const auto next = std::find_if(lines.begin() + body, lines.end(),
                [](const QString &candidate) { return !candidate.trimmed().isEmpty(); });
            // With > marks, text after them is an answer; without, all that follows is the quotation.
            if (next == lines.end() || !isQuoteLine(*next) || !hasOwnTextAfter(lines, body))
                return i;
        } else if (isQuoteLine(line) && !hasOwnTextAfter(lines, i)) {
            return i;
        }
    }
    return lines.size();
}

} // namespace

qsizetype quotationStart(const QStringList &lines)
{
    const qsizetype start = firstQuotedLine(lines);
    const bool hasOwn = std::any_of(
        lines.begin(), lines.begin() + start, [](const QString &line) { return !line.trimmed().isEmpty(); });
    return hasOwn ? start : lines.size();
}

QuotedText splitQuotedText(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    const qsizetype start = quotationStart(lines);
    if (start == lines.size())
        return {.own = text.trimmed()};
    QuotedText split {.own = lines.first(start).join(u'\n').trimmed()};
    split.quoted = lines.sliced(start).join(u'\n').trimmed();
    split.quotedLines = static_cast<int>(std::count_if(
        lines.begin() + start, lines.end(), [](const QString &line) { return !line.trimmed().isEmpty(); }));
    return split;
}

} // namespace signalbox
