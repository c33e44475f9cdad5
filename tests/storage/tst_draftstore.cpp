// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/triagejson.h"
#include "core/storage/countsstore.h"
#include "core/storage/inboxstore.h"
#include "tests/storage/triagedata.h"

#include <barrier>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Drafts and the messages made of them: the life cycle of domain §1.4.4, the undo window, and that whatever
/// happens at once a draft leaves at most once (DESIGN §8.19, D9).
class tst_DraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_data = std::make_unique<TriageData>();
        m_draft = m_data->addDraft(m_data->own);
        m_version = m_data->draftVersion(m_draft);
    }
    void cleanup()
    {
        QCOMPARE(verifyCounts(*m_data->admin, m_data->workspace)->size(), 0);
        m_data.reset();
    }

    void eachRole_onAForeignOrOwnDraft_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("others");
        QTest::newRow("owner") << u"OWNER"_s << u"done"_s << u"done"_s;
        QTest::newRow("manager") << u"INBOX_MANAGER"_s << u"done"_s << u"done"_s;
        QTest::newRow("setter") << u"SETTER"_s << u"done"_s << u"not_found"_s;
        QTest::newRow("portal") << u"CLIENT_PORTAL"_s << u"denied"_s << u"denied"_s;
        QTest::newRow("another workspace's owner") << u"stranger"_s << u"not_found"_s << u"not_found"_s;
    }
    void eachRole_onAForeignOrOwnDraft()
    {
        QFETCH(QString, role);
        QFETCH(QString, own);
        QFETCH(QString, others);
        const QHash<QString, UserId> people {{u"OWNER"_s, m_data->owner},
            {u"INBOX_MANAGER"_s, m_data->manager}, {u"SETTER"_s, m_data->setter},
            {u"CLIENT_PORTAL"_s, m_data->portal}, {u"stranger"_s, m_data->stranger}};
        const UserId user = people.value(role);
        const auto kind = [](const Result<DraftOutcome> &result) {
            return result ? u"done"_s : QString(kindName(result.error().kind));
        };
        QCOMPARE(kind(m_data->approve(user, m_draft, m_version)), own);
        const DraftId foreign = m_data->addDraft(m_data->others);
        QCOMPARE(kind(m_data->as(user,
                     [&] {
                         return rejectDraft(
                             *m_data->app, user, foreign, m_data->draftVersion(foreign), m_data->now);
                     })),
            others);
    }

    void approve_leavesTheReviewAtOnceAndWaitsForTheWindow()
    {
        QCOMPARE(reviews(), 1);
        const auto outcome = m_data->approve(m_data->setter, m_draft, m_version);
        QVERIFY2(outcome, outcome ? "" : qPrintable(describe(outcome.error())));
        QVERIFY(!outcome->isConflict);
        QVERIFY(!outcome->current);
        QVERIFY(outcome->send.has_value());
        QCOMPARE(outcome->send->to, QStringList({u"lead@x.io"_s}));
        QVERIFY(outcome->send->runAt == m_data->now + 8s);
        QCOMPARE(reviews(), 0);
        QCOMPARE(draftRow(), u"approved APPROVED"_s);
        QVERIFY(claim(m_data->now + 7s).isEmpty());
        const auto detail = loadConversation(
            *m_data->app, {m_data->setter, m_data->workspace, u"SETTER"_s}, m_data->own, {});
        QCOMPARE(detail->sends.size(), 1);
        QCOMPARE(detail->sends.first(), *outcome->send);
    }

    void approve_withAnotherText_isEdited_andUndoneItIsAsBefore()
    {
        const auto outcome = m_data->approve(m_data->setter, m_draft, m_version, u"My own words"_s);
        QCOMPARE(outcome->send->body, u"My own words"_s);
        QCOMPARE(draftRow(), u"approved EDITED"_s);
        const auto undone = m_data->unapprove(m_data->setter, m_draft);
        QVERIFY(undone.has_value() && !undone->isConflict);
        QCOMPARE(undone->current->content, u"Machine's text"_s);
        QCOMPARE(draftRow(), u"pending "_s);
        QCOMPARE(reviews(), 1);
        QVERIFY(claim(m_data->now + 1h).isEmpty());
        QVERIFY(m_data->unapprove(m_data->setter, m_draft)->isConflict);
    }

    void edit_thenApprove_isEdited()
    {
        const auto edited = m_data->as(m_data->setter, [&] {
            return editDraft(*m_data->app, m_data->setter, m_draft, u"Better"_s, m_version, m_data->now);
        });
        QVERIFY(edited.has_value() && !edited->isConflict);
        QCOMPARE(edited->current->content, u"Better"_s);
        QVERIFY(m_data->approve(m_data->setter, m_draft, m_version)->isConflict);
        QVERIFY(!m_data->approve(m_data->setter, m_draft, edited->current->updatedAt)->isConflict);
        QCOMPARE(draftRow(), u"approved EDITED"_s);
    }

    void edit_isNotReplacedByTheMachinesNextVersion()
    {
        const auto arrive = [&](const QString &content) {
            QVERIFY(m_data->admin->run("IngestUpdateDraft"_L1,
                PgParams() << m_data->workspace << m_data->own << m_draft
                           << QString(u"{\"content\":\"%1\",\"auto_send_reason\":\"why\"}"_s.arg(content))));
        };
        const auto content = [&] {
            return m_data->text(
                "select content || coalesce(auto_send_reason, '') from ai_draft where id = $1::uuid",
                PgParams() << m_draft);
        };
        arrive(u"Second thoughts"_s);
        QCOMPARE(content(), u"Second thoughtswhy"_s);
        const Instant seen = m_data->draftVersion(m_draft);
        QVERIFY(m_data->as(m_data->setter,
            [&] { return editDraft(*m_data->app, m_data->setter, m_draft, u"Mine"_s, seen, m_data->now); }));
        arrive(u"Third thoughts"_s);
        QCOMPARE(content(), u"Minewhy"_s);
    }

    void reject_isFinal_andALateApprovalSeesTheNextDraft()
    {
        const DraftId second = m_data->addDraft(m_data->own, u"Another"_s);
        const auto rejected = m_data->as(m_data->owner,
            [&] { return rejectDraft(*m_data->app, m_data->owner, m_draft, m_version, m_data->now); });
        QVERIFY(rejected.has_value() && !rejected->isConflict);
        QCOMPARE(rejected->current->id, second);
        const auto late = m_data->approve(m_data->setter, m_draft, m_version);
        QVERIFY(late.has_value() && late->isConflict);
        QCOMPARE(late->current->id, second);
        QCOMPARE(sendCount(), 0);
    }

    void approve_aLeadThatOptedOut_isRefused()
    {
        InboxData(*m_data->admin)
            .run("update lead set status = 'blacklisted' where id = $1::uuid", PgParams() << m_data->own);
        const auto refused = m_data->approve(m_data->owner, m_draft, m_version);
        QCOMPARE(refused.error().code, u"LEAD_BLACKLISTED"_s);
        QCOMPARE(draftRow(), u"pending "_s);
    }

    void optOut_betweenApprovalAndClaim_cancelsTheMessage()
    {
        QVERIFY(m_data->approve(m_data->owner, m_draft, m_version));
        InboxData(*m_data->admin)
            .run(
                "update lead set sentiment_tag = 'Blacklist' where id = $1::uuid", PgParams() << m_data->own);
        QVERIFY(claim(m_data->now + 1h).isEmpty());
        QCOMPARE(m_data->text("select state || ' ' || error_code from outbound_send", {}),
            u"cancelled LEAD_BLACKLISTED"_s);
    }

    void approve_aLeadWithoutAddress_namesTheField()
    {
        InboxData(*m_data->admin)
            .run("update lead set email = null where id = $1::uuid", PgParams() << m_data->own);
        const auto refused = m_data->approve(m_data->owner, m_draft, m_version);
        QCOMPARE(refused.error().code, u"NO_ADDRESS"_s);
        QCOMPARE(refused.error().field, u"to"_s);
    }

    void twoApprovalsAtOnce_makeOneSend()
    {
        const auto first = connectTo(m_data->database->appConninfo());
        const auto second = connectTo(m_data->database->appConninfo());
        for (int round = 0; round < 20; ++round) {
            const DraftId draft = m_data->addDraft(m_data->own);
            const Instant version = m_data->draftVersion(draft);
            std::barrier start(2);
            std::atomic<int> done = 0;
            std::atomic<int> conflicts = 0;
            const auto approve = [&](PgConnection *pg, UserId user) {
                start.arrive_and_wait();
                const auto outcome = pg->transaction({.user = user, .readOnly = false},
                    [&] { return approveDraft(*pg, user, draft, {}, version, m_data->now); });
                if (outcome)
                    ++(outcome->isConflict ? conflicts : done);
            };
            std::thread one(approve, first.get(), m_data->owner);
            std::thread two(approve, second.get(), m_data->setter);
            one.join();
            two.join();
            QCOMPARE(done.load(), 1);
            QCOMPARE(conflicts.load(), 1);
        }
        QCOMPARE(sendCount(), 20);
    }

    void undoAgainstClaim_exactlyOneWins()
    {
        const auto other = connectTo(m_data->database->appConninfo());
        int undone = 0;
        constexpr int Rounds = 200;
        for (int round = 0; round < Rounds; ++round) {
            const DraftId draft = m_data->addDraft(m_data->own);
            const auto approved = m_data->approve(m_data->owner, draft, m_data->draftVersion(draft));
            QVERIFY(approved.has_value() && approved->send.has_value());
            std::barrier start(2);
            bool isClaimed = false;
            std::thread worker([&] {
                start.arrive_and_wait();
                const auto claimed = claimDueSends(*other, m_data->now + 1h);
                isClaimed = claimed.has_value() && !claimed->isEmpty();
            });
            start.arrive_and_wait();
            const auto outcome = m_data->unapprove(m_data->owner, draft);
            worker.join();
            QVERIFY2(outcome, outcome ? "" : qPrintable(describe(outcome.error())));
            const bool isUndone = !outcome->isConflict;
            QVERIFY2(isUndone != isClaimed, isUndone ? "both won" : "neither won");
            undone += int(isUndone);
            const QString state = m_data->text(
                "select s.state || ' ' || d.status from outbound_send s join ai_draft d on d.id = s.draft_id"
                " where s.id = $1::uuid",
                PgParams() << approved->send->id);
            QCOMPARE(state, isUndone ? u"cancelled pending"_s : u"sending approved"_s);
        }
        qInfo("%d of %d undone", undone, Rounds);
    }

    void finish_sent_isAMessageOnce()
    {
        const SendId send = claimed();
        const SendOutcome sent {OutboundSend::State::Sent, {}, u"provider-1"_s};
        QVERIFY(finishSend(*m_data->app, m_data->workspace, send, sent, m_data->now));
        QVERIFY(finishSend(*m_data->app, m_data->workspace, send,
            {OutboundSend::State::Failed, u"LATE"_s, {}}, m_data->now));
        QCOMPARE(m_data->text("select state from outbound_send", {}), u"sent"_s);
        QCOMPARE(m_data->text("select string_agg(direction || ' ' || sent_by || ' ' || (ai_draft_id = "
                              "$1::uuid), ',') from message",
                     PgParams() << m_draft),
            u"outbound setter true"_s);
        QCOMPARE(loadCounts(*m_data->app, owner())->counts.allResponses, 2);
        QVERIFY(m_data->unapprove(m_data->owner, m_draft)->isConflict);
    }

    void finish_failed_givesTheDraftBack()
    {
        const SendId send = claimed();
        QVERIFY(finishSend(*m_data->app, m_data->workspace, send,
            {OutboundSend::State::Failed, u"SMTP_550"_s, {}}, m_data->now));
        QCOMPARE(draftRow(), u"pending "_s);
        const auto sends = loadConversation(*m_data->app, owner(), m_data->own, {})->sends;
        QCOMPARE(sends.size(), 1);
        QCOMPARE(sends.first().error, u"SMTP_550"_s);
        // A second try is a second message, and that one may go.
        QVERIFY(!m_data->approve(m_data->owner, m_draft, m_data->draftVersion(m_draft))->isConflict);
    }

    void finish_unknown_isNeverSentAgain()
    {
        const SendId send = claimed();
        QVERIFY(finishSend(*m_data->app, m_data->workspace, send, {}, m_data->now));
        QCOMPARE(draftRow(), u"approved APPROVED"_s);
        QVERIFY(claim(m_data->now + 24h).isEmpty());
        QVERIFY(m_data->unapprove(m_data->owner, m_draft)->isConflict);
        const auto again = m_data->admin->runSql(
            "insert into outbound_send (workspace_id, lead_id, draft_id, author_user_id, channel, body,"
            " recipients, run_at) select workspace_id, lead_id, draft_id, author_user_id, channel, body,"
            " recipients, now() from outbound_send");
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"outbound_send_draft_key"_s);
    }

    void lockOrder_isThatOfTheLeads_andOfWhatIsSeen()
    {
        QMap<QByteArray, DraftId> byLead {{m_data->own.value.toRfc4122(), m_draft}};
        for (int i = 0; i < 20; ++i) {
            const LeadId lead = m_data->addLead(m_data->manager);
            byLead.insert(lead.value.toRfc4122(), m_data->addDraft(lead));
        }
        QList<DraftId> asked = byLead.values();
        std::ranges::reverse(asked);
        asked.append(DraftId {newUuid()});
        const auto ordered = [&](UserId user) {
            return *m_data->as(user, [&] { return draftsInLockOrder(*m_data->app, asked); });
        };
        QCOMPARE(ordered(m_data->owner), byLead.values());
        QCOMPARE(ordered(m_data->setter), QList<DraftId> {m_draft});
    }

    void message_byHand_isCancelledOrTooLate()
    {
        const auto write = [&] {
            return m_data->as(m_data->setter, [&]() -> Result<OutboundSend> {
                const auto writer = enterLead(*m_data->app, m_data->setter, m_data->own, {}, m_data->now);
                return sendMessage(*m_data->app, *writer,
                    {.lead = m_data->own, .subject = u"Hello"_s, .body = u"By hand"_s, .cc = {u"c@x.io"_s}});
            });
        };
        const auto cancel = [&](UserId user, SendId send) {
            return m_data->as(user, [&] { return cancelSend(*m_data->app, user, send, m_data->now); });
        };
        const auto first = write();
        QVERIFY2(first, first ? "" : qPrintable(describe(first.error())));
        QVERIFY(!first->draft);
        QCOMPARE(cancel(m_data->stranger, first->id).error().kind, Error::Kind::NotFound);
        QCOMPARE(cancel(m_data->portal, first->id).error().kind, Error::Kind::Denied);
        QCOMPARE(cancel(m_data->setter, first->id)->state, OutboundSend::State::Cancelled);
        QCOMPARE(cancel(m_data->setter, first->id)->state, OutboundSend::State::Cancelled);
        const auto second = write();
        QCOMPARE(claim(m_data->now + 8s).size(), 1);
        QCOMPARE(cancel(m_data->setter, second->id).error().code, u"ALREADY_CLAIMED"_s);
    }

private:
    InboxReader owner() const { return {m_data->owner, m_data->workspace, u"OWNER"_s}; }
    qint64 reviews() { return loadCounts(*m_data->app, owner())->counts.aiReview; }
    QList<ClaimedSend> claim(Instant now) { return *claimDueSends(*m_data->app, now); }
    SendId claimed()
    {
        const auto approved = m_data->approve(m_data->owner, m_draft, m_version);
        const auto sends = claim(m_data->now + 8s);
        return approved && sends.size() == 1 ? sends.first().send.id : SendId();
    }
    QString draftRow()
    {
        return m_data->text("select status || ' ' || coalesce(response_disposition::text, '') from ai_draft "
                            "where id = $1::uuid",
            PgParams() << m_draft);
    }
    qint64 sendCount()
    {
        return InboxData(*m_data->admin).run("select count(*) from outbound_send").integer(0, 0);
    }

    std::unique_ptr<TriageData> m_data;
    DraftId m_draft;
    Instant m_version {};
};

QTEST_GUILESS_MAIN(tst_DraftStore)
#include "tst_draftstore.moc"
