// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/realtimefeed.h"
#include "models/base/loadstate.h"
#include "models/inbox/departure.h"
#include "models/inbox/listplace.h"
#include "models/inbox/pagewindow.h"
#include "models/inbox/rowreader.h"

#include <QAbstractListModel>

namespace signalbox {

/// The conversations of one query, of which only the pages near the visible rows are in memory.
///
/// Missing rows are asked for when setVisibleRange() says they are near, one question a range; passed ones
/// are cancelled, late answers dropped. What an update would insert or move waits (ux §10 L4) until
/// showWaiting() or refresh(); what left is a ghost until then (L5). After a failure the old rows stay. No
/// update inserts, moves or removes a row by itself.
class InboxModel final : public QAbstractListModel, private PageWindowObserver
{
    Q_OBJECT

public:
    enum Role
    {
        RowStateRole = Qt::UserRole + 1, ///< RowState as int
        LeadIdRole, ///< text; empty while missing
        CompanyRole,
        CampaignRole,
        SubjectRole,
        PreviewRole,
        TimeRole, ///< ISO 8601
        SentimentRole,
        ScoreRole, ///< 0…4; invalid: unscored
        AttentionRole,
        DraftRole,
    };

    explicit InboxModel(InboxGateway &gateway, QObject *parent = nullptr);
    ~InboxModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const InboxQuery &query() const { return m_query; }
    /// Forgets the rows and asks for the first page, or for the page of a remembered place.
    void setQuery(const InboxQuery &query, std::optional<ListPlace> place = std::nullopt);
    /// How many rows the query has by the counts; none: unknown, the list grows as it is read.
    void setExpectedTotal(std::optional<qint64> total);

    RowState rowState(int row) const;
    /// Where a ghost went; none: the lead is none.
    std::optional<Departure> departure(LeadId lead) const;
    const Conversation *at(int row) const { return m_window.at(row); } ///< null while missing
    int rowOf(LeadId lead) const { return m_window.rowOf(lead); }
    const PageWindow &window() const { return m_window; }
    /// The first row not newer than `date` in a list by date (not older, if the oldest come first), between
    /// pages that are not here an estimate; -1 when nothing is known of the dates.
    int rowNear(Instant date) const;
    /// Asks for the list's last row, which makes estimates possible; datesLearnt() follows.
    void learnDates();

    LoadState state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    const QString &version() const { return m_version; } ///< of the rows shown; empty before the first answer
    std::optional<Instant> readAt() const { return m_readAt; }
    using Waiting = WaitingRows;
    Waiting waiting() const { return m_waiting; }

public Q_SLOTS:
    /// The rows on screen. Cheap to call for every frame.
    void setVisibleRange(int first, int last);
    /// Asks for what is newer: repaints what changed, lets the rest wait. False while an older question is
    /// open.
    bool poll();
    /// What the feed told. Who left the scope is a ghost at once; the others are to be read again.
    void note(const QList<signalbox::LeadEvent> &events);
    /// Reads the noted rows on screen again.
    void readNoted();
    /// Like poll(), and shows what came.
    void refresh();
    /// The ghosts go with it, or stay among the rows that come.
    void showWaiting(bool keepsGhosts = false);
    /// False: there were none.
    bool clearGhosts();
    /// Asks again for what failed.
    void retry();

Q_SIGNALS:
    void stateChanged();
    void waitingChanged();
    void rowUpdated(int row); ///< what it shows was read again and is another thing now
    void aboutToRearrange(); ///< rows change places, perhaps without one coming or going
    void datesLearnt();

private:
    struct Question;

    void aboutToInsert(int first, int last) override;
    void inserted() override;
    void aboutToRemove(int first, int last) override;
    void removed() override;
    void changed(int first, int last) override;
    void updated(int row) override;

    void setState(LoadState state, std::optional<Error> error = std::nullopt);
    void setWaiting(Waiting waiting);
    void askWanted();
    void ask(const PageWish &wish);
    void onPage(quint64 serial, const Result<InboxPage> &answer);
    void askTop();
    void onTop(const Result<InboxPage> &answer);
    void touchVisible();
    void onTouched(const PageWish &wish, const Result<InboxPage> &answer);
    void onRow(LeadId lead, const std::optional<Conversation> &row);
    void depart(const QSet<LeadId> &leads, const Departure &departure);
    InboxPage withGhosts(InboxPage page) const;
    void fail(const Error &error);
    InboxQuery tailQuery() const;

    InboxGateway &m_gateway;
    InboxQuery m_query;
    PageWindow m_window;
    std::vector<std::unique_ptr<Question>> m_questions;
    quint64 m_lastSerial = 0;
    Pending<InboxPage> m_top;
    Pending<InboxPage> m_touch;
    bool m_showsTop = false; ///< the poll that runs is a refresh
    std::optional<InboxPage> m_waitingTop;
    Waiting m_waiting;
    QHash<LeadId, Departure> m_ghosts;
    RowReader m_rows;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    QString m_version;
    std::optional<Instant> m_readAt;
    std::optional<int> m_total;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    int m_direction = 0; ///< of scrolling; 0: nobody has scrolled, so nothing is read ahead
};

} // namespace signalbox
