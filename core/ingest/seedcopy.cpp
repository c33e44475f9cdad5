// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedcopy.h"

#include "core/analytics/analyticsrules.h"
#include "core/base/ids.h"
#include "core/ingest/seedfiles.h"

#include <QtEndian>

#include <charconv>

namespace signalbox {

using namespace std::chrono;

namespace {

/// One row of COPY's text form, field by field.
class Row
{
public:
    explicit Row(QByteArray &out)
        : m_out(out)
    { }
    ~Row() { m_out += '\n'; }
    Q_DISABLE_COPY_MOVE(Row)

    Row &id(const QUuid &value)
    {
        next();
        m_out += value.toByteArray(QUuid::WithoutBraces);
        return *this;
    }
    /// Empty is null.
    Row &text(const QByteArray &value) { return value.isEmpty() ? null() : required(value); }
    Row &required(const QByteArray &value)
    {
        next();
        for (const char c : value) {
            switch (c) {
            case '\\':
                m_out += "\\\\";
                break;
            case '\n':
                m_out += "\\n";
                break;
            case '\t':
                m_out += "\\t";
                break;
            case '\r':
                m_out += "\\r";
                break;
            default:
                m_out += c;
            }
        }
        return *this;
    }
    Row &number(qint64 value)
    {
        next();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value);
        m_out.append(digits, end.ptr - digits);
        return *this;
    }
    Row &real(double value)
    {
        next();
        m_out += QByteArray::number(value, 'f', 4);
        return *this;
    }
    Row &flag(bool value)
    {
        next();
        m_out += value ? 't' : 'f';
        return *this;
    }
    Row &time(Instant value)
    {
        next();
        appendTime(value);
        return *this;
    }
    Row &time(const std::optional<Instant> &value) { return value ? time(*value) : null(); }
    /// A text[] of at most one element, which needs no quoting inside but the quotes.
    Row &list(const QByteArray &value)
    {
        next();
        m_out += value.isEmpty() ? QByteArray("{}") : "{\"" + value + "\"}";
        return *this;
    }
    Row &bytes(const QByteArray &value)
    {
        next();
        m_out += "\\\\x" + value.toHex();
        return *this;
    }
    Row &null()
    {
        next();
        m_out += "\\N";
        return *this;
    }

private:
    void next()
    {
        if (!m_isFirst)
            m_out += '\t';
        m_isFirst = false;
    }
    void two(unsigned value)
    {
        m_out += char('0' + value / 10);
        m_out += char('0' + value % 10);
    }
    void appendTime(Instant value)
    {
        const auto day = floor<days>(value);
        const year_month_day date(day);
        const hh_mm_ss clock(floor<seconds>(value - day));
        m_out += QByteArray::number(int(date.year()));
        m_out += '-';
        two(unsigned(date.month()));
        m_out += '-';
        two(unsigned(date.day()));
        m_out += ' ';
        two(unsigned(clock.hours().count()));
        m_out += ':';
        two(unsigned(clock.minutes().count()));
        m_out += ':';
        two(unsigned(clock.seconds().count()));
        m_out += "+00";
    }

    QByteArray &m_out;
    bool m_isFirst = true;
};

/// What the triggers of migration 0012 keep on a message: its predecessor of the same direction, and where
/// the gap it ends began. Messages of a thread come in the order of their times and ids.
class Predecessors
{
public:
    std::optional<Instant> previousAt(const SeedMessage &message)
    {
        return std::exchange(m_byDirection[message.isInbound ? 1 : 0], message.sentAt);
    }
    std::optional<Instant> gapFrom(const SeedMessage &message)
    {
        const SeedMessage *before = std::exchange(m_byChannel[message.channel], &message);
        const bool isSample = before != nullptr && before->isInbound != message.isInbound
            && before->sentAt < message.sentAt && message.sentAt - before->sentAt <= hours(7 * 24)
            && isBusinessHour(before->sentAt) && isBusinessHour(message.sentAt);
        return isSample ? std::optional(before->sentAt) : std::nullopt;
    }

private:
    std::optional<Instant> m_byDirection[2];
    QHash<QByteArray, const SeedMessage *> m_byChannel;
};

/// What the message and draft triggers keep on a lead (migration 0004, domain §1.4.3).
struct Rollup
{
    std::optional<Instant> inbound, outbound, zrgOutbound, newest;
    bool isNewestInbound = false;
    int channels = 0;
    int aiSent = 0;
    int reviews = 0;

