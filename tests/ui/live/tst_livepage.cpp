// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/livememory.h"
#include "tests/support/feedevents.h"
#include "tests/support/windowtest.h"
#include "ui/base/statepanel.h"
#include "ui/live/livepage.h"
#include "ui/live/liveview.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The page of the live feed, in the window.
class tst_LivePage : public WindowTest
{
    Q_OBJECT

    std::unique_ptr<FakeTriageGateway> m_triage;
    std::unique_ptr<LiveMemory> m_memory;

    void openPage()
    {
        m_triage = std::make_unique<FakeTriageGateway>();
        answerFeedNames(*m_triage);
        m_memory = std::make_unique<LiveMemory>(m_stage->feed, *m_triage, m_stage->clock);
        PageSpec inbox = StagePage::spec();
        inbox.id = u"inbox"_s;
        m_stage->openSignedIn({inbox, livePageSpec({*m_memory, m_stage->connection, m_stage->preferences})});
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY(window().host().page() && !window().host().isSwitching());
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(live() && live()->isVisible());
        QTRY_VERIFY(view().hasFocus());
    }
    LivePage *live() const { return qobject_cast<LivePage *>(window().host().page()); }
    LiveView &view() const { return *window().findChild<LiveView *>(); }
    const EventFeedModel &events() const { return m_memory->events(); }
    void tell(int lead, const EventOf &what = {})
    {
        EventOf one = what;
        one.lead = lead;
        m_stage->feed.tell({feedEvent(m_stage->clock.now(), one)});
        m_memory->flush();
    }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }

