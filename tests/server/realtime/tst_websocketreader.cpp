// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/websocketreader.h"
#include "tests/support/maskedframes.h"

#include <QRandomGenerator>
#include <QStringList>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Limit = 64 * 1024;

/// `text 'abc'`, `close 1000 ''`, `failed 1002`.
QString line(const WebSocketReader::Event &event)
{
    using Kind = WebSocketReader::Event::Kind;
    const QString payload = event.payload.size() > 40
        ? u"%1 bytes"_s.arg(event.payload.size())
        : QString::fromLatin1(event.payload.toPercentEncoding(" ,.!*:?"));
    switch (event.kind) {
    case Kind::Text:
        return u"text "_s + payload;
    case Kind::Binary:
        return u"binary "_s + payload;
    case Kind::Ping:
        return u"ping "_s + payload;
    case Kind::Pong:
        return u"pong "_s + payload;
    case Kind::Close:
        return u"close %1 %2"_s.arg(event.code).arg(payload);
    case Kind::Failed:
        return u"failed %1"_s.arg(event.code);
    }
    Q_UNREACHABLE();
}

/// What a reader says to `bytes` that come in pieces of the sizes `nextSize` gives.
template <typename NextSize> QStringList eventsOf(const QByteArray &bytes, NextSize nextSize)
{
    WebSocketReader reader(Limit);
    QStringList lines;
    qsizetype position = 0;
    while (position < bytes.size()) {
        const qsizetype size = std::min<qsizetype>(nextSize(), bytes.size() - position);
        const QByteArray piece = bytes.sliced(position, size); // its own memory: a read past it is seen
        QByteArrayView view = piece;
        while (const auto event = reader.next(view))
            lines += line(*event);
        position += size;
    }
    return lines;
}

QStringList eventsOf(const QByteArray &bytes)
{
    return eventsOf(bytes, [&] { return bytes.size(); });
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

QByteArray headerOnly(const char *digits)
{
    return hex(digits);
}

void addRow(const char *name, const QByteArray &bytes, const QStringList &events)
{
    QTest::newRow(name) << bytes << events;
}

} // namespace

class tst_WebSocketReader : public QObject
{
    Q_OBJECT

private:
    // The cases of the Autobahn test suite's sections, in our words.

