// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/servicethread.h"

#include <QObject>

#include <memory>

namespace signalbox {

/// How the console was started.
struct ConsoleOptions
{
    std::optional<QUrl> server; ///< none: a service of our own, with an embedded database
    ServiceOptions service; ///< of the own one
    QString profile = QStringLiteral("default");
    QString link; ///< where to go first; empty: where the person was
    bool isLayoutReset = false;
    bool isStartTraced = false; ///< say on standard output when the window was painted first
};

/// The whole console: window, client and, without a server, the service on a thread of its own (DESIGN §2).
class Console final : public QObject
{
    Q_OBJECT

public:
    explicit Console(ConsoleOptions options, QObject *parent = nullptr);
    ~Console() override;

    /// Shows the window; it comes alive when there is a service to talk to.
    void start();
    /// Brings the window to the front and goes to `link` unless it is empty.
    void raise(const QString &link);

Q_SIGNALS:
    /// The own service cannot start; there is nothing to work with.
    void failed(const signalbox::Error &error);

private:
    struct Parts;

    bool eventFilter(QObject *watched, QEvent *event) override;
    void onServiceReady(const ServiceStart &start);
    void begin();
    void connectWrites();
    void wireAnalytics();
    void wireLive();

    ConsoleOptions m_options;
    std::unique_ptr<ServiceThread> m_service; // outlives the window, which drains it
    std::unique_ptr<Parts> m_parts;
};

} // namespace signalbox
