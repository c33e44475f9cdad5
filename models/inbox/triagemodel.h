// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/triageoverlay.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace signalbox {

/// The writes of a person, in memory, for the life of the program (DESIGN §8.19–21).
///
/// A write shows at once (TriageOverlay) and is asked for in the order of its lead; a bulk action waits for
/// all before it and holds up all behind it. When the service does not answer, everything waits: the first
/// one is tried again, after 2 s, then less and less often up to every 30 s, with the key of its intention,
/// and when it is answered the rest follows. An error takes the overlay away; a conflict also lists it.
/// Rejecting waits 8 s before it is asked for, because nothing takes it back afterwards.
class TriageModel final : public QObject
{
    Q_OBJECT

public:
    /// How long what leaves the house, and a rejection, can be taken back.
    static constexpr std::chrono::seconds UndoTime {8};

    TriageModel(TriageGateway &gateway, const Clock &clock, QObject *parent = nullptr);
    ~TriageModel() override;

    TriageGateway &gateway() { return m_gateway; }
    const Clock &clock() const { return m_clock; }
    const TriageOverlay &overlay() const { return m_overlay; }

    /// Sets one field; what the person saw in `row` is what is expected. `assignee` is for words.
    void changeLead(const Conversation &row, const LeadFields &set, const Assignee &assignee = {});
    void changeLeads(WorkspaceId workspace, const LeadSelection &selection, qint64 size,
        const LeadFields &set, const Assignee &assignee = {});
    /// `content`: as the person changed it; none: as it is.
    void approve(
        const Conversation &row, const Draft &draft, const std::optional<QString> &content = std::nullopt);
    void reject(const Conversation &row, const Draft &draft);
    void editDraft(const Conversation &row, const Draft &draft, const QString &content);
    void send(const Conversation &row, const NewMessage &message);
    void addNote(const Conversation &row, const QString &text);
    void markRead(const Conversation &row, bool isRead);

    /// Writes that are not answered yet, with those that still wait for their time.
    int pendingCount() const;
    /// The service does not answer: what is pending waits for it.
    bool isHeld() const { return m_isHeld; }
    int queuedCount() const { return m_isHeld ? pendingCount() : 0; }
    QList<TriageWrite> pending() const;

    /// What can be taken back, newest last; what leaves the house, only while it has not left.
    const QList<Undoable> &undoables() const { return m_undoables; }
    bool canRedo() const { return !m_redoables.isEmpty(); }

    const QList<TriageConflict> &conflicts() const { return m_conflicts; }
    /// The newest conflict about a lead, else null.
    const TriageConflict *conflictOf(LeadId lead) const;

public Q_SLOTS:
    void undo(); ///< the newest
    void undoOne(quint64 id);
    void redo();
    void keepTheirs(quint64 conflict);
    void setMine(quint64 conflict); ///< on top of what is there now
    /// The service answers again: tries at once.
    void resume();
    /// Asks for what waits for its time: before the program ends.
    void flush();
    /// Forgets everything, also what waits: the person has left.
    void clear();
    /// Looks at the clock: what is due, what can no longer be taken back.
    void tick();

Q_SIGNALS:
    /// A lead looks different from what the service last said; a null id: any may.
    void overlayChanged(const signalbox::LeadId &lead);
    void finished(const signalbox::TriageOutcome &outcome);
    void pendingChanged();
    void undoChanged();
    void conflictsChanged();

private:
    struct Entry
    {
        TriageWrite write;
        std::optional<std::chrono::microseconds> dueAt; ///< by Clock::elapsed; none: now
        bool isAsking = false;
        bool wasAsked = false;
    };

    TriageWrite begin(TriageWrite::Kind kind, const Conversation &row);
    void enqueue(TriageWrite write, bool isUndoable);
    void pump();
    bool mayAsk(size_t index) const;
    void ask(Entry &entry);
    template <typename T> void follow(quint64 id, Reply<T> reply);
    TriageOutcome outcomeOf(const TriageWrite &write, const Result<LeadOutcome> &answer) const;
    TriageOutcome outcomeOf(const TriageWrite &write, const Result<BulkOutcome> &answer) const;
    TriageOutcome outcomeOf(const TriageWrite &write, const Result<DraftOutcome> &answer) const;
    TriageOutcome outcomeOf(const TriageWrite &write, const Result<OutboundSend> &answer) const;
    TriageOutcome outcomeOf(const TriageWrite &write, const Result<InternalNote> &answer) const;
    TriageOutcome outcomeOf(const TriageWrite &write, const Result<bool> &answer) const;
    void hold();
    void settle(const TriageOutcome &outcome);
    void learnUndo(const TriageOutcome &outcome);
    bool withdraw(quint64 id);
    void revert(const Undoable &undoable);
    void forgetUndo(quint64 id);
    void remove(quint64 id);

    TriageGateway &m_gateway;
    const Clock &m_clock;
    TriageOverlay m_overlay;
    std::vector<Entry> m_queue;
    quint64 m_lastId = 0;
    bool m_isHeld = false;
    QTimer m_retry;
    std::chrono::milliseconds m_wait {0};
    QTimer m_ticker; ///< runs while something has a last moment
    QList<Undoable> m_undoables;
    QList<TriageWrite> m_redoables;
    QList<quint64> m_toRevert; ///< taken back before the answer, which says what to take back
    QList<TriageConflict> m_conflicts;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::TriageOutcome)
