// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmcell.h"
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

} // namespace

/// A cell from what was typed to what was kept, and back.
class tst_CrmEdits : public QObject
{
    Q_OBJECT

    FakeAnalyticsGateway m_gateway;
    FakeCrm m_crm {Acme, 50, Now};
    std::unique_ptr<CrmModel> m_model;
    int m_job = 0;
    int m_notes = 0;

    void open(const QString &role, UserId user = {})
    {
        m_model = std::make_unique<CrmModel>(m_gateway, CrmPerson {Acme, user, role});
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
        m_model->setAssignees(m_crm.assignees);
        m_model->setQuery({.workspace = Acme});
        QTRY_COMPARE(m_model->rowCount(), 50);
        m_gateway.forget();
    }
    QString shown(int row, int column) const { return m_model->index(row, column).data().toString(); }
    bool isSaving(int row, int column) const
    {
        return m_model->index(row, column).data(CrmModel::SavingRole).toBool();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_gateway.forget();
        m_crm = FakeCrm(Acme, 50, Now);
        m_crm.answer(m_gateway);
        m_job = crmColumnIndex("jobTitle"_L1);
        m_notes = crmColumnIndex("notes"_L1);
        open(u"OWNER"_s);
    }
    void cleanup() { m_model.reset(); }

    void edit_showsAtOnceAndIsKept()
    {
        m_gateway.answerCrmEdit = {};
        const CrmRow before = *m_model->at(3);
        QVERIFY(m_model->edit(3, m_job, u"Chief"_s));
        QCOMPARE(shown(3, m_job), u"Chief"_s);
        QVERIFY(isSaving(3, m_job));
        QVERIFY(!isSaving(3, m_notes));
        const CrmEdit asked = m_gateway.crmEdits.front().edit;
        QCOMPARE(asked.row, before.id);
        QCOMPARE(asked.field, u"jobTitle"_s);
        QCOMPARE(asked.value, u"Chief"_s);
        QCOMPARE(asked.expectedUpdatedAt, before.updatedAt);
        QVERIFY(!asked.updateAutomation);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_gateway.crmEdits.front().source.finish(m_crm.edit(asked));
        QTRY_VERIFY(!isSaving(3, m_job));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
        QCOMPARE(m_model->at(3)->jobTitle, u"Chief"_s);
        QVERIFY(m_model->at(3)->updatedAt > before.updatedAt);
    }

    void sameValue_asksNothing()
    {
        QVERIFY(!m_model->edit(3, m_job, m_model->at(3)->jobTitle));
        QCOMPARE(m_gateway.callCount(), 0);
    }

    void twoEditsOfARow_goOneAfterTheOtherUnderTheNewLock()
    {
        m_gateway.answerCrmEdit = {};
        m_model->edit(3, m_job, u"Chief"_s);
        m_model->edit(3, m_notes, u"Call her"_s);
        QCOMPARE(m_gateway.crmEdits.size(), size_t(1));
        QCOMPARE(m_model->edits().savingCount(), 2);
        const CrmEditOutcome first = m_crm.edit(m_gateway.crmEdits.front().edit);
        m_gateway.crmEdits.front().source.finish(first);
        QTRY_COMPARE(m_gateway.crmEdits.size(), size_t(2));
        QCOMPARE(m_gateway.crmEdits.back().edit.expectedUpdatedAt, first.row.updatedAt);
        QCOMPARE(shown(3, m_notes), u"Call her"_s);
        m_gateway.crmEdits.back().source.finish(m_crm.edit(m_gateway.crmEdits.back().edit));
        QTRY_COMPARE(m_model->edits().savingCount(), 0);
        QCOMPARE(m_model->at(3)->jobTitle, u"Chief"_s);
        QCOMPARE(m_model->at(3)->notes, u"Call her"_s);
    }

