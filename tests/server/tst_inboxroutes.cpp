// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxjson.h"
#include "core/storage/cachestore.h"
#include "tests/server/inboxservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <mutex>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A shared cache that works, loses everything, or lies.
class ScriptedCache final : public CacheStore
{
public:
    enum class Mood
    {
        Works,
        Loses,
        Lies
    };

    std::optional<QByteArray> find(const QByteArray &key) override
    {
        const std::scoped_lock lock(m_mutex); // workers call
        ++finds;
        if (mood == Mood::Lies)
            return "nonsense\nof a stranger";
        return mood == Mood::Works && kept.contains(key) ? std::optional(kept.value(key)) : std::nullopt;
    }
    void store(const QByteArray &key, const QByteArray &value, std::chrono::milliseconds) override
    {
        const std::scoped_lock lock(m_mutex);
        if (mood == Mood::Works)
            kept.insert(key, value);
    }
    void storeNewer(
        const QByteArray &key, const QByteArray &value, std::chrono::milliseconds timeToLive) override
    {
        store(key, value, timeToLive);
    }

    Mood mood = Mood::Works;
    QHash<QByteArray, QByteArray> kept;
    int finds = 0;

private:
    std::mutex m_mutex;
};

} // namespace

/// The inbox routes over HTTP on a real database: bodies, scopes, cursors, cache, errors (domain §2–5, §15).
class tst_InboxRoutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgConnection> m_admin;
    UserId m_owner;
    UserId m_setter;
    UserId m_stranger;
    WorkspaceId m_workspace;
    WorkspaceId m_foreign;
    QList<LeadId> m_leads;

    QByteArray client() const { return "clientId=" + m_workspace.toString().toLatin1(); }
    static QByteArray detailPath(LeadId lead)
    {
        return "/api/inbox/conversations/" + lead.toString().toLatin1();
    }
    InboxData data() { return InboxData(*m_admin); }

