// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/authservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Workspaces, members and the first run.
class tst_AuthWorkspaces : public QObject
{
    Q_OBJECT

private:
    const QString m_password = u"signal at danger 7"_s;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<AuthService> m_service;
    QHash<QString, UserId> m_people;
    QHash<QString, QByteArray> m_tokens;
    WorkspaceId m_workspace;
    WorkspaceId m_foreign;

    UserId newPerson(const QString &name)
    {
        const auto user = addUser(*m_admin, name + u"@example.com"_s, name,
            *hashPassword(Secret(m_password), PasswordCost::least()));
        if (!user)
            qFatal("%s", qPrintable(describe(user.error())));
        m_people[name] = user->id;
        m_tokens[name] = member(m_service->signIn(name + u"@example.com"_s, m_password), "access_token"_L1);
        return user->id;
    }
    QByteArray membersPath(WorkspaceId workspace) const
    {
        return "/api/workspaces/" + workspace.toString().toLatin1() + "/members";
    }
    QByteArray memberPath(const QString &name) const
    {
        return membersPath(m_workspace) + '/' + m_people[name].toString().toLatin1();
    }
    RawAnswer as(
        const QString &name, const QByteArray &method, const QByteArray &path, const QJsonObject &body = {})
    {
        return m_service->request(method, path, m_tokens[name], body);
    }
    QString roleIn(const QString &name)
    {
        const auto answer = as(name, "GET", "/api/workspaces");
        for (const auto &entry : answer.json().value("workspaces"_L1).toArray()) {
            if (entry.toObject().value("id"_L1).toString() == m_workspace.toString())
                return entry.toObject().value("role"_L1).toString();
        }
        return {};
    }

    void withPeople()
    {
        InboxData data(*m_admin);
        for (const auto &name :
            {u"owner"_s, u"admin"_s, u"manager"_s, u"setter"_s, u"portal"_s, u"stranger"_s})
            newPerson(name);
        m_workspace = data.addWorkspace(u"Harbour"_s, m_people[u"owner"_s]);
        m_foreign = data.addWorkspace(u"Foreign"_s, m_people[u"stranger"_s]);
        data.addMember(m_workspace, m_people[u"admin"_s], u"ADMIN"_s);
        data.addMember(m_workspace, m_people[u"manager"_s], u"INBOX_MANAGER"_s);
        data.addMember(m_workspace, m_people[u"setter"_s], u"SETTER"_s);
        data.addMember(m_workspace, m_people[u"portal"_s], u"CLIENT_PORTAL"_s);
        QCOMPARE(roleIn(u"owner"_s), u"OWNER"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
    }
    void init()
    {
        InboxData data(*m_admin);
        data.run("delete from workspace");
        data.run("delete from app_user");
        m_service = std::make_unique<AuthService>(m_database->appConninfo());
        m_people.clear();
        m_tokens.clear();
    }

    void workspaces_areTheSessionsOwn()
    {
        withPeople();
        const auto answer = as(u"setter"_s, "GET", "/api/workspaces");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json(),
            (QJsonObject {{u"success"_s, true},
                {u"workspaces"_s,
                    QJsonArray {QJsonObject {{u"id"_s, m_workspace.toString()}, {u"name"_s, u"Harbour"_s},
                        {u"role"_s, u"SETTER"_s}, {u"attention"_s, 0},
                        {u"timezone"_s, QJsonValue::Null}}}}}));
        QVERIFY(answer.header("cache-control").contains("private"));
        const auto again = m_service->request("GET", "/api/workspaces", m_tokens[u"setter"_s], {},
            "If-None-Match: " + answer.header("etag") + "\r\n");
        QCOMPARE(again.status, 304);
        for (const auto &name : {u"owner"_s, u"admin"_s, u"manager"_s, u"portal"_s})
            QVERIFY(!roleIn(name).isEmpty());
        QCOMPARE(roleIn(u"stranger"_s), QString());
    }