    void pageReadBeforeTheEdit_doesNotUndoIt()
    {
        m_gateway.answerCrmPage = {};
        const CrmPage before = m_crm.page({.workspace = Acme}, {}, CrmPages::PageSize);
        for (const bool isSame : {true, false}) {
            CrmPage page = before;
            if (!isSame)
                page.rows.removeLast();
            m_gateway.forget();
            m_model->refresh();
            m_model->edit(3, m_job, isSame ? u"Chief"_s : u"Boss"_s);
            QTRY_VERIFY(!isSaving(3, m_job));
            m_gateway.crmPages.front().source.finish(page);
            QTRY_COMPARE(m_model->state(), LoadState::Ready);
            QCOMPARE(m_model->rowCount(), page.rows.size());
            QCOMPARE(shown(3, m_job), isSame ? u"Chief"_s : u"Boss"_s);
            QCOMPARE(m_model->at(3)->updatedAt, m_crm.row(3).updatedAt);
            QCOMPARE(shown(4, m_job), before.rows.at(4).jobTitle);
        }
        m_crm.row(3).jobTitle = u"Theirs"_s;
        m_crm.touch(3);
        m_crm.answer(m_gateway);
        m_model->refresh(); // read after it: what others wrote meanwhile is shown
        QTRY_COMPARE(shown(3, m_job), u"Theirs"_s);
    }

    void replacementReadBeforeTheEdit_doesNotUndoIt()
    {
        m_gateway.answerCrmPage = {};
        CrmPage page = m_crm.page({.workspace = Acme}, {}, CrmPages::PageSize);
        page.isStale = true;
        m_model = std::make_unique<CrmModel>(m_gateway, CrmPerson {Acme, {}, u"OWNER"_s});
        m_model->setStalePause(std::chrono::milliseconds(0));
        m_model->setQuery({.workspace = Acme});
        m_gateway.crmPages.front().source.finish(page);
        QTRY_COMPARE(m_gateway.crmPages.size(), size_t(2));
        m_model->edit(3, m_job, u"Chief"_s);
        QTRY_VERIFY(!isSaving(3, m_job));
        page.isStale = false;
        m_gateway.crmPages.back().source.finish(page);
        QTRY_COMPARE(m_model->state(), LoadState::Ready);
        QCOMPARE(shown(3, m_job), u"Chief"_s);
    }

    void pageReadAgainBeforeTheEdit_doesNotUndoIt()
    {
        constexpr int Pages = CrmPages::MaxLoadedPages + 4;
        m_crm = FakeCrm(Acme, Pages * CrmPages::PageSize, Now);
        m_model = std::make_unique<CrmModel>(m_gateway, CrmPerson {Acme, {}, u"OWNER"_s});
        m_model->setQuery({.workspace = Acme});
        QTRY_VERIFY(m_model->hasAnswer());
        m_gateway.answerCrmEdit = {};
        m_model->edit(3, m_job, u"Chief"_s); // slow: one has scrolled far away until it is answered
        while (!m_model->hasEverything()) {
            const int before = m_model->rowCount();
            m_model->setVisibleRange(before - 20, before - 1);
            QTRY_VERIFY(m_model->rowCount() > before);
        }
        QVERIFY(!m_model->at(3));
        m_gateway.answerCrmPage = {};
        m_gateway.crmPages.clear();
        const CrmPage page = m_crm.page({.workspace = Acme}, {}, CrmPages::PageSize);
        m_model->setVisibleRange(0, 20);
        m_gateway.crmEdits.front().source.finish(m_crm.edit(m_gateway.crmEdits.front().edit));
        QTRY_COMPARE(m_model->edits().savingCount(), 0);
        m_gateway.crmPages.front().source.finish(page);
        QTRY_VERIFY(m_model->at(3));
        QCOMPARE(shown(3, m_job), u"Chief"_s);
    }

