// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/password.h"
#include "tests/server/httpprobe.h"
#include "tests/server/program.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QString Password = u"correct horse battery"_s;

/// One call a route describes, with every id of the first tenant filled in.
struct Call
{
    QByteArray method;
    QString path;
};

} // namespace

/// A second tenant, a second setter and nobody at all try every route the service describes, with every id of
/// the first tenant: none gets a byte of it, and nothing of it changes.
class tst_Tenancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        InboxData data(*m_admin);
        m_owner = addPerson(data, u"owner@a.test"_s);
        m_setter = addPerson(data, u"setter@a.test"_s);
        m_second = addPerson(data, u"second@a.test"_s);
        const UserId stranger = addPerson(data, u"owner@b.test"_s);
        m_workspace = data.addWorkspace(u"Zebra Holdings"_s, m_owner);
        data.addWorkspace(u"Elsewhere"_s, stranger);
        data.addMember(m_workspace, m_setter, u"SETTER"_s);
        data.addMember(m_workspace, m_second, u"SETTER"_s);
        m_mine = addLead(data, m_setter, u"Quagga"_s);
        m_theirs = addLead(data, m_second, u"Zebra"_s);
        m_attachment = data.run("insert into attachment (workspace_id, message_id, lead_id, position, "
                                "size_bytes, name, content)"
                                " select workspace_id, id, lead_id, 0, 5, 'Zebra.txt', 'Zebra' from message"
                                " where lead_id = $1::uuid limit 1 returning id",
                               PgParams() << m_theirs)
                           .uuid(0, 0);
        m_draft
            = data.run("select id from ai_draft where lead_id = $1::uuid", PgParams() << m_theirs).uuid(0, 0);
        m_send
            = data.run("insert into outbound_send (workspace_id, lead_id, author_user_id, channel, body,"
                       " recipients, run_at) values ($1::uuid, $2::uuid, $3::uuid, 'email',"
                       " 'Zebra-lead gets this', '{Zebra-lead@x.io}', now() + interval '1 day') returning id",
                      PgParams() << m_workspace << m_theirs << m_owner)
                  .uuid(0, 0);
        m_view
            = data.run("insert into saved_view (workspace_id, owner_user_id, name, query) values ($1::uuid,"
                       " $2::uuid, 'Zebra-lead view', '{}') returning id",
                      PgParams() << m_workspace << m_owner)
                  .uuid(0, 0);
        data.run(
            "insert into lead_note (workspace_id, lead_id, author_user_id, body) values ($1::uuid, $2::uuid,"
            " $3::uuid, 'Zebra-lead note')",
            PgParams() << m_workspace << m_theirs << m_owner);
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->appConninfo(), u"--listen"_s, u"127.0.0.1:0"_s});
        m_url = m_service->waitForLine(u"ready "_s).section(u' ', 1);
        QVERIFY2(!m_url.isEmpty(), m_service->errors());
        const auto rowOf = [&data](LeadId lead) {
            return data.run("select id from lead_crm_row where lead_id = $1::uuid", PgParams() << lead)
                .uuid(0, 0)
                .toString(QUuid::WithoutBraces);
        };
        m_myRow = rowOf(m_mine);
        m_theirRow = rowOf(m_theirs);
        m_export = exportOfTheOwner();
        QVERIFY(!m_export.isEmpty());
    }

    void everyRoute_asASecondTenant_givesNothing()
    {
        const QByteArray token = signIn(u"owner@b.test"_s);
        QVERIFY(!token.isEmpty());
        probe(token,
            {"Zebra", "Quagga", "a.test", m_mine.toString().toLatin1(), m_theirs.toString().toLatin1()});
    }

    void everyRoute_asASecondSetter_givesNothingOfTheOther()
    {
        const QByteArray token = signIn(u"setter@a.test"_s);
        QVERIFY(!token.isEmpty());
        m_setterToken = token;
        // The workspace's own name is the setter's to see; the other setter's lead is not.
        probe(token, {"Zebra-lead", "Zebra.txt", m_theirs.toString().toLatin1(), m_theirRow.toLatin1()});
        const HttpAnswer own = send({"GET", u"/api/inbox/conversations/"_s + m_mine.toString()}, token);
        QCOMPARE(own.status, 200);
        QVERIFY(own.body.contains("Quagga"));
    }

    void everyRoute_asNobody_givesNothing()
    {
        probe({}, {"Zebra", "Quagga", "a.test", m_mine.toString().toLatin1()});
    }

    void everyRoute_withAForgedToken_givesNothing()
    {
        const QByteArray token = signIn(u"owner@a.test"_s);
        const QByteArray payload = token.split('.').value(1);
        const QByteArray none = QByteArray(R"({"alg":"none","typ":"JWT"})")
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        for (const QByteArray &forged : {none + '.' + payload + '.', token.left(token.size() - 4) + "AAAA"})
            probe(forged, {"Zebra", "Quagga", "a.test", m_mine.toString().toLatin1()});
    }

    void foreignAndUnknown_lookTheSame()
    {
        const QByteArray token = signIn(u"owner@b.test"_s);
        const auto status = [&](const QString &path) { return send({"GET", path}, token).status; };
        QCOMPARE(status(u"/api/inbox/counts?clientId="_s + m_workspace.toString()), 403);
        QCOMPARE(status(u"/api/inbox/counts?clientId="_s + WorkspaceId {newUuid()}.toString()), 403);
        QCOMPARE(status(u"/api/inbox/conversations/"_s + m_mine.toString()), 404);
        QCOMPARE(status(u"/api/inbox/conversations/"_s + LeadId {newUuid()}.toString()), 404);
    }

    void afterwards_theFirstTenantIsAsItWas()
    {
        InboxData data(*m_admin);
        const PgParams workspace = PgParams() << m_workspace;
        QCOMPARE(data.run("select count(*) from workspace_member where workspace_id = $1::uuid", workspace)
                     .integer(0, 0),
            2);
        QCOMPARE(
            data.run("select count(*) from lead where workspace_id = $1::uuid", workspace).integer(0, 0), 2);
        QCOMPARE(data.run("select count(*) from app_user where disabled_at is not null").integer(0, 0), 0);
        QCOMPARE(data.run("select owner_user_id from workspace where id = $1::uuid", workspace).uuid(0, 0),
            m_owner.value);
        // Nothing of the other setter's lead moved, in no table a write of triage reaches.
        const PgParams lead = PgParams() << m_theirs;
        QCOMPARE(
            data.run("select status || ' ' || sentiment_tag || ' ' || (assigned_to_user_id = $2::uuid) ||"
                     " coalesce(snoozed_until::text, '') from lead where id = $1::uuid",
                    PgParams() << m_theirs << m_second)
                .text(0, 0),
            u"new Interested true"_s);
        QCOMPARE(
            data.run("select string_agg(status || content, ',') from ai_draft where lead_id = $1::uuid", lead)
                .text(0, 0),
            u"pendingZebra-lead draft"_s);
        QCOMPARE(data.run("select string_agg(state, ',') from outbound_send where lead_id = $1::uuid", lead)
                     .text(0, 0),
            u"queued"_s);
        QCOMPARE(
            data.run("select string_agg(body, ',') from lead_note where lead_id = $1::uuid", lead).text(0, 0),
            u"Zebra-lead note"_s);
        QCOMPARE(
            data.run("select string_agg(name, ',') from saved_view where id = $1::uuid", PgParams() << m_view)
                .text(0, 0),
            u"Zebra-lead view"_s);
        QCOMPARE(
            data.run("select count(*) from triage_event where lead_id = $1::uuid", lead).integer(0, 0), 0);
        QCOMPARE(
            data.run("select count(*) from lead_crm_row where lead_id = $1::uuid and notes is null", lead)
                .integer(0, 0),
            1);
        const HttpAnswer exported = send(
            {"GET", u"/api/analytics/exports/"_s + m_export + u"/content"_s}, signIn(u"owner@a.test"_s));
        QVERIFY(exported.status == 200 && exported.body.contains("Zebra"));
        QVERIFY(!signIn(u"second@a.test"_s).isEmpty());
    }

