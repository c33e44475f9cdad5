// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// counts verify, counts recompute: what is kept beside the rows, against the rows.
#include "app/ctl/ctlcommand.h"
#include "core/storage/driftchecks.h"
#include "core/storage/pgconnection.h"
#include "core/storage/workspacestore.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <variant>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownDrifts = 20;

/// A workspace that is there, and the connection to it.
struct CountsCall
{
    std::unique_ptr<PgConnection> admin;
    WorkspaceId workspace;
};

/// What both commands begin with; else the exit code, after the complaint.
std::variant<CountsCall, int> openCall(
    const CtlContext &context, const QString &command, const QStringList &arguments)
{
    const auto parsed = CtlArguments::parse(arguments, {u"workspace"_s});
    if (!parsed)
        return context.usageError(parsed.error());
    const auto workspace = WorkspaceId::parse(parsed->value(u"workspace"_s));
    if (!workspace || !parsed->positional().isEmpty())
        return context.usageError(
            Error::invalid(u"workspace"_s, command + u" needs --workspace with a uuid"_s));
    auto admin = context.openAdmin();
    if (!admin)
        return context.fail(admin.error());
    const auto all = listWorkspaces(**admin);
    if (!all)
        return context.fail(all.error());
    const bool isThere = std::any_of(
        all->begin(), all->end(), [&](const WorkspaceSummary &one) { return one.id == *workspace; });
    if (!isThere) // nothing to compare is not the same as no drift
        return context.fail(Error::notFound(u"There is no such workspace."_s));
    return CountsCall {*std::move(admin), *workspace};
}

QString shown(const QJsonValue &value)
{
    if (value.isObject() && !value.toObject().isEmpty())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    return value.isString() ? value.toString() : u"nothing"_s;
}

/// The scopes of the counts in the form they had before other things were verified, and everything.
QJsonObject verifyJson(WorkspaceId workspace, const QList<Drift> &drifts)
{
    QJsonArray scopes;
    QJsonArray all;
    for (const Drift &drift : drifts) {
        if (drift.what == InboxCountsCheck)
            scopes.append(QJsonObject {
                {u"scope"_s, drift.where}, {u"expected"_s, drift.expected}, {u"found"_s, drift.found}});
        all.append(QJsonObject {{u"what"_s, drift.what}, {u"where"_s, drift.where},
            {u"expected"_s, drift.expected}, {u"found"_s, drift.found}});
    }
    return {{u"workspace"_s, workspace.toString()}, {u"drift"_s, drifts.size()}, {u"scopes"_s, scopes},
        {u"drifts"_s, all}};
}

void printDrifts(const CtlContext &context, QLatin1StringView check, const QList<Drift> &drifts)
{
    for (const Drift &drift : drifts.first(std::min(ShownDrifts, drifts.size())))
        context.print(u"drift of %1 in %2: the rows say %3, kept is %4"_s.arg(
            drift.what, drift.where, shown(drift.expected), shown(drift.found)));
    if (drifts.size() > ShownDrifts)
        context.print(u"… and %1 more of %2; --json lists all"_s.arg(drifts.size() - ShownDrifts).arg(check));
}

int runVerify(const CtlContext &context, const QStringList &arguments)
{
    const auto call = openCall(context, u"counts verify"_s, arguments);
    if (const int *exitCode = std::get_if<int>(&call))
        return *exitCode;
    const auto &[admin, workspace] = std::get<CountsCall>(call);
    QList<Drift> all;
    for (const DriftCheck &check : driftChecks()) {
        context.progress(u"verifying %1"_s.arg(check.name));
        const auto drifts = check.verify(*admin, workspace);
        context.progress({});
        if (!drifts)
            return context.fail(drifts.error());
        if (!context.wantsJson())
            printDrifts(context, check.name, *drifts);
        all += *drifts;
    }
    if (context.wantsJson())
        context.print(verifyJson(workspace, all));
    else if (all.isEmpty())
        context.print(u"no drift"_s);
    return all.isEmpty() ? CtlDone : CtlFound;
}

int runRecompute(const CtlContext &context, const QStringList &arguments)
{
    const auto call = openCall(context, u"counts recompute"_s, arguments);
    if (const int *exitCode = std::get_if<int>(&call))
        return *exitCode;
    const auto &[admin, workspace] = std::get<CountsCall>(call);
    qint64 sum = 0;
    QJsonObject repaired;
    for (const DriftCheck &check : driftChecks()) {
        context.progress(u"recomputing %1"_s.arg(check.name));
        const auto count = check.repair(*admin, workspace);
        context.progress({});
        if (!count)
            return context.fail(count.error());
        if (!context.wantsJson())
            context.print(u"%1: %2 put right"_s.arg(check.name).arg(*count));
        repaired.insert(check.name, *count);
        sum += *count;
    }
    if (context.wantsJson())
        context.print(QJsonObject {
            {u"workspace"_s, workspace.toString()}, {u"repaired"_s, sum}, {u"checks"_s, repaired}});
    return CtlDone;
}

} // namespace

QList<CtlCommand> countsCommands()
{
    return {
        {u"counts verify"_s, u"compares what is kept of a workspace with its rows; exit code 1 on drift"_s,
            u"counts verify --workspace ID"_s, runVerify},
        {u"counts recompute"_s, u"makes what is kept of a workspace anew from its rows"_s,
            u"counts recompute --workspace ID"_s, runRecompute},
    };
}

} // namespace signalbox
