// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P1: reading the counts of a million leads against a thousand, and against the legacy form, one filtered
// count over the workspace a read (domain §2.3). P2: lead updates with the ledger kept, against without
// (DESIGN §5).
#include "core/storage/countsstore.h"
#include "tests/bench/benchdatabase.h"
#include "tests/bench/benchreport.h"

#include <QCoreApplication>

#include <atomic>
#include <random>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Writers = 4;
constexpr auto Stretch = std::chrono::seconds(5);

Samples measureCounts(PgConnection &pg, const InboxReader &reader, int times)
{
    Samples samples;
    for (int i = 0; i < times; ++i) {
        samples.measure([&] {
            if (const auto counts = loadCounts(pg, reader); !counts)
                qFatal("%s", qPrintable(describe(counts.error())));
        });
    }
    return samples;
}

Samples measureLegacy(PgConnection &pg, const InboxReader &reader, int times)
{
    Samples samples;
    for (int i = 0; i < times; ++i) {
        samples.measure([&] {
            const auto rows = pg.transaction(reader.tenantScope(),
                [&] { return pg.run("CountsLegacy"_L1, PgParams() << reader.workspace << reader.scope()); });
            if (!rows)
                qFatal("%s", qPrintable(describe(rows.error())));
        });
    }
    return samples;
}

void reportReads(const BenchDatabase &database)
{
    const auto pg = benchConnection(database.appConninfo());
    Samples small = measureCounts(*pg, database.small(), 2000);
    Samples big = measureCounts(*pg, database.big(), 2000);
    Samples setter = measureCounts(*pg, database.setter(), 2000);
    Samples legacy = measureLegacy(*pg, database.big(), 7);
    report("counts_read",
        {{u"leads"_s, database.leads()}, {u"us_p50"_s, rounded(big.median())},
            {u"us_p95"_s, rounded(big.percentile(0.95))}, {u"us_setter_p50"_s, rounded(setter.median())},
            {u"us_1k_p50"_s, rounded(small.median())},
            {u"ratio_to_1k"_s, rounded(big.median() / small.median())},
            {u"legacy_us_p50"_s, rounded(legacy.median())},
            {u"times_faster_than_legacy"_s, rounded(legacy.median() / big.median())}});
}

/// Updates a second of four writers on one workspace, one lead a transaction.
double updateRate(const BenchDatabase &database, const QList<QUuid> &leads)
{
    std::atomic<qint64> updates = 0;
    std::atomic<bool> isOver = false;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < Writers; ++writer) {
        writers.emplace_back([&, writer] {
            const auto pg = benchConnection(database.adminConninfo());
            std::mt19937 random(static_cast<unsigned>(writer));
            const QStringList statuses {u"new"_s, u"qualified"_s, u"blacklisted"_s, u"unqualified"_s};
            while (!isOver) {
                const auto done = pg->runSql(
                    "update lead set status = $3 where workspace_id = $1::uuid and id = $2::uuid",
                    PgParams() << database.big().workspace
                               << leads[qsizetype(random() % unsigned(leads.size()))]
                               << statuses[qsizetype(random() % 4)]);
                if (!done)
                    qFatal("%s", qPrintable(describe(done.error())));
                ++updates;
            }
        });
    }
    const auto start = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(Stretch);
    isOver = true;
    for (std::thread &writer : writers)
        writer.join();
    return double(updates) / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void reportWrites(const BenchDatabase &database)
{
    const auto admin = benchConnection(database.adminConninfo());
    const auto sample
        = admin->runSql("select array_agg(id) from (select id from lead where workspace_id = $1::uuid"
                        " order by md5(id::text) limit 20000) x",
            PgParams() << database.big().workspace);
    const QList<QUuid> leads = sample->uuidList(0, 0);
    double with = 0;
    double without = 0;
    for (int round = 0; round < 3; ++round) {
        std::atomic<bool> isOver = false;
        std::thread folder([&] {
            const auto pg = benchConnection(database.appConninfo());
            while (!isOver) {
                if (const auto folded = foldCounts(*pg); !folded)
                    qFatal("%s", qPrintable(describe(folded.error())));
                std::this_thread::sleep_for(std::chrono::milliseconds(250)); // as the service's loop
            }
        });
        with += updateRate(database, leads) / 3;
        isOver = true;
        folder.join();
        if (!admin->runScript("alter table lead disable trigger lead_ledger_update"))
            qFatal("cannot switch the ledger off");
        without += updateRate(database, leads) / 3;
        if (!admin->runScript("alter table lead enable trigger lead_ledger_update"))
            qFatal("cannot switch the ledger on");
        if (const auto mended = recomputeCounts(*admin, database.big().workspace); !mended)
            qFatal("%s", qPrintable(describe(mended.error())));
    }
    report("counts_upkeep",
        {{u"leads"_s, database.leads()}, {u"writers"_s, Writers}, {u"updates_per_s"_s, rounded(with)},
            {u"updates_per_s_without_ledger"_s, rounded(without)}, {u"ratio"_s, rounded(with / without)}});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto database = BenchDatabase::open(argc, argv);
    reportReads(*database);
    reportWrites(*database);
    return 0;
}
