// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QAbstractEventDispatcher>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace signalbox;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(testLog, "signalbox.test", QtInfoMsg)

/// What a service writes to its standard error, which is a file here.
class tst_Log : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_file.open());
        QCOMPARE(::dup2(m_file.handle(), STDERR_FILENO), STDERR_FILENO);
        installJsonLog();
        gatherLogLines(QAbstractEventDispatcher::instance());
    }

    void gatheredLine_isWrittenBeforeTheLoopWaits()
    {
        logInfoMembers(testLog(), "first"_L1, "\"n\":1");
        logInfoMembers(testLog(), "second"_L1, "\"n\":2");
        QCOMPARE(written(), QByteArray());
        QTimer::singleShot(0, this, [] {});
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const QList<QByteArray> lines = written().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject line = QJsonDocument::fromJson(lines.at(1)).object();
        QCOMPARE(line.value("event"_L1).toString(), u"second"_s);
        QCOMPARE(line.value("n"_L1).toInt(), 2);
        QCOMPARE(line.value("level"_L1).toString(), u"info"_s);
        QCOMPARE(line.value("category"_L1).toString(), u"signalbox.test"_s);
    }

    void warning_goesAtOnce_afterWhatWasBefore()
    {
        logInfoMembers(testLog(), "request"_L1, "\"n\":1");
        logWarning(testLog(), "trouble"_L1, {{u"what"_s, u"x"_s}});
        const QList<QByteArray> lines = written().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).contains("request"));
        QVERIFY(lines.at(1).contains("trouble"));
    }

    void manyLines_areWrittenWithoutWaiting_andWhole()
    {
        QByteArray all;
        for (int i = 0; i < 1000; ++i) {
            logInfoMembers(testLog(), "request"_L1, "\"n\":" + QByteArray::number(i));
            const QByteArray piece = written();
            QVERIFY(piece.isEmpty() || piece.endsWith('\n'));
            all += piece;
        }
        QVERIFY(all.count('\n') > 800);
        logWarning(testLog(), "end"_L1);
        all += written();
        const QList<QByteArray> lines = all.trimmed().split('\n');
        QCOMPARE(lines.size(), 1001);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(QJsonDocument::fromJson(lines.at(i)).object().value("n"_L1).toInt(), i);
    }

private:
    /// What came since the last call.
    QByteArray written()
    {
        QFile file(m_file.fileName());
        if (!file.open(QIODevice::ReadOnly) || !file.seek(m_read))
            return "cannot read the log";
        const QByteArray piece = file.readAll();
        m_read += piece.size();
        return piece;
    }

    QTemporaryFile m_file;
    qint64 m_read = 0;
};

QTEST_GUILESS_MAIN(tst_Log)
#include "tst_log.moc"