    void failure_rollsBackAndSaysWhy()
    {
        m_gateway.answerCrmEdit
            = [](const auto &) -> Result<CrmEditOutcome> { return Error::unavailable(u"down"_s); };
        const QString before = shown(3, m_job);
        QSignalSpy failed(m_model.get(), &CrmModel::editFailed);
        m_model->edit(3, m_job, u"Chief"_s);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(shown(3, m_job), before);
        const auto failure = failed.first().first().value<CrmFailure>();
        QCOMPARE(failure.value, u"Chief"_s);
        QCOMPARE(failure.error.kind, Error::Kind::Unavailable);
        QVERIFY(!m_model->edits().canUndo());
    }

    void conflict_showsTheRowAsItIsAndKeepsWhatWasTyped()
    {
        m_crm.row(3).jobTitle = u"Theirs"_s;
        m_crm.touch(3);
        m_model->edit(3, m_job, u"Mine"_s);
        QTRY_VERIFY(m_model->edits().conflict());
        QCOMPARE(shown(3, m_job), u"Theirs"_s);
        QVERIFY(!isSaving(3, m_job));
        QCOMPARE(m_model->edits().conflict()->mine, u"Mine"_s);
        QCOMPARE(m_model->edits().conflict()->theirs, u"Theirs"_s);
        m_model->keepMine();
        QVERIFY(!m_model->edits().conflict());
        QTRY_COMPARE(m_crm.row(3).jobTitle, u"Mine"_s);
        QTRY_COMPARE(m_model->at(3)->jobTitle, u"Mine"_s);
        QVERIFY(m_model->undo()); // what it wrote over is what comes back
        QTRY_COMPARE(m_crm.row(3).jobTitle, u"Theirs"_s);
    }

    void conflict_takeTheirsWritesNothing()
    {
        m_crm.row(3).jobTitle = u"Theirs"_s;
        m_crm.touch(3);
        m_model->edit(3, m_job, u"Mine"_s);
        QTRY_VERIFY(m_model->edits().conflict());
        m_gateway.forget();
        m_model->takeTheirs();
        QVERIFY(!m_model->edits().conflict());
        QCOMPARE(m_gateway.callCount(), 0);
        QCOMPARE(shown(3, m_job), u"Theirs"_s);
    }

    void conflict_holdsWhatWasTypedBehindIt()
    {
        m_gateway.answerCrmEdit = {};
        m_model->edit(3, m_job, u"Mine"_s);
        m_model->edit(3, m_notes, u"A note"_s);
        m_crm.row(3).jobTitle = u"Theirs"_s;
        m_crm.row(3).notes = u"Their note"_s;
        m_crm.touch(3);
        m_crm.answer(m_gateway);
        m_gateway.crmEdits.front().source.finish(m_crm.edit(m_gateway.crmEdits.front().edit));
        QTRY_VERIFY(m_model->edits().conflict());
        QCOMPARE(m_model->edits().conflict()->field, u"jobTitle"_s);
        m_model->takeTheirs();
        QCOMPARE(m_model->edits().conflict()->mine, u"A note"_s);
        m_model->keepMine();
        QTRY_COMPARE(m_crm.row(3).notes, u"A note"_s);
    }

    void conflict_aboutOneCellLetsTheOthersThrough()
    {
        m_gateway.answerCrmEdit = {};
        m_model->edit(3, m_job, u"Mine"_s);
        m_model->edit(3, m_notes, u"A note"_s);
        m_crm.row(3).jobTitle = u"Theirs"_s;
        m_crm.touch(3);
        m_crm.answer(m_gateway);
        m_gateway.crmEdits.front().source.finish(m_crm.edit(m_gateway.crmEdits.front().edit));
        QTRY_COMPARE(m_crm.row(3).notes, u"A note"_s);
        QCOMPARE(m_model->edits().conflict()->field, u"jobTitle"_s);
        m_model->takeTheirs();
        QVERIFY(!m_model->edits().conflict());
    }

