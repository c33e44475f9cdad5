// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clusteraddress.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

// libpq's rule for values: single quotes, with quotes and backslashes escaped by a backslash.
QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + value + u'\'';
}

} // namespace

ClusterAddress::ClusterAddress(QString socketDirectory)
    : m_socketDirectory(std::move(socketDirectory))
{ }

QString ClusterAddress::conninfo(const QString &role, const QString &database) const
{
    return u"host=%1 port=5432 user=%2 dbname=%3"_s.arg(
        quoted(m_socketDirectory), quoted(role), quoted(database));
}

QString ClusterAddress::adminConninfo(const QString &database) const
{
    return conninfo(AdminRole, database);
}

} // namespace signalbox
