// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedvoice.h"

namespace signalbox {

const QList<QByteArray> &seedToolNames()
{
    static const QList<QByteArray> names {"Ledgerloom", "Parcelis", "Tabulo", "Shiftmint", "Brickdesk",
        "Nordara", "Flowcrate", "Docketeer", "Quillbase", "Sprintleaf"};
    return names;
}

QByteArray SeedVoice::say(const QByteArray &path, const QByteArray &fallback)
{
    const SeedTemplate &chosen = m_random.pick(m_language.list(path, fallback));
    QByteArray text;
    for (const SeedTemplate::Piece &piece : chosen.pieces) {
        if (piece.isSlot)
            fill(piece.text, text);
        else
            text += piece.text;
    }
    return text;
}

void SeedVoice::fill(const QByteArray &slot, QByteArray &text)
{
    if (slot == "first")
        text += first.isEmpty() ? company : first;
    else if (slot == "last")
        text += last.isEmpty() ? company : last;
    else if (slot == "company")
        text += company;
    else if (slot == "me")
        text += me;
    else if (slot == "us")
        text += us;
    else if (slot == "date")
        text += date;
    else if (slot == "n")
        text += QByteArray::number(m_random.between(3, 24));
    else if (slot == "n2")
        text += QByteArray::number(m_random.between(25, 180));
    else if (slot == "pct")
        text += QByteArray::number(m_random.between(8, 46));
    else if (slot == "ticket")
        text += QByteArray::number(m_random.between(10'400, 98'999));
    else if (slot == "time")
        text += QByteArray::number(m_random.between(8, 17)) + (m_random.chance(0.5) ? ":00" : ":30");
    else if (slot == "tool")
        text += m_random.pick(seedToolNames());
    else if (slot == "colleague")
        text += m_random.pick(m_language.given).native
            + (m_random.chance(0.4) ? ' ' + m_random.pick(m_language.family).native : QByteArray());
    else if (slot == "stem")
        text += m_random.pick(m_language.stems).native;
    else if (slot == "title")
        text += title.isEmpty() ? say("title") : title;
    else if (slot == "offer" || slot == "offer_cap") {
        const auto &offers = m_language.list("offer");
        QByteArray name = offers.at(offer % offers.size()).pieces.first().text;
        if (slot == "offer_cap")
            name[0] = char(std::toupper(static_cast<unsigned char>(name.at(0))));
        text += name;
    } else if (slot == "day" || slot == "day2") {
        QByteArray day = say("day");
        while (slot == "day2" && day == m_lastDay) // "Monday or Monday" would not be an offer
            day = say("day");
        m_lastDay = day;
        text += day;
    } else
        text += say(slot); // month, city
}

QByteArray SeedVoice::join(const QList<QByteArray> &sentences) const
{
    QByteArray text;
    for (const QByteArray &sentence : sentences) {
        if (sentence.isEmpty())
            continue;
        if (!text.isEmpty() && m_language.writesSpaces)
            text += ' ';
        text += sentence;
    }
    return text;
}

QByteArray SeedVoice::letter(
    const QByteArray &salutation, const QByteArray &text, const QByteArray &signature)
{
    return salutation + "\n\n" + text + "\n\n" + say("farewell") + '\n' + signature;
}

} // namespace signalbox
