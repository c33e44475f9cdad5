// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/panel.h"
#include "ui/base/errorbanner.h"
#include "ui/base/skeleton.h"
#include "ui/base/statepanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Cards and panels in every state (ux §11).
class tst_Panel : public QObject
{
    Q_OBJECT

    Theme m_theme;
    ManualClock m_clock;
    std::unique_ptr<signalbox::Panel> m_panel;
    QLabel *m_content = nullptr;

    template <typename T> T *find(const QString &name) const { return m_panel->findChild<T *>(name); }
    StatePanel &body() const { return *m_panel->findChild<StatePanel *>(); }
    bool isSkeletonVisible() const { return m_panel->findChild<Skeleton *>()->isVisible(); }
    PanelStatus ready() const { return {.computedAt = m_clock.now()}; }

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        m_panel = std::make_unique<signalbox::Panel>(m_theme, m_clock, u"activity"_s);
        m_panel->setTitle(u"Activity per day"_s);
        m_panel->setDefinition(u"Messages of each day."_s);
        m_content = new QLabel(u"numbers"_s);
        m_panel->setContent(m_content);
        m_panel->resize(400, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void definition_isInTooltipAndForAssistiveTechnology()
    {
        QCOMPARE(find<QLabel>(u"panelTitle"_s)->toolTip(), u"Messages of each day."_s);
        QCOMPARE(m_panel->accessibleName(), u"Activity per day"_s);
        QCOMPARE(m_panel->accessibleDescription(), u"Messages of each day."_s);
    }

    void skeleton_comesAfter150ms_andNotForARefresh()
    {
        m_panel->setStatus({.isLoading = true});
        QVERIFY(!isSkeletonVisible());
        QTRY_VERIFY(isSkeletonVisible());
        m_panel->setStatus(ready());
        QTRY_VERIFY(m_content->isVisible());
        PanelStatus refreshing = ready();
        refreshing.isRefreshing = true;
        m_panel->setStatus(refreshing);
        QTest::qWait(200);
        QVERIFY(!isSkeletonVisible());
        QVERIFY(m_content->isVisible());
    }

    void error_withOldNumbers_isAStripAboveThem()
    {
        PanelStatus status = ready();
        status.error = Error {.kind = Error::Kind::Unavailable, .requestId = u"91cc"_s};
        m_panel->setStatus(status);
        auto *banner = m_panel->findChild<ErrorBanner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(m_content->isVisible());
        QSignalSpy retries(m_panel.get(), &signalbox::Panel::retryRequested);
        QTest::mouseClick(banner->findChild<QPushButton *>(u"bannerRetry"_s), Qt::LeftButton);
        QCOMPARE(retries.size(), 1);
        QTest::mouseClick(banner->findChild<QPushButton *>(u"bannerCopy"_s), Qt::LeftButton);
        const QString details = QGuiApplication::clipboard()->text();
        QVERIFY(details.contains(u"request: 91cc"_s));
        QVERIFY(details.contains(u"where: analytics/activity"_s));
    }

    void error_withoutNumbers_isInTheirPlace()
    {
        m_panel->setStatus({.error = Error {.kind = Error::Kind::TimedOut}});
        QCOMPARE(body().state(), StatePanel::State::Error);
        QVERIFY(!m_content->isVisible());
        QVERIFY(!m_panel->findChild<ErrorBanner *>()->isVisible());
    }

    void empty_saysSo_andWhatToDo()
    {
        m_panel->setEmptyHint(u"Choose a longer period."_s);
        PanelStatus status = ready();
        status.isEmpty = true;
        m_panel->setStatus(status);
        QCOMPARE(body().state(), StatePanel::State::Empty);
        QStringList texts;
        for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        QVERIFY(texts.contains(u"No data in this period"_s));
        QVERIFY(texts.contains(u"Choose a longer period."_s));
    }

    void age_isToldFromAMinuteOn_andIsAmberAfterTen()
    {
        const Instant then = m_clock.now();
        m_panel->setStatus({.computedAt = then});
        QLabel &age = *find<QLabel>(u"panelAge"_s);
        QVERIFY(!age.isVisible());
        m_clock.advance(40s);
        m_panel->updateAge();
        QVERIFY(!age.isVisible());
        m_panel->setStatus({.computedAt = then, .isOutdated = true}); // something was written since
        QCOMPARE(age.text(), u"40 s ago"_s);
        m_panel->setStatus({.computedAt = then});
        m_clock.advance(140s);
        m_panel->updateAge();
        QCOMPARE(age.text(), u"3 min ago"_s);
        QCOMPARE(age.palette().color(QPalette::WindowText), m_theme.color(ColorRole::Text3));
        const QImage fresh = m_panel->grab().toImage();
        m_clock.advance(8min);
        m_panel->updateAge();
        QCOMPARE(age.text(), u"11 min old"_s);
        QCOMPARE(age.palette().color(QPalette::WindowText), m_theme.color(ColorRole::Warn));
        const QImage ageing = m_panel->grab().toImage();
        m_clock.advance(10min);
        m_panel->updateAge();
        const QImage stale = m_panel->grab().toImage();
        // Twice as old as it may be: the head is hatched, far from any text.
        const QRect head(200, 4, 60, 20);
        QCOMPARE(ageing.copy(head), fresh.copy(head));
        QVERIFY(stale.copy(head) != fresh.copy(head));
    }

    void numbersOfAnotherRequest_areDimmed()
    {
        m_content->setText(u"\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588"_s);
        m_content->setAlignment(Qt::AlignCenter);
        m_panel->setStatus(ready());
        QTRY_VERIFY(m_content->isVisible());
        const auto darkest = [this] {
            const QImage picture = m_panel->grab(QRect(100, 100, 200, 150)).toImage();
            int least = 255;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    least = std::min(least, qGray(picture.pixel(x, y)));
            }
            return least;
        };
        const int before = darkest();
        PanelStatus status = ready();
        status.isOfOtherRequest = true;
        m_panel->setStatus(status);
        QCOMPARE_GT(darkest(), before + 60);
    }

