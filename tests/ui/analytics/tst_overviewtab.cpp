// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/analyticsdemo.h"
#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/fakeshell.h"
#include "ui/analytics/chartframe.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/linechart.h"
#include "ui/analytics/overviewtab.h"

#include <QHeaderView>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The overview: numbers first, every state, every figure explained.
class tst_OverviewTab : public QObject
{
    Q_OBJECT

    using Reading = AnalyticsReading<OverviewData>;

    ManualClock m_clock {parseIso(u"2026-03-02T19:00:20Z").value()};
    Theme m_theme;
    CommandRegistry m_commands;
    ScriptedDialogs m_dialogs;
    FakeAnalyticsGateway m_gateway;
    std::unique_ptr<AnalyticsMemory> m_memory;
    std::unique_ptr<AnalyticsSession> m_session;
    std::unique_ptr<OverviewTab> m_tab;

    size_t asked() const { return m_gateway.overviews.size(); }
    void answer(size_t call)
    {
        const auto &one = m_gateway.overviews.at(call);
        one.source.finish(demoOverviewReading(one.request, one.parts, m_clock.now()));
    }
    void open()
    {
        m_tab = std::make_unique<OverviewTab>(
            PageContext {{}, {}, m_theme, m_commands, m_dialogs, m_clock}, *m_session, nullptr);
        m_tab->resize(1300, 800);
        m_tab->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
        m_tab->activate();
    }
    void openAnswered()
    {
        m_gateway.answerOverview = [this](const auto &one) -> Result<Reading> {
            return demoOverviewReading(one.request, one.parts, m_clock.now());
        };
        open();
        QTRY_COMPARE(asked(), 2);
        QTRY_VERIFY(line());
        QTRY_VERIFY(panel(u"sentiments"_s).status().computedAt); // asked is not yet answered
    }
    KpiCard &card(const QString &id) const { return *m_tab->findChild<KpiCard *>(u"kpi-"_s + id); }
    signalbox::Panel &panel(const QString &id) const
    {
        return *m_tab->findChild<signalbox::Panel *>(u"panel-"_s + id);
    }
    LineChart *line() const { return m_tab->findChild<LineChart *>(); }

private Q_SLOTS:
    void init()
    {
        m_gateway.forget();
        m_gateway.answerOverview = nullptr;
        m_clock = ManualClock(parseIso(u"2026-03-02T19:00:20Z").value());
        m_memory = std::make_unique<AnalyticsMemory>(m_clock);
        m_session
            = std::make_unique<AnalyticsSession>(UserId(), WorkspaceId(), m_gateway, *m_memory, m_clock);
    }
    void cleanup() { m_tab.reset(); }

    void breakdowns_areNotAskedBeforeTheNumbersArePainted()
    {
        open();
        QTest::qWait(50);
        QCOMPARE(asked(), 1);
        QCOMPARE(m_gateway.overviews.front().parts, OverviewParts::Core);
        size_t askedAtPaint = 0;
        bool isFirst = true;
        connect(&card(u"leads"_s), &KpiCard::painted, this, [&] {
            // Connected after the tab itself, so the tab may just have asked; never earlier than this paint.
            if (std::exchange(isFirst, false))
                askedAtPaint = asked();
        });
        m_tab->setUpdatesEnabled(false); // nothing reaches the screen
        answer(0);
        QTRY_COMPARE(card(u"leads"_s).status().computedAt.has_value(), true);
        QTest::qWait(50);
        QCOMPARE(asked(), 1);
        m_tab->setUpdatesEnabled(true);
        QTRY_COMPARE(asked(), 2);
        QVERIFY(card(u"leads"_s).isPainted());
        QCOMPARE(askedAtPaint, 2);
        QCOMPARE(m_gateway.overviews.back().parts, OverviewParts::Breakdowns);
        // The numbers are there while the rest is awaited.
        QVERIFY(panel(u"sentiments"_s).status().isLoading);
        QVERIFY(!card(u"leads"_s).status().isLoading);
        answer(1);
        QTRY_VERIFY(!panel(u"sentiments"_s).status().isLoading);
    }

