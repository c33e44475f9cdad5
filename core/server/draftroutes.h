// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/triagegateway.h"
#include "core/server/routetable.h"
#include "core/server/triagewrites.h"

namespace signalbox {

/// The writes on drafts and on messages that wait to leave (DESIGN §8.19): approve, unapprove, reject, edit,
/// approve several, cancel. Id-only routes: what the caller may not see is not found.
class DraftRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit DraftRoutes(TriageWrites &writes, QObject *parent = nullptr);

    void addTo(RouteTable &routes);

private:
    /// What the routes of a draft take from their request.
    struct DraftCall
    {
        UserId user;
        DraftId draft;
        std::optional<QString> content;
        Instant expected {};
    };
    using DraftWork
        = std::function<Result<DraftOutcome>(PgConnection &pg, const DraftCall &call, Instant now)>;

    static Result<DraftCall> callOf(const HttpRequest &request, bool needsExpected);
    Reply<HttpResponse> run(
        const HttpRequest &request, const QString &operation, const DraftCall &call, const DraftWork &work);

    Reply<HttpResponse> approve(const HttpRequest &request);
    Reply<HttpResponse> unapprove(const HttpRequest &request);
    Reply<HttpResponse> reject(const HttpRequest &request);
    Reply<HttpResponse> edit(const HttpRequest &request);
    Reply<HttpResponse> approveSeveral(const HttpRequest &request);
    Reply<HttpResponse> cancel(const HttpRequest &request);

    TriageWrites &m_writes;
};

} // namespace signalbox
