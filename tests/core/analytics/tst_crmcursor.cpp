// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/crmcursor.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const UserId Setter {QUuid::fromString(u"11111111-1111-4111-8111-111111111111"_s)};
const QUuid Row = QUuid::fromString(u"22222222-2222-4222-8222-222222222222"_s);

CrmQuery queryBy(const QString &sort = u"date"_s, bool isDescending = true)
{
    CrmQuery query;
    query.workspace = {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};
    query.sort = sort;
    query.isDescending = isDescending;
    return query;
}

CrmCursor position(const std::optional<QString> &key)
{
    return {Row, parseIso(u"2026-02-18T05:52:00.123456Z"_s), key};
}

QString closed(const QJsonObject &object)
{
    return QString::fromLatin1(QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(Encoding));
}

QJsonObject opened(const QString &cursor)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(cursor.toLatin1(), Encoding)).object();
}

} // namespace

class tst_CrmCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cursor_decodesToThePosition_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("key");
        QTest::newRow("by date") << u"date"_s << u"2026-02-18T05:00:00.000001Z"_s;
        QTest::newRow("without a value") << u"date"_s << QString();
        QTest::newRow("by text") << u"notes"_s << u"zoë \"x\" מרים\n"_s;
        QTest::newRow("by the longest text") << u"notes"_s << QString(200, QChar(0x07));
        QTest::newRow("by text that begins with a byte order mark") << u"notes"_s << u"\uFEFFabc \"\uFEFF"_s;
        QTest::newRow("by score") << u"leadScore"_s << u"0"_s;
    }
    void cursor_decodesToThePosition()
    {
        QFETCH(QString, sort);
        QFETCH(QString, key);
        const CrmCursor cursor = position(key.isNull() ? std::nullopt : std::optional(key));
        const CrmQuery query = queryBy(sort);
        const auto decoded = decodeCrmCursor(encodeCrmCursor(cursor, query, Setter), query, Setter);
        QVERIFY2(decoded.has_value(), qPrintable(decoded ? QString() : decoded.error().detail));
        QVERIFY(*decoded == cursor);
    }

    void cursor_hasTheAgreedForm()
    {
        const QJsonObject object = opened(encodeCrmCursor(position({}), queryBy(), {}));
        QCOMPARE(object.keys(), QStringList({u"c"_s, u"f"_s, u"i"_s, u"k"_s, u"v"_s}));
        QVERIFY(object.value("k"_L1).isNull());
        QCOMPARE(object.value("f"_L1).toString().size(), 16);
    }

    void cursor_ofOtherRows_isRefused()
    {
        const QString cursor = encodeCrmCursor(position({}), queryBy(), {});
        QList<CrmQuery> others(9, queryBy());
        others[0].workspace = {QUuid::fromString(u"44444444-4444-4444-8444-444444444444"_s)};
        others[1].campaign = u"x"_s;
        others[2].leadCategory = u"x"_s;
        others[3].leadStatus = u"new"_s;
        others[4].responseMode = u"AI"_s;
        others[5].from = Instant {};
        others[6].to = Instant {};
        others[7].sort = u"dateOfBooking"_s;
        others[8].isDescending = false;
        for (const CrmQuery &other : others)
            QCOMPARE(decodeCrmCursor(cursor, other, {}).error().code, u"INVALID_CURSOR"_s);
        QCOMPARE(decodeCrmCursor(cursor, queryBy(), Setter).error().code, u"INVALID_CURSOR"_s);
        CrmQuery blank = queryBy();
        blank.campaign = u"  "_s;
        QVERIFY(decodeCrmCursor(cursor, blank, {}).has_value());
    }

    void bareRowId_needsTheDefaultSort()
    {
        const auto decoded = decodeCrmCursor(Row.toString(QUuid::WithoutBraces), queryBy(), {});
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == (CrmCursor {Row, {}, {}}));
        QVERIFY(
            !decodeCrmCursor(Row.toString(QUuid::WithoutBraces), queryBy(u"date"_s, false), {}).has_value());
        QVERIFY(!decodeCrmCursor(Row.toString(QUuid::WithoutBraces), queryBy(u"notes"_s), {}).has_value());
    }

    void anythingElse_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QJsonObject good
            = opened(encodeCrmCursor(position(u"2026-02-18T05:00:00.000000Z"_s), queryBy(), {}));
        const auto with = [&good](QLatin1StringView key, const QJsonValue &value) {
            QJsonObject changed = good;
            changed.insert(key, value);
            return closed(changed);
        };
        QVERIFY(decodeCrmCursor(closed(good), queryBy(), {}).has_value());
        QTest::newRow("blank") << u" "_s;
        QTest::newRow("no base64") << u"%%%"_s;
        QTest::newRow("nil id") << u"00000000-0000-0000-0000-000000000000"_s;
        QTest::newRow("another version") << with("v"_L1, 2);
        QTest::newRow("no position") << with("i"_L1, u"x"_s);
        QTest::newRow("no time") << with("c"_L1, u"x"_s);
        QTest::newRow("a key that is no time") << with("k"_L1, u"zoë"_s);
        QTest::newRow("a key in another spelling") << with("k"_L1, u"2026-02-18T05:00:00Z"_s);
        QTest::newRow("a key that is a number") << with("k"_L1, 7);
        QTest::newRow("an extra member") << with("x"_L1, 7);
        QTest::newRow("padding") << closed(good) + u'=';
        QTest::newRow("too long") << QString(5000, u'A');
    }
    void anythingElse_isRefused()
    {
        QFETCH(QString, text);
        const auto decoded = decodeCrmCursor(text, queryBy(), {});
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, u"INVALID_CURSOR"_s);
        QCOMPARE(decoded.error().field, u"cursor"_s);
    }

    void aScoreMustBeANumber()
    {
        const CrmQuery query = queryBy(u"leadScore"_s);
        QJsonObject object = opened(encodeCrmCursor(position(u"3"_s), query, {}));
        object.insert("k"_L1, u"03"_s);
        QVERIFY(!decodeCrmCursor(closed(object), query, {}).has_value());
        object.insert("k"_L1, u"3; drop table lead"_s);
        QVERIFY(!decodeCrmCursor(closed(object), query, {}).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_CrmCursor)

#include "tst_crmcursor.moc"
