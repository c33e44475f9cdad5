// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/inboxcursor.h"

#include <QRandomGenerator>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const auto Encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const UserId Setter {QUuid::fromString(u"11111111-1111-4111-8111-111111111111"_s)};
const LeadId Lead {QUuid::fromString(u"22222222-2222-4222-8222-222222222222"_s)};

InboxQuery query(InboxSort sort = InboxSort::Recent)
{
    InboxQuery query;
    query.workspace = {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};
    query.category = InboxCategory::Attention;
    query.sort = sort;
    return query;
}

InboxCursor position(const QString &sortKey = {})
{
    return {Lead, parseIso(u"2026-02-18T05:52:00.123456Z"), sortKey};
}

QJsonObject opened(const QString &cursor)
{
    return QJsonDocument::fromJson(QByteArray::fromBase64(cursor.toLatin1(), Encoding)).object();
}

QString closed(const QJsonObject &object)
{
    return QString::fromLatin1(QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(Encoding));
}

} // namespace

class tst_InboxCursor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cursor_decodesToThePosition_data()
    {
        QTest::addColumn<InboxSort>("sort");
        QTest::addColumn<QString>("sortKey");
        QTest::newRow("recent") << InboxSort::Recent << QString();
        QTest::newRow("oldest") << InboxSort::Oldest << QString();
        QTest::newRow("by name") << InboxSort::Name << u"zoë \"x\" מרים"_s;
        QTest::newRow("by a name that begins with a byte order mark") << InboxSort::Name << u"\uFEFFann"_s;
        QTest::newRow("by the longest name of an import") << InboxSort::Name << QString(2001, u'é');
        QTest::newRow("by an empty name") << InboxSort::Name << u""_s;
        QTest::newRow("by score") << InboxSort::Score << u"4"_s;
        QTest::newRow("unscored") << InboxSort::Score << u"-1"_s;
    }
    void cursor_decodesToThePosition()
    {
        QFETCH(InboxSort, sort);
        QFETCH(QString, sortKey);
        const QString text = encodeCursor(position(sortKey), query(sort), Setter);
        const auto decoded = decodeCursor(text, query(sort), Setter);
        QVERIFY(decoded.has_value());
        QVERIFY(*decoded == position(sortKey));
    }

    void cursor_hasTheAgreedForm()
    {
        const QJsonObject object = opened(encodeCursor(position(), query(), {}));
        QCOMPARE(object.keys(), QStringList({u"f"_s, u"i"_s, u"u"_s, u"v"_s}));
        QCOMPARE(object.value("u"_L1).toString(), u"2026-02-18T05:52:00.123456Z"_s);
        QCOMPARE(object.value("i"_L1).toString(), Lead.toString());
        QCOMPARE(object.value("f"_L1).toString().size(), 16);
    }

    void cursor_ofAnotherList_isRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const char *change : {"workspace", "category", "search", "searchIn", "channels", "tags",
                 "campaign", "unattributed", "score", "sort", "scope"})
            QTest::newRow(change) << QByteArray(change);
    }
    void cursor_ofAnotherList_isRefused()
    {
        QFETCH(QByteArray, change);
        InboxQuery other = query();
        std::optional<UserId> scope;
        if (change == "workspace")
            other.workspace = {newUuid()};
        else if (change == "category")
            other.category = InboxCategory::All;
        else if (change == "search")
            other.search = u"zoe"_s;
        else if (change == "searchIn")
            other.searchIn = SearchIn::Messages;
        else if (change == "channels")
            other.channels = {Channel::Sms};
        else if (change == "tags")
            other.sentimentTags = {u"Interested"_s};
        else if (change == "campaign")
            other.smsCampaign = newUuid();
        else if (change == "unattributed")
            other.smsUnattributed = true;
        else if (change == "score")
            other.score = ScoreFilter::Unscored;
        else if (change == "sort")
            other.sort = InboxSort::Oldest;
        else
            scope = Setter;
        const auto decoded = decodeCursor(encodeCursor(position(), query(), {}), other, scope);
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().kind, Error::Kind::Invalid);
        QCOMPARE(decoded.error().code, u"INVALID_CURSOR"_s);
        QCOMPARE(decoded.error().field, u"cursor"_s);
    }

    void fingerprint_ignoresTheOrderOfNames()
    {
        InboxQuery first = query();
        first.channels = {Channel::Sms, Channel::Email};
        first.sentimentTags = {u"A"_s, u"B"_s};
        first.search = u" zoe "_s;
        InboxQuery second = query();
        second.channels = {Channel::Email, Channel::Sms, Channel::Email};
        second.sentimentTags = {u"B"_s, u"A"_s};
        second.search = u"zoe"_s;
        QCOMPARE(queryFingerprint(first, {}), queryFingerprint(second, {}));
    }

    void fingerprint_tellsOneTagFromTwo()
    {
        InboxQuery first = query();
        first.sentimentTags = {u"A\",\"B"_s};
        InboxQuery second = query();
        second.sentimentTags = {u"A"_s, u"B"_s};
        QVERIFY(queryFingerprint(first, {}) != queryFingerprint(second, {}));
    }

    void bareLeadId_isAcceptedInTheDefaultOrderOnly()
    {
        const auto decoded = decodeCursor(Lead.toString(), query(), Setter);
        QVERIFY(decoded.has_value());
        QCOMPARE(decoded->lead, Lead);
        QVERIFY(!decoded->updatedAt.has_value());
        QVERIFY(!decodeCursor(Lead.toString(), query(InboxSort::Name), Setter).has_value());
        QVERIFY(!decodeCursor(u"00000000-0000-0000-0000-000000000000"_s, query(), Setter).has_value());
    }

    void tamperedCursor_isRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = encodeCursor(position(), query(), {});
        const auto changed = [&good](QLatin1StringView key, const QJsonValue &value) {
            QJsonObject object = opened(good);
            object.insert(key, value);
            return closed(object);
        };
        const auto raw = [](const QByteArray &json) { return QString::fromLatin1(json.toBase64(Encoding)); };
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("words") << u"not a cursor"_s;
        QTest::newRow("padding") << good + u"="_s;
        QTest::newRow("a blank before") << u" "_s + good;
        QTest::newRow("a line break after") << good + u"\n"_s;
        QTest::newRow("the standard alphabet") << QString::fromLatin1(
            QByteArray::fromBase64(good.toLatin1(), Encoding).replace('"', "\xff\xfe").toBase64());
        QTest::newRow("cut short") << good.chopped(3);
        QTest::newRow("a list") << raw("[1,2]");
        QTest::newRow("another version") << changed("v"_L1, 2);
        QTest::newRow("the version as text") << changed("v"_L1, u"1"_s);
        QTest::newRow("no time") << changed("u"_L1, u"never"_s);
        QTest::newRow("a coarser time") << changed("u"_L1, u"2026-02-18T05:52:00.123Z"_s);
        QTest::newRow("a time with an offset") << changed("u"_L1, u"2026-02-18T06:52:00.123456+01:00"_s);
        QTest::newRow("a number for a time") << changed("u"_L1, 1);
        QTest::newRow("infinity") << changed("u"_L1, u"infinity"_s);
        QTest::newRow("no id") << changed("i"_L1, u"1"_s);
        QTest::newRow("SQL for an id") << changed("i"_L1, u"' or 1=1 --"_s);
        QTest::newRow("an upper-case id") << changed("i"_L1, u"2222222A-2222-4222-8222-222222222222"_s);
        QTest::newRow("an extra member") << changed("x"_L1, 1);
        QTest::newRow("a sort key where none belongs") << changed("k"_L1, u"zoe"_s);
        QTest::newRow("another fingerprint") << changed("f"_L1, u"0123456789abcdef"_s);
        QTest::newRow("a doubled member")
            << raw(QByteArray::fromBase64(good.toLatin1(), Encoding).replace("\"v\":1", "\"v\":1,\"v\":1"));
        QTest::newRow("blanks inside")
            << raw(QByteArray::fromBase64(good.toLatin1(), Encoding).replace(":1", ": 1"));
        QTest::newRow("very long") << QString(100'000, u'A');
        QTest::newRow("not Latin") << u"курсор"_s;
    }
    void tamperedCursor_isRefused()
    {
        QFETCH(QString, text);
        const auto decoded = decodeCursor(text, query(), {});
        QVERIFY(!decoded.has_value());
        QCOMPARE(decoded.error().code, u"INVALID_CURSOR"_s);
    }

    void sortKey_ofTheWrongKind_isRefused()
    {
        for (const auto &key : {u""_s, u"four"_s, u"04"_s, u"4 "_s, u"99999999999"_s})
            QVERIFY(!decodeCursor(
                encodeCursor(position(key), query(InboxSort::Score), {}), query(InboxSort::Score), {}));
        const QString withNul = u"a"_s + QChar(u'\0');
        QVERIFY(!decodeCursor(
            encodeCursor(position(withNul), query(InboxSort::Name), {}), query(InboxSort::Name), {}));
    }

    void garbage_neverDecodes()
    {
        QRandomGenerator random(20260218);
        const QString good = encodeCursor(position(), query(), {});
        for (int round = 0; round < 20'000; ++round) {
            QString text = good;
            const int changes = 1 + int(random.bounded(3));
            for (int i = 0; i < changes; ++i)
                text[random.bounded(int(text.size()))] = QChar(ushort(random.bounded(0x20, 0x7f)));
            if (text != good)
                QVERIFY2(!decodeCursor(text, query(), {}).has_value() || opened(text) != opened(good),
                    qPrintable(text));
            QByteArray bytes(random.bounded(200), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = char(random.bounded(256));
            QVERIFY(!decodeCursor(QString::fromLatin1(bytes), query(), {}).has_value());
            QVERIFY(!decodeCursor(QString::fromLatin1(bytes.toBase64(Encoding)), query(), {}).has_value());
        }
    }
};

QTEST_APPLESS_MAIN(tst_InboxCursor)
#include "tst_inboxcursor.moc"
