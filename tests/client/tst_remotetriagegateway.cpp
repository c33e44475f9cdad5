// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/remotetriagegateway.h"
#include "core/inbox/triagejson.h"
#include "tests/client/scriptedserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/waitlimit.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};
const LeadId Lead {QUuid::fromString(u"22222222-2222-4222-8222-222222222222"_s)};
const UserId Ann {QUuid::fromString(u"11111111-1111-4111-8111-111111111111"_s)};
const DraftId Waiting {QUuid::fromString(u"44444444-4444-4444-8444-444444444444"_s)};
const SendId Send {QUuid::fromString(u"55555555-5555-4555-8555-555555555555"_s)};
const QUuid Key = QUuid::fromString(u"99999999-9999-4999-8999-999999999999"_s);
const QByteArray OfAcme = "?clientId=33333333-3333-4333-8333-333333333333 ";
const QByteArray LeadRoot = "POST /api/inbox/conversations/22222222-2222-4222-8222-222222222222/";
const QByteArray DraftRoot = "POST /api/drafts/44444444-4444-4444-8444-444444444444/";

QByteArray ok(const QJsonObject &body, int status = 200)
{
    return ScriptedServer::answer(status, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

LeadState stateOf(const QString &status)
{
    return {.lead = Lead, .status = status};
}

OutboundSend queued()
{
    OutboundSend send;
    send.id = Send;
    send.lead = Lead;
    send.body = u"Hello"_s;
    send.to = {u"a@x.io"_s};
    send.author = Ann;
    return send;
}

} // namespace

/// What the console puts on the wire for each write, and what it makes of every kind of answer.
class tst_RemoteTriageGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<ApiClient>(ApiClient::Config {.server = m_server->url()}, m_clock);
        m_client->setSession({u"one"_s, u"r1"_s, m_clock.now() + std::chrono::hours(1), {}});
        m_triage = std::make_unique<RemoteTriageGateway>(*m_client);
    }
    void cleanup()
    {
        QTRY_COMPARE(m_client->callsInFlight(), 0);
        QCOMPARE(m_server->nothingLeft(), QString());
        m_triage.reset();
        m_client.reset();
    }

    void change_eachField_hasItsRoute_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("assign") << QByteArray(
            "assign") << QByteArray(R"({"assignedToUserId":"11111111-1111-4111-8111-111111111111"})");
        QTest::newRow("nobody") << QByteArray("assign") << QByteArray(R"({"assignedToUserId":null})");
        QTest::newRow("snooze") << QByteArray("snooze")
                                << QByteArray(R"({"snoozedUntil":"2026-02-18T05:52:00.123456Z"})");
        QTest::newRow("status") << QByteArray("status") << QByteArray(R"({"status":"qualified"})");
        QTest::newRow("sentiment") << QByteArray("sentiment") << QByteArray(R"({"sentimentTag":null})");
        QTest::newRow("sentiment with its status")
            << QByteArray("sentiment") << QByteArray(R"({"sentimentTag":"New","status":"new"})");
    }
    void change_eachField_hasItsRoute()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, json);
        const QJsonObject set = QJsonDocument::fromJson(json).object();
        m_server->expect(
            LeadRoot + verb + OfAcme, ok(encodeLeadOutcome({false, stateOf(u"new"_s), stateOf(u"x"_s)})));
        const auto fields = decodeLeadFields(set);
        const auto outcome = wait(m_triage->changeLead(Acme, Lead, *fields, *fields, Key));
        QVERIFY2(outcome, outcome ? "" : qPrintable(describe(outcome.error())));
        QCOMPARE(outcome->current.status, u"x"_s);
        QJsonObject expected = set;
        expected.insert(u"expected"_s, set);
        QCOMPARE(sentBody(), expected);
        QCOMPARE(sentKey(), "99999999-9999-4999-8999-999999999999"_ba);
    }

    void change_conflict_isAnOutcome()
    {
        QJsonObject problem = encodeLeadOutcome({true, {}, stateOf(u"qualified"_s)});
        problem.insert(u"code"_s, u"CONFLICT"_s);
        problem.insert(u"success"_s, false);
        m_server->expect(LeadRoot + "status", ok(problem, 409));
        const auto outcome
            = wait(m_triage->changeLead(Acme, Lead, {.status = u"new"_s}, {.status = u"new"_s}, Key));
        QVERIFY2(outcome, outcome ? "" : qPrintable(describe(outcome.error())));
        QVERIFY(outcome->isConflict);
        QCOMPARE(outcome->current.status, u"qualified"_s);
    }

    void change_otherRefusals_areErrors()
    {
        m_server->expect(
            LeadRoot + "status", ok({{u"success"_s, false}, {u"code"_s, u"IDEMPOTENCY_IN_PROGRESS"_s}}, 409));
        const auto busy
            = wait(m_triage->changeLead(Acme, Lead, {.status = u"new"_s}, {.status = u"new"_s}, Key));
        QCOMPARE(busy.error().kind, Error::Kind::Conflict);
        QCOMPARE(busy.error().code, u"IDEMPOTENCY_IN_PROGRESS"_s);
        m_server->expect(LeadRoot + "status", ok({{u"code"_s, u"FORBIDDEN"_s}}, 403));
        const auto denied
            = wait(m_triage->changeLead(Acme, Lead, {.status = u"new"_s}, {.status = u"new"_s}, Key));
        QCOMPARE(denied.error().kind, Error::Kind::Denied);
        // A deadlock, say: a conflict that says nothing about the lead.
        m_server->expect(LeadRoot + "status", ok({{u"code"_s, u"CONFLICT"_s}}, 409));
        const auto bare
            = wait(m_triage->changeLead(Acme, Lead, {.status = u"new"_s}, {.status = u"new"_s}, Key));
        QCOMPARE(bare.error().kind, Error::Kind::Conflict);
        m_server->expect(LeadRoot + "status", ScriptedServer::answer(409, "<html>"));
        QCOMPARE(wait(m_triage->changeLead(Acme, Lead, {.status = u"new"_s}, {.status = u"new"_s}, Key))
                     .error()
                     .kind,
            Error::Kind::Conflict);
    }

    void bulk_sendsTheSelection()
    {
        m_server->expect("POST /api/inbox/bulk" + OfAcme, ok(encodeBulkOutcome({.changed = 7})));
        const LeadSelection all {
            .leads = {Lead}, .allOf = InboxQuery {.workspace = Acme, .category = InboxCategory::AiReview}};
        const auto outcome = wait(m_triage->changeLeads(Acme, all, {.status = u"new"_s}, Key));
        QCOMPARE(outcome->changed, 7);
        QCOMPARE(sentBody().value(u"selection"_s).toObject(), encodeSelection(all));
        m_server->expect("POST /api/inbox/bulk",
            ok({{u"code"_s, u"SELECTION_TOO_LARGE"_s}, {u"field"_s, u"selection"_s}}, 400));
        const auto large = wait(m_triage->changeLeads(Acme, all, {.status = u"new"_s}, Key));
        QCOMPARE(large.error().code, u"SELECTION_TOO_LARGE"_s);
    }

    void drafts_everyWrite()
    {
        const Instant seen = *parseIso(u"2026-02-18T05:52:00.123456Z");
        const QJsonObject version {{u"updatedAt"_s, u"2026-02-18T05:52:00.123456Z"_s}};
        const QByteArray sent = ok(encodeDraftOutcome({false, std::nullopt, queued()}));
        m_server->expect(DraftRoot + "approve ", sent);
        const auto approved = wait(m_triage->approveDraft(Waiting, std::nullopt, seen, Key));
        QCOMPARE(approved->send->id, Send);
        QCOMPARE(sentBody(), QJsonObject({{u"expected"_s, version}}));
        m_server->expect(DraftRoot + "approve ", sent);
        QVERIFY(wait(m_triage->approveDraft(Waiting, u"Mine"_s, seen, Key)));
        QCOMPARE(sentBody().value(u"content"_s).toString(), u"Mine"_s);
        m_server->expect(DraftRoot + "edit ", sent);
        QVERIFY(wait(m_triage->editDraft(Waiting, u"Mine"_s, seen, Key)));
        m_server->expect(DraftRoot + "reject ", sent);
        QVERIFY(wait(m_triage->rejectDraft(Waiting, seen, Key)));
        QJsonObject problem = encodeDraftOutcome({true, std::nullopt, std::nullopt});
        problem.insert(u"code"_s, u"CONFLICT"_s);
        m_server->expect(DraftRoot + "unapprove ", ok(problem, 409));
        QVERIFY(wait(m_triage->unapproveDraft(Waiting, Key))->isConflict);
    }

    void messages_areSentAndTakenBack()
    {
        const QByteArray answer = ok({{u"success"_s, true}, {u"send"_s, encodeSend(queued())}});
        m_server->expect(LeadRoot + "messages" + OfAcme, answer);
        const NewMessage message {.lead = Lead, .subject = u"S"_s, .body = u"B"_s, .cc = {u"c@x.io"_s}};
        QCOMPARE(wait(m_triage->sendMessage(Acme, message, Key))->id, Send);
        QCOMPARE(sentBody(), encodeNewMessage(message));
        const QByteArray cancel = "POST /api/sends/55555555-5555-4555-8555-555555555555/cancel ";
        m_server->expect(cancel, answer);
        QVERIFY(wait(m_triage->cancelSend(Send, Key)));
        m_server->expect(cancel, ok({{u"code"_s, u"ALREADY_CLAIMED"_s}}, 409));
        const auto late = wait(m_triage->cancelSend(Send, Key));
        QCOMPARE(late.error().kind, Error::Kind::Conflict);
        QCOMPARE(late.error().code, u"ALREADY_CLAIMED"_s);
    }

    void notesAndReadMarks()
    {
        const InternalNote note {NoteId {Key}, Lead, Ann, u"Ann"_s, u"T"_s, m_clock.now()};
        m_server->expect(
            LeadRoot + "notes" + OfAcme, ok({{u"success"_s, true}, {u"note"_s, encodeNote(note)}}));
        QCOMPARE(*wait(m_triage->addNote(Acme, Lead, u"T"_s, Key)), note);
        m_server->expect(LeadRoot + "read" + OfAcme, ok({{u"success"_s, true}, {u"read"_s, false}}));
        QVERIFY(wait(m_triage->markRead(Acme, Lead, false, Key)));
        QCOMPARE(sentBody(), QJsonObject({{u"read"_s, false}}));
    }

    void views_areReadSavedAndRemoved()
    {
        const SavedView view {
            Key, u"Hot"_s, {.workspace = Acme, .score = ScoreFilter::Exactly4}, true, true, 1};
        const QJsonArray list {encodeView(view)};
        m_server->expect("GET /api/inbox/views" + OfAcme, ok({{u"success"_s, true}, {u"views"_s, list}}));
        QCOMPARE(*wait(m_triage->fetchViews(Acme)), QList {view});
        m_server->expect(
            "POST /api/inbox/views" + OfAcme, ok({{u"success"_s, true}, {u"view"_s, encodeView(view)}}));
        SavedView fresh = view;
        fresh.id = {};
        QCOMPARE(*wait(m_triage->saveView(Acme, fresh, Key)), view);
        QVERIFY(sentBody().value(u"id"_s).isNull());
        m_server->expect("DELETE /api/inbox/views/99999999-9999-4999-8999-999999999999" + OfAcme,
            ok({{u"success"_s, true}}));
        QVERIFY(wait(m_triage->removeView(Acme, view.id, Key)));
        QCOMPARE(sentKey(), "99999999-9999-4999-8999-999999999999"_ba);
    }

    void assigneesAndNames()
    {
        const Assignee person {Ann, u"Ann"_s, u"ann@x.io"_s, u"SETTER"_s};
        m_server->expect("GET /api/inbox/assignees" + OfAcme,
            ok({{u"success"_s, true}, {u"assignees"_s, QJsonArray {encodeAssignee(person)}}}));
        QCOMPARE(*wait(m_triage->fetchAssignees(Acme)), QList {person});
        m_server->expect("GET /api/inbox/lead-names?clientId=33333333-3333-4333-8333-333333333333&ids="
                         "22222222-2222-4222-8222-222222222222",
            ok({{u"success"_s, true}, {u"names"_s, QJsonObject {{Lead.toString(), u"Ada"_s}}}}));
        const auto names = wait(m_triage->fetchLeadNames(Acme, {Lead}));
        QCOMPARE(names->value(Lead), u"Ada"_s);
    }

private:
    template <typename T> Result<T> wait(const Reply<T> &reply)
    {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, WaitLimit))
            return Error::internal(u"no answer within five seconds"_s);
        return reply.future().result();
    }
    QJsonObject sentBody() const
    {
        return QJsonDocument::fromJson(m_server->requests().last().body).object();
    }
    QByteArray sentKey() const { return m_server->requests().last().headers.value("idempotency-key"); }

    ManualClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<RemoteTriageGateway> m_triage;
};

QTEST_GUILESS_MAIN(tst_RemoteTriageGateway)

#include "tst_remotetriagegateway.moc"
