// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace signalbox {

/// One `key = value` of a configuration file.
struct ConfigFileEntry
{
    QString name; ///< with its tables: `database.pool_size`
    QString value; ///< the text, or the number in decimal
    int line = 0;

    bool operator==(const ConfigFileEntry &) const = default;
};

/// The values of a TOML file, in the order of their lines. Invalid, naming the line, when it is not TOML or a
/// value is neither text nor a whole number; NotFound when there is no such file; Denied when it may not be
/// read.
Result<QList<ConfigFileEntry>> readConfigFile(const QString &path);

} // namespace signalbox
