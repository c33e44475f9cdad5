// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/triagemodel.h"
#include "tests/support/faketriagegateway.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};

QUuid numbered(uint number)
{
    return QUuid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

Conversation row(uint number, Instant updatedAt, const QString &status = u"new"_s)
{
    Conversation c;
    c.lead.id = {numbered(number)};
    c.lead.workspace = Acme;
    c.lead.firstName = u"Lead %1"_s.arg(number);
    c.lead.status = status;
    c.isUnread = true;
    c.hasAiDraft = true;
    c.updatedAt = updatedAt;
    return c;
}

LeadFields status(const QString &value)
{
    LeadFields fields;
    fields.status = value;
    return fields;
}

LeadState state(const Conversation &of, const QString &status, Instant updatedAt)
{
    return {.lead = of.lead.id, .status = status, .updatedAt = updatedAt};
}

Draft draft(uint number)
{
    Draft d;
    d.id = {numbered(number)};
    d.content = u"Hello"_s;
    d.updatedAt = Instant(5s);
    return d;
}

Error lost()
{
    return {.kind = Error::Kind::TimedOut};
}

} // namespace

class tst_TriageModel : public QObject
{
    Q_OBJECT

    FakeTriageGateway m_gateway;
    ManualClock m_clock;
    std::unique_ptr<TriageModel> m_model;
    std::unique_ptr<QSignalSpy> m_finished;

    Conversation lead(uint number) const { return row(number, m_clock.now() - 1min); }
    QString statusShown(const Conversation &row) const { return m_model->overlay().shown(row).lead.status; }
    TriageOutcome lastOutcome() const { return m_finished->constLast().first().value<TriageOutcome>(); }
    OutboundSend queued(uint number) const
    {
        return {.id = {numbered(number)}, .runAt = m_clock.now() + 8s, .createdAt = m_clock.now()};
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_gateway = {};
        m_clock = ManualClock();
        m_model = std::make_unique<TriageModel>(m_gateway, m_clock);
        m_finished = std::make_unique<QSignalSpy>(m_model.get(), &TriageModel::finished);
    }
    void cleanup()
    {
        m_finished.reset();
        m_model.reset();
    }

    void change_showsAtOnce_andStaysUntilItIsReadBack()
    {
        const Conversation vanessa = lead(1);
        m_model->changeLead(vanessa, status(u"qualified"_s));
        QCOMPARE(statusShown(vanessa), u"qualified"_s);
        QCOMPARE(m_gateway.changes.size(), 1u);
        QCOMPARE(m_gateway.changes[0].expected, status(u"new"_s));
        QVERIFY(!m_gateway.changes[0].key.isNull());
        m_gateway.changes[0].source.finish(LeadOutcome {.before = state(vanessa, u"new"_s, vanessa.updatedAt),
            .current = state(vanessa, u"qualified"_s, m_clock.now())});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        // The row that was read before still has the old value, one that was read after it counts.
        QCOMPARE(statusShown(vanessa), u"qualified"_s);
        QCOMPARE(statusShown(row(1, m_clock.now() + 1s, u"unqualified"_s)), u"unqualified"_s);
        m_clock.advance(31s);
        QCOMPARE(statusShown(vanessa), u"new"_s);
    }

    void change_thatChangesNothing_isNotAsked()
    {
        m_model->changeLead(lead(1), status(u"new"_s));
        QCOMPARE(m_gateway.writeCount(), 0);
        QVERIFY(m_model->undoables().isEmpty());
    }

    void refused_rollsBack_andCannotBeUndone()
    {
        const Conversation vanessa = lead(1);
        m_model->changeLead(vanessa, status(u"qualified"_s));
        m_gateway.changes[0].source.finish(Error::denied(u"no"_s));
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(lastOutcome().result, TriageOutcome::Result::Refused);
        QCOMPARE(lastOutcome().error->kind, Error::Kind::Denied);
        QCOMPARE(statusShown(vanessa), u"new"_s);
        QVERIFY(m_model->undoables().isEmpty());
    }

