// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmcell.h"
#include "tests/support/fakecrm.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/crmwords.h"
#include "ui/analytics/frozenheader.h"
#include "ui/base/consolestyle.h"
#include "ui/shell/language.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
constexpr Instant Now {std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)};

} // namespace

/// The table as a person uses it: what stays, what scrolls, what is selected, copied and edited.
class tst_CrmTable : public QObject
{
    Q_OBJECT

    FakeAnalyticsGateway m_gateway;
    FakeCrm m_crm {Acme, 400, Now};
    Theme m_theme;
    std::unique_ptr<CrmModel> m_model;
    std::unique_ptr<CrmTable> m_table;

    static int column(QLatin1StringView key) { return crmColumnIndex(key); }
    QModelIndex cell(int row, QLatin1StringView key) const { return m_model->index(row, column(key)); }
    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(
            m_table->viewport(), Qt::LeftButton, modifiers, m_table->visualRect(index).center());
    }
    template <typename T> T *editor(const QString &name) const { return m_table->findChild<T *>(name); }
    void open(Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        m_table.reset();
        m_model = std::make_unique<CrmModel>(m_gateway, CrmPerson {Acme, {}, u"OWNER"_s});
        m_model->setAssignees(m_crm.assignees);
        m_table = std::make_unique<CrmTable>(*m_model, m_theme);
        m_table->setLayoutDirection(direction);
        m_table->resize(1000, 500);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
        m_table->activateWindow();
        m_model->setQuery({.workspace = Acme});
        QTRY_VERIFY(m_model->rowCount() >= 150);
    }