private:
    static UserId addPerson(InboxData &data, const QString &email)
    {
        const UserId user = data.addUser(email);
        const auto hash = hashPassword(Secret(Password), PasswordCost::least());
        data.run("update app_user set password_hash = $2 where id = $1::uuid", PgParams() << user << *hash);
        return user;
    }

    LeadId addLead(InboxData &data, UserId setter, const QString &name)
    {
        const LeadId lead = data.addLead(m_workspace,
            {.tag = u"Interested"_s,
                .assignee = setter,
                .firstName = name + u"-lead"_s,
                .email = name + u"@x.io"_s});
        data.addMessage(m_workspace, lead, u"inbound"_s, name + u"-lead writes"_s);
        data.run("insert into ai_draft (workspace_id, lead_id, channel, content) values ($1::uuid, $2::uuid, "
                 "'email', $3)",
            PgParams() << m_workspace << lead << QString(name + u"-lead draft"_s));
        return lead;
    }

    HttpAnswer send(const Call &call, const QByteArray &token, const QByteArray &body = {})
    {
        return m_http.send(call.method, m_url + call.path, token, body);
    }

    QByteArray signIn(const QString &email)
    {
        const QJsonObject credentials {{u"email"_s, email}, {u"password"_s, Password}};
        const HttpAnswer answer = send({"POST", u"/auth/v1/token?grant_type=password"_s}, {},
            QJsonDocument(credentials).toJson(QJsonDocument::Compact));
        return QJsonDocument::fromJson(answer.body)[u"access_token"_s].toString().toLatin1();
    }

    /// Every operation of the service's own description, with and without the workspace.
    QList<Call> everyCall()
    {
        const HttpAnswer document = send({"GET", u"/openapi.json"_s}, {});
        const QJsonObject paths = QJsonDocument::fromJson(document.body)[u"paths"_s].toObject();
        QList<Call> calls;
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            QString filled = path.key();
            for (const LeadId &lead : {m_theirs, m_mine}) {
                filled = path.key();
                filled.replace(u"{leadId}"_s, lead.toString());
                filled.replace(u"{attachmentId}"_s, m_attachment.toString(QUuid::WithoutBraces));
                filled.replace(u"{workspaceId}"_s, m_workspace.toString());
                filled.replace(u"{userId}"_s, m_second.toString());
                filled.replace(u"{draftId}"_s, m_draft.toString(QUuid::WithoutBraces));
                filled.replace(u"{sendId}"_s, m_send.toString(QUuid::WithoutBraces));
                filled.replace(u"{viewId}"_s, m_view.toString(QUuid::WithoutBraces));
                filled.replace(u"{rowId}"_s, lead == m_mine ? m_myRow : m_theirRow);
                filled.replace(u"{exportId}"_s, m_export);
                filled.replace(u"{topic}"_s, u"lead:"_s + lead.toString());
                filled.replace(u"{event}"_s, u"shout"_s);
                if (filled.contains(u'{'))
                    qFatal("no id for %s", qPrintable(filled));
                const QJsonObject operations = path.value().toObject();
                for (const QString &method : operations.keys()) {
                    calls.append({method.toUpper().toLatin1(), filled});
                    calls.append(
                        {method.toUpper().toLatin1(), filled + u"?clientId="_s + m_workspace.toString()});
                }
            }
        }
        return calls;
    }

    /// Valid for every write of triage at once, about the other setter's lead.
    QJsonObject triageBody() const
    {
        const QString version = u"2020-01-01T00:00:00Z"_s;
        const QJsonObject expected {{u"assignedToUserId"_s, m_second.toString()}, {u"status"_s, u"new"_s},
            {u"sentimentTag"_s, u"Interested"_s}, {u"snoozedUntil"_s, QJsonValue::Null},
            {u"updatedAt"_s, version}};
        const QJsonObject draft {
            {u"draftId"_s, m_draft.toString(QUuid::WithoutBraces)}, {u"updatedAt"_s, version}};
        return {{u"assignedToUserId"_s, m_setter.toString()}, {u"status"_s, u"blacklisted"_s},
            {u"sentimentTag"_s, u"Blacklist"_s},
            {u"snoozedUntil"_s, toIso(SystemClock().now() + std::chrono::hours(24))},
            {u"expected"_s, expected}, {u"channel"_s, u"email"_s}, {u"body"_s, u"x"_s}, {u"text"_s, u"x"_s},
            {u"content"_s, u"x"_s}, {u"read"_s, true}, {u"drafts"_s, QJsonArray {draft}},
            {u"set"_s, QJsonObject {{u"status"_s, u"blacklisted"_s}}},
            {u"selection"_s, QJsonObject {{u"leadIds"_s, QJsonArray {m_theirs.toString()}}}},
            {u"query"_s, QJsonObject {{u"clientId"_s, m_workspace.toString()}}}, {u"tab"_s, u"crm"_s},
            {u"format"_s, u"csv"_s}, {u"field"_s, u"notes"_s}, {u"value"_s, u"taken"_s},
            {u"expectedUpdatedAt"_s, toIso(SystemClock().now())}};
    }

    /// Of everything behind the CRM's tab; its id.
    QString exportOfTheOwner()
    {
        const QByteArray body = QJsonDocument(triageBody()).toJson(QJsonDocument::Compact);
        const HttpAnswer answer
            = send({"POST", u"/api/analytics/exports"_s}, signIn(u"owner@a.test"_s), body);
        return QJsonDocument::fromJson(answer.body)[u"data"_s][u"id"_s].toString();
    }

    /// What a setter may do, rightly: write on the own lead, keep views, and ask for what is then refused one
    /// by one in the report.
    bool mayWrite(const QByteArray &token, const QString &path) const
    {
        return (token == m_setterToken
                   && (path.contains(m_mine.toString()) || path.startsWith(u"/api/inbox/bulk"_s)
                       || path.startsWith(u"/api/inbox/views"_s) || path.contains(m_myRow)
                       || path == u"/api/analytics/exports"_s
                       || path.startsWith(u"/api/analytics/exports?"_s)))
            || (!token.isEmpty() && path.startsWith(u"/api/drafts/approve"_s));
    }

    void probe(const QByteArray &token, const QList<QByteArray> &secrets)
    {
        const QJsonObject body {{u"email"_s, u"second@a.test"_s}, {u"userId"_s, m_second.toString()},
            {u"role"_s, u"ADMIN"_s}, {u"clientId"_s, m_workspace.toString()},
            {u"password"_s, u"taken over by someone"_s}, {u"name"_s, u"x"_s}, {u"disabled"_s, true}};
        QJsonObject writes = triageBody();
        for (auto member = body.begin(); member != body.end(); ++member)
            writes.insert(member.key(), member.value());
        const QByteArray json = QJsonDocument(writes).toJson(QJsonDocument::Compact);
        const QList<Call> calls = everyCall();
        QVERIFY(calls.size() > 40);
        for (const Call &call : calls) {
            // Signing out or changing one's own account would end the probe; they are nobody else's by their
            // nature.
            if (call.path.startsWith(u"/auth/v1/logout"_s)
                || (call.method == "PUT" && call.path.startsWith(u"/auth/v1/user"_s)))
                continue;
            const HttpAnswer answer = send(call, token, call.method == "GET" ? QByteArray() : json);
            const QByteArray where
                = call.method + ' ' + call.path.toLatin1() + ": " + QByteArray::number(answer.status);
            QVERIFY2(answer.status < 500 || answer.status == 501 || answer.status == 503, where.constData());
            for (const QByteArray &secret : secrets) {
                // A problem names the path that was asked for, a report the ids that were sent: the caller's
                // own.
                const bool isOwnWord = call.path.toLatin1().contains(secret)
                    || (call.method != "GET" && json.contains(secret));
                QVERIFY2(
                    isOwnWord || !answer.body.contains(secret), (where + " leaks " + secret).constData());
            }
            if (call.method != "GET" && call.path.startsWith(u"/api/"_s) && !mayWrite(token, call.path))
                QVERIFY2(answer.status >= 400, where.constData());
        }
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<Program> m_service;
    HttpProbe m_http;
    QString m_url;
    UserId m_owner;
    UserId m_setter;
    UserId m_second;
    WorkspaceId m_workspace;
    LeadId m_mine;
    LeadId m_theirs;
    QUuid m_attachment;
    QUuid m_draft;
    QUuid m_send;
    QUuid m_view;
    QString m_myRow;
    QString m_theirRow;
    QString m_export;
    QByteArray m_setterToken;
};

QTEST_GUILESS_MAIN(tst_Tenancy)
#include "tst_tenancy.moc"
