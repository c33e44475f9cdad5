// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <stop_token>
#include <thread>

namespace signalbox {

/// SIGTERM and SIGINT as a stop token, for what blocks, and as a Qt signal, for what has an event loop. A
/// second one ends the process at once. SIGPIPE is ignored from here on. One per process.
class UnixSignals final : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

    std::stop_token stopToken() const { return m_stop.get_token(); }

Q_SIGNALS:
    void terminated();

private:
    void read();

    std::stop_source m_stop;
    std::jthread m_reader;
};

} // namespace signalbox
