// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QHash>

namespace signalbox {

/// Where a refresh token is kept between two starts: the system's keyring, never a file of ours (DESIGN D8).
class SecretStore
{
public:
    virtual ~SecretStore();

    /// False: nothing outlives the program, and the sign-in page does not offer to remember.
    virtual bool isLasting() const = 0;
    /// NotFound when nothing is kept under `key`.
    virtual Reply<QString> fetch(const QString &key) = 0;
    virtual void store(const QString &key, const QString &secret) = 0;
    virtual void remove(const QString &key) = 0;
};

/// Without a keyring: until the program ends.
class MemorySecretStore final : public SecretStore
{
public:
    bool isLasting() const override { return false; }
    Reply<QString> fetch(const QString &key) override;
    void store(const QString &key, const QString &secret) override { m_secrets.insert(key, secret); }
    void remove(const QString &key) override { m_secrets.remove(key); }

private:
    QHash<QString, QString> m_secrets;
};

} // namespace signalbox
