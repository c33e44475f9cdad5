// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/quotedtext.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_QuotedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitting_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("own");
        QTest::addColumn<int>("lines");
        QTest::addRow("no quotation") << u"Hello\n\nBest, Dana"_s << u"Hello\n\nBest, Dana"_s << 0;
        QTest::addRow("attribution and marks")
            << u"Yes.\n\nOn Tue, 17 Feb 2026 at 09:12, Dana <d@x.example> wrote:\n> Hi\n>\n> Bye"_s
            << u"Yes."_s << 4;
        QTest::addRow("attribution on two lines")
            << u"Yes.\nOn Tue, 17 Feb 2026 at 09:12, Dana Wu\n<dana@example.com> wrote:\n> Hi"_s << u"Yes."_s
            << 3;
        QTest::addRow("attribution without marks")
            << u"Yes.\n\nOn Tue, 17 Feb 2026, Dana wrote:\n\nHi there"_s << u"Yes."_s << 2;
        QTest::addRow("German") << u"Ja.\n\nAm 17.02.2026 um 09:12 schrieb Dana Wu:\n> Hallo"_s << u"Ja."_s
                                << 2;
        QTest::addRow("French") << u"Oui.\nLe mar. 17 févr. 2026 à 09:12, Dana a écrit :\n> Bonjour"_s
                                << u"Oui."_s << 2;
        QTest::addRow("Outlook's line")
            << u"Ok\n-----Original Message-----\nFrom: Dana\nHi"_s << u"Ok"_s << 3;
        QTest::addRow("Outlook's head")
            << u"Ok\n\nFrom: Dana Wu\nSent: Tuesday\nTo: Vanessa\nSubject: Hi\n\nHello"_s << u"Ok"_s << 5;
        QTest::addRow("a from line in prose")
            << u"From: Monday we are closed.\nRegards"_s << u"From: Monday we are closed.\nRegards"_s << 0;
        QTest::addRow("answers in between")
            << u"On Tue, 17 Feb 2026, Dana wrote:\n> First?\nYes.\n> Second?\nNo."_s
            << u"On Tue, 17 Feb 2026, Dana wrote:\n> First?\nYes.\n> Second?\nNo."_s << 0;
        QTest::addRow("nothing but a quotation") << u"> Hi\n> there"_s << u"> Hi\n> there"_s << 0;
        QTest::addRow("marks at the end only") << u"Agreed\n> one\n> two"_s << u"Agreed"_s << 2;
        QTest::addRow("empty") << u""_s << u""_s << 0;
    }
    void splitting()
    {
        QFETCH(QString, text);
        QFETCH(QString, own);
        QFETCH(int, lines);
        const QuotedText split = splitQuotedText(text);
        QCOMPARE(split.own, own);
        QCOMPARE(split.quotedLines, lines);
        QCOMPARE(split.quoted.isEmpty(), lines == 0);
    }

    void splitting_aHugeLine_isQuick()
    {
        const QString text = u"On "_s + QString(2'000'000, u'a') + u" wrote:"_s;
        QCOMPARE(splitQuotedText(text).own.size(), text.size());
    }
};

QTEST_GUILESS_MAIN(tst_QuotedText)
#include "tst_quotedtext.moc"
