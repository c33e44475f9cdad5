// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/phoenixframe.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_PhoenixFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsing_wholeMessage_readsEveryPart_data()
    {
        QTest::addColumn<PhoenixVersion>("version");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("array of version 2")
            << PhoenixVersion::V2 << R"(["1","2","realtime:a","phx_join",{"config":{}}])"_ba;
        QTest::addRow("object of version 1")
            << PhoenixVersion::V1
            << R"({"topic":"realtime:a","event":"phx_join","payload":{"config":{}},"ref":"2","join_ref":"1"})"_ba;
        QTest::addRow("refs as numbers")
            << PhoenixVersion::V2 << R"([1,2,"realtime:a","phx_join",{"config":{}}])"_ba;
    }
    void parsing_wholeMessage_readsEveryPart()
    {
        QFETCH(PhoenixVersion, version);
        QFETCH(QByteArray, text);
        const auto message = parsePhoenixMessage(version, text);
        QVERIFY2(message, message ? "" : qPrintable(describe(message.error())));
        const PhoenixMessage expected {
            u"1"_s, u"2"_s, u"realtime:a"_s, u"phx_join"_s, {{u"config"_s, QJsonObject()}}};
        QVERIFY(*message == expected);
    }

    void parsing_anythingElse_isRefusedWithItsReason_data()
    {
        QTest::addColumn<PhoenixVersion>("version");
        QTest::addColumn<QByteArray>("text");
        QTest::addRow("not JSON") << PhoenixVersion::V2 << "hello"_ba;
        QTest::addRow("four places") << PhoenixVersion::V2 << R"(["1","2","t","e"])"_ba;
        QTest::addRow("object in version 2") << PhoenixVersion::V2 << R"({"topic":"t","event":"e"})"_ba;
        QTest::addRow("array in version 1") << PhoenixVersion::V1 << R"(["1","2","t","e",{}])"_ba;
        QTest::addRow("no topic") << PhoenixVersion::V1 << R"({"event":"e","payload":{}})"_ba;
        QTest::addRow("empty event") << PhoenixVersion::V2 << R"([null,null,"t","",{}])"_ba;
        QTest::addRow("topic as number") << PhoenixVersion::V2 << R"([null,null,7,"e",{}])"_ba;
        QTest::addRow("ref as object") << PhoenixVersion::V2 << R"([null,{},"t","e",{}])"_ba;
        QTest::addRow("ref with a fraction") << PhoenixVersion::V2 << R"([null,1.5,"t","e",{}])"_ba;
    }
    void parsing_anythingElse_isRefusedWithItsReason()
    {
        QFETCH(PhoenixVersion, version);
        QFETCH(QByteArray, text);
        const auto message = parsePhoenixMessage(version, text);
        QVERIFY(!message);
        QCOMPARE(message.error().kind, Error::Kind::Invalid);
        QVERIFY(!message.error().detail.isEmpty());
    }

    void writing_bothVersions_isReadBackTheSame()
    {
        const PhoenixMessage message {
            std::nullopt, u"7"_s, u"realtime:\"ü\\"_s, u"system"_s, {{u"message"_s, u"a\nb"_s}}};
        for (const auto version : {PhoenixVersion::V1, PhoenixVersion::V2}) {
            const auto read = parsePhoenixMessage(version, writePhoenixMessage(version, message));
            QVERIFY(read);
            QVERIFY(*read == message);
        }
        QCOMPARE(writePhoenixMessage(PhoenixVersion::V2, {}, u"7"_s, u"t", u"e", "{}"),
            R"([null,"7","t","e",{}])"_ba);
    }

    void version_unknown_isNone()
    {
        QCOMPARE(parsePhoenixVersion(u""), PhoenixVersion::V1);
        QCOMPARE(parsePhoenixVersion(u"1.0.0"), PhoenixVersion::V1);
        QCOMPARE(parsePhoenixVersion(u"2.0.0"), PhoenixVersion::V2);
        QVERIFY(!parsePhoenixVersion(u"3.0.0"));
    }
};

QTEST_APPLESS_MAIN(tst_PhoenixFrame)
#include "tst_phoenixframe.moc"
