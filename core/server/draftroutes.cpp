// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/draftroutes.h"

#include "core/inbox/jsonfields.h"
#include "core/inbox/triagejson.h"
#include "core/server/triageroutedocs.h"
#include "core/storage/draftstore.h"
#include "core/storage/sendstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qsizetype MostApprovals = 200;

Reply<HttpResponse> failed(const Error &error)
{
    return Reply<HttpResponse>::ready(error);
}

struct Approval
{
    DraftId draft;
    Instant expected {};
};

Result<QList<Approval>> decodeApprovals(const QJsonObject &body)
{
    JsonFields fields(body);
    const QJsonArray list = fields.array("drafts"_L1);
    if (!fields.error() && (list.isEmpty() || list.size() > MostApprovals))
        fields.fail("drafts"_L1, u"must name 1 to %1 drafts"_s.arg(MostApprovals));
    QList<Approval> approvals;
    for (qsizetype i = 0; i < list.size(); ++i) {
        JsonFields entry(list.at(i).toObject(), u"drafts[%1]"_s.arg(i));
        approvals.append({DraftId {entry.uuid("draftId"_L1)}, entry.instant("updatedAt"_L1)});
        fields.adopt(entry.error());
    }
    if (fields.error())
        return parameterError(*fields.error());
    return approvals;
}

/// As everybody locks leads, so that neither two reports nor a report and a bulk write deadlock.
Result<QList<Approval>> inLockOrder(PgConnection &pg, QList<Approval> approvals)
{
    QList<DraftId> drafts;
    for (const Approval &approval : std::as_const(approvals))
        drafts.append(approval.draft);
    const auto ordered = draftsInLockOrder(pg, drafts);
    if (!ordered)
        return ordered.error();
    QHash<DraftId, qsizetype> ranks;
    for (qsizetype i = 0; i < ordered->size(); ++i)
        ranks.insert(ordered->at(i), i);
    // What the person does not see comes last: it locks nothing.
    const auto rank = [&](const Approval &approval) { return ranks.value(approval.draft, drafts.size()); };
    std::ranges::stable_sort(approvals, {}, rank);
    return approvals;
}

/// One line of the report: what became of this draft and, if it goes out, to whom.
Result<QJsonObject> approveOne(PgConnection &pg, UserId user, const Approval &approval, Instant now)
{
    QJsonObject line {{u"draftId"_s, approval.draft.toString()}};
    const auto outcome = approveDraft(pg, user, approval.draft, std::nullopt, approval.expected, now);
    if (outcome) {
        line.insert("code"_L1, outcome->isConflict ? u"CONFLICT"_s : u"APPROVED"_s);
        if (outcome->send)
            line.insert("send"_L1, encodeSend(*outcome->send));
        return line;
    }
    const Error &error = outcome.error();
    // What a rule refused has touched nothing; what the database refused has ended the transaction.
    if (error.kind == Error::Kind::NotFound)
        line.insert("code"_L1, u"NOT_FOUND"_s);
    else if (error.kind == Error::Kind::Denied)
        line.insert("code"_L1, u"FORBIDDEN"_s);
    else if (error.code == "NO_ADDRESS"_L1 || error.code == "LEAD_BLACKLISTED"_L1
        || error.code == "INVALID_PARAMETER"_L1)
        line.insert("code"_L1, error.code);
    else
        return error;
    return line;
}

} // namespace

Result<DraftRoutes::DraftCall> DraftRoutes::callOf(const HttpRequest &request, bool needsExpected)
{
    const auto id = pathId(request, u"draftId", u"Draft not found"_s);
    if (!id)
        return id.error();
    DraftCall call {request.caller->user, DraftId {*id}, std::nullopt, {}};
    if (!needsExpected)
        return call;
    const auto body = request.jsonBody();
    if (!body)
        return body.error();
    JsonFields fields(*body);
    if (fields.has("content"_L1))
        call.content = fields.text("content"_L1);
    const QJsonObject seen = fields.has("expected"_L1) ? fields.object("expected"_L1) : QJsonObject();
    if (fields.error())
        return parameterError(*fields.error());
    JsonFields expected(seen, u"expected"_s);
    call.expected = expected.instant("updatedAt"_L1);
    if (expected.error())
        return Error::invalid(u"expected.updatedAt"_s,
            u"expected.updatedAt must be the draft's version that was seen"_s, u"EXPECTED_REQUIRED"_s);
    return call;
}

DraftRoutes::DraftRoutes(TriageWrites &writes, QObject *parent)
    : QObject(parent)
    , m_writes(writes)
{ }

