// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httpresponse.h"
#include "core/server/inboxroutes.h"
#include "core/storage/idempotencystore.h"

namespace signalbox {

/// How every write of triage runs (ux §7 Idempotency, DESIGN §8.19): once for each `Idempotency-Key` of a
/// person, in one transaction with its answer, and seen by this instance's next read.
///
/// A missing key is 400 `IDEMPOTENCY_KEY_REQUIRED`; a known one is answered as the first time, with the
/// header `Idempotency-Replayed: true`; one that was for another request is 422 `IDEMPOTENCY_KEY_REUSED`.
/// While the first request of a key runs, the second waits for it.
class TriageWrites final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    TriageWrites(PgPool &pool, InboxRoutes &inbox, const Clock &clock, QObject *parent = nullptr);

    /// Does the work in a transaction that runs as the caller, at `now`. Sets `touched` to the workspace it
    /// wrote in. A conflict is an answer with status 409 and the body `{current}`.
    using Work = std::function<Result<WriteAnswer>(PgConnection &pg, Instant now, WorkspaceId &touched)>;
    Reply<HttpResponse> run(const HttpRequest &request, const QString &operation,
        std::optional<WorkspaceId> workspace, const Work &work);

private:
    PgPool &m_pool;
    InboxRoutes &m_inbox;
    const Clock &m_clock;
};

/// A 200 with a body, or a 409 when `isConflict`.
WriteAnswer writeAnswer(const QJsonObject &body, bool isConflict = false);

/// The `clientId` where it is optional; a workspace that is no uuid is nobody's.
Result<std::optional<WorkspaceId>> optionalWorkspace(const HttpRequest &request);
/// A uuid of the path. What is none cannot be anybody's: NotFound with `what`.
Result<QUuid> pathId(const HttpRequest &request, QStringView name, const QString &what);
/// The failure of a body's decoder as a parameter that is wrong (DESIGN §8.8).
Error parameterError(Error error);

} // namespace signalbox
