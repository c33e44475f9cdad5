// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/analyticscrowd.h"

#include <thread>

namespace signalbox {

QList<UserId> benchAnalysts(const BenchDatabase &database, int number)
{
    const auto admin = benchConnection(database.adminConninfo());
    const auto rows = admin->runSql(
        "with made as (insert into app_user (email) select 'crowd-' || n || '@bench.test'"
        " from generate_series(1, $1::int) n where not exists (select from app_user where email = 'crowd-' "
        "|| n || '@bench.test') returning id, email),"
        " everybody as (select id from made union all select id from app_user where email like "
        "'crowd-%@bench.test'),"
        " joined as (insert into workspace_member (workspace_id, user_id, role) select $2::uuid, e.id, "
        "'ADMIN' from everybody e"
        " where not exists (select from workspace_member m where m.workspace_id = $2::uuid and m.user_id = "
        "e.id))"
        " select id from everybody limit $1::int",
        PgParams() << number << database.big().workspace);
    if (!rows)
        qFatal("%s", qPrintable(describe(rows.error())));
    QList<UserId> users;
    for (int row = 0; row < rows->rowCount(); ++row)
        users.append(UserId {rows->uuid(row, 0)});
    return users;
}

void beside(QCoreApplication &application, const std::function<void()> &work)
{
    std::thread thread([&] {
        work();
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    application.exec();
    thread.join();
}

} // namespace signalbox
