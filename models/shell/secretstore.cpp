// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/secretstore.h"

namespace signalbox {

using namespace Qt::StringLiterals;

SecretStore::~SecretStore() = default;

Reply<QString> MemorySecretStore::fetch(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.cend())
        return Reply<QString>::ready(Error::notFound(u"no secret under this key"_s));
    return Reply<QString>::ready(*found);
}

} // namespace signalbox
