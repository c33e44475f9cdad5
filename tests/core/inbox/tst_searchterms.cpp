// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/searchterms.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_SearchTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseSearch_follows_domain33_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("terms");
        const QStringList none;
        QTest::newRow("nothing") << u""_s << u""_s << none;
        QTest::newRow("blanks") << u"  \t\n "_s << u""_s << none;
        QTest::newRow("two characters are ignored") << u"ab"_s << u""_s << none;
        QTest::newRow("two after trimming are ignored") << u" ab). "_s << u""_s << none;
        QTest::newRow("only punctuation") << u").,;:]}"_s << u""_s << none;
        QTest::newRow("three characters count") << u"abc"_s << u""_s << QStringList({u"abc"_s});
        QTest::newRow("no dot is no address") << u"a@b"_s << u""_s << QStringList({u"a@b"_s});
        QTest::newRow("an address copied from a sentence") << u"x@y.io)."_s << u"x@y.io"_s << none;
        QTest::newRow("an address in capitals") << u" Zoe@Example.ORG "_s << u"zoe@example.org"_s << none;
        QTest::newRow("@ first is no address") << u"@y.io"_s << u""_s << QStringList({u"@y.io"_s});
        QTest::newRow("a dot right after @ is not enough")
            << u"x@.io"_s << u""_s << QStringList({u"x@.io"_s});
        QTest::newRow("a blank makes it terms")
            << u"x@y.io acme"_s << u""_s << QStringList({u"x@y.io"_s, u"acme"_s});
        QTest::newRow("a no-break space splits")
            << u"zoe\u00a0acme"_s << u""_s << QStringList({u"zoe"_s, u"acme"_s});
        QTest::newRow("a term twice is one") << u"Acme acme  ACME"_s << u""_s << QStringList({u"acme"_s});
        QTest::newRow("punctuation in front stays") << u"(acme)"_s << u""_s << QStringList({u"(acme"_s});
        QTest::newRow("punctuation before a blank goes too")
            << u"acme ) "_s << u""_s << QStringList({u"acme"_s});
        QTest::newRow("other scripts")
            << u"Müller 山田太"_s << u""_s << QStringList({u"müller"_s, u"山田太"_s});
    }
    void parseSearch_follows_domain33()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        QFETCH(QStringList, terms);
        const SearchTerms search = parseSearch(typed);
        QCOMPARE(search.address, address);
        QCOMPARE(search.terms, terms);
        const auto kind = !address.isEmpty() ? SearchTerms::Kind::Address
            : terms.isEmpty()                ? SearchTerms::Kind::None
                                             : SearchTerms::Kind::Terms;
        QCOMPARE(search.kind, kind);
    }

    void likePattern_escapesItsWildcards() { QCOMPARE(likePattern(u"100%_a\\b"), u"%100\\%\\_a\\\\b%"_s); }
};

QTEST_APPLESS_MAIN(tst_SearchTerms)
#include "tst_searchterms.moc"