private Q_SLOTS:
    void cleanup()
    {
        m_stage->window.reset();
        m_memory.reset();
    }

    void feed_isFollowed_andItsEventsAreListed()
    {
        openPage();
        QCOMPARE(m_stage->feed.workspace(), m_stage->sessions.workspaces.first().id);
        tell(1);
        tell(2);
        QCOMPARE(events().rowCount(), 3); // and that the feed went live
        QTRY_COMPARE(text(u"liveMatches"_s).section(u' ', 0, 0), u"3"_s);
        QVERIFY(text(u"liveState"_s).contains(u"Live"_s));
        QTRY_VERIFY(text(u"liveLatency"_s).contains(u"p50 80"_s));
    }

    void recording_outlivesThePage_andEndsWithTheWorkspace()
    {
        openPage();
        tell(1);
        QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
        tell(2);
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(events().rowCount(), 3);
        QVERIFY(window().openLink(
            u"signalbox://demo/%1/live"_s.arg(m_stage->sessions.workspaces.at(1).id.toString())));
        m_memory->flush();
        QCOMPARE(m_stage->feed.workspace(), m_stage->sessions.workspaces.at(1).id);
        QCOMPARE_LE(events().rowCount(), 1);
    }

    void space_pauses_L_follows()
    {
        openPage();
        for (int i = 0; i < 60; ++i)
            tell(i);
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(events().isPaused());
        tell(100);
        QTRY_VERIFY(find<QAbstractButton>(u"livePause"_s)->text().contains(u"1 held"_s));
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(!events().isPaused());
        QTest::keyClick(&view(), Qt::Key_L);
        QVERIFY(!view().isFollowing());
        QVERIFY(!find<QAbstractButton>(u"liveFollow"_s)->isChecked());
        QTest::keyClick(&view(), Qt::Key_L);
        QVERIFY(view().isFollowing());
    }

    void F_filtersByTheValue()
    {
        openPage();
        tell(1, {.kind = LeadEvent::Kind::Inserted});
        tell(2, {.setter = 1});
        tell(3, {.setter = 2});
        QTRY_VERIFY(!m_memory->names().knownUser(feedUser(1)).isEmpty());
        view().setCurrentRow(1);
        QTest::keyClick(&view(), Qt::Key_F); // the kind, at first
        QCOMPARE(find<QLineEdit>(u"liveFilter"_s)->text(), u"kind:lead.inserted"_s);
        QCOMPARE(events().rowCount(), 1);
        window().commands().trigger(u"live.clearFilter"_s);
        view().setCurrentRow(2);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&view(), Qt::Key_Right);
        QTest::keyClick(&view(), Qt::Key_F);
        QCOMPARE(find<QLineEdit>(u"liveFilter"_s)->text(), u"setter:\"Dana Okafor\""_s);
        QCOMPARE(events().rowCount(), 1);
    }

    void filter_isUsedWhenTypingRests_andExplainsMistakes()
    {
        openPage();
        tell(1, {.status = u"qualified"_s});
        tell(2, {.status = u"new"_s});
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        auto *field = find<QLineEdit>(u"liveFilter"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"status:qualified"_s);
        QTRY_COMPARE(events().rowCount(), 1);
        QCOMPARE(live()->state().params.value(u"filter"_s), u"status:qualified"_s);
        QTest::keyClicks(field, u" colour:red"_s);
        QTRY_VERIFY(find<QLabel>(u"liveProblem"_s)->isVisible());
        QVERIFY(text(u"liveProblem"_s).contains(u"colour"_s));
        QCOMPARE(events().rowCount(), 1); // the filter before is kept
        field->setText(u"status:nothing"_s);
        QTRY_COMPARE(live()->findChild<StatePanel *>()->state(), StatePanel::State::Empty);
        window().commands().trigger(u"live.clearFilter"_s);
        QCOMPARE(events().rowCount(), 3);
    }

    void kinds_areSwitchedAtTheSide_andAreInTheLink()
    {
        openPage();
        tell(1);
        find<QCheckBox>(u"liveKind-state"_s)->click();
        QCOMPARE(events().rowCount(), 1);
        const PageState state = live()->state();
        QVERIFY(!state.params.value(u"kinds"_s).contains(u"state"_s));
        live()->restoreState({{}, {{u"kinds"_s, u"state,unknown"_s}}});
        QCOMPARE(events().rowCount(), 1);
        QVERIFY(!find<QCheckBox>(u"liveKind-counts"_s)->isChecked());
        live()->restoreState({});
        QCOMPARE(events().rowCount(), 2);
        live()->restoreState(state);
        QVERIFY(!find<QCheckBox>(u"liveKind-state"_s)->isChecked());
    }

    void detail_showsTheEvent_andOpensItsLead()
    {
        openPage();
        tell(1, {.sentiment = u"Neutral"_s});
        tell(1, {.sentiment = u"Interested"_s});
        view().setCurrentRow(2);
        QTRY_VERIFY(find<QWidget>(u"liveDetail"_s)->isVisible());
        const QString json = find<QPlainTextEdit>(u"liveJson"_s)->toPlainText();
        QVERIFY(json.contains(u"\"sentimentTag\": \"Interested\""_s));
        QStringList lines;
        for (const QLabel *label : find<QWidget>(u"liveDetail"_s)->findChildren<QLabel *>())
            lines.append(label->text());
        QVERIFY2(lines.contains(u"Neutral → Interested"_s), qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(u"committed"_s));
        QTest::mouseClick(find<QAbstractButton>(u"liveCopyJson"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), json);
        QTest::keyClick(&window(), Qt::Key_Escape);
        QVERIFY(!find<QWidget>(u"liveDetail"_s)->isVisible());
        view().setCurrentRow(2);
        QTest::mouseClick(find<QAbstractButton>(u"liveOpenLead"_s), Qt::LeftButton);
        QTRY_COMPARE(window().host().pageId(), u"inbox"_s);
        QCOMPARE(window().host().page()->state().item, feedLead(1).toString());
        QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(window().host().pageId(), u"live"_s);
    }

    void detail_opensWithoutHidingItsRow()
    {
        openPage();
        for (int i = 0; i < 100; ++i)
            tell(i);
        view().setCurrentRow(98);
        QTRY_VERIFY(find<QWidget>(u"liveDetail"_s)->isVisible());
        QTRY_VERIFY(view().viewport()->height() < 500);
        const QRect row = view().visualRect(view().model()->index(98, 0));
        QVERIFY(view().viewport()->rect().contains(row));
        tell(200);
        QCOMPARE(view().visualRect(view().model()->index(98, 0)), row);
    }

    void export_writesWhatMatches()
    {
        openPage();
        tell(1);
        tell(2);
        m_stage->dialogs.saveFile = m_stage->directory.filePath(u"out.json"_s);
        find<QLineEdit>(u"liveFilter"_s)->setText(u"kind:lead"_s);
        QTRY_COMPARE(events().rowCount(), 2);
        window().commands().trigger(u"live.exportJson"_s);
        QFile file(m_stage->dialogs.saveFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).array().size(), 2);
        m_stage->dialogs.saveFile = u"/nowhere/out.csv"_s;
        window().commands().trigger(u"live.exportCsv"_s);
        QCOMPARE(m_stage->dialogs.asked.size(), 1); // it says that it could not
    }

    void masking_takesTheNamesAway()
    {
        openPage();
        tell(1);
        QTRY_VERIFY(view().rows().describe(1).contains(u"Lead 1,"_s));
        m_stage->preferences.set(u"live/names"_s, u"masked"_s);
        QVERIFY(!view().rows().describe(1).contains(u"Lead 1,"_s));
        QVERIFY(view().rows().describe(1).contains(feedLead(1).toString().left(8)));
    }

    void states_areSaid()
    {
        openPage();
        m_memory->events().clear();
        auto *panel = live()->findChild<StatePanel *>();
        QTRY_COMPARE(panel->state(), StatePanel::State::Empty);
        m_stage->feed.setState(FeedStatus::State::Polling, u"overdue"_s);
        QTRY_VERIFY2(banner().contains(u"did not answer within 5 s"_s), qPrintable(banner()));
        QCOMPARE(text(u"statusLink"_s).isEmpty(), false);
        m_stage->feed.setState(FeedStatus::State::Refused);
        QTRY_VERIFY(banner().contains(u"Sign in again"_s));
        ConnectionStatus http = m_stage->connection.status();
        http.state = ConnectionStatus::State::Offline;
        http.since = m_stage->clock.now();
        m_stage->connection.setStatus(http);
        QTRY_VERIFY(text(u"liveState"_s).contains(u"Offline"_s));
        http.state = ConnectionStatus::State::Connected;
        m_stage->connection.setStatus(http);
        m_stage->feed.setState(FeedStatus::State::Live);
        QTRY_VERIFY(text(u"liveState"_s).contains(u"Live"_s));
        QTRY_VERIFY(banner().isEmpty());
    }

    void dragOnTheStrip_looksAtThatMoment_nowReturns()
    {
        openPage();
        for (int i = 0; i < 120; ++i) {
            tell(i);
            m_stage->clock.advance(10s);
        }
        live()->refresh();
        auto *strip = find<QWidget>(u"liveReplay"_s);
        QTRY_VERIFY(find<QWidget>(u"liveNow"_s) != nullptr);
        QTest::qWait(1100); // the strip reads the clock once a second
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(strip->width() / 2, strip->height() / 2));
        QVERIFY(!view().isFollowing());
        QCOMPARE_GE(view().firstVisibleRow(), 55);
        QCOMPARE_LE(view().firstVisibleRow(), 65);
        QTest::mouseClick(find<QWidget>(u"liveNow"_s), Qt::LeftButton);
        QVERIFY(view().isFollowing());
    }

    void everythingThatTakesFocus_hasAName()
    {
        openPage();
        tell(1);
        view().setCurrentRow(1);
        for (const QWidget *widget : live()->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget == view().viewport())
                continue;
            const QAccessibleInterface *face
                = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                qPrintable(
                    QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
        for (QWidget *pane : live()->panes())
            QVERIFY2(pane && pane->focusPolicy() != Qt::NoFocus,
                qPrintable(pane ? pane->objectName() : u"null"_s));
    }
};

QTEST_MAIN(tst_LivePage)
#include "tst_livepage.moc"
