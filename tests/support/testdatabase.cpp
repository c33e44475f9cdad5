// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include "core/storage/pgconnection.h"
#include "tests/support/testcluster.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Result<void> runOnServer(const QByteArray &sql)
{
    const auto conninfo = testcluster::adminConninfo(u"postgres"_s);
    if (!conninfo)
        return conninfo.error();
    auto admin = PgConnection::open(*conninfo);
    if (!admin)
        return admin.error();
    return (*admin)->runScript(sql);
}

// A database is only dropped when nobody reads its log any more; the slots then go with it.
QByteArray endReaders(const QString &database)
{
    return u"do $$ begin for i in 1..500 loop"
           " perform pg_terminate_backend(active_pid) from pg_replication_slots"
           " where database = '%1' and active_pid is not null;"
           " exit when not found; perform pg_sleep(0.01); end loop; end $$"_s.arg(database)
               .toUtf8();
}

} // namespace

Result<std::unique_ptr<TestDatabase>> TestDatabase::create()
{
    return cloneOf(testcluster::Template);
}

Result<std::unique_ptr<TestDatabase>> TestDatabase::createBare()
{
    return cloneOf("template0"_L1);
}

Result<std::unique_ptr<TestDatabase>> TestDatabase::cloneOf(QLatin1StringView original)
{
    const QString name = "t_"_L1 + QUuid::createUuid().toString(QUuid::Id128);
    const auto admin = testcluster::adminConninfo(name);
    const auto app = testcluster::conninfo(u"signalbox_app"_s, name);
    const auto feed = testcluster::conninfo(u"signalbox_feed"_s, name);
    if (!admin || !app || !feed)
        return admin ? app.error() : admin.error();
    if (const auto created = runOnServer(u"create database %1 template %2"_s.arg(name, original).toUtf8());
        !created)
        return created.error();
    return std::unique_ptr<TestDatabase>(new TestDatabase(name, *admin, *app, *feed));
}

TestDatabase::TestDatabase(QString name, QString adminConninfo, QString appConninfo, QString feedConninfo)
    : m_name(std::move(name))
    , m_adminConninfo(std::move(adminConninfo))
    , m_appConninfo(std::move(appConninfo))
    , m_feedConninfo(std::move(feedConninfo))
{ }

TestDatabase::~TestDatabase()
{
    if (const auto ended = runOnServer(endReaders(m_name)); !ended)
        qWarning("cannot end the readers of %s: %s", qPrintable(m_name), qPrintable(describe(ended.error())));
    if (const auto dropped = runOnServer("drop database if exists " + m_name.toUtf8() + " with (force)");
        !dropped)
        qWarning(
            "cannot drop test database %s: %s", qPrintable(m_name), qPrintable(describe(dropped.error())));
}

} // namespace signalbox
