// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchdatabase.h"

#include "core/cluster/embeddedcluster.h"
#include "core/ingest/seed.h"
#include "core/storage/migrator.h"

#include <QCommandLineParser>
#include <QDir>

#include <cstdio>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    return std::move(*result);
}

void tell(const QString &line)
{
    std::fprintf(stderr, "%s\n", qPrintable(line));
}

} // namespace

std::unique_ptr<PgConnection> benchConnection(const QString &conninfo)
{
    return must(PgConnection::open(conninfo, {.hasGenericPlans = true})); // as the service's pool
}

std::unique_ptr<BenchDatabase> BenchDatabase::open(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCommandLineParser parser;
    parser.addOption({u"leads"_s, u"leads of the big workspace"_s, u"N"_s, u"1000000"_s});
    parser.process(arguments);
    const qint64 leads = parser.value(u"leads"_s).toLongLong();
    ClusterOptions options;
    options.directory = QDir(QStringLiteral(SIGNALBOX_BENCH_DATA)).filePath(QString::number(leads));
    QDir().mkpath(options.directory);
    std::unique_ptr<BenchDatabase> database(
        new BenchDatabase(must(EmbeddedCluster::start(options, tell)), leads));
    database->seedOnce();
    database->findReaders();
    return database;
}

BenchDatabase::BenchDatabase(std::unique_ptr<EmbeddedCluster> cluster, qint64 leads)
    : m_cluster(std::move(cluster))
    , m_leads(leads)
{ }

BenchDatabase::~BenchDatabase() = default;

QString BenchDatabase::adminConninfo() const
{
    return m_cluster->adminConninfo();
}

QString BenchDatabase::appConninfo() const
{
    return m_cluster->conninfo(u"signalbox_app"_s);
}

void BenchDatabase::seedOnce()
{
    const auto admin = benchConnection(adminConninfo());
    must(Migrator::migrate(*admin));
    SeedOptions options {.workspaces = 1, .leads = m_leads, .seed = 1, .now = SystemClock().now()};
    const auto progress = [](const Progress &state) { tell(state.line()); };
    const SeedReport big = must(seed(*admin, options, SystemClock(), progress));
    if (!big.wasPresent)
        tell(u"seeded %1 leads and %2 messages in %3 s"_s.arg(big.leads)
                 .arg(big.messages)
                 .arg(big.took.count() / 1000));
    options.seed = 2;
    options.leads = 1000;
    must(seed(*admin, options, SystemClock(), {}));
    // As autovacuum leaves it a minute after a bulk load; without, no index serves a read alone.
    if (!big.wasPresent && !admin->runScript("vacuum (analyze)"))
        qFatal("the fresh data could not be vacuumed");
}

void BenchDatabase::findReaders()
{
    const auto admin = benchConnection(adminConninfo());
    const PgResult workspaces = must(admin->runSql(
        "select w.id, w.owner_user_id, (select m.user_id from workspace_member m where m.workspace_id = w.id"
        " and m.role = 'SETTER' order by m.user_id limit 1)"
        " from workspace w join inbox_counts c on c.workspace_id = w.id and c.is_global order by c.total "
        "desc"));
    const int last = workspaces.rowCount() - 1;
    m_big = {UserId {workspaces.uuid(0, 1)}, WorkspaceId {workspaces.uuid(0, 0)}, u"OWNER"_s};
    m_small = {UserId {workspaces.uuid(last, 1)}, WorkspaceId {workspaces.uuid(last, 0)}, u"OWNER"_s};
    m_setter = {UserId {workspaces.uuid(0, 2)}, m_big.workspace, u"SETTER"_s};
}

} // namespace signalbox
