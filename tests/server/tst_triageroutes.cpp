// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/triagejson.h"
#include "core/storage/countsstore.h"
#include "tests/server/inboxservice.h"
#include "tests/storage/triagedata.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

QByteArray key()
{
    return newUuid().toByteArray(QUuid::WithoutBraces);
}

/// A message or note one of whose texts has that many characters.
QByteArray longBody(const char *channel, const char *member, int characters)
{
    QJsonObject body {{u"channel"_s, QString::fromLatin1(channel)}, {u"body"_s, u"x"_s}};
    if (QByteArrayView(channel) == "sms")
        body.insert(u"to"_s, QJsonArray {u"+4912345678"_s});
    body.insert(QString::fromLatin1(member), QString(characters, u'x'));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QJsonObject parse(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// The writes of triage over HTTP on a real database: every operation for every role, conflicts, keys, bad
/// input, and that the writer's next read shows what was written (DESIGN §8.19–20, ux §7).
class tst_TriageRoutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TriageData> m_data;
    std::unique_ptr<InboxService> m_inbox;
    QByteArray m_function;
    DraftId m_draft;

    QByteArray leadPath(LeadId lead, const QByteArray &verb) const
    {
        return "/api/inbox/conversations/" + lead.toString().toLatin1() + '/' + verb;
    }
    QByteArray client() const { return "clientId=" + m_data->workspace.toString().toLatin1(); }
    QString version() const { return toIsoMicros(m_data->draftVersion(m_draft)); }
    UserId person(const QString &role) const
    {
        const QHash<QString, UserId> people {{u"OWNER"_s, m_data->owner}, {u"ADMIN"_s, m_data->adminUser},
            {u"INBOX_MANAGER"_s, m_data->manager}, {u"SETTER"_s, m_data->setter},
            {u"CLIENT_PORTAL"_s, m_data->portal}, {u"stranger"_s, m_data->stranger}};
        return people.value(role);
    }
    QJsonObject statusBody(const QString &to, const QString &from) const
    {
        return {{u"status"_s, to}, {u"expected"_s, QJsonObject {{u"status"_s, from}}}};
    }
    qint64 countOf(const char *table) const
    {
        return InboxData(*m_data->admin).run(QByteArray("select count(*) from ") + table).integer(0, 0);
    }

    /// A request of one operation on the setter's own lead; repeatable after reset().
    struct Call
    {
        QByteArray path;
        QJsonObject body;
    };
    Call callOf(const QString &operation)
    {
        const auto on = [&](const QByteArray &verb) { return leadPath(m_data->own, verb); };
        const QByteArray draft = "/api/drafts/" + m_draft.toString().toLatin1() + '/';
        const QJsonObject seen {{u"updatedAt"_s, version()}};
        if (operation == "assign"_L1)
            return {on("assign"),
                {{u"assignedToUserId"_s, m_data->manager.toString()},
                    {u"expected"_s, QJsonObject {{u"assignedToUserId"_s, m_data->setter.toString()}}}}};
        if (operation == "snooze"_L1)
            return {on("snooze"),
                {{u"snoozedUntil"_s, toIso(m_data->now + std::chrono::hours(24))},
                    {u"expected"_s, QJsonObject {{u"snoozedUntil"_s, QJsonValue::Null}}}}};
        if (operation == "status"_L1)
            return {on("status"), statusBody(u"qualified"_s, u"new"_s)};
        if (operation == "sentiment"_L1)
            return {on("sentiment"),
                {{u"sentimentTag"_s, u"Objection"_s},
                    {u"expected"_s, QJsonObject {{u"sentimentTag"_s, u"Interested"_s}}}}};
        if (operation == "messages"_L1)
            return {on("messages"), {{u"channel"_s, u"email"_s}, {u"body"_s, u"Hello"_s}}};
        if (operation == "notes"_L1)
            return {on("notes"), {{u"text"_s, u"Ask about the budget"_s}}};
        if (operation == "read"_L1)
            return {on("read"), {{u"read"_s, true}}};
        if (operation == "bulk"_L1)
            return {"/api/inbox/bulk?" + client(),
                {{u"set"_s, QJsonObject {{u"status"_s, u"qualified"_s}}},
                    {u"selection"_s, QJsonObject {{u"leadIds"_s, QJsonArray {m_data->own.toString()}}}}}};
        if (operation == "approve"_L1 || operation == "reject"_L1)
            return {draft + operation.toLatin1(), {{u"expected"_s, seen}}};
        return {draft + "edit", {{u"content"_s, u"Mine"_s}, {u"expected"_s, seen}}};
    }
    /// Puts back what any operation changes.
    void reset()
    {
        InboxData data(*m_data->admin);
        data.run("delete from outbound_send");
        data.run("update lead set status = 'new', sentiment_tag = 'Interested', snoozed_until = null,"
                 " assigned_to_user_id = $2::uuid where id = $1::uuid",
            PgParams() << m_data->own << m_data->setter);
        data.run("update ai_draft set status = 'pending', content = 'Machine''s text', original_content = "
                 "null");
    }

private Q_SLOTS:
    void init()
    {
        const QByteArray function = QTest::currentTestFunction();
        if (function != m_function) {
            m_inbox.reset();
            m_data = std::make_unique<TriageData>();
            m_draft = m_data->addDraft(m_data->own);
            m_inbox = std::make_unique<InboxService>(m_data->database->appConninfo());
        }
        m_function = function;
    }
    void cleanup() { QCOMPARE(verifyCounts(*m_data->admin, m_data->workspace)->size(), 0); }
    void cleanupTestCase()
    {
        m_inbox.reset();
        m_data.reset();
    }

    void everyOperation_everyRole_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("status");
        for (const QString &operation : {u"assign"_s, u"snooze"_s, u"status"_s, u"sentiment"_s, u"messages"_s,
                 u"notes"_s, u"read"_s, u"bulk"_s, u"approve"_s, u"reject"_s, u"edit"_s}) {
            const auto row = [&](const QString &role, int status) {
                QTest::addRow("%s, %s", qPrintable(operation), qPrintable(role))
                    << role << operation << status;
            };
            for (const QString &role : {u"OWNER"_s, u"ADMIN"_s, u"INBOX_MANAGER"_s, u"SETTER"_s})
                row(role, 200);
            row(u"CLIENT_PORTAL"_s, 403);
            row(u"stranger"_s, operation == "bulk"_L1 ? 403 : 404);
            row(u"nobody"_s, 401);
        }
    }
    void everyOperation_everyRole()
    {
        QFETCH(QString, role);
        QFETCH(QString, operation);
        QFETCH(int, status);
        reset();
        const Call call = callOf(operation);
        const QByteArray once = key();
        const auto first = m_inbox->post(person(role), call.path, call.body, once);
        QVERIFY2(first.status == status, first.body.constData());
        if (status != 200) {
            QCOMPARE(first.json().value(u"success"_s), QJsonValue(false));
            return;
        }
        QCOMPARE(first.json().value(u"success"_s), QJsonValue(true));
        QVERIFY(first.header("idempotency-replayed").isEmpty());
        const auto again = m_inbox->post(person(role), call.path, call.body, once);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.header("idempotency-replayed"), QByteArray("true"));
        QCOMPARE(again.body, first.body);
        QVERIFY(countOf("outbound_send") <= 1);
    }

    void conflict_isAProblemWithTheCurrentState_alsoTheSecondTime()
    {
        const QByteArray path = leadPath(m_data->own, "status");
        const QByteArray once = key();
        const QJsonObject body = statusBody(u"qualified"_s, u"unqualified"_s);
        const auto refused = m_inbox->post(m_data->owner, path, body, once);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.header("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(refused.json().value(u"code"_s).toString(), u"CONFLICT"_s);
        QCOMPARE(refused.json().value(u"current"_s).toObject().value(u"status"_s).toString(), u"new"_s);
        InboxData(*m_data->admin).run("update lead set status = 'unqualified'");
        const auto again = m_inbox->post(m_data->owner, path, body, once);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.json().value(u"current"_s), refused.json().value(u"current"_s));
        QCOMPARE(m_inbox->post(m_data->owner, path, body, key()).status, 200);
    }

    void keys_areChecked()
    {
        const QByteArray path = leadPath(m_data->own, "notes");
        const QJsonObject body {{u"text"_s, u"n"_s}};
        const auto missing = m_inbox->post(m_data->owner, path, body, {});
        QCOMPARE(missing.status, 400);
        QCOMPARE(missing.json().value(u"code"_s).toString(), u"IDEMPOTENCY_KEY_REQUIRED"_s);
        QCOMPARE(m_inbox->post(m_data->owner, path, body, QByteArray(256, 'k')).status, 400);
        QCOMPARE(m_inbox->post(m_data->owner, path, body, "two words").status, 400);
        QCOMPARE(m_inbox->post(m_data->owner, path, body, QByteArray(255, 'k')).status, 200);
        const auto reused
            = m_inbox->post(m_data->owner, path, {{u"text"_s, u"other"_s}}, QByteArray(255, 'k'));
        QCOMPARE(reused.status, 422);
        QCOMPARE(reused.json().value(u"code"_s).toString(), u"IDEMPOTENCY_KEY_REUSED"_s);
        QCOMPARE(countOf("lead_note"), 1);
    }

    void nextRead_showsTheWrite()
    {
        // Time stands still: what is held is held for ever, unless the write lets go of it.
        const ManualClock still;
        InboxService inbox(m_data->database->appConninfo(), nullptr, &still);
        const auto total = [&] {
            const auto answer = inbox.get(m_data->owner, "/api/inbox/counts?" + client());
            return answer.json().value(u"counts"_s).toObject().value(u"requiresAttention"_s).toInt();
        };
        const auto row = [&] {
            const auto answer = inbox.get(m_data->owner, "/api/inbox/conversations?" + client());
            const QJsonArray rows = answer.json().value(u"conversations"_s).toArray();
            for (const auto &value : rows) {
                if (value.toObject().value(u"id"_s).toString() == m_data->own.toString())
                    return value.toObject();
            }
            return QJsonObject();
        };
        const auto write = [&](const QByteArray &verb, const QJsonObject &body) {
            return inbox.post(m_data->owner, leadPath(m_data->own, verb), body, key()).status;
        };
        const int before = total();
        for (int round = 0; round < 2; ++round) {
            QVERIFY(row().value(u"isUnread"_s).toBool());
            QCOMPARE(write("read", {{u"read"_s, true}}), 200);
            QVERIFY(!row().value(u"isUnread"_s).toBool());
            QCOMPARE(write("read", {{u"read"_s, false}}), 200);
            QCOMPARE(write("status", statusBody(u"blacklisted"_s, u"new"_s)), 200);
            QCOMPARE(total(), before - 1);
            QCOMPARE(row().value(u"lead"_s).toObject().value(u"status"_s).toString(), u"blacklisted"_s);
            QCOMPARE(write("status", statusBody(u"new"_s, u"blacklisted"_s)), 200);
            QCOMPARE(total(), before);
        }
    }

    void badInput_isRefusedByItsField_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &verb, const QByteArray &body,
                             const QString &field) { QTest::newRow(name) << verb << body << field; };
        row("no JSON", "status", "{", u"body"_s);
        row("an array", "status", "[]", u"body"_s);
        row("nothing", "status", "{}", u"status"_s);
        row("no expectation", "status", R"({"status":"qualified"})", u"expected"_s);
        row("an empty one", "status", R"({"status":"qualified","expected":{}})", u"expected"_s);
        row("an unknown status", "status", R"({"status":"great","expected":{"status":"new"}})", u"status"_s);
        row("a number for a status", "status", R"({"status":4,"expected":{"status":"new"}})", u"status"_s);
        row("null for a status", "status", R"({"status":null,"expected":{"status":"new"}})", u"status"_s);
        row("an unknown tag", "sentiment", R"({"sentimentTag":"Nice","expected":{"sentimentTag":null}})",
            u"sentimentTag"_s);
        row("somebody who is no uuid", "assign",
            R"({"assignedToUserId":"me","expected":{"assignedToUserId":null}})", u"assignedToUserId"_s);
        row("somebody unknown", "assign",
            R"({"assignedToUserId":"11111111-1111-4111-8111-111111111111","expected":{"assignedToUserId":null}})",
            u"assignedToUserId"_s);
        row("a snooze that has passed", "snooze",
            R"({"snoozedUntil":"2020-01-01T00:00:00Z","expected":{"snoozedUntil":null}})", u"snoozedUntil"_s);
        row("a snooze in ten years", "snooze",
            R"({"snoozedUntil":"2040-01-01T00:00:00Z","expected":{"snoozedUntil":null}})", u"snoozedUntil"_s);
        row("no time", "snooze", R"({"snoozedUntil":"soon","expected":{"snoozedUntil":null}})",
            u"snoozedUntil"_s);
        row("a message without channel", "messages", R"({"body":"x"})", u"channel"_s);
        row("an empty message", "messages", R"({"channel":"email","body":" \n"})", u"body"_s);
        row("a message with NUL", "messages", R"({"channel":"email","body":"a\u0000b"})", u"body"_s);
        row("a message too long", "messages", longBody("email", "body", 100'001), u"body"_s);
        row("a text too long", "messages", longBody("sms", "body", 481), u"body"_s);
        row("two lines of subject", "messages",
            R"({"channel":"email","subject":"a\r\nBcc: b@x.io","body":"x"})", u"subject"_s);
        row("a subject too long", "messages", longBody("email", "subject", 999), u"subject"_s);
        row("no address", "messages", R"({"channel":"email","body":"x","to":["nobody"]})", u"to[0]"_s);
        row("an address with a header", "messages",
            R"({"channel":"email","body":"x","cc":["a@x.io","b@x.io\nBcc: c@x.io"]})", u"cc[1]"_s);
        row("recipients that are no list", "messages", R"({"channel":"email","body":"x","to":"a@x.io"})",
            u"to"_s);
        row("no phone on the lead", "messages", R"({"channel":"sms","body":"x"})", u"to"_s);
        row("an empty note", "notes", R"({"text":""})", u"text"_s);
        row("a note too long", "notes", longBody("email", "text", 10'241), u"text"_s);
        row("no mark", "read", R"({"read":"yes"})", u"read"_s);
    }
    void badInput_isRefusedByItsField()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        const auto answer = m_inbox->postRaw(m_data->owner, leadPath(m_data->own, verb), body, key());
        QVERIFY2(answer.status == 400, answer.body.constData());
        QCOMPARE(answer.json().value(u"field"_s).toString(), field);
        QCOMPARE(countOf("triage_event"), 0);
        QCOMPARE(countOf("idempotency_key"), 0);
    }

    void badSelection_isRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QByteArray status = R"({"set":{"status":"new"},"selection":)";
        QTest::newRow("none") << QByteArray(R"({"set":{"status":"new"}})") << u"INVALID_PARAMETER"_s;
        QTest::newRow("empty") << QByteArray(status + R"({"leadIds":[]}})") << u"INVALID_PARAMETER"_s;
        QTest::newRow("both") << QByteArray(status + R"({"leadIds":[],"allOf":{}}})")
                              << u"INVALID_PARAMETER"_s;
        QTest::newRow("no uuid") << QByteArray(status + R"({"leadIds":["x"]}})") << u"INVALID_PARAMETER"_s;
        QTest::newRow("an unknown filter")
            << QByteArray(status + R"({"allOf":{"filter":"hot"}}})") << u"INVALID_PARAMETER"_s;
        QTest::newRow("two fields") << QByteArray(
            R"({"set":{"status":"new","snoozedUntil":null},"selection":{"allOf":{}}})")
                                    << u"INVALID_PARAMETER"_s;
    }
    void badSelection_isRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto answer = m_inbox->postRaw(m_data->owner, "/api/inbox/bulk?" + client(), body, key());
        QVERIFY2(answer.status == 400, answer.body.constData());
        QCOMPARE(answer.json().value(u"code"_s).toString(), code);
    }

    void bulk_allOfAQueryButSome_changesThose()
    {
        const QJsonObject body {{u"set"_s, QJsonObject {{u"sentimentTag"_s, u"Follow Up"_s}}},
            {u"selection"_s,
                QJsonObject {{u"allOf"_s, QJsonObject {{u"filter"_s, u"attention"_s}}},
                    {u"except"_s, QJsonArray {m_data->open.toString()}}}}};
        const auto answer = m_inbox->post(m_data->owner, "/api/inbox/bulk?" + client(), body, key());
        QVERIFY2(answer.status == 200, answer.body.constData());
        const auto outcome = decodeBulkOutcome(answer.json());
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->changed, 2);
        QCOMPARE(outcome->before.size(), 2);
    }

    void approveSeveral_namesEachRecipient()
    {
        const DraftId second = m_data->addDraft(m_data->others);
        const DraftId stale = m_data->addDraft(m_data->open);
        const auto entry = [](DraftId draft, const QString &seen) {
            return QJsonObject {{u"draftId"_s, draft.toString()}, {u"updatedAt"_s, seen}};
        };
        const QJsonArray drafts {entry(m_draft, version()),
            entry(second, toIsoMicros(m_data->draftVersion(second))), entry(stale, u"2020-01-01T00:00:00Z"_s),
            entry(DraftId {newUuid()}, version())};
        const auto answer
            = m_inbox->post(m_data->setter, "/api/drafts/approve", {{u"drafts"_s, drafts}}, key());
        QVERIFY2(answer.status == 200, answer.body.constData());
        QHash<QString, QJsonObject> lines;
        const QJsonArray results = answer.json().value(u"results"_s).toArray();
        for (const auto &line : results)
            lines.insert(line.toObject().value(u"draftId"_s).toString(), line.toObject());
        QCOMPARE(lines.size(), 4);
        const QJsonObject own = lines.value(m_draft.toString());
        QCOMPARE(own.value(u"code"_s).toString(), u"APPROVED"_s);
        QCOMPARE(own.value(u"send"_s).toObject().value(u"to"_s).toArray(), QJsonArray({u"lead@x.io"_s}));
        // The setter sees neither the manager's lead nor nobody's.
        QCOMPARE(lines.value(second.toString()).value(u"code"_s).toString(), u"NOT_FOUND"_s);
        QCOMPARE(lines.value(stale.toString()).value(u"code"_s).toString(), u"NOT_FOUND"_s);
        QCOMPARE(countOf("outbound_send"), 1);
        const QJsonArray rest {drafts[1], drafts[2]};
        const auto owner = m_inbox->post(m_data->owner, "/api/drafts/approve", {{u"drafts"_s, rest}}, key());
        QVERIFY(owner.body.contains("CONFLICT"));
        QCOMPARE(countOf("outbound_send"), 2);
    }

    void approveAndUndo_overHttp()
    {
        const QByteArray draft = "/api/drafts/" + m_draft.toString().toLatin1() + '/';
        const Call call = callOf(u"approve"_s);
        const auto approved
            = decodeDraftOutcome(m_inbox->post(m_data->setter, call.path, call.body, key()).json());
        QVERIFY(approved.has_value() && approved->send.has_value());
        const auto undone
            = decodeDraftOutcome(m_inbox->post(m_data->setter, draft + "unapprove", {}, key()).json());
        QVERIFY(undone.has_value() && undone->current.has_value());
        const Call again = callOf(u"approve"_s);
        const auto second
            = decodeDraftOutcome(m_inbox->post(m_data->setter, again.path, again.body, key()).json());
        QVERIFY(second->send.has_value());
        QCOMPARE(claimDueSends(*m_data->app, m_data->now + std::chrono::hours(1))->size(), 1);
        const auto late = m_inbox->post(m_data->setter, draft + "unapprove", {}, key());
        QCOMPARE(late.status, 409);
        QVERIFY(late.json().value(u"current"_s).isNull());
        const QByteArray cancel = "/api/sends/" + second->send->id.toString().toLatin1() + "/cancel";
        const auto tooLate = m_inbox->post(m_data->setter, cancel, {}, key());
        QCOMPARE(tooLate.status, 409);
        QCOMPARE(tooLate.json().value(u"code"_s).toString(), u"ALREADY_CLAIMED"_s);
        QCOMPARE(m_inbox->post(m_data->stranger, cancel, {}, key()).status, 404);
    }

    void foreignAndUnknownIds_are404()
    {
        const QByteArray unknown = newUuid().toByteArray(QUuid::WithoutBraces);
        const QJsonObject note {{u"text"_s, u"x"_s}};
        for (const QByteArray &lead : {m_data->elsewhere.toString().toLatin1(), unknown, QByteArray("x")})
            QCOMPARE(m_inbox->post(m_data->owner, "/api/inbox/conversations/" + lead + "/notes", note, key())
                         .status,
                404);
        // The right lead under a wrong workspace.
        QCOMPARE(
            m_inbox
                ->post(m_data->owner,
                    leadPath(m_data->own, "notes") + "?clientId=" + m_data->foreign.toString().toLatin1(),
                    note, key())
                .status,
            404);
        QCOMPARE(
            m_inbox->post(m_data->owner, "/api/drafts/" + unknown + "/unapprove", {}, key()).status, 404);
        QCOMPARE(m_inbox->post(m_data->owner, "/api/sends/" + unknown + "/cancel", {}, key()).status, 404);
        QCOMPARE(
            m_inbox->post(m_data->owner, "/api/inbox/views/" + unknown + '?' + client(), {}, key(), "DELETE")
                .status,
            404);
    }

    void views_assignees_names_overHttp()
    {
        const QByteArray views = "/api/inbox/views?" + client();
        const QJsonObject view = parse(
            R"({"name":"Hot","isShared":true,"position":2,"query":{"filter":"attention","scoreFilter":"3+"}})");
        const auto saved = m_inbox->post(m_data->owner, views, view, key());
        QVERIFY2(saved.status == 200, saved.body.constData());
        const QJsonObject stored = saved.json().value(u"view"_s).toObject();
        QCOMPARE(stored.value(u"query"_s), view.value(u"query"_s));
        QCOMPARE(m_inbox->post(m_data->owner, views, view, key()).status, 409);
        const auto bad
            = m_inbox->post(m_data->owner, views, parse(R"({"name":"X","query":{"filter":"nope"}})"), key());
        QCOMPARE(bad.json().value(u"field"_s).toString(), u"filter"_s);
        QCOMPARE(m_inbox->get(m_data->setter, views).json().value(u"views"_s).toArray().size(), 1);
        QCOMPARE(m_inbox->get(m_data->stranger, views).status, 403);
        const QByteArray id = stored.value(u"id"_s).toString().toLatin1();
        QCOMPARE(m_inbox->post(m_data->owner, "/api/inbox/views/" + id + '?' + client(), {}, key(), "DELETE")
                     .status,
            200);
        const auto people = m_inbox->get(m_data->setter, "/api/inbox/assignees?" + client());
        QCOMPARE(people.json().value(u"assignees"_s).toArray().size(), 4);
        QCOMPARE(m_inbox->get(m_data->portal, "/api/inbox/assignees?" + client()).status, 403);
        const QByteArray names = "/api/inbox/lead-names?" + client()
            + "&ids=" + m_data->own.toString().toLatin1() + ',' + m_data->others.toString().toLatin1();
        QCOMPARE(m_inbox->get(m_data->setter, names).json().value(u"names"_s).toObject(),
            QJsonObject({{m_data->own.toString(), u"Ada Test"_s}}));
        QCOMPARE(m_inbox->get(m_data->owner, "/api/inbox/lead-names?" + client()).status, 400);
    }
};

QTEST_GUILESS_MAIN(tst_TriageRoutes)
#include "tst_triageroutes.moc"
