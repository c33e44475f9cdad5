// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/pgoutput.h"

#include <QTest>

#include <random>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

using Kind = PgoutputValue::Kind;

template <typename T> QByteArray big(T number)
{
    QByteArray bytes(sizeof(T), '\0');
    for (size_t i = 0; i < sizeof(T); ++i)
        bytes[qsizetype(i)] = char(quint64(number) >> (8 * (sizeof(T) - 1 - i)));
    return bytes;
}

QByteArray text(const QByteArray &value)
{
    return 't' + big<qint32>(qint32(value.size())) + value;
}

QByteArray terminated(const QByteArray &value)
{
    return value + '\0';
}

// 2026-02-18T05:52:00Z, as PostgreSQL counts.
constexpr qint64 SomeTime = 824'709'120'000'000;

struct Sample
{
    const char *name;
    QByteArray bytes;
    PgoutputMessage message;
};

std::vector<Sample> samples()
{
    const Instant time = *parseIso(u"2026-02-18T05:52:00Z");
    const PgoutputTuple row {{Kind::Text, "a1"}, {Kind::Null, {}}, {Kind::Unchanged, {}}, {Kind::Text, {}}};
    const QByteArray rowBytes = big<qint16>(4) + text("a1") + 'n' + 'u' + text({});
    const PgoutputTuple key {{Kind::Text, "k"}, {Kind::Binary, QByteArray("\0\1", 2)}};
    const QByteArray keyBytes = big<qint16>(2) + text("k") + 'b' + big<qint32>(2) + QByteArray("\0\1", 2);
    return {
        {"begin", 'B' + big<quint64>(0x16'b374'd848) + big(SomeTime) + big<quint32>(4'000'000'000),
            PgoutputBegin {0x16'b374'd848, time, 4'000'000'000}},
        {"commit", QByteArray("C\0", 2) + big<quint64>(7) + big<quint64>(9) + big(SomeTime),
            PgoutputCommit {7, 9, time}},
        {"relation",
            'R' + big<quint32>(17) + terminated("public") + terminated("lead") + 'i' + big<qint16>(2) + '\1'
                + terminated("id") + big<quint32>(2950) + big<qint32>(-1) + '\0' + terminated("status")
                + big<quint32>(25) + big<qint32>(-1),
            PgoutputRelation {17, "public", "lead", {{"id", 2950, true}, {"status", 25, false}}}},
        {"relation of the catalog without columns",
            'R' + big<quint32>(18) + terminated({}) + terminated("x") + 'd' + big<qint16>(0),
            PgoutputRelation {18, {}, "x", {}}},
        {"insert", 'I' + big<quint32>(17) + 'N' + rowBytes, PgoutputInsert {17, row}},
        {"update", 'U' + big<quint32>(17) + 'N' + rowBytes, PgoutputUpdate {17, {}, row}},
        {"update that moved the key", 'U' + big<quint32>(17) + 'K' + keyBytes + 'N' + rowBytes,
            PgoutputUpdate {17, key, row}},
        {"update with the whole old row", 'U' + big<quint32>(17) + 'O' + rowBytes + 'N' + rowBytes,
            PgoutputUpdate {17, row, row}},
        {"delete by key", 'D' + big<quint32>(17) + 'K' + keyBytes, PgoutputDelete {17, key}},
        {"delete of the whole row", 'D' + big<quint32>(17) + 'O' + rowBytes, PgoutputDelete {17, row}},
        {"truncate", 'T' + big<qint32>(2) + '\1' + big<quint32>(17) + big<quint32>(18),
            PgoutputTruncate {{17, 18}}},
        {"note",
            'M' + QByteArray("\1") + big<quint64>(5) + terminated("app") + big<qint32>(3)
                + QByteArray("a\0b", 3),
            PgoutputNote {true, 5, "app", QByteArray("a\0b", 3)}},
        {"note by itself, empty", QByteArray("M\0", 2) + big<quint64>(5) + terminated({}) + big<qint32>(0),
            PgoutputNote {false, 5, {}, {}}},
        {"type", 'Y' + big<quint32>(1) + terminated("public") + terminated("mood"), PgoutputOther()},
        {"origin", 'O' + big<quint64>(1) + terminated("elsewhere"), PgoutputOther()},
    };
}

} // namespace

class tst_Pgoutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_whole_isRead_data() { addSamples(); }
    void message_whole_isRead()
    {
        QFETCH(const int, index);
        const Sample sample = samples()[size_t(index)];
        const auto message = decodePgoutput(sample.bytes);
        QVERIFY2(message.has_value(), message ? "" : qPrintable(describe(message.error())));
        QVERIFY(*message == sample.message);
    }

    void message_cutAnywhere_isAnError_data() { addSamples(); }
    void message_cutAnywhere_isAnError()
    {
        QFETCH(const int, index);
        const QByteArray bytes = samples()[size_t(index)].bytes;
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const QByteArray cut(bytes.constData(), size); // of its own, so that a sanitizer sees its end
            QVERIFY2(!decodePgoutput(cut), qPrintable(QString::number(size)));
        }
        QVERIFY(!decodePgoutput(bytes + 'x'));
    }

    void message_thatLies_isAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("an unknown kind") << QByteArray("Z");
        QTest::addRow("a value longer than the message")
            << 'I' + big<quint32>(1) + 'N' + big<qint16>(1) + 't' + big<qint32>(0x7fff'ffff) + 'x';
        QTest::addRow("a value of negative length")
            << 'I' + big<quint32>(1) + 'N' + big<qint16>(1) + 't' + big<qint32>(-1);
        QTest::addRow("a value of no kind") << 'I' + big<quint32>(1) + 'N' + big<qint16>(1) + 'q';
        QTest::addRow("more columns than bytes") << 'I' + big<quint32>(1) + 'N' + big<qint16>(0x7fff) + 'n';
        QTest::addRow("a negative number of columns") << 'I' + big<quint32>(1) + 'N' + big<qint16>(-1);
        QTest::addRow("an insert of an old row") << 'I' + big<quint32>(1) + 'K' + big<qint16>(0);
        QTest::addRow("a delete of a new row") << 'D' + big<quint32>(1) + 'N' + big<qint16>(0);
        QTest::addRow("an update with two old rows")
            << 'U' + big<quint32>(1) + 'K' + big<qint16>(0) + 'O' + big<qint16>(0);
        QTest::addRow("more tables than bytes") << 'T' + big<qint32>(0x7fff'ffff) + '\0' + big<quint32>(1);
        QTest::addRow("a name without an end") << 'Y' + big<quint32>(1) + "publicmood";
        QTest::addRow("a note longer than the message")
            << 'M' + QByteArray("\1") + big<quint64>(5) + terminated("app") + big<qint32>(9) + "short";
    }
    void message_thatLies_isAnError()
    {
        QFETCH(const QByteArray, bytes);
        const auto message = decodePgoutput(bytes);
        QVERIFY(!message);
        QCOMPARE(message.error().kind, Error::Kind::Invalid);
        QCOMPARE(message.error().code, u"PGOUTPUT"_s);
    }

    void randomBytes_neverCrash()
    {
        std::mt19937 random(20'260'218);
        const std::vector<Sample> whole = samples();
        const QByteArray kinds = "BCRIUDTMYO";
        for (int i = 0; i < 200'000; ++i) {
            QByteArray bytes;
            if (i % 2 == 0) { // nonsense behind a kind that exists
                bytes.resize(qsizetype(random() % 64));
                for (char &byte : bytes)
                    byte = char(random());
                bytes.prepend(kinds[qsizetype(random() % unsigned(kinds.size()))]);
            } else { // a message with some bytes changed
                bytes = whole[random() % whole.size()].bytes;
                for (unsigned n = 0; n <= random() % 3; ++n)
                    bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            }
            const auto message = decodePgoutput(bytes);
            QVERIFY(message || message.error().code == u"PGOUTPUT"_s);
        }
    }

private:
    static void addSamples()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Sample &sample : samples())
            QTest::addRow("%s", sample.name) << index++;
    }
};

QTEST_APPLESS_MAIN(tst_Pgoutput)
#include "tst_pgoutput.moc"
