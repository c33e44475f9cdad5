// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/inboxcountsmodel.h"
#include "models/inbox/inboxmodel.h"
#include "models/inbox/smscampaignsmodel.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class FilterBar;
class FlatButton;
class InboxListView;
class ListNotice;
class PillButton;
class ProgressLine;
class StatePanel;

/// The list with its head: category, count and whether count and list are of one version, filters, what
/// waits, and every state of ux §11.
class ListPane final : public QWidget
{
    Q_OBJECT

public:
    struct Models
    {
        InboxModel &list;
        InboxCountsModel &counts;
        SmsCampaignsModel &campaigns;
    };

    ListPane(const Models &models, const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    InboxListView &view() { return *m_view; }
    FilterBar &filters() { return *m_filters; }
    /// Shows what a query is about; the rows come through the model.
    void setQuery(const InboxQuery &query);
    /// A bar below the list; the pane owns it from here on.
    void setFooter(QWidget *footer);
    bool hasSomethingToShow() const;
    void updateHead();

Q_SIGNALS:
    void filtersChanged();
    void sortChosen(signalbox::InboxSort sort);
    void refreshRequested();
    void showNewRequested();
    void clearRequested(); ///< category and filters
    void refused(); ///< the service answered 403
    void announced(const QString &words); ///< to assistive technology

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateState();
    void updatePill();
    void announceWaiting();
    void restyle();
    void showSortMenu();
    bool isNarrowed() const;

    Models m_models;
    const Theme &m_theme;
    const Clock &m_clock;
    QLabel *m_title;
    QLabel *m_count;
    FlatButton *m_sort;
    FlatButton *m_refresh;
    FilterBar *m_filters;
    ListNotice *m_notice;
    ProgressLine *m_progress;
    StatePanel *m_panel;
    InboxListView *m_view;
    PillButton *m_pill;
};

} // namespace signalbox
