// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QLocalServer;

namespace signalbox {

/// One console a person and profile: a second start hands its link to the first one and ends (ux §6).
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True: this is the first, and messages of later ones arrive. False: another one runs and was given
    /// `message`.
    bool claim(const QString &message);

Q_SIGNALS:
    /// A later start: the window should come to the front; `message` is its link, or empty.
    void messageReceived(const QString &message);

private:
    bool handOver(const QString &message) const;
    void accept();

    QString m_name;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace signalbox
