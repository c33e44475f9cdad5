// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// seed and import: data in.
#include "app/ctl/ctlcommand.h"
#include "core/ingest/csvimport.h"
#include "core/ingest/jsonlimport.h"
#include "core/ingest/mailimport.h"
#include "core/ingest/seed.h"
#include "core/storage/pgconnection.h"

#include <QJsonArray>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownFaults = 20;

ProgressSink progressOf(const CtlContext &context)
{
    return [&context](const Progress &progress) { context.progress(progress.line()); };
}

QJsonObject loginJson(const SeedLogin &login)
{
    return {{u"role"_s, login.role}, {u"email"_s, login.email}, {u"password"_s, login.password}};
}

QJsonObject seedJson(const SeedReport &report)
{
    QJsonArray workspaces;
    for (const WorkspaceId workspace : report.workspaces)
        workspaces += workspace.toString();
    QJsonArray logins;
    for (const SeedLogin &login : report.logins)
        logins += loginJson(login);
    return {{u"wasPresent"_s, report.wasPresent}, {u"workspaces"_s, workspaces}, {u"logins"_s, logins},
        {u"otherTenant"_s, loginJson(report.otherTenant)}, {u"leads"_s, report.leads},
        {u"messages"_s, report.messages}, {u"drafts"_s, report.drafts},
        {u"tookMs"_s, qint64(report.took.count())}};
}

void printSeed(const CtlContext &context, const SeedReport &report)
{
    if (report.wasPresent)
        context.print(u"this seed is there already; nothing was written"_s);
    else
        context.print(u"%1 leads, %2 messages and %3 drafts in %4 s"_s.arg(report.leads)
                          .arg(report.messages)
                          .arg(report.drafts)
                          .arg(double(report.took.count()) / 1000, 0, 'f', 1));
    for (const WorkspaceId workspace : report.workspaces)
        context.print(u"workspace %1"_s.arg(workspace.toString()));
    for (const SeedLogin &login : report.logins)
        context.print(u"login %1 %2 %3"_s.arg(login.role, login.email, login.password));
    context.print(u"other tenant: login %1 %2 %3"_s.arg(
        report.otherTenant.role, report.otherTenant.email, report.otherTenant.password));
}

int runSeed(const CtlContext &context, const QStringList &arguments)
{
    const auto parsed = CtlArguments::parse(arguments, {u"workspaces"_s, u"leads"_s, u"seed"_s});
    if (!parsed)
        return context.usageError(parsed.error());
    if (!parsed->positional().isEmpty())
        return context.usageError(Error::invalid({}, u"seed takes options only"_s));
    const auto workspaces = parsed->number(u"workspaces"_s, 3, 1);
    const auto leads = parsed->number(u"leads"_s, 1000);
    const auto number = parsed->number(u"seed"_s, 1);
    for (const auto *value : {&workspaces, &leads, &number}) {
        if (!*value)
            return context.usageError(value->error());
    }
    const auto admin = context.openAdmin();
    if (!admin)
        return context.fail(admin.error());
    const SystemClock clock;
    SeedOptions options;
    options.workspaces = int(std::min<qint64>(*workspaces, 1000));
    options.leads = *leads;
    options.seed = quint64(*number);
    options.now = clock.now();
    options.stop = context.stopToken();
    const auto report = seed(**admin, options, clock, progressOf(context));
    if (!report)
        return report.error().kind == Error::Kind::Invalid ? context.usageError(report.error())
                                                           : context.fail(report.error());
    if (context.wantsJson())
        context.print(seedJson(*report));
    else
        printSeed(context, *report);
    return CtlDone;
}

QJsonObject importJson(const ImportReport &report)
{
    QJsonArray faults;
    for (const ImportFault &fault : report.faults) {
        QJsonObject entry {{u"place"_s, fault.place}, {u"reason"_s, fault.reason}};
        if (fault.line > 0)
            entry.insert(u"line"_s, fault.line);
        if (!fault.field.isEmpty())
            entry.insert(u"field"_s, fault.field);
        faults += entry;
    }
    return {{u"read"_s, report.read}, {u"added"_s, report.added}, {u"changed"_s, report.changed},
        {u"unchanged"_s, report.unchanged}, {u"leadsAdded"_s, report.leadsAdded},
        {u"faultCount"_s, report.faultCount}, {u"faults"_s, faults},
        {u"notes"_s, QJsonArray::fromStringList(report.notes)}, {u"undone"_s, report.isUndone},
        {u"tookMs"_s, qint64(report.took.count())}};
}

