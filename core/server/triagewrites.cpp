// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/triagewrites.h"

#include "core/server/problem.h"
#include "core/server/replychain.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qsizetype LongestKey = 255;

/// An answer and what it changed.
struct Written
{
    WriteAnswer answer;
    WorkspaceId touched; ///< null: nothing was done now
};

Result<QString> keyOf(const HttpRequest &request)
{
    const QByteArray key = request.header("idempotency-key");
    if (key.isEmpty())
        return Error::invalid(
            u"Idempotency-Key"_s, u"the header Idempotency-Key is required"_s, u"IDEMPOTENCY_KEY_REQUIRED"_s);
    const bool isVisible = std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.size() > LongestKey || !isVisible)
        return Error::invalid(u"Idempotency-Key"_s, u"Idempotency-Key must be 1 to 255 visible characters"_s,
            u"INVALID_PARAMETER"_s);
    return QString::fromLatin1(key);
}

QByteArray hashOf(const HttpRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(methodName(request.method) + ' ' + request.target + '\n');
    hash.addData(request.body);
    return hash.result();
}

HttpResponse responseOf(const WriteAnswer &answer, const HttpRequest &request)
{
    HttpResponse response;
    if (answer.status == 409) {
        const Error conflict {
            Error::Kind::Conflict, u"Somebody else has changed this meanwhile"_s, u"CONFLICT"_s};
        response = problemResponse(conflict, request, ErrorForm::Problem);
        QJsonObject document = QJsonDocument::fromJson(response.body).object();
        const QJsonObject stored = QJsonDocument::fromJson(answer.body).object();
        document.insert("current"_L1, stored.value("current"_L1));
        response.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    } else {
        response.status = answer.status;
        response.body = answer.body;
    }
    if (answer.isReplay)
        response.addHeader("Idempotency-Replayed", "true");
    return response;
}

} // namespace

TriageWrites::TriageWrites(PgPool &pool, InboxRoutes &inbox, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_inbox(inbox)
    , m_clock(clock)
{ }

Reply<HttpResponse> TriageWrites::run(const HttpRequest &request, const QString &operation,
    std::optional<WorkspaceId> workspace, const Work &work)
{
    const auto key = keyOf(request);
    if (!key)
        return Reply<HttpResponse>::ready(key.error());
    const WriteTicket ticket {request.caller->user, workspace, *key, operation, hashOf(request)};
    auto written = m_pool.run(
        [ticket, work, now = m_clock.now()](PgConnection &pg, std::stop_token) -> Result<Written> {
            Written done;
            const auto answer = writeOnce(pg, ticket, [&] { return work(pg, now, done.touched); });
            if (!answer)
                return answer.error();
            done.answer = *answer;
            return done;
        });
    return andThen(std::move(written), this, [this, request](const Written &done) {
        if (!done.touched.isNull())
            m_inbox.forget(done.touched);
        return Reply<HttpResponse>::ready(responseOf(done.answer, request));
    });
}

WriteAnswer writeAnswer(const QJsonObject &body, bool isConflict)
{
    return {isConflict ? 409 : 200, QJsonDocument(body).toJson(QJsonDocument::Compact), false};
}

Result<std::optional<WorkspaceId>> optionalWorkspace(const HttpRequest &request)
{
    if (queryItem(request.query, "clientId"_L1).isEmpty())
        return std::optional<WorkspaceId>();
    const auto workspace = decodeWorkspaceParameter(request.query);
    if (!workspace)
        return workspace.error();
    return std::optional(*workspace);
}

Result<QUuid> pathId(const HttpRequest &request, QStringView name, const QString &what)
{
    const QString text = request.pathValue(name).trimmed();
    const QUuid id = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (id.isNull())
        return Error::notFound(what);
    return id;
}

Error parameterError(Error error)
{
    if (error.code == "BAD_JSON"_L1)
        error.code = u"INVALID_PARAMETER"_s;
    return error;
}

} // namespace signalbox
