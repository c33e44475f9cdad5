// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P12: the console from start to its first paint and to its first rows, and what it holds when idle (DESIGN
// §5). Offscreen, with its own service and an embedded database that is made once and stopped between the
// rounds.
#include "tests/bench/benchreport.h"
#include "tests/server/program.h"

#include <QCoreApplication>
#include <QFile>
#include <QThread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 7;
constexpr int Patience = 120'000;

double proportionalSetMegabytes(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return -1;
}

/// The first rows are there when the page has shown its first picture: the console logs it.
bool waitForRows(Program &console)
{
    for (int waited = 0; waited < Patience; waited += 5) {
        if (console.errors().contains("workspace_switched"))
            return true;
        QThread::msleep(5);
    }
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto directory = makeDataDirectory();
    const QStringList arguments {u"--demo"_s, u"--leads"_s, u"5000"_s, u"--embedded"_s,
        directory->filePath(u"db"_s), u"--new-instance"_s, u"--trace-startup"_s};
    const QHash<QString, QString> environment {{u"QT_QPA_PLATFORM"_s, u"offscreen"_s},
        {u"XDG_CONFIG_HOME"_s, directory->filePath(u"config"_s)},
        {u"XDG_STATE_HOME"_s, directory->filePath(u"state"_s)}};
    Samples paints;
    Samples rows;
    double memory = 0;
    for (int round = 0; round <= Rounds; ++round) {
        std::unique_ptr<Program> console;
        Samples ignored; // the first round makes the database
        Samples &paint = round == 0 ? ignored : paints;
        Samples &data = round == 0 ? ignored : rows;
        data.measure([&] {
            paint.measure([&] {
                console = std::make_unique<Program>(u"signalbox"_s, arguments, environment);
                console->waitForLine(u"painted"_s);
            });
            if (!waitForRows(*console))
                qFatal("no rows: %s", console->errors().constData());
        });
        if (round == Rounds) {
            QThread::sleep(3);
            memory = proportionalSetMegabytes(console->pid());
        }
        console->terminate();
        console->waitForExit();
    }
    report("console",
        {{u"first_paint_ms_p50"_s, rounded(paints.median() / 1000)},
            {u"first_paint_ms_max"_s, rounded(paints.percentile(1) / 1000)},
            {u"rows_ms_p50"_s, rounded(rows.median() / 1000)}, {u"idle_pss_mb"_s, rounded(memory)},
            {u"rounds"_s, Rounds}});
    return 0;
}
