// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/analyticsgateway.h"
#include "models/analytics/crmedits.h"
#include "models/analytics/crmpages.h"
#include "models/base/loadstate.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace signalbox {

/// The CRM rows of one query (domain §7.8), in pages that are read as the view comes near (see CrmPages for
/// what stays in memory), with edits that show at once and can be taken back.
///
/// Another query leaves the old rows, dimmed, until its first page is there. A cell that is being saved shows
/// the new value; a conflict shows the row as it is now and keeps what was typed; a failure rolls back.
class CrmModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        RowStateRole = Qt::UserRole + 1, ///< RowState as int
        LeadIdRole, ///< text; empty while missing
        SavingRole, ///< the cell waits for the service
        EditValueRole, ///< the value an edit would replace
    };
    /// What a cell shows; without one it is what exports write.
    using Words = std::function<QString(const CrmRow &row, int column)>;

    CrmModel(AnalyticsGateway &gateway, const CrmPerson &person, QObject *parent = nullptr);
    ~CrmModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void setWords(Words words) { m_words = std::move(words); }
    /// Of the head of a column, by role; without them it is the English title.
    using HeadWords = std::function<QVariant(int column, int role)>;
    void setHeadWords(HeadWords words) { m_headWords = std::move(words); }
    /// How long a stale first page is shown before it is asked for again.
    void setStalePause(std::chrono::milliseconds pause) { m_askAgain.setInterval(pause); }
    /// Whether the rows may be replaced by themselves, because nobody edits or has scrolled; always without.
    void setMayReplace(std::function<bool()> mayReplace) { m_mayReplace = std::move(mayReplace); }
    void setZone(const QTimeZone &zone);
    const QTimeZone &zone() const { return m_zone; }

    const CrmQuery &query() const { return m_query; }
    /// Reads from the start. The same query while it is read asks nothing.
    void setQuery(const CrmQuery &query);
    /// The rows shown are of the query before.
    bool isOfOtherQuery() const { return m_shownQuery != m_query; }
    bool hasEverything() const { return m_hasFirst && m_next.isEmpty(); } ///< the end of the list is here
    bool isLoadingMore() const { return m_more.isPending() || m_again.isPending(); }
    bool isOwnOnly() const { return m_isOwnOnly; } ///< a setter's leads alone
    bool hasAnswer() const { return m_hasFirst; }
    std::optional<Instant> computedAt() const { return m_computedAt; }

    LoadState state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; } ///< of the first page
    const std::optional<Error> &moreError() const { return m_moreError; } ///< of a page below

    /// The row as it is shown, edits included; null: not in memory.
    const CrmRow *at(int row) const;
    int rowOf(const QUuid &id) const { return m_pages.rowOf(id); }
    const CrmPages &pages() const { return m_pages; }

    void setAssignees(const QList<CrmAssignee> &assignees) { m_edits.setAssignees(assignees); }
    const QList<CrmAssignee> &assignees() const { return m_edits.assignees(); }
    CrmRefusal refusal(int row, int column) const;
    /// Shows the value and asks the service for it. Nothing for a cell that may not be edited, or the value
    /// it has.
    bool edit(int row, int column, const QString &value, bool updateAutomation = false);
    const CrmEdits &edits() const { return m_edits; }
    bool undo() { return m_edits.undo(); } ///< the last edit that was kept; false: there is none
    bool redo() { return m_edits.redo(); }
    void keepMine() { m_edits.keepMine(); } ///< the first conflict: writes over what is there now
    void takeTheirs() { m_edits.takeTheirs(); }

public Q_SLOTS:
    /// The rows on screen: reads what is missing there, and the next page near the end. Cheap.
    void setVisibleRange(int first, int last);
    /// Reads the query again from the start; the rows stay until then.
    void refresh();
    void retry(); ///< what failed

Q_SIGNALS:
    void stateChanged();
    void editsChanged(); ///< saving, saved, conflicts, undo
    void editFailed(const signalbox::CrmFailure &failure);

private:
    void askFirst(Staleness staleness = Staleness::Allowed);
    void onFirst(const Result<CrmPage> &answer);
    void takeFirst(const CrmPage &page);
    bool isOlder(const CrmPage &page) const; ///< than what is shown
    bool isAskedAgain() const; ///< the first page, or it is about to be
    bool isAtTop() const; ///< and nothing forbids to replace the rows
    void askFirstAgain();
    void onFirstAgain(const Result<CrmPage> &answer);
    void endAskingAgain();
    /// Where one stands and what is selected stays; false: they are other rows.
    bool replaceFirst(const CrmPage &page);
    void askNext();
    void onNext(const QString &cursor, const Result<CrmPage> &answer);
    void askAgain(int page);
    void onAgain(int page, const Result<CrmPage> &answer);
    void onCellChanged(const QUuid &id);
    void onRowRead(const CrmRow &row);
    void setState(LoadState state, std::optional<Error> error = std::nullopt);

    AnalyticsGateway &m_gateway;
    CrmPerson m_person;
    CrmQuery m_query;
    CrmQuery m_shownQuery;
    CrmPages m_pages;
    CrmEdits m_edits;
    Words m_words;
    HeadWords m_headWords;
    QTimeZone m_zone = QTimeZone::utc();
    Pending<CrmPage> m_first;
    QTimer m_askAgain; ///< for a first page that was answered stale
    Pending<CrmPage> m_newer; ///< first page
    std::function<bool()> m_mayReplace;
    Pending<CrmPage> m_more;
    Pending<CrmPage> m_again;
    QString m_next; ///< cursor of the page after the last; empty: there is none
    bool m_hasFirst = false;
    bool m_isOwnOnly = false;
    std::optional<Instant> m_computedAt;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    std::optional<Error> m_moreError;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
};

} // namespace signalbox
