// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inboxstore.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

/// A conversation opened: its messages in order and in pages (domain §3.6, DESIGN §8.14).
class tst_Conversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        m_app = connectTo(m_database->appConninfo());
        InboxData data(*m_admin);
        m_owner = data.addUser(u"owner@a.test"_s);
    }

    void messages_ofTheSameInstant_areNotSplitByAPage()
    {
        InboxData data(*m_admin);
        const WorkspaceId workspace = data.addWorkspace(u"threads"_s, m_owner);
        const LeadId lead = data.addLead(workspace, {});
        data.run("insert into message (workspace_id, lead_id, direction, body, sent_at)"
                 " select $1::uuid, $2::uuid, 'inbound', i::text, timestamptz '2026-02-18 10:00:00+00' + (i "
                 "/ 4) * interval"
                 " '1 second' from generate_series(0, 19) i",
            PgParams() << workspace << lead);
        const InboxReader reader {m_owner, workspace, u"OWNER"_s};
        QSet<QString> bodies;
        int pages = 0;
        ConversationPart part {.limit = 3};
        while (true) {
            const auto detail = loadConversation(*m_app, reader, lead, part);
            QVERIFY2(detail.has_value(), detail ? "" : qPrintable(describe(detail.error())));
            for (const Message &message : detail->messages)
                bodies.insert(message.content);
            ++pages;
            if (!detail->hasEarlier)
                break;
            part.before = detail->messages.first().timestamp;
        }
        QCOMPARE(bodies.size(), 20);
        QCOMPARE(pages, 5);
    }

    void sender_followsTheRulesInOrder()
    {
        InboxData data(*m_admin);
        const WorkspaceId workspace = data.addWorkspace(u"senders"_s, m_owner);
        const LeadId lead = data.addLead(workspace, {});
        data.run("insert into message (workspace_id, lead_id, direction, source, sent_by, sent_by_user_id, "
                 "body, sent_at)"
                 " values ($1::uuid, $2::uuid, 'inbound', 'zrg', null, null, 'in', now() - interval '5 s'),"
                 " ($1::uuid, $2::uuid, 'outbound', 'inboxxia_campaign', 'setter', null, 'step', now() - "
                 "interval '4 s'),"
                 " ($1::uuid, $2::uuid, 'outbound', 'zrg', 'setter', null, 'setter', now() - interval '3 s'),"
                 " ($1::uuid, $2::uuid, 'outbound', 'zrg', null, $3::uuid, 'user', now() - interval '2 s'),"
                 " ($1::uuid, $2::uuid, 'outbound', 'zrg', 'ai', null, 'ai', now() - interval '1 s'),"
                 " ($1::uuid, $2::uuid, 'outbound', 'zrg', null, null, 'nobody', now())",
            PgParams() << workspace << lead << m_owner);
        const auto detail = loadConversation(*m_app, {m_owner, workspace, u"OWNER"_s}, lead, {});
        QVERIFY2(detail.has_value(), detail ? "" : qPrintable(describe(detail.error())));
        QList<Sender> senders;
        for (const Message &message : detail->messages)
            senders.append(message.sender);
        QCOMPARE(senders,
            (QList {Sender::Lead, Sender::Ai, Sender::Human, Sender::Human, Sender::Ai, Sender::Ai}));
    }

    void row_draftChip_onlyOnThePrimaryChannelOfAWritableLead()
    {
        InboxData data(*m_admin);
        const WorkspaceId workspace = data.addWorkspace(u"drafts"_s, m_owner);
        const InboxReader reader {m_owner, workspace, u"OWNER"_s};
        const LeadId lead = data.addLead(workspace, {});
        data.addMessage(workspace, lead, u"inbound"_s, u"hello"_s, u"email"_s);
        const auto hasDraft
            = [&] { return loadConversation(*m_app, reader, lead, {})->conversation.hasAiDraft; };
        QVERIFY(!hasDraft());
        data.run("insert into ai_draft (workspace_id, lead_id, channel, content) values ($1::uuid, $2::uuid, "
                 "'email', 'd')",
            PgParams() << workspace << lead);
        QVERIFY(hasDraft());
        data.run("update lead set status = 'blacklisted' where id = $1::uuid", PgParams() << lead);
        QVERIFY(!hasDraft());
        data.run("update lead set status = 'new' where id = $1::uuid", PgParams() << lead);
        data.addMessage(workspace, lead, u"inbound"_s, u"and by text"_s, u"sms"_s);
        QVERIFY(!hasDraft());
    }

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_app;
    UserId m_owner;
};

QTEST_GUILESS_MAIN(tst_Conversation)
#include "tst_conversation.moc"
