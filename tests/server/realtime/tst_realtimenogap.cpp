// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/embeddedcluster.h"
#include "core/storage/migrator.h"
#include "tests/server/program.h"
#include "tests/server/realtime/leadshadow.h"
#include "tests/server/realtime/realtimeclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray SigningText = "a-secret-of-the-realtime-no-gap-tests-01234"_ba;
constexpr int Patience = 60'000;
constexpr int ChangesPerSecond = 200;

/// Writes at a steady pace whatever happens; a try that fails is not repeated under the same mark.
class Writer
{
public:
    Writer(QString conninfo, QList<WorkspaceId> workspaces, QList<QList<UserId>> setters)
        : m_conninfo(std::move(conninfo))
        , m_workspaces(std::move(workspaces))
        , m_setters(std::move(setters))
        , m_thread([this](const std::stop_token &stop) { run(stop); })
    { }

    void stop()
    {
        m_thread.request_stop();
        m_thread.join();
    }
    int failures() const { return m_failures; }

private:
    void run(const std::stop_token &stop)
    {
        QRandomGenerator random(20261125);
        std::unique_ptr<PgConnection> pg;
        auto next = std::chrono::steady_clock::now();
        for (int mark = 1; !stop.stop_requested(); ++mark) {
            next += std::chrono::microseconds(1'000'000 / ChangesPerSecond);
            std::this_thread::sleep_until(next);
            if (!pg || !pg->isUsable()) {
                auto opened = PgConnection::open(m_conninfo);
                if (!opened) {
                    ++m_failures;
                    continue;
                }
                pg = *std::move(opened);
            }
            if (!change(*pg, random, QString::number(mark)))
                ++m_failures;
        }
    }

    bool change(PgConnection &pg, QRandomGenerator &random, const QString &mark)
    {
        const qsizetype place = random.bounded(m_workspaces.size());
        const auto &setters = m_setters.at(place);
        const auto assignee = random.bounded(3) == 0
            ? std::optional<UserId>()
            : std::optional(setters.at(random.bounded(setters.size())));
        if (m_leads.size() < 40 || random.bounded(3) == 0) {
            const LeadId lead {newUuid()};
            m_leads.append(lead);
            return bool(pg.runSql("insert into lead (id, workspace_id, assigned_to_user_id, status)"
                                  " values ($1::uuid, $2::uuid, $3::uuid, $4)",
                PgParams() << lead << m_workspaces.at(place) << assignee << mark));
        }
        return bool(
            pg.runSql("update lead set status = $2, assigned_to_user_id = case when $4 then (select m.user_id"
                      " from workspace_member m where m.workspace_id = lead.workspace_id"
                      " order by m.user_id offset $3::int limit 1) else assigned_to_user_id end"
                      " where id = $1::uuid",
                PgParams() << m_leads.at(random.bounded(m_leads.size())) << mark << random.bounded(3)
                           << (random.bounded(4) == 0)));
    }

    QString m_conninfo;
    QList<WorkspaceId> m_workspaces;
    QList<QList<UserId>> m_setters;
    QList<LeadId> m_leads;
    std::atomic<int> m_failures = 0;
    std::jthread m_thread; // last: it uses the rest
};

/// A client and what it believes.
struct Follower
{
    UserId user;
    std::unique_ptr<RealtimeClient> client;
    QStringList marks; ///< of every version it was told, in order
    QHash<QString, QString> leads; ///< its view: id → newest mark
};

} // namespace

