// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/exportservice.h"
#include "tests/storage/inboxdata.h"
#include "tests/support/manualclock.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>

#include <csignal>
#include <semaphore>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The life of exports, with a writer that does what the test says.
class tst_ExportService : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock;
    Metrics m_metrics;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<PgPool> m_pool;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ExportService> m_exports;
    std::counting_semaphore<100> m_mayEnd {0};
    std::atomic<int> m_writing = 0; ///< begun so far
    std::atomic<int> m_atOnce = 0;
    std::atomic<int> m_mostAtOnce = 0;
    std::atomic<bool> m_isDeaf = false; ///< does not stop, as one that completes a spreadsheet
    std::atomic<bool> m_isSlow = false;
    std::atomic<bool> m_isFull = false;
    const UserId m_ada {newUuid()};
    const UserId m_ben {newUuid()};

    /// Ten bytes a row; when slow, three rows and then until it may end or must.
    Result<void> write(const ExportOrder &order, ExportProgress &progress, std::stop_token stop)
    {
        ++m_writing;
        const int atOnce = ++m_atOnce;
        for (int most = m_mostAtOnce; atOnce > most && !m_mostAtOnce.compare_exchange_weak(most, atOnce);) { }
        const auto left = qScopeGuard([this] { --m_atOnce; });
        QFile file(order.path);
        if (!file.open(QIODevice::WriteOnly))
            return Error::internal(file.errorString());
        progress.rowsTotal = 5;
        for (int row = 1; row <= 5; ++row) {
            file.write("0123456789");
            file.flush();
            progress.rowsWritten = row;
            if (m_isFull)
                return Error {Error::Kind::Unavailable, u"no space"_s, u"STORAGE_FULL"_s};
            while (m_isSlow && row == 3 && !m_mayEnd.try_acquire_for(5ms)) {
                if (stop.stop_requested() && !m_isDeaf)
                    return Error {Error::Kind::Cancelled};
            }
        }
        return {};
    }
    ExportService::Services services()
    {
        return {*m_pool, m_clock, m_metrics, m_directory->filePath(u"exports"_s),
            [this](PgConnection &, const ExportOrder &order, ExportProgress &progress, std::stop_token stop) {
                return write(order, progress, stop);
            }};
    }
    QUuid start(UserId user)
    {
        const auto job = m_exports->start(user, {.tab = u"crm"_s});
        return job ? job->id : QUuid();
    }
    ExportState stateOf(UserId user, QUuid id) { return m_exports->find(user, id)->state; }
    /// Files of all exports that lie there, whatever their state.
    qsizetype files() const
    {
        qsizetype count = 0;
        const QDir parent(m_directory->filePath(u"exports"_s));
        for (const QString &own : parent.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            count += QDir(parent.filePath(own)).entryList(QDir::Files).size() - 1; // the lock
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_database = newDatabase();
        m_pool = std::make_unique<PgPool>(m_database->appConninfo(), PgPool::Options {.size = 2});
    }
    void init()
    {
        m_isSlow = false;
        m_isFull = false;
        m_isDeaf = false;
        m_writing = 0;
        m_mostAtOnce = 0;
        while (m_mayEnd.try_acquire()) { }
        m_directory = std::make_unique<QTemporaryDir>();
        m_exports = std::make_unique<ExportService>(services());
    }
    void cleanup() { m_exports.reset(); }

    void start_ends_andIsItsOwners()
    {
        const QUuid id = start(m_ada);
        QTRY_COMPARE(stateOf(m_ada, id), ExportState::Done);
        const auto job = m_exports->find(m_ada, id);
        QCOMPARE(job->rowsWritten, 5);
        QCOMPARE(job->rowsTotal, std::optional<qint64>(5));
        QCOMPARE(job->sizeBytes, 50);
        QCOMPARE(job->fileName, u"signalbox-crm-2026-09-21.csv"_s);
        QCOMPARE(job->expiresAt, std::optional(m_clock.now() + 1h));
        QFile file(m_exports->file(m_ada, id)->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().size(), 50);
        // Nobody else gets as far as the file.
        const QFileInfo directory(QFileInfo(file).path());
        QVERIFY(!directory.permission(QFile::ReadOther) && !directory.permission(QFile::ExeOther));
        QVERIFY(!directory.permission(QFile::ReadGroup) && !directory.permission(QFile::ExeGroup));
        QVERIFY(!m_exports->find(m_ben, id));
        QVERIFY(!m_exports->file(m_ben, id));
        QVERIFY(!m_exports->cancel(m_ben, id));
        QVERIFY(!m_exports->workspaceOf(m_ben, id));
    }

    void twoRun_theOthersWait()
    {
        m_isSlow = true;
        QList<QUuid> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(start(i % 2 ? m_ada : m_ben));
        // Each that ends lets one more begin, and no sooner: were there room for more, they would have begun.
        for (int ended = 0; ended < 4; ++ended) {
            QTRY_COMPARE(m_writing.load(), std::min(4, ended + 2));
            m_mayEnd.release();
            const auto isDone
                = [&](int i) { return stateOf(i % 2 ? m_ada : m_ben, ids[i]) == ExportState::Done; };
            QTRY_COMPARE(isDone(0) + isDone(1) + isDone(2) + isDone(3), ended + 1);
        }
        QCOMPARE(m_mostAtOnce.load(), 2);
    }

    void fifth_ofOnePerson_waitsItsTurnOrTakesTheOldestsPlace()
    {
        m_isSlow = true;
        QList<QUuid> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(start(m_ada));
        const auto refused = m_exports->start(m_ada, {.tab = u"crm"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"EXPORT_LIMIT"_s);
        QVERIFY(refused.error().retryAfterSeconds > 0);
        m_mayEnd.release(4);
        for (const QUuid &id : ids) {
            QTRY_COMPARE(stateOf(m_ada, id), ExportState::Done);
            m_clock.advance(1s);
        }
        m_isSlow = false;
        QVERIFY(!start(m_ada).isNull());
        int left = 0;
        for (const QUuid &id : ids)
            left += m_exports->find(m_ada, id) ? 1 : 0;
        QCOMPARE(left, 3);
    }

    void cancel_whileItRuns_leavesNothing()
    {
        m_isSlow = true;
        const QUuid id = start(m_ada);
        QTRY_COMPARE(m_exports->find(m_ada, id)->rowsWritten, 3);
        QCOMPARE(files(), 1);
        QVERIFY(m_exports->cancel(m_ada, id));
        QCOMPARE(stateOf(m_ada, id), ExportState::Cancelled);
        QTRY_COMPARE(files(), 0);
        // Stopped, not gone: asked again to go, it goes.
        QVERIFY(m_exports->cancel(m_ada, id));
        QVERIFY(!m_exports->find(m_ada, id));
        QVERIFY(!m_exports->cancel(m_ada, id));
    }

    void cancel_whileItCannotStop_keepsItsPlaceUntilItEnds()
    {
        m_isSlow = true;
        m_isDeaf = true;
        const QUuid id = start(m_ada);
        const QUuid forgotten = start(m_ada);
        QTRY_COMPARE(m_writing.load(), 2);
        QVERIFY(m_exports->cancel(m_ada, id));
        QCOMPARE(stateOf(m_ada, id), ExportState::Cancelled); // at once
        QVERIFY(m_exports->cancel(m_ada, forgotten));
        QVERIFY(m_exports->cancel(m_ada, forgotten)); // and forgotten, as far as its owner sees
        QVERIFY(!m_exports->find(m_ada, forgotten));
        QVERIFY(!start(m_ada).isNull());
        QVERIFY(!start(m_ada).isNull());
        const auto refused = m_exports->start(m_ada, {.tab = u"crm"_s});
        QVERIFY(!refused); // two that wait, two that still keep the workers busy
        QCOMPARE(refused.error().code, u"EXPORT_LIMIT"_s);
        QCOMPARE(files(), 2);
        m_mayEnd.release(4);
        QUuid next;
        const auto isStarted = [&] {
            if (next.isNull())
                next = start(m_ada);
            return !next.isNull();
        };
        QTRY_VERIFY(isStarted());
        QCOMPARE(stateOf(m_ada, id), ExportState::Cancelled);
        m_mayEnd.release(1);
        QTRY_COMPARE(files(), 3); // of those that were not cancelled
    }

    void failures_areKeptUpToAFew()
    {
        m_isSlow = true;
        QList<QUuid> ids;
        for (int i = 0; i < 15; ++i) {
            ids.append(start(m_ada));
            QVERIFY(!ids.last().isNull());
            QVERIFY(m_exports->cancel(m_ada, ids.last()));
            QTRY_COMPARE(files(), 0);
            m_clock.advance(1s);
        }
        m_isSlow = false;
        QVERIFY(!start(m_ben).isNull()); // somebody else's start forgets nothing of hers
        int left = 0;
        for (const QUuid &id : ids)
            left += m_exports->find(m_ada, id) ? 1 : 0;
        QCOMPARE(left, ExportService::MostFailuresOfOnePerson + 1); // the last came after the last start
        QVERIFY(m_exports->find(m_ada, ids.last()));
        QVERIFY(!m_exports->find(m_ada, ids.first()));
    }

    void startingWithoutEnd_isSlowedDown()
    {
        const auto startAndForget = [this] {
            const auto job = m_exports->start(m_ada, {.tab = u"crm"_s});
            if (job)
                m_exports->cancel(m_ada, job->id);
            return job;
        };
        int started = 0;
        Result<ExportJob> last = startAndForget();
        for (; last && started < 1000; last = startAndForget())
            ++started;
        QCOMPARE(started, 20);
        QCOMPARE(last.error().code, u"EXPORT_LIMIT"_s);
        QCOMPARE(last.error().retryAfterSeconds, 5);
        QVERIFY2(last.error().detail.contains(u"5 s"_s), qPrintable(last.error().detail));
        QVERIFY(!start(m_ben).isNull()); // a person's own limit
        m_clock.advance(5s);
        QVERIFY(startAndForget().has_value());
        QVERIFY(!startAndForget().has_value());
    }

    void disk_full_isSaidAndLeavesNothing()
    {
        m_isFull = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"export_failed"_s));
        const QUuid id = start(m_ada);
        QTRY_COMPARE(stateOf(m_ada, id), ExportState::Failed);
        QVERIFY(m_exports->find(m_ada, id)->error.contains(u"no disk space"_s));
        QTRY_COMPARE(files(), 0);
        QVERIFY(!m_exports->file(m_ada, id));
    }

    void finished_isDeletedAfterAnHour_unlessItIsBeingRead()
    {
        const QUuid id = start(m_ada);
        const QUuid read = start(m_ada);
        QTRY_COMPARE(stateOf(m_ada, id), ExportState::Done);
        QTRY_COMPARE(stateOf(m_ada, read), ExportState::Done);
        auto holder = m_exports->file(m_ada, read);
        m_clock.advance(59min);
        m_exports->sweep();
        QCOMPARE(files(), 2);
        m_clock.advance(1min);
        QVERIFY(!m_exports->find(m_ada, id));
        QCOMPARE(files(), 1);
        holder.reset();
        QCOMPARE(files(), 0);
    }

    void end_ofTheService_leavesNothing()
    {
        m_isSlow = true;
        start(m_ada);
        QTRY_COMPARE(m_writing.load(), 1);
        m_exports.reset();
        QTRY_COMPARE(files(), 0);
        QVERIFY(
            QDir(m_directory->filePath(u"exports"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    }

    void killed_leavesNothingAfterTheNextStart()
    {
        const QString parent = m_directory->filePath(u"exports"_s);
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto directory = ExportDirectory::open(parent);
            QFile left(directory ? (*directory)->newFile(newUuid())->path() : QString());
            const char answer
                = directory && left.open(QIODevice::WriteOnly) && left.write("x") == 1 ? 'y' : 'n';
            left.flush();
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), 1);
        QCOMPARE(answer, 'y');
        QCOMPARE(files(), 1);
        {
            const auto beside = ExportDirectory::open(parent);
            QVERIFY(beside);
            QCOMPARE(files(), 1); // it lives: not ours to remove
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QCOMPARE(files(), 1);
        const ExportService next(services());
        QCOMPARE(files(), 0);
    }

    void parent_ofSomebodyElse_isRefused()
    {
        const QString real = m_directory->filePath(u"real"_s);
        QVERIFY(QDir().mkdir(real));
        QVERIFY(QFile::link(real, m_directory->filePath(u"link"_s)));
        const auto opened = ExportDirectory::open(m_directory->filePath(u"link"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(tst_ExportService)
#include "tst_exportservice.moc"
