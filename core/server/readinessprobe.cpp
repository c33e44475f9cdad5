// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/readinessprobe.h"

#include "core/base/log.h"
#include "core/server/serverlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

ReadinessProbe::ReadinessProbe(const Operations &operations)
    : m_operations(operations)
    , m_startedAt(operations.clock.elapsed())
    , m_outcomes(operations.checks.size())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ReadinessProbe::answer);
}

Reply<HttpResponse> ReadinessProbe::start()
{
    m_deadline.start(m_operations.readinessDeadline);
    for (qsizetype i = 0; i < m_operations.checks.size(); ++i) {
        m_pending.push_back(std::make_unique<Pending<QString>>());
        *m_pending.back() = m_operations.checks.at(i).run();
        deliver(*m_pending.back(), this, [this, i](const Result<QString> &result) { note(i, result); });
    }
    if (m_operations.checks.isEmpty())
        QMetaObject::invokeMethod(this, &ReadinessProbe::answer, Qt::QueuedConnection);
    return m_source.reply();
}

void ReadinessProbe::note(qsizetype index, const Result<QString> &result)
{
    m_outcomes[index]
        = Outcome {result.has_value(), result ? *result : QString(kindName(result.error().kind)),
            m_operations.clock.elapsed() - m_startedAt};
    if (!result)
        logWarning(serverLog(), "readiness_check_failed"_L1,
            {{u"check"_s, m_operations.checks.at(index).name}, {u"error"_s, describe(result.error())}});
    if (std::ranges::all_of(m_outcomes, [](const auto &outcome) { return outcome.has_value(); }))
        answer();
}

void ReadinessProbe::answer()
{
    m_deadline.stop();
    QJsonObject checks;
    bool isReady = true;
    for (qsizetype i = 0; i < m_outcomes.size(); ++i) {
        const Outcome outcome = m_outcomes.at(i).value_or(
            Outcome {false, u"no answer in time"_s, m_operations.clock.elapsed() - m_startedAt});
        isReady = isReady && outcome.isOk;
        checks.insert(m_operations.checks.at(i).name,
            QJsonObject {{u"ok"_s, outcome.isOk}, {u"detail"_s, outcome.detail},
                {u"ms"_s, static_cast<double>(outcome.took.count()) / 1000.0}});
    }
    const bool isDraining = m_operations.isDraining();
    const QString status = isDraining ? u"draining"_s : isReady ? u"ready"_s : u"unavailable"_s;
    m_source.finish(HttpResponse::json(
        {{u"status"_s, status}, {u"checks"_s, checks}}, isReady && !isDraining ? 200 : 503));
    deleteLater();
}

} // namespace signalbox
