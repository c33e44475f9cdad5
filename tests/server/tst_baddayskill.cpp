// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/embeddedcluster.h"
#include "core/storage/pgconnection.h"
#include "tests/server/baddays.h"
#include "tests/server/program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <csignal>

using namespace signalbox;
using namespace signalbox::baddays;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

qint64 postmasterPid(const QString &directory)
{
    QFile file(directory + u"/pg/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

/// Names of a table's records with how many there are of each.
QHash<QByteArray, int> storedNames(const QString &conninfo, const QByteArray &sql)
{
    QHash<QByteArray, int> names;
    auto admin = PgConnection::open(conninfo);
    const auto rows = admin ? (*admin)->runSql(sql) : Result<PgResult>(admin.error());
    if (!rows) {
        qWarning("%s", qPrintable(describe(rows.error())));
        return names;
    }
    for (int row = 0; row < rows->rowCount(); ++row)
        ++names[rows->text(row, 0).toUtf8()];
    return names;
}

} // namespace

/// Acceptance: kill -9 of service or cluster under load loses nothing acknowledged, and the next start needs
/// no one. Set SIGNALBOX_LONG=1 for many more rounds.
class tst_BadDaysKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedUnderLoad_losesNothingAcknowledged_data()
    {
        QTest::addColumn<bool>("hitsService");
        QTest::addColumn<bool>("hitsCluster");
        QTest::newRow("the service") << true << false;
        QTest::newRow("the cluster") << false << true;
        QTest::newRow("both") << true << true;
    }
    void killedUnderLoad_losesNothingAcknowledged()
    {
        QFETCH(bool, hitsService);
        QFETCH(bool, hitsCluster);
        const int rounds = isLong() ? 25 : 3;
        // Seeded, so that a failure can be had again.
        QRandomGenerator random(quint32(17 + int(hitsService) + 2 * int(hitsCluster)));
        const auto directory = makeDataDirectory();
        QVERIFY(directory->isValid());
        const QString root = directory->filePath(u"db"_s);
        const auto bury = qScopeGuard([&root] {
            if (const qint64 pid = postmasterPid(root); pid > 1)
                ::kill(pid_t(pid), SIGKILL);
        });
        auto service = start(root);
        std::atomic<int> port = portOf(service->waitForLine(u"ready "_s));
        QVERIFY2(port > 0, service->errors());
        const Tenant tenant = Tenant::setUp(port);
        QVERIFY(!tenant.workspace.isEmpty());

        Producers producers(tenant, port, 4);
        for (int round = 0; round < rounds; ++round) {
            const qint64 before = producers.acknowledged();
            QTRY_VERIFY_WITH_TIMEOUT(producers.acknowledged() > before, Patience);
            QTest::qWait(int(random.bounded(50, 700))); // the moment is what is random here
            const qint64 postmaster = postmasterPid(root);
            QVERIFY(postmaster > 1);
            if (hitsService)
                service->kill();
            if (hitsCluster)
                QCOMPARE(::kill(pid_t(postmaster), SIGKILL), 0);
            if (hitsService) {
                service = start(root);
                port = portOf(service->waitForLine(u"ready "_s));
                QVERIFY2(port > 0, service->errors());
            }
            const qint64 after = producers.acknowledged();
            QTRY_VERIFY_WITH_TIMEOUT(producers.acknowledged() > after + 32, Patience);
        }
        producers.stop();
        QVERIFY(producers.failures() > 0); // or nothing was hit
        QVERIFY2(producers.oddities().isEmpty(), producers.oddities().value(0));
        compareWithStored(root, tenant, producers);
        compareCounts(port, root, tenant);
        service->terminate();
        QCOMPARE(service->waitForExit(), 0);
        QCOMPARE(postmasterPid(root), 0);
    }

private:
    static std::unique_ptr<Program> start(const QString &root)
    {
        return std::make_unique<Program>(u"signalboxd"_s,
            QStringList {u"serve"_s, u"--embedded"_s, root, u"--listen"_s, u"127.0.0.1:0"_s}, environment());
    }

    /// Every acknowledged record is there, none is there twice, and nothing is there that was never sent.
    static void compareWithStored(const QString &root, const Tenant &tenant, const Producers &producers)
    {
        const auto address = EmbeddedCluster::find(root);
        QVERIFY(address.has_value());
        const QByteArray workspace = "'" + tenant.workspace + "'";
        const auto leads = storedNames(
            address->adminConninfo(), "select ghl_contact_id from lead where workspace_id = " + workspace);
        const auto messages = storedNames(address->adminConninfo(),
            "select substr(m.ghl_id, 3) from message m join lead l on l.workspace_id = m.workspace_id and "
            "l.id = m.lead_id and 'm-' || l.ghl_contact_id = m.ghl_id where m.workspace_id = "
                + workspace);
        QVERIFY(producers.names().size() > 100);
        for (const auto *stored : {&leads, &messages}) {
            for (const QByteArray &name : producers.names())
                QVERIFY2(stored->value(name) == 1, name + ": " + QByteArray::number(stored->value(name)));
            for (auto name = stored->begin(); name != stored->end(); ++name) {
                QVERIFY2(name.value() == 1, name.key());
                QVERIFY2(producers.names().contains(name.key()) || producers.doubtful().contains(name.key()),
                    name.key());
            }
        }
        // A batch is stored whole or not at all.
        QCOMPARE(leads.keys().size(), messages.keys().size());
        qInfo("%lld records acknowledged, %lld tries failed", qlonglong(producers.names().size()),
            qlonglong(producers.failures()));
    }

    static void compareCounts(int port, const QString &root, const Tenant &tenant)
    {
        Line line(port);
        const qint64 total = tenant.total(line);
        QVERIFY(total > 0);
        QCOMPARE(tenant.listLength(line), total);
        Program verify(u"signalboxctl"_s,
            {u"counts"_s, u"verify"_s, u"--workspace"_s, QString::fromLatin1(tenant.workspace),
                u"--embedded"_s, root});
        QCOMPARE(verify.waitForExit(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_BadDaysKill)
#include "tst_baddayskill.moc"
