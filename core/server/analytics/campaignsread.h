// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/campaigns.h"
#include "core/server/analytics/analyticsservices.h"
#include "core/storage/analytics/analyticsscope.h"

#include <QTimer>

namespace signalbox {

/// One reading of the campaigns: four tasks on four connections, each with a deadline of its own after which
/// its statement is cancelled (domain §4.2). Deletes itself.
///
/// A part that failed is null in `data` and told in `errors`; such an answer is kept for a short while only.
/// All four failing is an answer without ETag. Denied when any part was: half an answer would say what the
/// caller may not know.
class CampaignsRead final : public QObject
{
    Q_OBJECT

public:
    static Reply<LoadedBody> start(const AnalyticsServices &services, const AnalyticsScope &scope,
        const AnalyticsRequest &asked, QObject *parent);
    ~CampaignsRead() override;

private:
    /// What a part adds to the whole.
    using Contribution = std::function<void(AnalyticsReading<CampaignsData> &)>;
    struct Part;

    CampaignsRead(const AnalyticsServices &services, const AnalyticsScope &scope,
        const AnalyticsRequest &asked, QObject *parent);

    template <typename Load> void begin(const QString &name, const QString &label, Load load);
    void onFinished(Part &part, const Result<Contribution> &result);
    void onDeadline();
    void conclude();
    LoadedBody whole();
    void end(const Result<LoadedBody> &result);

    AnalyticsServices m_services;
    AnalyticsScope m_scope;
    AnalyticsRequest m_asked;
    ReplySource<LoadedBody> m_source;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_guard;
    std::vector<std::unique_ptr<Part>> m_parts;
    QTimer m_deadline;
    AnalyticsReading<CampaignsData> m_reading;
    std::chrono::microseconds m_begun {};
    bool m_hasEnded = false;
};

} // namespace signalbox
