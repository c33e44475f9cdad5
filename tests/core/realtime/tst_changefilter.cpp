// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/realtime/changefilter.h"
#include "tests/support/waitlimit.h"

#include <QElapsedTimer>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Lead = "11111111-1111-4111-8111-111111111111"_ba;
const QByteArray Workspace = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"_ba;
const QByteArray Setter = "cccccccc-cccc-4ccc-8ccc-cccccccccccc"_ba;

LeadChange changeOf(const QByteArray &status, std::optional<int> score)
{
    LeadChange change;
    const auto set = [&](LeadColumn column, const QByteArray &text) { change.values[size_t(column)] = text; };
    set(LeadColumn::Id, Lead);
    set(LeadColumn::Workspace, Workspace);
    set(LeadColumn::Status, status);
    set(LeadColumn::UpdatedAt, "2026-02-18 05:52:00.5+00"_ba);
    if (score)
        set(LeadColumn::OverallScore, QByteArray::number(*score));
    return change;
}

} // namespace

class tst_ChangeFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filter_onARow_matchesAsSqlWould_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const QString &text, bool matches) {
            QTest::addRow("%s is %s", qPrintable(text), matches ? "true" : "false") << text << matches;
        };
        row(u""_s, true);
        row(u"overallScore=eq.3"_s, true);
        row(u"overallScore=eq.4"_s, false);
        row(u"overallScore=neq.4"_s, true);
        row(u"overallScore=lt.3"_s, false);
        row(u"overallScore=lte.3"_s, true);
        row(u"overallScore=gt.-1"_s, true);
        row(u"overallScore=gte.4"_s, false);
        row(u"overallScore=not.eq.4"_s, true);
        row(u"overallScore=in.(1,3)"_s, true);
        row(u"overallScore=not.in.(1,3)"_s, false);
        row(u"overallScore=gt.1,overallScore=lt.9"_s, true);
        row(u"overallScore=gt.1,overallScore=lt.3"_s, false);
        row(u"overallScore=isdistinct.3"_s, false);
        row(u"clientId=eq.aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"_s, true);
        row(u"clientId=eq.AAAAAAAA-AAAA-4AAA-8AAA-AAAAAAAAAAAA"_s, true);
        row(u"clientId=neq.aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"_s, false);
        row(u"id=lt.22222222-2222-4222-8222-222222222222"_s, true);
        row(u"status=eq.\"one, two (three)\""_s, true);
        row(u"status=in.(\"one, two (three)\",x)"_s, true);
        row(u"status=in.(x,y),overallScore=eq.3"_s, false);
        row(u"status=gt.A"_s, true);
        row(u"status=like.one%"_s, true);
        row(u"status=like.ONE%"_s, false);
        row(u"status=ilike.ONE%"_s, true);
        row(u"status=like.\"on_, %)\""_s, true);
        row(u"status=like.one\\%"_s, false);
        row(u"status=like.%two%three%"_s, true);
        row(u"status=match.^one"_s, true);
        row(u"status=match.^ONE"_s, false);
        row(u"status=imatch.^ONE"_s, true);
        row(u"status=is.null"_s, false);
        row(u"status=is.not_null"_s, true);
        row(u"status=not.is.null"_s, true);
        row(u"updatedAt=gt.2026-02-18T05:52:00Z"_s, true);
        row(u"updatedAt=lt.2026-02-18T06:52:00+01:00"_s, false);
        row(u"updatedAt=eq.2026-02-18 05:52:00.5+00"_s, true);
        // A null column matches nothing that compares (realtime §1.5).
        row(u"sentimentTag=eq.x"_s, false);
        row(u"sentimentTag=neq.x"_s, false);
        row(u"sentimentTag=not.eq.x"_s, false);
        row(u"sentimentTag=is.null"_s, true);
        row(u"sentimentTag=not.is.null"_s, false);
        row(u"sentimentTag=isdistinct.x"_s, true);
        row(u"sentimentTag=not.isdistinct.x"_s, false);
    }
    void filter_onARow_matchesAsSqlWould()
    {
        QFETCH(QString, text);
        QFETCH(bool, matches);
        const auto filter = ChangeFilter::parse(text);
        QVERIFY2(filter, qPrintable(filter ? QString() : filter.error().detail));
        QCOMPARE(filter->matches(changeOf("one, two (three)"_ba, 3)), matches);
    }

    void filter_thatCannotBeMeant_isRefusedWithAText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::addRow("the classic") << u"undefined"_s << u"column=operator.value"_s;
        QTest::addRow("unknown column") << u"email=eq.a"_s << u"`email` does not exist"_s;
        QTest::addRow("a column's name in the database") << u"workspace_id=eq.a"_s << u"does not exist"_s;
        QTest::addRow("unknown operator") << u"overallScore=foo.5"_s << u"`foo` is not supported"_s;
        QTest::addRow("no operator") << u"overallScore=5"_s << u"`5` is not supported"_s;
        QTest::addRow("not a number") << u"overallScore=eq.five"_s << u"of type int4"_s;
        QTest::addRow("too large a number") << u"overallScore=eq.3000000000"_s << u"of type int4"_s;
        QTest::addRow("injection") << u"clientId=eq.aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' or '1'='1"_s
                                   << u"of type uuid"_s;
        QTest::addRow("not a time") << u"updatedAt=gt.yesterday"_s << u"of type timestamptz"_s;
        QTest::addRow("like on a number") << u"overallScore=like.3"_s << u"no text"_s;
        QTest::addRow("in without brackets") << u"overallScore=in.1"_s << u"brackets"_s;
        QTest::addRow("in with a wrong value") << u"overallScore=in.(1,x)"_s << u"of type int4"_s;
        QTest::addRow("in with nothing") << u"overallScore=in.()"_s << u"of type int4"_s;
        QTest::addRow("101 values") << u"overallScore=in.(1%1)"_s.arg(u",1"_s.repeated(100))
                                    << u"at most 100"_s;
        QTest::addRow("is true") << u"status=is.true"_s << u"null or not_null"_s;
        QTest::addRow("a broken expression") << u"status=match.(a"_s << u"not a regular expression"_s;
        QTest::addRow("a verb") << u"status=match.(*LIMIT_MATCH=9)a"_s << u"may not begin"_s;
        QTest::addRow("a huge pattern") << u"status=match."_s + u"a"_s.repeated(257) << u"longer than 256"_s;
        QTest::addRow("a second, empty term") << u"overallScore=eq.1,"_s << u"column=operator.value"_s;
        QTest::addRow("a huge filter") << u"status=eq."_s + u"a"_s.repeated(5000) << u"longer than"_s;
    }
    void filter_thatCannotBeMeant_isRefusedWithAText()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto filter = ChangeFilter::parse(text);
        QVERIFY(!filter);
        QVERIFY2(filter.error().detail.contains(says), qPrintable(filter.error().detail));
    }

    void list_ofAHundred_isTaken()
    {
        const auto filter = ChangeFilter::parse(u"overallScore=in.(3%1)"_s.arg(u",1"_s.repeated(99)));
        QVERIFY(filter && filter->matches(changeOf("x"_ba, 3)));
    }

    void expression_thatBacktracksForEver_isGivenUp()
    {
        const auto filter = ChangeFilter::parse(u"status=match.^(a+)+$"_s);
        QVERIFY(filter);
        QElapsedTimer taken;
        taken.start();
        QVERIFY(!filter->matches(changeOf("a"_ba.repeated(40) + "b", 1)));
        const auto wild = ChangeFilter::parse(u"status=like."_s + u"%a"_s.repeated(100));
        QVERIFY(wild && !wild->matches(changeOf("a"_ba.repeated(99), 1)));
        QVERIFY2(taken.elapsed() < WaitLimit, qPrintable(QString::number(taken.elapsed())));
    }

    void keysAlone_sayWhetherARowThatLeftCouldMatch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("may");
        QTest::addRow("no filter") << u""_s << true;
        QTest::addRow("another column") << u"status=eq.x"_s << true;
        QTest::addRow("its id") << u"id=eq."_s + QString::fromLatin1(Lead) << true;
        QTest::addRow("another workspace") << u"clientId=eq."_s + QString::fromLatin1(Lead) << false;
        QTest::addRow("its assignee") << u"assignedToUserId=eq."_s + QString::fromLatin1(Setter) << true;
        QTest::addRow("nobody's") << u"assignedToUserId=is.null"_s << false;
    }
    void keysAlone_sayWhetherARowThatLeftCouldMatch()
    {
        QFETCH(QString, text);
        QFETCH(bool, may);
        const LeadScope scope {
            *WorkspaceId::parse(QString::fromLatin1(Workspace)), *UserId::parse(QString::fromLatin1(Setter))};
        const auto filter = ChangeFilter::parse(text);
        QVERIFY(filter);
        QCOMPARE(filter->mayMatch(*LeadId::parse(QString::fromLatin1(Lead)), scope), may);
    }
};

QTEST_APPLESS_MAIN(tst_ChangeFilter)

#include "tst_changefilter.moc"