/// Issue 3, "What must be seen" 3: sockets cut at random, the service killed with -9, the database killed,
/// under 200 changes a second: every client ends with the server's state and the whole sequence, without
/// reading anything again. SIGNALBOX_LONG=1 does it for five minutes.
class tst_RealtimeNoGap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_directory = makeDataDirectory();
        auto cluster = EmbeddedCluster::start({.directory = m_directory->filePath(u"db"_s)});
        QVERIFY2(cluster, cluster ? "" : qPrintable(describe(cluster.error())));
        m_cluster = *std::move(cluster);
        const auto admin = connectTo(m_cluster->adminConninfo());
        QVERIFY(Migrator::migrate(*admin));
        makeLeadShadow(*admin);
        InboxData data(*admin);
        const auto person
            = [&] { return data.addUser(newUuid().toString(QUuid::WithoutBraces) + u"@example.com"_s); };
        for (int i = 0; i < 4; ++i) {
            m_owners.append(person());
            m_workspaces.append(data.addWorkspace(u"Workspace %1"_s.arg(i), m_owners.back()));
            m_setters.append({person(), person()});
            for (const UserId &setter : std::as_const(m_setters.back()))
                data.addMember(m_workspaces.back(), setter, u"SETTER"_s);
        }
        startService();
        QVERIFY2(m_port > 0, m_service->errors());
    }

    void cleanupTestCase()
    {
        m_followers.clear();
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        m_service.reset();
        QVERIFY(m_cluster->stop());
    }

    void whateverBreaks_nobodyMissesAnything()
    {
        const bool isLong = qEnvironmentVariableIntValue("SIGNALBOX_LONG") != 0;
        for (int i = 0; i < 36; ++i)
            follow(i % 3 == 0 ? m_owners[i / 3 % 4] : m_setters[i / 3 % 4][i % 3 - 1]);
        QTRY_VERIFY_WITH_TIMEOUT(allJoined(), Patience);
        Writer writer(m_cluster->adminConninfo(), m_workspaces, m_setters);
        const qint64 duration = isLong ? 300'000 : 12'000;
        const QList<std::pair<qint64, int>> blows {{3000, 0}, {6500, 1}, {10'000, 0}};
        QElapsedTimer time;
        time.start();
        qint64 round = 0;
        qsizetype next = 0;
        qsizetype struck = 0;
        while (time.elapsed() < duration || struck < blows.size()) { // each, however slow the machine is
            QTest::qWait(100); // the clients live
            anyFollower().client->cut();
            if (m_random.bounded(3) == 0)
                anyFollower().client->beat();
            if (next == blows.size()) {
                next = 0;
                round = time.elapsed();
            }
            if (time.elapsed() - round >= blows[next].first) {
                strike(blows[next++].second);
                ++struck;
            }
        }
        writer.stop();
        QVERIFY(writer.failures() > 0); // the database was away
        checkEnd();
    }

private:
    /// Until it serves, as a supervisor does: one that finds the database starting up ends.
    void startService()
    {
        quint16 port = 0;
        for (int attempt = 0; attempt < 100 && port == 0; ++attempt) {
            m_service = std::make_unique<Program>(u"signalboxd"_s,
                QStringList {u"serve"_s, u"--database"_s, m_cluster->conninfo(u"signalbox_app"_s),
                    u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port)},
                QHash<QString, QString> {
                    {u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, QString::fromLatin1(SigningText)},
                    {u"SIGNALBOX_REALTIME_FEED_URL"_s, m_cluster->conninfo(u"signalbox_feed"_s)}});
            port = m_service->waitForLine(u"ready "_s).section(u':', -1).toUShort();
            if (port == 0)
                QTest::qWait(100);
        }
        m_port = port;
    }

    void strike(int what)
    {
        if (what == 0) {
            m_service->kill();
            startService();
            return;
        }
        QFile file(m_directory->filePath(u"db/pg/postmaster.pid"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int pid = file.readLine().trimmed().toInt();
        QVERIFY(pid > 0);
        ::kill(pid, SIGKILL); // the cluster starts it again
    }

    Follower &anyFollower() { return *m_followers[size_t(m_random.bounded(int(m_followers.size())))]; }

    bool allJoined() const
    {
        return std::ranges::all_of(
            m_followers, [](const auto &follower) { return follower->client->isJoined(); });
    }

    void follow(UserId user)
    {
        auto follower = std::make_unique<Follower>();
        follower->user = user;
        const QJsonObject binding {{u"event"_s, u"*"_s}, {u"schema"_s, u"public"_s}, {u"table"_s, u"Lead"_s}};
        follower->client = std::make_unique<RealtimeClient>(
            RealtimeClient::Subscription {realtimeToken(user, SigningText), u"realtime:inbox"_s, {binding}});
        follower->client->onChange = [self = follower.get()](const QJsonObject &data) {
            const QJsonObject record = data.value("record"_L1).toObject();
            const QString id = record.value("id"_L1).toString();
            if (data.value("errors"_L1).isArray()) {
                self->leads.remove(id);
                return;
            }
            self->marks.append(record.value("status"_L1).toString());
            self->leads.insert(id, self->marks.back());
        };
        follower->client->start(m_port, true);
        m_followers.push_back(std::move(follower));
    }

    void checkEnd()
    {
        const auto app = connectWhenItIsBack();
        int resumes = 0;
        for (const auto &follower : m_followers) {
            const QStringList marks
                = selectAs(*app, follower->user, "select status from shadow order by seq");
            if (!QTest::qWaitFor([&] { return follower->marks.size() >= marks.size(); }, Patience))
                qWarning("joined %d, %d joins, %d resumes, %d restarts, %d ended; %s",
                    follower->client->isJoined(), follower->client->joins(), follower->client->resumes(),
                    follower->client->restarts(), follower->client->errors(),
                    qPrintable(follower->client->refusal()));
            if (follower->marks != marks) {
                const QSet<QString> different(follower->marks.begin(), follower->marks.end());
                qWarning("%lld told, %lld of them different, %lld expected", qint64(follower->marks.size()),
                    qint64(different.size()), qint64(marks.size()));
            }
            QCOMPARE(follower->marks, marks);
            QCOMPARE(follower->client->restarts(), 0);
            const QStringList rows
                = selectAs(*app, follower->user, "select id || ' ' || status from lead order by id");
            const auto view = [&follower] {
                QStringList lines;
                for (auto lead = follower->leads.cbegin(); lead != follower->leads.cend(); ++lead)
                    lines.append(lead.key() + u' ' + *lead);
                lines.sort();
                return lines;
            };
            QTRY_COMPARE(view(), rows); // a departure may come after the last arrival
            resumes += follower->client->resumes();
        }
        qInfo("%zu clients resumed %d times and missed nothing", m_followers.size(), resumes);
        QVERIFY(resumes >= int(m_followers.size())); // at the least when the service was killed
    }

    std::unique_ptr<PgConnection> connectWhenItIsBack()
    {
        std::unique_ptr<PgConnection> app;
        (void)QTest::qWaitFor(
            [&] {
                auto opened = PgConnection::open(m_cluster->conninfo(u"signalbox_app"_s));
                if (opened)
                    app = *std::move(opened);
                return app != nullptr;
            },
            Patience);
        return app;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<EmbeddedCluster> m_cluster;
    QList<UserId> m_owners;
    QList<WorkspaceId> m_workspaces;
    QList<QList<UserId>> m_setters;
    std::unique_ptr<Program> m_service;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<Follower>> m_followers;
    QRandomGenerator m_random {7};
};

QTEST_GUILESS_MAIN(tst_RealtimeNoGap)
#include "tst_realtimenogap.moc"
