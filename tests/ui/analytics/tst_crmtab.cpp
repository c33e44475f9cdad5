// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmcell.h"
#include "tests/support/fakecrm.h"
#include "tests/support/fakeshell.h"
#include "ui/analytics/analyticsprint.h"
#include "ui/analytics/crmcolumnchooser.h"
#include "ui/analytics/crmconflictsheet.h"
#include "ui/analytics/crmtab.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/frozenheader.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/panel.h"
#include "ui/base/flatbutton.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/noticestrip.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The tab as a whole: what it asks for, what it shows in each state, what becomes of an edit.
class tst_CrmTab : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellStage> m_stage;
    FakeAnalyticsGateway m_gateway;
    std::unique_ptr<FakeCrm> m_crm;
    std::unique_ptr<AnalyticsMemory> m_memory;
    std::unique_ptr<AnalyticsSession> m_session;
    CommandRegistry m_commands;
    std::unique_ptr<QWidget> m_window;
    CrmTab *m_tab = nullptr;
    Workspace m_workspace;

    template <typename T> T *find(const QString &name) const { return m_window->findChild<T *>(name); }
    StatePanel &panel() const { return *m_tab->findChild<StatePanel *>(); }
    void openAs(const QString &role, UserId user = {})
    {
        m_window.reset();
        m_workspace.role = role;
        Identity identity;
        identity.user = user;
        m_session
            = std::make_unique<AnalyticsSession>(user, m_workspace.id, m_gateway, *m_memory, m_stage->clock);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1300, 900);
        const PageContext context {
            m_workspace, identity, m_stage->theme, m_commands, m_stage->dialogs, m_stage->clock};
        m_tab = new CrmTab(context, *m_session, &m_stage->preferences, m_window.get());
        auto *column = new QVBoxLayout(m_window.get());
        column->setSizeConstraint(QLayout::SetNoConstraint);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_tab);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_tab->activate();
    }
    void open()
    {
        openAs(u"OWNER"_s);
        QTRY_VERIFY(m_tab->model().rowCount() > 0);
    }
    QModelIndex cell(int row, QLatin1StringView key) const
    {
        return m_tab->model().index(row, crmColumnIndex(key));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_stage = std::make_unique<ShellStage>();
        m_workspace = demoWorkspaces().first();
        m_gateway = FakeAnalyticsGateway();
        m_crm = std::make_unique<FakeCrm>(m_workspace.id, 300, m_stage->clock.now());
        m_crm->answer(m_gateway);
        m_memory = std::make_unique<AnalyticsMemory>(m_stage->clock);
    }
    void cleanup()
    {
        m_window.reset();
        m_session.reset();
        m_stage.reset();
    }

    void firstLook_asksOnceForRowsFiguresAndSetters()
    {
        open();
        QCOMPARE(m_gateway.crmPages.front().crm.from, m_session->request().window.from);
        QCOMPARE(m_gateway.crmPages.front().crm.to, m_session->request().window.to);
        QCOMPARE(m_gateway.crmSummaries.size(), size_t(1));
        QCOMPARE(m_gateway.crmAssignees.size(), size_t(1));
        QTRY_COMPARE(m_tab->model().assignees().size(), 4);
        const auto cards = m_tab->findChildren<KpiCard *>();
        QCOMPARE(cards.size(), 5);
        QTRY_COMPARE(cards.first()->figure().value,
            QLocale().toString(m_crm->summary(m_tab->model().query()).totals.cohortLeads));
        QVERIFY(!find<QLabel>(u"crmOwnOnly"_s)->isVisible());
        m_gateway.forget();
        m_tab->deactivate();
        m_tab->activate();
        QCOMPARE(m_gateway.callCount(), 0);
        m_stage->clock.advance(100s);
        m_tab->activate(); // older than 90 s
        QCOMPARE(m_gateway.crmPages.size(), size_t(1));
    }

    void filters_areSentAndCanBeCleared()
    {
        open();
        QSignalSpy changed(m_tab, &AnalyticsTab::stateChanged);
        m_tab->focusSearch();
        auto *campaign = find<QLineEdit>(u"crmCampaign"_s);
        QVERIFY(campaign->hasFocus());
        QTest::keyClicks(campaign, u"no such campaign"_s);
        QTest::keyClick(campaign, Qt::Key_Return);
        QTRY_COMPARE(panel().state(), StatePanel::State::Empty);
        QCOMPARE(m_gateway.crmPages.back().crm.campaign, u"no such campaign"_s);
        QVERIFY(changed.count() > 0);
        QCOMPARE(m_tab->state().value(u"campaign"_s), u"no such campaign"_s);
        QCOMPARE(m_tab->exportRequest().crm.campaign, u"no such campaign"_s);
        QVERIFY(find<FlatButton>(u"crmClear"_s)->isVisible());
        Q_EMIT panel().actionTriggered();
        QTRY_COMPARE(panel().state(), StatePanel::State::Content);
        QCOMPARE(m_tab->state(), (QMap<QString, QString>()));
        find<QComboBox>(u"crmStatus"_s)->setCurrentIndex(2);
        QCOMPARE(m_gateway.crmPages.back().crm.leadStatus, u"qualified"_s);
    }

    void sort_isAskedOfTheService()
    {
        open();
        Q_EMIT m_tab->table().sortRequested(u"companyName"_s, false);
        QCOMPARE(m_gateway.crmPages.back().crm.sort, u"companyName"_s);
        QVERIFY(!m_gateway.crmPages.back().crm.isDescending);
        QCOMPARE(m_gateway.crmSummaries.size(), size_t(1)); // the same cohort
        QCOMPARE(m_tab->table().head().sortSection(), crmColumnIndex("companyName"_L1));
        QCOMPARE(m_tab->state().value(u"sort"_s), u"companyName:asc"_s);
        QTRY_VERIFY(!m_tab->model().isOfOtherQuery());
    }

    void link_bringsFiltersAndOrderBack()
    {
        open();
        m_tab->restoreState({{u"leadStatus"_s, u"qualified"_s}, {u"sort"_s, u"leadScore:desc"_s}});
        QCOMPARE(m_tab->model().query().leadStatus, u"qualified"_s);
        QCOMPARE(m_tab->model().query().sort, u"leadScore"_s);
        m_tab->restoreState({{u"sort"_s, u"responseType:asc"_s}}); // cannot be sorted by
        QCOMPARE(m_tab->model().query().sort, u"date"_s);
        QVERIFY(m_tab->model().query().isDescending);
    }

    void period_isTheSessions()
    {
        open();
        m_session->setPeriod({.days = 7});
        QCOMPARE(m_tab->model().query().from, m_session->request().window.from);
        m_tab->deactivate();
        m_gateway.forget();
        m_session->setPeriod({.days = 90});
        QCOMPARE(m_gateway.callCount(), 0); // hidden: nothing is asked for
    }

    void failure_isNoEmptyTable()
    {
        m_gateway.answerCrmPage
            = [](const auto &) -> Result<CrmPage> { return Error::unavailable(u"down"_s); };
        openAs(u"OWNER"_s);
        QTRY_COMPARE(panel().state(), StatePanel::State::Error);
        m_crm->answer(m_gateway);
        Q_EMIT panel().retryRequested();
        QTRY_COMPARE(panel().state(), StatePanel::State::Content);
    }

    void staleFigures_successorFails_stayWithTheirAge()
    {
        m_gateway.answerCrmSummary = {};
        open();
        m_gateway.crmSummaries.front().source.finish(CrmSummary {.totals = {.cohortLeads = 7},
            .bySetter = {{.key = u"AI"_s, .cohortLeads = 7}},
            .computedAt = m_stage->clock.now() - 40s,
            .isStale = true});
        QTRY_COMPARE(m_gateway.crmSummaries.size(), size_t(2));
        m_gateway.crmSummaries.back().source.finish(Error::unavailable(u"down"_s));
        const auto *setters = find<Panel>(u"panel-crmBySetter"_s);
        QTRY_VERIFY(!setters->status().isRefreshing);
        QVERIFY(!setters->status().error);
        QVERIFY(setters->findChild<QLabel *>(u"panelAge"_s)->text().endsWith(u" ago"_s));
        const auto cards = m_tab->findChildren<KpiCard *>();
        QCOMPARE(cards.first()->figure().value, u"7"_s);
        QVERIFY(cards.first()->accessibleName().contains(u'7'));
    }

    void staleRows_areReadAgainWhileOneStandsAtTheTop()
    {
        m_gateway.answerCrmPage = [this](const auto &asked) -> Result<CrmPage> {
            CrmPage page = m_crm->page(asked.crm, asked.cursor, asked.limit);
            page.isStale = asked.cursor.isEmpty() && asked.staleness == Staleness::Allowed;
            if (page.isStale)
                page.rows.first().jobTitle = u"Older"_s;
            return page;
        };
        openAs(u"OWNER"_s);
        m_tab->model().setStalePause(50ms); // longer than the table needs to tell which rows it shows
        QTRY_VERIFY(m_tab->model().rowCount() > CrmPages::PageSize);
        QTRY_COMPARE(m_tab->model().state(), LoadState::Ready);
        QCOMPARE(m_gateway.crmPages.front().staleness, Staleness::Allowed);
        QCOMPARE(m_tab->model().at(0)->jobTitle, m_crm->row(0).jobTitle);
    }

    void refusedAccess_isTold()
    {
        m_gateway.answerCrmPage = [](const auto &) -> Result<CrmPage> { return Error::denied(u"no"_s); };
        m_window.reset();
        openAs(u"OWNER"_s);
        QSignalSpy lost(m_tab, &AnalyticsTab::accessLost);
        QTRY_COMPARE(lost.count(), 1);
    }

    void setter_seesOwnLeadsAndEditsThem()
    {
        const UserId me = m_crm->assignees.at(0).user;
        m_crm->isOwnOnly = true;
        m_crm->row(0).assignedTo = me;
        openAs(u"SETTER"_s, me);
        QTRY_VERIFY(find<QLabel>(u"crmOwnOnly"_s)->isVisible());
        QVERIFY(m_tab->table().beginEdit(cell(0, "jobTitle"_L1)));
        m_tab->table().cancelEdit();
        QVERIFY(!m_tab->table().beginEdit(cell(0, "appointmentSetter"_L1)));
    }

    void undo_isOnTheKeyboard()
    {
        open();
        const QString before = m_crm->row(1).jobTitle;
        m_tab->model().edit(1, crmColumnIndex("jobTitle"_L1), u"Chief"_s);
        QTRY_VERIFY(m_tab->model().edits().canUndo());
        m_tab->table().setFocus();
        QTest::keyClick(&m_tab->table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_crm->row(1).jobTitle, before);
    }

    void conflict_isDecidedInASheet()
    {
        open();
        m_crm->row(1).jobTitle = u"Theirs"_s;
        m_crm->touch(1);
        m_tab->model().edit(1, crmColumnIndex("jobTitle"_L1), u"Mine"_s);
        QTRY_VERIFY(m_window->findChild<CrmConflictSheet *>());
        auto *sheet = m_window->findChild<CrmConflictSheet *>();
        QTRY_VERIFY(sheet->isOpen());
        QCOMPARE(find<QLabel>(u"crmConflictMine"_s)->text(), u"Mine"_s);
        QCOMPARE(find<QLabel>(u"crmConflictTheirs"_s)->text(), u"Theirs"_s);
        QVERIFY(find<QPushButton>(u"crmTakeTheirs"_s)->hasFocus());
        QTest::mouseClick(find<QPushButton>(u"crmKeepMine"_s), Qt::LeftButton);
        QTRY_COMPARE(m_crm->row(1).jobTitle, u"Mine"_s);
        QVERIFY(!sheet->isOpen());
        m_crm->row(1).jobTitle = u"Again"_s;
        m_crm->touch(1);
        m_tab->model().edit(1, crmColumnIndex("jobTitle"_L1), u"Still mine"_s);
        QTRY_VERIFY(sheet->isOpen());
        QTest::keyClick(find<QPushButton>(u"crmTakeTheirs"_s), Qt::Key_Escape);
        QTRY_VERIFY(!m_tab->model().edits().conflict());
        QCOMPARE(m_crm->row(1).jobTitle, u"Again"_s);
    }

    void failedEdit_saysWhyAndKeepsWhatWasTyped()
    {
        open();
        m_gateway.answerCrmEdit
            = [](const auto &) -> Result<CrmEditOutcome> { return Error::unavailable(u"down"_s); };
        m_tab->model().edit(1, crmColumnIndex("jobTitle"_L1), u"Chief"_s);
        auto *notice = find<NoticeStrip>(u"crmNotice"_s);
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(u"Chief"_s));
        QTest::mouseClick(find<FlatButton>(u"crmEditCopy"_s), Qt::LeftButton);
        QTRY_COMPARE(QApplication::clipboard()->text(), u"Chief"_s);
        m_crm->answer(m_gateway);
        QTest::mouseClick(find<FlatButton>(u"crmEditRetry"_s), Qt::LeftButton);
        QTRY_COMPARE(m_crm->row(1).jobTitle, u"Chief"_s);
        QVERIFY(!notice->isVisible());
    }

    void columns_areChosenSavedAndTakenUpAgain()
    {
        open();
        QTest::mouseClick(find<FlatButton>(u"crmColumnsButton"_s), Qt::LeftButton);
        auto *chooser = m_window->findChild<CrmColumnChooser *>();
        QVERIFY(chooser && chooser->isOpen());
        auto *list = find<QListWidget>(u"crmColumnList"_s);
        QCOMPARE(list->count(), 34);
        list->item(3)->setCheckState(Qt::Unchecked);
        QVERIFY(m_tab->table().isColumnHidden(3));
        list->setCurrentRow(2);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_tab->table().columnLayout().order.at(1), u"companyName"_s);
        QTest::keyClicks(find<QLineEdit>(u"crmSetName"_s), u"Calls"_s);
        QTest::mouseClick(find<QPushButton>(u"crmSetSave"_s), Qt::LeftButton);
        const CrmColumnLayout saved = m_tab->table().columnLayout();
        QTest::mouseClick(find<QPushButton>(u"crmColumnsReset"_s), Qt::LeftButton);
        QCOMPARE(m_tab->table().columnLayout(), CrmColumnLayout::standard());
        auto *sets = find<QComboBox>(u"crmSets"_s);
        sets->setCurrentIndex(1);
        Q_EMIT sets->activated(1);
        QCOMPARE(m_tab->table().columnLayout(), saved);
        open(); // the next day
        QCOMPARE(m_tab->table().columnLayout(), saved);
    }

    void lead_isOpenedByItsId()
    {
        open();
        QSignalSpy requested(m_tab, &AnalyticsTab::leadRequested);
        m_tab->table().setFocus();
        m_tab->table().setCurrentIndex(cell(2, "date"_L1));
        QTest::keyClick(&m_tab->table(), Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.first().first().toString(), m_crm->row(2).lead.toString());
    }

    void figures_areRememberedHidden()
    {
        open();
        QVERIFY(find<QWidget>(u"crmSummary"_s)->isVisible());
        QTest::mouseClick(find<FlatButton>(u"crmSummaryButton"_s), Qt::LeftButton);
        QVERIFY(!find<QWidget>(u"crmSummary"_s)->isVisible());
        open();
        QVERIFY(!find<QWidget>(u"crmSummary"_s)->isVisible());
    }

    void print_saysHowMuchOfItIsThere()
    {
        open();
        const QList<PrintedSection> sections = m_tab->printedSections();
        QCOMPARE(sections.last().table->header.size(), 34);
        QCOMPARE(sections.last().table->rows.size(), m_tab->model().rowCount());
    }

    void print_ofRowsThatLeftMemoryNamesThoseItHas()
    {
        m_crm = std::make_unique<FakeCrm>(m_workspace.id, 5000, m_stage->clock.now());
        m_crm->answer(m_gateway);
        openAs(u"OWNER"_s);
        m_session->setPeriod({.days = 0, .first = QDate(2023, 1, 1), .last = QDate(2026, 12, 31)});
        QTRY_VERIFY(m_tab->model().rowCount() > 0 && !m_tab->model().isOfOtherQuery());
        const qint64 total = m_crm->summary(m_tab->model().query()).totals.cohortLeads;
        QCOMPARE_GT(total, qint64(CrmPages::MaxLoadedPages + 4) * CrmPages::PageSize);
        QTRY_VERIFY(m_tab->printGap().startsWith(u"Rows 1–%1 of %2."_s.arg(
            QLocale().toString(m_tab->model().rowCount()), QLocale().toString(total))));
        while (m_tab->model().at(0)) { // down, until the first rows are not in memory any more
            QScrollBar *bar = m_tab->table().verticalScrollBar();
            const int before = m_tab->model().rowCount();
            bar->setValue(bar->maximum());
            QTRY_VERIFY(m_tab->model().rowCount() > before);
        }
        const QString gap = m_tab->printGap();
        const auto [first, end] = m_tab->table().printedRange(5000);
        QVERIFY(first > 0);
        QVERIFY(gap.startsWith(u"Rows %1–%2 of %3."_s.arg(
            QLocale().toString(first + 1), QLocale().toString(end), QLocale().toString(total))));
        const QString path = m_stage->directory.filePath(u"rows.pdf"_s);
        const PrintedHead head {.workspace = u"Brightline"_s, .tab = u"CRM rows"_s, .zone = QTimeZone::utc()};
        QList<PrintedSection> sections = m_tab->printedSections();
        QCOMPARE(sections.last().table->rows.size(), end - first);
        sections.last().table->rows.resize(40); // thousands of rows on paper say no more
        QVERIFY(printAnalytics(path, head, {sections.last()}, m_stage->theme));
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        QVERIFY(reader.waitForFinished());
        const QString printed
            = QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
        QVERIFY2(printed.contains(gap), qPrintable(printed.left(2000)));
        QVERIFY(printed.indexOf(gap) < printed.indexOf(sections.last().table->rows.first().at(1)));
    }
};

QTEST_MAIN(tst_CrmTab)
#include "tst_crmtab.moc"
