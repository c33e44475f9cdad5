// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/base/errorbanner.h"
#include "ui/base/statepanel.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_StatePanel : public QObject
{
    Q_OBJECT

    Theme m_theme;
    ManualClock m_clock;
    std::unique_ptr<StatePanel> m_panel;
    QLabel *m_content = nullptr;

private Q_SLOTS:
    void init()
    {
        // Said by the offscreen platform for every window.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_panel = std::make_unique<StatePanel>(m_theme, m_clock, Skeleton::Shape::List);
        m_content = new QLabel(u"the data"_s);
        m_panel->setContent(m_content);
        m_panel->resize(400, 400);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup() { m_panel.reset(); }

    void loading_thatIsQuick_neverShowsASkeleton()
    {
        m_panel->showLoading();
        QTest::qWait(60); // nothing must happen before 150 ms
        QVERIFY(!m_panel->isSkeletonVisible());
        m_panel->showContent();
        QVERIFY(m_content->isVisible());
        QTest::qWait(200);
        QVERIFY(!m_panel->isSkeletonVisible());
    }

    void loading_thatIsSlow_showsASkeletonForAtLeast300ms()
    {
        // From the start: the moment the skeleton appears is only noticed some time later.
        QElapsedTimer sinceLoading;
        sinceLoading.start();
        m_panel->showLoading();
        QTRY_VERIFY(m_panel->isSkeletonVisible());
        m_panel->showContent();
        QVERIFY(m_panel->isSkeletonVisible());
        QTRY_VERIFY(m_content->isVisible());
        QCOMPARE_GE(sinceLoading.elapsed(), 150 + 300 - 5); // timers may fire a little early
    }

    void error_saysWhatAndOffersRetryAndDetails()
    {
        QSignalSpy retry(m_panel.get(), &StatePanel::retryRequested);
        m_panel->showError(Error {.kind = Error::Kind::Unavailable,
                               .detail = u"connection refused"_s,
                               .requestId = u"req-17"_s},
            u"GET /api/inbox/counts"_s);
        QVERIFY(!m_content->isVisible());
        QCOMPARE(m_panel->findChild<QLabel *>(u"stateTitle"_s)->text(), u"The service does not answer."_s);
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"stateRetry"_s), Qt::LeftButton);
        QCOMPARE(retry.count(), 1);
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"stateCopy"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(
            copied.contains(u"req-17"_s) && copied.contains(u"GET /api/inbox/counts"_s), qPrintable(copied));
    }

    void error_withRetryAfter_countsDownAndRetriesByItself()
    {
        QSignalSpy retry(m_panel.get(), &StatePanel::retryRequested);
        m_panel->showError(Error {.kind = Error::Kind::Unavailable, .retryAfterSeconds = 1}, u"here"_s);
        QVERIFY(m_panel->findChild<QPushButton *>(u"stateRetry"_s)->text().contains(u'1'));
        QTRY_COMPARE(retry.count(), 1);
    }

    void switchedOff_hasWordsOfItsOwn()
    {
        m_panel->showError(
            Error {.kind = Error::Kind::Unavailable, .code = u"READ_API_DISABLED"_s}, u"here"_s);
        QCOMPARE(m_panel->findChild<QLabel *>(u"stateTitle"_s)->text(),
            u"Reading was switched off by an operator."_s);
    }

    void denied_isForbiddenAndHasNoRetry()
    {
        m_panel->showError(Error::denied(u"no"_s), u"here"_s);
        QCOMPARE(m_panel->state(), StatePanel::State::Forbidden);
        QVERIFY(!m_panel->findChild<QPushButton *>(u"stateRetry"_s)->isVisible());
    }

    void empty_offersItsAction()
    {
        QSignalSpy action(m_panel.get(), &StatePanel::actionTriggered);
        m_panel->showEmpty(
            {EmptyState::Kind::Filtered, u"No matching conversations"_s, {}, u"Clear filters"_s});
        QCOMPARE(m_panel->state(), StatePanel::State::Empty);
        QVERIFY(!m_panel->findChild<QPushButton *>(u"stateCopy"_s)->isVisible());
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"stateAction"_s), Qt::LeftButton);
        QCOMPARE(action.count(), 1);
    }

    void banner_showsTheErrorAboveContentThatStays()
    {
        ErrorBanner banner(m_theme, m_clock);
        QVERIFY(banner.isHidden());
        banner.showError(Error {.kind = Error::Kind::TimedOut}, u"list"_s);
        QVERIFY(!banner.isHidden());
        QVERIFY(banner.text().contains(u"too long"_s));
        banner.clear();
        QVERIFY(banner.isHidden());
    }
};

QTEST_MAIN(tst_StatePanel)
#include "tst_statepanel.moc"
