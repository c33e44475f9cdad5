// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/htmlsanitizer.h"

#include <QRandomGenerator>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_HtmlSanitizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sanitizing_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("safe");
        QTest::addColumn<int>("blocked");
        QTest::addRow("structure stays") << u"<p>Hi <b>you</b></p>"_s << u"<p>Hi <b>you</b></p>"_s << 0;
        QTest::addRow("attributes go")
            << u"<p style='color:#fff' onclick=x() class=a>Hi</p>"_s << u"<p>Hi</p>"_s << 0;
        QTest::addRow("script") << u"a<script>if (a<b) alert('</p>')</script>b"_s << u"ab"_s << 0;
        QTest::addRow("script never closed") << u"a<script>alert(1)"_s << u"a"_s << 0;
        QTest::addRow("style and head")
            << u"<head><title>t</title><style>p{}</style></head><p>x</p>"_s << u"<p>x</p>"_s << 0;
        QTest::addRow("form keeps its words")
            << u"<form action=http://e.example><input value=x>Name</form>"_s << u"Name"_s << 0;
        QTest::addRow("remote image") << u"<img src=\"https://t.example/p.gif\">x"_s << u"x"_s << 1;
        QTest::addRow("image of the mail")
            << u"<img src=cid:logo@x width=99999>"_s << u"<img src=\"cid:logo@x\" width=\"640\">"_s << 0;
        QTest::addRow("file image") << u"<img src=file:///etc/passwd>"_s << u""_s << 1;
        QTest::addRow("link") << u"<a href='https://e.example/?a=1&amp;b=2' target=_top>x</a>"_s
                              << u"<a href=\"https://e.example/?a=1&amp;b=2\">x</a>"_s << 0;
        QTest::addRow("script link") << u"<a href='java\nscript:alert(1)'>x</a>"_s << u"<a>x</a>"_s << 0;
        QTest::addRow("hidden preheader")
            << u"<div style='display: none'>buy<b>!</b><div>x</div></div>seen"_s << u"seen"_s << 0;
        QTest::addRow("comment") << u"a<!-- <script> -->b"_s << u"ab"_s << 0;
        QTest::addRow("less-than in prose") << u"1 < 2"_s << u"1 &lt; 2"_s << 0;
        QTest::addRow("never closed") << u"<p><b>x"_s << u"<p><b>x</b></p>"_s << 0;
        QTest::addRow("closed twice") << u"<p>x</p></p></div>"_s << u"<p>x</p>"_s << 0;
        QTest::addRow("half a tag") << u"x<p"_s << u"x<p></p>"_s << 0;
        QTest::addRow("object") << u"<object data=x><param name=y>z</object>w"_s << u"w"_s << 0;
        QTest::addRow("quote in attribute")
            << u"<a href=\"https://e.example/'><script>\">x</a>"_s
            << u"<a href=\"https://e.example/'&gt;&lt;script&gt;\">x</a>"_s << 0;
    }
    void sanitizing()
    {
        QFETCH(QString, html);
        QFETCH(QString, safe);
        QFETCH(int, blocked);
        const SafeHtml result = sanitizeHtml(html);
        QCOMPARE(result.html, safe);
        QCOMPARE(result.blockedImages, blocked);
    }

    void sanitizing_noise_neverLetsAScriptThrough()
    {
        const QStringList bits {u"<"_s, u">"_s, u"</"_s, u"script"_s, u"<script>"_s, u"img"_s, u" src="_s,
            u"\""_s, u"'"_s, u"http://e.example"_s, u"<!--"_s, u"-->"_s, u"p"_s, u"/"_s, u" onload=x"_s,
            u"style"_s, u"svg"_s, u"x"_s, u" "_s};
        QRandomGenerator random(7);
        for (int round = 0; round < 3000; ++round) {
            QString html;
            for (int i = random.bounded(1, 40); i > 0; --i)
                html += bits.at(random.bounded(bits.size()));
            const QString safe = sanitizeHtml(html).html;
            QVERIFY2(!safe.contains(u"<script"_s) && !safe.contains(u"<svg"_s) && !safe.contains(u"<style"_s),
                qPrintable(html));
            static const QRegularExpression tags(u"<[a-z]+[^>]*(onload|src=\"http)"_s);
            QVERIFY2(!tags.match(safe).hasMatch(), qPrintable(html));
        }
    }

    void sanitizing_aHugeMail_isLinear()
    {
        QElapsedTimer timer;
        timer.start();
        sanitizeHtml(QString(200'000, u'<'));
        sanitizeHtml(u"<div>"_s.repeated(100'000));
        sanitizeHtml(u"<div style=display:none>"_s.repeated(2'000));
        sanitizeHtml(u"<p a='"_s.repeated(50'000));
        QVERIFY(timer.elapsed() < 5'000); // quadratic would be minutes
    }
};

QTEST_GUILESS_MAIN(tst_HtmlSanitizer)
#include "tst_htmlsanitizer.moc"