    void cards_sayTheNumbersOfTheReading()
    {
        openAnswered();
        const OverviewData data = demoOverview(m_session->request().window, m_clock.now());
        QCOMPARE(card(u"leads"_s).figure().value, presentNumber(data.core.totalLeads, QLocale()));
        QCOMPARE(
            card(u"contacted"_s).figure().value, presentNumber(data.core.outboundLeadsContacted, QLocale()));
        QCOMPARE(card(u"responses"_s).figure().value, presentNumber(data.core.responses, QLocale()));
        QCOMPARE(card(u"rate"_s).figure().value, QString::number(data.core.responseRate));
        QCOMPARE(card(u"meetings"_s).figure().value, presentNumber(data.core.meetingsBooked, QLocale()));
        QCOMPARE(card(u"setterResponse"_s).figure().value, u"42m"_s);
        QCOMPARE(card(u"clientResponse"_s).figure().value, u"5.4h"_s);
        QCOMPARE(card(u"capacity"_s).figure().value, u"61"_s);
        QVERIFY(card(u"capacity"_s).figure().note.contains(u"61 booked"_s));
        QVERIFY(card(u"capacity"_s).figure().note.contains(u"stale 3 h"_s));
        QVERIFY(!card(u"capacity"_s).figure().change); // it looks ahead, whatever the period
        QCOMPARE(qint64(card(u"leads"_s).figure().course.size()), data.core.days.size());
    }

    void everyCardPanelAndColumn_saysWhatItMeans()
    {
        openAnswered();
        for (const KpiCard *one : m_tab->findChildren<KpiCard *>()) {
            QVERIFY2(one->definition().size() > 40, qPrintable(one->id()));
            QVERIFY(one->toolTip().contains(one->definition().left(20)));
        }
        for (const signalbox::Panel *one : m_tab->panels())
            QVERIFY2(one->definition().size() > 30, qPrintable(one->id()));
        for (const PanelTable *table : m_tab->findChildren<PanelTable *>()) {
            if (qobject_cast<ChartFrame *>(table->parentWidget()))
                continue;
            for (int i = 0; i < table->model()->columnCount(); ++i)
                QVERIFY2(!table->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty(),
                    qPrintable(table->accessibleName()));
        }
    }

