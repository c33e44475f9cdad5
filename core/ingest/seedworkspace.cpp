// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedstory.h"
#include "core/ingest/seedwriter.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// A little longer than the demo goes back.
constexpr auto Founded = SeedSpan + std::chrono::days(20);

QString zoneOf(int index)
{
    return index == 0 ? u"America/New_York"_s : u"Europe/London"_s;
}

} // namespace

SeedCast SeedWriter::castOf(int index) const
{
    SeedCast cast;
    cast.seed = m_options.seed;
    cast.workspaceIndex = index;
    cast.workspaceName = seedWorkspaceName(index);
    cast.offer = index;
    cast.provider = index == 1 ? "CALENDLY" : "GHL";
    cast.now = std::chrono::floor<std::chrono::seconds>(m_options.now);
    cast.calendar = SeedCalendar(zoneOf(index).toLatin1(), cast.now);
    for (const SeedAccount &account : m_accounts) {
        if (account.isOtherTenant != isOtherTenant(index))
            continue;
        if (account.role == "SETTER"_L1)
            cast.setters += account.person;
        else if (account.role == "OWNER"_L1)
            cast.campaignSender = account.person;
    }
    return cast;
}

Result<void> SeedWriter::writeWorkspaces()
{
    for (int index = 0; index < m_options.workspaces; ++index) {
        const SeedCast cast = castOf(index);
        const PgParams params = PgParams() << workspace(index) << QString::fromUtf8(cast.workspaceName)
                                           << cast.campaignSender.user << zoneOf(index) << cast.now - Founded;
        if (const auto done = run("SeedInsertWorkspace"_L1, params); !done)
            return done;
        for (const auto write : {&SeedWriter::writeMembers, &SeedWriter::writeProcesses,
                 &SeedWriter::writeCampaigns, &SeedWriter::writeCalendars}) {
            if (const auto done = (this->*write)(index); !done)
                return done;
        }
    }
    return {};
}

Result<void> SeedWriter::writeMembers(int index)
{
    for (const SeedAccount &account : m_accounts) {
        const bool isElsewhere = account.role == "CLIENT_PORTAL"_L1 && index != 0;
        if (account.isOtherTenant != isOtherTenant(index) || account.role == "OWNER"_L1 || isElsewhere)
            continue;
        const PgParams params = PgParams() << workspace(index) << account.person.user << account.role;
        if (const auto done = run("SeedInsertMember"_L1, params); !done)
            return done;
    }
    return {};
}

Result<void> SeedWriter::writeCampaigns(int index)
{
    const SeedIds ids(m_options.seed, index);
    const Instant created = castOf(index).now - Founded + std::chrono::days(2);
    for (int i = 0; i < int(seedCampaigns().size()); ++i) {
        const SeedCampaign &campaign = seedCampaigns().at(i);
        const PgParams params = PgParams() << ids.workspace() << ids.emailCampaign(i)
                                           << u"demo-%1"_s.arg(i + 1) << QString::fromLatin1(campaign.name)
                                           << (campaign.isAutoSend ? u"AI_AUTO_SEND"_s : u"SETTER_MANAGED"_s)
                                           << created << ids.bookingProcess(i % 2);
        if (const auto done = run("SeedInsertEmailCampaign"_L1, params); !done)
            return done;
    }
    for (int i = 0; i < int(seedSmsCampaigns().size()); ++i) {
        const PgParams params = PgParams() << ids.workspace() << ids.smsCampaign(i)
                                           << QString::fromLatin1(seedSmsCampaigns().at(i)) << created;
        if (const auto done = run("SeedInsertSmsCampaign"_L1, params); !done)
            return done;
    }
    static const QList<QString> reactivations {u"Wake-up call"_s, u"Last try before the year ends"_s};
    for (int i = 0; i < int(reactivations.size()); ++i) {
        const PgParams params = PgParams() << ids.workspace() << ids.reactivation(i) << reactivations.at(i)
                                           << ids.emailCampaign(3) << created;
        if (const auto done = run("SeedInsertReactivation"_L1, params); !done)
            return done;
    }
    return {};
}

Result<void> SeedWriter::writeProcesses(int index)
{
    const SeedIds ids(m_options.seed, index);
    const Instant created = castOf(index).now - Founded + std::chrono::days(1);
    struct Named
    {
        QString name, text, trigger;
    };
    static const QList<Named> sequences {
        {u"Three gentle reminders"_s, u"Day 2 by mail, day 5 by text, day 9 by mail"_s, u"no_response"_s},
        {u"After a meeting was offered"_s, u"The link again, two dates, then a call"_s,
            u"meeting_selected"_s},
        {u"Reactivation"_s, u"What is new, and one question"_s, u"manual"_s}};
    static const QList<Named> processes {
        {u"Link first"_s, u"The booking link at once, two dates after that"_s, {}},
        {u"Two dates, then the link"_s, u"Asks two questions before it offers a date"_s, {}}};
    for (int i = 0; i < int(sequences.size()); ++i) {
        const PgParams params = PgParams()
            << ids.workspace() << ids.followUpSequence(i) << sequences.at(i).name << sequences.at(i).text
            << created << sequences.at(i).trigger;
        if (const auto done = run("SeedInsertFollowUpSequence"_L1, params); !done)
            return done;
    }
    for (int i = 0; i < int(processes.size()); ++i) {
        const PgParams params = PgParams() << ids.workspace() << ids.bookingProcess(i) << processes.at(i).name
                                           << processes.at(i).text << (i == 0 ? 5 : 4) << created;
        if (const auto done = run("SeedInsertBookingProcess"_L1, params); !done)
            return done;
    }
    return {};
}

// The first workspace's second calendar could not be read lately; the last workspaces have none.
Result<void> SeedWriter::writeCalendars(int index)
{
    const SeedIds ids(m_options.seed, index);
    const SeedCast cast = castOf(index);
    const auto key
        = [&](int calendar) { return QString::fromLatin1(seedCalendarKey(cast.provider, calendar)); };
    const PgParams settings = PgParams() << ids.workspace() << QString::fromLatin1(cast.provider) << key(0)
                                         << (index < 2 ? key(1) : QString()) << cast.now;
    if (const auto done = run("SeedInsertSettings"_L1, settings); !done)
        return done;
    static const QList<QString> names {u"Discovery call"_s, u"Direct booking"_s};
    for (int i = 0; i < (index < 2 ? 2 : 1); ++i) {
        const QString url = u"https://calendar.northbeam.example/%1/%2"_s.arg(index + 1).arg(i + 1);
        const QString type = cast.provider == "GHL" ? u"ghl"_s : u"calendly"_s;
        const PgParams link = PgParams()
            << ids.workspace() << ids.calendarLink(i) << names.at(i) << url << type << (i == 0) << cast.now;
        if (const auto done = run("SeedInsertCalendarLink"_L1, link); !done)
            return done;
        const bool isBroken = index == 0 && i == 1;
        const PgParams slots = PgParams()
            << ids.workspace() << (i == 0 ? u"DEFAULT"_s : u"DIRECT_BOOK"_s) << type << url << cast.now
            << zoneOf(index) << (i == 0 ? 14 : 8) << isBroken;
        if (const auto done = run("SeedInsertAvailability"_L1, slots); !done)
            return done;
    }
    return {};
}

} // namespace signalbox
