// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/workerpool.h"

#include <atomic>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_Async : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void deliver_callsOnceWithTheResult()
    {
        WorkerPool pool(2);
        QList<int> got;
        deliver(pool.run([](std::stop_token) -> Result<int> { return 42; }), this,
            [&](const Result<int> &result) { got.append(*result); });
        QTRY_COMPARE(got, QList<int>({42}));
    }

    void deliver_anError_arrivesAsOne()
    {
        WorkerPool pool(1);
        std::optional<Error> got;
        deliver(pool.run([](std::stop_token) -> Result<int> { return Error::notFound(u"gone"_s); }), this,
            [&](const Result<int> &result) { got = result.error(); });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->kind, Error::Kind::NotFound);
    }

    void pending_aNewQuestion_silencesTheOld()
    {
        WorkerPool pool(4);
        Pending<int> pending;
        QList<int> got;
        for (int i = 0; i < 50; ++i) {
            pending = pool.run([i](std::stop_token) -> Result<int> { return i; });
            deliver(pending, this, [&](const Result<int> &result) { got.append(*result); });
        }
        QTRY_COMPARE(got, QList<int>({49}));
        pool.waitForDone();
        QTest::qWait(20); // nothing more may come
        QCOMPARE(got.size(), 1);
    }

    void cancel_isSeenByTheWorker()
    {
        WorkerPool pool(1);
        std::atomic<bool> started = false;
        std::atomic<bool> stopped = false;
        auto reply = pool.run([&](std::stop_token stop) -> Result<int> {
            started = true;
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
            return 1;
        });
        QTRY_VERIFY(started);
        reply.cancel();
        pool.waitForDone();
        QVERIFY(stopped);
    }

    void deliver_receiverDiesMidFlight_callsNothing()
    {
        WorkerPool pool(4);
        std::atomic<int> calls = 0;
        for (int i = 0; i < 500; ++i) {
            auto receiver = std::make_unique<QObject>();
            deliver(pool.run([](std::stop_token) -> Result<int> { return 1; }), receiver.get(),
                [&](const Result<int> &) { ++calls; });
        }
        pool.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(calls.load(), 0);
    }

    void replySource_finishTwice_keepsTheFirst()
    {
        ReplySource<int> source;
        QList<int> got;
        deliver(source.reply(), this, [&](const Result<int> &result) { got.append(*result); });
        source.finish(1);
        source.finish(2);
        QTRY_COMPARE(got, QList<int>({1}));
    }
};

QTEST_GUILESS_MAIN(tst_Async)
#include "tst_async.moc"
