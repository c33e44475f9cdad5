// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeinbox.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Person
{
    QStringView first;
    QStringView last;
    QStringView company;
    QStringView title;
};

constexpr std::array People {
    Person {u"Vanessa", u"Ortiz", u"Brightline Logistics", u"Head of Operations"},
    Person {u"Marcus", u"Lee", u"Northwind Labs", u"VP Sales"},
    Person {u"Priya", u"Natarajan", u"Cobalt Health", u"Director of RevOps"},
    Person {u"Tom", u"Becker", u"Becker & Söhne GmbH", u"Geschäftsführer"},
    Person {u"يوسف", u"الحداد", u"النور للتقنية", u"مدير المبيعات"},
    Person {u"Élodie", u"Marchand", u"Atelier Lumière", u"Responsable commerciale"},
    Person {u"Hannah", u"Lindqvist", u"Fjord Analytics", u"COO"},
    Person {u"Diego", u"Fernández", u"Andes Energía", u"Gerente comercial"},
    Person {u"Mei", u"Tanaka", u"Aoyama Robotics", u"Partnerships"},
    Person {u"Olu", u"Adeyemi", u"Lagos Freight", u"Founder"},
    Person {u"Aylin", u"Demir", u"Mavi Yazılım", u"Satış Müdürü"},
    Person {u"נועה", u"כהן", u"אורקל נתיב", u"סמנכ״לית שיווק"},
};

struct Exchange
{
    QStringView sentiment;
    QStringView subject;
    QStringView text;
    int score;
};

constexpr std::array Exchanges {
    Exchange {u"Information Requested", u"Re: pricing for forty seats",
        u"Could you send the pricing for a team of forty? We would start with the Portland office.", 4},
    Exchange {u"Meeting Requested", u"",
        u"Sounds good, what about Tuesday at 3 pm? My calendar is open until five.", 3},
    Exchange {u"Follow Up", u"Re: intro",
        u"We are in the middle of budget season, please come back to me in the second week of March.", 2},
    Exchange {u"Interested", u"AW: Kurze Frage zu Ihrem Vertrieb",
        u"Das klingt spannend. Können Sie mir zwei Referenzen aus dem Maschinenbau nennen?", 3},
    Exchange {u"Meeting Booked", u"رد: عرض تجريبي",
        u"شكراً لك، تم تأكيد الموعد يوم الأربعاء الساعة العاشرة صباحاً بتوقيت الرياض.", 4},
    Exchange {u"Not Interested", u"Re: démonstration",
        u"Merci, mais nous venons de signer avec un autre prestataire pour deux ans.", 0},
    Exchange {u"Out of Office", u"Automatic reply: quick question",
        u"I am out of the office until Monday 2 March with limited access to mail.", -1},
    Exchange {u"Call Requested", u"", u"Can you call me tomorrow before noon? Easier than mail.", 4},
    Exchange {u"Neutral", u"Re: partnership",
        u"Forwarding this to our partnerships desk, they will get back to you.", 1},
    Exchange {u"Objection", u"Re: case study",
        u"Interesting numbers, but we do not see how this fits a company of our size.", 2},
    Exchange {u"", u"Intro: reply handling for outbound teams",
        u"Hi, I noticed your team doubled its outbound volume this quarter…", -1},
};

constexpr std::array CampaignNames {
    u"Q1 West Coast", u"DACH Manufacturing", u"Founders EMEA", u"Healthcare RevOps"};

/// Round after round the first names get the next last names, within Latin script; a number where that would
/// mix two scripts or say a name twice.
QString lastNameOf(int number)
{
    constexpr auto Count = static_cast<int>(People.size());
    const auto isLatin = [](const Person &person) { return person.last.front().unicode() < 0x250; };
    const Person &own = People.at(static_cast<size_t>(number % Count));
    const int round = number / Count;
    if (round == 0)
        return own.last.toString();
    QStringList lasts;
    for (const Person &person : People)
        if (isLatin(person))
            lasts.append(person.last.toString());
    if (!isLatin(own) || round >= lasts.size())
        return u"%1 %2"_s.arg(own.last).arg(number);
    return lasts.at((lasts.indexOf(own.last.toString()) + round) % lasts.size());
}

/// first.last of a name in Latin letters; of others, a number.
QString addressOf(const LeadSummary &lead, int number)
{
    QString local;
    for (const QChar c : (lead.firstName + u'.' + lead.lastName).normalized(QString::NormalizationForm_D))
        if (c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.'))
            local.append(c.toLower());
    const bool isName = !local.startsWith(u'.') && !local.endsWith(u'.');
    return (isName ? local : u"lead%1"_s.arg(number)) + u"@example.com"_s;
}

QString slug(QStringView tag)
{
    return tag.toString().toLower().replace(u' ', u'-');
}

} // namespace

