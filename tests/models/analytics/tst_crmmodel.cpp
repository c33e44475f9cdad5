// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmmodel.h"
#include "tests/support/fakecrm.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
constexpr Instant Now {std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)};
constexpr int Page = CrmPages::PageSize;

} // namespace

/// How pages come, go and come again.
class tst_CrmModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeAnalyticsGateway> m_gateway;
    std::unique_ptr<FakeCrm> m_crm;
    std::unique_ptr<CrmModel> m_model;

    void make(int rows)
    {
        m_model.reset();
        m_gateway = std::make_unique<FakeAnalyticsGateway>();
        m_crm = std::make_unique<FakeCrm>(Acme, rows, Now);
        m_model = std::make_unique<CrmModel>(*m_gateway, CrmPerson {Acme, {}, u"OWNER"_s});
        // It looks at every cell after every change: too much for thousands of rows.
        if (rows <= 1000)
            new QAbstractItemModelTester(
                m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }
    void load()
    {
        m_crm->answer(*m_gateway);
        m_model->setQuery({.workspace = Acme});
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
    }
    void readAll()
    {
        while (!m_model->hasEverything()) {
            const int before = m_model->rowCount();
            m_model->setVisibleRange(before - 20, before - 1);
            QTRY_VERIFY(m_model->rowCount() > before);
        }
    }
    QString nameAt(int row) const { return m_model->index(row, 2).data().toString(); }

    /// A page of that many rows; `next` is where the one after it begins.
    static CrmPage pageOf(int rows, const QString &company = u"Acme"_s, const QString &next = {})
    {
        CrmPage page {.nextCursor = next, .computedAt = Now};
        for (int i = 0; i < rows; ++i) {
            CrmRow row;
            row.id = QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, uchar(i));
            row.companyName = company;
            page.rows.append(row);
        }
        return page;
    }
    void answer(size_t question, const Result<CrmPage> &page)
    {
        m_gateway->crmPages.at(question).source.finish(page);
    }
    void askStale(int rows, const QString &next = {})
    {
        make(0);
        m_model->setStalePause(std::chrono::milliseconds(20));
        m_model->setQuery({.workspace = Acme});
        CrmPage page = pageOf(rows, u"Acme"_s, next);
        page.isStale = true;
        answer(0, page);
        QTRY_COMPARE(m_model->rowCount(), rows);
        QCOMPARE(m_model->state(), LoadState::Refreshing);
    }

