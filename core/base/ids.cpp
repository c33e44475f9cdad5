// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

namespace signalbox {

QUuid globalScope()
{
    return {};
}

QUuid newUuid()
{
    return QUuid::createUuid();
}

} // namespace signalbox