    void slowQuestion_offersCancel_escCancels()
    {
        QSignalSpy cancels(m_panel.get(), &signalbox::Panel::cancelRequested);
        m_panel->setStatus({.isLoading = true});
        QTRY_VERIFY(find<QAbstractButton>(u"panelCancel"_s)->isVisible());
        QTest::mouseClick(find<QAbstractButton>(u"panelCancel"_s), Qt::LeftButton);
        m_panel->setFocus();
        QTest::keyClick(m_panel.get(), Qt::Key_Escape);
        QCOMPARE(cancels.size(), 2);
        m_panel->setStatus(ready());
        QVERIFY(!find<QAbstractButton>(u"panelCancel"_s)->isVisible());
    }

    void menu_isFilledWhenItOpens_byKeyToo()
    {
        QVERIFY(!find<QAbstractButton>(u"panelMenu"_s)->isVisible());
        int filled = 0;
        m_panel->setMenu([&](QMenu &menu) {
            ++filled;
            menu.addAction(u"Open as table"_s);
        });
        QVERIFY(find<QAbstractButton>(u"panelMenu"_s)->isVisible());
        QTest::keyClick(m_panel.get(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(filled, 1);
        QTRY_VERIFY(find<QMenu>(u"panelMenuOpen"_s)->isVisible());
        find<QMenu>(u"panelMenuOpen"_s)->close();
    }

    void card_saysWhatItIs_whatItWas_andWhen()
    {
        KpiCard card(m_theme, m_clock, u"leads"_s);
        card.setLabel(u"Total leads"_s, u"Leads that were created."_s);
        card.setFigure({.value = u"12,408"_s,
            .change = Change {12408, 11467, 12408, 11467},
            .previousValue = u"11,467"_s});
        card.setPeriodText(u"1 Feb – 2 Mar 2026"_s, u"previous 30 days"_s);
        card.setStatus({.computedAt = m_clock.now()});
        QCOMPARE(card.accessibleName(), u"Total leads: 12,408, +8.2\u202F%"_s);
        QCOMPARE(card.accessibleDescription(), u"Leads that were created."_s);
        for (const QString &part :
            {u"Leads that were created."_s, u"12,408"_s, u"11,467"_s, u"1 Feb – 2 Mar 2026"_s})
            QVERIFY2(card.toolTip().contains(part), qPrintable(part));
    }

    void card_tellsWhenNumbersArePainted_notBones()
    {
        KpiCard card(m_theme, m_clock, u"leads"_s);
        card.resize(300, 96);
        QSignalSpy painted(&card, &KpiCard::painted);
        card.setStatus({.isLoading = true});
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        QTest::qWait(200);
        QCOMPARE(painted.size(), 0);
        card.setFigure({.value = u"7"_s});
        card.setStatus({.computedAt = m_clock.now()});
        QTRY_COMPARE(painted.size(), 1);
        card.setFigure({.value = u"8"_s});
        QTRY_COMPARE(painted.size(), 2);
    }

    void card_thatFailed_asksAgainOnClickAndEnter()
    {
        KpiCard card(m_theme, m_clock, u"leads"_s);
        card.setLabel(u"Total leads"_s, u"Leads."_s);
        card.setStatus({.error = Error {.kind = Error::Kind::Unavailable}});
        card.show();
        QSignalSpy retries(&card, &KpiCard::retryRequested);
        QTest::mouseClick(&card, Qt::LeftButton);
        QTest::keyClick(&card, Qt::Key_Return);
        QCOMPARE(retries.size(), 2);
        QVERIFY(card.accessibleName().contains(u"could not be loaded"_s));
    }
};

QTEST_MAIN(tst_Panel)
#include "tst_panel.moc"
