// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace signalbox {

/// The refetch while nothing is pushed: every 60 to 75 s, at another moment for every person, so that a
/// thousand consoles do not ask at once (domain §12.2).
class Heartbeat final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Shortest {60};
    static constexpr std::chrono::seconds Contract {75}; ///< data older than this missed a beat

    explicit Heartbeat(QObject *parent = nullptr);

    void start();
    void stop() { m_timer.stop(); }
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void beat();

private:
    QTimer m_timer;
};

} // namespace signalbox
