// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/program.h"
#include "tests/server/realtime/leadshadow.h"
#include "tests/server/realtime/realtimeclient.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray SigningText = "a-secret-of-the-realtime-isolation-tests-01"_ba;
constexpr int Setters = 5; // of a workspace
constexpr int Patience = 60'000;

struct Workspace
{
    WorkspaceId id;
    UserId owner;
    QList<UserId> setters;
};

/// A client with what it should get, and what it got.
struct Listener
{
    UserId user;
    QString event;
    QString filter; ///< as the client writes it
    QByteArray sql; ///< the same for the oracle
    bool isByKeys = false; ///< the filter is about keys: which departures it hears of is not asked
    std::unique_ptr<RealtimeClient> client;
    QStringList received; ///< marks of the versions it was told
    QStringList left; ///< ids that left
    QList<QByteArray> frames; ///< raw, of changes
};

} // namespace

/// Issue 3, "What must be seen" 2: random subscriptions, foreign ones among them, and random changes on a
/// real service. Each client gets exactly what a SELECT under its row-level security gives of a shadow of
/// every version, and no raw frame holds anything else. SIGNALBOX_LONG=1 takes 10,000 changes,
/// SIGNALBOX_SOCKETS=5000 so many sockets.
class tst_RealtimeIsolation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_isLong = qEnvironmentVariableIntValue("SIGNALBOX_LONG") != 0;
        m_database = newDatabase();
        m_admin = connectTo(m_database->adminConninfo());
        makePeople();
        makeLeadShadow(*m_admin);
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {
                u"serve"_s, u"--database"_s, m_database->appConninfo(), u"--listen"_s, u"127.0.0.1:0"_s},
            QHash<QString, QString> {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)},
                {u"SIGNALBOX_REALTIME_FEED_URL"_s, m_database->feedConninfo()}});
        m_port = m_service->waitForLine(u"ready "_s).section(u':', -1).toUShort();
        QVERIFY2(m_port > 0, m_service->errors());
    }

    void everybody_getsTheirOwnAndNothingElse()
    {
        const int asked = qEnvironmentVariableIntValue("SIGNALBOX_SOCKETS");
        const int sockets = asked > 0 ? asked : 500;
        for (int i = 0; i < sockets; ++i)
            m_listeners.push_back(makeListener());
        const auto witnessed = witnessOf(m_workspaces.front().owner);
        const Listener &witness = *witnessed;
        // Again if need be: while a service is busy it puts joins off, and every client of the field asks
        // again.
        for (const auto &listener : m_listeners)
            listener->client->start(m_port, true);
        witness.client->start(m_port, true);
        QTRY_VERIFY_WITH_TIMEOUT(witness.client->isJoined()
                && std::ranges::all_of(
                    m_listeners, [](const auto &listener) { return listener->client->isJoined(); }),
            Patience);
        const int changes = m_isLong ? 10'000 : 2'000;
        for (int i = 0; i < changes; ++i) {
            changeSomething();
            QCoreApplication::processEvents(); // the clients read on
        }
        addLead(m_workspaces.front(), u"the last of all"_s);
        const auto isOver = [&] { return witness.received.contains(u"the last of all"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), Patience);
        const QString end = witness.client->position();
        for (const auto &listener : m_listeners)
            listener->client->beat();
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(
                m_listeners, [&](const auto &listener) { return listener->client->position() >= end; }),
            Patience);

        int told = 0;
        int departures = 0;
        for (const auto &listener : m_listeners) {
            check(*listener);
            if (QTest::currentTestFailed())
                return;
            told += int(listener->received.size());
            departures += int(listener->left.size());
        }
        qInfo("%d sockets, %d changes: %d told, %d departures", sockets, changes, told, departures);
        QVERIFY(told > changes && departures > 10);
    }

