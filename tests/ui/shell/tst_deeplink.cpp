// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/deeplink.h"
#include "ui/shell/navigationhistory.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QString WorkspaceText = u"6f9619ff-8b86-4011-b42d-00c04fc964ff"_s;
const QString LeadText = u"0d9c1d0a-6f6e-4f5b-9a3b-1b2c3d4e5f60"_s;

Place place(const QString &page, const QString &item = {})
{
    return {WorkspaceId::parse(WorkspaceText), page, {item, {}}};
}

} // namespace

class tst_DeepLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_readsEveryPart()
    {
        const auto link = parseDeepLink(u"signalbox://prod/"_s + WorkspaceText + u"/inbox/"_s + LeadText
            + u"?category=attention&search=caf%C3%A9%20%26%20co"_s);
        QVERIFY(link.has_value());
        QCOMPARE(link->profile, u"prod"_s);
        QCOMPARE(link->place.workspace->toString(), WorkspaceText);
        QCOMPARE(link->place.page, u"inbox"_s);
        QCOMPARE(link->place.state.item, LeadText);
        QCOMPARE(link->place.state.params.value(u"category"_s), u"attention"_s);
        QCOMPARE(link->place.state.params.value(u"search"_s), u"café & co"_s);
    }

    void parse_refuses_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = u"signalbox://prod/%1/inbox"_s.arg(WorkspaceText);
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << u"open the inbox"_s;
        QTest::newRow("another scheme") << u"https://prod/%1/inbox"_s.arg(WorkspaceText);
        QTest::newRow("no workspace") << u"signalbox://prod/inbox"_s;
        QTest::newRow("a workspace that is no uuid") << u"signalbox://prod/acme/inbox"_s;
        QTest::newRow("no page") << u"signalbox://prod/%1"_s.arg(WorkspaceText);
        QTest::newRow("no profile") << u"signalbox:///%1/inbox"_s.arg(WorkspaceText);
        QTest::newRow("user info") << u"signalbox://me:secret@prod/%1/inbox"_s.arg(WorkspaceText);
        QTest::newRow("a port") << u"signalbox://prod:80/%1/inbox"_s.arg(WorkspaceText);
        QTest::newRow("a fragment") << good + u"#x"_s;
        QTest::newRow("a path that climbs") << good + u"/../settings"_s;
        QTest::newRow("an encoded slash") << good + u"/a%2Fb"_s;
        QTest::newRow("an empty segment") << u"signalbox://prod/%1//inbox"_s.arg(WorkspaceText);
        QTest::newRow("too many segments") << good + u"/a/b"_s;
        QTest::newRow("a line feed") << good + u"?search=a%0Ab"_s;
        QTest::newRow("a key twice") << good + u"?a=1&a=2"_s;
        QTest::newRow("endless") << good + u"?search="_s + QString(3000, u'x');
    }
    void parse_refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseDeepLink(text).has_value());
    }

    void format_comesBackTheSame_data()
    {
        QTest::addColumn<QString>("value");
        for (const QString &value :
            {u"plain"_s, u"a b"_s, u"50%"_s, u"a&b=c"_s, u"مرحبا"_s, u"a+b"_s, u"\"'#?/"_s})
            QTest::addRow("%s", qPrintable(value)) << value;
    }
    void format_comesBackTheSame()
    {
        QFETCH(QString, value);
        const DeepLink link {
            u"dev-2"_s, {WorkspaceId::parse(WorkspaceText), u"inbox"_s, {LeadText, {{u"search"_s, value}}}}};
        QCOMPARE(parseDeepLink(formatDeepLink(link)), link);
    }

    void history_goesBackAndForward()
    {
        NavigationHistory history;
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        history.visit(place(u"inbox"_s));
        history.visit(place(u"inbox"_s, u"a"_s));
        history.visit(place(u"inbox"_s, u"a"_s)); // the same place is nothing new
        history.visit(place(u"settings"_s));
        QCOMPARE(history.back(), place(u"inbox"_s, u"a"_s));
        QCOMPARE(history.back(), place(u"inbox"_s));
        QVERIFY(!history.back());
        QCOMPARE(history.forward(), place(u"inbox"_s, u"a"_s));
        history.visit(place(u"inbox"_s, u"b"_s)); // what was ahead is gone
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), place(u"inbox"_s, u"a"_s));
    }

    void history_isBounded()
    {
        NavigationHistory history;
        for (int i = 0; i < 500; ++i)
            history.visit(place(u"inbox"_s, QString::number(i)));
        int steps = 0;
        while (history.back())
            ++steps;
        QCOMPARE(steps, NavigationHistory::MaximumLength - 1);
    }
};

QTEST_APPLESS_MAIN(tst_DeepLink)
#include "tst_deeplink.moc"
