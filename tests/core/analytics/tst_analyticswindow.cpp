// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticswindow.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

Instant at(const QString &iso)
{
    return parseIso(iso).value_or(Instant());
}

AnalyticsWindow window(const QString &from, const QString &to)
{
    return {at(from), at(to)};
}

QString text(const std::optional<AnalyticsWindow> &window)
{
    if (!window)
        return u"none"_s;
    return (window->from ? toIsoMicros(*window->from) : u"…"_s) + u' '
        + (window->to ? toIsoMicros(*window->to) : u"…"_s);
}

QStringList lines(const QList<LocalDay> &days)
{
    QStringList lines;
    for (const LocalDay &day : days)
        lines.append(day.date.toString(Qt::ISODate) + u' ' + toIso(day.begin).mid(5, 11) + u' '
            + toIso(day.end).mid(5, 11));
    return lines;
}

const QTimeZone NewYork("America/New_York");

} // namespace

class tst_AnalyticsWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completed_fillsTheMissingBound()
    {
        const Instant now = at(u"2026-02-18T10:00:00Z"_s);
        QCOMPARE(text(completed({}, now)), text(AnalyticsWindow()));
        QCOMPARE(text(completed({at(u"2020-01-01"_s), {}}, now)),
            text(window(u"2020-01-01"_s, u"2026-02-18T10:00:00Z"_s)));
        QCOMPARE(
            text(completed({{}, at(u"2026-02-01"_s)}, now)), text(window(u"2026-01-02"_s, u"2026-02-01"_s)));
        const AnalyticsWindow later = completed({at(u"2027-01-01"_s), {}}, now);
        QVERIFY(later.from == later.to);
    }

    void settled_endedEarlier_movesToTheNextMinute()
    {
        const Instant now = at(u"2026-02-19T08:00:00Z"_s);
        QCOMPARE(text(settled(window(u"2026-02-11T10:00:07.25Z"_s, u"2026-02-18T10:00:07.25Z"_s), now)),
            text(window(u"2026-02-11T10:01:00Z"_s, u"2026-02-18T10:01:00Z"_s)));
        const AnalyticsWindow whole = window(u"2026-02-11"_s, u"2026-02-18T10:01:00Z"_s);
        QVERIFY(settled(whole, now) == whole);
        QVERIFY(settled({}, now) == AnalyticsWindow());
    }

    void settled_endsNow_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("expected");
        QTest::newRow("now") << u"2026-02-18T10:01:07Z"_s << u"10:05:00"_s;
        QTest::newRow("60 s ago") << u"2026-02-18T10:02:07Z"_s << u"10:05:00"_s;
        QTest::newRow("60 s ahead") << u"2026-02-18T10:00:07Z"_s << u"10:05:00"_s;
        QTest::newRow("longer ago") << u"2026-02-18T10:02:07.001Z"_s << u"10:02:00"_s;
        QTest::newRow("further ahead") << u"2026-02-18T10:00:06.999Z"_s << u"10:02:00"_s;
    }
    void settled_endsNow()
    {
        QFETCH(const QString, now);
        QFETCH(const QString, expected);
        const AnalyticsWindow sent = window(u"2026-02-11T10:01:07Z"_s, u"2026-02-18T10:01:07Z"_s);
        const AnalyticsWindow read = settled(sent, at(now));
        QCOMPARE(
            text(read), text(window(u"2026-02-11T%1Z"_s.arg(expected), u"2026-02-18T%1Z"_s.arg(expected))));
        if (expected == u"10:05:00"_s)
            QVERIFY(settled(read, at(now)) == read);
        QVERIFY(signalbox::comparisonWindow(read, Comparison::Previous, QTimeZone::utc())->to == read.from);
    }

    void settled_neverReachesIntoTheNextDay()
    {
        const Instant now = at(u"2026-02-18T18:13:20Z"_s); // 23:58:20 in Kathmandu
        const AnalyticsWindow week = lastDays(7, now);
        QCOMPARE(text(week), text(window(u"2026-02-11T18:15:00Z"_s, u"2026-02-18T18:15:00Z"_s)));
        const auto days = localDays(*week.from, *week.to, QTimeZone("Asia/Kathmandu"));
        QCOMPARE(days.size(), 7);
        QCOMPARE(days.last().date, QDate(2026, 2, 18));
        // Since a midnight until now is the same question for a while, and misses nothing after the midnight.
        const Instant since = at(u"2026-02-18T10:00:07.25Z"_s);
        QCOMPARE(text(settled(window(u"2026-02-11"_s, u"2026-02-18T10:00:07.25Z"_s), since)),
            text(window(u"2026-02-11"_s, u"2026-02-18T10:05:00Z"_s)));
        QCOMPARE(text(settled(window(u"2026-02-11T09:02:30Z"_s, u"2026-02-18T10:00:07.25Z"_s), since)),
            text(window(u"2026-02-11T09:03:00Z"_s, u"2026-02-18T10:05:00Z"_s)));
        QCOMPARE(text(lastDays(7, at(u"2026-02-18T10:00:07Z"_s))),
            text(window(u"2026-02-11T10:05:00Z"_s, u"2026-02-18T10:05:00Z"_s)));
    }

    void comparisonWindow_data()
    {
        QTest::addColumn<AnalyticsWindow>("window");
        QTest::addColumn<int>("compare");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *name, const AnalyticsWindow &of, Comparison compare, const QString &expected) {
                  QTest::newRow(name) << of << int(compare) << expected;
              };
        const AnalyticsWindow week = window(u"2026-03-06T15:00:00Z"_s, u"2026-03-13T15:00:00Z"_s);
        row("no comparison", week, Comparison::None, u"none"_s);
        row("all time has none", {}, Comparison::Previous, u"none"_s);
        row("an open end has none", {{}, at(u"2026-03-06"_s)}, Comparison::Year, u"none"_s);
        row("the same length before, whatever the clock does", week, Comparison::Previous,
            u"2026-02-27T15:00:00.000000Z 2026-03-06T15:00:00.000000Z"_s);
        // 10:00 EST and 11:00 EDT; a year earlier the clock changed on the 9th.
        row("the same wall times a year earlier", week, Comparison::Year,
            u"2025-03-06T15:00:00.000000Z 2025-03-13T15:00:00.000000Z"_s);
        row("another offset a year earlier",
            window(u"2026-03-08T16:00:00Z"_s, u"2026-03-09T04:00:00.000001Z"_s), Comparison::Year,
            u"2025-03-08T17:00:00.000000Z 2025-03-09T05:00:00.000001Z"_s);
        row("29 February", window(u"2024-02-29T05:00:00Z"_s, u"2024-03-01T05:00:00Z"_s), Comparison::Year,
            u"2023-02-28T05:00:00.000000Z 2023-03-01T05:00:00.000000Z"_s);
        // 02:30 on 2026-03-09 is 02:30 on 2025-03-09, which the clock skipped: as long after the jump.
        row("a time the clock skipped", window(u"2026-03-09T06:30:00Z"_s, u"2026-03-10T04:00:00Z"_s),
            Comparison::Year, u"2025-03-09T07:30:00.000000Z 2025-03-10T04:00:00.000000Z"_s);
    }
    void comparisonWindow()
    {
        QFETCH(AnalyticsWindow, window);
        QFETCH(int, compare);
        QFETCH(QString, expected);
        QCOMPARE(text(signalbox::comparisonWindow(window, Comparison(compare), NewYork)), expected);
    }

    void localDays_areWhatTheWindowTouches_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("cut at both ends")
            << QByteArray("UTC") << u"2026-02-17T23:59:59Z"_s << u"2026-02-18T00:00:01Z"_s
            << QStringList {u"2026-02-17 02-17T00:00 02-18T00:00"_s, u"2026-02-18 02-18T00:00 02-19T00:00"_s};
        QTest::newRow("an end at midnight touches no further day")
            << QByteArray("UTC") << u"2026-02-17"_s << u"2026-02-18"_s
            << QStringList {u"2026-02-17 02-17T00:00 02-18T00:00"_s};
        QTest::newRow("nothing") << QByteArray("UTC") << u"2026-02-17"_s << u"2026-02-17"_s << QStringList();
        QTest::newRow("23 hours") << QByteArray("America/New_York") << u"2026-03-08T12:00:00Z"_s
                                  << u"2026-03-08T13:00:00Z"_s
                                  << QStringList {u"2026-03-08 03-08T05:00 03-09T04:00"_s};
        QTest::newRow("25 hours") << QByteArray("America/New_York") << u"2025-11-02T04:00:00Z"_s
                                  << u"2025-11-03T05:00:00Z"_s
                                  << QStringList {u"2025-11-02 11-02T04:00 11-03T05:00"_s};
        QTest::newRow("half an hour")
            << QByteArray("Australia/Lord_Howe") << u"2026-04-05T00:00:00Z"_s << u"2026-04-05T00:01:00Z"_s
            << QStringList {u"2026-04-05 04-04T13:00 04-05T13:30"_s};
        QTest::newRow("set back over midnight: the first one counts")
            << QByteArray("America/Havana") << u"2025-11-02T04:30:00Z"_s << u"2025-11-02T06:00:00Z"_s
            << QStringList {u"2025-11-02 11-02T04:00 11-03T05:00"_s};
        QTest::newRow("a midnight that is skipped")
            << QByteArray("Asia/Beirut") << u"2025-03-29T21:59:00Z"_s << u"2025-03-29T22:01:00Z"_s
            << QStringList {u"2025-03-29 03-28T22:00 03-29T22:00"_s, u"2025-03-30 03-29T22:00 03-30T21:00"_s};
        QTest::newRow("a day that never was")
            << QByteArray("Pacific/Apia") << u"2011-12-30T09:00:00Z"_s << u"2011-12-30T11:00:00Z"_s
            << QStringList {u"2011-12-29 12-29T10:00 12-30T10:00"_s, u"2011-12-31 12-30T10:00 12-31T10:00"_s};
    }
    void localDays_areWhatTheWindowTouches()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QStringList, expected);
        QCOMPARE(lines(localDays(at(from), at(to), QTimeZone(zone))), expected);
    }

    void analyticsZone_isUtcWhenUnknown()
    {
        QCOMPARE(analyticsZone(u"Europe/London"_s).id(), QByteArray("Europe/London"));
        QCOMPARE(analyticsZone(QString()), QTimeZone::utc());
        QCOMPARE(analyticsZone(u"Mars/Olympus"_s), QTimeZone::utc());
    }

    void request_roundTrips()
    {
        AnalyticsRequest request {.workspace = {newUuid()}};
        QVERIFY(*decodeAnalyticsRequest(encodeAnalyticsRequest(request)) == request);
        request.window = window(u"2026-02-01T00:00:00.000001Z"_s, u"2026-02-18"_s);
        request.compare = Comparison::Year;
        request.forceRefresh = true;
        QVERIFY(*decodeAnalyticsRequest(encodeAnalyticsRequest(request)) == request);
    }

    void request_namesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("clientId") << u"x"_s;
        QTest::newRow("from") << u"yesterday"_s;
        QTest::newRow("to") << u"2026-13-01"_s;
        QTest::newRow("compare") << u"decade"_s;
        QTest::newRow("forceRefresh") << u"maybe"_s;
    }
    void request_namesWhatIsWrong()
    {
        QFETCH(QString, value);
        const QString key = QString::fromLatin1(QTest::currentDataTag());
        QueryItems items {{key, value}, {u"clientId"_s, newUuid().toString(QUuid::WithoutBraces)}};
        const auto refused = decodeAnalyticsRequest(items);
        QVERIFY(!refused);
        QCOMPARE(refused.error().field, key);
        QCOMPARE(refused.error().code, u"INVALID_PARAMETER"_s);
    }

    void request_outsideTheCalendar_isRefused()
    {
        const QueryItems workspace {{u"clientId"_s, newUuid().toString(QUuid::WithoutBraces)}};
        for (const QString &bound : {u"0001-01-01T00:00:00Z"_s, u"9999-12-31T23:59:59Z"_s}) {
            for (const QString &key : {u"from"_s, u"to"_s})
                QCOMPARE(decodeAnalyticsRequest(workspace + QueryItems {{key, bound}}).error().field, key);
        }
        QVERIFY(decodeAnalyticsRequest(workspace
            + QueryItems {{u"from"_s, u"1900-01-01T00:00:00Z"_s}, {u"to"_s, u"3000-01-01T00:00:00Z"_s}}));
    }

    void request_withBoundsTheWrongWayRound_isRefused()
    {
        AnalyticsRequest request {.workspace = {newUuid()}};
        request.window = window(u"2026-02-18"_s, u"2026-02-01"_s);
        QCOMPARE(decodeAnalyticsRequest(encodeAnalyticsRequest(request)).error().field, u"from"_s);
        request.window = window(u"2026-02-18"_s, u"2026-02-18"_s);
        QVERIFY(decodeAnalyticsRequest(encodeAnalyticsRequest(request)));
    }

    void window_roundTrips()
    {
        for (const AnalyticsWindow &one : {AnalyticsWindow(), window(u"2026-02-01"_s, u"2026-02-18"_s)})
            QVERIFY(*decodeWindow(encodeWindow(one)) == one);
        QCOMPARE(decodeWindow({{"from"_L1, 5}}).error().field, u"window.from"_s);
    }
};

QTEST_APPLESS_MAIN(tst_AnalyticsWindow)
#include "tst_analyticswindow.moc"
