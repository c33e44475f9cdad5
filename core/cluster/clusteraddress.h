// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// Where a cluster listens: a directory with a Unix socket, and nothing else.
class ClusterAddress
{
public:
    /// The superuser of every embedded cluster.
    static constexpr QLatin1StringView AdminRole {"postgres"};
    /// The database that exists from the first start on.
    static constexpr QLatin1StringView DatabaseName {"signalbox"};

    explicit ClusterAddress(QString socketDirectory);

    QString socketDirectory() const { return m_socketDirectory; }
    /// A libpq connection string; no password: the server asks the kernel who is calling.
    QString conninfo(const QString &role, const QString &database = DatabaseName) const;
    /// As the superuser.
    QString adminConninfo(const QString &database = DatabaseName) const;

    bool operator==(const ClusterAddress &) const = default;

private:
    QString m_socketDirectory;
};

} // namespace signalbox
