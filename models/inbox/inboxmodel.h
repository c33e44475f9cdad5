// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "models/base/loadstate.h"
#include "models/inbox/pagewindow.h"

#include <QAbstractListModel>

namespace signalbox {

/// Where a person was in a list: enough to open it there again with one question.
struct ListPlace
{
    LeadId lead; ///< the first fully visible row
    int row = 0;
    Instant date {}; ///< its updatedAt
    int offset = 0; ///< pixels between the top of the list and the row
};

/// The conversations of one query, of which only the pages near the visible rows are in memory.
///
/// Missing rows are asked for when setVisibleRange() says they are near, one question a range; passed ones
/// are cancelled, late answers dropped. What an update would insert or move waits (ux §10 L4) until
/// showWaiting() or refresh(); what left is a ghost until then (L5). After a failure the old rows stay.
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

    /// What an update brought that is not shown yet.
    struct Waiting
    {
        int inserted = 0;
        int moved = 0;
        bool operator==(const Waiting &) const = default;
        bool isEmpty() const { return inserted == 0 && moved == 0; }
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
    Waiting waiting() const { return m_waiting; }

public Q_SLOTS:
    /// The rows on screen. Cheap to call for every frame.
    void setVisibleRange(int first, int last);
    /// Asks for what is newer: repaints what changed, lets the rest wait. Quiet while another poll runs.
    void poll();
    /// Like poll(), and shows what came.
    void refresh();
    void showWaiting();
    /// Asks again for what failed.
    void retry();

Q_SIGNALS:
    void stateChanged();
    void waitingChanged();
    /// What a row shows was read again and is another thing now.
    void rowUpdated(int row);
    void datesLearnt();

private:
    struct Question
    {
        quint64 serial = 0;
        PageWish wish;
        Pending<InboxPage> pending;
    };

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
    QSet<LeadId> m_ghosts;
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
