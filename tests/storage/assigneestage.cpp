// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/assigneestage.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<void> persist(PgConnection &pg, const QByteArray &sql, const PgParams &params)
{
    auto done = pg.runSql(sql, params);
    while (!done && done.error().detail.contains(u"40P01"_s))
        done = pg.runSql(sql, params);
    if (!done)
        return done.error();
    return {};
}

} // namespace

AssigneeStage::AssigneeStage()
    : database(newDatabase())
    , admin(connectTo(database->adminConninfo()))
    , app(connectTo(database->appConninfo()))
    , owner(data().addUser(u"owner@a.test"_s))
    , ada(data().addUser(u"ada@a.test"_s))
    , ben(data().addUser(u"ben@a.test"_s))
{ }

void AssigneeStage::open(const QString &name)
{
    workspace = data().addWorkspace(name, owner);
    for (int i = 0; i < Leads; ++i)
        lead = data().addLead(workspace, {});
}

QSet<QUuid> AssigneeStage::answeredLeads() const
{
    const PgParams params = PgParams() << workspace;
    const PgResult leads
        = data().run("select id, assigned_to_user_id from lead where workspace_id = $1::uuid", params);
    const PgResult messages = data().run(
        "select lead_id, direction, sent_by_user_id from message where workspace_id = $1::uuid", params);
    QSet<QUuid> answered;
    for (int one = 0; one < leads.rowCount(); ++one) {
        for (int row = 0; row < messages.rowCount(); ++row) {
            if (!leads.isNull(one, 1) && messages.uuid(row, 0) == leads.uuid(one, 0)
                && messages.text(row, 1) == u"outbound"_s && !messages.isNull(row, 2)
                && messages.uuid(row, 2) == leads.uuid(one, 1))
                answered.insert(leads.uuid(one, 0));
        }
    }
    return answered;
}

QSet<QUuid> AssigneeStage::markedLeads() const
{
    const PgResult rows
        = data().run("select id from lead where workspace_id = $1::uuid and is_answered_by_assignee",
            PgParams() << workspace);
    QSet<QUuid> marked;
    for (int row = 0; row < rows.rowCount(); ++row)
        marked.insert(rows.uuid(row, 0));
    return marked;
}

Result<void> AssigneeStage::assign(PgConnection &pg, std::optional<UserId> person) const
{
    return persist(pg,
        "update lead set assigned_to_user_id = $3::uuid where workspace_id = $1::uuid and id = $2::uuid",
        PgParams() << workspace << lead << person);
}

Result<void> AssigneeStage::send(
    PgConnection &pg, std::optional<UserId> person, const QString &direction) const
{
    return persist(pg,
        "insert into message (workspace_id, lead_id, direction, body, sent_by_user_id)"
        " values ($1::uuid, $2::uuid, $4, 'x', $3::uuid)",
        PgParams() << workspace << lead << person << direction);
}

Result<void> AssigneeStage::change(PgConnection &pg, const QByteArray &what, const QByteArray &which) const
{
    return persist(pg, what + " where workspace_id = $1::uuid and lead_id = $2::uuid and " + which,
        PgParams() << workspace << lead);
}

} // namespace signalbox
