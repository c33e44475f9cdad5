// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/exporttransfers.h"
#include "tests/support/analyticsdemo.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/windowtest.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/chartframe.h"
#include "ui/analytics/tabstrip.h"
#include "ui/base/statepanel.h"

#include <QBoxLayout>
#include <QCalendarWidget>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QtTest/QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A tab that only counts what is done to it.
class PlainTab final : public AnalyticsTab
{
public:
    PlainTab(AnalyticsSession &session, QWidget *parent)
        : AnalyticsTab(u"plain"_s, session, parent)
    { }
    static inline int built = 0;
    static inline int activated = 0;
    static inline QString gap;

    void activate() override { ++activated; }
    QList<PrintedSection> printedSections() const override { return {}; }
    QString printGap() const override { return gap; }
    QList<signalbox::Panel *> panels() const override { return {}; }
    QMap<QString, QString> state() const override { return m_state; }
    void restoreState(const QMap<QString, QString> &state) override { m_state = state; }
    void choose(const QString &value)
    {
        m_state = {{u"channel"_s, value}};
        Q_EMIT stateChanged();
    }

private:
    QMap<QString, QString> m_state;
};

} // namespace

/// The page in the window: head, tabs, keys, links, exports.
class tst_AnalyticsPage : public WindowTest
{
    Q_OBJECT

    using Reading = AnalyticsReading<OverviewData>;

    std::unique_ptr<FakeAnalyticsGateway> m_gateway;
    std::unique_ptr<AnalyticsMemory> m_memory;
    std::unique_ptr<ExportTransfers> m_exports;
    QTemporaryDir m_folder;