private:
    void makePeople()
    {
        InboxData data(*m_admin);
        const auto person
            = [&] { return data.addUser(newUuid().toString(QUuid::WithoutBraces) + u"@example.com"_s); };
        for (int i = 0; i < 20; ++i) {
            Workspace workspace;
            workspace.owner = person();
            workspace.id = data.addWorkspace(u"Workspace %1"_s.arg(i), workspace.owner);
            for (int setter = 0; setter < Setters; ++setter) {
                workspace.setters.append(person());
                data.addMember(workspace.id, workspace.setters.back(), u"SETTER"_s);
            }
            m_workspaces.append(workspace);
        }
        // Some are of two workspaces, as a manager or as a setter there too.
        for (int i = 0; i < 19; ++i)
            data.addMember(
                m_workspaces[i + 1].id, m_workspaces[i].owner, i % 2 ? u"SETTER"_s : u"INBOX_MANAGER"_s);
    }

    const Workspace &anyWorkspace() { return m_workspaces[m_random.bounded(m_workspaces.size())]; }
    UserId anyPerson()
    {
        const Workspace &workspace = anyWorkspace();
        const qsizetype place = m_random.bounded(qsizetype(Setters + 1));
        return place == Setters ? workspace.owner : workspace.setters[place];
    }

    std::unique_ptr<Listener> witnessOf(UserId user)
    {
        return listening({.user = user, .event = u"*"_s, .sql = "true"});
    }

    Listener subscribe(Listener listener)
    {
        QJsonObject binding {
            {u"event"_s, listener.event}, {u"schema"_s, u"public"_s}, {u"table"_s, u"Lead"_s}};
        if (!listener.filter.isEmpty())
            binding.insert(u"filter"_s, listener.filter);
        // A topic's name opens nothing.
        const QString topic = m_random.bounded(2) ? u"realtime:workspace:"_s + anyWorkspace().id.toString()
                                                  : u"realtime:"_s + QString::number(m_random.bounded(4));
        listener.client = std::make_unique<RealtimeClient>(
            RealtimeClient::Subscription {realtimeToken(listener.user, SigningText), topic, {binding}});
        return listener;
    }

    std::unique_ptr<Listener> makeListener()
    {
        Listener made {.user = anyPerson()};
        made.event = QStringList {u"INSERT"_s, u"UPDATE"_s, u"*"_s}.at(m_random.bounded(3));
        chooseFilter(made);
        return listening(std::move(made));
    }

    std::unique_ptr<Listener> listening(Listener made)
    {
        auto listener = std::make_unique<Listener>(subscribe(std::move(made)));
        Listener *self = listener.get();
        listener->client->onFrame = [self](const QByteArray &text) {
            if (text.contains("postgres_changes\",{\"ids\""))
                self->frames.append(text);
        };
        listener->client->onChange = [self](const QJsonObject &data) {
            const QJsonObject record = data.value("record"_L1).toObject();
            if (data.value("errors"_L1).isArray())
                self->left.append(record.value("id"_L1).toString());
            else
                self->received.append(record.value("status"_L1).toString());
        };
        return listener;
    }

    void chooseFilter(Listener &listener)
    {
        const QString workspace = anyWorkspace().id.toString();
        const QString other = anyWorkspace().id.toString();
        const QString person = anyPerson().toString();
        const auto set = [&](const QString &filter, const QString &sql, bool isByKeys) {
            listener.filter = filter;
            listener.sql = sql.toLatin1();
            listener.isByKeys = isByKeys;
        };
        switch (m_random.bounded(10)) {
        case 0:
            return set(u"clientId=eq."_s + workspace, u"workspace_id = '%1'"_s.arg(workspace), true);
        case 1:
            return set(u"clientId=in.(%1,%2)"_s.arg(workspace, other),
                u"workspace_id in ('%1', '%2')"_s.arg(workspace, other), true);
        case 2:
            return set(u"clientId=neq."_s + workspace, u"workspace_id <> '%1'"_s.arg(workspace), true);
        case 3:
            return set(u"assignedToUserId=eq."_s + person, u"assigned_to_user_id = '%1'"_s.arg(person), true);
        case 4:
            return set(u"assignedToUserId=is.null"_s, u"assigned_to_user_id is null"_s, true);
        case 5:
            return set(u"overallScore=gte.2"_s, u"overall_score >= 2"_s, false);
        case 6:
            return set(u"overallScore=not.in.(1,3),status=like.%7%"_s,
                u"overall_score not in (1, 3) and status like '%7%'"_s, false);
        case 7:
            return set(u"sentimentTag=eq.Positive"_s, u"sentiment_tag = 'Positive'"_s, false);
        default:
            return set({}, u"true"_s, false);
        }
    }

    LeadId addLead(const Workspace &workspace, const QString &mark)
    {
        const LeadId lead {newUuid()};
        const auto assignee = m_random.bounded(3) == 0
            ? std::optional<UserId>()
            : std::optional(workspace.setters[m_random.bounded(qsizetype(Setters))]);
        const auto tag = m_random.bounded(2) ? std::optional(u"Positive"_s) : std::nullopt;
        run("insert into lead (id, workspace_id, assigned_to_user_id, status, overall_score, sentiment_tag)"
            " values ($1::uuid, $2::uuid, $3::uuid, $4, $5::int, $6)",
            PgParams() << lead << workspace.id << assignee << mark << m_random.bounded(5) << tag);
        return lead;
    }

    void changeSomething()
    {
        // The mark is unique, so that a single byte too many is found.
        const QString mark = u"mark-%1."_s.arg(++m_marks, 6, 10, QChar(u'0'));
        const int what = m_leads.size() < 50 ? 0 : m_random.bounded(10);
        if (what < 4) {
            m_leads.append(addLead(anyWorkspace(), mark));
            return;
        }
        const LeadId lead = m_leads.at(m_random.bounded(m_leads.size()));
        if (what < 7) {
            run("update lead set status = $2, overall_score = $3::int where id = $1::uuid",
                PgParams() << lead << mark << m_random.bounded(5));
        } else if (what < 9) {
            // Within its workspace: to another setter, or to nobody.
            run("update lead set status = $2, assigned_to_user_id = (select m.user_id from workspace_member m"
                " where m.workspace_id = lead.workspace_id and m.role = 'SETTER' and $3::int > 0"
                " order by m.user_id offset $3::int limit 1) where id = $1::uuid",
                PgParams() << lead << mark << m_random.bounded(Setters));
        } else {
            const Workspace &to = anyWorkspace();
            run("update lead set status = $2, workspace_id = $3::uuid, assigned_to_user_id = $4::uuid"
                " where id = $1::uuid",
                PgParams() << lead << mark << to.id << to.setters[m_random.bounded(qsizetype(Setters))]);
        }
    }

    PgResult run(const QByteArray &sql, const PgParams &params)
    {
        return InboxData(*m_admin).run(sql, params);
    }

    /// The oracle: a SELECT as that person.
    QStringList select(const Listener &listener, const QByteArray &sql)
    {
        if (!m_asApp)
            m_asApp = connectTo(m_database->appConninfo());
        return selectAs(*m_asApp, listener.user, sql);
    }

    void check(const Listener &listener)
    {
        const QByteArray events
            = listener.event == "*"_L1 ? "true"_ba : "op = '" + listener.event.toLatin1() + "'";
        const QStringList expected = select(listener,
            "select status from shadow where " + events + " and status <> 'the last of all' and ("
                + listener.sql + ") order by seq");
        QStringList received = listener.received;
        received.removeAll(u"the last of all"_s);
        if (received != expected)
            qWarning("%s of %s: %lld told, %lld expected", qPrintable(listener.event),
                qPrintable(listener.filter), qint64(received.size()), qint64(expected.size()));
        QCOMPARE(received, expected);
        QCOMPARE(listener.client->errors(), 0);

        // What left their sight, and did not stay in it.
        const QStringList mayLeave = select(listener,
            "select l.id::text from shadow_left l where not exists (select from shadow s where s.seq = "
            "l.to_seq)"
            " order by l.seq");
        if (listener.event == "INSERT"_L1)
            QVERIFY(listener.left.isEmpty());
        else if (listener.isByKeys)
            QVERIFY(
                std::ranges::all_of(listener.left, [&](const QString &id) { return mayLeave.contains(id); }));
        else
            QCOMPARE(listener.left, mayLeave);

        const QSet<QString> allowed(expected.begin(), expected.end());
        const QStringList own = select(listener, "select id::text from workspace");
        for (const QByteArray &frame : listener.frames) {
            for (qsizetype at = frame.indexOf("mark-"); at >= 0; at = frame.indexOf("mark-", at + 1))
                QVERIFY2(allowed.contains(QString::fromLatin1(frame.mid(at, 12))), frame.constData());
            const QByteArray payload = frame.sliced(frame.indexOf("{\"ids\""));
            for (const Workspace &workspace : std::as_const(m_workspaces)) {
                const QString id = workspace.id.toString();
                QVERIFY2(own.contains(id) || !payload.contains(id.toLatin1()), frame.constData());
            }
        }
    }

    bool m_isLong = false;
    QRandomGenerator m_random {20261125}; // seeded, so that a failure can be had again
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    std::unique_ptr<PgConnection> m_asApp;
    QList<Workspace> m_workspaces;
    QList<LeadId> m_leads;
    int m_marks = 0;
    std::unique_ptr<Program> m_service;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<Listener>> m_listeners;
};

QTEST_GUILESS_MAIN(tst_RealtimeIsolation)
#include "tst_realtimeisolation.moc"
