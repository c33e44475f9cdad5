// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// P12 and ux G5: the inbox page under 1,000 events a second for 60 s (or as many as the first argument says),
// a row chosen at position 5,000. Offscreen, over a fake service that answers at once; what that costs counts
// against the page.
#include "tests/bench/benchreport.h"
#include "tests/ui/inbox/livestage.h"

#include <QAbstractEventDispatcher>
#include <QApplication>

#include <sys/resource.h>

#include <ctime>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double FrameMicros = 16'600;

double processorSeconds()
{
    rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double threadMicros()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e6 + double(time.tv_nsec) / 1e3;
}

/// Measures how long each turn of the event loop kept the thread from its next frame: all that was handled
/// between two rests.
class MeasuredApplication final : public QApplication
{
public:
    MeasuredApplication(int &argc, char **argv)
        : QApplication(argc, argv)
    {
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_turn > 0us)
                turns.push_back(double(std::exchange(m_turn, 0us) / 1us));
            lateByWork += std::exchange(m_work, 0) > FrameMicros ? 1 : 0;
        });
    }
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isHandling)
            return QApplication::notify(receiver, event);
        m_isHandling = true;
        const auto start = m_clock.elapsed();
        const double work = threadMicros();
        const bool isHandled = QApplication::notify(receiver, event);
        m_turn += m_clock.elapsed() - start;
        m_work += threadMicros() - work;
        m_isHandling = false;
        return isHandled;
    }
    /// From here on it counts.
    void forget()
    {
        turns.clear();
        lateByWork = 0;
        m_turn = 0us;
        m_work = 0;
    }
    double percentile(double share)
    {
        std::ranges::sort(turns);
        return turns.empty() ? 0 : turns[std::min(turns.size() - 1, size_t(share * double(turns.size())))];
    }

    std::vector<double> turns;
    int lateByWork = 0; ///< late whatever else the machine did meanwhile

private:
    SystemClock m_clock;
    bool m_isHandling = false;
    std::chrono::microseconds m_turn {0};
    double m_work = 0;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication app(argc, argv);
    const int seconds = argc > 1 ? std::max(QByteArray(argv[1]).toInt(), 1) : 60;
    LiveStage stage(12'000);
    stage.theme.setMotion(true);
    stage.isReady();
    stage.scrollTo(5000 * stage.theme.listRowHeight() + 23);
    stage.isReady(5003);
    stage.click(5003);
    QTest::qWait(300);
    const LeadId anchor = stage.model().at(5001)->lead.id;
    const int y = stage.yOf(anchor);
    int worst = 0;
    int told = 0;
    QRandomGenerator random(4);
    const SystemClock clock;
    app.forget();
    const auto start = clock.elapsed();
    const double processor = processorSeconds();
    auto last = start;
    // Ten at a time, a hundred times a second, as a busy socket delivers them.
    QTimer ticks;
    ticks.setTimerType(Qt::PreciseTimer);
    QObject::connect(&ticks, &QTimer::timeout, &ticks, [&] {
        const auto now = clock.elapsed();
        stage.clock.advance(now - std::exchange(last, now));
        for (; told < (now - start) / 1ms; ++told)
            stage.happen(random);
        worst = std::max(worst, std::abs(stage.yOf(anchor) - y));
        if (now - start >= std::chrono::seconds(seconds))
            app.quit();
    });
    ticks.start(10);
    app.exec();
    const double share = (processorSeconds() - processor) / seconds;
    const auto late = std::ranges::count_if(app.turns, [](double micros) { return micros > FrameMicros; });
    report("consoleburst",
        {{u"seconds"_s, seconds}, {u"events"_s, told}, {u"anchor_moved_px"_s, worst},
            {u"late_turns"_s, qint64(late)}, {u"late_turns_by_cpu"_s, app.lateByWork},
            {u"turns"_s, qint64(app.turns.size())}, {u"turn_ms_p50"_s, rounded(app.percentile(0.5) / 1000)},
            {u"turn_ms_p99"_s, rounded(app.percentile(0.99) / 1000)},
            {u"turn_ms_max"_s, rounded(app.percentile(1) / 1000)}, {u"cpu_share"_s, rounded(share)}});
    return 0;
}
