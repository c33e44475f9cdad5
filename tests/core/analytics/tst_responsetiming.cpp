// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/responsetiming.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QString Setter = u"user:00000001-0002-0003-0405-060708090a0b"_s;

} // namespace

/// The filter and the answer of response timing (domain §7.7).
class tst_ResponseTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filter_isReadAndClamped_data()
    {
        QTest::addColumn<QueryItems>("items");
        QTest::addColumn<ResponseTimingFilter>("filter");
        const auto row = [](const char *name, const QueryItems &items, const ResponseTimingFilter &filter) {
            QTest::newRow(name) << items << filter;
        };
        row("nothing", {}, {});
        row("all of everything", {{u"channel"_s, u"all"_s}, {u"responder"_s, u"all"_s}}, {});
        row("numbers",
            {{u"attributionWindowDays"_s, u"60"_s}, {u"maturityBufferDays"_s, u"7"_s},
                {u"topRespondersLimit"_s, u"3"_s}},
            {60, 7, 3, {}, {}});
        row("too small",
            {{u"attributionWindowDays"_s, u"0"_s}, {u"maturityBufferDays"_s, u"-5"_s},
                {u"topRespondersLimit"_s, u"0.5"_s}},
            {1, 1, 1, {}, {}});
        row("too large",
            {{u"attributionWindowDays"_s, u"366"_s}, {u"maturityBufferDays"_s, u"1e300"_s},
                {u"topRespondersLimit"_s, u"51"_s}},
            {365, 60, 50, {}, {}});
        row("with a fraction", {{u"topRespondersLimit"_s, u"3.9"_s}}, {.topRespondersLimit = 3});
        row("channel and machine", {{u"channel"_s, u"sms"_s}, {u"responder"_s, u"ai"_s}},
            {.channel = u"sms"_s, .responder = u"ai"_s});
        row("setter", {{u"responder"_s, Setter.toUpper().replace(u"USER"_s, u"user"_s)}},
            {.responder = Setter});
    }
    void filter_isReadAndClamped()
    {
        QFETCH(QueryItems, items);
        QFETCH(ResponseTimingFilter, filter);
        const auto read = decodeResponseTimingFilter(items);
        QVERIFY2(read, qPrintable(read ? QString() : describe(read.error())));
        QCOMPARE(*read, filter);
        QCOMPARE(*decodeResponseTimingFilter(encodeResponseTimingFilter(filter)), filter);
    }

    void filter_unknownValue_namesTheParameter_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("channel") << u"channel"_s << u"fax"_s;
        QTest::newRow("responder") << u"responder"_s << u"robot"_s;
        QTest::newRow("setter without an id") << u"responder"_s << u"user:"_s;
        QTest::newRow("setter with half an id") << u"responder"_s << u"user:00000001-0002"_s;
        QTest::newRow("word for a number") << u"maturityBufferDays"_s << u"many"_s;
        QTest::newRow("no number") << u"topRespondersLimit"_s << u"nan"_s;
    }
    void filter_unknownValue_namesTheParameter()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const auto read = decodeResponseTimingFilter({{key, value}});
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QCOMPARE(read.error().code, u"INVALID_PARAMETER"_s);
        QCOMPARE(read.error().field, key);
    }

    void defaults_areNotOnTheWire()
    {
        QVERIFY(encodeResponseTimingFilter({}).isEmpty());
        QVERIFY(encodeResponseTimingFilter({.responder = u"all"_s}).isEmpty());
    }

    void answer_survivesTheWire()
    {
        ResponseTimingData data;
        data.responseTime = {{u"<1min"_s, {.booked = 2, .notBooked = 1}}};
        data.aiChosenDelay = {{u"180-210s"_s, {.pending = 1}}};
        data.aiDrift = {{u"on-time (±10s)"_s, {.bookedNoTimestamp = 1}}};
        data.responders = {{u"all"_s, u"All"_s, {.booked = 2, .notBooked = 1}, 90'000.0},
            {Setter, u"sam@x.example"_s, {}, std::nullopt}};
        data.filter = {.channel = u"sms"_s, .responder = Setter};
        data.medianResponseMs = 5'000'000'000.0;
        const QJsonObject object = encodeResponseTiming(data);
        const auto read = decodeResponseTiming(object);
        QVERIFY2(read, qPrintable(read ? QString() : describe(read.error())));
        QCOMPARE(*read, data);
        const QJsonObject option = object.value("responderOptions"_L1).toArray().first().toObject();
        QCOMPARE(option.keys(), QStringList({u"eligible"_s, u"key"_s, u"label"_s}));
        QCOMPARE(option.value("eligible"_L1).toInteger(), 3);
        const QJsonArray responders = object.value("responderSummary"_L1).toArray();
        QCOMPARE(responders.at(0).toObject().value("avgResponseFormatted"_L1).toString(), u"2m"_s);
        QCOMPARE(responders.at(1).toObject().value("avgResponseFormatted"_L1).toString(), u"N/A"_s);
        QVERIFY(responders.at(1).toObject().value("avgResponseMs"_L1).isNull());
        QVERIFY(object.value("p90ResponseMs"_L1).isNull());
    }

    void answer_withoutFilters_saysAll()
    {
        const QJsonObject filter = encodeResponseTiming({}).value("filter"_L1).toObject();
        QCOMPARE(filter.value("responder"_L1).toString(), u"all"_s);
        QVERIFY(filter.value("channel"_L1).isNull());
    }
};

QTEST_APPLESS_MAIN(tst_ResponseTiming)
#include "tst_responsetiming.moc"
