// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxjson.h"
#include "core/inbox/triagejson.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};
const LeadId Lead {QUuid(2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};
const UserId Ann {QUuid(3, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)};

Instant at(qint64 micros)
{
    return Instant(std::chrono::microseconds(1'790'000'000'000'000 + micros));
}

LeadState state()
{
    return {Lead, Ann, u"Ann"_s, at(123'456), u"qualified"_s, u"Interested"_s, at(1'000)};
}

OutboundSend message()
{
    OutboundSend send;
    send.id = SendId {newUuid()};
    send.lead = Lead;
    send.draft = DraftId {newUuid()};
    send.subject = u"Re: Prices"_s;
    send.body = u"Hello"_s;
    send.to = {u"a@x.io"_s};
    send.cc = {u"b@x.io"_s};
    send.state = OutboundSend::State::Failed;
    send.error = u"SMTP_550"_s;
    send.author = Ann;
    send.authorName = u"Ann"_s;
    send.runAt = at(8'000'000);
    send.createdAt = at(1);
    return send;
}

InternalNote note()
{
    return {NoteId {newUuid()}, Lead, Ann, u"Ann"_s, u"Call on Friday"_s, at(7)};
}

} // namespace

/// The bodies of triage survive the wire in both directions.
class tst_TriageJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadFields_keepWhatIsSetAndWhatIsNull_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nobody") << QByteArray(R"({"assignedToUserId":null})");
        QTest::newRow("somebody") << QByteArray(
            R"({"assignedToUserId":"00000003-0002-0003-0405-060708090a0b"})");
        QTest::newRow("awake") << QByteArray(R"({"snoozedUntil":null})");
        QTest::newRow("snoozed") << QByteArray(R"({"snoozedUntil":"2026-02-18T05:52:00.123456Z"})");
        QTest::newRow("a status") << QByteArray(R"({"status":"qualified"})");
        QTest::newRow("no tag") << QByteArray(R"({"sentimentTag":null})");
        QTest::newRow("nothing") << QByteArray("{}");
    }
    void leadFields_keepWhatIsSetAndWhatIsNull()
    {
        QFETCH(QByteArray, json);
        const auto fields = decodeLeadFields(QJsonDocument::fromJson(json).object());
        QVERIFY2(fields, fields ? "" : qPrintable(describe(fields.error())));
        QCOMPARE(QJsonDocument(encodeLeadFields(*fields)).toJson(QJsonDocument::Compact), json);
    }

    void leadOutcome_doneAndConflict()
    {
        LeadState before = state();
        before.assignedTo.reset();
        before.assignedToName.clear();
        before.snoozedUntil.reset();
        const auto done = decodeLeadOutcome(encodeLeadOutcome({false, before, state()}));
        QVERIFY2(done, done ? "" : qPrintable(describe(done.error())));
        QVERIFY(!done->isConflict);
        QCOMPARE(done->before, before);
        QCOMPARE(done->current, state());
        const auto conflict = decodeLeadOutcome(encodeLeadOutcome({true, {}, state()}));
        QVERIFY(conflict.has_value() && conflict->isConflict);
        QCOMPARE(conflict->current, state());
        QVERIFY(!decodeLeadOutcome({{u"success"_s, true}}));
    }

    void bulkOutcome_andSelection()
    {
        const BulkOutcome outcome {1, 2, {state()}, {{Lead, u"NOT_FOUND"_s}}};
        const auto read = decodeBulkOutcome(encodeBulkOutcome(outcome));
        QVERIFY(read.has_value());
        QCOMPARE(read->changed, 1);
        QCOMPARE(read->unchanged, 2);
        QCOMPARE(read->before, outcome.before);
        QCOMPARE(read->refused.first().code, u"NOT_FOUND"_s);
        const LeadSelection some {.leads = {Lead}};
        QCOMPARE(*decodeSelection(encodeSelection(some), Acme), some);
        const LeadSelection all {.leads = {Lead},
            .allOf = InboxQuery {.workspace = Acme,
                .category = InboxCategory::Attention,
                .search = u"zoë & co"_s,
                .channels = {Channel::Email, Channel::Sms},
                .score = ScoreFilter::AtLeast3,
                .sort = InboxSort::Name}};
        QCOMPARE(*decodeSelection(encodeSelection(all), Acme), all);
    }

    void draftOutcome_withSendAndConflict()
    {
        const Draft draft {
            .id = DraftId {newUuid()}, .content = u"Hi"_s, .createdAt = at(1), .updatedAt = at(2)};
        const auto done = decodeDraftOutcome(encodeDraftOutcome({false, draft, message()}));
        QVERIFY(done.has_value() && !done->isConflict);
        QCOMPARE(done->current, std::optional(draft));
        QCOMPARE(done->send->to, message().to);
        const auto conflict = decodeDraftOutcome(encodeDraftOutcome({true, std::nullopt, std::nullopt}));
        QVERIFY(conflict.has_value() && conflict->isConflict && !conflict->current);
    }

    void send_everyState()
    {
        for (const auto value :
            {OutboundSend::State::Queued, OutboundSend::State::Sending, OutboundSend::State::Sent,
                OutboundSend::State::Failed, OutboundSend::State::Unknown, OutboundSend::State::Cancelled}) {
            OutboundSend send = message();
            send.state = value;
            const auto read = decodeSend(encodeSend(send));
            QVERIFY(read.has_value());
            QCOMPARE(*read, send);
        }
        QJsonObject odd = encodeSend(message());
        odd.insert(u"state"_s, u"lost"_s);
        QCOMPARE(decodeSend(odd, u"sends[0]"_s).error().field, u"sends[0].state"_s);
    }

    void view_andAssignee()
    {
        const SavedView view {newUuid(), u"Hot"_s,
            {.workspace = Acme, .category = InboxCategory::Responses, .score = ScoreFilter::Exactly4}, true,
            false, 3};
        QCOMPARE(*decodeView(encodeView(view), Acme), view);
        QJsonObject broken = encodeView(view);
        broken.insert(u"query"_s, QJsonObject {{u"scoreFilter"_s, u"9"_s}});
        QCOMPARE(decodeView(broken, Acme).error().field, u"scoreFilter"_s);
        const Assignee person {Ann, u"Ann"_s, u"ann@x.io"_s, u"SETTER"_s};
        QCOMPARE(*decodeAssignee(encodeAssignee(person)), person);
    }

    void detail_carriesNotesSendsAndUnread()
    {
        ConversationDetail detail;
        detail.conversation.lead.id = Lead;
        detail.conversation.lead.workspace = Acme;
        detail.conversation.isUnread = true;
        detail.notes = {note(), note()};
        detail.sends = {message()};
        const QJsonObject body = encodeDetail(detail);
        const auto read = decodeDetail(body);
        QVERIFY2(read, read ? "" : qPrintable(describe(read.error())));
        QVERIFY(read->conversation.isUnread);
        QCOMPARE(read->notes, detail.notes);
        QCOMPARE(read->sends, detail.sends);
        // A service that knows neither is read all the same.
        QJsonObject older = body.value(u"data"_s).toObject();
        older.remove(u"notes"_s);
        older.remove(u"sends"_s);
        older.remove(u"isUnread"_s);
        const auto old = decodeDetail({{u"success"_s, true}, {u"data"_s, older}});
        QVERIFY(old.has_value() && old->notes.isEmpty() && !old->conversation.isUnread);
        older.insert(u"notes"_s, QJsonArray {QJsonObject {{u"id"_s, 4}}});
        QCOMPARE(
            decodeDetail({{u"success"_s, true}, {u"data"_s, older}}).error().field, u"data.notes[0].id"_s);
    }
};

QTEST_APPLESS_MAIN(tst_TriageJson)
#include "tst_triagejson.moc"