FakeInbox::FakeInbox(WorkspaceId workspace, int size, Instant now)
    : m_workspace(workspace)
    , m_now(now)
    , m_next(size)
{
    m_order.reserve(static_cast<size_t>(size));
    for (int i = 0; i < size; ++i)
        m_order.push_back({i, now - i * 1min});
}

QList<Assignee> FakeInbox::setters()
{
    const auto id = [](const QString &email) { return UserId {QUuid::createUuidV5(QUuid(), email)}; };
    const QString luis = u"luis.romero@example.com"_s;
    const QString dana = u"dana.wu@example.com"_s;
    return {{id(luis), u"Luis Romero"_s, luis, u"SETTER"_s}, {id(dana), u"Dana Wu"_s, dana, u"SETTER"_s}};
}

LeadId FakeInbox::lead(int number) const
{
    QUuid id = m_workspace.value;
    id.data1 = static_cast<uint>(number) + 1;
    return {id};
}

Conversation FakeInbox::row(int position) const
{
    return conversationOf(m_order.at(static_cast<size_t>(position)));
}

Conversation FakeInbox::conversationOf(const Entry &entry) const
{
    const auto number = static_cast<size_t>(entry.number);
    const Person &person = People.at(number % People.size());
    const Exchange &exchange = Exchanges.at((number * 7 + number / 12) % Exchanges.size());
    Conversation c;
    LeadSummary &lead = c.lead;
    lead.id = this->lead(entry.number);
    lead.workspace = m_workspace;
    lead.firstName = person.first.toString();
    lead.lastName = lastNameOf(entry.number);
    lead.companyName = person.company.toString();
    lead.jobTitle = person.title.toString();
    lead.email = addressOf(lead, entry.number);
    lead.phone = u"+1 415 555 %1"_s.arg(entry.number % 10000, 4, 10, QLatin1Char('0'));
    lead.status = exchange.score >= 3 ? u"qualified"_s : u"new"_s;
    lead.workspaceName = u"Acme Outbound"_s;
    lead.companyState = u"California"_s;
    lead.companyWebsite = u"https://example.com"_s;
    lead.smsDndActive = entry.number % 9 == 5;
    if (exchange.score >= 0)
        lead.overallScore = exchange.score;
    if (entry.number % 3 != 2) {
        const Assignee &setter = setters().at(entry.number % 2);
        lead.assignedTo = setter.user;
        lead.assignedToEmail = setter.email;
    }
    c.primaryChannel = exchange.subject.isEmpty() ? Channel::Sms : Channel::Email;
    if (entry.number % 5 == 1)
        c.primaryChannel = Channel::LinkedIn;
    c.channels = {*c.primaryChannel};
    if (entry.number % 4 == 0 && *c.primaryChannel != Channel::Sms)
        c.channels.append(Channel::Sms);
    c.availableChannels = {Channel::Email, Channel::Sms};
    c.sentimentTag = exchange.sentiment.toString();
    c.classification = slug(exchange.sentiment);
    c.lastSubject = exchange.subject.toString();
    c.lastMessage = exchange.text.toString();
    c.lastMessageTime = entry.updatedAt;
    c.updatedAt = entry.updatedAt;
    c.lastMessageDirection = exchange.sentiment.isEmpty() ? u"outbound"_s : u"inbound"_s;
    c.isOpen = !exchange.sentiment.isEmpty();
    c.isUnread = c.isOpen && number % 6 == 2;
    c.requiresAttention = exchange.score >= 2;
    c.hasAiDraft = exchange.score >= 3;
    c.categories = TotalBit | EligibleBit | (c.isOpen ? ResponsesBit : AiSentBit)
        | (c.requiresAttention ? AttentionBit : 0) | (c.hasAiDraft ? AiReviewBit : 0);
    if (!entry.sentiment.isNull())
        c.sentimentTag = entry.sentiment;
    c.campaignName = QStringView(CampaignNames.at(number % CampaignNames.size())).toString();
    return c;
}

