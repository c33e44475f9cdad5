// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/routetable.h"
#include "core/server/triagewrites.h"

namespace signalbox {

/// The writes on leads (DESIGN D9, §8.19–20): assign, snooze, status, sentiment, message, note, read mark,
/// and one field over a selection.
class TriageRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit TriageRoutes(TriageWrites &writes, QObject *parent = nullptr);

    void addTo(RouteTable &routes);

private:
    /// One field of a lead: `{FIELD: value, expected: {FIELD: seen}}`.
    Reply<HttpResponse> change(
        const HttpRequest &request, const QString &operation, const QList<QLatin1StringView> &fields);
    Reply<HttpResponse> message(const HttpRequest &request);
    Reply<HttpResponse> note(const HttpRequest &request);
    Reply<HttpResponse> read(const HttpRequest &request);
    Reply<HttpResponse> bulk(const HttpRequest &request);

    TriageWrites &m_writes;
};

} // namespace signalbox
