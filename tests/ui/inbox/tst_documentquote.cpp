// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/htmlsanitizer.h"
#include "ui/inbox/documentquote.h"

#include <QTest>
#include <QTextDocument>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_DocumentQuote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mail_isCutWhereItsQuotationBegins_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("own");
        QTest::addColumn<int>("lines");
        QTest::newRow("an attribution and a block quotation")
            << u"<p>Yes.</p><div>On Tue, 17 Feb 2026 at 09:12, Dana Wu wrote:<br><blockquote><p>Hi,</p><p>a call?</p></blockquote></div>"_s
            << u"Yes."_s << 3;
        QTest::newRow("the attribution after a line break of the own text")
            << u"<div>Yes.<br><br>On Tue, 17 Feb 2026 at 09:12, Dana Wu wrote:<br><blockquote>Hi</blockquote></div>"_s
            << u"Yes."_s << 2;
        QTest::newRow("the block of headers that Outlook writes")
            << u"<p>Yes.</p><hr><p><b>From:</b> Dana<br><b>Sent:</b> Tuesday<br><b>To:</b> Vanessa<br><b>Subject:</b> A call</p><p>Hi</p>"_s
            << u"Yes."_s << 5;
        QTest::newRow("a table in the quotation")
            << u"<p>Yes.</p><blockquote><p>Prices:</p><table><tr><td>1</td></tr></table></blockquote>"_s
            << u"Yes."_s << 2;
        QTest::newRow("an answer below the quotation")
            << u"<blockquote><p>a call?</p></blockquote><p>Yes.</p>"_s << u"a call?\nYes."_s << 0;
        QTest::newRow("nothing but a quotation") << u"<blockquote>Hi</blockquote>"_s << u"Hi"_s << 0;
        QTest::newRow("no quotation") << u"<p>One</p><p>Two</p>"_s << u"One\nTwo"_s << 0;
        QTest::newRow("inside a table of the layout")
            << u"<table><tr><td><p>Yes.</p><p>On Tue, 17 Feb 2026 at 09:12, Dana Wu wrote:</p><p>Hi</p></td></tr></table>"_s
            << u"Yes.\nOn Tue, 17 Feb 2026 at 09:12, Dana Wu wrote:\nHi"_s << 0;
    }
    void mail_isCutWhereItsQuotationBegins()
    {
        QFETCH(QString, html);
        QFETCH(QString, own);
        QFETCH(int, lines);
        QTextDocument document;
        document.setHtml(sanitizeHtml(html).html);
        const DocumentQuote quote = findQuotation(document);
        QCOMPARE(quote.lines, lines);
        const QString text = document.toPlainText();
        QCOMPARE((quote.position < 0 ? text : text.left(quote.position)).trimmed(), own);
    }
};

QTEST_MAIN(tst_DocumentQuote)
#include "tst_documentquote.moc"
