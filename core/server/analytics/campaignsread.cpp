// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/campaignsread.h"

#include "core/base/log.h"
#include "core/server/analytics/analyticsbodies.h"
#include "core/server/serverlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// What the page shows where a part should be; the reason is for the log.
QString messageOf(const Error &error, const QString &label)
{
    switch (error.kind) {
    case Error::Kind::TimedOut:
        return label + u" timed out"_s;
    case Error::Kind::Unavailable:
        return label + u" is not available for now"_s;
    default:
        return label + u" failed"_s;
    }
}

} // namespace

struct CampaignsRead::Part
{
    QString name; ///< of the member in `data` and `errors`
    QString label;
    Pending<Contribution> work;
    bool isDone = false;
    bool hasFailed = false;
};

CampaignsRead::~CampaignsRead() = default;

Reply<LoadedBody> CampaignsRead::start(const AnalyticsServices &services, const AnalyticsScope &scope,
    const AnalyticsRequest &asked, QObject *parent)
{
    auto *reading = new CampaignsRead(services, scope, asked, parent);
    return reading->m_source.reply();
}

CampaignsRead::CampaignsRead(const AnalyticsServices &services, const AnalyticsScope &scope,
    const AnalyticsRequest &asked, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_scope(scope)
    , m_asked(asked)
    , m_begun(services.clock.elapsed())
{
    m_scope.isSerial = true; // four connections are more than enough cores
    m_guard = std::make_unique<std::stop_callback<std::function<void()>>>(m_source.stopToken(), [this] {
        m_hasEnded = true;
        for (const auto &part : m_parts)
            part->work.cancel();
        deleteLater();
    });
    begin(u"campaigns"_s, u"Email campaigns"_s, &loadEmailCampaignsReading);
    begin(u"reactivation"_s, u"Reactivation"_s, &loadReactivationReading);
    begin(u"aiDraftOutcome"_s, u"AI draft outcomes"_s, &loadDraftOutcomesReading);
    begin(u"aiDraftBooking"_s, u"AI draft booking"_s, &loadDraftBookingReading);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &CampaignsRead::onDeadline);
    m_deadline.start(m_services.limits.campaignsPart);
}

template <typename Load> void CampaignsRead::begin(const QString &name, const QString &label, Load load)
{
    const auto work = [&pool = m_services.pool, scope = m_scope, asked = m_asked, load](
                          PgConnection &pg, std::stop_token stop) -> Result<Contribution> {
        const auto reading = load(TabReader {pg, &pool, std::move(stop)}, scope, asked);
        if (!reading)
            return reading.error();
        return Contribution(
            [reading = *reading](AnalyticsReading<CampaignsData> &whole) { contribute(whole, reading); });
    };
    Part &part = *m_parts.emplace_back(std::make_unique<Part>());
    part.name = name;
    part.label = label;
    part.work = m_services.pool.run(work);
    deliver(part.work, this, [this, &part](const Result<Contribution> &result) { onFinished(part, result); });
}

void CampaignsRead::onFinished(Part &part, const Result<Contribution> &result)
{
    if (m_hasEnded || part.isDone)
        return;
    if (!result && result.error().kind == Error::Kind::Denied) {
        end(result.error());
        return;
    }
    part.isDone = true;
    if (result) {
        (*result)(m_reading);
    } else {
        part.hasFailed = true;
        m_reading.errors.insert(part.name, messageOf(result.error(), part.label));
        logWarning(serverLog(), "analytics_part_failed"_L1,
            {{u"part"_s, part.name}, {u"error"_s, describe(result.error())}});
    }
    if (std::ranges::all_of(m_parts, &Part::isDone, &std::unique_ptr<Part>::operator*))
        conclude();
}

void CampaignsRead::onDeadline()
{
    const Error late {Error::Kind::TimedOut, u"the deadline of a part passed"_s};
    for (const auto &part : m_parts) {
        if (part->isDone)
            continue;
        part->work.cancel();
        onFinished(*part, late);
    }
}

void CampaignsRead::conclude()
{
    LoadedBody loaded = whole();
    loaded.databaseTime = m_services.clock.elapsed() - m_begun;
    end(loaded);
}

LoadedBody CampaignsRead::whole()
{
    LoadedBody loaded;
    const bool isPartial = !m_reading.errors.isEmpty();
    if (m_reading.errors.size() == qsizetype(m_parts.size())) {
        QJsonObject errors;
        for (auto error = m_reading.errors.cbegin(); error != m_reading.errors.cend(); ++error)
            errors.insert(error.key(), error.value());
        loaded.body = QJsonDocument(QJsonObject {{u"errors"_s, errors}}).toJson(QJsonDocument::Compact);
        return loaded;
    }
    if (const auto body = bodyOf<CampaignsData>(m_reading, &encodeCampaigns))
        loaded = *body;
    const Keeping keeping = isPartial ? m_services.limits.partialTab : m_services.limits.tab;
    loaded.timeToLive = keeping.fresh;
    loaded.staleFor = keeping.stale;
    loaded.isShared = !isPartial;
    return loaded;
}

void CampaignsRead::end(const Result<LoadedBody> &result)
{
    m_hasEnded = true;
    m_deadline.stop();
    for (const auto &part : m_parts)
        part->work.cancel();
    deleteLater();
    m_source.finish(result);
}

} // namespace signalbox
