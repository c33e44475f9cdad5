// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/fakeshell.h"
#include "ui/analytics/exportcenter.h"
#include "ui/analytics/exportline.h"

#include <QBoxLayout>
#include <QPushButton>
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
    CommandRegistry m_commands;
    std::unique_ptr<QWidget> m_window;
    ExportCenter *m_center = nullptr;
    ExportJob m_job;
    QByteArray m_content = "a,b\r\n1,2\r\n"_ba;

    QPushButton *button(const QString &name, int line = 0) const
    {
        return m_center->lines().at(line)->findChild<QPushButton *>(name);
    }
    void start(ExportFormat format = ExportFormat::Csv)
    {
        m_center->start({.tab = u"crm"_s, .format = format});
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
        const PageContext context {
            demoWorkspaces().first(), {}, m_stage->theme, m_commands, m_stage->dialogs, m_stage->clock};
        m_center = new ExportCenter(context, m_gateway, m_window.get());
        m_center->setPace({1ms, 5ms, 60s});
        auto *column = new QVBoxLayout(m_window.get());
        column->setSizeConstraint(QLayout::SetNoConstraint);
        column->addWidget(m_center);
        m_window->show();
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"rows.csv"_s);
    }
    void cleanup()
    {
        m_window.reset();
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
        QVERIFY(!exportLeaveQuestion(*m_window));
        start();
        const auto question = exportLeaveQuestion(*m_window);
        QVERIFY(question);
        QVERIFY(question->isDangerous);
        QTRY_VERIFY(m_gateway.exportPolls.size() >= 1);
        m_window.reset(); // the workspace is left
        QCOMPARE(m_gateway.cancelledExports.size(), size_t(1));
    }
};

QTEST_MAIN(tst_ExportCenter)
#include "tst_exportcenter.moc"