    explicit Rollup(const SeedThread &thread)
    {
        for (const SeedMessage &message : thread.messages) {
            newest = message.sentAt;
            isNewestInbound = message.isInbound;
            (message.isInbound ? inbound : outbound) = message.sentAt;
            if (!message.isInbound && !message.isCampaign)
                zrgOutbound = message.sentAt;
            channels |= message.channel == "sms" ? 1 : message.channel == "email" ? 2 : 4;
            if (message.channel == "email" && message.sentBy == "ai" && message.draft >= 0)
                ++aiSent;
        }
        for (const SeedDraft &draft : thread.drafts)
            reviews += draft.status == "pending" && draft.action == "needs_review" ? 1 : 0;
    }
};

} // namespace

SeedIds::SeedIds(std::uint64_t seed, int workspaceIndex)
    : m_seed(seed)
    , m_stream(std::uint64_t(workspaceIndex))
{ }

QUuid SeedIds::id(int kind, std::uint64_t number) const
{
    // 2026-01-01 in milliseconds; the number takes the low bits of the time and the 12 bits after it.
    constexpr std::uint64_t Base = 1'767'225'600'000;
    const std::uint64_t time = Base + (number >> 12);
    SeedRandom random = SeedRandom::forItem(m_seed, m_stream * 16 + std::uint64_t(kind), number);
    const std::uint64_t high = (time << 16) | 0x7000 | (number & 0xfff);
    const std::uint64_t low = (random.next() >> 2) | 0x8000'0000'0000'0000ULL;
    char raw[16];
    qToBigEndian(high, raw);
    qToBigEndian(low, raw + 8);
    return QUuid::fromRfc4122(QByteArrayView(raw, 16));
}

void SeedCopy::add(qint64 index, const SeedThread &thread)
{
    addLead(index, thread);
    addDrafts(index, thread);
    addMessages(index, thread);
    if (!thread.followUpBlocked.isEmpty())
        Row(followUps)
            .id(m_ids.workspace())
            .id(m_ids.followUp(index))
            .id(m_ids.lead(index))
            .id(m_ids.followUpSequence())
            .required("paused")
            .text(thread.followUpBlocked)
            .time(thread.createdAt)
            .time(thread.updatedAt);
    if (thread.appointmentAt)
        Row(appointments)
            .id(m_ids.workspace())
            .id(m_ids.appointment(index))
            .id(m_ids.lead(index))
            .required("CALENDLY")
            .time(*thread.appointmentAt)
            .time(*thread.appointmentAt + minutes(30))
            .text(thread.zone)
            .required("CONFIRMED")
            .required("WEBHOOK")
            .time(thread.updatedAt);
}

void SeedCopy::addLead(qint64 index, const SeedThread &t)
{
    const Rollup rollup(t);
    const bool isSnoozed = t.snoozedUntil && *t.snoozedUntil > m_cast.now;
    Row row(leads);
    row.id(m_ids.workspace()).id(m_ids.lead(index));
    row.text(t.firstName)
        .text(t.lastName)
        .text(t.email)
        .text(t.phone)
        .text(t.title)
        .text(t.zone)
        .text(t.company);
    row.text(t.website)
        .text(t.state)
        .text(t.industry)
        .text(t.headcount)
        .text(t.linkedin)
        .list(t.alternateEmail);
    row.text(t.replierEmail).text(t.replierName);
    row.time(t.replierEmail.isEmpty() ? std::optional<Instant>() : t.updatedAt);
    row.required(t.status).text(t.tag);
    if (t.score)
        row.number(*t.score).time(t.updatedAt);
    else
        row.null().null();
    row.time(t.snoozedUntil).flag(isSnoozed);
    row.time(rollup.inbound).time(rollup.outbound).time(rollup.zrgOutbound).time(rollup.newest);
    row.required(rollup.isNewestInbound ? "inbound" : "outbound");
    row.number(rollup.channels).number(rollup.aiSent).number(rollup.reviews);
    row.flag(t.isDnd);
    if (t.isDnd)
        row.time(t.updatedAt).required("DND is active for this contact").number(2);
    else
        row.null().null().number(0);
    const QUuid assigneeKey = t.setter >= 0 ? m_cast.setters.at(t.setter).user : globalScope();
    t.setter >= 0 ? row.id(assigneeKey).id(assigneeKey).time(t.createdAt) : row.null().id(assigneeKey).null();
    t.smsCampaign >= 0 ? row.id(m_ids.smsCampaign(t.smsCampaign)) : row.null();
    t.emailCampaign >= 0 ? row.id(m_ids.emailCampaign(t.emailCampaign)) : row.null();
    row.time(t.createdAt).time(t.updatedAt);

    const auto address = [&](const QByteArray &mail, bool isReplier) {
        if (!mail.isEmpty())
            Row(addresses).id(m_ids.workspace()).required(mail).id(m_ids.lead(index)).flag(isReplier);
    };
    address(t.email, false);
    address(t.alternateEmail == t.email ? QByteArray() : t.alternateEmail, false);
    address(t.replierEmail, true);
}