private Q_SLOTS:
    void initTestCase() { qApp->setStyle(new ConsoleStyle(m_theme)); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_gateway.forget();
        m_crm = FakeCrm(Acme, 400, Now);
        m_crm.answer(m_gateway);
        open();
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }
    void cleanupTestCase() { qApp->setStyle(u"fusion"_s); }

    void everyTitleAndDefinition_canBeTranslated()
    {
        const QStringList known = crmColumnTexts();
        for (const CrmColumn &one : crmColumns()) {
            QVERIFY2(known.contains(QString::fromUtf8(one.title)), one.title);
            QVERIFY2(known.contains(QString::fromUtf8(one.definition)), one.definition);
        }
    }

    void frozenColumns_stayWhileTheOthersScroll_data()
    {
        QTest::addColumn<bool>("isRightToLeft");
        QTest::addRow("left to right") << false;
        QTest::addRow("right to left") << true;
    }
    void frozenColumns_stayWhileTheOthersScroll()
    {
        QFETCH(bool, isRightToLeft);
        open(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const QRect date = m_table->visualRect(cell(2, "date"_L1));
        const QRect campaign = m_table->visualRect(cell(2, "campaign"_L1));
        const QRect company = m_table->visualRect(cell(2, "companyName"_L1));
        m_table->horizontalScrollBar()->setValue(500);
        QCOMPARE(m_table->visualRect(cell(2, "date"_L1)), date);
        QCOMPARE(m_table->visualRect(cell(2, "campaign"_L1)), campaign);
        const int moved = isRightToLeft ? 500 : -500;
        QCOMPARE(m_table->visualRect(cell(2, "companyName"_L1)), company.translated(moved, 0));
        // A point on the screen is the cell that is seen there.
        QCOMPARE(m_table->indexAt(date.center()), cell(2, "date"_L1));
        QCOMPARE(m_table->indexAt(campaign.center()), cell(2, "campaign"_L1));
        const int edge = isRightToLeft ? campaign.left() - 5 : campaign.right() + 5;
        const QModelIndex beside = m_table->indexAt({edge, campaign.center().y()});
        QVERIFY(beside.isValid() && beside.column() > column("companyName"_L1));
        click(cell(2, "date"_L1));
        QCOMPARE(m_table->currentIndex(), cell(2, "date"_L1));
    }

    void keyboard_bringsACellOutFromUnderTheFrozenOnes()
    {
        m_table->setFocus();
        m_table->setCurrentIndex(cell(0, "leadScore"_L1));
        QVERIFY(m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex())));
        QVERIFY(m_table->horizontalScrollBar()->value() > 0);
        while (m_table->currentIndex() != cell(0, "companyName"_L1)) {
            QTest::keyClick(m_table.get(), Qt::Key_Left);
            const QRect rect = m_table->visualRect(m_table->currentIndex());
            QVERIFY(rect.left() >= m_table->head().frozenWidth());
        }
        QTest::keyClick(m_table.get(), Qt::Key_Left);
        QCOMPARE(m_table->currentIndex(), cell(0, "campaign"_L1)); // over the border, in one step
        QTest::keyClick(m_table.get(), Qt::Key_Home);
        QCOMPARE(m_table->currentIndex().column(), 0);
        QTest::keyClick(m_table.get(), Qt::Key_End);
        QCOMPARE(m_table->currentIndex(), cell(0, "leadScore"_L1));
        QTest::keyClick(m_table.get(), Qt::Key_PageDown);
        QVERIFY(m_table->currentIndex().row() > 5);
    }

    void sizesAndOrder_ofFrozenColumnsChangeByMouse()
    {
        m_table->horizontalScrollBar()->setValue(400);
        QSignalSpy changed(m_table.get(), &CrmTable::layoutChanged);
        QWidget *head = m_table->head().viewport();
        const int edge = m_table->head().sectionSize(0) - 1;
        const int before = m_table->head().sectionSize(0);
        QTest::mousePress(head, Qt::LeftButton, {}, {edge, 10});
        QTest::mouseMove(head, {edge + 40, 10});
        QTest::mouseRelease(head, Qt::LeftButton, {}, {edge + 40, 10});
        QCOMPARE(m_table->head().sectionSize(0), before + 40);
        QVERIFY(changed.count() > 0);
        QCOMPARE(m_table->columnLayout().widths.value(u"date"_s), before + 40);
    }

    void headClick_sortsOnlyWhatCanBeSorted()
    {
        QSignalSpy sorted(m_table.get(), &CrmTable::sortRequested);
        m_table->showSort(m_model->query());
        QWidget *head = m_table->head().viewport();
        QTest::mouseClick(head, Qt::LeftButton, {}, {40, 12});
        QCOMPARE(sorted.takeFirst(), (QVariantList {u"date"_s, false})); // it was the newest first
        QTest::mouseClick(
            head, Qt::LeftButton, {}, {m_table->head().sectionX(column("companyName"_L1)) + 30, 12});
        QCOMPARE(sorted.takeFirst(), (QVariantList {u"companyName"_s, false}));
        m_table->scrollTo(cell(0, "responseType"_L1));
        QTest::mouseClick(
            head, Qt::LeftButton, {}, {m_table->head().sectionX(column("responseType"_L1)) + 30, 12});
        QCOMPARE(sorted.count(), 0);
    }

    void selection_crossesTheBorderAndIsCopied()
    {
        m_table->setFocus();
        click(cell(1, "campaign"_L1));
        QTest::keyClick(m_table.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_table->selectionModel()->selectedIndexes().size(), 4);
        QSignalSpy copied(m_table.get(), &CrmTable::copied);
        QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
        const CrmRow &first = m_crm.row(1);
        const CrmRow &second = m_crm.row(2);
        QCOMPARE(QApplication::clipboard()->text(),
            u"%1\t%2\r\n%3\t%4\r\n"_s.arg(
                first.campaign, first.companyName, second.campaign, second.companyName));
        QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"Campaign\tCompany Name\r\n"_s));
        QCOMPARE(copied.count(), 2);
    }

    void shiftClick_whileScrolledSelectsWhatLiesBetween()
    {
        click(cell(1, "date"_L1));
        m_table->horizontalScrollBar()->setValue(700);
        const QModelIndex far = m_table->indexAt({800, m_table->visualRect(cell(3, "date"_L1)).center().y()});
        click(far, Qt::ShiftModifier);
        QVERIFY(m_table->selectionModel()->isSelected(cell(2, "companyName"_L1)));
        QCOMPARE(m_table->selectionModel()->selectedIndexes().size(), 3 * (far.column() + 1));
    }

    void wholeColumns_haveTheirHeadAndHiddenOnesAreLeftOut()
    {
        CrmColumnLayout layout = CrmColumnLayout::standard();
        layout.hidden = QSet<QString>(layout.order.cbegin() + 2, layout.order.cend());
        m_table->setColumnLayout(layout);
        m_table->setFocus();
        QTest::keyClick(m_table.get(), Qt::Key_A, Qt::ControlModifier);
        const CrmTable::Copied copied = m_table->selectedText(false);
        QCOMPARE(copied.rows, m_model->rowCount());
        QVERIFY(copied.text.startsWith(u"Interest date\tCampaign\r\n"_s));
        QCOMPARE(copied.text.count(u'\n'), m_model->rowCount() + 1);
    }

    void enter_editsAndCtrlEnterKeeps()
    {
        m_table->setFocus();
        m_table->setCurrentIndex(cell(2, "jobTitle"_L1));
        QTest::keyClick(m_table.get(), Qt::Key_Return);
        QVERIFY(m_table->isEditing());
        auto *line = editor<QLineEdit>(u"crmLineEditor"_s);
        QTRY_VERIFY(line->hasFocus());
        QCOMPARE(line->selectedText(), m_crm.row(2).jobTitle);
        QTest::keyClicks(line, u"Chief"_s);
        QTest::keyClick(line, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_table->isEditing());
        QVERIFY(m_table->hasFocus());
        QTRY_COMPARE(m_crm.row(2).jobTitle, u"Chief"_s);
    }

    void escape_givesUp()
    {
        m_table->setFocus();
        m_table->beginEdit(cell(2, "jobTitle"_L1));
        auto *line = editor<QLineEdit>(u"crmLineEditor"_s);
        QTest::keyClicks(line, u"Chief"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!m_table->isEditing());
        QCOMPARE(m_gateway.crmEdits.size(), size_t(0));
    }

    void tab_goesToTheNextEditableCell()
    {
        m_table->beginEdit(cell(2, "jobTitle"_L1));
        QTest::keyClick(editor<QLineEdit>(u"crmLineEditor"_s), Qt::Key_Tab);
        QVERIFY(m_table->isEditing());
        QCOMPARE(m_table->currentIndex(), cell(2, "leadEmail"_L1));
        QTest::keyClick(m_table->editor()->focusProxy(), Qt::Key_Backtab);
        QCOMPARE(m_table->currentIndex(), cell(2, "jobTitle"_L1));
        QCOMPARE(m_gateway.crmEdits.size(), size_t(0)); // nothing was changed
    }

    void notes_areManyLines()
    {
        m_table->beginEdit(cell(0, "notes"_L1));
        auto *notes = editor<QPlainTextEdit>(u"crmNotesEditor"_s);
        QTRY_VERIFY(notes->hasFocus());
        notes->selectAll();
        QTest::keyClicks(notes, u"one"_s);
        QTest::keyClick(notes, Qt::Key_Return);
        QTest::keyClicks(notes, u"two"_s);
        QVERIFY(m_table->isEditing());
        QTest::keyClick(notes, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_crm.row(0).notes, u"one\ntwo"_s);
        QVERIFY(!m_table->visualRect(cell(0, "notes"_L1)).isEmpty());
    }

    void category_isChosenOrTypedAndCanMoveTheAutomation()
    {
        m_table->beginEdit(cell(0, "leadCategory"_L1));
        auto *combo = editor<QComboBox>(u"crmComboEditor"_s);
        auto *automation = editor<QCheckBox>(u"crmAutomation"_s);
        QVERIFY(!automation->isChecked());
        QVERIFY(!automation->accessibleDescription().isEmpty());
        combo->setCurrentIndex(combo->count() - 1); // another category
        auto *other = editor<QLineEdit>(u"crmOtherCategory"_s);
        QTRY_VERIFY(other->hasFocus());
        QTest::keyClicks(other, u"Board decision"_s);
        automation->setChecked(true);
        QTest::keyClick(automation, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_gateway.crmEdits.size(), size_t(1));
        QCOMPARE(m_gateway.crmEdits.front().edit.value, u"Board decision"_s);
        QVERIFY(m_gateway.crmEdits.front().edit.updateAutomation);
    }

    void assignee_isPickedFromTheSetters()
    {
        m_table->beginEdit(cell(0, "appointmentSetter"_L1));
        auto *combo = editor<QComboBox>(u"crmComboEditor"_s);
        QCOMPARE(combo->count(), m_crm.assignees.size() + 1);
        QCOMPARE(editor<QCheckBox>(u"crmAutomation"_s), nullptr);
        const UserId wanted = m_crm.row(0).assignedTo == m_crm.assignees.at(1).user
            ? m_crm.assignees.at(2).user
            : m_crm.assignees.at(1).user;
        combo->setCurrentIndex(combo->findData(wanted.toString()));
        QTest::keyClick(combo, Qt::Key_Return);
        QTRY_COMPARE(m_crm.row(0).assignedTo, wanted);
    }

    void readOnlyCell_opensTheConversationAndSaysWhy()
    {
        m_table->setFocus();
        QSignalSpy opened(m_table.get(), &CrmTable::opened);
        QSignalSpy refused(m_table.get(), &CrmTable::refused);
        m_table->setCurrentIndex(cell(3, "date"_L1));
        QTest::keyClick(m_table.get(), Qt::Key_F2);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.first().first().toString().contains(u"cannot be edited"_s));
        QTest::keyClick(m_table.get(), Qt::Key_Return);
        m_table->setCurrentIndex(cell(4, "jobTitle"_L1));
        QTest::keyClick(m_table.get(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened.at(1).first().toInt(), 4);
    }

    void rows_areReadAsOneScrolls()
    {
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
        QTRY_COMPARE(m_model->rowCount(), 400 - 400 % 150 + 100);
        QTRY_VERIFY(m_model->hasEverything());
    }

    void layout_isThatOfTheHeadAndBack()
    {
        CrmColumnLayout layout = CrmColumnLayout::standard();
        layout.order.move(5, 0);
        layout.hidden = {u"website"_s, u"followUp4"_s};
        layout.widths.insert(u"notes"_s, 333);
        layout.frozen = 3;
        m_table->setColumnLayout(layout);
        QCOMPARE(m_table->columnLayout(), layout);
        QCOMPARE(m_table->head().frozenSections(), (QList<int> {5, 0, 1}));
        m_table->setColumnLayout(CrmColumnLayout::standard());
        QCOMPARE(m_table->columnLayout(), CrmColumnLayout::standard());
    }

    void titles_fitTheirColumns_sortedToo_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("zoom");
        for (const char *language : {"en", "de", "ar"}) {
            for (const int zoom : {80, 100, 150})
                QTest::addRow("%s, %d %%", language, zoom) << QString::fromLatin1(language) << zoom;
        }
    }
    void titles_fitTheirColumns_sortedToo()
    {
        QFETCH(QString, language);
        QFETCH(int, zoom);
        Language spoken;
        const auto back = qScopeGuard([&] {
            spoken.choose(u"en"_s);
            m_theme.setZoomPercent(100);
        });
        spoken.choose(language);
        QCoreApplication::sendPostedEvents(); // widgets hear of the language
        m_theme.setZoomPercent(zoom);
        const FrozenHeader &head = m_table->head();
        for (int section = 0; section < head.count(); ++section) {
            const bool isSortable = head.isSortable(section);
            const QFont font = m_theme.font(TextStyle::Caption, isSortable ? QFont::Bold : QFont::Medium);
            const QString title = m_model->headerData(section, Qt::Horizontal).toString();
            const int room = head.sectionSize(section) - m_theme.px(Spacing::M + Spacing::S)
                - (isSortable ? m_theme.px(12) : 0);
            QVERIFY2(QFontMetrics(font).horizontalAdvance(title) <= room, qPrintable(title));
            QCOMPARE_GE(head.sectionSize(section), m_theme.px(crmDefaultWidth(section)));
        }
        QCOMPARE(m_table->columnLayout(), CrmColumnLayout::standard()); // nobody resized any
    }

    void zoom_keepsAWidthSetByHand()
    {
        CrmColumnLayout layout = CrmColumnLayout::standard();
        layout.widths.insert(u"notes"_s, 400);
        m_table->setColumnLayout(layout);
        const auto back = qScopeGuard([&] { m_theme.setZoomPercent(100); });
        m_theme.setZoomPercent(150);
        QCOMPARE(m_table->head().sectionSize(column("notes"_L1)), 600);
        QCOMPARE(m_table->columnLayout(), layout);
    }

    void savedSets_areKeptInTheSettings()
    {
        QTemporaryDir directory;
        Preferences preferences(directory.filePath(u"signalbox.conf"_s));
        CrmColumnSets sets(preferences);
        QCOMPARE(sets.current(), CrmColumnLayout::standard());
        CrmColumnLayout layout = CrmColumnLayout::standard();
        layout.hidden = {u"website"_s};
        layout.frozen = 1;
        sets.save(u"Calls, \"today\""_s, layout);
        sets.setCurrent(layout);
        const Preferences later(directory.filePath(u"signalbox.conf"_s));
        QCOMPARE(sets.names(), QStringList {u"Calls, \"today\""_s});
        QCOMPARE(sets.find(u"Calls, \"today\""_s), layout);
        QCOMPARE(sets.current(), layout);
        sets.remove(u"Calls, \"today\""_s);
        QCOMPARE(sets.names(), QStringList());
        QCOMPARE(decodeColumnLayout(u"{\"order\":[\"nonsense\"],\"frozen\":99}"_s)->order,
            CrmColumnLayout::standard().order);
        QCOMPARE(decodeColumnLayout(u"rubbish"_s), std::nullopt);
    }
};

QTEST_MAIN(tst_CrmTable)
#include "tst_crmtable.moc"
