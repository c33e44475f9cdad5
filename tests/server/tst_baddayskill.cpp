// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/embeddedcluster.h"
#include "core/storage/pgconnection.h"
#include "tests/server/baddays.h"
#include "tests/server/program.h"

#include <QFile>
#include <QRandomGenerator>

#include <csignal>

using namespace signalbox;
using namespace signalbox::baddays;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000;

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
    void initTestCase()
    {
        m_directory = makeDataDirectory();
        QVERIFY(m_directory->isValid());
        m_root = m_directory->filePath(u"db"_s);
        start();
        QVERIFY2(m_port > 0, m_service->errors());
        m_tenant = Tenant::setUp(m_port);
        QVERIFY(!m_tenant.workspace.isEmpty());
    }

    void cleanupTestCase()
    {
        m_service->terminate();
        QCOMPARE(m_service->waitForExit(), 0);
        QCOMPARE(postmasterPid(), 0);
    }

    void killedUnderLoad_losesNothingAcknowledged_data()
    {
        QTest::addColumn<bool>("hitsService");
        QTest::addColumn<bool>("hitsCluster");
        QTest::addColumn<int>("rounds");
        QTest::newRow("the service") << true << false << 4;
        QTest::newRow("the cluster") << false << true << 2;
        QTest::newRow("both") << true << true << 1;
    }
    void killedUnderLoad_losesNothingAcknowledged()
    {
        QFETCH(bool, hitsService);
        QFETCH(bool, hitsCluster);
        QFETCH(int, rounds);
        // Seeded, so that a failure can be had again.
        QRandomGenerator random(quint32(17 + int(hitsService) + 2 * int(hitsCluster)));
        const QByteArray prefix = QByteArray::number(int(hitsService)) + QByteArray::number(int(hitsCluster));
        Producers producers(m_tenant, m_port, 4, prefix);
        for (int round = 0; round < rounds * (isLong() ? 10 : 1); ++round) {
            const qint64 before = producers.acknowledged();
            QTRY_VERIFY_WITH_TIMEOUT(producers.acknowledged() > before + 100, Patience);
            QTest::qWait(int(random.bounded(0, 500))); // the moment is what is random here
            const qint64 postmaster = postmasterPid();
            QVERIFY(postmaster > 1);
            const qint64 failures = producers.failures();
            if (hitsService)
                m_service->kill();
            if (hitsCluster)
                QCOMPARE(::kill(pid_t(postmaster), SIGKILL), 0);
            if (hitsService) // somebody was hit; without the cluster alone that may be nobody
                QTRY_VERIFY_WITH_TIMEOUT(producers.failures() > failures, Patience);
            if (hitsService)
                start();
            QVERIFY2(m_port > 0, m_service->errors());
            // Its backends outlive a killed postmaster for a moment, and acknowledge what they had begun.
            if (hitsCluster)
                QTRY_VERIFY_WITH_TIMEOUT(
                    postmasterPid() != postmaster && EmbeddedCluster::find(m_root), Patience);
            const qint64 after = producers.acknowledged();
            QTRY_VERIFY_WITH_TIMEOUT(producers.acknowledged() > after, Patience);
        }
        producers.stop();
        QVERIFY(producers.failures() > 0); // or nothing was hit
        QVERIFY2(producers.oddities().isEmpty(), producers.oddities().value(0));
        compareWithStored(producers, prefix);
        compareCounts();
    }

private:
    void start()
    {
        m_service = std::make_unique<Program>(u"signalboxd"_s,
            QStringList {u"serve"_s, u"--embedded"_s, m_root, u"--listen"_s, u"127.0.0.1:0"_s},
            environment());
        m_port = portOf(m_service->waitForLine(u"ready "_s));
    }

    qint64 postmasterPid() const
    {
        QFile file(m_root + u"/pg/postmaster.pid"_s);
        return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
    }

    /// Every acknowledged record is there, none is there twice, and nothing is there that was never sent.
    void compareWithStored(const Producers &producers, const QByteArray &prefix)
    {
        const auto address = EmbeddedCluster::find(m_root);
        QVERIFY(address.has_value());
        const QByteArray those = "'" + m_tenant.workspace + "' and ghl_contact_id like '" + prefix + "-%'";
        const auto leads = storedNames(
            address->adminConninfo(), "select ghl_contact_id from lead where workspace_id = " + those);
        const auto messages = storedNames(address->adminConninfo(),
            "select substr(m.ghl_id, 3) from message m join lead l on l.workspace_id = m.workspace_id and "
            "l.id = m.lead_id and 'm-' || l.ghl_contact_id = m.ghl_id where l.workspace_id = "
                + those);
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

    void compareCounts()
    {
        Line line(m_port);
        const qint64 total = m_tenant.total(line);
        QVERIFY(total > 0);
        QCOMPARE(m_tenant.listLength(line), total);
        Program verify(u"signalboxctl"_s,
            {u"counts"_s, u"verify"_s, u"--workspace"_s, QString::fromLatin1(m_tenant.workspace),
                u"--embedded"_s, m_root});
        QCOMPARE(verify.waitForExit(), 0);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_root;
    std::unique_ptr<Program> m_service;
    std::atomic<int> m_port = 0;
    Tenant m_tenant;
};

QTEST_GUILESS_MAIN(tst_BadDaysKill)
#include "tst_baddayskill.moc"