    void members_areForOwnerAndAdmin()
    {
        withPeople();
        for (const auto &name : {u"manager"_s, u"setter"_s, u"portal"_s, u"stranger"_s}) {
            QCOMPARE(as(name, "GET", membersPath(m_workspace)).status, 403);
            QCOMPARE(as(name, "POST", membersPath(m_workspace),
                         {{u"email"_s, u"stranger@example.com"_s}, {u"role"_s, u"SETTER"_s}})
                         .status,
                403);
            QCOMPARE(as(name, "PATCH", memberPath(u"setter"_s), {{u"role"_s, u"ADMIN"_s}}).status, 403);
            QCOMPARE(as(name, "DELETE", memberPath(u"setter"_s)).status, 403);
        }
        for (const auto &name : {u"owner"_s, u"admin"_s}) {
            const auto answer = as(name, "GET", membersPath(m_workspace));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json().value("members"_L1).toArray().size(), 5);
            QCOMPARE(answer.json().value("members"_L1)[0]["role"_L1].toString(), u"OWNER"_s);
        }
        QCOMPARE(roleIn(u"setter"_s), u"SETTER"_s);
    }

    void members_unknownForeignAndNonsenseWorkspace_lookTheSame()
    {
        withPeople();
        auto foreign = as(u"owner"_s, "GET", membersPath(m_foreign)).json();
        auto unknown = as(u"owner"_s, "GET", membersPath({newUuid()})).json();
        auto nonsense = as(u"owner"_s, "GET", "/api/workspaces/nonsense/members").json();
        for (auto *body : {&foreign, &unknown, &nonsense}) {
            QCOMPARE(body->value("status"_L1).toInt(), 403);
            body->remove(u"instance"_s);
            body->remove(u"requestId"_s);
        }
        QCOMPARE(foreign, unknown);
        QCOMPARE(foreign, nonsense);
    }

    void addMember_createsAnUnknownPersonWhoCanSignIn()
    {
        withPeople();
        const QJsonObject body {{u"email"_s, u" New.Setter@Example.com"_s}, {u"name"_s, u"New Setter"_s},
            {u"role"_s, u"SETTER"_s}, {u"password"_s, u"points set for siding 4"_s}};
        const auto answer = as(u"admin"_s, "POST", membersPath(m_workspace), body);
        QCOMPARE(answer.status, 201);
        const auto created = answer.json().value("member"_L1).toObject();
        QCOMPARE(created.value("email"_L1).toString(), u"new.setter@example.com"_s);
        QCOMPARE(created.value("role"_L1).toString(), u"SETTER"_s);
        QCOMPARE(m_service->signIn(u"new.setter@example.com"_s, u"points set for siding 4"_s).status, 200);
    }

    void addMember_refuses_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("field");
        QTest::newRow("role OWNER") << QJsonObject {{u"role"_s, u"OWNER"_s}} << u"role"_s;
        QTest::newRow("no role") << QJsonObject {{u"role"_s, u""_s}} << u"role"_s;
        QTest::newRow("address") << QJsonObject {{u"email"_s, u"new"_s}} << u"email"_s;
        QTest::newRow("no name") << QJsonObject {{u"name"_s, u" "_s}} << u"name"_s;
        QTest::newRow("weak password") << QJsonObject {{u"password"_s, u"short"_s}} << u"password"_s;
        QTest::newRow("no password") << QJsonObject {{u"password"_s, QJsonValue::Null}} << u"password"_s;
    }
    void addMember_refuses()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, field);
        withPeople();
        QJsonObject body {{u"email"_s, u"new@example.com"_s}, {u"name"_s, u"New"_s}, {u"role"_s, u"SETTER"_s},
            {u"password"_s, u"points set for siding 4"_s}};
        body[change.begin().key()] = change.begin().value();
        const auto answer = as(u"owner"_s, "POST", membersPath(m_workspace), body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().value("field"_L1).toString(), field);
        QVERIFY(!findUserByEmail(*m_admin, u"new@example.com"_s)->has_value());
    }

    void addMember_knownPerson_keepsTheirAccount()
    {
        withPeople();
        const auto answer = as(u"owner"_s, "POST", membersPath(m_workspace),
            {{u"email"_s, u"stranger@example.com"_s}, {u"name"_s, u"Renamed"_s}, {u"role"_s, u"SETTER"_s},
                {u"password"_s, u"taking the account over"_s}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.json().value("member"_L1)["name"_L1].toString(), u"stranger"_s);
        QCOMPARE(m_service->signIn(u"stranger@example.com"_s, m_password).status, 200);
        QCOMPARE(roleIn(u"stranger"_s), u"SETTER"_s);
    }

    void severalRoles_theHighestCounts()
    {
        withPeople();
        const auto add = [&](const QString &role) {
            return as(u"owner"_s, "POST", membersPath(m_workspace),
                {{u"email"_s, u"setter@example.com"_s}, {u"role"_s, role}})
                .status;
        };
        QCOMPARE(add(u"CLIENT_PORTAL"_s), 201);
        QCOMPARE(roleIn(u"setter"_s), u"SETTER"_s);
        QCOMPARE(add(u"INBOX_MANAGER"_s), 201);
        QCOMPARE(roleIn(u"setter"_s), u"INBOX_MANAGER"_s);
        QCOMPARE(as(u"owner"_s, "PATCH", memberPath(u"setter"_s), {{u"role"_s, u"SETTER"_s}}).status, 200);
        QCOMPARE(roleIn(u"setter"_s), u"SETTER"_s);
    }

    void owner_cannotBeTouchedByAnAdmin()
    {
        withPeople();
        QCOMPARE(as(u"admin"_s, "DELETE", memberPath(u"owner"_s)).status, 403);
        QCOMPARE(as(u"admin"_s, "PATCH", memberPath(u"owner"_s), {{u"role"_s, u"SETTER"_s}}).status, 403);
        QCOMPARE(as(u"owner"_s, "DELETE", memberPath(u"owner"_s)).status, 409);
        const QByteArray account = "/api/users/" + m_people[u"owner"_s].toString().toLatin1();
        QCOMPARE(as(u"admin"_s, "PATCH", account, {{u"disabled"_s, true}}).status, 403);
        QCOMPARE(
            as(u"admin"_s, "PATCH", account, {{u"password"_s, u"points set for siding 4"_s}}).status, 403);
        QCOMPARE(roleIn(u"owner"_s), u"OWNER"_s);
    }

    void removeMember_endsAccessAtOnce()
    {
        withPeople();
        QCOMPARE(roleIn(u"admin"_s), u"ADMIN"_s);
        QCOMPARE(as(u"owner"_s, "DELETE", memberPath(u"admin"_s)).status, 200);
        QCOMPARE(as(u"admin"_s, "GET", membersPath(m_workspace)).status, 403);
        QCOMPARE(roleIn(u"admin"_s), QString());
        QCOMPARE(as(u"owner"_s, "DELETE", memberPath(u"admin"_s)).status, 404);
    }

    void changeUser_needsAllWorkspacesOfThePerson()
    {
        withPeople();
        const QByteArray setter = "/api/users/" + m_people[u"setter"_s].toString().toLatin1();
        const QByteArray stranger = "/api/users/" + m_people[u"stranger"_s].toString().toLatin1();
        QCOMPARE(as(u"owner"_s, "PATCH", stranger, {{u"name"_s, u"X"_s}}).status, 403);
        QCOMPARE(as(u"owner"_s, "PATCH", "/api/users/nonsense", {{u"name"_s, u"X"_s}}).status, 403);
        QCOMPARE(as(u"manager"_s, "PATCH", setter, {{u"name"_s, u"X"_s}}).status, 403);
        QCOMPARE(as(u"admin"_s, "PATCH", setter, {{u"name"_s, u"Renamed"_s}}).status, 200);
        QCOMPARE(as(u"admin"_s, "PATCH", setter, {{u"name"_s, 5}}).status, 400);
        QCOMPARE(
            as(u"admin"_s, "PATCH", setter, {{u"password"_s, u"points set for siding 4"_s}}).status, 200);
        QCOMPARE(roleIn(u"setter"_s), QString()); // the sessions have ended
        QCOMPARE(m_service->signIn(u"setter@example.com"_s, m_password).status, 400);
        QCOMPARE(m_service->signIn(u"setter@example.com"_s, u"points set for siding 4"_s).status, 200);
        InboxData(*m_admin).addMember(m_foreign, m_people[u"setter"_s], u"SETTER"_s);
        QCOMPARE(as(u"admin"_s, "PATCH", setter, {{u"name"_s, u"Again"_s}}).status, 403);
    }

    void changeUser_disablingEndsTheSessions()
    {
        withPeople();
        const QByteArray path = "/api/users/" + m_people[u"setter"_s].toString().toLatin1();
        const QByteArray own = "/api/users/" + m_people[u"owner"_s].toString().toLatin1();
        QCOMPARE(roleIn(u"setter"_s), u"SETTER"_s);
        QCOMPARE(as(u"owner"_s, "PATCH", path, {{u"disabled"_s, true}}).status, 200);
        QCOMPARE(as(u"setter"_s, "GET", "/api/workspaces").status, 401);
        QCOMPARE(as(u"owner"_s, "PATCH", path, {{u"disabled"_s, false}}).status, 200);
        QCOMPARE(as(u"setter"_s, "GET", "/api/workspaces").status, 401); // that session stays ended
        QCOMPARE(m_service->signIn(u"setter@example.com"_s, m_password).status, 200);
        QCOMPARE(as(u"owner"_s, "PATCH", own, {{u"disabled"_s, true}}).status, 409);
        QCOMPARE(as(u"owner"_s, "PATCH", own, {{u"password"_s, u"points set for siding 4"_s}}).status, 400);
    }

    void setup_createsTheFirstOwnerOnce()
    {
        const QJsonObject body {{u"name"_s, u"Ada"_s}, {u"email"_s, u"Ada@Example.com"_s},
            {u"password"_s, u"points set for siding 4"_s}, {u"workspaceName"_s, u" First "_s},
            {u"timezone"_s, u"Europe/Berlin"_s}};
        QCOMPARE(m_service->request("GET", "/api/setup").json().value("needsSetup"_L1), QJsonValue(true));
        const auto answer = m_service->request("POST", "/api/setup", {}, body);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.json().value("workspace"_L1)["role"_L1].toString(), u"OWNER"_s);
        const auto listed
            = m_service->request("GET", "/api/workspaces", member(answer, "access_token"_L1)).json();
        QCOMPARE(listed.value("workspaces"_L1)[0]["name"_L1].toString(), u"First"_s);
        QCOMPARE(listed.value("workspaces"_L1)[0]["role"_L1].toString(), u"OWNER"_s);
        QCOMPARE(m_service->request("GET", "/api/setup").json().value("needsSetup"_L1), QJsonValue(false));
        const auto again = m_service->request("POST", "/api/setup", {}, body);
        QCOMPARE(again.status, 409);
        QCOMPARE(again.json().value("code"_L1).toString(), u"SETUP_DONE"_s);
    }

    void setup_refuses_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("name") << u"name"_s << u" "_s;
        QTest::newRow("email") << u"email"_s << u"ada"_s;
        QTest::newRow("password") << u"password"_s << u"password123"_s;
        QTest::newRow("workspaceName") << u"workspaceName"_s << u""_s;
        QTest::newRow("timezone") << u"timezone"_s << u"Mars/Olympus"_s;
    }
    void setup_refuses()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QJsonObject body {{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s},
            {u"password"_s, u"points set for siding 4"_s}, {u"workspaceName"_s, u"First"_s}};
        body[field] = value;
        const auto answer = m_service->request("POST", "/api/setup", {}, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().value("field"_L1).toString(), field);
        QCOMPARE(m_service->request("GET", "/api/setup").json().value("needsSetup"_L1), QJsonValue(true));
    }

    void setup_throughAProxyOrFromAPage_isRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("proxy") << "X-Forwarded-For: 203.0.113.5\r\n"_ba;
        QTest::newRow("standard proxy") << "Forwarded: for=203.0.113.5\r\n"_ba;
        QTest::newRow("another proxy") << "X-Real-IP: 203.0.113.5\r\n"_ba;
        QTest::newRow("web page") << "Origin: https://attacker.example\r\n"_ba;
    }
    void setup_throughAProxyOrFromAPage_isRefused()
    {
        QFETCH(QByteArray, header);
        const QJsonObject body {{u"name"_s, u"Ada"_s}, {u"email"_s, u"ada@example.com"_s},
            {u"password"_s, u"points set for siding 4"_s}, {u"workspaceName"_s, u"First"_s}};
        QCOMPARE(m_service->request("POST", "/api/setup", {}, body, header).status, 403);
    }

    void setup_twoAtOnce_oneWins()
    {
        AuthService other(m_database->appConninfo());
        QList<RawClient *> clients {new RawClient(m_service->port()), new RawClient(other.port())};
        int number = 0;
        for (RawClient *client : clients) {
            QVERIFY(client->connectToServer());
            const QByteArray body = "{\"name\":\"Ada\",\"email\":\"ada" + QByteArray::number(++number)
                + "@example.com\",\"password\":\"points set for siding 4\",\"workspaceName\":\"First\"}";
            client->send("POST /api/setup HTTP/1.1\r\nHost: x\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        }
        QList<int> statuses;
        for (RawClient *client : clients)
            statuses << client->answer().status;
        std::sort(statuses.begin(), statuses.end());
        QCOMPARE(statuses, QList<int>({201, 409}));
        qDeleteAll(clients);
    }
};

QTEST_GUILESS_MAIN(tst_AuthWorkspaces)
#include "tst_authworkspaces.moc"
