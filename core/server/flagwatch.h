// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/runtimeflags.h"
#include "core/storage/pgpool.h"

#include <QObject>
#include <QTimer>

namespace signalbox {

/// Keeps RuntimeFlags up with the table `runtime_flag`: read again every two seconds, so that an operator's
/// switch is obeyed within five (domain §4.3), without a restart. While the database does not answer, the
/// last values stand.
class FlagWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Interval {2000};

    /// `environment` as in SIGNALBOX_ENV (DESIGN D11). All must outlive it.
    FlagWatch(PgPool &pool, RuntimeFlags &flags, const QString &environment, QObject *parent = nullptr);

    /// Reads now, and from then on every Interval.
    void start();
    void refresh();

Q_SIGNALS:
    void refreshed(); ///< the values are those of the table

private:
    PgPool &m_pool;
    RuntimeFlags &m_flags;
    QString m_environment;
    QTimer m_timer;
    Pending<QHash<QString, QString>> m_pending;
    bool m_isFailing = false;
};

} // namespace signalbox
