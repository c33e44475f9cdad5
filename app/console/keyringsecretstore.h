// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/secretstore.h"

#include <QObject>

namespace signalbox {

/// The desktop's keyring (libsecret or KWallet, whichever runs). Without one nothing is kept and fetch() says
/// NotFound, so the person signs in at each start; there is no fallback to a file (DESIGN D8).
class KeyringSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isLasting() const override { return true; }
    Reply<QString> fetch(const QString &key) override;
    void store(const QString &key, const QString &secret) override;
    void remove(const QString &key) override;
};

} // namespace signalbox
