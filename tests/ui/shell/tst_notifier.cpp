// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/feedevents.h"
#include "ui/shell/notifier.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A desktop that writes down what is shown.
class FakeDesktop final : public DesktopNotifications
{
    Q_OBJECT

public:
    void show(const QString &key, const DesktopNotice &notice) override
    {
        up.insert(key, notice);
        ++shown;
    }
    void withdraw(const QString &key) override { up.remove(key); }

    QMap<QString, DesktopNotice> up;
    int shown = 0;
};

} // namespace

/// From the feed to the desktop and back.
class tst_Notifier : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellStage> m_stage;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<Notifier> m_notifier;
    bool m_isLooking = false;

    void tell(int lead) { m_stage->feed.tell({feedEvent(m_stage->clock.now(), {.lead = lead})}); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_isLooking = false;
        m_stage = std::make_unique<ShellStage>();
        m_stage->openSignedIn({});
        QTRY_COMPARE(m_stage->session.state(), Session::State::SignedIn);
        QTRY_VERIFY(!m_stage->feed.workspace().isNull()); // the window follows the open workspace
        m_desktop = std::make_unique<FakeDesktop>();
        m_notifier = std::make_unique<Notifier>(Notifier::Services {m_stage->feed, m_stage->session,
                                                    m_stage->preferences, *m_desktop, m_stage->clock},
            [this] { return m_isLooking; });
    }
    void cleanup() { m_notifier.reset(); }

    void reply_isShownWithItsWorkspace_withoutNames()
    {
        tell(1);
        QCOMPARE(m_desktop->up.size(), 1);
        const DesktopNotice notice = m_desktop->up.first();
        QVERIFY2(notice.title.contains(u'1'), qPrintable(notice.title));
        QCOMPARE(notice.text, u"Brightline Outbound"_s);
        QCOMPARE(notice.action, u"Open"_s);
    }

    void nextOnes_replaceItAfterThePause()
    {
        tell(1);
        tell(2);
        QCOMPARE(m_desktop->shown, 1);
        m_stage->clock.advance(30s);
        tell(3);
        QCOMPARE(m_desktop->shown, 2);
        QCOMPARE(m_desktop->up.size(), 1);
        QVERIFY(m_desktop->up.first().title.contains(u'3'));
    }

    void looking_takesThemDown()
    {
        tell(1);
        m_isLooking = true;
        m_notifier->look();
        QVERIFY(m_desktop->up.isEmpty());
        tell(2);
        QVERIFY(m_desktop->up.isEmpty());
    }

    void click_opensTheLead()
    {
        QSignalSpy asked(m_notifier.get(), &Notifier::placeRequested);
        tell(1);
        Q_EMIT m_desktop->opened(m_desktop->up.firstKey());
        QCOMPARE(asked.size(), 1);
        const auto place = asked.first().first().value<Place>();
        QCOMPARE(place.page, u"inbox"_s);
        QCOMPARE(place.state.item, feedLead(1).toString());
        QVERIFY(m_desktop->up.isEmpty());
        Q_EMIT m_desktop->opened(u"another program's"_s);
        QCOMPARE(asked.size(), 1);
    }

    void dismissing_countsFromThere()
    {
        tell(1);
        Q_EMIT m_desktop->dismissed(m_desktop->up.firstKey());
        m_stage->clock.advance(30s);
        tell(2);
        QVERIFY(m_desktop->up.first().title.contains(u'1'));
    }

    void settings_areFollowed()
    {
        m_stage->preferences.set(u"notifications/replies"_s, u"off"_s);
        tell(1);
        QVERIFY(m_desktop->up.isEmpty());
        m_stage->preferences.set(u"notifications/replies"_s, u"on"_s);
        tell(2);
        QCOMPARE(m_desktop->up.size(), 1);
    }
};

QTEST_MAIN(tst_Notifier)
#include "tst_notifier.moc"
