// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/readingtab.h"

namespace signalbox {

class BucketChart;
class TimingBar;

/// Whether quick answers book more, whose answers do, and whether the AI sends when it means to (domain
/// §7.7).
class ResponseTimingTab final : public ReadingTab
{
    Q_OBJECT

public:
    ResponseTimingTab(const PageContext &context, AnalyticsSession &session, QWidget *parent = nullptr);

    QList<PrintedSection> printedSections() const override;
    ExportRequest exportRequest() const override;
    bool stepBack() override; ///< channel and responder back to all
    /// `channel`, `responder`, `attributionWindowDays`, `maturityBufferDays`: what differs from the defaults.
    QMap<QString, QString> state() const override;
    void restoreState(const QMap<QString, QString> &state) override;

protected:
    void load() override;
    void cancel() override { m_reading.cancel(); }

private:
    /// A histogram with its table.
    struct Buckets
    {
        Panel *panel = nullptr;
        BucketChart *chart = nullptr;
        TableBinding *table = nullptr;
    };

    void build();
    void buildResponders();
    Buckets makeBuckets(ReadingTable kind, const QString &id, const QString &title, const QString &definition,
        QWidget *content);
    void fill();
    void fillCards(const ResponseTimingData &now, const ResponseTimingData *before);
    void fillResponders(const ResponseTimingData &now, const ResponseTimingData *before);
    void fillBuckets(const Buckets &buckets, const QList<TimingBucket> &now,
        const QList<TimingBucket> *before, int series);
    void tellTerms(const BookingTerms &terms);

    FetchedReading<ResponseTimingData> m_reading;
    TimingBar *m_bar = nullptr;
    CardRow *m_cards = nullptr;
    Panel *m_responders = nullptr;
    BarChart *m_responderBars = nullptr;
    TableBinding *m_responderTable = nullptr;
    Buckets m_times;
    Buckets m_delays;
    Buckets m_drifts;
};

/// Where a response time stands among the seven buckets, in buckets from the first one's beginning; within a
/// bucket by its logarithm, because the buckets grow.
double bucketPosition(double ms);

} // namespace signalbox