void SeedCopy::addMessages(qint64 index, const SeedThread &thread)
{
    const QByteArray leadName = thread.firstName + (thread.lastName.isEmpty() ? "" : " ") + thread.lastName;
    Predecessors predecessors;
    for (int i = 0; i < int(thread.messages.size()); ++i) {
        const SeedMessage &message = thread.messages.at(i);
        const SeedPerson &ours
            = message.setter >= 0 ? m_cast.setters.at(message.setter) : m_cast.campaignSender;
        const bool isEmail = message.channel == "email";
        Row row(messages);
        row.id(m_ids.workspace()).id(m_ids.message(index, i)).id(m_ids.lead(index));
        row.required(message.channel).required(message.isCampaign ? "inboxxia_campaign" : "zrg");
        row.required(message.isInbound ? "inbound" : "outbound").text(message.sentBy);
        message.setter >= 0 ? row.id(ours.user) : row.null();
        row.required(message.body).text(message.html).text(message.subject);
        row.text(isEmail ? (message.isInbound ? thread.email : ours.email) : QByteArray());
        row.text(message.isInbound ? leadName : ours.name);
        row.text(isEmail ? (message.isInbound ? ours.email : thread.email) : QByteArray());
        row.text(message.isInbound ? ours.name : leadName);
        row.flag(!message.isInbound || i + 1 < int(thread.messages.size()));
        message.draft >= 0 ? row.id(m_ids.draft(index, message.draft)).number(0) : row.null().null();
        row.time(message.sentAt).time(message.sentAt);
        row.time(predecessors.previousAt(message)).time(predecessors.gapFrom(message));
        if (!message.attachment.isEmpty())
            addAttachment(index, i, thread);
    }
    messageCount += thread.messages.size();
}

void SeedCopy::addAttachment(qint64 lead, int message, const SeedThread &thread)
{
    const SeedFile file = makeSeedFile(thread.messages.at(message).attachment, thread);
    Row(attachments)
        .id(m_ids.workspace())
        .id(m_ids.attachment(lead, message))
        .id(m_ids.message(lead, message))
        .id(m_ids.lead(lead))
        .number(0)
        .required(file.name)
        .required(file.contentType)
        .text(file.contentId)
        .number(file.content.size())
        .bytes(file.content);
}

void SeedCopy::addDrafts(qint64 index, const SeedThread &thread)
{
    for (int i = 0; i < int(thread.drafts.size()); ++i) {
        const SeedDraft &draft = thread.drafts.at(i);
        Row row(drafts);
        row.id(m_ids.workspace())
            .id(m_ids.draft(index, i))
            .id(m_ids.lead(index))
            .id(m_ids.message(index, draft.trigger));
        row.required(draft.channel).required(draft.content).required(draft.status).text(draft.disposition);
        row.time(draft.createdAt + seconds(2))
            .real(draft.confidence)
            .real(0.9)
            .text(draft.reason)
            .text(draft.action);
        row.time(draft.createdAt).time(draft.createdAt + seconds(2));
    }
    draftCount += thread.drafts.size();
}

} // namespace signalbox
