// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/inboxfixture.h"
#include "tests/support/waitlimit.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/filterbar.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/threadview.h"

#include <QAbstractButton>
#include <QCalendarWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString labelText(const QWidget &page, const QString &name)
{
    const auto *label = page.findChild<QLabel *>(name);
    return label ? label->text() : u"(no such label)"_s;
}

StatePanel *listPanel(const QWidget &page)
{
    return page.findChild<QWidget *>(u"listPane"_s)->findChild<StatePanel *>();
}

void clickRow(InboxDesk &page, int row)
{
    auto *view = page.findChild<InboxListView *>();
    QTest::mouseClick(
        view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(row, 0)).center());
}

} // namespace

class tst_InboxDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void opening_asksThreeQuestionsAndOpensNothing()
    {
        InboxFixture f;
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QCOMPARE(f.gateway.counts.size(), 1u);
        QCOMPARE(f.gateway.pages.size(), 1u);
        QCOMPARE(f.gateway.campaigns.size(), 1u);
        QCOMPARE(f.gateway.conversations.size(), 0u);
        QVERIFY(page->state().item.isEmpty());
    }

    void list_andCountsOfOneVersion_saySo()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QTRY_COMPARE(labelText(*page, u"listCount"_s), QLocale().toString(3022) + u" ="_s);
        f.inbox.setVersion(u"v2"_s);
        f.inbox.insertAtTop();
        f.gateway.answerPage = [](const auto &, const auto &, int) -> Result<InboxPage> {
            return Error::unavailable(u"down"_s);
        };
        page->beat();
        QTRY_VERIFY(labelText(*page, u"listCount"_s).endsWith(u" ~"_s));
    }

    void category_clickedTwice_goesBackToAll()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        auto *button = page->findChild<QAbstractButton *>(u"category_attention"_s);
        QTRY_VERIFY(button->isVisible());
        QTRY_COMPARE(page->findChild<InboxListView *>()->model()->rowCount(), 3022);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(button->isChecked());
        QCOMPARE(f.gateway.pages.back().query.category, InboxCategory::Attention);
        QCOMPARE(page->state().params.value(u"filter"_s), u"attention"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!button->isChecked());
        QCOMPARE(f.gateway.pages.back().query.category, InboxCategory::All);
    }

    void search_waitsForTheThirdLetterAndForRest()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QTRY_VERIFY(page->findChild<InboxListView *>()->model()->rowCount() > 0);
        QCoreApplication::processEvents();
        auto *search = page->findChild<QLineEdit *>(u"inboxSearch"_s);
        f.gateway.forget();
        QTest::keyClicks(search, u"pr"_s);
        QTest::qWait(400); // nothing is asked for two letters
        QCOMPARE(f.gateway.pages.size(), 0u);
        QTest::keyClicks(search, u"icing"_s);
        QCOMPARE(f.gateway.pages.size(), 0u);
        QTRY_VERIFY(f.gateway.pages.size() >= 1);
        QCOMPARE(f.gateway.pages.front().query.search, u"pricing"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(page->focusWidget(), page->findChild<InboxListView *>());
        auto *clear = page->findChild<QAbstractButton *>(u"clearFilters"_s);
        QVERIFY(clear->isVisible());
        QCOMPARE(clear->text(), u"1"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(f.gateway.pages.back().query.search, QString());
        QVERIFY(!clear->isVisible());
    }

    void clickingARow_opensTheConversation()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QTRY_COMPARE(page->findChild<InboxListView *>()->model()->rowCount(), 3022);
        clickRow(*page, 0);
        auto *thread = page->findChild<ThreadView *>();
        QTRY_COMPARE(thread->cardCount(), 5);
        QCOMPARE(labelText(*page, u"conversationName"_s), f.inbox.row(0).lead.name());
        QVERIFY(thread->visibleText().contains(f.inbox.row(0).lastMessage));
        QVERIFY(thread->isAtBottom());
        auto *draft = page->findChild<QWidget *>(u"draftStrip"_s);
        QVERIFY(draft->isVisible());
        QVERIFY(labelText(*page, u"draftTitle"_s).contains(u"71 %"_s));
        QVERIFY(!draft->findChild<QPlainTextEdit *>()->isReadOnly());
        QCOMPARE(page->state().item, f.inbox.row(0).lead.id.toString());
    }

    void walking_opensOnlyWhereItRests()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QTRY_COMPARE(page->findChild<InboxListView *>()->model()->rowCount(), 3022);
        for (int i = 0; i < 6; ++i)
            f.commands.trigger(u"inbox.next"_s);
        QCOMPARE(f.gateway.conversations.size(), 0u);
        QTRY_COMPARE(f.gateway.conversations.size(), 1u);
        QCOMPARE(f.gateway.conversations.front().lead, f.inbox.row(5).lead.id);
    }

    void firstAnswerFails_isNotDrawnAsEmpty_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("state");
        QTest::addRow("unavailable") << int(Error::Kind::Unavailable) << QString()
                                     << int(StatePanel::State::Error);
        QTest::addRow("kill switch") << int(Error::Kind::Unavailable) << u"READ_API_DISABLED"_s
                                     << int(StatePanel::State::Error);
        QTest::addRow("forbidden") << int(Error::Kind::Denied) << QString()
                                   << int(StatePanel::State::Forbidden);
        QTest::addRow("our defect") << int(Error::Kind::Internal) << QString()
                                    << int(StatePanel::State::Error);
    }
    void firstAnswerFails_isNotDrawnAsEmpty()
    {
        QFETCH(int, kind);
        QFETCH(QString, code);
        QFETCH(int, state);
        InboxFixture f;
        f.inbox.answer(f.gateway);
        f.gateway.answerPage = [&](const auto &, const auto &, int) -> Result<InboxPage> {
            return Error {.kind = static_cast<Error::Kind>(kind), .code = code};
        };
        const auto page = f.makePage();
        QSignalSpy lost(page.get(), &Page::accessLost);
        page->restoreState({});
        page->show();
        QTRY_COMPARE(int(listPanel(*page)->state()), state);
        QTRY_COMPARE(lost.size(), state == int(StatePanel::State::Forbidden) ? 1 : 0);
    }

    void emptiness_hasThreeFaces()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        f.gateway.answerPage
            = [](const auto &, const auto &, int) -> Result<InboxPage> { return InboxPage(); };
        const auto says = [&](const QMap<QString, QString> &params) {
            const auto page = f.makePage();
            page->restoreState({.params = params});
            page->show();
            if (!QTest::qWaitFor(
                    [&] { return listPanel(*page)->state() == StatePanel::State::Empty; }, WaitLimit))
                return u"not empty"_s;
            QStringList texts;
            for (const QLabel *label : listPanel(*page)->findChildren<QLabel *>())
                texts.append(label->text());
            return texts.join(u'|');
        };
        QVERIFY(says({}).contains(u"No conversations yet"_s));
        QVERIFY(says({{u"filter"_s, u"attention"_s}}).contains(u"All clear"_s));
        QVERIFY(says({{u"search"_s, u"pricing"_s}}).contains(u"No matching conversations"_s));
    }

    void refreshFails_oldRowsStayUnderTheBanner()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QTRY_COMPARE(page->findChild<InboxListView *>()->model()->rowCount(), 3022);
        f.gateway.answerPage = [](const auto &, const auto &, int) -> Result<InboxPage> {
            return Error::unavailable(u"down"_s);
        };
        f.gateway.answerCounts
            = [](WorkspaceId) -> Result<CountsReading> { return Error::unavailable(u"down"_s); };
        page->refresh();
        auto *banner = page->findChild<QWidget *>(u"listNotice"_s);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(listPanel(*page)->state(), StatePanel::State::Content);
        QVERIFY(page->findChild<InboxListView *>()->model()->rowCount() > 0);
        QTRY_VERIFY(labelText(*page, u"countsAsOf"_s).contains(u"not refreshed"_s));
        f.inbox.answer(f.gateway);
        page->refresh();
        QTRY_VERIFY(!banner->isVisible());
    }

    void newRows_waitInThePill_untilAskedFor()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        auto *view = page->findChild<InboxListView *>();
        QTRY_COMPARE(view->model()->rowCount(), 3022);
        clickRow(*page, 3);
        const LeadId current = view->currentLead();
        for (int i = 0; i < 12; ++i)
            f.inbox.insertAtTop();
        page->beat();
        auto *pill = page->findChild<QAbstractButton *>(u"newPill"_s);
        QTRY_VERIFY(pill->isVisible());
        QCOMPARE(pill->text(), u"12 new"_s);
        QCOMPARE(view->currentRow(), 3);
        QTest::mouseClick(pill, Qt::LeftButton);
        QTRY_VERIFY(!pill->isVisible());
        QCOMPARE(view->currentLead(), current);
        QCOMPARE(view->currentRow(), 15);
        QVERIFY(view->isAtTop());
    }

    void newRows_atTheTopAndIdle_showThemselves()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        auto *view = page->findChild<InboxListView *>();
        QTRY_COMPARE(view->model()->rowCount(), 3022);
        f.inbox.insertAtTop();
        f.clock.advance(10s);
        page->beat();
        QTRY_COMPARE(view->model()->index(0, 0).data(InboxModel::LeadIdRole).toString(),
            f.inbox.row(0).lead.id.toString());
        QVERIFY(view->isAtTop());
    }

    void links_areNotFollowedByThemselves()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({.item = f.inbox.row(0).lead.id.toString()});
        page->show();
        auto *thread = page->findChild<ThreadView *>();
        QTRY_COMPARE(thread->cardCount(), 5);
        Q_EMIT thread->linkChosen(
            u"https://xn--pple-43d.example/login"_s, page->mapToGlobal(QPoint(100, 100)));
        auto *menu = page->findChild<QMenu *>(u"linkMenu"_s);
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text());
        QVERIFY(texts.join(u'|').contains(u"xn--pple-43d.example"_s));
        menu->close();
    }

    void narrowWindow_showsListOrConversation()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->resize(968, 566);
        page->show();
        auto *view = page->findChild<InboxListView *>();
        QTRY_COMPARE(view->model()->rowCount(), 3022);
        QVERIFY(!page->findChild<ThreadView *>()->isVisible());
        clickRow(*page, 0);
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_VERIFY(page->findChild<ThreadView *>()->isVisible());
        QVERIFY(!view->isVisible());
        QVERIFY(page->stepBack());
        QVERIFY(view->isVisible());
    }

    void switching_fiftyTimes_leavesNothingOfTheOther()
    {
        InboxFixture f(800);
        FakeInbox other(InboxFixture::workspaceId(2), 400, f.clock.now());
        const auto answerAll = [&] {
            f.gateway.answerCounts = [&](WorkspaceId id) -> Result<CountsReading> {
                return id == InboxFixture::workspaceId(1) ? f.inbox.counts() : other.counts();
            };
            f.gateway.answerPage
                = [&](const InboxQuery &query, const PagePosition &position, int limit) -> Result<InboxPage> {
                return (query.workspace == InboxFixture::workspaceId(1) ? f.inbox : other)
                    .page(query, position, limit);
            };
            f.gateway.answerCampaigns
                = [](WorkspaceId) -> Result<QList<SmsCampaign>> { return QList<SmsCampaign>(); };
        };
        QList<QPointer<QObject>> gone;
        for (int turn = 0; turn < 50; ++turn) {
            const int number = turn % 2 + 1;
            f.gateway.forget();
            // Every third switch leaves before anything was answered.
            const bool isHasty = turn % 3 == 2;
            if (isHasty) {
                f.gateway.answerCounts = {};
                f.gateway.answerPage = {};
                f.gateway.answerCampaigns = {};
            } else {
                answerAll();
            }
            auto page = f.makePage(number);
            page->restoreState({});
            page->show();
            QVERIFY(f.gateway.questionCount() <= 3);
            auto *view = page->findChild<InboxListView *>();
            auto *model = qobject_cast<InboxModel *>(view->model());
            if (!isHasty) {
                QTRY_VERIFY(model->at(0));
                for (int row = 0; row < model->rowCount(); ++row)
                    if (const Conversation *here = model->at(row))
                        QCOMPARE(here->lead.workspace, InboxFixture::workspaceId(number));
            }
            gone = {page.get(), view, model};
            for (QObject *child : page->findChildren<QObject *>())
                gone.append(child);
            const auto asked = f.gateway.pages;
            page.reset();
            for (const QPointer<QObject> &object : std::as_const(gone))
                QVERIFY(!object);
            if (isHasty) {
                QVERIFY(asked.front().source.isCancelled());
                asked.front().source.finish(InboxPage());
            }
            QCoreApplication::processEvents();
        }
    }

    void goToDate_putsTheFirstRowOfThatDayOnTop()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        auto *view = page->findChild<InboxListView *>();
        auto *model = static_cast<InboxModel *>(view->model());
        QTRY_VERIFY(model->at(0));
        f.commands.trigger(u"inbox.goToDate"_s);
        auto *calendar = page->findChild<QCalendarWidget *>(u"goToDate"_s);
        QVERIFY(calendar);
        const QDate dayBefore = calendar->selectedDate().addDays(-1);
        Q_EMIT calendar->activated(dayBefore);
        QTRY_VERIFY(view->firstVisibleRow() > 100);
        QTRY_VERIFY(model->at(view->firstVisibleRow()));
        const auto at = model->at(view->firstVisibleRow())->updatedAt.time_since_epoch();
        QCOMPARE(
            QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(at).count()).date(),
            dayBefore);
    }

    void tab_reachesWhatAConversationHoldsAndEnterOpensIt()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        QTRY_VERIFY(page->findChild<InboxListView *>()->model()->rowCount() > 0);
        clickRow(*page, 0);
        auto *thread = page->findChild<ThreadView *>();
        QTRY_COMPARE(thread->cardCount(), 5);
        thread->setFocus();
        QSignalSpy attachments(thread, &ThreadView::attachmentChosen);
        QSignalSpy links(thread, &ThreadView::linkChosen);
        // The quotation and the attachment of the second message, then the link of the third.
        QTest::keyClick(thread, Qt::Key_Tab);
        QTest::keyClick(thread, Qt::Key_Return);
        QTest::keyClick(thread, Qt::Key_Tab);
        QVERIFY(thread->hasFocus());
        QTest::keyClick(thread, Qt::Key_Return);
        QCOMPARE(attachments.size(), 1);
        QTest::keyClick(thread, Qt::Key_Tab);
        QTest::keyClick(thread, Qt::Key_Return);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.at(0).at(0).toString(), u"https://acme-outbound.example/pricing"_s);
        page->findChild<QMenu *>(u"linkMenu"_s)->close();
        QTest::keyClick(thread, Qt::Key_Tab);
        QVERIFY(!thread->hasFocus());
    }

    void place_isRememberedPerWorkspace()
    {
        InboxFixture f;
        f.inbox.answer(f.gateway);
        LeadId anchor;
        {
            const auto page = f.makePage();
            page->restoreState({});
            page->show();
            auto *view = page->findChild<InboxListView *>();
            QTRY_COMPARE(view->model()->rowCount(), 3022);
            view->goToRow(700);
            auto *model = qobject_cast<InboxModel *>(view->model());
            QTRY_VERIFY(model->at(view->firstVisibleRow()));
            anchor = model->at(view->firstVisibleRow())->lead.id;
        }
        f.gateway.forget();
        const auto page = f.makePage();
        page->restoreState({});
        page->show();
        auto *view = page->findChild<InboxListView *>();
        auto *model = qobject_cast<InboxModel *>(view->model());
        QTRY_VERIFY(model->rowOf(anchor) >= 0);
        QTRY_COMPARE(view->firstVisibleRow(), model->rowOf(anchor));
        QVERIFY(f.gateway.pages.front().position.at.has_value());
    }
};

QTEST_MAIN(tst_InboxDesk)
#include "tst_inboxdesk.moc"
