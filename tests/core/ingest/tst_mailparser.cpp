// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailparser.h"
#include "core/ingest/seedrandom.h"

#include <QElapsedTimer>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Mail as it is meant to be and as it is found.
class tst_MailParser : public QObject
{
    Q_OBJECT

    static QByteArray mixedMail()
    {
        return "From: =?utf-8?B?SsO8cmdlbiBXZWnDnw==?= <J.Weiss@Example.ORG>\r\n"
               "To: team@example.com, \"Lee, Ann\" <ann@example.com>\r\n"
               "Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?Q?_aus_K=C3=B6ln?=\r\n"
               "Date: Tue, 3 Nov 2026 10:12:00 +0100\r\nMessage-ID: <one@example.org>\r\nMIME-Version: "
               "1.0\r\n"
               "Content-Type: multipart/mixed; boundary=outer\r\n\r\n"
               "--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n"
               "--inner\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
               "quoted-printable\r\n\r\n"
               "Gr=C3=BC=C3=9Fe und ein lan=\r\nges Wort\r\n"
               "--inner\r\nContent-Type: text/html; "
               "charset=utf-8\r\n\r\n<p>Gr&uuml;&szlig;e</p>\r\n--inner--\r\n"
               "--outer\r\nContent-Type: application/pdf\r\n"
               "Content-Disposition: attachment; filename*0*=utf-8''Preis%20; "
               "filename*1*=%C3%BCbersicht.pdf\r\n"
               "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n"
               "--outer\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo@x>\r\n"
               "Content-Disposition: inline\r\nContent-Transfer-Encoding: "
               "base64\r\n\r\niVBORw0KGgo=\r\n--outer--\r\n";
    }

    static ParsedMail withBody(const QByteArray &headers, const QByteArray &body)
    {
        return parseMail("From: a@example.org\r\n" + headers + "\r\n" + body);
    }

private Q_SLOTS:
    void wholeMail_isDecoded()
    {
        const ParsedMail mail = parseMail(mixedMail());
        QCOMPARE(mail.from.size(), 1);
        QCOMPARE(mail.from.first().name, u"Jürgen Weiß"_s);
        QCOMPARE(mail.from.first().address, u"j.weiss@example.org"_s);
        QCOMPARE(mail.to.size(), 2);
        QCOMPARE(mail.to.last().name, u"Lee, Ann"_s);
        QCOMPARE(mail.subject, u"Grüße aus Köln"_s);
        QCOMPARE(mail.messageId, u"one@example.org"_s);
        QCOMPARE(mail.date, parseIso(u"2026-11-03T09:12:00Z"));
        QCOMPARE(mail.body, u"Grüße und ein langes Wort"_s);
        QVERIFY(mail.rawHtml.contains("<p>Gr&uuml;&szlig;e</p>"_L1));
        QCOMPARE(mail.attachments.size(), 2);
        QCOMPARE(mail.attachments.at(0).name, u"Preis übersicht.pdf"_s);
        QCOMPARE(mail.attachments.at(0).content, QByteArray("%PDF-1.4\n"));
        QCOMPARE(mail.attachments.at(1).contentId, u"logo@x"_s);
        QCOMPARE(mail.attachments.at(1).sizeBytes, 8);
        QVERIFY(mail.remarks.isEmpty());
    }

