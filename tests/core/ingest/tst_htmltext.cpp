// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/htmltext.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_HtmlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void html_readsAsText_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << u"<p>One</p><p>Two</p>"_s << u"One\n\nTwo"_s;
        QTest::newRow("divs") << u"<div>One</div><div>Two</div>"_s << u"One\nTwo"_s;
        QTest::newRow("breaks") << u"a<br>b<br/>\n<br>c"_s << u"a\nb\n\nc"_s;
        QTest::newRow("blanks collapse") << u"  a \n\t b  "_s << u"a b"_s;
        QTest::newRow("entities") << u"&lt;b&gt; &amp; &#8364; &#x20ac; &hellip; &bogus; &"_s
                                  << u"<b> & € € … &bogus; &"_s;
        QTest::newRow("bad entity numbers") << u"&#0;&#xd800;&#99999999;"_s << u"\ufffd\ufffd\ufffd"_s;
        QTest::newRow("scripts are dropped")
            << u"a<script>if (1 < 2) alert('x')</script>b<style>p{}</style>c"_s << u"abc"_s;
        QTest::newRow("head is dropped")
            << u"<html><head><title>T</title></head><body>x</body></html>"_s << u"x"_s;
        QTest::newRow("comments") << u"a<!-- <b> --><!--[if mso]>no<![endif]-->b"_s << u"ab"_s;
        QTest::newRow("list") << u"<ul><li>One</li><li>Two</li></ul>"_s << u"- One\n- Two"_s;
        QTest::newRow("quote") << u"Hi<blockquote>old<blockquote>older</blockquote></blockquote>end"_s
                               << u"Hi\n> old\n> > older\nend"_s;
        QTest::newRow("pre") << u"<pre>a  b\n c</pre>"_s << u"a  b\n c"_s;
        QTest::newRow("table") << u"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_s
                               << u"a b\nc"_s;
        QTest::newRow("hidden link") << u"<a href=\"https://a.example/x?y=1&amp;z=2\">our page</a>"_s
                                     << u"our page\n\nour page: https://a.example/x?y=1&z=2"_s;
        QTest::newRow("shown link") << u"<a href='https://a.example/'>a.example</a>"_s << u"a.example"_s;
        QTest::newRow("script link") << u"<a href='javascript:alert(1)'>x</a>"_s << u"x"_s;
        QTest::newRow("less than") << u"1 < 2 and 3<4"_s << u"1 < 2 and 3<4"_s;
        QTest::newRow("open at the end") << u"a <b"_s << u"a <b"_s;
        QTest::newRow("bracket in attribute") << u"<img alt=\"a>b\">c"_s << u"a>bc"_s;
        QTest::newRow("rtl") << u"<p dir=rtl>שלום</p>"_s << u"שלום"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }
    void html_readsAsText()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(htmlToText(html), text);
    }
};

QTEST_APPLESS_MAIN(tst_HtmlText)
#include "tst_htmltext.moc"