    static void addFraming()
    {
        addRow("1.1: an empty text", maskedText(""), {u"text "_s});
        addRow("1.1: 125 bytes, the longest short form", maskedText(QByteArray(125, '*')),
            {u"text 125 bytes"_s});
        addRow(
            "1.1: 126 bytes, the first medium one", maskedText(QByteArray(126, '*')), {u"text 126 bytes"_s});
        addRow("1.1: 65535 bytes", maskedText(QByteArray(65535, '*')), {u"text 65535 bytes"_s});
        addRow("1.1: 65536 bytes, the first long one", maskedText(QByteArray(65536, '*')),
            {u"text 65536 bytes"_s});
        addRow("1.2: binary", maskedFrame(0x82, hex("00ff")), {u"binary %00%FF"_s});
        addRow("a mask of zeros", maskedFrame(0x81, "abc", QByteArray(4, '\0')), {u"text abc"_s});
        addRow("not masked", hex("8103616263"), {u"failed 1002"_s});
        addRow("a long form for a short length", hex("81fe0003"), {u"failed 1002"_s});
        addRow("the longest form for a medium length", hex("81ff000000000000ffff"), {u"failed 1002"_s});
        addRow("a length with its highest bit", hex("81ff8000000000000000"), {u"failed 1002"_s});
    }
    static void addControls()
    {
        addRow("2.1: a ping of nothing", maskedFrame(0x89, ""), {u"ping "_s});
        addRow("2.4: a ping of 125 bytes", maskedFrame(0x89, QByteArray(125, 'x')), {u"ping 125 bytes"_s});
        addRow("2.5: a ping of 126 bytes", maskedFrame(0x89, QByteArray(126, 'x')), {u"failed 1002"_s});
        addRow("2.7: a pong nobody asked for", maskedFrame(0x8a, "x") + maskedFrame(0x89, "y"),
            {u"pong x"_s, u"ping y"_s});
        addRow("2.10: ten pings", maskedFrame(0x89, "p").repeated(10), QStringList(10, u"ping p"_s));
        addRow("3.1: the first reserved bit", maskedFrame(0xc1, "x"), {u"failed 1002"_s});
        addRow("3.2: after a good text, another reserved bit", maskedText("ok") + maskedFrame(0xa1, "x"),
            {u"text ok"_s, u"failed 1002"_s});
        addRow("3.6: a reserved bit on a ping", maskedFrame(0x99, "x"), {u"failed 1002"_s});
        for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
            QTest::addRow("4: opcode %d", opcode)
                << maskedFrame(0x80 | opcode, "x") << QStringList {u"failed 1002"_s};
    }
    static void addFragments()
    {
        addRow("5.1: a ping in two", maskedFrame(0x09, "a") + maskedFrame(0x80, "b"), {u"failed 1002"_s});
        addRow("5.2: a pong in two", maskedFrame(0x0a, "a"), {u"failed 1002"_s});
        addRow("5.3: a text in two", maskedFrame(0x01, "ab") + maskedFrame(0x80, "cd"), {u"text abcd"_s});
        addRow("5.6: a ping between the parts",
            maskedFrame(0x01, "ab") + maskedFrame(0x89, "?") + maskedFrame(0x80, "cd"),
            {u"ping ?"_s, u"text abcd"_s});
        addRow("5.9: a last part without a first", maskedFrame(0x80, "x"), {u"failed 1002"_s});
        addRow("5.11: a middle part without a first", maskedFrame(0x00, "x"), {u"failed 1002"_s});
        addRow("5.15: a part after the last",
            maskedFrame(0x01, "a") + maskedFrame(0x80, "b") + maskedFrame(0x00, "c"),
            {u"text ab"_s, u"failed 1002"_s});
        addRow("5.18: a new text before the old one ends", maskedFrame(0x01, "a") + maskedFrame(0x81, "b"),
            {u"failed 1002"_s});
        addRow("5.19: five parts and two pings",
            maskedFrame(0x01, "1") + maskedFrame(0x00, "2") + maskedFrame(0x89, "p") + maskedFrame(0x00, "3")
                + maskedFrame(0x00, "4") + maskedFrame(0x89, "q") + maskedFrame(0x80, "5"),
            {u"ping p"_s, u"ping q"_s, u"text 12345"_s});
        addRow("parts of nothing", maskedFrame(0x01, "") + maskedFrame(0x00, "") + maskedFrame(0x80, ""),
            {u"text "_s});
        addRow(
            "binary in parts", maskedFrame(0x02, "\xff") + maskedFrame(0x80, "\xfe"), {u"binary %FF%FE"_s});
    }
    static void addUtf8()
    {
        const QByteArray kosme = hex("cebae1bdb9cf83cebcceb5");
        addRow("6.2: five letters, each in parts of a byte",
            maskedFrame(0x01, kosme.first(1)) + maskedFrame(0x00, kosme.sliced(1, 1))
                + maskedFrame(0x80, kosme.sliced(2)),
            {u"text "_s + QString::fromLatin1(kosme.toPercentEncoding())});
        addRow("6.3: a surrogate among good letters", maskedText(kosme + hex("eda080") + "edited"),
            {u"failed 1007"_s});
        addRow("6.4: wrong in the first of two parts: not waited for the second",
            maskedFrame(0x01, kosme + hex("f4908080")), {u"failed 1007"_s});
        addRow("6.4: wrong in a frame that is not whole",
            maskedText(kosme + hex("f4908080") + "abcdef").chopped(5), {u"failed 1007"_s});
        for (const char *good : {"24", "c280", "e0a080", "ed9fbf", "ee8080", "efbfbf", "f0908080", "f48fbfbf",
                 "7f", "dfbf", "efbfbd", "00"})
            QTest::addRow("6: valid %s", good) << maskedText(
                hex(good)) << QStringList {u"text "_s + QString::fromLatin1(hex(good).toPercentEncoding())};
        for (const char *bad : {"80", "bf", "c0af", "c1bf", "c2", "c220", "e08080", "e09fbf", "e1bf",
                 "eda080", "edbfbf", "f0808080", "f08fbfbf", "f4908080", "f5808080", "f8888080", "fc84808080",
                 "fe", "ff", "cebae1bd"})
            QTest::addRow("6: invalid %s", bad) << maskedText(hex(bad)) << QStringList {u"failed 1007"_s};
        addRow("a text begun after one that ended well", maskedText(hex("c2a9")) + maskedText("x"),
            {u"text %C2%A9"_s, u"text x"_s});
    }
    static void addCloses()
    {
        addRow("7.1: nothing counts after a close",
            maskedFrame(0x88, closePayload(1000)) + maskedFrame(0x89, "x"), {u"close 1000 "_s});
        addRow("7.1.6: a close amid a text", maskedFrame(0x01, "ab") + maskedFrame(0x88, ""),
            {u"close 1005 "_s});
        addRow("7.3.2: half a code", maskedFrame(0x88, "\x03"), {u"failed 1002"_s});
        addRow("7.3.4: with a reason", maskedFrame(0x88, closePayload(1000, "bye")), {u"close 1000 bye"_s});
        addRow("7.3.5: with the longest reason", maskedFrame(0x88, closePayload(1000, QByteArray(123, 'r'))),
            {u"close 1000 123 bytes"_s});
        addRow("7.3.6: with one longer", maskedFrame(0x88, closePayload(1000, QByteArray(124, 'r'))),
            {u"failed 1002"_s});
        addRow("7.5: with a reason that is no text", maskedFrame(0x88, closePayload(1000, hex("cebaed"))),
            {u"failed 1007"_s});
        for (const int code :
            {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 3000, 3999, 4000, 4999})
            QTest::addRow("7.7: code %d", code)
                << maskedFrame(0x88, closePayload(code)) << QStringList {u"close %1 "_s.arg(code)};
        for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
            QTest::addRow("7.9: code %d", code)
                << maskedFrame(0x88, closePayload(code)) << QStringList {u"failed 1002"_s};
    }
    static void addLimits()
    {
        addRow("one byte too long, told by the header alone", headerOnly("81ff0000000000010001"),
            {u"failed 1009"_s});
        addRow("too long in parts", maskedFrame(0x01, QByteArray(Limit, 'a')) + maskedFrame(0x80, "b"),
            {u"failed 1009"_s});
        addRow("2^62 bytes", headerOnly("82ff4000000000000000"), {u"failed 1009"_s});
        addRow("10.1: 65536 bytes in parts of 1300",
            [] {
                QByteArray bytes = maskedFrame(0x01, QByteArray(1300, 'a'));
                for (int i = 0; i < 49; ++i)
                    bytes += maskedFrame(0x00, QByteArray(1300, 'a'));
                return bytes + maskedFrame(0x80, QByteArray(Limit - 50 * 1300, 'a'));
            }(),
            {u"text 65536 bytes"_s});
    }

private Q_SLOTS:
    void next_frames_giveEvents_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("events");
        addFraming();
        addControls();
        addFragments();
        addUtf8();
        addCloses();
        addLimits();
    }
    /// At once, a byte at a time, and in odd pieces.
    void next_frames_giveEvents()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, events);
        QCOMPARE(eventsOf(bytes), events);
        QCOMPARE(eventsOf(bytes, [] { return 1; }), events);
        QCOMPARE(eventsOf(bytes, [] { return 7; }), events);
    }

    /// Frames that are mostly good, with bytes turned here and there: in whatever pieces they come, the
    /// events are the same.
    void next_anySplit_givesTheSame()
    {
        QRandomGenerator random(20260819);
        const QList<int> firstBytes {0x81, 0x01, 0x80, 0x00, 0x82, 0x89, 0x8a, 0x88};
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            for (int frames = random.bounded(1, 8); frames > 0; --frames) {
                QByteArray payload(random.bounded(4) == 0 ? random.bounded(70000) : random.bounded(140), 'a');
                for (int i = random.bounded(3); i > 0 && !payload.isEmpty(); --i)
                    payload[random.bounded(payload.size())] = char(random.bounded(256));
                bytes += maskedFrame(firstBytes.at(random.bounded(firstBytes.size())), payload,
                    QByteArray::number(random.bounded(1000, 9999)));
            }
            for (int i = random.bounded(3); i > 0; --i)
                bytes[random.bounded(bytes.size())] = char(random.bounded(256));
            const QStringList whole = eventsOf(bytes);
            const int longest = random.bounded(2) ? 20 : 5000;
            QCOMPARE(eventsOf(bytes, [&] { return random.bounded(1, longest); }), whole);
        }
    }

    /// Noise is refused or waited for, and never more than the limit is kept.
    void next_noise_endsOrWaits()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes(random.bounded(1, 300), Qt::Uninitialized);
            for (char &byte : bytes)
                byte = char(random.bounded(256));
            const QStringList whole = eventsOf(bytes);
            QCOMPARE(eventsOf(bytes, [&] { return random.bounded(1, 30); }), whole);
        }
    }
};

QTEST_APPLESS_MAIN(tst_WebSocketReader)
#include "tst_websocketreader.moc"