    void conflict_showsWhatIsThere_andMineGoesOnTopOfIt()
    {
        const Conversation vanessa = lead(1);
        m_model->changeLead(vanessa, status(u"qualified"_s));
        m_gateway.changes[0].source.finish(
            LeadOutcome {.isConflict = true, .current = state(vanessa, u"blacklisted"_s, m_clock.now())});
        QTRY_COMPARE(m_model->conflicts().size(), 1);
        QCOMPARE(statusShown(vanessa), u"blacklisted"_s);
        const TriageConflict *conflict = m_model->conflictOf(vanessa.lead.id);
        QVERIFY(conflict);
        const QUuid firstKey = m_gateway.changes[0].key;
        m_model->setMine(conflict->id);
        QVERIFY(m_model->conflicts().isEmpty());
        QCOMPARE(m_gateway.changes.size(), 2u);
        QCOMPARE(m_gateway.changes[1].expected, status(u"blacklisted"_s));
        QVERIFY(m_gateway.changes[1].key != firstKey);
    }

    void conflict_keptTheirs_isForgotten()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        m_gateway.changes[0].source.finish(
            LeadOutcome {.isConflict = true, .current = state(lead(1), u"blacklisted"_s, m_clock.now())});
        QTRY_COMPARE(m_model->conflicts().size(), 1);
        m_model->keepTheirs(m_model->conflicts().first().id);
        QVERIFY(m_model->conflicts().isEmpty());
        QCOMPARE(m_gateway.changes.size(), 1u);
    }

    void lostAnswer_isAskedAgainWithTheSameKey_data()
    {
        QTest::addColumn<bool>("isWorkedOn");
        QTest::newRow("nothing was heard") << false;
        QTest::newRow("the first one is still worked on") << true;
    }
    void lostAnswer_isAskedAgainWithTheSameKey()
    {
        QFETCH(const bool, isWorkedOn);
        const Error stillAtIt {.kind = Error::Kind::Conflict, .code = u"IDEMPOTENCY_IN_PROGRESS"_s};
        const Conversation vanessa = lead(1);
        m_model->approve(vanessa, draft(7));
        m_gateway.approvals[0].source.finish(isWorkedOn ? stillAtIt : lost());
        QTRY_VERIFY(m_model->isHeld());
        QCOMPARE(m_model->queuedCount(), 1);
        m_model->resume();
        QCOMPARE(m_gateway.approvals.size(), 2u);
        QCOMPARE(m_gateway.approvals[1].key, m_gateway.approvals[0].key);
        m_gateway.approvals[1].source.finish(DraftOutcome {.send = queued(3)});
        QTRY_COMPARE(m_model->queuedCount(), 0);
        QVERIFY(!m_model->isHeld());
        QCOMPARE(lastOutcome().result, TriageOutcome::Result::Done);
    }

    void offline_everythingWaits_andIsReplayedInOrder()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        m_gateway.changes[0].source.finish(Error::unavailable(u"down"_s));
        QTRY_VERIFY(m_model->isHeld());
        m_model->changeLead(lead(2), status(u"qualified"_s));
        m_model->changeLead(lead(1), status(u"unqualified"_s));
        m_model->markRead(lead(3), true);
        QCOMPARE(m_model->queuedCount(), 4);
        QCOMPARE(m_gateway.writeCount(), 1);
        QCOMPARE(statusShown(lead(1)), u"unqualified"_s);
        QStringList order;
        m_gateway.answerChange = [&](const auto &asked) -> Result<LeadOutcome> {
            order.append(u"%1 %2"_s.arg(asked.lead.value.data1).arg(*asked.set.status));
            if (asked.lead == lead(2).lead.id)
                return LeadOutcome {.isConflict = true, .current = state(lead(2), u"x"_s, m_clock.now())};
            return LeadOutcome {.current = state(lead(1), *asked.set.status, m_clock.now())};
        };
        m_gateway.answerReadMark = [](const auto &) -> Result<bool> { return true; };
        m_model->resume();
        QTRY_COMPARE(m_model->pendingCount(), 0);
        // One went ahead; the second of a lead waited for its first.
        QCOMPARE(order.first(), u"1 qualified"_s);
        QVERIFY(order.indexOf(u"1 unqualified"_s) > order.indexOf(u"1 qualified"_s));
        QCOMPARE(order.size(), 3);
        QCOMPARE(m_model->conflicts().size(), 1);
        QCOMPARE(m_model->conflicts().first().write.lead, lead(2).lead.id);
    }

    void offline_triesAgainByItself()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        m_gateway.changes[0].source.finish(Error::unavailable(u"down"_s));
        QTRY_VERIFY(m_model->isHeld());
        QTRY_COMPARE(m_gateway.changes.size(), 2u); // after two seconds
        QCOMPARE(m_gateway.changes[1].key, m_gateway.changes[0].key);
    }

    void bulk_waitsForAllBefore_andHoldsUpAllBehind()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        LeadSelection selection;
        selection.leads = {lead(1).lead.id, lead(2).lead.id};
        m_model->changeLeads(Acme, selection, 2, status(u"unqualified"_s));
        m_model->changeLead(lead(9), status(u"qualified"_s));
        QCOMPARE(m_gateway.bulkChanges.size(), 0u);
        QCOMPARE(m_gateway.changes.size(), 1u);
        QCOMPARE(statusShown(lead(2)), u"unqualified"_s);
        m_gateway.changes[0].source.finish(LeadOutcome {.current = state(lead(1), u"qualified"_s, {})});
        QTRY_COMPARE(m_gateway.bulkChanges.size(), 1u);
        QCOMPARE(m_gateway.changes.size(), 1u);
        m_gateway.bulkChanges[0].source.finish(BulkOutcome {.changed = 2});
        QTRY_COMPARE(m_gateway.changes.size(), 2u);
    }

    void undo_ofAChange_writesBackWhatWasThere()
    {
        const Conversation vanessa = lead(1);
        m_model->changeLead(vanessa, status(u"qualified"_s));
        m_gateway.changes[0].source.finish(LeadOutcome {.before = state(vanessa, u"needs_repair"_s, {}),
            .current = state(vanessa, u"qualified"_s, m_clock.now())});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        m_model->undo();
        QCOMPARE(m_gateway.changes.size(), 2u);
        QCOMPARE(m_gateway.changes[1].set, status(u"needs_repair"_s));
        QCOMPARE(m_gateway.changes[1].expected, status(u"qualified"_s));
        QVERIFY(m_model->undoables().isEmpty());
        QVERIFY(m_model->canRedo());
        m_gateway.changes[1].source.finish(
            LeadOutcome {.current = state(vanessa, u"needs_repair"_s, m_clock.now())});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        m_model->redo();
        QCOMPARE(m_gateway.changes[2].set, status(u"qualified"_s));
        QCOMPARE(m_model->undoables().size(), 1);
    }

    void undo_ofASentiment_putsTheStatusBackWithIt()
    {
        LeadFields objection;
        objection.sentimentTag = u"Not Interested"_s;
        m_model->changeLead(lead(1), objection);
        QCOMPARE(statusShown(lead(1)), u"not-interested"_s);
        LeadState before = state(lead(1), u"needs_repair"_s, {});
        before.sentimentTag = u"Interested"_s;
        m_gateway.changes[0].source.finish(
            LeadOutcome {.before = before, .current = state(lead(1), u"not-interested"_s, m_clock.now())});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        m_model->undo();
        QCOMPARE(*m_gateway.changes[1].set.sentimentTag, u"Interested"_s);
        QCOMPARE(*m_gateway.changes[1].set.status, u"needs_repair"_s);
        QCOMPARE(m_gateway.changes[1].expected, objection);
    }

    void undo_ofWhatWaits_takesItOutOfTheQueue()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        m_gateway.changes[0].source.finish(Error::unavailable(u"down"_s));
        QTRY_VERIFY(m_model->isHeld());
        m_model->changeLead(lead(2), status(u"qualified"_s));
        m_model->undo();
        QCOMPARE(m_model->pendingCount(), 1);
        QCOMPARE(statusShown(lead(2)), u"new"_s);
        // The first one may have arrived: what takes it back goes behind it.
        m_model->undo();
        QCOMPARE(m_model->pendingCount(), 2);
        QCOMPARE(statusShown(lead(1)), u"new"_s);
    }

    void undo_ofAnApproval_worksUntilItHasLeft_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("unapprovals");
        QTest::addRow("in time") << 7 << 1;
        QTest::addRow("too late") << 8 << 0;
    }
    void undo_ofAnApproval_worksUntilItHasLeft()
    {
        QFETCH(int, seconds);
        QFETCH(int, unapprovals);
        m_model->approve(lead(1), draft(7), u"Hello, edited"_s);
        QCOMPARE(m_gateway.approvals[0].content, std::optional(u"Hello, edited"_s));
        QCOMPARE(m_gateway.approvals[0].expectedUpdatedAt, draft(7).updatedAt);
        QVERIFY(!m_model->overlay().draftShown(draft(7)));
        m_gateway.approvals[0].source.finish(DraftOutcome {.send = queued(3)});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        m_clock.advance(std::chrono::seconds(seconds));
        m_model->undo();
        QCOMPARE(int(m_gateway.unapprovals.size()), unapprovals);
        QVERIFY(m_model->undoables().isEmpty());
        QVERIFY(!m_model->canRedo());
        QCOMPARE(m_model->overlay().draftShown(draft(7)).has_value(), unapprovals == 1);
        if (unapprovals == 0)
            return;
        m_gateway.unapprovals[0].source.finish(DraftOutcome {.isConflict = true});
        QTRY_COMPARE(m_finished->size(), 2);
        QCOMPARE(lastOutcome().result, TriageOutcome::Result::Conflict);
    }

    void undo_ofAMessageBeforeItsAnswer_cancelsItThen()
    {
        m_model->send(lead(1), {.body = u"Hi"_s});
        const auto sends = m_model->overlay().sendsShown(lead(1).lead.id, {}, m_clock.now());
        QCOMPARE(sends.size(), 1);
        QVERIFY(sends.first().id.isNull());
        m_model->undo();
        QCOMPARE(m_gateway.cancellations.size(), 0u);
        m_gateway.messages[0].source.finish(queued(3));
        QTRY_COMPARE(m_gateway.cancellations.size(), 1u);
        QCOMPARE(m_gateway.cancellations[0].send, SendId {numbered(3)});
        m_gateway.cancellations[0].source.finish(
            Error {.kind = Error::Kind::Conflict, .code = u"ALREADY_CLAIMED"_s});
        QTRY_COMPARE(lastOutcome().result, TriageOutcome::Result::Conflict);
    }

    void reject_waitsEightSeconds_andBlocksNothingMeanwhile()
    {
        m_model->reject(lead(1), draft(7));
        QVERIFY(!m_model->overlay().draftShown(draft(7)));
        QCOMPARE(m_gateway.rejections.size(), 0u);
        m_model->changeLead(lead(1), status(u"qualified"_s));
        QCOMPARE(m_gateway.changes.size(), 1u);
        m_model->undoOne(m_model->undoables().first().id);
        QVERIFY(m_model->overlay().draftShown(draft(7)));
        m_model->reject(lead(1), draft(7));
        m_clock.advance(8s);
        m_model->tick();
        QCOMPARE(m_gateway.rejections.size(), 0u); // the change of the same lead is not answered yet
        m_gateway.changes[0].source.finish(LeadOutcome {.current = state(lead(1), u"qualified"_s, {})});
        QTRY_COMPARE(m_gateway.rejections.size(), 1u);
    }

    void flush_asksForWhatWaits()
    {
        m_model->reject(lead(1), draft(7));
        m_model->flush();
        QCOMPARE(m_gateway.rejections.size(), 1u);
    }

    void bulk_undo_goesByWhatEachOneHad()
    {
        LeadSelection selection;
        selection.allOf = InboxQuery {.workspace = Acme};
        m_model->changeLeads(Acme, selection, 3022, status(u"unqualified"_s));
        QCOMPARE(m_gateway.bulkChanges[0].selection, selection);
        m_gateway.bulkChanges[0].source.finish(BulkOutcome {.changed = 3,
            .before = {state(lead(1), u"new"_s, {}), state(lead(2), u"qualified"_s, {}),
                state(lead(3), u"new"_s, {})},
            .refused = {{lead(4).lead.id, u"CONFLICT"_s}}});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        m_model->undo();
        QCOMPARE(m_gateway.bulkChanges.size(), 2u); // the second group waits for the first
        QCOMPARE(m_gateway.bulkChanges[1].set, status(u"new"_s));
        QCOMPARE(m_gateway.bulkChanges[1].selection.leads, QList<LeadId>({lead(1).lead.id, lead(3).lead.id}));
        m_gateway.bulkChanges[1].source.finish(BulkOutcome {.changed = 2});
        QTRY_COMPARE(m_gateway.bulkChanges.size(), 3u);
        QCOMPARE(m_gateway.bulkChanges[2].selection.leads, QList<LeadId>({lead(2).lead.id}));
    }

    void readMarks_thatWait_areReplacedByTheLast()
    {
        m_model->markRead(lead(1), true);
        m_gateway.readMarks[0].source.finish(lost());
        QTRY_VERIFY(m_model->isHeld());
        m_model->markRead(lead(2), true);
        m_model->markRead(lead(2), false);
        QCOMPARE(m_model->pendingCount(), 2);
        QVERIFY(m_model->overlay().shown(lead(2)).isUnread);
        QVERIFY(!m_model->overlay().shown(lead(1)).isUnread);
    }

    void note_comesBackAsItWasWritten()
    {
        m_model->addNote(lead(1), u"call her first"_s);
        QCOMPARE(m_gateway.notes[0].content, std::optional(u"call her first"_s));
        m_gateway.notes[0].source.finish(InternalNote {.id = {numbered(5)}, .text = u"call her first"_s});
        QTRY_COMPARE(m_finished->size(), 1);
        QCOMPARE(lastOutcome().note->text, u"call her first"_s);
        QVERIFY(m_model->undoables().isEmpty()); // a note stays
    }

    void approvedDraft_isNotOfferedAgain_untilTheRowIsReadBack()
    {
        m_model->approve(lead(1), draft(7));
        QVERIFY(!m_model->overlay().shown(lead(1)).hasAiDraft);
        m_gateway.approvals[0].source.finish(DraftOutcome {.send = queued(3)});
        QTRY_COMPARE(m_model->pendingCount(), 0);
        QVERIFY(!m_model->overlay().shown(lead(1)).hasAiDraft);
        QVERIFY(!m_model->overlay().draftShown(draft(7)));
        m_model->undo();
        QVERIFY(m_model->overlay().shown(lead(1)).hasAiDraft);
    }

    void clearing_forgetsWhatWaits_andLateAnswers()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        m_model->reject(lead(2), draft(7));
        m_model->clear();
        QCOMPARE(m_model->pendingCount(), 0);
        QCOMPARE(statusShown(lead(1)), u"new"_s);
        QVERIFY(m_model->undoables().isEmpty());
        m_gateway.changes[0].source.finish(
            LeadOutcome {.current = state(lead(1), u"qualified"_s, m_clock.now())});
        m_clock.advance(8s);
        m_model->tick();
        QCoreApplication::processEvents();
        QCOMPARE(m_finished->size(), 0);
        QCOMPARE(m_gateway.rejections.size(), 0u);
    }

    void destroying_whilePending_isSafe()
    {
        m_model->changeLead(lead(1), status(u"qualified"_s));
        m_model->reject(lead(2), draft(7));
        m_finished.reset();
        m_model.reset();
        m_gateway.changes[0].source.finish(LeadOutcome {});
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(tst_TriageModel)
#include "tst_triagemodel.moc"
