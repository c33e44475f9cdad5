// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/flagwatch.h"

#include "core/base/log.h"
#include "core/server/serverlog.h"

using namespace Qt::StringLiterals;

namespace signalbox {

FlagWatch::FlagWatch(PgPool &pool, RuntimeFlags &flags, const QString &environment, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_flags(flags)
    , m_environment(environment)
{
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &FlagWatch::refresh);
}

void FlagWatch::start()
{
    m_timer.start();
    refresh();
}

void FlagWatch::refresh()
{
    if (m_pending.isPending())
        return;
    using Values = QHash<QString, QString>;
    m_pending
        = m_pool.run([environment = m_environment](PgConnection &pg, std::stop_token) -> Result<Values> {
              const auto rows = pg.run("RuntimeFlagList"_L1, PgParams() << environment);
              if (!rows)
                  return rows.error();
              Values values;
              for (int row = 0; row < rows->rowCount(); ++row)
                  values.insert(rows->text(row, 0), rows->text(row, 1));
              return values;
          });
    deliver(m_pending, this, [this](const Result<Values> &values) {
        if (!values) {
            if (!std::exchange(m_isFailing, true))
                logWarning(serverLog(), "flags_unreadable"_L1, {{u"error"_s, describe(values.error())}});
            return;
        }
        m_isFailing = false;
        m_flags.setStored(*values);
        Q_EMIT refreshed();
    });
}

} // namespace signalbox
