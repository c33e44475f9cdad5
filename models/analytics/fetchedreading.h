// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/analyticssession.h"
#include "models/analytics/keptreading.h"
#include "models/base/loadstate.h"

#include <QTimer>

namespace signalbox {

/// One reading as a panel shows it: old numbers stay, with their age, while newer ones are awaited or have
/// failed (ux §11).
///
/// An answer is shown at once from memory if it is there; younger than 90 s it is not asked for again (domain
/// §5). One that the service calls stale is shown and asked for again a moment later.
template <typename Data> class FetchedReading
{
public:
    using Reading = AnalyticsReading<Data>;
    using Fetch = std::function<Reply<Reading>(const AnalyticsRequest &)>;
    static constexpr std::chrono::seconds FreshFor {90};

    /// `owner` receives the answers and outlives this; `changed` is called after every change of state.
    FetchedReading(
        QObject *owner, AnalyticsSession &session, QString tab, Fetch fetch, std::function<void()> changed)
        : m_owner(owner)
        , m_session(session)
        , m_tab(std::move(tab))
        , m_fetch(std::move(fetch))
        , m_changed(std::move(changed))
        , m_seenRefreshes(session.refreshes())
    {
        m_askAgain.setSingleShot(true);
        QObject::connect(&m_askAgain, &QTimer::timeout, owner, [this] {
            m_asked.mayBeStale = false;
            ask();
        });
    }

    LoadState state() const { return m_state; }
    /// What is shown: of `request()`'s window, or of an older one while the new is awaited.
    const std::optional<Reading> &reading() const { return m_reading; }
    const std::optional<Error> &error() const { return m_error; } ///< of the last question, when it failed
    bool isLoading() const { return m_state == LoadState::Loading || m_state == LoadState::Refreshing; }
    /// What was asked for is shown already, stale, and its successor is awaited.
    bool isAskingAgain() const { return isLoading() && (m_askAgain.isActive() || !m_asked.mayBeStale); }
    /// What is shown belongs to another period or filter than the one that is asked for.
    bool isOfOtherRequest() const { return m_reading && m_shownPeriod != m_askedPeriod; }
    /// What is shown is of the period the session has now, asked for or not.
    bool isOfPeriod(const QString &parts) const { return m_shownPeriod == m_session.periodKey(m_tab, parts); }

    /// Reads what the session asks for now. `parts` names whatever else tells two readings apart.
    void load(const QString &parts)
    {
        AnalyticsRequest request = m_session.request();
        request.forceRefresh
            |= std::exchange(m_seenRefreshes, m_session.refreshes()) != m_session.refreshes();
        const QString key = m_session.memoryKey(m_tab, parts);
        if (!request.forceRefresh && key == m_askedKey && isLoading())
            return;
        // What failed, whole or in part, is asked for again although what is shown is fresh.
        const bool isRetry = m_askedKey == key && (m_error || (m_reading && !m_reading->errors.isEmpty()));
        m_askAgain.stop();
        m_askedKey = key;
        m_askedPeriod = m_session.periodKey(m_tab, parts);
        m_error.reset();
        if (!request.forceRefresh) {
            const Kept *kept = m_session.memory().template find<Kept>(m_askedPeriod);
            if (kept && (isOfOtherRequest() || !m_reading))
                show(kept->key, m_askedPeriod, kept->reading);
            const bool isFresh = m_shownKey == key && !m_reading->isStale
                && m_session.clock().now() - m_reading->computedAt < FreshFor;
            if (!isRetry && isFresh) {
                m_pending.cancel();
                m_state = LoadState::Ready;
                m_changed();
                return;
            }
        }
        m_state = m_reading ? LoadState::Refreshing : LoadState::Loading;
        m_asked = request;
        ask();
        m_changed();
    }
    /// Gives up the question; what is shown stays.
    void cancel()
    {
        if (!isLoading())
            return;
        m_askAgain.stop();
        m_pending.cancel();
        m_state = m_reading ? LoadState::Ready : LoadState::Idle;
        m_changed();
    }

private:
    using Kept = KeptReading<Data>;

    void ask()
    {
        m_pending = m_fetch(m_asked);
        deliver(m_pending, m_owner,
            [this, key = m_askedKey, period = m_askedPeriod](
                const Result<Reading> &answer) { take(key, period, answer); });
    }
    void show(const QString &key, const QString &period, const Reading &reading)
    {
        m_reading = reading;
        m_shownKey = key;
        m_shownPeriod = period;
    }
    void take(const QString &key, const QString &period, const Result<Reading> &answer)
    {
        const bool asksAgain = answer && answer->isStale && m_asked.mayBeStale;
        if (answer) {
            if (m_shownPeriod != period || !m_reading || !isOlder(*answer, &*m_reading))
                show(key, period, *answer);
            keepReading<Data>(m_session.memory(), period, {key, *answer});
            m_state = asksAgain ? LoadState::Refreshing : LoadState::Ready;
        } else {
            m_error = answer.error();
            m_state = LoadState::Failed;
        }
        if (asksAgain)
            m_askAgain.start(m_session.stalePause());
        m_changed();
        if (answer)
            m_session.setZone(answer->timezone); // last: other dates may have to be asked for at once
    }

    QObject *m_owner;
    AnalyticsSession &m_session;
    QString m_tab;
    Fetch m_fetch;
    std::function<void()> m_changed;
    Pending<Reading> m_pending;
    QTimer m_askAgain; ///< for what was answered stale
    AnalyticsRequest m_asked;
    LoadState m_state = LoadState::Idle;
    std::optional<Reading> m_reading;
    std::optional<Error> m_error;
    QString m_shownKey;
    QString m_askedKey;
    QString m_shownPeriod, m_askedPeriod;
    int m_seenRefreshes = 0;
};

} // namespace signalbox
