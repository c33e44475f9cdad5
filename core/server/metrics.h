// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace signalbox {

/// Only goes up. Any thread.
class Counter
{
public:
    void increment(quint64 by = 1) { m_value.fetch_add(by, std::memory_order_relaxed); }
    quint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<quint64> m_value = 0;
};

/// Durations in fixed buckets from 1 ms to 15 s. Any thread.
class Histogram
{
public:
    static constexpr std::array<double, 13> BoundsSeconds {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15};

    void observe(std::chrono::microseconds duration);
    /// Observations at or below each bound, not cumulated; the last entry is everything above.
    quint64 bucket(size_t index) const { return m_buckets.at(index).load(std::memory_order_relaxed); }
    double sumSeconds() const
    {
        return static_cast<double>(m_sumMicros.load(std::memory_order_relaxed)) / 1e6;
    }

private:
    std::array<std::atomic<quint64>, BoundsSeconds.size() + 1> m_buckets {};
    std::atomic<quint64> m_sumMicros = 0;
};

/// `{method="GET",…}` as pairs. Values come from fixed sets (route templates, codes): never an id, never a
/// path.
using MetricLabels = QList<std::pair<QByteArray, QByteArray>>;

/// The service's figures, in the Prometheus text format 0.0.4.
///
/// Registering is for the event thread; a counter or histogram, once handed out, lives as long as this object
/// and may be used from any thread.
class Metrics
{
public:
    Metrics() = default;
    Q_DISABLE_COPY_MOVE(Metrics)

    /// The same name and labels give the same object. Names end in `_total`.
    Counter &counter(const QByteArray &name, const QByteArray &help, const MetricLabels &labels = {});
    /// Names end in `_seconds`.
    Histogram &histogram(const QByteArray &name, const QByteArray &help, const MetricLabels &labels = {});
    /// `read` is called on the event thread when somebody asks. Registering again replaces it.
    void gauge(const QByteArray &name, const QByteArray &help, std::function<double()> read,
        const MetricLabels &labels = {});
    /// A total somebody else counts.
    void total(const QByteArray &name, const QByteArray &help, std::function<double()> read,
        const MetricLabels &labels = {});

    QByteArray exposition() const;

private:
    struct Family
    {
        QByteArray help;
        QByteArray type;
        std::map<QByteArray, std::unique_ptr<Counter>> counters;
        std::map<QByteArray, std::unique_ptr<Histogram>> histograms;
        std::map<QByteArray, std::function<double()>> readers;
    };

    Family &family(const QByteArray &name, const QByteArray &help, const QByteArray &type);

    std::map<QByteArray, Family> m_families;
};

} // namespace signalbox
