// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/clients/changeemitter.h"

#include "core/storage/pgconnection.h"

#include <QHttpServer>
#include <QHttpServerResponse>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

QHttpServerResponse emitChange(PgConnection &admin, const QByteArray &body)
{
    const QJsonObject change = QJsonDocument::fromJson(body).object();
    const QString op = change.value("op"_L1).toString();
    const QJsonObject row = change.value(op == "DELETE"_L1 ? "old_record"_L1 : "record"_L1).toObject();
    PgParams params;
    params << row.value("id"_L1).toString();
    QByteArray sql = "delete from lead where id = $1::uuid";
    if (op != "DELETE"_L1) {
        params << row.value("clientId"_L1).toString();
        params.addNullable(row.value("assignedToUserId"_L1).toString());
        params << row.value("status"_L1).toString() << row.value("overallScore"_L1).toInt();
        sql = op == "INSERT"_L1
            ? "insert into lead (id, workspace_id, assigned_to_user_id, status, overall_score)"
              " values ($1::uuid, $2::uuid, $3::uuid, $4, $5::int)"
            : "update lead set workspace_id = $2::uuid, assigned_to_user_id = $3::uuid, status = $4,"
              " overall_score = $5::int where id = $1::uuid";
    }
    const auto done = admin.runSql(sql, params);
    if (!done)
        return QHttpServerResponse("text/plain", describe(done.error()).toUtf8(),
            QHttpServerResponse::StatusCode::InternalServerError);
    return QHttpServerResponse(QHttpServerResponse::StatusCode::Ok);
}

} // namespace

ChangeEmitter::ChangeEmitter(PgConnection &admin)
    : m_server(std::make_unique<QHttpServer>())
{
    m_server->route(u"/emit"_s, QHttpServerRequest::Method::Post,
        [&admin](const QHttpServerRequest &request) { return emitChange(admin, request.body()); });
    m_port = m_server->listen(QHostAddress::LocalHost);
}

ChangeEmitter::~ChangeEmitter() = default;

} // namespace signalbox