void printImport(const CtlContext &context, const ImportReport &report)
{
    for (const ImportFault &fault : report.faults.first(std::min(ShownFaults, report.faults.size())))
        context.remark(u"%1: %2"_s.arg(fault.place, fault.reason));
    if (report.faultCount > ShownFaults)
        context.remark(u"… and %1 more; --json lists the first 1000"_s.arg(report.faultCount - ShownFaults));
    for (const QString &note : report.notes.first(std::min(ShownFaults, report.notes.size())))
        context.remark(note);
    if (report.isUndone)
        context.print(u"%1 read, %2 not in order: nothing was stored (--strict)"_s.arg(report.read)
                          .arg(report.faultCount));
    else
        context.print(u"%1 read: %2 added, %3 changed, %4 there already, %5 left out; %6 new leads; %7 s"_s
                          .arg(report.read)
                          .arg(report.added)
                          .arg(report.changed)
                          .arg(report.unchanged)
                          .arg(report.faultCount)
                          .arg(report.leadsAdded)
                          .arg(double(report.took.count()) / 1000, 0, 'f', 1));
}

/// What `import FORM PATH` asks for, checked.
struct ImportCommand
{
    QString form;
    QString path;
    QStringList owners;
    QStringList mapping;
    ImportOptions options;
};

Result<ImportCommand> readCommand(const CtlContext &context, const QStringList &arguments)
{
    const auto parsed = CtlArguments::parse(arguments, {u"workspace"_s, u"owner"_s, u"map"_s}, {u"strict"_s});
    if (!parsed)
        return parsed.error();
    const QStringList words = parsed->positional();
    const QStringList forms {u"mbox"_s, u"maildir"_s, u"csv"_s, u"jsonl"_s};
    if (words.size() != 2 || !forms.contains(words.first()))
        return Error::invalid({}, u"import needs a form (%1) and a path"_s.arg(forms.join(", "_L1)));
    const auto workspace = WorkspaceId::parse(parsed->value(u"workspace"_s));
    if (!workspace)
        return Error::invalid(u"workspace"_s, u"--workspace must be a workspace's id (see workspace list)"_s);
    ImportCommand command {
        words.at(0), words.at(1), parsed->values(u"owner"_s), parsed->values(u"map"_s), {}};
    const bool isMail = command.form == "mbox"_L1 || command.form == "maildir"_L1;
    if (isMail && command.owners.isEmpty())
        return Error::invalid(
            u"owner"_s, u"--owner must name the mailbox's own address; give it once for each"_s);
    command.options.workspace = *workspace;
    command.options.isStrict = parsed->has(u"strict"_s);
    command.options.stop = context.stopToken();
    return command;
}

Result<ImportReport> importMailStore(
    PgConnection &pg, const ImportCommand &command, const Clock &clock, const ProgressSink &progress)
{
    const MailLimits limits;
    const auto source = command.form == "mbox"_L1 ? MailSource::openMbox(command.path, limits.mailBytes)
                                                  : MailSource::openFolder(command.path, limits.mailBytes);
    if (!source)
        return source.error();
    return importMail(pg, **source, command.owners, command.options, clock, progress);
}

Result<ImportReport> importFile(
    PgConnection &pg, const ImportCommand &command, const Clock &clock, const ProgressSink &progress)
{
    const auto file = InputFile::open(command.path);
    if (!file)
        return file.error();
    return command.form == "csv"_L1 ? importCsv(pg, **file, command.mapping, command.options, clock, progress)
                                    : importJsonl(pg, **file, command.options, clock, progress);
}

int runImport(const CtlContext &context, const QStringList &arguments)
{
    const auto command = readCommand(context, arguments);
    if (!command)
        return context.usageError(command.error());
    const auto service = context.openService();
    if (!service)
        return context.fail(service.error());
    const SystemClock clock;
    const bool isMail = command->form == "mbox"_L1 || command->form == "maildir"_L1;
    const auto report = isMail ? importMailStore(**service, *command, clock, progressOf(context))
                               : importFile(**service, *command, clock, progressOf(context));
    if (!report)
        return context.fail(report.error());
    if (context.wantsJson())
        context.print(importJson(*report));
    else
        printImport(context, *report);
    // A mail store always holds something that is no conversation; a table with a bad line is a finding.
    return report->isUndone || (report->faultCount > 0 && !isMail) ? CtlFound : CtlDone;
}

} // namespace

QList<CtlCommand> dataCommands()
{
    return {
        {u"seed"_s, u"fill the database with demo workspaces"_s,
            u"seed [--workspaces W] [--leads N] [--seed S]\n"
            "  --workspaces W  how many workspaces, 3; the last belongs to another tenant\n"
            "  --leads N       how many leads over all of them, 1000 (up to 20 million)\n"
            "  --seed S        the same number makes the same data, 1"_s,
            runSeed, true},
        {u"import"_s, u"import mail, leads or records from files"_s,
            u"import mbox|maildir PATH --workspace ID --owner ADDR… [--strict]\n"
            "import csv PATH --workspace ID [--map COLUMN=FIELD…] [--strict]\n"
            "import jsonl PATH --workspace ID [--strict]\n"
            "  --workspace ID  where to\n"
            "  --owner ADDR    an address the mailbox's owner writes from; once for each\n"
            "  --map C=F       column C of the file is field F of a lead; empty F leaves it out\n"
            "  --strict        one bad line or mail, and nothing is stored\n"
            "Files may be gzip. Running an import again adds nothing twice."_s,
            runImport},
    };
}

} // namespace signalbox
