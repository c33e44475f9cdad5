// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

namespace signalbox {

/// Durations of one thing measured many times.
class Samples
{
public:
    template <typename Work> void measure(Work work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        m_micros.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }

    void add(double micros) { m_micros.push_back(micros); }

    /// In microseconds; `share` 0.5 is the median.
    double percentile(double share)
    {
        if (m_micros.empty())
            return 0;
        std::sort(m_micros.begin(), m_micros.end());
        return m_micros[std::min(m_micros.size() - 1, size_t(share * double(m_micros.size())))];
    }
    double median() { return percentile(0.5); }
    size_t count() const { return m_micros.size(); }

private:
    std::vector<double> m_micros;
};

/// Two decimals: more would be noise.
inline double rounded(double value)
{
    return std::round(value * 100) / 100;
}

/// One JSON line on standard output: what `./dev bench` collects.
inline void report(const char *bench, QJsonObject figures)
{
    figures.insert(QLatin1StringView("bench"), QLatin1StringView(bench));
    std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace signalbox
