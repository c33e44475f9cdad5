// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/configkeys.h"
#include "core/config/environmentname.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <utility>

namespace signalbox {

/// Where configuration comes from, weakest first: defaults, the file, `SIGNALBOX_*` variables, flags (DESIGN
/// §2.1).
struct ConfigSources
{
    QString file; ///< path; empty: none
    bool isFileRequired = false; ///< a missing file is a problem: it was named by --config
    QList<std::pair<QString, QString>> environment; ///< all variables; those of other programs are ignored
    QHash<QString, QString> flags; ///< by flag name

    /// The process's own environment, and /etc/signalbox/signalboxd.conf unless `configFlag` names a file.
    static ConfigSources ofProcess(const QString &configFlag, const QHash<QString, QString> &flags);
};

/// One key's effective value.
struct ConfigValue
{
    QString text;
    QString
        origin; ///< `default`, `/etc/…/signalboxd.conf:12`, `SIGNALBOX_X`, `--x`; a secret's file is added

    bool operator==(const ConfigValue &) const = default;
};

struct ConfigProblem
{
    QString key; ///< a key's name or, for an unknown one, what was written
    QString origin;
    QString what; ///< never holds the value of a secret
    bool isFatal = true; ///< else a warning: secrets are only refused in production (DESIGN D12)

    bool operator==(const ConfigProblem &) const = default;
};

/// Everything that was read, with everything that is wrong with it. Reading never fails: what is broken is a
/// problem.
class Configuration
{
public:
    static Configuration read(const ConfigSources &sources);

    /// The effective text; empty when the key is not set.
    QString text(QLatin1StringView key) const { return m_values.value(key).text; }
    /// The effective number; the default when what was written is a problem.
    int number(QLatin1StringView key) const;
    bool isSet(QLatin1StringView key) const { return m_values.contains(key); }
    ConfigValue value(QLatin1StringView key) const { return m_values.value(key); }

    const EnvironmentName &environment() const { return m_environment; }
    const QList<ConfigProblem> &problems() const { return m_problems; }

private:
    void readDefaults();
    void readFile(const ConfigSources &sources);
    void readEnvironment(const ConfigSources &sources);
    void readFlags(const ConfigSources &sources);
    void set(const QString &name, const QString &text, const QString &origin);
    void check();
    void checkSecret(const ConfigKey &key);
    void checkNumber(const ConfigKey &key);
    void report(const QString &key, const QString &origin, const QString &what, bool isFatal = true);

    QHash<QString, ConfigValue> m_values;
    EnvironmentName m_environment = EnvironmentName::development();
    QList<ConfigProblem> m_problems;
};

} // namespace signalbox
