// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/ingeststore.h"
#include "core/storage/pgconnection.h"

#include <QJsonDocument>

namespace signalbox {

inline QString ingestJson(const QJsonObject &columns)
{
    return QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact));
}

/// For upserts that answer `is_new` when they wrote, and nothing when there was nothing to do.
inline IngestOutcome ingestOutcome(const PgResult &rows)
{
    if (rows.rowCount() == 0)
        return IngestOutcome::Unchanged;
    return rows.boolean(0, 0) ? IngestOutcome::Added : IngestOutcome::Changed;
}

} // namespace signalbox
