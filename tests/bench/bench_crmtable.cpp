// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P12 on the CRM table: 100,000 rows read page by page, then scrolled down, across and to random places. A
// frame is moving the bar and painting the viewport. `bench_crmtable ROWS` takes another number.
#include "models/analytics/crmcell.h"
#include "tests/bench/benchreport.h"
#include "tests/support/fakecrm.h"
#include "tests/support/waitlimit.h"
#include "ui/analytics/crmtable.h"
#include "ui/base/consolestyle.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include <malloc.h>

#include <ctime>
#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
constexpr Instant Now {std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)};

double heapMb()
{
    return double(mallinfo2().uordblks) / 1e6;
}

/// Pages of a list of any length, made of a few hundred leads; the cursor is the place.
void answerPages(FakeAnalyticsGateway &gateway, FakeCrm &crm, int total)
{
    gateway.answerCrmPage = [&crm, &gateway, total](const auto &asked) -> Result<CrmPage> {
        gateway.crmPages.clear();
        const int begin = asked.cursor.toInt();
        CrmPage page;
        for (int i = begin; i < std::min(begin + asked.limit, total); ++i) {
            CrmRow row = crm.row(i % crm.count());
            row.id.data1 = quint32(i) + 1;
            row.notes.detach(); // as if read from a wire: nothing is shared
            row.companyName.detach();
            row.leadEmail.detach();
            page.rows.append(row);
        }
        if (begin + asked.limit < total)
            page.nextCursor = QString::number(begin + asked.limit);
        return page;
    };
}

void readAll(CrmModel &model)
{
    while (!model.hasEverything()) {
        const int before = model.rowCount();
        model.setVisibleRange(before - 30, before - 1);
        if (!QTest::qWaitFor([&] { return model.rowCount() > before; }, WaitLimit))
            return;
    }
}

/// Of this thread: what a frame costs, whatever else the machine does.
double cpuMicros()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
}

QJsonObject figures(Samples &samples, Samples &cpu)
{
    return {{u"p50_ms"_s, rounded(samples.median() / 1000)},
        {u"p99_ms"_s, rounded(samples.percentile(0.99) / 1000)},
        {u"cpu_p50_ms"_s, rounded(cpu.median() / 1000)},
        {u"cpu_p99_ms"_s, rounded(cpu.percentile(0.99) / 1000)}, {u"frames"_s, qint64(samples.count())}};
}

template <typename Move> QJsonObject scroll(CrmTable &table, int frames, Move move)
{
    Samples samples;
    Samples cpu;
    for (int frame = 0; frame < frames; ++frame) {
        const double before = cpuMicros();
        samples.measure([&] {
            move(frame);
            table.viewport()->repaint();
        });
        cpu.add(cpuMicros() - before);
        QCoreApplication::processEvents();
    }
    return figures(samples, cpu);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const int total = argc > 1 ? std::atoi(argv[1]) : 100'000;
    Theme theme;
    QApplication::setStyle(new ConsoleStyle(theme));
    FakeAnalyticsGateway gateway;
    FakeCrm crm(Acme, 400, Now);
    answerPages(gateway, crm, total);
    const double before = heapMb();
    {
        CrmModel model(gateway, {Acme, {}, u"OWNER"_s});
        CrmTable table(model, theme);
        table.resize(1380, 640);
        table.show();
        model.setQuery({.workspace = Acme});
        if (!QTest::qWaitFor([&] { return model.rowCount() > 0; }, WaitLimit))
            return 1;
        readAll(model);
        QJsonObject figure {{u"rows"_s, model.rowCount()}, {u"rows_in_memory"_s, model.pages().loadedRows()},
            {u"heap_mb"_s, rounded(heapMb() - before)}};
        QScrollBar *down = table.verticalScrollBar();
        QScrollBar *across = table.horizontalScrollBar();
        down->setValue(0);
        figure.insert(u"down"_s, scroll(table, 1500, [&](int) { down->setValue(down->value() + 96); }));
        figure.insert(u"across"_s, scroll(table, 600, [&](int frame) {
            across->setValue(frame * 12 % std::max(across->maximum(), 1));
        }));
        std::mt19937 random(1);
        figure.insert(u"jump"_s,
            scroll(table, 300, [&](int) { down->setValue(int(random() % unsigned(down->maximum()))); }));
        report("crm_table", figure);
    }
    QApplication::setStyle(u"fusion"_s);
    return 0;
}