    void charsets_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto type = [](const char *charset) {
            return QByteArray("Content-Type: text/plain; charset=") + charset + "\r\n";
        };
        QTest::newRow("latin1 that is windows-1252")
            << type("iso-8859-1") << QByteArray("5 \x80 \x96 caf\xe9") << u"5 € – café"_s;
        QTest::newRow("utf-8 that calls itself ascii")
            << type("us-ascii") << QByteArray("caf\xc3\xa9") << u"café"_s;
        QTest::newRow("windows-1252 that calls itself utf-8")
            << type("utf-8") << QByteArray("caf\xe9") << u"café"_s;
        QTest::newRow("no charset at all") << QByteArray() << QByteArray("na\xefve") << u"naïve"_s;
        QTest::newRow("unknown charset") << type("x-klingon") << QByteArray("na\xc3\xafve") << u"naïve"_s;
        QTest::newRow("koi8-r") << type("koi8-r") << QByteArray("\xf0\xd2\xc9\xd7\xc5\xd4") << u"Привет"_s;
        QTest::newRow("iso-2022-jp") << type("iso-2022-jp") << QByteArray("\x1b$B$3$s\x1b(B") << u"こん"_s;
        QTest::newRow("gb2312 that is gbk") << type("gb2312") << QByteArray("\x81\x40") << u"丂"_s;
        QTest::newRow("base64 with rubbish in it")
            << QByteArray("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n")
            << QByteArray("aGVs!!\r\n**bG8=\r\n") << u"hello"_s;
        QTest::newRow("quoted-printable, damaged")
            << QByteArray("Content-Transfer-Encoding: quoted-printable\r\n") << QByteArray("50=25 =ZZ =")
            << u"50% =ZZ "_s;
        QTest::newRow("nul") << QByteArray() << QByteArray("a\0b", 3) << u"ab"_s;
    }
    void charsets()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        QCOMPARE(withBody(headers, body).body, text);
    }

    void htmlOnly_becomesText()
    {
        const ParsedMail mail = withBody("Content-Type: text/html\r\n",
            "<style>p{}</style><p>One</p><p>Two <a href='https://x.example/y'>here</a></p>");
        QCOMPARE(mail.body, u"One\n\nTwo here\n\nhere: https://x.example/y"_s);
        QVERIFY(mail.rawText.isEmpty());
    }

    void rawBytesInHeaders_areRead()
    {
        QCOMPARE(withBody("Subject: caf\xc3\xa9\r\n", "x").subject, u"café"_s);
        QCOMPARE(withBody("Subject: caf\xe9\r\n", "x").subject, u"café"_s);
    }

    void missingDate_isTakenFromReceived()
    {
        QCOMPARE(withBody("Received: from a by b; Wed, 4 Nov 2026 08:00:00 +0000\r\n", "x").date,
            parseIso(u"2026-11-04T08:00:00Z"));
        QVERIFY(!withBody("Date: yesterday\r\n", "x").date);
        QVERIFY(!withBody("Date: Mon, 1 Jan 1900 00:00:00 +0000\r\n", "x").date);
    }

    void severalFrom_firstCounts()
    {
        const ParsedMail mail = parseMail("From: a@example.org\r\nFrom: b@example.org\r\n\r\nx");
        QCOMPARE(mail.from.first().address, u"a@example.org"_s);
    }

    void messagePart_isAttachedAsFile()
    {
        const ParsedMail mail = withBody("Content-Type: multipart/mixed; boundary=b\r\n",
            "--b\r\n\r\nSee below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: "
            "c@example.org\r\nSubject: ../Inner\r\n\r\nHi\r\n--b--\r\n");
        QCOMPARE(mail.body, u"See below"_s);
        QCOMPARE(mail.attachments.size(), 1);
        QCOMPARE(mail.attachments.first().name, u"Inner.eml"_s);
        QVERIFY(mail.attachments.first().content.contains("Subject: ../Inner"));
    }

    void limits_areKeptAndNamed()
    {
        MailLimits limits;
        limits.parts = 10;
        limits.depth = 4;
        limits.attachmentBytes = 4;
        limits.bodyBytes = 100;
        QByteArray many = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        for (int i = 0; i < 50; ++i)
            many += "--b\r\nContent-Type: text/plain\r\n\r\npart\r\n";
        QVERIFY(parseMail(many, limits).remarks.join(u' ').contains("more than 10 parts"_L1));

        QByteArray deep = "From: a@example.org\r\n";
        for (int i = 0; i < 60; ++i)
            deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b"
                + QByteArray::number(i) + "\r\n";
        QVERIFY(parseMail(deep, limits).remarks.join(u' ').contains("nested deeper"_L1));

        const ParsedMail large
            = parseMail("From: a@example.org\r\nContent-Type: application/zip\r\n\r\n0123456789", limits);
        QVERIFY(large.attachments.first().isDropped);
        QCOMPARE(large.attachments.first().sizeBytes, 10);
        QVERIFY(large.attachments.first().content.isEmpty());

        const ParsedMail longText = parseMail("From: a@example.org\r\n\r\n" + QByteArray(5000, 'x'), limits);
        QCOMPARE(longText.body.size(), 100);
        QCOMPARE(longText.rawText.size(), 5000);
    }

    void hostileShapes_endSoon_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray(200'000, char(0x9c));
        QTest::newRow("one long line") << "From: a@example.org\r\nSubject: " + QByteArray(3'000'000, 'x')
                + "\r\n\r\n" + QByteArray(3'000'000, 'y');
        QTest::newRow("only header, no end") << QByteArray("From: a@example.org\r\nSubject: x");
        QTest::newRow("many recipients")
            << "From: a@example.org\r\nTo: " + QByteArray("b@example.org, ").repeated(20'000) + "\r\n\r\nx";
        QByteArray parts = "From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        parts += QByteArray("--b\r\nContent-Type: image/png\r\n\r\n\r\n").repeated(5000);
        QTest::newRow("thousands of parts") << parts;
        QByteArray deep = "From: a@example.org\r\n";
        for (int i = 0; i < 3000; ++i)
            deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b"
                + QByteArray::number(i) + "\r\n";
        QTest::newRow("thousands of levels") << deep;
        QByteArray nested = "From: a@example.org\r\n";
        nested += QByteArray("Content-Type: message/rfc822\r\n\r\nFrom: a@example.org\r\n").repeated(3000);
        QTest::newRow("mail in mail in mail") << nested;
        QTest::newRow("open tags") << "From: a@example.org\r\nContent-Type: text/html\r\n\r\n"
                + QByteArray("<a href=\"").repeated(200'000);
        QTest::newRow("open titles") << "From: a@example.org\r\nContent-Type: text/html\r\n\r\n"
                + QByteArray("<title>").repeated(200'000);
    }
    void hostileShapes_endSoon()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const ParsedMail mail = parseMail(bytes);
        QVERIFY(mail.to.size() <= MailLimits().addresses);
        QVERIFY(mail.attachments.size() <= MailLimits().parts);
        QVERIFY2(timer.elapsed() < 20'000, "a mail must not hold an import up");
    }

    /// Whatever happens to a mail on its way, reading it ends and what it gives can be stored.
    void randomDamage_neverBreaksTheParser()
    {
        SeedRandom random(20261121);
        const QByteArray sound = mixedMail();
        for (int round = 0; round < 4000; ++round) {
            QByteArray bytes = sound;
            for (int i = random.between(1, 12); i > 0 && !bytes.isEmpty(); --i) {
                const int at = random.below(int(bytes.size()));
                switch (random.below(4)) {
                case 0:
                    bytes[at] = char(random.below(256));
                    break;
                case 1:
                    bytes.remove(at, random.between(1, 60));
                    break;
                case 2:
                    bytes.insert(at, bytes.sliced(random.below(int(bytes.size()))).left(80));
                    break;
                default:
                    bytes.truncate(std::max(1, at));
                }
            }
            const ParsedMail mail = parseMail(bytes);
            QVERIFY(!mail.body.contains(QChar(0)));
            QVERIFY(mail.body.isValidUtf16());
            QVERIFY(mail.subject.isValidUtf16());
            for (const MailAddress &address : mail.from)
                QVERIFY(address.address.contains(u'@'));
        }
    }
};

QTEST_APPLESS_MAIN(tst_MailParser)
#include "tst_mailparser.moc"