private Q_SLOTS:
    void stale_sameRows_areReplacedWhereTheyAre()
    {
        askStale(3);
        m_model->setQuery({.workspace = Acme}); // as the tab does when it is shown again
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        QCOMPARE(m_gateway->crmPages.front().staleness, Staleness::Allowed);
        QCOMPARE(m_gateway->crmPages.back().staleness, Staleness::Refused);
        const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        answer(1, pageOf(3, u"Newer"_s));
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->at(2)->companyName, u"Newer"_s);
        QCOMPARE(resets.count(), 0);
    }

    void stale_otherRows_areReadFromTheStart()
    {
        askStale(3);
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        answer(1, pageOf(4));
        QTRY_COMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_model->state(), LoadState::Ready);
    }

    void stale_whoHasGoneOn_keepsTheRows()
    {
        askStale(3);
        m_model->setMayReplace([] { return false; }); // a cell is being edited
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_gateway->crmPages.size(), size_t(1));
        QCOMPARE(m_model->rowCount(), 3);
        // Begun to edit while it was on its way.
        askStale(3);
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        m_model->setMayReplace([] { return false; });
        answer(1, pageOf(4));
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void stale_pageAhead_waitsForTheNewerRows()
    {
        askStale(Page, u"old"_s);
        m_model->setVisibleRange(0, 20); // as the table does after a reset
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        QCOMPARE(m_gateway->crmPages.back().staleness, Staleness::Refused);
        QCOMPARE(m_gateway->crmPages.back().cursor, QString());
        m_model->setVisibleRange(0, 21);
        QCOMPARE(m_gateway->crmPages.size(), size_t(2));
        const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        answer(1, pageOf(Page, u"Newer"_s, u"new"_s));
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->at(2)->companyName, u"Newer"_s);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(m_gateway->crmPages.size(), size_t(3));
        QCOMPARE(m_gateway->crmPages.back().cursor, u"new"_s);
    }

    void stale_whoScrolls_readsOnAndKeepsTheRows()
    {
        askStale(Page, u"old"_s);
        m_model->setVisibleRange(30, 50);
        QCOMPARE(m_gateway->crmPages.size(), size_t(2));
        QCOMPARE(m_gateway->crmPages.back().cursor, u"old"_s);
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_gateway->crmPages.size(), size_t(2));
        // Scrolled while it was on its way.
        askStale(Page, u"old"_s);
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        m_model->setVisibleRange(30, 50);
        QCOMPARE(m_gateway->crmPages.size(), size_t(3));
        QCOMPARE(m_gateway->crmPages.back().cursor, u"old"_s);
        answer(1, pageOf(4));
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->rowCount(), Page);
        QVERIFY(m_model->isLoadingMore());
    }

    void stale_whoIsBackAtTheTop_getsTheNewerRows()
    {
        CrmPage second;
        second.rows.append(CrmRow {.id = QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)});
        for (const bool isSame : {true, false}) {
            askStale(Page, u"old"_s);
            QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
            m_model->setVisibleRange(30, 50);
            QCOMPARE(m_gateway->crmPages.size(), size_t(3));
            answer(2, second);
            QTRY_COMPARE(m_model->rowCount(), Page + 1);
            m_model->setVisibleRange(0, 20);
            // Rows of the old order below the new ones would be there twice, or not at all.
            answer(1, pageOf(isSame ? Page : Page - 1, u"Newer"_s, u"new"_s));
            QTRY_COMPARE(m_model->state(), LoadState::Ready);
            QCOMPARE(m_model->at(2)->companyName, u"Newer"_s);
            QCOMPARE(m_model->rowCount(), isSame ? Page + 1 : Page - 1);
            QCOMPARE(m_model->hasEverything(), isSame);
        }
    }

    void stale_whoEdits_readsOnWhenTheNewerRowsAreDropped()
    {
        askStale(Page, u"old"_s);
        m_model->setVisibleRange(0, 20);
        m_model->setMayReplace([] { return false; });
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_gateway->crmPages.size(), size_t(2));
        QCOMPARE(m_gateway->crmPages.back().cursor, u"old"_s);
    }

    void stale_failureOfTheSecondQuestion_leavesTheRowsAsTheyAre()
    {
        askStale(3);
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        answer(1, Error::unavailable(u"down"_s));
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QVERIFY(!m_model->error());
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->computedAt(), Now);
        // A right that ended is no such failure.
        askStale(3);
        QTRY_COMPARE(m_gateway->crmPages.size(), size_t(2));
        answer(1, Error::denied(u"no"_s));
        QTRY_COMPARE(m_model->state(), LoadState::Failed);
    }

    void refresh_takesNothingStale()
    {
        make(5);
        load();
        m_model->refresh();
        QCOMPARE(m_gateway->crmPages.back().staleness, Staleness::Refused);
    }

    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup() { m_model.reset(); }

    void firstPage_isAskedForOnceAndShown()
    {
        make(1000);
        m_model->setQuery({.workspace = Acme});
        m_model->setQuery({.workspace = Acme});
        QCOMPARE(m_gateway->crmPages.size(), size_t(1));
        QCOMPARE(m_gateway->crmPages.front().limit, 150);
        QCOMPARE(m_model->state(), LoadState::Loading);
        m_gateway->crmPages.front().source.finish(m_crm->page({.workspace = Acme}, {}, Page));
        QTRY_COMPARE(m_model->rowCount(), Page);
        QCOMPARE(m_model->columnCount(), 34);
        QCOMPARE(nameAt(0), m_crm->row(0).companyName);
        QVERIFY(!m_model->hasEverything());
        QCOMPARE(m_model->computedAt(), Now);
    }

    void nearTheEnd_theNextPageIsRead()
    {
        make(1000);
        load();
        m_gateway->answerCrmPage = {};
        m_gateway->forget();
        m_model->setVisibleRange(0, 20); // a page ahead is less than a page here
        m_model->setVisibleRange(1, 21);
        m_model->fetchMore({});
        QCOMPARE(m_gateway->crmPages.size(), size_t(1)); // a second while one is pending asks nothing
        QCOMPARE(m_gateway->crmPages.front().cursor, m_crm->row(Page - 1).id.toString());
        QVERIFY(m_model->isLoadingMore());
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_gateway->crmPages.front().source.finish(
            m_crm->page({.workspace = Acme}, m_gateway->crmPages.front().cursor, Page));
        QTRY_COMPARE(inserted.count(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), Page);
        QCOMPARE(m_model->rowCount(), 2 * Page);
        QCOMPARE(nameAt(Page + 3), m_crm->row(Page + 3).companyName);
    }

    void farRows_leaveTheMemoryAndComeBack()
    {
        make(60 * Page + 7);
        load();
        readAll();
        QCOMPARE(m_model->rowCount(), 60 * Page + 7);
        QVERIFY(m_model->hasEverything());
        QVERIFY(m_model->pages().loadedRows() <= CrmPages::MaxLoadedPages * Page);
        QCOMPARE(m_model->at(10), nullptr);
        QCOMPARE(m_model->index(10, 0).data(CrmModel::RowStateRole).toInt(), int(RowState::Missing));
        m_model->setVisibleRange(0, 30);
        QTRY_VERIFY(m_model->at(10));
        QCOMPARE(nameAt(10), m_crm->row(10).companyName);
        QCOMPARE(m_model->rowCount(), 60 * Page + 7);
        QVERIFY(m_model->pages().loadedRows() <= CrmPages::MaxLoadedPages * Page);
    }

    void pageReadAgain_growsAndShrinksWithTheData()
    {
        make(40 * Page);
        load();
        readAll();
        // Of the second page two rows have gone, one has come; the third begins where it did.
        m_gateway->answerCrmPage = [this](const auto &asked) -> Result<CrmPage> {
            CrmPage page = m_crm->page(asked.crm, asked.cursor, asked.limit);
            page.rows.remove(3, 20);
            return page;
        };
        m_model->setVisibleRange(Page + 10, Page + 30);
        QTRY_VERIFY(m_model->at(Page));
        QCOMPARE(m_model->rowCount(), 40 * Page - 20);
        QCOMPARE(nameAt(Page + 3), m_crm->row(Page + 23).companyName);
    }

    void rowThatMovedPastTheEnd_isThereOnce()
    {
        make(400);
        load();
        m_gateway->answerCrmPage = [this](const auto &asked) -> Result<CrmPage> {
            CrmPage page = m_crm->page(asked.crm, asked.cursor, asked.limit);
            page.rows.prepend(m_crm->row(5));
            return page;
        };
        m_model->setVisibleRange(100, 149);
        QTRY_COMPARE(m_model->rowCount(), 2 * Page);
        QCOMPARE(m_model->at(Page)->id, m_crm->row(Page).id);
    }

    void otherQuery_leavesTheOldRowsUntilItsFirstPage()
    {
        make(1000);
        load();
        const QString before = nameAt(0);
        m_gateway->answerCrmPage = {};
        m_gateway->forget();
        CrmQuery query {.workspace = Acme, .leadStatus = u"qualified"_s};
        m_model->setQuery(query);
        QVERIFY(m_model->isOfOtherQuery());
        QCOMPARE(m_model->state(), LoadState::Refreshing);
        QCOMPARE(nameAt(0), before);
        QCOMPARE(m_model->refusal(0, 6), CrmRefusal::Outdated);
        m_model->setVisibleRange(140, 149);
        QCOMPARE(m_gateway->crmPages.size(), size_t(1)); // nothing more of the old one
        m_gateway->crmPages.front().source.finish(m_crm->page(query, {}, Page));
        QTRY_VERIFY(!m_model->isOfOtherQuery());
        QCOMPARE(m_model->at(0)->leadStatus, u"qualified"_s);
    }

    void olderAnswer_isIgnoredAndWasCancelled()
    {
        make(1000);
        m_model->setQuery({.workspace = Acme});
        m_model->setQuery({.workspace = Acme, .campaign = u"dental"_s});
        QCOMPARE(m_gateway->crmPages.size(), size_t(2));
        QVERIFY(m_gateway->crmPages.front().source.isCancelled());
        m_gateway->crmPages.back().source.finish(CrmPage {.rows = {m_crm->row(7)}});
        m_gateway->crmPages.front().source.finish(m_crm->page({.workspace = Acme}, {}, Page));
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->at(0)->id, m_crm->row(7).id);
        QVERIFY(m_model->hasEverything());
    }

    void failure_keepsTheRowsAndCanBeRetried()
    {
        make(1000);
        load();
        m_gateway->answerCrmPage
            = [](const auto &) -> Result<CrmPage> { return Error::unavailable(u"down"_s); };
        m_model->setVisibleRange(100, 149);
        QTRY_VERIFY(m_model->moreError());
        QCOMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(m_model->rowCount(), Page);
        m_gateway->forget();
        m_model->setVisibleRange(110, 149); // scrolling does not hammer a service that is down
        QCOMPARE(m_gateway->callCount(), 0);
        m_crm->answer(*m_gateway);
        m_model->retry();
        QTRY_COMPARE(m_model->rowCount(), 2 * Page);
        QVERIFY(!m_model->moreError());
    }

    void failureOfTheFirstPage_isNoEmptyList()
    {
        make(10);
        m_gateway->answerCrmPage = [](const auto &) -> Result<CrmPage> { return Error::denied(u"no"_s); };
        m_model->setQuery({.workspace = Acme});
        QTRY_COMPARE(m_model->state(), LoadState::Failed);
        QVERIFY(!m_model->hasAnswer());
        m_crm->answer(*m_gateway);
        m_model->retry();
        QTRY_COMPARE(m_model->rowCount(), 10);
    }

    void cursorOfAnotherOrder_startsOver()
    {
        make(1000);
        load();
        bool isBroken = true;
        m_gateway->answerCrmPage = [&](const auto &asked) -> Result<CrmPage> {
            if (isBroken && !asked.cursor.isEmpty())
                return Error::invalid(u"cursor"_s, u"old"_s, u"INVALID_CURSOR"_s);
            isBroken = false;
            return m_crm->page(asked.crm, asked.cursor, asked.limit);
        };
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setVisibleRange(100, 149);
        QTRY_COMPARE(reset.count(), 1);
        QVERIFY(!m_model->moreError());
    }

    void destroyedWhilePending_isSafe()
    {
        make(1000);
        m_model->setQuery({.workspace = Acme});
        m_model.reset();
        m_gateway->crmPages.front().source.finish(m_crm->page({.workspace = Acme}, {}, Page));
        QCoreApplication::processEvents(); // nothing may happen
    }
};

QTEST_GUILESS_MAIN(tst_CrmModel)
#include "tst_crmmodel.moc"
