// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P3: a page of the list for every category and role, at its head and a thousand pages down. P4: search by an
// exact address and by terms (DESIGN §5). In process, as the service's login role, under row-level security.
#include "core/storage/inboxstore.h"
#include "tests/bench/benchdatabase.h"
#include "tests/bench/benchreport.h"

#include <QCoreApplication>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 50;
constexpr int Repeats = 40;
constexpr InboxCategory Categories[] {InboxCategory::All, InboxCategory::Responses, InboxCategory::Attention,
    InboxCategory::PreviousAttention, InboxCategory::NeedsRepair, InboxCategory::AiSent,
    InboxCategory::AiReview};

InboxPage load(
    PgConnection &pg, const InboxReader &reader, const InboxQuery &query, const PagePosition &position)
{
    const auto page = loadInboxPage(pg, reader, query, position, PageSize);
    if (!page)
        qFatal("%s", qPrintable(describe(page.error())));
    return *page;
}

/// A position about a thousand pages (50,000 rows) down, or as far as the list goes.
PagePosition deepPosition(const BenchDatabase &database, const InboxReader &reader, InboxCategory category)
{
    const auto admin = benchConnection(database.adminConninfo());
    const auto rows = admin->runSql(
        "with r as (select updated_at, row_number() over (order by updated_at desc, id desc) as n"
        " from lead where workspace_id = $1::uuid and categories & $2::int <> 0"
        " and ($3::uuid is null or assigned_to_user_id = $3::uuid))"
        " select updated_at, n from r where n <= 50000 order by n desc limit 1",
        PgParams() << reader.workspace << int(categoryBit(category)) << reader.scope());
    return rows && rows->rowCount() == 1 ? PagePosition {.at = rows->instant(0, 0)} : PagePosition {};
}

void reportPages(PgConnection &pg, const BenchDatabase &database)
{
    Samples all;
    double worst = 0;
    double worstRatio = 0;
    for (const InboxReader &reader : {database.big(), database.setter()}) {
        for (const InboxCategory category : Categories) {
            const InboxQuery query {.workspace = reader.workspace, .category = category};
            const PagePosition deep = deepPosition(database, reader, category);
            Samples first;
            Samples thousandth;
            load(pg, reader, query, {});
            load(pg, reader, query, deep);
            for (int i = 0; i < Repeats; ++i) {
                first.measure([&] { load(pg, reader, query, {}); });
                thousandth.measure([&] { load(pg, reader, query, deep); });
                all.measure([&] { load(pg, reader, query, {}); });
            }
            worst = std::max(worst, std::max(first.percentile(0.95), thousandth.percentile(0.95)));
            worstRatio = std::max(worstRatio, thousandth.median() / first.median());
            report("inbox_page",
                {{u"role"_s, reader.role}, {u"category"_s, QString(wireName(category))},
                    {u"ms_p50"_s, rounded(first.median() / 1000)},
                    {u"ms_p95"_s, rounded(first.percentile(0.95) / 1000)},
                    {u"deep_ms_p50"_s, rounded(thousandth.median() / 1000)},
                    {u"deep_ms_p95"_s, rounded(thousandth.percentile(0.95) / 1000)}});
        }
    }
    report("inbox_pages",
        {{u"leads"_s, database.leads()}, {u"ms_p50"_s, rounded(all.median() / 1000)},
            {u"ms_p95"_s, rounded(all.percentile(0.95) / 1000)}, {u"worst_ms_p95"_s, rounded(worst / 1000)},
            {u"worst_ratio_deep_to_first"_s, rounded(worstRatio)}});
}

void reportSorts(PgConnection &pg, const BenchDatabase &database)
{
    for (const InboxSort sort : {InboxSort::Oldest, InboxSort::Name, InboxSort::Score}) {
        Samples samples;
        for (int i = 0; i < Repeats; ++i)
            samples.measure(
                [&] { load(pg, database.big(), {.workspace = database.big().workspace, .sort = sort}, {}); });
        report("inbox_sort",
            {{u"sort"_s, QString(wireName(sort))}, {u"ms_p50"_s, rounded(samples.median() / 1000)},
                {u"ms_p95"_s, rounded(samples.percentile(0.95) / 1000)}});
    }
}

/// `words`: searches, each run once; the first run of each statement warms the connection up.
void reportSearch(PgConnection &pg, const BenchDatabase &database, const char *name, const QStringList &words)
{
    Samples samples;
    qint64 found = 0;
    for (const QString &word : words) {
        const InboxQuery query {.workspace = database.big().workspace, .search = word};
        if (samples.count() == 0)
            load(pg, database.big(), query, {});
        samples.measure([&] { found += load(pg, database.big(), query, {}).rows.size(); });
    }
    report(name,
        {{u"leads"_s, database.leads()}, {u"searches"_s, qint64(words.size())}, {u"rows"_s, found},
            {u"ms_p50"_s, rounded(samples.median() / 1000)},
            {u"ms_p95"_s, rounded(samples.percentile(0.95) / 1000)}});
}

QStringList column(const BenchDatabase &database, const QByteArray &expression)
{
    const auto admin = benchConnection(database.adminConninfo());
    const auto rows = admin->runSql("select array_agg(x.v) from (select " + expression
            + " as v from lead where workspace_id = $1::uuid and email is not null and company_name is not "
              "null"
              " and last_name is not null order by md5(id::text) limit 200) x",
        PgParams() << database.big().workspace);
    return rows->textList(0, 0);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto database = BenchDatabase::open(argc, argv);
    const auto pg = benchConnection(database->appConninfo());
    reportPages(*pg, *database);
    reportSorts(*pg, *database);
    reportSearch(*pg, *database, "search_address", column(*database, "email"));
    reportSearch(*pg, *database, "search_name", column(*database, "first_name || ' ' || last_name"));
    reportSearch(*pg, *database, "search_company", column(*database, "split_part(company_name, ' ', 1)"));
    reportSearch(*pg, *database, "search_fragment", column(*database, "substr(last_name, 1, 3)"));
    return 0;
}
