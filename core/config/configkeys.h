// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace signalbox {

/// One thing that can be configured.
struct ConfigKey
{
    enum class Kind
    {
        Text,
        Number, ///< whole, between minimum and maximum
        Secret, ///< never on a command line or in a log; may also be given as a file's path under
                ///< `<name>_file`
    };

    QLatin1StringView name; ///< in the file: `database.pool_size` is `pool_size` of the table `[database]`
    Kind kind = Kind::Text;
    QLatin1StringView flag; ///< without dashes; empty: no flag
    QLatin1StringView absent; ///< the default; empty: none
    QLatin1StringView meaning; ///< for help and reports
    int minimum = 0;
    int maximum = 0;
};

/// All of them, in the order of documents and reports.
std::span<const ConfigKey> configKeys();

/// Null when there is no such key.
const ConfigKey *findConfigKey(QStringView name);
const ConfigKey *findConfigFlag(QStringView flag);

/// `SIGNALBOX_DATABASE_POOL_SIZE`; the environment's own is `SIGNALBOX_ENV`.
QString environmentVariable(QLatin1StringView keyName);

} // namespace signalbox
