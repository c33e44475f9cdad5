// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/pgsnapshot.h"

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace signalbox {

std::optional<PgSnapshot> PgSnapshot::parse(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split(':');
    if (parts.size() != 3)
        return std::nullopt;
    PgSnapshot snapshot;
    bool isFirst = false;
    bool isSecond = false;
    snapshot.m_oldestRunning = parts[0].toULongLong(&isFirst);
    snapshot.m_next = parts[1].toULongLong(&isSecond);
    if (!isFirst || !isSecond || snapshot.m_oldestRunning > snapshot.m_next)
        return std::nullopt;
    if (parts[2].isEmpty())
        return snapshot;
    for (const QByteArray &running : parts[2].split(',')) {
        bool isNumber = false;
        snapshot.m_running.push_back(running.toULongLong(&isNumber));
        if (!isNumber)
            return std::nullopt;
    }
    std::ranges::sort(snapshot.m_running);
    return snapshot;
}

bool PgSnapshot::sees(quint32 xid) const
{
    // The epoch that brings it nearest to the snapshot.
    const auto distance = qint32(xid - quint32(m_next));
    const quint64 full = m_next + quint64(qint64(distance));
    if (full < m_oldestRunning)
        return true;
    return full < m_next && !std::ranges::binary_search(m_running, full);
}

} // namespace signalbox