void DraftRoutes::addTo(RouteTable &routes)
{
    const auto add = [&](const QString &pattern, RouteDoc doc, auto handler) {
        Route route;
        route.method = HttpMethod::Post;
        route.pattern = pattern;
        route.handler = [this, handler](const HttpRequest &request) { return (this->*handler)(request); };
        route.doc = std::move(doc);
        routes.add(std::move(route));
    };
    add(u"/api/drafts/{draftId}/approve"_s, triagedocs::approve(), &DraftRoutes::approve);
    add(u"/api/drafts/{draftId}/unapprove"_s, triagedocs::unapprove(), &DraftRoutes::unapprove);
    add(u"/api/drafts/{draftId}/reject"_s, triagedocs::reject(), &DraftRoutes::reject);
    add(u"/api/drafts/{draftId}/edit"_s, triagedocs::edit(), &DraftRoutes::edit);
    add(u"/api/drafts/approve"_s, triagedocs::approveSeveral(), &DraftRoutes::approveSeveral);
    add(u"/api/sends/{sendId}/cancel"_s, triagedocs::cancel(), &DraftRoutes::cancel);
}

Reply<HttpResponse> DraftRoutes::run(
    const HttpRequest &request, const QString &operation, const DraftCall &call, const DraftWork &work)
{
    return m_writes.run(request, operation, std::nullopt,
        [call, work](PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto workspace = findDraftWorkspace(pg, call.draft);
            if (!workspace)
                return workspace.error();
            touched = *workspace;
            const auto outcome = work(pg, call, now);
            if (!outcome)
                return outcome.error();
            return writeAnswer(encodeDraftOutcome(*outcome), outcome->isConflict);
        });
}

Reply<HttpResponse> DraftRoutes::approve(const HttpRequest &request)
{
    const auto call = callOf(request, true);
    if (!call)
        return failed(call.error());
    return run(request, u"approveDraft"_s, *call, [](PgConnection &pg, const DraftCall &c, Instant now) {
        return approveDraft(pg, c.user, c.draft, c.content, c.expected, now);
    });
}

Reply<HttpResponse> DraftRoutes::unapprove(const HttpRequest &request)
{
    const auto call = callOf(request, false);
    if (!call)
        return failed(call.error());
    return run(request, u"unapproveDraft"_s, *call, [](PgConnection &pg, const DraftCall &c, Instant now) {
        return unapproveDraft(pg, c.user, c.draft, now);
    });
}

Reply<HttpResponse> DraftRoutes::reject(const HttpRequest &request)
{
    const auto call = callOf(request, true);
    if (!call)
        return failed(call.error());
    return run(request, u"rejectDraft"_s, *call, [](PgConnection &pg, const DraftCall &c, Instant now) {
        return rejectDraft(pg, c.user, c.draft, c.expected, now);
    });
}

Reply<HttpResponse> DraftRoutes::edit(const HttpRequest &request)
{
    const auto call = callOf(request, true);
    if (!call)
        return failed(call.error());
    if (!call->content)
        return failed(Error::invalid(u"content"_s, u"content is missing"_s, u"INVALID_PARAMETER"_s));
    return run(request, u"editDraft"_s, *call, [](PgConnection &pg, const DraftCall &c, Instant now) {
        return editDraft(pg, c.user, c.draft, *c.content, c.expected, now);
    });
}

Reply<HttpResponse> DraftRoutes::approveSeveral(const HttpRequest &request)
{
    const auto body = request.jsonBody();
    if (!body)
        return failed(body.error());
    const auto approvals = decodeApprovals(*body);
    if (!approvals)
        return failed(approvals.error());
    return m_writes.run(request, u"approveDrafts"_s, std::nullopt,
        [user = request.caller->user, approvals = *approvals](
            PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto ordered = inLockOrder(pg, approvals);
            if (!ordered)
                return ordered.error();
            QJsonArray report;
            for (const Approval &approval : *ordered) {
                if (const auto place = findDraftWorkspace(pg, approval.draft))
                    touched = *place;
                const auto line = approveOne(pg, user, approval, now);
                if (!line)
                    return line.error();
                report.append(*line);
            }
            return writeAnswer({{u"success"_s, true}, {u"results"_s, report}});
        });
}

Reply<HttpResponse> DraftRoutes::cancel(const HttpRequest &request)
{
    const auto id = pathId(request, u"sendId", u"Message not found"_s);
    if (!id)
        return failed(id.error());
    return m_writes.run(request, u"cancelSend"_s, std::nullopt,
        [user = request.caller->user, id = SendId {*id}](
            PgConnection &pg, Instant now, WorkspaceId &touched) -> Result<WriteAnswer> {
            const auto place = findSendWorkspace(pg, id);
            if (!place)
                return place.error();
            touched = *place;
            const auto send = cancelSend(pg, user, id, now);
            if (!send)
                return send.error();
            return writeAnswer({{u"success"_s, true}, {u"send"_s, encodeSend(*send)}});
        });
}

} // namespace signalbox