InboxPage FakeInbox::page(const InboxQuery &query, const PagePosition &position, int limit) const
{
    const int count = size();
    const auto at = [&](int i) { // in the query's order
        return m_order.at(static_cast<size_t>(query.sort == InboxSort::Oldest ? count - 1 - i : i));
    };
    const bool ascends = query.sort == InboxSort::Oldest;
    // The first position of which `isBefore` is false.
    const auto edge = [&](auto isBefore) {
        const auto positions = std::views::iota(0, count);
        return *std::ranges::partition_point(positions, [&](int i) { return isBefore(at(i).updatedAt); });
    };
    int from = 0;
    int to = std::min(limit, count);
    if (position.at) {
        from = edge([&](Instant time) { return ascends ? time < *position.at : time > *position.at; });
        to = std::min(from + limit, count);
    } else if (!position.cursor.isEmpty()) {
        // A cursor names the key of a row, as the server's does: `time|number`.
        const Instant key {Instant::duration(position.cursor.section(u'|', 0, 0).toLongLong())};
        const bool isForward = position.direction == PagePosition::Direction::Next;
        const int middle = edge(
            [&](Instant time) { return (ascends ? time < key : time > key) || (isForward && time == key); });
        from = isForward ? middle : std::max(middle - limit, 0);
        to = isForward ? std::min(middle + limit, count) : middle;
    }
    InboxPage page;
    for (int i = from; i < to; ++i)
        page.rows.append(conversationOf(at(i)));
    const auto cursor
        = [&](int i) { return u"%1|%2"_s.arg(at(i).updatedAt.time_since_epoch().count()).arg(at(i).number); };
    if (to < count && to > from)
        page.nextCursor = cursor(to - 1);
    if (from > 0 && to > from)
        page.prevCursor = cursor(from);
    page.hasMore = !page.nextCursor.isEmpty();
    page.version = m_version;
    page.readAt = m_now;
    return page;
}

CountsReading FakeInbox::counts() const
{
    const qint64 total = size();
    return {.counts = {.allResponses = total * 2 / 5,
                .requiresAttention = total / 14,
                .previouslyRequiredAttention = total / 19,
                .totalNonBlacklisted = total - total / 30,
                .awaitingReply = total - total / 30 - total / 14,
                .needsRepair = total / 500,
                .aiSent = total / 5,
                .aiReview = total / 81,
                .total = total,
                .computedAt = m_now},
        .version = m_version};
}

void FakeInbox::moveToTop(int position)
{
    Entry entry = m_order.at(static_cast<size_t>(position));
    m_order.erase(m_order.begin() + position);
    m_now += 1s;
    entry.updatedAt = m_now;
    m_order.insert(m_order.begin(), entry);
}

void FakeInbox::insertAtTop()
{
    m_now += 1s;
    m_order.insert(m_order.begin(), Entry {m_next++, m_now});
}

void FakeInbox::retag(int position, const QString &sentiment)
{
    m_order.at(static_cast<size_t>(position)).sentiment = sentiment;
}

int FakeInbox::positionOf(LeadId lead) const
{
    for (size_t i = 0; i < m_order.size(); ++i)
        if (this->lead(m_order[i].number) == lead)
            return static_cast<int>(i);
    return -1;
}

Result<Conversation> FakeInbox::rowOf(LeadId lead) const
{
    if (const auto departed = m_departed.constFind(lead); departed != m_departed.constEnd())
        return *departed;
    const int position = positionOf(lead);
    return position < 0 ? Result<Conversation>(Error::notFound(u"lead"_s)) : row(position);
}

void FakeInbox::removeAt(int position, int categories)
{
    if (categories != 0) {
        Conversation departed = row(position);
        departed.categories = categories;
        m_departed.insert(departed.lead.id, departed);
    }
    m_order.erase(m_order.begin() + position);
}

void FakeInbox::answer(FakeInboxGateway &gateway) const
{
    const WorkspaceId workspace = m_workspace;
    gateway.answerCounts = [this, workspace](WorkspaceId asked) -> Result<CountsReading> {
        if (asked != workspace)
            return Error::denied(u"Unauthorized"_s);
        return counts();
    };
    gateway.answerPage = [this, workspace](const InboxQuery &query, const PagePosition &position,
                             int limit) -> Result<InboxPage> {
        if (query.workspace != workspace)
            return Error::denied(u"Unauthorized"_s);
        return page(query, position, limit);
    };
    gateway.answerConversation
        = [this](WorkspaceId, LeadId lead, std::optional<Instant>) -> Result<ConversationDetail> {
        return conversation(lead);
    };
    gateway.answerRow = [this](WorkspaceId, LeadId lead) { return rowOf(lead); };
    gateway.answerAttachment = [](QUuid) -> Result<QByteArray> { return QByteArray("attachment"); };
    gateway.answerCampaigns = [](WorkspaceId) -> Result<QList<SmsCampaign>> {
        return QList<SmsCampaign> {
            {QUuid::fromString(u"00000000-0000-4000-8000-0000000000c1"_s), u"Northwind SMS"_s, 412},
            {QUuid::fromString(u"00000000-0000-4000-8000-0000000000c2"_s), u"Brightline SMS"_s, 187},
            {QUuid(), u""_s, 96}};
    };
}

} // namespace signalbox