    void openPage()
    {
        m_stage->clock.setNow(parseIso(u"2026-03-02T19:00:20Z").value());
        m_gateway = std::make_unique<FakeAnalyticsGateway>();
        m_gateway->answerOverview = [this](const auto &one) -> Result<Reading> {
            return demoOverviewReading(one.request, one.parts, m_stage->clock.now());
        };
        m_memory = std::make_unique<AnalyticsMemory>(m_stage->clock);
        m_exports = std::make_unique<ExportTransfers>(*m_gateway, m_stage->clock);
        PlainTab::built = PlainTab::activated = 0;
        PlainTab::gap.clear();
        QList<AnalyticsTabSpec> tabs {analyticsTabs().first()};
        tabs.append({u"plain"_s, [] { return u"Plain"_s; },
            [](const PageContext &, AnalyticsSession &session, QWidget *parent) -> AnalyticsTab * {
                ++PlainTab::built;
                return new PlainTab(session, parent);
            }});
        PageSpec inbox = StagePage::spec();
        inbox.id = u"inbox"_s;
        m_stage->openSignedIn(
            {inbox, analyticsPageSpec({*m_gateway, *m_memory, *m_exports, &m_stage->feed}, tabs)});
        window().resize(1440, 900);
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY(window().host().page() && !window().host().isSwitching());
        QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(analytics() && analytics()->isVisible());
        QTRY_COMPARE(asked(), 2);
    }
    AnalyticsPage *analytics() const { return qobject_cast<AnalyticsPage *>(window().host().page()); }
    size_t asked() const { return m_gateway->overviews.size(); }
    const AnalyticsRequest &lastRequest() const { return m_gateway->overviews.back().request; }
    QString text(const QString &name) const
    {
        if (const auto *label = find<QLabel>(name))
            return label->text();
        return find<QAbstractButton>(name)->text();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        analytics()->panes().first()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

private Q_SLOTS:
    void cleanup()
    {
        m_stage->window.reset();
        m_exports.reset();
        m_memory.reset();
        m_gateway.reset();
    }

    void head_saysPeriodComparisonZoneAndAge()
    {
        openPage();
        QCOMPARE(text(u"analyticsPeriod"_s), u"Last 30 days"_s);
        QCOMPARE(text(u"analyticsDates"_s), u"31 Jan – 2 Mar 2026"_s);
        QCOMPARE(text(u"analyticsCompare"_s), u"Compare: previous 30 days"_s);
        QTRY_COMPARE(text(u"analyticsZone"_s), u"America/New_York"_s);
        QTRY_VERIFY(text(u"analyticsAge"_s).startsWith(u"as of"_s));
        QVERIFY(lastRequest().window.from && lastRequest().window.to);
    }

    void statusBar_goesByTheClockOfTheHead()
    {
        openPage();
        QTRY_VERIFY(text(u"analyticsAge"_s).contains(u"2:00"_s)); // 19:00 UTC in New York
        const auto *status = find<QLabel>(u"statusAge"_s);
        QTRY_VERIFY2(status->text().contains(u" 14:00:20"_s), qPrintable(status->text()));
        const bool isOnTheWall
            = QDateTime(QDate(2026, 3, 2), QTime(19, 0), Qt::UTC).toLocalTime().time() == QTime(14, 0);
        QCOMPARE(status->text().contains(u"14:00:20 EST"_s), !isOnTheWall); // named where it is another
        window().commands().trigger(u"page.inbox"_s);
        QTRY_COMPARE(window().host().pageId(), u"inbox"_s);
        QVERIFY(!status->text().contains(u"EST"_s));
    }

    void brackets_stepThePeriod_C_theComparison()
    {
        openPage();
        press(Qt::Key_BracketLeft);
        QCOMPARE(text(u"analyticsPeriod"_s), u"Custom dates"_s);
        QCOMPARE(analytics()->session().period().last, QDate(2026, 1, 31));
        QTRY_COMPARE(asked(), 4);
        press(Qt::Key_BracketRight);
        QCOMPARE(analytics()->session().period().last, QDate(2026, 3, 2));
        QTRY_COMPARE(asked(), 6);
        press(Qt::Key_C);
        QTRY_COMPARE(asked(), 8);
        QCOMPARE(lastRequest().compare, Comparison::Year);
    }

    void backAndForward_goThroughPeriodsAndTabs()
    {
        openPage();
        press(Qt::Key_BracketLeft);
        press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(analytics()->tabId(), u"plain"_s);
        window().commands().trigger(u"shell.back"_s);
        QCOMPARE(analytics()->tabId(), u"overview"_s);
        QCOMPARE(analytics()->session().period().days, 0);
        window().commands().trigger(u"shell.back"_s);
        QCOMPARE(analytics()->session().period().days, 30);
        window().commands().trigger(u"shell.forward"_s);
        QCOMPARE(analytics()->session().period().days, 0);
    }

    void link_carriesTabPeriodComparisonAndTheTabsOwnState()
    {
        openPage();
        analytics()->openTab(u"plain"_s);
        static_cast<PlainTab *>(analytics()->tab())->choose(u"sms"_s);
        analytics()->session().setPeriod({.days = 7, .compare = Comparison::None});
        const PageState state = analytics()->state();
        QCOMPARE(state.params,
            (QMap<QString, QString> {{u"tab"_s, u"plain"_s}, {u"plain.channel"_s, u"sms"_s},
                {u"period"_s, u"7d"_s}, {u"compare"_s, u"none"_s}}));
        analytics()->restoreState({});
        QCOMPARE(analytics()->tabId(), u"overview"_s);
        QCOMPARE(analytics()->session().period(), AnalyticsPeriod());
        analytics()->restoreState(state);
        QCOMPARE(analytics()->state(), state);
        analytics()->restoreState({{}, {{u"tab"_s, u"no such"_s}, {u"period"_s, u"never"_s}}});
        QCOMPARE(analytics()->tabId(), u"overview"_s);
    }

    void tab_isBuiltAndAsked_whenItIsFirstOpened()
    {
        openPage();
        QCOMPARE(PlainTab::built, 0);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(analytics()->tabId(), u"plain"_s);
        QCOMPARE(PlainTab::built, 1);
        QCOMPARE(PlainTab::activated, 1);
        QTest::keyClick(find<TabStrip>(u"analyticsTabs"_s), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(analytics()->tabId(), u"overview"_s);
        QCOMPARE(asked(), 2); // seen less than 90 s ago
    }

    void newData_isAHint_thatMovesNothing()
    {
        openPage();
        QAbstractButton &hint = *find<QAbstractButton>(u"analyticsNewData"_s);
        m_stage->feed.tellCounts(u"v1"_s, m_stage->clock.now() - 1min); // older than what is shown
        QVERIFY(!hint.isVisible());
        m_stage->feed.tellCounts(u"v2"_s, m_stage->clock.now() + 1s);
        QVERIFY(hint.isVisible());
        QTest::qWait(30);
        QCOMPARE(asked(), 2);
        QTest::mouseClick(&hint, Qt::LeftButton);
        QVERIFY(!hint.isVisible());
        QTRY_COMPARE(asked(), 4);
        QVERIFY(lastRequest().forceRefresh);
    }

    void R_readsAgain_pastWhatIsKept()
    {
        openPage();
        m_stage->clock.advance(3s);
        press(Qt::Key_R);
        QTRY_COMPARE(asked(), 4);
        QVERIFY(m_gateway->overviews.at(2).request.forceRefresh);
        QVERIFY(m_gateway->overviews.at(3).request.forceRefresh);
    }

    void T_turnsTheChartToItsTable()
    {
        openPage();
        auto *frame = window().findChild<ChartFrame *>();
        QTRY_VERIFY(frame->chart());
        press(Qt::Key_T);
        QVERIFY(frame->isTable());
        QCOMPARE(frame->table().model()->rowCount(), 31); // the first and the last day are not whole
        press(Qt::Key_T);
        QVERIFY(!frame->isTable());
    }

    void customDates_areApplied()
    {
        openPage();
        window().commands().trigger(u"analytics.dates"_s);
        QTRY_VERIFY(find<QCalendarWidget>(u"firstDay"_s));
        find<QCalendarWidget>(u"firstDay"_s)->setSelectedDate({2026, 2, 20});
        find<QCalendarWidget>(u"lastDay"_s)->setSelectedDate({2026, 2, 10});
        QVERIFY(!find<QPushButton>(u"applyDates"_s)->isEnabled());
        find<QCalendarWidget>(u"lastDay"_s)->setSelectedDate({2026, 2, 21});
        QTest::mouseClick(find<QPushButton>(u"applyDates"_s), Qt::LeftButton);
        QCOMPARE(analytics()->session().period().first, QDate(2026, 2, 20));
        QCOMPARE(text(u"analyticsDates"_s), u"20 Feb – 21 Feb 2026"_s);
        QCOMPARE(lastRequest().window.to, parseIso(u"2026-02-22T05:00:00Z").value());
    }

    void denied_isForbidden_andToldToTheShell()
    {
        openPage();
        QSignalSpy lost(analytics(), &Page::accessLost);
        m_gateway->answerOverview
            = [](const auto &) -> Result<Reading> { return Error {.kind = Error::Kind::Denied}; };
        press(Qt::Key_R);
        QTRY_VERIFY(!lost.isEmpty());
    }

    void roleThatMayNotSeeNumbers_isForbiddenHere_andKeepsTheWorkspace()
    {
        openPage();
        QSignalSpy lost(analytics(), &Page::accessLost);
        m_gateway->answerOverview = [](const auto &) -> Result<Reading> {
            return Error {.kind = Error::Kind::Denied, .code = u"ANALYTICS_ROLE_REQUIRED"_s};
        };
        press(Qt::Key_R);
        StatePanel *body = analytics()->findChild<StatePanel *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(body->state(), StatePanel::State::Forbidden);
        QStringList texts;
        for (const QLabel *label : body->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        QVERIFY(texts.join(u' ').contains(u"owner or admin"_s)); // who can grant it
        QVERIFY(lost.isEmpty());
    }

    void client_doesNotHaveThePage()
    {
        FakeAnalyticsGateway gateway;
        AnalyticsMemory memory(m_stage->clock);
        ExportTransfers exports(gateway, m_stage->clock);
        const PageSpec spec = analyticsPageSpec({gateway, memory, exports}, {});
        QVERIFY(!spec.roles.contains(u"CLIENT_PORTAL"_s));
        QCOMPARE(spec.roles.size(), 4);
        QCOMPARE(spec.digit, 2);
    }

    void export_isAskedForTheOpenTab()
    {
        openPage();
        QSignalSpy exports(analytics(), &AnalyticsPage::exportRequested);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(exports.size(), 1);
        QCOMPARE(exports.first().first().value<ExportFormat>(), ExportFormat::Csv);
        const ExportRequest request = analytics()->tab()->exportRequest();
        QCOMPARE(request.tab, u"overview"_s);
        QCOMPARE(request.analytics, analytics()->session().request());
    }

    void export_goesOnInAnotherLanguage()
    {
        openPage();
        const QByteArray content = "a,b\r\n1,2\r\n";
        ExportJob job {.id = QUuid::createUuid(), .rowsWritten = 1200, .rowsTotal = 4800};
        m_exports->setPace({1ms, 5ms, 60s});
        m_gateway->answerStartExport = [&job](const auto &) -> Result<ExportJob> { return job; };
        m_gateway->answerExportPoll = [&job](const auto &) -> Result<ExportJob> { return job; };
        m_gateway->answerExportRead = [&content](const auto &) -> Result<QByteArray> { return content; };
        m_stage->dialogs.saveFile = m_folder.filePath(u"overview.csv"_s);
        press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(text(u"exportText"_s).startsWith(u"1,200 of 4,800 rows"_s));
        const QPointer<AnalyticsPage> before = analytics();
        m_stage->preferences.set(u"general/language"_s, u"de"_s);
        QTRY_VERIFY(!before && analytics()); // built anew
        QTRY_VERIFY(text(u"exportText"_s).startsWith(u"1.200 von 4.800 Zeilen"_s));
        QCOMPARE(m_gateway->cancelledExports.size(), size_t(0));
        QCOMPARE(m_exports->runningCount(), 1);
        job.state = ExportState::Done;
        job.sizeBytes = content.size();
        QTRY_VERIFY(QFile::exists(m_stage->dialogs.saveFile));
        QTRY_VERIFY(text(u"exportText"_s).startsWith(u"overview.csv"_s));
        m_stage->preferences.set(u"general/language"_s, u"en"_s);
        QTRY_VERIFY(text(u"exportText"_s).endsWith(u" rows"_s));
    }

    void pdf_isWritten()
    {
        openPage();
        m_stage->dialogs.saveFile = m_folder.filePath(u"overview.pdf"_s);
        press(Qt::Key_P, Qt::ControlModifier);
        QFile file(m_stage->dialogs.saveFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        QVERIFY(m_stage->dialogs.asked.isEmpty());
        m_stage->dialogs.saveFile = u"/nowhere/overview.pdf"_s;
        press(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(m_stage->dialogs.asked.size(), 1);
    }

    void pdf_thatLeavesRowsOutIsAskedForFirst()
    {
        openPage();
        analytics()->openTab(u"plain"_s);
        PlainTab::gap = u"Rows 1–3 of 9."_s;
        m_stage->dialogs.saveFile = m_folder.filePath(u"plain.pdf"_s);
        m_stage->dialogs.answer = false;
        window().commands().trigger(u"analytics.exportPdf"_s);
        QCOMPARE(m_stage->dialogs.asked.size(), 1);
        QVERIFY(m_stage->dialogs.asked.first().text.contains(PlainTab::gap));
        QVERIFY(!QFile::exists(m_stage->dialogs.saveFile));
        m_stage->dialogs.answer = true;
        window().commands().trigger(u"analytics.exportPdf"_s);
        QVERIFY(QFile::exists(m_stage->dialogs.saveFile));
    }
};

QTEST_MAIN(tst_AnalyticsPage)
#include "tst_analyticspage.moc"
