// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seed.h"

#include "core/auth/password.h"
#include "core/ingest/seedwriter.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxWorkspaces = 64;
constexpr qint64 MaxLeads = 20'000'000;

/// The accounts, with hashes where the passwords were.
Result<QList<SeedAccount>> hashedAccounts(bool isCheap)
{
    QList<SeedAccount> accounts = seedAccounts();
    for (SeedAccount &account : accounts) {
        if (account.password.isEmpty())
            continue;
        const auto hash
            = hashPassword(Secret(account.password), isCheap ? PasswordCost::least() : PasswordCost());
        if (!hash)
            return hash.error();
        account.password = *hash;
    }
    return accounts;
}

void nameLogins(SeedReport &report)
{
    for (const SeedAccount &account : seedAccounts()) {
        if (account.password.isEmpty())
            continue;
        const SeedLogin login {account.role, QString::fromUtf8(account.person.email), account.password};
        if (account.isOtherTenant)
            report.otherTenant = login;
        else
            report.logins += login;
    }
}

Result<void> writeAll(PgConnection &admin, SeedWriter &writer, QList<SeedAccount> accounts)
{
    return admin.transaction(TenantScope {.readOnly = false}, [&]() -> Result<void> {
        if (const auto done = writer.writePeople(std::move(accounts)); !done)
            return done;
        if (const auto done = writer.writeWorkspaces(); !done)
            return done;
        if (const auto done = writer.writeLeads(); !done)
            return done;
        return writer.finish();
    });
}

} // namespace

Result<SeedReport> seed(
    PgConnection &admin, const SeedOptions &options, const Clock &clock, const ProgressSink &progress)
{
    if (options.workspaces < 1 || options.workspaces > MaxWorkspaces)
        return Error::invalid(u"workspaces"_s, u"between 1 and %1"_s.arg(MaxWorkspaces));
    if (options.leads < 0 || options.leads > MaxLeads)
        return Error::invalid(u"leads"_s, u"between 0 and %1"_s.arg(MaxLeads));
    const auto begun = clock.elapsed();
    ProgressMeter meter(clock, progress);
    auto languages = loadSeedLanguages();
    if (!languages)
        return languages.error();
    SeedWriter writer(admin, options, meter, *std::move(languages));

    SeedReport report;
    nameLogins(report);
    for (int index = 0; index < options.workspaces; ++index)
        report.workspaces += writer.workspace(index);
    PgParams params;
    params << report.workspaces.first();
    const auto present = admin.run("SeedWorkspaceExists"_L1, params);
    if (!present)
        return present.error();
    report.wasPresent = present->boolean(0, 0);
    if (report.wasPresent)
        return report;

    auto accounts = hashedAccounts(options.cheapPasswords);
    if (!accounts)
        return accounts.error();
    if (const auto done = writeAll(admin, writer, *std::move(accounts)); !done)
        return done.error();
    report.leads = options.leads;
    report.messages = writer.messageCount();
    report.drafts = writer.draftCount();
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(clock.elapsed() - begun);
    return report;
}

} // namespace signalbox