    void setters_haveAWordForTheirPace()
    {
        openAnswered();
        auto *table = qobject_cast<PanelTable *>(panel(u"setters"_s).content());
        const QAbstractItemModel &model = *table->model();
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(0, 2).data().toString(), u"Quick"_s); // 18 minutes
        QCOMPARE(model.index(1, 2).data().toString(), u"Fair"_s); // 44
        QCOMPARE(model.index(3, 2).data().toString(), u"Slow"_s); // 2.5 hours
        QVERIFY(model.index(4, 0).data().toString().contains(u"former member"_s));
    }

    void topClients_areHidden_withOneWorkspace()
    {
        openAnswered();
        QVERIFY(!panel(u"clients"_s).isVisible());
        QCOMPARE(m_tab->panels().size(), 6);
    }

    void otherPeriod_dimsTheOldNumbers_untilTheNewAreThere()
    {
        openAnswered();
        m_gateway.answerOverview = nullptr;
        m_session->setPeriod({.days = 7});
        QCOMPARE(asked(), 3);
        QVERIFY(card(u"leads"_s).status().isOfOtherRequest);
        QVERIFY(card(u"leads"_s).status().isRefreshing);
        QVERIFY(panel(u"activity"_s).status().isOfOtherRequest);
        QVERIFY(panel(u"sentiments"_s).status().isOfOtherRequest); // not asked yet, and already not of now
        answer(2);
        QTRY_VERIFY(!card(u"leads"_s).status().isOfOtherRequest);
        QTRY_COMPARE(asked(), 4);
        QVERIFY(panel(u"sentiments"_s).status().isOfOtherRequest);
        answer(3);
        QTRY_VERIFY(!panel(u"sentiments"_s).status().isOfOtherRequest);
    }

    void refresh_keepsZoomAndHiddenLines()
    {
        openAnswered();
        line()->setRange(4, 11);
        line()->setHidden(u"outbound"_s, true);
        const LineChart *before = line();
        m_clock.advance(5s);
        m_session->refresh();
        QTRY_COMPARE(asked(), 4);
        QTRY_VERIFY(!panel(u"sentiments"_s).status().isRefreshing);
        QCOMPARE(line(), before);
        QCOMPARE(line()->range(), std::pair(4, 11));
        QVERIFY(line()->hiddenSeries().contains(u"outbound"_s));
        QVERIFY(m_tab->stepBack());
        QVERIFY(!line()->isZoomed());
        QVERIFY(!m_tab->stepBack());
    }

    /// What was answered stale is there at once, with all that can be done with it; then only its numbers
    /// change.
    void stale_isShown_andReplacedInItsPlace()
    {
        m_session->setStalePause(0ms);
        open();
        const auto &first = m_gateway.overviews.front();
        Reading old = demoOverviewReading(first.request, first.parts, m_clock.now() - 40s);
        old.isStale = true;
        first.source.finish(old);
        // The rest does not wait for the successor of numbers that are on the screen.
        QTRY_COMPARE(asked(), 3);
        const auto isRest = [](const auto &one) { return one.parts == OverviewParts::Breakdowns; };
        QCOMPARE(std::ranges::count_if(m_gateway.overviews, isRest), 1);
        QTRY_VERIFY(line());
        QVERIFY(card(u"leads"_s).status().isRefreshing);
        QVERIFY(!card(u"leads"_s).status().isLoading);
        QVERIFY(panel(u"activity"_s).status().isOutdated);
        line()->setRange(4, 11);
        line()->setHidden(u"outbound"_s, true);
        const LineChart *before = line();
        const size_t again = isRest(m_gateway.overviews.at(1)) ? 2 : 1;
        QVERIFY(!m_gateway.overviews.at(again).request.mayBeStale);
        answer(again);
        QTRY_VERIFY(!card(u"leads"_s).status().isRefreshing);
        QVERIFY(!panel(u"activity"_s).status().isOutdated);
        QCOMPARE(line(), before);
        QCOMPARE(line()->range(), std::pair(4, 11));
        QVERIFY(line()->hiddenSeries().contains(u"outbound"_s));
        QCOMPARE(asked(), 3);
    }

    void partThatFailed_isToldInItsPanelAlone()
    {
        m_gateway.answerOverview = [this](const auto &one) -> Result<Reading> {
            Reading reading = demoOverviewReading(one.request, one.parts, m_clock.now());
            reading.errors.insert(u"perSetterResponseTimes"_s, u"timeout"_s);
            return reading;
        };
        open();
        QTRY_COMPARE(asked(), 2);
        QTRY_VERIFY(panel(u"setters"_s).status().error);
        QVERIFY(!panel(u"sentiments"_s).status().error);
        QVERIFY(!card(u"leads"_s).status().error);
    }

    void failure_isToldInEveryCard_andTriedAgain()
    {
        m_gateway.answerOverview
            = [](const auto &) -> Result<Reading> { return Error::unavailable(u"down"_s); };
        open();
        QTRY_VERIFY(card(u"leads"_s).status().error);
        QTRY_VERIFY(panel(u"setters"_s).status().error);
        m_gateway.answerOverview = [this](const auto &one) -> Result<Reading> {
            return demoOverviewReading(one.request, one.parts, m_clock.now());
        };
        QTest::mouseClick(&card(u"leads"_s), Qt::LeftButton);
        QTRY_VERIFY(!card(u"leads"_s).status().error);
        QTRY_VERIFY(!panel(u"setters"_s).status().error);
    }

    void denied_isTold()
    {
        m_gateway.answerOverview
            = [](const auto &) -> Result<Reading> { return Error {.kind = Error::Kind::Denied}; };
        open();
        QSignalSpy lost(m_tab.get(), &AnalyticsTab::accessLost);
        m_tab->activate();
        QTRY_VERIFY(!lost.isEmpty());
    }

    void nothingInThePeriod_saysSo()
    {
        m_gateway.answerOverview = [this](const auto &one) -> Result<Reading> {
            return emptyOverviewReading(one.request, m_clock.now());
        };
        open();
        QTRY_COMPARE(asked(), 2);
        QTRY_VERIFY(panel(u"setters"_s).status().isEmpty);
        QVERIFY(panel(u"activity"_s).status().isEmpty);
        QCOMPARE(card(u"leads"_s).figure().value, u"0"_s);
        QCOMPARE(card(u"rate"_s).figure().value, u"\u2014"_s); // never 0 %
        QCOMPARE(card(u"setterResponse"_s).figure().value, u"\u2014"_s);
    }

    void printed_hasEveryPanel()
    {
        openAnswered();
        QTRY_VERIFY(!panel(u"statuses"_s).status().isLoading);
        m_tab->finishPictures();
        const QList<PrintedSection> sections = m_tab->printedSections();
        QCOMPARE(sections.size(), 1 + m_tab->panels().size());
        QCOMPARE(sections.first().table->rows.size(), 8);
        for (const PrintedSection &section : sections)
            QVERIFY2(section.picture || section.table || !section.note.isEmpty(), qPrintable(section.title));
    }
};

QTEST_MAIN(tst_OverviewTab)
#include "tst_overviewtab.moc"
