// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "core/storage/inboxreader.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

namespace signalbox {

/// A message as it lies in the database.
struct RawMessage
{
    QUuid id, lead;
    QString channel, direction, sentBy;
    std::optional<QUuid> user;
    Instant sentAt {};
};

/// A CRM row and its lead as they lie in the database, read one table at a time.
struct RawCrm
{
    QUuid id, lead;
    std::optional<Instant> interest;
    QString type, channel, campaign, storedMode;
    std::optional<QUuid> storedResponder;
    std::optional<int> scoreAtInterest;
    QString leadType, application, category, notes, pipeline;
    Instant createdAt {}, rowUpdatedAt {};
    QString status, tag, first, last, email, phone, job, company, website, linkedIn;
    std::optional<int> score;
    std::optional<Instant> snoozed, bookedAt, startAt, canceledAt;
    QString ghl, invitee, event, appointment;
    std::optional<QUuid> assignee, emailCampaign, smsCampaign, otherCampaign;
    Instant leadUpdatedAt {};
};

/// A workspace of random CRM rows with a person of every role, and what they must look like, worked out from
/// the raw rows by the definitions of domain §7.8 alone.
class CrmData
{
public:
    /// The two setters hold a part of the leads each. `leads` of them, from `seed`.
    explicit CrmData(int leads, quint32 seed);

    InboxReader reader(const QString &role) const;
    CrmQuery query() const;
    PgConnection &app() { return *m_app; }
    PgConnection &admin() { return *m_admin; }
    InboxData data() { return InboxData(*m_admin); }
    /// One more row, at a random place of the order.
    QUuid addRow();
    LeadId addLead(const QString &tag, std::optional<UserId> assignee);
    QUuid rowOf(LeadId lead);
    QString text(const QByteArray &sql, const PgParams &params) { return data().run(sql, params).text(0, 0); }

    /// Reads everything anew.
    void load();
    /// The rows of a query in its order, as `scope` sees them.
    QList<CrmRow> expectedRows(const CrmQuery &query, const std::optional<UserId> &scope) const;
    CrmSummary expectedSummary(const CrmQuery &query, const std::optional<UserId> &scope) const;

    std::unique_ptr<TestDatabase> database;
    UserId owner, adminUser, manager, setter, otherSetter, portal, stranger;
    WorkspaceId workspace, foreign;
    QList<QUuid> emailCampaigns, smsCampaigns, otherCampaigns;

private:
    int pick(int below);
    QString word(const QStringList &words);
    std::optional<Instant> time(int minutes, int nullPercent);
    void addPeople();
    void addRandomLead();
    void addMessages(LeadId lead, int count);
    void addTasks(LeadId lead);
    void loadRows();
    void loadMessages();

    bool matches(const RawCrm &raw, const CrmQuery &query, const std::optional<UserId> &scope) const;
    const RawMessage *answer(const RawCrm &raw) const;
    QString mode(const RawCrm &raw) const;
    std::optional<QUuid> responder(const RawCrm &raw) const;
    CrmRow row(const RawCrm &raw) const;

    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    quint32 m_state;
    int m_next = 0;
    QList<RawCrm> m_rows;
    QHash<QUuid, QList<RawMessage>> m_messages;
    QHash<QUuid, QList<Instant>> m_tasks;
    QHash<QUuid, QString> m_emails, m_campaigns;
};

} // namespace signalbox
