// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/storage/pgconnection.h"

#include <random>

namespace signalbox {

/// Writes to a few leads at times that are often equal and lie around midnights, in every way there is.
class CampaignWriter
{
public:
    CampaignWriter(PgConnection &pg, WorkspaceId workspace, unsigned seed)
        : m_pg(pg)
        , m_workspace(workspace)
        , m_random(seed)
    { }

    /// False: it was refused. A deadlock is the database's honest answer, and so is that another writer has
    /// deleted what this one refers to.
    Result<bool> writeOne();

private:
    int pick(int n) { return int(m_random() % unsigned(n)); }
    QByteArray number(int n) { return QByteArray::number(pick(n)); }
    QByteArray oneOf(std::initializer_list<const char *> values)
    {
        return values.begin()[pick(int(values.size()))];
    }
    QByteArray time()
    {
        return "(timestamptz '2026-03-01 00:00Z' + interval '3 hours' * " + number(40) + ")";
    }
    QByteArray channel() { return oneOf({"'email'", "'sms'", "'linkedin'"}); }
    QByteArray disposition()
    {
        return oneOf({"'AUTO_SENT'", "'EDITED'", "null"}) + "::ai_draft_response_disposition";
    }
    QByteArray direction() { return oneOf({"'inbound'", "'outbound'", "'outbound'"}); }
    QByteArray one(const QByteArray &table)
    {
        return "(select id from " + table + " where workspace_id = $1::uuid order by md5(id::text || "
            + number(99) + ") limit 1)";
    }
    QByteArray some(const QByteArray &table)
    {
        return " where workspace_id = $1::uuid and id in (select id from " + table
            + " where workspace_id = $1::uuid order by md5(id::text || $2::int) limit "
            + QByteArray::number(1 + pick(3)) + ")";
    }

    QByteArray statement();
    QByteArray ofMessages();
    QByteArray ofDrafts();
    QByteArray ofLeads();
    QByteArray ofEnrollments();

    PgConnection &m_pg;
    WorkspaceId m_workspace;
    std::mt19937 m_random;
};

} // namespace signalbox
