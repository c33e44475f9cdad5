// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/paneltable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Tables of panels: order, copying, size.
class tst_PanelTable : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<PanelTable> m_table;

    static QList<PanelCell> row(const QString &name, std::optional<double> rate)
    {
        return {{.text = name},
            {.text = rate ? QString::number(*rate) : u"\u2014"_s,
                .sortKey = rate ? QVariant(*rate) : QVariant()}};
    }
    QStringList names() const
    {
        QStringList list;
        for (int i = 0; i < m_table->model()->rowCount(); ++i)
            list.append(m_table->model()->index(i, 0).data().toString());
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_table = std::make_unique<PanelTable>(m_theme);
        m_table->setColumns({{u"Setter"_s, u"Who."_s, false, true}, {u"Rate"_s, u"How much."_s}});
        m_table->setRows({row(u"Dana"_s, 9), row(u"Lee"_s, std::nullopt), row(u"Ann"_s, 100)});
        m_table->resize(400, 200);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    }

    void rows_areInTheirOrder_untilSorted_byValueNotByText()
    {
        QCOMPARE(names(), (QStringList {u"Dana"_s, u"Lee"_s, u"Ann"_s}));
        m_table->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList {u"Dana"_s, u"Ann"_s, u"Lee"_s}));
        m_table->sortByColumn(1, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList {u"Ann"_s, u"Dana"_s, u"Lee"_s})); // none stays last
        m_table->setRows({row(u"Dana"_s, 200), row(u"Lee"_s, std::nullopt), row(u"Ann"_s, 100)});
        QCOMPARE(names(), (QStringList {u"Dana"_s, u"Ann"_s, u"Lee"_s})); // and the order with new numbers
    }

    void numbers_standAtTheRight_headsSayWhatTheyMean()
    {
        QCOMPARE(m_table->model()->index(0, 1).data(Qt::TextAlignmentRole).value<Qt::Alignment>(),
            Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute);
        QCOMPARE(m_table->model()->headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), u"How much."_s);
    }

    void names_areNotCutForTheArrowsOfTheOthers()
    {
        QList<PanelColumn> columns {{u"Setter"_s, {}, false, true}};
        QList<PanelCell> cells {{.text = u"maria.lopez@acme.test"_s}};
        for (int i = 0; i < 8; ++i) {
            columns.append({u"Booked / Assigned"_s, {}});
            cells.append({.text = u"1"_s});
        }
        m_table->setColumns(columns);
        m_table->setRows({cells});
        const QAbstractItemView &view = *m_table;
        const auto contents = [&view] { return view.sizeHintForColumn(0); };
        const int heads = 8 * m_table->horizontalHeader()->sectionSizeHint(1);
        m_table->resize(contents() + heads - 60, 200); // less than all would like to have
        QTRY_VERIFY(m_table->columnWidth(0) >= contents());
        QCOMPARE(m_table->horizontalScrollBar()->maximum(), 0);
    }

    void copy_leavesMarksOfDirectionOut()
    {
        m_table->setRows({{{.text = u"Dana"_s}, {.text = u"\u200E\u22121.8\u200E"_s}}});
        QCOMPARE(m_table->copyText(), u"Setter\tRate\nDana\t\u22121.8\n"_s);
    }

    void copy_isTabSeparated_withHeader()
    {
        m_table->setFocus();
        QTest::keySequence(m_table.get(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Setter\tRate\nDana\t9\nLee\t\u2014\nAnn\t100\n"_s);
        m_table->selectRow(2);
        QTest::keySequence(m_table.get(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Setter\tRate\nAnn\t100\n"_s);
        QTest::keySequence(m_table.get(), QKeySequence::SelectAll);
        QTest::keySequence(m_table.get(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
        m_table->setRows({row(u"A\tB\nC"_s, 1)});
        m_table->copyTable();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Setter\tRate\nA B C\t1\n"_s);
    }

    void newNumbers_keepSelectionAndCurrentRow()
    {
        m_table->selectRow(1);
        m_table->setRows({row(u"Dana"_s, 10), row(u"Lee"_s, 1), row(u"Ann"_s, 100)});
        QCOMPARE(m_table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(m_table->currentIndex().row(), 1);
    }

    void columns_fillTheWidth_andAreNotWiderThanIt()
    {
        for (const int width : {320, 640, 900}) {
            m_table->resize(width, 200);
            int sum = 0;
            for (int i = 0; i < m_table->model()->columnCount(); ++i)
                sum += m_table->columnWidth(i);
            QCOMPARE_LE(std::abs(sum - m_table->viewport()->width()), 2);
        }
    }

    void size_isThatOfTheRows_withoutScrollBars()
    {
        for (const int rows : {1, 3, 5, 8}) {
            m_table->setRows(QList<QList<PanelCell>>(rows, row(u"Somebody with a long name"_s, 12345)));
            m_table->resize(400, m_table->sizeHint().height());
            QCOMPARE(m_table->verticalScrollBar()->maximum(), 0);
            QCOMPARE(m_table->horizontalScrollBar()->maximum(), 0);
        }
    }

    void printed_isAsSorted()
    {
        m_table->sortByColumn(0, Qt::AscendingOrder);
        const PrintedTable printed = m_table->printed();
        QCOMPARE(printed.header, (QStringList {u"Setter"_s, u"Rate"_s}));
        QCOMPARE(printed.rows.size(), 3);
        QCOMPARE(printed.rows.first().first(), u"Ann"_s);
        QVERIFY(printed.alignments.at(1) & Qt::AlignRight);
    }
};

QTEST_MAIN(tst_PanelTable)
#include "tst_paneltable.moc"