    void undo_writesTheOldValueBackUnderTheLock()
    {
        const QString before = m_model->at(3)->jobTitle;
        m_model->edit(3, m_job, u"Chief"_s);
        QTRY_VERIFY(m_model->edits().canUndo());
        const Instant lock = m_model->at(3)->updatedAt;
        m_gateway.forget();
        QVERIFY(m_model->undo());
        QCOMPARE(shown(3, m_job), before);
        QCOMPARE(m_gateway.crmEdits.front().edit.expectedUpdatedAt, lock);
        QTRY_COMPARE(m_crm.row(3).jobTitle, before);
        QTRY_VERIFY(m_model->edits().canRedo());
        QVERIFY(!m_model->undo());
        QVERIFY(m_model->redo());
        QTRY_COMPARE(m_crm.row(3).jobTitle, u"Chief"_s);
        QTRY_VERIFY(m_model->edits().canUndo());
    }

    void undo_afterSomebodyElseWroteIsAConflict()
    {
        m_model->edit(3, m_job, u"Chief"_s);
        QTRY_VERIFY(m_model->edits().canUndo());
        m_crm.row(3).jobTitle = u"Theirs"_s;
        m_crm.touch(3);
        m_model->undo();
        QTRY_VERIFY(m_model->edits().conflict());
        QCOMPARE(m_crm.row(3).jobTitle, u"Theirs"_s);
    }

    void newEdit_endsWhatCouldBeRedone()
    {
        m_model->edit(3, m_job, u"Chief"_s);
        QTRY_VERIFY(m_model->edits().canUndo());
        m_model->undo();
        QTRY_VERIFY(m_model->edits().canRedo());
        m_model->edit(4, m_job, u"Other"_s);
        QVERIFY(!m_model->edits().canRedo());
    }

    void assignee_isShownByAddress()
    {
        const int column = crmColumnIndex("appointmentSetter"_L1);
        m_gateway.answerCrmEdit = {};
        m_model->edit(3, column, m_crm.assignees.at(2).user.toString());
        QCOMPARE(shown(3, column), m_crm.assignees.at(2).email);
        QCOMPARE(shown(3, crmColumnIndex("setters"_L1)), m_crm.assignees.at(2).email);
    }

    void edit_goesOnWhenTheTableIsGone()
    {
        m_gateway.answerCrmEdit = {};
        m_model->edit(3, m_job, u"Chief"_s);
        m_model.reset();
        QVERIFY(!m_gateway.crmEdits.front().source.isCancelled());
        m_gateway.crmEdits.front().source.finish(m_crm.edit(m_gateway.crmEdits.front().edit));
        QCoreApplication::processEvents(); // nobody is told, and nothing breaks
    }

    void refusals_areTheRolesAndTheColumns()
    {
        const int assignee = crmColumnIndex("appointmentSetter"_L1);
        QCOMPARE(m_model->refusal(3, m_job), CrmRefusal::None);
        QCOMPARE(m_model->refusal(3, 0), CrmRefusal::Computed);
        QCOMPARE(m_model->refusal(3, assignee), CrmRefusal::None);
        QVERIFY(m_model->index(3, m_job).flags() & Qt::ItemIsEditable);
        QVERIFY(!(m_model->index(3, 0).flags() & Qt::ItemIsEditable));

        const UserId me = m_crm.assignees.at(0).user;
        m_crm.row(0).assignedTo = me;
        m_crm.row(1).assignedTo = m_crm.assignees.at(1).user;
        open(u"SETTER"_s, me);
        QCOMPARE(m_model->refusal(0, m_job), CrmRefusal::None);
        QCOMPARE(m_model->refusal(0, assignee), CrmRefusal::Assignee);
        QCOMPARE(m_model->refusal(1, m_job), CrmRefusal::OtherLead);
        QVERIFY(!m_model->edit(1, m_job, u"x"_s));
        open(u"CLIENT_PORTAL"_s);
        QCOMPARE(m_model->refusal(0, m_job), CrmRefusal::Role);
        QVERIFY(!m_model->edit(0, m_job, u"x"_s));
        QCOMPARE(m_gateway.callCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_CrmEdits)
#include "tst_crmedits.moc"
