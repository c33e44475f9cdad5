// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httprequest.h"
#include "core/server/wireresponse.h"

#include <QObject>

namespace signalbox {

/// One request on its way to its answer. Destroying it before cancels the work and nothing is answered.
class Exchange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// May answer from within this call.
    virtual void start() = 0;

Q_SIGNALS:
    void answered(const signalbox::WireResponse &response); ///< once, or upgradeAccepted() once
    void upgradeAccepted(const signalbox::HttpRequest &request); ///< the connection becomes a WebSocket
};

} // namespace signalbox
