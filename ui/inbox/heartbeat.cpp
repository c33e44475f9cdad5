// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/heartbeat.h"

#include <QRandomGenerator>

namespace signalbox {

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        start();
        Q_EMIT beat();
    });
}

void Heartbeat::start()
{
    const std::chrono::milliseconds span = Contract - Shortest;
    m_timer.start(Shortest
        + std::chrono::milliseconds(QRandomGenerator::global()->bounded(static_cast<int>(span.count()))));
}

} // namespace signalbox
