// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/feedmessage.h"

#include "core/storage/pgconnection.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<void> emitMessage(
    PgConnection &connection, const QByteArray &prefix, const QByteArray &content, FeedDelivery delivery)
{
    PgParams params;
    params << (delivery == FeedDelivery::WithCommit) << QString::fromUtf8(prefix);
    params.addBytes(content);
    const auto emitted = connection.run("FeedEmit"_L1, params);
    return emitted ? Result<void>() : emitted.error();
}

} // namespace signalbox
