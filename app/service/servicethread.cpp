// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/servicethread.h"

#include <QEventLoop>

namespace signalbox {

ServiceThread::ServiceThread(ServiceOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{ }

ServiceThread::~ServiceThread()
{
    stop();
}

void ServiceThread::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(QStringLiteral("service"));
    m_thread->start();
}

void ServiceThread::stop()
{
    if (!m_thread)
        return;
    m_stop.request_stop();
    m_thread->wait();
    m_thread.reset();
}

void ServiceThread::run()
{
    Service service(m_options);
    const auto started
        = service.start(m_stop.get_token(), [this](const QString &line) { Q_EMIT progressed(line); });
    if (!started) {
        Q_EMIT failed(started.error());
        return;
    }
    // The loop of this thread, as QThread::run() would start it; the service lives inside of it.
    QEventLoop loop;
    connect(&service, &Service::stopped, &loop, &QEventLoop::quit);
    const std::stop_callback onStop(m_stop.get_token(),
        [&service] { QMetaObject::invokeMethod(&service, &Service::drain, Qt::QueuedConnection); });
    Q_EMIT ready(*started);
    loop.exec();
}

} // namespace signalbox
