// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedwriter.h"

#include <future>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SliceLeads = 4000;
/// From here on, building the indexes at the end is quicker than keeping them.
constexpr qint64 RebuildFrom = 20'000;

Result<void> stopped()
{
    return Error {.kind = Error::Kind::Cancelled, .detail = u"the seed was stopped"_s};
}

} // namespace

SeedWriter::SeedWriter(
    PgConnection &admin, const SeedOptions &options, ProgressMeter &meter, QList<SeedLanguage> languages)
    : m_pg(admin)
    , m_options(options)
    , m_meter(meter)
    , m_languages(std::move(languages))
{ }

Result<void> SeedWriter::run(QLatin1StringView query, const PgParams &params)
{
    if (const auto done = m_pg.run(query, params); !done)
        return done.error();
    return {};
}

Result<void> SeedWriter::writePeople(QList<SeedAccount> accounts)
{
    m_accounts = std::move(accounts);
    for (SeedAccount &account : m_accounts) {
        PgParams params;
        params << QUuid::createUuidV5(globalScope(), account.person.email)
               << QString::fromUtf8(account.person.email) << QString::fromUtf8(account.person.name);
        params.addNullable(account.password); // hashed by now
        const auto stored = m_pg.run("SeedUpsertUser"_L1, params);
        if (!stored)
            return stored.error();
        account.person.user = stored->uuid(0, 0);
    }
    return {};
}

Result<void> SeedWriter::writeLeads()
{
    const auto existing = m_pg.run("SeedExistingLeads"_L1);
    if (!existing)
        return existing.error();
    m_rebuildsIndexes = m_options.leads >= RebuildFrom && existing->integer(0, 0) < m_options.leads;
    if (const auto done = run("SeedBypassTriggers"_L1, {}); !done)
        return done;
    if (m_rebuildsIndexes) {
        if (const auto done = run("SeedDropIndexes"_L1, {}); !done)
            return done;
    }
    if (const auto done = run("SeedStageCrmRows"_L1, {}); !done)
        return done;
    m_meter.begin(u"writing leads"_s, m_options.leads);
    qint64 written = 0;
    for (int index = 0; index < m_options.workspaces; ++index) {
        if (const auto done = writeWorkspaceLeads(index, written); !done)
            return done;
        written += seedShare(m_options.leads, index, m_options.workspaces);
    }
    m_meter.finish();
    return {};
}

Result<void> SeedWriter::writeWorkspaceLeads(int index, qint64 written)
{
    const SeedCast cast = castOf(index);
    const SeedIds ids(m_options.seed, index);
    const qint64 share = seedShare(m_options.leads, index, m_options.workspaces);
    const auto make = [&](qint64 from) {
        SeedCopy slice(cast, ids);
        for (qint64 lead = from; lead < std::min(from + SliceLeads, share); ++lead)
            slice.add(lead, makeSeedThread(cast, m_languages, lead));
        return slice;
    };
    // The next slice is made while the server takes this one.
    std::future<SeedCopy> next = std::async(std::launch::async, make, 0);
    for (qint64 from = 0; from < share; from += SliceLeads) {
        const SeedCopy slice = next.get();
        if (from + SliceLeads < share)
            next = std::async(std::launch::async, make, from + SliceLeads);
        if (m_options.stop.stop_requested())
            return stopped();
        if (const auto done = copy(slice); !done)
            return done;
        m_meter.advance(written + std::min(from + SliceLeads, share));
    }
    return {};
}

Result<void> SeedWriter::copy(const SeedCopy &slice)
{
    const std::pair<QLatin1StringView, const QByteArray *> tables[] = {
        {"SeedCopyLeads"_L1, &slice.leads},
        {"SeedCopyAddresses"_L1, &slice.addresses},
        {"SeedCopyDrafts"_L1, &slice.drafts},
        {"SeedCopyMessages"_L1, &slice.messages},
        {"SeedCopyAttachments"_L1, &slice.attachments},
        {"SeedCopyFollowUps"_L1, &slice.facts.followUps},
        {"SeedCopyAppointments"_L1, &slice.facts.appointments},
        {"SeedCopyTimings"_L1, &slice.facts.timings},
        {"SeedCopyCrmRows"_L1, &slice.facts.crmRows},
        {"SeedCopyTasks"_L1, &slice.facts.tasks},
        {"SeedCopyProgress"_L1, &slice.facts.progress},
        {"SeedCopyEnrollments"_L1, &slice.facts.enrollments},
    };
    for (const auto &[query, rows] : tables) {
        if (rows->isEmpty())
            continue;
        bool isSent = false;
        const auto copied = m_pg.copyIn(query,
            [&]() -> Result<QByteArray> { return std::exchange(isSent, true) ? QByteArray() : *rows; });
        if (!copied)
            return copied.error();
    }
    for (const auto query : {"SeedAddCrmRows"_L1, "SeedForgetCrmRows"_L1}) {
        if (const auto done = run(query, {}); !done)
            return done;
    }
    m_messages += slice.messageCount;
    m_drafts += slice.draftCount;
    return {};
}

Result<void> SeedWriter::buildIndexes()
{
    auto left = m_pg.run("SeedIndexesLeft"_L1);
    if (!left)
        return left.error();
    const qint64 total = left->integer(0, 0);
    m_meter.begin(u"building indexes"_s, total);
    for (qint64 built = 0; built < total; ++built) {
        if (m_options.stop.stop_requested())
            return stopped();
        if (const auto done = run("SeedBuildIndex"_L1, {}); !done)
            return done;
        m_meter.advance(built + 1);
    }
    m_meter.finish();
    return {};
}

// What people did: after the counting, from the newest conversations as they are then. A handful of rows,
// whatever the size of the seed.
Result<void> SeedWriter::writeTriage(int index)
{
    const PgParams params = PgParams() << workspace(index) << m_options.now;
    if (const auto done = run("SeedReadBaselines"_L1, params); !done)
        return done;
    if (const auto done = run("SeedReadMarks"_L1, PgParams() << workspace(index)); !done)
        return done;
    for (const auto query : {"SeedNotes"_L1, "SeedSends"_L1, "SeedViews"_L1}) {
        if (const auto done = run(query, params); !done)
            return done;
    }
    return {};
}

Result<void> SeedWriter::finish()
{
    if (m_rebuildsIndexes) {
        if (const auto done = buildIndexes(); !done)
            return done;
    }
    if (const auto done = run("SeedRestoreTriggers"_L1, {}); !done)
        return done;
    if (const auto done = run("SeedAnalyze"_L1, {}); !done)
        return done;
    m_meter.begin(u"counting"_s, m_options.workspaces);
    for (int index = 0; index < m_options.workspaces; ++index) {
        PgParams params;
        params << workspace(index);
        if (const auto done = run("SeedRecount"_L1, params); !done)
            return done;
        if (const auto done = run("SeedDerived"_L1, params); !done)
            return done;
        params << m_options.now;
        if (const auto done = run("SeedTimingMark"_L1, params); !done)
            return done;
        if (const auto done = writeTriage(index); !done)
            return done;
        m_meter.advance(index + 1);
    }
    m_meter.finish();
    return run("SeedAnalyzeDerived"_L1, {});
}

} // namespace signalbox
