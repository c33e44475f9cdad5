// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/readingtablemodel.h"
#include "tests/support/plainwords.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const QList<TableColumn> Columns {{u"name"_s, CellKind::Text}, {u"booked"_s, CellKind::Count},
    {u"bookedChange"_s, CellKind::CountChange}, {u"rate"_s, CellKind::Share}};

TableRow row(const QString &name, qint64 booked, std::optional<double> rate = std::nullopt)
{
    return {name, {{name, {}}, {booked, {}}, {booked - 5, {}}, {rate ? QVariant(*rate) : QVariant(), {}}}};
}

TableRow total(qint64 booked)
{
    TableRow row = ::row(u"all"_s, booked);
    row.isTotal = true;
    return row;
}

QString order(const ReadingTableModel &model)
{
    QStringList ids;
    for (int i = 0; i < model.rowCount(); ++i)
        ids.append(model.row(i).id);
    return ids.join(u' ');
}

} // namespace

/// A reading as a table: its order, and what a newer reading does to it.
class tst_ReadingTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void columnsOfChanges_areThereOnlyWhileComparing()
    {
        ReadingTableModel model(Columns, plainWords());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"a"_s, 7)}, false);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.columnOf(u"bookedChange"_s), -1);
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"rate"_s);
        model.setRows({row(u"a"_s, 7)}, true);
        QCOMPARE(model.columnCount(), 4);
        QCOMPARE(model.index(0, 2).data().toString(), u"2"_s);
        QCOMPARE(model.index(0, 2).data(ReadingTableModel::ToneRole).toInt(), 1);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::ToolTipRole).toString(), u"what bookedChange is"_s);
    }

    void quantities_standRight()
    {
        ReadingTableModel model(Columns, plainWords());
        model.setRows({row(u"a"_s, 7)}, false);
        QVERIFY(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
        QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(model.headerData(1, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    }

    void sort_keepsTotalsLast_andWhatHasNoValueBehind()
    {
        ReadingTableModel model(Columns, plainWords());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"b"_s, 3, 0.5), row(u"none"_s, 9), row(u"a"_s, 12, 0.1), total(24)}, false);
        QCOMPARE(order(model), u"b none a all"_s);
        model.sort(2, Qt::AscendingOrder);
        QCOMPARE(order(model), u"a b none all"_s);
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(order(model), u"b a none all"_s);
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(order(model), u"none b a all"_s);
        model.sort(-1);
        QCOMPARE(order(model), u"b none a all"_s);
    }

    void numbersInNames_areOrderedAsNumbers()
    {
        ReadingTableModel model(Columns, plainWords());
        model.setRows({row(u"step 10"_s, 1), row(u"Step 9"_s, 1), row(u"step 1"_s, 1)}, false);
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(order(model), u"step 1 Step 9 step 10"_s);
    }

    void newerReading_keepsWhoIsSelected_andTheOrder()
    {
        ReadingTableModel model(Columns, plainWords());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setRows({row(u"a"_s, 1), row(u"b"_s, 2), row(u"c"_s, 3)}, false);
        model.sort(1, Qt::DescendingOrder);
        const QPersistentModelIndex selected = model.index(model.rowOf(u"b"_s), 0);
        const QPersistentModelIndex gone = model.index(model.rowOf(u"c"_s), 0);
        model.setRows({row(u"d"_s, 4), row(u"b"_s, 20), row(u"a"_s, 1)}, false);
        QCOMPARE(order(model), u"b d a"_s);
        QCOMPARE(selected.data(ReadingTableModel::IdRole).toString(), u"b"_s);
        QVERIFY(!gone.isValid());
        QCOMPARE(resets.size(), 0);
    }

    void sameReading_changesNothing()
    {
        ReadingTableModel model(Columns, plainWords());
        model.setRows({row(u"a"_s, 1), row(u"b"_s, 2)}, false);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        model.setRows({row(u"a"_s, 1), row(u"b"_s, 2)}, false);
        QCOMPARE(changed.size() + moved.size(), 0);
        model.setRows({row(u"a"_s, 1), row(u"b"_s, 3)}, false);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(moved.size(), 0);
    }

    void emptyReading_isAnEmptyTable()
    {
        ReadingTableModel model(Columns, plainWords());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row(u"a"_s, 1)}, false);
        model.setRows({}, false);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_ReadingTableModel)
#include "tst_readingtablemodel.moc"
