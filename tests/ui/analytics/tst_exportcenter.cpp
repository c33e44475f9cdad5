// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/fakeshell.h"
#include "ui/analytics/exportcenter.h"
#include "ui/analytics/exportline.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_ExportCenter : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellStage> m_stage;
    FakeAnalyticsGateway m_gateway;
    std::unique_ptr<ExportTransfers> m_transfers;
    CommandRegistry m_commands;
    std::unique_ptr<QWidget> m_window;
    ExportCenter *m_center = nullptr;
    ExportJob m_job;
    QByteArray m_content = "a,b\r\n1,2\r\n"_ba;

    QAbstractButton *button(const QString &name, int line = 0) const
    {
        return m_center->lines().at(line)->findChild<QAbstractButton *>(name);
    }
    void start(ExportFormat format = ExportFormat::Csv)
    {
        m_center->start({.tab = u"crm"_s, .format = format});
    }

    ExportCenter *openCenter(int workspace = 0)
    {
        const PageContext context {
            demoWorkspaces().at(workspace), {}, m_stage->theme, m_commands, m_stage->dialogs, m_stage->clock};
        auto *center = new ExportCenter(context, *m_transfers, m_window.get());
        m_window->layout()->addWidget(center);
        return center;
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
        m_stage = std::make_unique<ShellStage>();
        m_gateway = FakeAnalyticsGateway();
        m_job = {.id = QUuid::createUuid(), .rowsWritten = 1200, .rowsTotal = 4800};
        m_gateway.answerStartExport = [this](const auto &) -> Result<ExportJob> { return m_job; };
        m_gateway.answerExportPoll = [this](const auto &) -> Result<ExportJob> { return m_job; };
        m_gateway.answerCancelExport = [](const auto &) -> Result<bool> { return true; };
        m_gateway.answerExportRead = [this](const auto &asked) -> Result<QByteArray> {
            return m_content.mid(asked.offset, asked.length);
        };
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 300);
        m_transfers = std::make_unique<ExportTransfers>(m_gateway, m_stage->clock);
        m_transfers->setPace({1ms, 5ms, 60s});
        auto *column = new QVBoxLayout(m_window.get());
        column->setSizeConstraint(QLayout::SetNoConstraint);
        m_center = openCenter();
        m_window->show();
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"rows.csv"_s);
    }
    void cleanup()
    {
        m_window.reset();
        m_transfers.reset();
        m_stage.reset();
    }

    void nothing_isNotSeen()
    {
        QVERIFY(!m_center->isVisible());
        m_stage->dialogs.saveFile.clear(); // the person gives up
        start();
        QVERIFY(!m_center->isVisible());
        QCOMPARE(m_gateway.callCount(), 0);
    }

    void export_showsHowFarItIsAndStaysUntilItIsRead()
    {
        start();
        QVERIFY(m_center->isVisible());
        ExportLine *line = m_center->lines().first();
        QTRY_VERIFY(line->text().startsWith(u"1,200 of 4,800 rows"_s));
        QVERIFY(button(u"exportCancel"_s)->isVisible());
        QVERIFY(!button(u"exportDismiss"_s)->isVisible());
        m_stage->clock.advance(12s);
        line->updateTimes();
        QVERIFY2(line->text().contains(u"100 rows a second"_s), qPrintable(line->text()));
        QVERIFY2(line->text().contains(u"37 s left"_s), qPrintable(line->text()));
        m_job.rowsWritten = 4800;
        m_job.state = ExportState::Done;
        m_job.sizeBytes = m_content.size();
        QTRY_VERIFY(button(u"exportFolder"_s)->isVisible());
        QVERIFY(line->text().startsWith(u"rows.csv"_s));
        QVERIFY(QFile::exists(m_stage->dialogs.saveFile));
        QString shown;
        m_center->setOpener([&](const QString &file) { shown = file; });
        QTest::mouseClick(button(u"exportFolder"_s), Qt::LeftButton);
        QCOMPARE(shown, m_stage->dialogs.saveFile);
        QVERIFY(m_center->isVisible());
        QTest::mouseClick(button(u"exportDismiss"_s), Qt::LeftButton);
        QVERIFY(!m_center->isVisible());
    }

    void several_runAtOnceAndOneCanBeCancelled()
    {
        start();
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"rows.xlsx"_s);
        start(ExportFormat::Xlsx);
        QCOMPARE(m_center->runningCount(), 2);
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 2);
        QTest::mouseClick(button(u"exportCancel"_s, 1), Qt::LeftButton);
        QCOMPARE(m_center->runningCount(), 1);
        QCOMPARE(m_center->lines().at(1)->text(), u"Cancelled"_s);
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(1));
    }

    void failure_standsInPlaceWithRetry()
    {
        m_gateway.answerStartExport = [](const auto &) -> Result<ExportJob> {
            Error error = Error::unavailable(u"down"_s);
            error.requestId = u"91cc4455ee"_s;
            return error;
        };
        start();
        QTRY_VERIFY(button(u"exportRetry"_s)->isVisible());
        QVERIFY(m_center->lines().first()->text().contains(u"91cc4455"_s));
        m_gateway.answerStartExport = [this](const auto &) -> Result<ExportJob> { return m_job; };
        QTest::mouseClick(button(u"exportRetry"_s), Qt::LeftButton);
        QTRY_VERIFY(m_center->lines().first()->transfer().isRunning());
    }

    void diskError_saysWhatTheSystemSaid()
    {
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"missing/rows.csv"_s);
        m_job.state = ExportState::Done;
        m_job.sizeBytes = m_content.size();
        start();
        QTRY_VERIFY(button(u"exportRetry"_s)->isVisible());
        QVERIFY(m_center->lines().first()->text().startsWith(u"The file could not be written"_s));
    }

    void name_getsTheFormatsSuffix()
    {
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"rows"_s);
        start(ExportFormat::Xlsx);
        QVERIFY(m_center->lines().first()->transfer().target().endsWith(u"rows.xlsx"_s));
    }

    void leaving_isAskedOnlyWhileOneRuns()
    {
        QVERIFY(!exportLeaveQuestion(*m_transfers));
        start();
        const auto question = exportLeaveQuestion(*m_transfers);
        QVERIFY(question);
        QVERIFY(question->isDangerous);
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 1);
        m_transfers->clear(); // signed out
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(1));
        QVERIFY(!exportLeaveQuestion(*m_transfers));
        QVERIFY(!m_center->isVisible());
    }

    void page_thatIsBuiltAnewShowsWhatGoesOn()
    {
        start();
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 1);
        delete m_center;
        QCOMPARE(m_transfers->runningCount(), 1);
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(0));
        m_center = openCenter(1);
        QVERIFY(m_center->lines().isEmpty()); // another workspace's
        delete m_center;
        m_center = openCenter();
        QTRY_VERIFY(m_center->isVisible());
        QTRY_VERIFY(m_center->lines().first()->text().startsWith(u"1,200 of 4,800 rows"_s));
        finishJob();
        QTRY_VERIFY(button(u"exportFolder"_s)->isVisible());
        QVERIFY(QFile::exists(m_stage->dialogs.saveFile));
    }

    void two_thatEndedWellShareALine()
    {
        m_window->resize(1200, 300);
        finishJob();
        start();
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"more.csv"_s);
        start();
        QTRY_VERIFY(button(u"exportFolder"_s, 0)->isVisible() && button(u"exportFolder"_s, 1)->isVisible());
        QTRY_VERIFY(m_center->height() < 40);
        const QRect first = m_center->lines().at(0)->geometry();
        const QRect second = m_center->lines().at(1)->geometry();
        QCOMPARE(first.top(), second.top());
        QVERIFY(first.right() < second.left());
        m_window->resize(700, 300);
        QTRY_VERIFY(m_center->lines().at(1)->y() > m_center->lines().at(0)->y());
        m_window->resize(1200, 300);
        m_job = {.id = QUuid::createUuid()};
        start(); // what runs has a line of its own below them
        QTRY_COMPARE(m_center->lines().at(2)->width(), m_center->width());
        QVERIFY(m_center->lines().at(2)->y() > m_center->lines().at(0)->y());
    }
};

QTEST_MAIN(tst_ExportCenter)
#include "tst_exportcenter.moc"
