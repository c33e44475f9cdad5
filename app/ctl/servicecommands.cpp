// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// migrate, check-env.
#include "app/ctl/ctlcommand.h"
#include "core/config/serviceconfig.h"
#include "core/storage/migrator.h"
#include "core/storage/pgconnection.h"

#include <QJsonArray>

#include <limits>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

int runMigrate(const CtlContext &context, const QStringList &arguments)
{
    const auto parsed = CtlArguments::parse(arguments, {u"to"_s});
    if (!parsed)
        return context.usageError(parsed.error());
    if (!parsed->positional().isEmpty())
        return context.usageError(Error::invalid({}, u"migrate takes no arguments but --to"_s));
    const auto target = parsed->number(u"to"_s, -1);
    if (!target)
        return context.usageError(target.error());
    if (*target > std::numeric_limits<int>::max()) // cut to an int it could be 0: everything undone
        return context.usageError(Error::invalid(u"to"_s, u"--to is not a schema version"_s));
    const auto admin = context.openAdmin(false);
    if (!admin)
        return context.fail(admin.error());
    const bool goesBack = *target >= 0;
    const auto steps = goesBack ? Migrator::rollBackTo(**admin, int(*target)) : Migrator::migrate(**admin);
    if (!steps)
        return context.fail(steps.error());
    const auto version = Migrator::currentVersion(**admin);
    if (!version)
        return context.fail(version.error());
    if (context.wantsJson())
        context.print(QJsonObject {{u"steps"_s, *steps}, {u"version"_s, *version}});
    else
        context.print(u"%1 step(s) %2; the schema is at version %3"_s.arg(*steps)
                          .arg(goesBack ? u"undone"_s : u"applied"_s)
                          .arg(*version));
    return CtlDone;
}

// A secret is reported by where it comes from and how long it is, never by what it is.
QJsonObject settingJson(const ConfigKey &key, const Configuration &configuration)
{
    const ConfigValue value = configuration.value(key.name);
    const bool isSecret = key.kind == ConfigKey::Kind::Secret;
    QJsonObject setting {{u"key"_s, QString(key.name)}, {u"set"_s, configuration.isSet(key.name)},
        {u"origin"_s, value.origin}, {u"secret"_s, isSecret}};
    if (isSecret)
        setting.insert(u"characters"_s, value.text.size());
    else
        setting.insert(u"value"_s, value.text);
    return setting;
}

QString settingLine(const ConfigKey &key, const Configuration &configuration)
{
    if (!configuration.isSet(key.name))
        return u"%1  not set"_s.arg(key.name, -24);
    const ConfigValue value = configuration.value(key.name);
    const QString shown
        = key.kind == ConfigKey::Kind::Secret ? u"(%1 characters)"_s.arg(value.text.size()) : value.text;
    return u"%1  %2  [%3]"_s.arg(QString(key.name).leftJustified(24), shown, value.origin);
}

int runCheckEnv(const CtlContext &context, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return context.usageError(Error::invalid({}, u"check-env takes no arguments"_s));
    const auto configuration = Configuration::read(ConfigSources::ofProcess(context.options().config, {}));
    QStringList lines;
    QJsonArray settings;
    for (const ConfigKey &key : configKeys()) {
        lines += settingLine(key, configuration);
        settings.append(settingJson(key, configuration));
    }
    QJsonArray problems;
    for (const ConfigProblem &problem : configuration.problems()) {
        const QString weight = problem.isFatal ? u"error"_s : u"warning"_s;
        lines += u"%1: %2 %3 (%4)"_s.arg(weight, problem.key, problem.what, problem.origin);
        problems.append(QJsonObject {{u"key"_s, problem.key}, {u"origin"_s, problem.origin},
            {u"what"_s, problem.what}, {u"fatal"_s, problem.isFatal}});
    }
    // Beyond the single values: what does not fit together.
    const auto whole = serviceConfig(configuration);
    const bool isRefused = !whole.has_value();
    if (isRefused && problems.isEmpty()) {
        lines += u"error: "_s + whole.error().detail;
        problems.append(QJsonObject {
            {u"key"_s, whole.error().field}, {u"what"_s, whole.error().detail}, {u"fatal"_s, true}});
    }
    if (context.wantsJson()) {
        context.print(QJsonObject {{u"environment"_s, configuration.environment().name()},
            {u"settings"_s, settings}, {u"problems"_s, problems}});
    } else {
        for (const QString &line : std::as_const(lines))
            context.print(line);
        if (problems.isEmpty())
            context.print(u"nothing wrong"_s);
    }
    return problems.isEmpty() ? CtlDone : CtlFound;
}

} // namespace

QList<CtlCommand> serviceCommands()
{
    return {
        {u"migrate"_s, u"brings the database's schema up to date"_s,
            u"migrate [--to VERSION]\n  --to VERSION   undo every step above VERSION instead"_s, runMigrate,
            true},
        {u"check-env"_s, u"shows the configuration in force, where it comes from and what is wrong with it"_s,
            u"check-env"_s, runCheckEnv},
    };
}

} // namespace signalbox
