// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/smscampaignsmodel.h"
#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;

namespace signalbox {

class FlatButton;

/// What narrows the list: words, channels, sentiments, score, SMS client; and "× n" that takes all of it
/// away.
///
/// Words count from the third letter on, 300 ms after the last key (domain §12.3).
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int MinimumSearch = 3;

    FilterBar(SmsCampaignsModel &campaigns, const Theme &theme, QWidget *parent = nullptr);

    /// Shows the filters of a query, without telling.
    void setQuery(const InboxQuery &query);
    /// `base` with the filters of the bar.
    InboxQuery applied(InboxQuery base) const;
    void focusSearch();
    bool clearSearch(); ///< false: there was nothing to clear
    void clearAll();

Q_SIGNALS:
    void changed();
    /// Enter or Down in the search field: the person goes on to what was found.
    void searchLeft();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void onSearchEdited();
    void take(const InboxQuery &filters);
    void buildSentimentMenu();
    void buildScoreMenu();
    void buildMoreMenu();
    void updateButtons();
    void restyle();
    FlatButton *menuButton(const QString &name, const QString &text, QMenu *menu);

    SmsCampaignsModel &m_campaigns;
    const Theme &m_theme;
    InboxQuery m_filters; ///< only its filters are used
    QTimer m_patience;
    QLineEdit *m_search;
    QAction *m_searchIcon;
    QList<FlatButton *> m_channels;
    QMenu *m_sentimentMenu;
    QMenu *m_scoreMenu;
    QMenu *m_moreMenu;
    FlatButton *m_sentiment;
    FlatButton *m_score;
    FlatButton *m_more;
    FlatButton *m_clear;
};

} // namespace signalbox
