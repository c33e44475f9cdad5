// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// FakeInbox: what is in a conversation.
#include "tests/support/fakeinbox.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Message message(int number, Channel channel, Sender sender, Instant time, const QString &text,
    const QString &subject = {})
{
    Message m;
    m.id = {QUuid(static_cast<uint>(number), 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 9)};
    m.channel = channel;
    m.sender = sender;
    m.direction = sender == Sender::Lead ? u"inbound"_s : u"outbound"_s;
    m.source = u"zrg"_s;
    m.content = text;
    m.subject = subject;
    m.timestamp = time;
    return m;
}

} // namespace

ConversationDetail FakeInbox::conversation(LeadId lead) const
{
    ConversationDetail detail;
    const auto found
        = std::ranges::find_if(m_order, [&](const Entry &entry) { return this->lead(entry.number) == lead; });
    if (found == m_order.end())
        return detail;
    const Conversation row = conversationOf(*found);
    detail.conversation = row;
    detail.viewerRole = u"INBOX_MANAGER"_s;
    detail.readAt = m_now;
    const Instant last = row.lastMessageTime;
    const QString first = row.lead.firstName;
    Message intro = message(1, Channel::Email, Sender::Ai, last - 50h,
        u"Hi %1,\n\nI noticed your team doubled its outbound volume this quarter. We help operations teams answer every reply within the hour, with a person in control of each send.\n\nWould a short call next week make sense?\n\nBest,\nDana"_s
            .arg(first),
        u"Intro: reply handling for outbound teams"_s);
    intro.source = u"inboxxia_campaign"_s;
    intro.fromName = u"Dana Wu"_s;
    intro.fromEmail = u"dana@acme-outbound.example"_s;
    intro.toEmail = row.lead.email;
    Message reply = message(2, Channel::Email, Sender::Lead, last - 26h,
        u"Hi Dana,\n\nthanks for reaching out. Could you send the pricing for a team of forty? We would start with the Portland office and decide on the others in April.\n\n%1\n\nOn Tue, 17 Feb 2026 at 09:12, Dana Wu <dana@acme-outbound.example> wrote:\n> Hi %1,\n>\n> I noticed your team doubled its outbound volume this quarter. We help operations\n> teams answer every reply within the hour, with a person in control of each send.\n>\n> Would a short call next week make sense?\n>\n> Best,\n> Dana"_s
            .arg(first),
        u"Re: Intro: reply handling for outbound teams"_s);
    reply.fromName = row.lead.name();
    reply.fromEmail = row.lead.email;
    reply.toEmail = u"dana@acme-outbound.example"_s;
    reply.cc = {u"ops@brightline.example"_s};
    reply.attachments = {{QUuid::fromString(u"00000000-0000-4000-8000-0000000000a1"_s), u"requirements.pdf"_s,
        u"application/pdf"_s, 248'301}};
    Message html = message(3, Channel::Email, Sender::Human, last - 24h, u"Here is the overview."_s,
        u"Re: Intro: reply handling for outbound teams"_s);
    html.rawHtml
        = u"<html><head><style>p{color:red}</style><script>alert(1)</script></head><body><p>Hi %1,</p><p>here is the overview you asked for:</p><table border=1 cellpadding=6><tr><th>Plan</th><th>Seats</th><th>Per seat</th></tr><tr><td>Team</td><td>up to 50</td><td>€ 39</td></tr><tr><td>Scale</td><td>51–200</td><td>€ 31</td></tr></table><p>The details are in the <a href='https://acme-outbound.example/pricing'>price list</a>.</p><img src='https://tracker.example/pixel.gif'><p>Best,<br>Luis</p></body></html>"_s
              .arg(first);
    html.fromName = u"Luis Romero"_s;
    html.fromEmail = u"luis@acme-outbound.example"_s;
    html.toEmail = row.lead.email;
    Message nudge = message(4, Channel::Sms, Sender::Ai, last - 3h,
        u"Hi %1, just making sure the price list reached you. Any questions before Tuesday?"_s.arg(first));
    Message newest = message(5, row.primaryChannel.value_or(Channel::Sms),
        row.lastMessageDirection == u"inbound"_s ? Sender::Lead : Sender::Human, last, row.lastMessage,
        row.lastSubject);
    newest.fromName = row.lead.name();
    newest.fromEmail = row.lead.email;
    detail.messages = {intro, reply, html, nudge, newest};
    if (row.hasAiDraft) {
        Draft draft;
        draft.id = {QUuid::createUuidV5(lead.value, u"draft"_s)};
        draft.channel = row.primaryChannel.value_or(Channel::Email);
        draft.content
            = u"Hi %1,\n\nfor forty seats the Team plan fits: € 39 per seat and month, billed yearly, with onboarding for the Portland office included. I have attached the full price list.\n\nTuesday at 3 pm works on our side. Shall I send an invitation?"_s
                  .arg(first);
        draft.autoSendAction = u"needs_review"_s;
        draft.autoSendReason = u"A price was asked for, and no tier is recorded for this lead."_s;
        draft.confidence = 0.71;
        draft.threshold = 0.85;
        draft.createdAt = last + 2min;
        draft.updatedAt = last + 2min;
        detail.draft = draft;
    }
    return detail;
}

} // namespace signalbox
