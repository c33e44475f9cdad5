// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/configuration.h"

#include "core/config/configfile.h"
#include "core/config/secrettext.h"

#include <QProcessEnvironment>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView FileSuffix = "_file"_L1;
constexpr QLatin1StringView VariablePrefix = "SIGNALBOX_"_L1;
// Of the test suite and its fixtures, not of the service.
constexpr QLatin1StringView TestPrefix = "SIGNALBOX_TEST_"_L1;

// A secret may also be named by the file that holds it.
const ConfigKey *findSettable(const QString &name)
{
    if (const ConfigKey *key = findConfigKey(name))
        return key;
    if (!name.endsWith(FileSuffix))
        return nullptr;
    const ConfigKey *key = findConfigKey(QStringView(name).chopped(FileSuffix.size()));
    return key && key->kind == ConfigKey::Kind::Secret ? key : nullptr;
}

// The key a variable sets, as a settable name; empty when there is none.
QString nameOfVariable(const QString &variable)
{
    for (const ConfigKey &key : configKeys()) {
        const QString own = environmentVariable(key.name);
        if (variable == own)
            return key.name;
        if (key.kind == ConfigKey::Kind::Secret && variable == own + u"_FILE"_s)
            return key.name + FileSuffix;
    }
    return {};
}

} // namespace

ConfigSources ConfigSources::ofProcess(const QString &configFlag, const QHash<QString, QString> &flags)
{
    ConfigSources sources;
    sources.file = configFlag.isEmpty() ? u"/etc/signalbox/signalboxd.conf"_s : configFlag;
    sources.isFileRequired = !configFlag.isEmpty();
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        sources.environment.append({name, environment.value(name)});
    sources.flags = flags;
    return sources;
}

Configuration Configuration::read(const ConfigSources &sources)
{
    Configuration configuration;
    configuration.readDefaults();
    configuration.readFile(sources);
    configuration.readEnvironment(sources);
    configuration.readFlags(sources);
    configuration.check();
    return configuration;
}

int Configuration::number(QLatin1StringView key) const
{
    bool isNumber = false;
    const int value = text(key).toInt(&isNumber);
    const ConfigKey *known = findConfigKey(QString(key));
    Q_ASSERT(known && known->kind == ConfigKey::Kind::Number);
    if (isNumber && value >= known->minimum && value <= known->maximum)
        return value;
    return QString(known->absent).toInt();
}

void Configuration::readDefaults()
{
    for (const ConfigKey &key : configKeys()) {
        if (!key.absent.isEmpty())
            m_values.insert(key.name, {key.absent, u"default"_s});
    }
}

void Configuration::readFile(const ConfigSources &sources)
{
    if (sources.file.isEmpty())
        return;
    const auto entries = readConfigFile(sources.file);
    if (!entries) {
        const bool isMissing = entries.error().kind == Error::Kind::NotFound;
        if (!isMissing || sources.isFileRequired)
            report(u"--config"_s, sources.file, entries.error().detail);
        return;
    }
    for (const ConfigFileEntry &entry : *entries) {
        const QString origin = u"%1:%2"_s.arg(sources.file).arg(entry.line);
        if (findSettable(entry.name))
            set(entry.name, entry.value, origin);
        else
            report(entry.name, origin, u"is not a key of the configuration"_s);
    }
}

void Configuration::readEnvironment(const ConfigSources &sources)
{
    for (const auto &[variable, value] : sources.environment) {
        if (!variable.startsWith(VariablePrefix) || variable.startsWith(TestPrefix))
            continue;
        const QString name = nameOfVariable(variable);
        if (name.isEmpty())
            report(variable, variable, u"is not a key of the configuration"_s);
        else
            set(name, value, variable);
    }
}

void Configuration::readFlags(const ConfigSources &sources)
{
    for (auto flag = sources.flags.begin(); flag != sources.flags.end(); ++flag) {
        if (const ConfigKey *key = findConfigFlag(flag.key()))
            set(key->name, flag.value(), u"--"_s + flag.key());
        else
            report(u"--"_s + flag.key(), u"--"_s + flag.key(), u"is not a key of the configuration"_s);
    }
}

// A later source replaces an earlier one whichever of the two forms, value or file, each used.
void Configuration::set(const QString &name, const QString &text, const QString &origin)
{
    const ConfigKey *key = findSettable(name);
    if (name == key->name) {
        m_values.insert(key->name, {text, origin});
        return;
    }
    const auto secret = readSecretFile(text);
    if (!secret) {
        m_values.remove(key->name);
        report(key->name, origin, secret.error().detail);
        return;
    }
    const QString fileOrigin = origin + u" → "_s + text;
    m_values.insert(key->name, {secret->text, fileOrigin});
    if (secret->isExposed)
        report(key->name, fileOrigin, u"may be read by everybody on this machine"_s, false);
}

void Configuration::check()
{
    if (const auto environment = EnvironmentName::parse(text("environment"_L1)))
        m_environment = *environment;
    else
        report(u"environment"_s, value("environment"_L1).origin,
            u"is none of production, development and preview/<branch>"_s);
    for (const ConfigKey &key : configKeys()) {
        if (!isSet(key.name))
            continue;
        if (key.kind == ConfigKey::Kind::Secret)
            checkSecret(key);
        else if (key.kind == ConfigKey::Kind::Number)
            checkNumber(key);
        else if (const QString problem = edgeProblem(text(key.name)); !problem.isEmpty())
            report(key.name, value(key.name).origin, problem);
    }
    // Only now is the environment known: what a laptop may overlook, production may not.
    for (ConfigProblem &problem : m_problems)
        problem.isFatal = problem.isFatal || m_environment.isProduction();
}

void Configuration::checkSecret(const ConfigKey &key)
{
    const ConfigValue secret = value(key.name);
    if (const QString problem = edgeProblem(secret.text); !problem.isEmpty())
        report(key.name, secret.origin, problem, false);
}

void Configuration::checkNumber(const ConfigKey &key)
{
    bool isNumber = false;
    const int number = text(key.name).toInt(&isNumber);
    if (!isNumber || number < key.minimum || number > key.maximum)
        report(key.name, value(key.name).origin,
            u"is not a whole number from %1 to %2"_s.arg(key.minimum).arg(key.maximum));
}

void Configuration::report(const QString &key, const QString &origin, const QString &what, bool isFatal)
{
    m_problems.append({key, origin, what, isFatal});
}

} // namespace signalbox
