// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/exporttransfer.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// An export on its way, over a service that does what it is told.
class tst_ExportTransfer : public QObject
{
    Q_OBJECT

    FakeAnalyticsGateway m_gateway;
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    QByteArray m_content;
    ExportJob m_job;

    QString target() const { return m_directory->filePath(u"rows.csv"_s); }
    QByteArray written() const
    {
        QFile file(target());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList leftovers() const
    {
        return QDir(m_directory->path()).entryList({u"*.part"_s}, QDir::Files | QDir::Hidden);
    }
    std::unique_ptr<ExportTransfer> make()
    {
        return std::make_unique<ExportTransfer>(m_gateway, m_clock, ExportRequest {.tab = u"crm"_s}, target(),
            ExportTransfer::Pace {1ms, 4ms, 60s});
    }
    Result<QByteArray> piece(const FakeAnalyticsGateway::Asked<QByteArray> &asked) const
    {
        return m_content.mid(asked.offset, asked.length);
    }
    void answerAll()
    {
        m_gateway.answerStartExport = [this](const auto &) -> Result<ExportJob> { return m_job; };
        m_gateway.answerExportPoll = [this](const auto &) -> Result<ExportJob> { return m_job; };
        m_gateway.answerExportRead = [this](const auto &asked) { return piece(asked); };
        m_gateway.answerCancelExport = [](const auto &) -> Result<bool> { return true; };
    }
    void finishJob()
    {
        m_job.state = ExportState::Done;
        m_job.sizeBytes = m_content.size();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_gateway = FakeAnalyticsGateway();
        m_directory = std::make_unique<QTemporaryDir>();
        m_content.resize(2 * ExportTransfer::PieceBytes + 12345);
        for (qsizetype i = 0; i < m_content.size(); ++i)
            m_content[i] = char('a' + i % 23);
        m_job = {.id = QUuid::createUuid(), .rowsWritten = 10, .rowsTotal = 40};
        answerAll();
    }

    void export_isPolledFetchedInPiecesAndRenamed()
    {
        auto transfer = make();
        transfer->start();
        QCOMPARE(transfer->phase(), ExportTransfer::Phase::Preparing);
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 2);
        QCOMPARE(transfer->progress(), 0.25);
        QVERIFY(!QFile::exists(target()));
        finishJob();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QCOMPARE(written(), m_content);
        QCOMPARE(leftovers(), QStringList());
        QCOMPARE(m_gateway.exportReads.size(), size_t(3));
        QCOMPARE(m_gateway.exportReads.at(1).offset, ExportTransfer::PieceBytes);
        QCOMPARE(m_gateway.exportReads.back().length, qint64(12345));
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(0));
    }

    void empty_isAFileToo()
    {
        m_content.clear();
        finishJob();
        auto transfer = make();
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QVERIFY(QFile::exists(target()));
    }

    void lostConnection_isWaitedOutWithoutFetchingTwice()
    {
        finishJob();
        int refusals = 3;
        m_gateway.answerExportRead = [&](const auto &asked) -> Result<QByteArray> {
            if (asked.offset > 0 && refusals-- > 0)
                return Error::unavailable(u"cut"_s);
            return piece(asked);
        };
        auto transfer = make();
        bool wasWaiting = false;
        connect(transfer.get(), &ExportTransfer::changed, this,
            [&] { wasWaiting |= transfer->isWaitingForConnection(); });
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QVERIFY(wasWaiting);
        QCOMPARE(written(), m_content);
        QCOMPARE(std::ranges::count(
                     m_gateway.exportReads, qint64(0), &FakeAnalyticsGateway::Asked<QByteArray>::offset),
            1);
    }

    void longOutage_failsAndRetryGoesOn()
    {
        finishJob();
        m_gateway.answerExportRead = [&](const auto &asked) -> Result<QByteArray> {
            if (asked.offset == 0)
                return piece(asked);
            m_clock.advance(31s);
            return Error::unavailable(u"cut"_s);
        };
        auto transfer = make();
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Failed);
        QCOMPARE(transfer->error()->kind, Error::Kind::Unavailable);
        QCOMPARE(transfer->bytesHere(), ExportTransfer::PieceBytes);
        m_gateway.forget();
        answerAll();
        transfer->retry();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QCOMPARE(m_gateway.exportReads.front().offset, ExportTransfer::PieceBytes);
        QCOMPARE(m_gateway.startedExports.size(), size_t(0));
        QCOMPARE(written(), m_content);
    }

    void goneExport_startsAnewOnRetry()
    {
        finishJob();
        m_gateway.answerExportRead
            = [](const auto &) -> Result<QByteArray> { return Error::notFound(u"expired"_s); };
        auto transfer = make();
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Failed);
        answerAll();
        transfer->retry();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QCOMPARE(m_gateway.startedExports.size(), size_t(2));
    }

    void failedJob_saysSo()
    {
        m_job.state = ExportState::Failed;
        m_job.error = u"statement timeout"_s;
        auto transfer = make();
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Failed);
        QCOMPARE(transfer->error()->detail, u"statement timeout"_s);
        QVERIFY(!QFile::exists(target()));
    }

    void wrongSize_isNoSuccess()
    {
        finishJob();
        m_gateway.answerExportRead = [](const auto &) -> Result<QByteArray> { return QByteArray(); };
        auto transfer = make();
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Failed);
        QVERIFY(!QFile::exists(target()));
    }

    void diskThatTakesNothing_failsInPlaceAndLeavesTheOldFile()
    {
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        finishJob();
        auto transfer = std::make_unique<ExportTransfer>(m_gateway, m_clock, ExportRequest {.tab = u"crm"_s},
            m_directory->filePath(u"no such folder/rows.csv"_s), ExportTransfer::Pace {1ms, 4ms, 60s});
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Failed);
        QVERIFY(!transfer->fileError().isEmpty());
        QVERIFY(!transfer->error());
        QVERIFY(QDir(m_directory->path()).mkdir(u"no such folder"_s));
        transfer->retry();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QCOMPARE(written(), "old"_ba);
    }

    void existingFile_isReplacedOnlyAtTheEnd()
    {
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        finishJob();
        m_gateway.answerExportRead = [&](const auto &asked) -> Result<QByteArray> {
            if (asked.offset == 0) // still the old one
                m_job.error = QString::fromUtf8(written());
            return piece(asked);
        };
        auto transfer = make();
        transfer->start();
        QTRY_COMPARE(transfer->phase(), ExportTransfer::Phase::Done);
        QCOMPARE(m_job.error, u"old"_s);
        QCOMPARE(written(), m_content);
    }

    void cancel_stopsTheServiceAndLeavesNothing()
    {
        auto transfer = make();
        QSignalSpy finished(transfer.get(), &ExportTransfer::finished);
        transfer->start();
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 1);
        transfer->cancel();
        QCOMPARE(transfer->phase(), ExportTransfer::Phase::Cancelled);
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(1));
        QCOMPARE(m_gateway.cancelledExports.front().exportId, m_job.id);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(leftovers(), QStringList());
    }

    void destroyedWhileRunning_cancels()
    {
        auto transfer = make();
        transfer->start();
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 1);
        transfer.reset();
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(1));
    }

    void estimate_comesAfterTenSeconds()
    {
        m_job.rowsWritten = 0;
        auto transfer = make();
        transfer->start();
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 1);
        QCOMPARE(transfer->rate(), std::nullopt);
        m_job.rowsWritten = 10;
        m_clock.advance(5s);
        QTRY_COMPARE(transfer->rate(), 2.0);
        QCOMPARE(transfer->timeLeft(), std::nullopt);
        m_clock.advance(5s);
        QCOMPARE(transfer->timeLeft(), 31s);
    }
};

QTEST_GUILESS_MAIN(tst_ExportTransfer)
#include "tst_exporttransfer.moc"
