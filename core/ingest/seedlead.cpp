// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedlead.h"

#include "core/ingest/seedschedule.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QList<QByteArray> &states()
{
    static const QList<QByteArray> names {
        "Texas", "Oregon", "Ohio", "Colorado", "Georgia", "Vermont", "Nevada", "Maine"};
    return names;
}

const QList<QByteArray> &headcounts()
{
    static const QList<QByteArray> ranges {"1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000"};
    return ranges;
}

QByteArray companyName(SeedVoice &voice, const SeedName &stem)
{
    const QByteArray trade = voice.say("trade");
    const QByteArray suffix = voice.say("suffix");
    const QByteArray &code = voice.language().code;
    if (code == "ja")
        return suffix + stem.native + trade;
    QByteArray name = (code == "ar" ? QByteArray("شركة ") : QByteArray()) + stem.native + ' ' + trade;
    return suffix.isEmpty() ? name : name + ' ' + suffix;
}

/// `amelia.ashworth@tidewell-robotics.example`: never a domain that somebody could own (RFC 2606).
QByteArray address(
    SeedRandom &random, const SeedName &given, const SeedName &family, const QByteArray &domain, qint64 index)
{
    QByteArray local;
    switch (random.below(4)) {
    case 0:
        local = given.latin.left(1) + '.' + family.latin;
        break;
    case 1:
        local = given.latin;
        break;
    default:
        local = given.latin + '.' + family.latin;
    }
    if (index >= 2000) // so many people share names that addresses would collide
        local += QByteArray::number(index, 36);
    return local + '@' + domain;
}

void applySetPiece(SeedThread &lead, const SeedCast &cast, qint64 index)
{
    if (cast.workspaceIndex != 0)
        return;
    if (index == 11) {
        lead.firstName = "Maximiliane Wilhelmina Theodora Aurelia Konstanze";
        lead.lastName = "Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst genannt Edle von der "
                        "Planitz-Oberlauringen";
    } else if (index == 13 || index == 113) {
        lead.firstName.clear();
        lead.lastName.clear();
    } else if (index == 17) {
        lead.email.clear();
        lead.phone = "+1 555 017 4402";
        lead.linkedin.clear();
    }
}

QByteArray escapeHtml(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

QByteArray paragraphs(const QByteArray &text)
{
    return "<p>" + escapeHtml(text).replace("\n\n", "</p><p>").replace("\n", "<br>\n") + "</p>";
}

QByteArray attribution(SeedVoice &voice, Instant sentAt)
{
    voice.date = seedDateText(sentAt);
    return voice.say("wrote");
}

} // namespace

SeedThread makeSeedLead(const SeedCast &cast, const SeedLanguage &language, SeedRandom &random, qint64 index)
{
    SeedVoice voice(language, random);
    SeedThread lead;
    const SeedName given = random.pick(language.given);
    const SeedName family = random.pick(language.family);
    const SeedName stem = random.pick(language.stems);
    lead.firstName = given.native;
    lead.lastName = family.native;
    lead.company = companyName(voice, stem);
    const QByteArray domain = stem.latin
        + (random.chance(0.5) ? "-" + QByteArray::number(random.between(1, 99)) : "") + ".example";
    lead.email = address(random, given, family, domain, index);
    if (random.chance(0.9))
        lead.website = "https://www." + domain;
    lead.title = voice.say("title");
    lead.industry = voice.say("trade");
    lead.headcount = random.pick(headcounts());
    lead.state = language.code == "en" ? random.pick(states()) : voice.say("city");
    lead.zone = voice.say("zone");
    if (random.chance(0.62))
        lead.phone = voice.say("phone") + ' ' + QByteArray::number(random.between(100, 999)) + ' '
            + QByteArray::number(random.between(1000, 9999));
    if (random.chance(0.45))
        lead.linkedin = "https://www.linkedin.com/in/demo-" + given.latin + '-' + family.latin + '-'
            + QByteArray::number(index, 36);
    if (random.chance(0.06))
        lead.alternateEmail = given.latin + '.' + family.latin + "@mail-" + domain;
    if (random.chance(0.04)) {
        const SeedName other = random.pick(language.given);
        lead.replierName = other.native + ' ' + family.native;
        lead.replierEmail = other.latin + '@' + domain;
    }
    if (random.chance(0.72)) // the first setters get more than the last
        lead.setter
            = std::min(random.below(int(cast.setters.size())), random.below(int(cast.setters.size())));
    applySetPiece(lead, cast, index);
    return lead;
}

bool isSeedLongThread(const SeedCast &cast, qint64 index)
{
    return cast.workspaceIndex == 0 && (index == 5 || index == 31 || index == 77);
}

QByteArray seedSignature(const SeedThread &lead)
{
    QByteArray name = lead.firstName;
    if (!lead.lastName.isEmpty())
        name += ' ' + lead.lastName;
    if (name.isEmpty())
        return lead.company;
    return name + '\n' + lead.title + (lead.phone.isEmpty() ? QByteArray() : " · " + lead.phone) + '\n'
        + lead.company;
}

QByteArray seedPlainQuote(SeedVoice &voice, const QByteArray &quoted, Instant sentAt)
{
    return "\n\n" + attribution(voice, sentAt) + "\n> " + QByteArray(quoted).replace("\n", "\n> ");
}

QByteArray seedHtml(SeedVoice &voice, const SeedThread &lead, const QByteArray &body,
    const QByteArray &quoted, Instant quotedAt, bool hasLogo)
{
    const bool isRtl = voice.language().code == "ar" || voice.language().code == "he";
    QByteArray html = QByteArray("<div dir=\"") + (isRtl ? "rtl" : "ltr")
        + "\" style=\"font-family:Calibri,Arial,sans-serif;font-size:11pt\">" + paragraphs(body) + "</div>\n";
    if (!lead.website.isEmpty())
        html += QByteArray("<table role=\"presentation\"><tr>")
            + (hasLogo ? "<td><img src=\"cid:logo@demo\" width=\"64\" height=\"24\" alt=\"\"></td>" : "")
            + "<td style=\"color:#5a6472;font-size:9pt\"><b>" + escapeHtml(lead.company)
            + "</b><br><a href=\"" + lead.website + "/contact\">" + escapeHtml(lead.title)
            + "</a></td></tr></table>\n";
    if (!quoted.isEmpty())
        html += "<div class=\"gmail_quote\"><div class=\"gmail_attr\">"
            + escapeHtml(attribution(voice, quotedAt))
            + "</div><blockquote style=\"margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex\">"
            + paragraphs(quoted) + "</blockquote></div>\n";
    return html;
}

} // namespace signalbox