private Q_SLOTS:
    void init()
    {
        auto database = TestDatabase::create();
        QVERIFY2(database, database ? "" : qPrintable(describe(database.error())));
        m_database = std::move(*database);
        m_admin = std::move(*PgConnection::open(m_database->adminConninfo()));
        m_owner = data().addUser(u"owner@a.test"_s);
        m_setter = data().addUser(u"setter@a.test"_s);
        m_stranger = data().addUser(u"stranger@b.test"_s);
        m_workspace = data().addWorkspace(u"A"_s, m_owner);
        m_foreign = data().addWorkspace(u"B"_s, m_stranger);
        data().addMember(m_workspace, m_setter, u"SETTER"_s);
        m_leads = data().addVectors(m_workspace);
        data().run("update lead set assigned_to_user_id = $1::uuid where id = any($2::uuid[])",
            PgParams() << m_setter << QList<QUuid> {m_leads[1].value, m_leads[2].value});
    }
    void cleanup()
    {
        m_admin.reset();
        m_database.reset();
    }

    void counts_eachScope_isTheVectors()
    {
        InboxService inbox(m_database->appConninfo());
        const RawAnswer answer = inbox.get(m_owner, "/api/inbox/counts?" + client());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-zrg-cache"), QByteArray("materialized"));
        QCOMPARE(answer.header("cache-control"), QByteArray("private, no-cache"));
        const QJsonObject counts = answer.json().value(u"counts"_s).toObject();
        QCOMPARE(counts.size(), 8);
        QCOMPARE(counts.value(u"allResponses"_s).toInt(), 7);
        QCOMPARE(counts.value(u"requiresAttention"_s).toInt(), 4);
        QCOMPARE(counts.value(u"previouslyRequiredAttention"_s).toInt(), 2);
        QCOMPARE(counts.value(u"awaitingReply"_s).toInt(), 5);
        QCOMPARE(counts.value(u"needsRepair"_s).toInt(), 1);
        QCOMPARE(counts.value(u"total"_s).toInt(), 11);
        const QJsonObject own
            = inbox.get(m_setter, "/api/inbox/counts?" + client()).json().value(u"counts"_s).toObject();
        QCOMPARE(own.value(u"allResponses"_s).toInt(), 1);
        QCOMPARE(own.value(u"requiresAttention"_s).toInt(), 1);
        QCOMPARE(own.value(u"previouslyRequiredAttention"_s).toInt(), 1);
        QCOMPARE(own.value(u"total"_s).toInt(), 2);
    }

    /// A write is seen by the next read after the 100 ms for which version and role are held, and by no read
    /// before wrongly: the cached body goes with its version.
    void counts_cachedUntilSomethingMoves()
    {
        InboxService inbox(m_database->appConninfo());
        const QByteArray path = "/api/inbox/counts?" + client();
        const RawAnswer first = inbox.get(m_owner, path);
        const RawAnswer second = inbox.get(m_owner, path);
        QCOMPARE(second.header("x-zrg-cache"), QByteArray("hit"));
        QCOMPARE(second.header("cache-status"), QByteArray("signalbox; hit"));
        QCOMPARE(second.body, first.body);
        QCOMPARE(inbox.get(m_owner, path, "If-None-Match: " + first.header("etag") + "\r\n").status, 304);
        // Another person's read is another entry, and another scope another body.
        QCOMPARE(inbox.get(m_setter, path).header("x-zrg-cache"), QByteArray("materialized"));

        data().run("update lead set status = 'blacklisted' where id = $1::uuid", PgParams() << m_leads[1]);
        QTRY_COMPARE(inbox.get(m_owner, path)
                         .json()
                         .value(u"counts"_s)
                         .toObject()
                         .value(u"requiresAttention"_s)
                         .toInt(),
            3);
        QCOMPARE(inbox.get(m_owner, path, "If-None-Match: " + first.header("etag") + "\r\n").status, 200);
    }

    void counts_databaseGone_isAnErrorAndNeverZeros()
    {
        InboxService inbox(u"host=/nonexistent dbname=none"_s);
        const RawAnswer answer = inbox.get(m_owner, "/api/inbox/counts?" + client());
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.json().value(u"success"_s).toBool(true), false);
        QVERIFY(!answer.json().contains(u"counts"_s));
        QCOMPARE(answer.header("x-zrg-read-api-enabled"), QByteArray("1"));
    }

    void parameters_wrong_areNamed()
    {
        const QByteArray list = "/api/inbox/conversations?" + client() + "&";
        const QList<std::pair<QByteArray, QString>> cases {
            {"/api/inbox/counts", u"clientId"_s},
            {"/api/inbox/counts?clientId=%24undefined", u"clientId"_s},
            {list + "filter=urgent", u"filter"_s},
            {list + "channel=fax", u"channel"_s},
            {list + "channels=sms,fax", u"channels"_s},
            {list + "scoreFilter=5", u"scoreFilter"_s},
            {list + "sort=random", u"sort"_s},
            {list + "dir=up", u"dir"_s},
            {list + "at=yesterday", u"at"_s},
            {list + "limit=many", u"limit"_s},
            {list + "cursor=nonsense", u"cursor"_s},
            {list + "smsCampaignId=7", u"smsCampaignId"_s},
            {detailPath(m_leads[1]) + "?channel=fax", u"channel"_s},
            {detailPath(m_leads[1]) + "?before=x", u"before"_s},
            {"/api/inbox/conversations/", u"leadId"_s},
        };
        InboxService inbox(m_database->appConninfo());
        for (const auto &[path, field] : cases) {
            const RawAnswer answer = inbox.get(m_owner, path);
            QVERIFY2(answer.status == 400, path.constData());
            QCOMPARE(answer.json().value(u"field"_s).toString(), field);
            // Who one is comes first: nobody learns about parameters without a session (domain §4.1).
            QCOMPARE(inbox.get({}, path).status, 401);
        }
    }

    void pages_ofOne_visitEachLeadOnce()
    {
        InboxService inbox(m_database->appConninfo());
        data().run("update lead set updated_at = '2026-02-18T12:00:00Z' where workspace_id = $1::uuid",
            PgParams() << m_workspace);
        QStringList seen;
        QByteArray cursor;
        do {
            const RawAnswer page = inbox.get(m_owner,
                "/api/inbox/conversations?limit=1&" + client()
                    + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
            QCOMPARE(page.status, 200);
            QCOMPARE(InboxService::ids(page).size(), 1);
            seen += InboxService::ids(page);
            cursor = page.json().value(u"nextCursor"_s).toString().toLatin1();
            QCOMPARE(page.json().value(u"hasMore"_s).toBool(), !cursor.isEmpty());
            QVERIFY(seen.size() <= 12);
        } while (!cursor.isEmpty());
        QCOMPARE(seen.size(), 11); // the snoozed one is in no list
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 11);
    }

    void cursor_ofAnotherList_isRefused()
    {
        InboxService inbox(m_database->appConninfo());
        const RawAnswer page = inbox.get(m_owner, "/api/inbox/conversations?limit=1&" + client());
        const QByteArray cursor = page.json().value(u"nextCursor"_s).toString().toLatin1();
        for (const QByteArray other : {"&filter=attention", "&search=ada", "&sort=oldest"}) {
            const RawAnswer answer
                = inbox.get(m_owner, "/api/inbox/conversations?" + client() + other + "&cursor=" + cursor);
            QCOMPARE(answer.status, 400);
            QCOMPARE(answer.json().value(u"code"_s).toString(), u"INVALID_CURSOR"_s);
            QCOMPARE(answer.json().value(u"error"_s).toString(), u"Invalid cursor"_s);
        }
        // Another person's scope is another list too.
        QCOMPARE(
            inbox.get(m_setter, "/api/inbox/conversations?" + client() + "&cursor=" + cursor).status, 400);
        QCOMPARE(inbox
                     .get(m_stranger,
                         "/api/inbox/conversations?clientId=" + m_foreign.toString().toLatin1()
                             + "&cursor=" + cursor)
                     .status,
            400);
    }

    void page_isCachedByItsFilters()
    {
        InboxService inbox(m_database->appConninfo());
        const QByteArray base = "/api/inbox/conversations?" + client();
        const RawAnswer first = inbox.get(m_owner, base + "&filter=attention");
        QCOMPARE(first.header("x-zrg-cache"), QByteArray("miss"));
        QCOMPARE(InboxService::ids(first).size(), 4);
        QCOMPARE(inbox.get(m_owner, base + "&filter=attention").header("x-zrg-cache"), QByteArray("hit"));
        // Equal questions in another spelling are one entry; others are others.
        QCOMPARE(
            inbox.get(m_owner, "/api/inbox/conversations?filter=attention&limit=50&unknown=1&" + client())
                .header("x-zrg-cache"),
            QByteArray("hit"));
        QCOMPARE(inbox.get(m_owner, base + "&filter=responses").header("x-zrg-cache"), QByteArray("miss"));
        QCOMPARE(inbox.get(m_setter, base + "&filter=attention").header("x-zrg-cache"), QByteArray("miss"));
        QCOMPARE(InboxService::ids(inbox.get(m_setter, base + "&filter=attention")).size(), 1);
        QCOMPARE(
            inbox.get(m_owner, base + "&filter=attention", "If-None-Match: " + first.header("etag") + "\r\n")
                .status,
            304);
        // A change that moves no count still changes the list (DESIGN §8.5).
        data().run("update lead set first_name = 'Grace' where id = $1::uuid", PgParams() << m_leads[1]);
        QTRY_VERIFY(inbox.get(m_owner, base + "&filter=attention").body.contains("Grace"));
    }

    void revokedMember_isRefusedAlthoughCached()
    {
        InboxService inbox(m_database->appConninfo());
        const QByteArray path = "/api/inbox/conversations?" + client();
        QCOMPARE(inbox.get(m_setter, path).status, 200);
        data().run("delete from workspace_member where user_id = $1::uuid", PgParams() << m_setter);
        QTRY_COMPARE(inbox.get(m_setter, path).status, 403);
    }

    void detail_showsMessagesAndEarlier()
    {
        InboxService inbox(m_database->appConninfo());
        for (int i = 0; i < 5; ++i)
            data().addMessage(
                m_workspace, m_leads[1], i % 2 ? u"outbound"_s : u"inbound"_s, u"text %1"_s.arg(i));
        const RawAnswer answer = inbox.get(m_owner, detailPath(m_leads[1]) + "?limit=3");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-zrg-cache"), QByteArray("live"));
        const auto detail = decodeDetail(answer.json());
        QVERIFY2(detail, detail ? "" : qPrintable(describe(detail.error())));
        QCOMPARE(detail->messages.size(), 3);
        QVERIFY(detail->hasEarlier);
        QCOMPARE(detail->viewerRole, u"OWNER"_s);
        // The same state read again is the same answer.
        QCOMPARE(inbox
                     .get(m_owner, detailPath(m_leads[1]) + "?limit=3",
                         "If-None-Match: " + answer.header("etag") + "\r\n")
                     .status,
            304);
        const QByteArray before = QUrl::toPercentEncoding(toIsoMicros(detail->messages.first().timestamp));
        const auto earlier
            = decodeDetail(inbox.get(m_owner, detailPath(m_leads[1]) + "?before=" + before).json());
        QVERIFY(earlier);
        QVERIFY(!earlier->hasEarlier);
        QCOMPARE(inbox.get(m_owner, detailPath(m_leads[1]) + "?channel=sms")
                     .json()
                     .value(u"data"_s)
                     .toObject()
                     .value(u"messages"_s)
                     .toArray()
                     .size(),
            0);
    }

    /// Every route and every id of the first workspace, asked by a stranger and by another setter (issue 2,
    /// "seen" 4).
    void strangers_getNothing()
    {
        InboxService inbox(m_database->appConninfo());
        const QUuid attachment = addAttachment(m_leads[1], u"a.txt"_s, u"text/plain"_s, "secret");
        const QByteArray foreign = "clientId=" + m_foreign.toString().toLatin1();
        for (const QByteArray path :
            {"/api/inbox/counts?", "/api/inbox/conversations?", "/api/inbox/sms-campaigns?"}) {
            const RawAnswer known = inbox.get(m_stranger, path + client());
            const RawAnswer unknown = inbox.get(
                m_stranger, path + "clientId=" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
            QCOMPARE(known.status, 403);
            QCOMPARE(unknown.status, 403);
            QCOMPARE(known.json().value(u"error"_s).toString(), u"Unauthorized"_s);
            QCOMPARE(known.json().value(u"code"_s), unknown.json().value(u"code"_s));
        }
        const UserId setter = data().addUser(u"second@a.test"_s);
        data().addMember(m_workspace, setter, u"SETTER"_s);
        for (const LeadId &lead : m_leads) {
            const QByteArray file
                = detailPath(lead) + "/attachments/" + attachment.toByteArray(QUuid::WithoutBraces);
            for (const UserId &user : {m_stranger, setter}) {
                const RawAnswer answer = inbox.get(user, detailPath(lead));
                QCOMPARE(answer.status, 404);
                QCOMPARE(answer.json().value(u"error"_s).toString(), u"Lead not found"_s);
                QCOMPARE(inbox.get(user, detailPath(lead) + "?" + client()).status, 404);
                QCOMPARE(inbox.get(user, detailPath(lead) + "?" + foreign).status, 404);
                QCOMPARE(inbox.get(user, file).status, 404);
            }
        }
        QVERIFY(InboxService::ids(inbox.get(setter, "/api/inbox/conversations?" + client())).isEmpty());
        // The first setter sees his two, and the owner all; with another workspace's id the lead is not
        // found.
        QCOMPARE(inbox.get(m_setter, detailPath(m_leads[1])).status, 200);
        QCOMPARE(inbox.get(m_setter, detailPath(m_leads[3])).status, 404);
        QCOMPARE(inbox.get(m_owner, detailPath(m_leads[3])).status, 200);
        QCOMPARE(inbox.get(m_owner, detailPath(m_leads[3]) + "?" + foreign).status, 404);
        QCOMPARE(inbox.get(m_owner, "/api/inbox/conversations/not-an-id").status, 404);
    }

    void attachment_isSavedNotRun()
    {
        InboxService inbox(m_database->appConninfo());
        const QUuid id = addAttachment(
            m_leads[1], u"../../r\u00e9sum\u00e9\r\nX: y.html"_s, u"text/html\r\nX: y"_s, "<script>");
        const RawAnswer answer = inbox.get(
            m_setter, detailPath(m_leads[1]) + "/attachments/" + id.toByteArray(QUuid::WithoutBraces));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("<script>"));
        QCOMPARE(answer.header("content-type"), QByteArray("application/octet-stream"));
        QCOMPARE(answer.header("content-disposition"),
            QByteArray("attachment; filename*=UTF-8''r%C3%A9sum%C3%A9%0D%0AX%3A%20y.html"));
        QCOMPARE(answer.header("content-security-policy"), QByteArray("default-src 'none'; sandbox"));
        QVERIFY(answer.header("x").isEmpty());
    }

    void sharedCache_servesHidesNothingAndMayFail()
    {
        const QByteArray path = "/api/inbox/counts?" + client();
        ScriptedCache shared;
        const RawAnswer first = InboxService(m_database->appConninfo(), &shared).get(m_owner, path);
        QCOMPARE(shared.kept.size(), 1);
        const QByteArray key = shared.kept.keys().first();
        QVERIFY(key.startsWith(
            "inbox:v1:" + m_owner.toString().toLatin1() + ':' + m_workspace.toString().toLatin1() + ':'));
        const RawAnswer second = InboxService(m_database->appConninfo(), &shared).get(m_owner, path);
        QCOMPARE(second.header("x-zrg-cache"), QByteArray("hit"));
        QCOMPARE(second.body, first.body);
        QCOMPARE(second.header("etag"), first.header("etag"));
        for (const ScriptedCache::Mood mood : {ScriptedCache::Mood::Loses, ScriptedCache::Mood::Lies}) {
            shared.mood = mood;
            const RawAnswer answer = InboxService(m_database->appConninfo(), &shared).get(m_owner, path);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.json().value(u"counts"_s), first.json().value(u"counts"_s));
        }
        // Search text is personal data: it is in no key.
        shared.mood = ScriptedCache::Mood::Works;
        InboxService(m_database->appConninfo(), &shared)
            .get(m_owner, "/api/inbox/conversations?search=confidential&" + client());
        for (const QByteArray &each : shared.kept.keys())
            QVERIFY(!each.contains("confidential"));
    }

    /// Equal reads at the same time are one read.
    void crowd_isOneLoad()
    {
        ScriptedCache shared;
        shared.mood = ScriptedCache::Mood::Loses;
        InboxService inbox(m_database->appConninfo(), &shared);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(std::make_unique<RawClient>(inbox.service().port));
            QVERIFY(clients.back()->connectToServer());
        }
        for (const auto &client : clients)
            client->get("/api/inbox/counts?" + this->client(), FakeAuthenticator::headerFor(m_owner));
        for (const auto &client : clients)
            QCOMPARE(client->answer().status, 200);
        QCOMPARE(shared.finds, 1);
    }

    void killSwitch_offForEveryCallerOfEachRoute()
    {
        InboxService inbox(m_database->appConninfo());
        inbox.service().flags.setStored({{u"INBOX_READ_API_V1"_s, u"off"_s}});
        for (const UserId &user : {m_owner, UserId()}) {
            for (const QByteArray &path :
                {"/api/inbox/counts?" + client(), "/api/inbox/conversations?" + client(),
                    detailPath(m_leads[1]), "/api/inbox/sms-campaigns?" + client()}) {
                const RawAnswer answer = inbox.get(user, path);
                QCOMPARE(answer.status, 503);
                QCOMPARE(answer.json().value(u"error"_s).toString(), u"READ_API_DISABLED"_s);
            }
        }
    }

private:
    QUuid addAttachment(LeadId lead, const QString &name, const QString &type, const QByteArray &content)
    {
        const MessageId message = data().addMessage(m_workspace, lead, u"inbound"_s, u"with a file"_s);
        return data()
            .run("insert into attachment (workspace_id, message_id, lead_id, position, name, content_type, "
                 "size_bytes, content)"
                 " values ($1::uuid, $2::uuid, $3::uuid, 1, $4, $5, $6::bigint, decode($7, 'hex')) returning "
                 "id",
                PgParams() << m_workspace << message << lead << name << type << qint64(content.size())
                           << QString::fromLatin1(content.toHex()))
            .uuid(0, 0);
    }
};

QTEST_GUILESS_MAIN(tst_InboxRoutes)

#include "tst_inboxroutes.moc"
