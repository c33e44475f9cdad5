// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace signalbox {

/// PostgreSQL's own programs: initdb, pg_ctl and postgres of one installation.
struct PostgresBinaries
{
    QString directory;
    int majorVersion = 0;

    QString program(QLatin1StringView name) const { return directory + u'/' + name; }

    /// Looks in `directories`; if that is empty, where Debian puts version 15, then along PATH.
    /// Fails with code `CLUSTER_BINARIES`, naming the package.
    static Result<PostgresBinaries> find(const QStringList &directories = {});
};

} // namespace signalbox
