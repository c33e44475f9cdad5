// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/metrics.h"

#include <algorithm>

namespace signalbox {

namespace {

/// `a="1",b="2"`, escaped as the format asks (backslash, quote, newline).
QByteArray labelText(const MetricLabels &labels)
{
    QByteArray text;
    for (const auto &[name, value] : labels) {
        QByteArray escaped = value;
        escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        text += (text.isEmpty() ? "" : ",") + name + "=\"" + escaped + '"';
    }
    return text;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 15);
}

void line(QByteArray &out, const QByteArray &name, const QByteArray &labels, const QByteArray &value)
{
    out += name;
    if (!labels.isEmpty())
        out += '{' + labels + '}';
    out += ' ' + value + '\n';
}

void histogramLines(
    QByteArray &out, const QByteArray &name, const QByteArray &labels, const Histogram &histogram)
{
    const QByteArray prefix = labels.isEmpty() ? QByteArray() : labels + ',';
    quint64 cumulated = 0;
    for (size_t i = 0; i <= Histogram::BoundsSeconds.size(); ++i) {
        cumulated += histogram.bucket(i);
        const QByteArray bound = i < Histogram::BoundsSeconds.size() ? number(Histogram::BoundsSeconds.at(i))
                                                                     : QByteArray("+Inf");
        line(out, name + "_bucket", prefix + "le=\"" + bound + '"', QByteArray::number(cumulated));
    }
    line(out, name + "_sum", labels, number(histogram.sumSeconds()));
    line(out, name + "_count", labels, QByteArray::number(cumulated));
}

} // namespace

void Histogram::observe(std::chrono::microseconds duration)
{
    const double seconds = static_cast<double>(duration.count()) / 1e6;
    const auto *bound = std::ranges::lower_bound(BoundsSeconds, seconds);
    const auto index = static_cast<size_t>(bound - BoundsSeconds.begin());
    m_buckets.at(index).fetch_add(1, std::memory_order_relaxed);
    m_sumMicros.fetch_add(
        static_cast<quint64>(std::max<qint64>(duration.count(), 0)), std::memory_order_relaxed);
}

Metrics::Family &Metrics::family(const QByteArray &name, const QByteArray &help, const QByteArray &type)
{
    Family &family = m_families[name];
    Q_ASSERT(family.type.isEmpty() || family.type == type);
    family.help = help;
    family.type = type;
    return family;
}

Counter &Metrics::counter(const QByteArray &name, const QByteArray &help, const MetricLabels &labels)
{
    std::unique_ptr<Counter> &slot = family(name, help, "counter").counters[labelText(labels)];
    if (!slot)
        slot = std::make_unique<Counter>();
    return *slot;
}

Histogram &Metrics::histogram(const QByteArray &name, const QByteArray &help, const MetricLabels &labels)
{
    std::unique_ptr<Histogram> &slot = family(name, help, "histogram").histograms[labelText(labels)];
    if (!slot)
        slot = std::make_unique<Histogram>();
    return *slot;
}

void Metrics::gauge(
    const QByteArray &name, const QByteArray &help, std::function<double()> read, const MetricLabels &labels)
{
    family(name, help, "gauge").readers[labelText(labels)] = std::move(read);
}

void Metrics::total(
    const QByteArray &name, const QByteArray &help, std::function<double()> read, const MetricLabels &labels)
{
    family(name, help, "counter").readers[labelText(labels)] = std::move(read);
}

QByteArray Metrics::exposition() const
{
    QByteArray out;
    for (const auto &[name, family] : m_families) {
        out += "# HELP " + name + ' ' + family.help + "\n# TYPE " + name + ' ' + family.type + '\n';
        for (const auto &[labels, counter] : family.counters)
            line(out, name, labels, QByteArray::number(counter->value()));
        for (const auto &[labels, read] : family.readers)
            line(out, name, labels, number(read()));
        for (const auto &[labels, histogram] : family.histograms)
            histogramLines(out, name, labels, *histogram);
    }
    return out;
}

} // namespace signalbox
