// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/service.h"

#include <QThread>

namespace signalbox {

/// A Service on a thread of its own, for a program whose own thread paints (DESIGN §8.26).
class ServiceThread final : public QObject
{
    Q_OBJECT

public:
    explicit ServiceThread(ServiceOptions options, QObject *parent = nullptr);
    /// As stop().
    ~ServiceThread() override;

    /// Returns at once; ready() or failed() follows.
    void start();
    /// Drains, takes the service and its database down, and waits for that.
    void stop();

Q_SIGNALS:
    void progressed(const QString &line);
    void ready(const signalbox::ServiceStart &start);
    void failed(const signalbox::Error &error);

private:
    void run();

    ServiceOptions m_options;
    std::stop_source m_stop;
    std::unique_ptr<QThread> m_thread;
};

} // namespace signalbox
