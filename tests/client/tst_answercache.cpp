// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/answercache.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_AnswerCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leastRecentlyUsed_goesFirst()
    {
        AnswerCache cache(2, 1000);
        cache.insert(u"a"_s, {"1", "A", {}});
        cache.insert(u"b"_s, {"2", "B", {}});
        QVERIFY(cache.find(u"a"_s).has_value());
        cache.insert(u"c"_s, {"3", "C", {}});
        QVERIFY(cache.find(u"a"_s).has_value());
        QVERIFY(!cache.find(u"b"_s).has_value());
        QCOMPARE(cache.find(u"c"_s)->etag, "3"_ba);
    }

    void bytes_areBounded()
    {
        AnswerCache cache(100, 1000);
        for (int i = 0; i < 50; ++i) {
            cache.insert(QString::number(i), {"e", QByteArray(100, 'x'), {}});
            QVERIFY(cache.bytes() <= 1000);
        }
        QVERIFY(cache.entries() > 5);
        cache.insert(u"large"_s, {"e", QByteArray(300, 'x'), {}});
        QVERIFY(!cache.find(u"large"_s).has_value());
        cache.clear();
        QCOMPARE(cache.bytes(), 0);
    }

    void newAnswer_replacesTheOld()
    {
        AnswerCache cache(10, 1000);
        cache.insert(u"a"_s, {"1", QByteArray(50, 'x'), {}});
        const qsizetype before = cache.bytes();
        cache.insert(u"a"_s, {"2", QByteArray(50, 'y'), {}});
        QCOMPARE(cache.bytes(), before);
        QCOMPARE(cache.entries(), 1);
        QCOMPARE(cache.find(u"a"_s)->etag, "2"_ba);
    }
};

QTEST_APPLESS_MAIN(tst_AnswerCache)
#include "tst_answercache.moc"
