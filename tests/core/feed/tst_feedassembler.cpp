// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feedassembler.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

using Kind = PgoutputValue::Kind;

constexpr quint32 LeadOid = 1;
constexpr quint32 SessionOid = 2;

PgoutputRelation leadRelation()
{
    PgoutputRelation relation {LeadOid, "public", "lead", {}};
    // In another order than ours: the table's own.
    for (auto column = leadColumns().rbegin(); column != leadColumns().rend(); ++column)
        relation.columns.push_back({QByteArray(column->sql.data(), column->sql.size()), 25, false});
    return relation;
}

PgoutputTuple leadRow(const QUuid &workspace, const QUuid &assignee)
{
    PgoutputTuple row(LeadColumnCount);
    const auto set = [&row](LeadColumn column, const QByteArray &text) {
        row[size_t(LeadColumnCount - 1 - int(column))] = {Kind::Text, text};
    };
    set(LeadColumn::Id, newUuid().toByteArray(QUuid::WithoutBraces));
    set(LeadColumn::Workspace, workspace.toByteArray(QUuid::WithoutBraces));
    set(LeadColumn::Assignee, assignee.toByteArray(QUuid::WithoutBraces));
    set(LeadColumn::Status, "new");
    return row;
}

} // namespace

/// The stream's grammar: what belongs to which commit, and what is refused.
class tst_FeedAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commit_numbersItsChanges()
    {
        FeedAssembler assembler;
        const QUuid workspace = newUuid();
        QVERIFY(!*assembler.apply(PgoutputBegin {50, {}, 7}));
        QVERIFY(assembler.isInTransaction());
        QVERIFY(!*assembler.apply(leadRelation()));
        QVERIFY(!*assembler.apply(PgoutputInsert {LeadOid, leadRow(workspace, globalScope())}));
        QVERIFY(!*assembler.apply(PgoutputUpdate {LeadOid, {}, leadRow(workspace, newUuid())}));
        QVERIFY(!*assembler.apply(PgoutputNote {true, 40, "a", "b"}));
        const auto commit = assembler.apply(PgoutputCommit {50, 60, Instant(std::chrono::seconds(5))});
        QVERIFY(commit.has_value() && commit->has_value());
        QVERIFY(!assembler.isInTransaction());
        QCOMPARE((*commit)->xid, 7u);
        QCOMPARE((*commit)->endLsn, 60u);
        const FeedBatch &batch = (*commit)->batch;
        QCOMPARE(batch.leads.size(), size_t(2));
        QCOMPARE(batch.leads[0]->kind, LeadChange::Kind::Inserted);
        QCOMPARE(batch.leads[0]->position, (FeedPosition {60, 1}));
        QCOMPARE(batch.leads[0]->value(LeadColumn::Status), QByteArray("new"));
        QVERIFY(!batch.leads[0]->value(LeadColumn::Assignee));
        QCOMPARE(batch.leads[1]->kind, LeadChange::Kind::Updated);
        QCOMPARE(batch.leads[1]->position, (FeedPosition {60, 2}));
        QCOMPARE(batch.end, (FeedPosition {60, 2}));
        QVERIFY(batch.countsMoved == QSet<WorkspaceId> {WorkspaceId {workspace}});
        QCOMPARE(batch.messages.size(), 1);
    }

    void noteOutside_comesByItself()
    {
        FeedAssembler assembler;
        const auto note = assembler.apply(PgoutputNote {false, 40, "a", "b"});
        QVERIFY(note.has_value() && note->has_value());
        QCOMPARE((*note)->xid, 0u);
        QCOMPARE((*note)->batch.messages.size(), 1);
    }

    void tooManyChanges_areLeftOut_andSaid()
    {
        FeedAssembler assembler(2);
        const QUuid workspace = newUuid();
        QVERIFY(assembler.apply(PgoutputBegin {50, {}, 7}));
        QVERIFY(assembler.apply(leadRelation()));
        for (int i = 0; i < 5; ++i)
            QVERIFY(assembler.apply(PgoutputInsert {LeadOid, leadRow(workspace, globalScope())}));
        const auto commit = assembler.apply(PgoutputCommit {50, 60, {}});
        QVERIFY((*commit)->isHistoryCut);
        QVERIFY((*commit)->batch.leads.empty());
        QCOMPARE((*commit)->batch.countsMoved.size(), 1);
    }

    void truncatedRights_areEverybodys()
    {
        FeedAssembler assembler;
        QVERIFY(assembler.apply(PgoutputBegin {50, {}, 7}));
        QVERIFY(assembler.apply(
            PgoutputRelation {SessionOid, "public", "auth_session", {{"id"}, {"user_id"}, {"ended_at"}}}));
        QVERIFY(assembler.apply(PgoutputTruncate {{SessionOid, 99}}));
        const auto commit = assembler.apply(PgoutputCommit {50, 60, {}});
        QCOMPARE((*commit)->batch.access.size(), 1);
        QVERIFY((*commit)->batch.access[0].user.isNull() && (*commit)->batch.access[0].workspace.isNull());
    }

    void contradiction_isAnError_data()
    {
        QTest::addColumn<int>("index");
        for (const char *name : {"a row before its table", "a row of another width", "a key that is no uuid",
                 "a value that was not sent", "a beginning in a transaction", "an end of another commit",
                 "a table without a column", "a note of no transaction"})
            QTest::addRow("%s", name) << int(m_rows++);
    }
    void contradiction_isAnError()
    {
        QFETCH(const int, index);
        FeedAssembler assembler;
        PgoutputTuple row = leadRow(newUuid(), globalScope());
        PgoutputRelation partial = leadRelation();
        partial.columns.pop_back();
        const PgoutputTuple narrow(row.begin(), row.end() - 1);
        PgoutputTuple odd = row;
        odd[LeadColumnCount - 1].text = "no";
        PgoutputTuple unsent = row;
        unsent[0].kind = Kind::Unchanged;
        const std::vector<PgoutputMessage> wrong {PgoutputInsert {77, row}, PgoutputInsert {LeadOid, narrow},
            PgoutputInsert {LeadOid, odd}, PgoutputInsert {LeadOid, unsent}, PgoutputBegin {51, {}, 8},
            PgoutputCommit {49, 60, {}}, partial, PgoutputNote {true, 1, "a", "b"}};
        if (index < 7)
            QVERIFY(assembler.apply(PgoutputBegin {50, {}, 7}));
        QVERIFY(assembler.apply(leadRelation()));
        const auto refused = assembler.apply(wrong[size_t(index)]);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"PGOUTPUT"_s);
    }

private:
    int m_rows = 0;
};

QTEST_APPLESS_MAIN(tst_FeedAssembler)
#include "tst_feedassembler.moc"
