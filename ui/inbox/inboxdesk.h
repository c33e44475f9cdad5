// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/inboxcountsmodel.h"
#include "models/inbox/inboxmodel.h"
#include "models/inbox/inboxupdates.h"
#include "models/inbox/savedviews.h"
#include "models/inbox/smscampaignsmodel.h"
#include "models/inbox/threadmodel.h"
#include "models/inbox/unsenttexts.h"
#include "ui/inbox/heartbeat.h"
#include "ui/inbox/inboxservices.h"
#include "ui/inbox/stillness.h"
#include "ui/shell/page.h"

class QSplitter;

namespace signalbox {

class CategorySidebar;
class ConversationPane;
class ListPane;
class SavedViewsList;
class TriageDesk;

/// Where each workspace's list was left, and what was written and not sent, in memory only: a page lives for
/// one visit, this for the program.
struct InboxMemory
{
    /// Where a person goes when a conversation is answered or done.
    enum class AfterReply
    {
        Next,
        Stay,
        List
    };

    struct Left
    {
        InboxQuery query;
        ListPlace place;
    };
    QHash<WorkspaceId, Left> places;
    UnsentTexts unsent;
    AfterReply afterReply = AfterReply::Next;
};

/// The inbox: categories, list, conversation (ux §12.1).
///
/// Built for one workspace and destroyed with it: three questions to begin with (counts, first page, SMS
/// clients), every one cancelled when the page goes. Nothing is opened by itself. The feed says what to ask
/// for again; while visible it asks each 60–75 s besides. What comes waits in a pill unless the list is at
/// its very top and nobody has touched anything for 2 s (ux §10 L3, L4).
class InboxDesk final : public Page
{
    Q_OBJECT

public:
    InboxDesk(const PageContext &context, const InboxServices &services, InboxMemory &memory,
        QWidget *parent = nullptr);
    ~InboxDesk() override;

    PageState state() const override;
    void restoreState(const PageState &state) override;
    QByteArray saveLayout() const override;
    void restoreLayout(const QByteArray &layout) override;
    void focusSearch() override;
    void refresh() override;
    bool stepBack() override;
    QList<QWidget *> panes() const override;
    Freshness freshness() const override;
    QList<PageEntry> paletteEntries() override;

    /// Asks for what is new, as the heartbeat does.
    void beat();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectModels();
    void connectPanes();
    void bindCommands();
    void connectTriage();
    void showView(const SavedView &view);
    void start(const InboxQuery &query, std::optional<LeadId> lead);
    void setQuery(const InboxQuery &query);
    void updateTotal();
    void onSecond();
    void onLeadsChanged(const QSet<LeadId> &leads, bool isAll);
    bool isFrozen() const; ///< ux §10 L3
    void openLead(LeadId lead);
    void chooseLead(LeadId lead, bool isWalking);
    void showNew();
    void showNewIfIdle();
    void remember();
    void setReading(bool isReading);
    void updateNarrow();
    bool isNarrow() const;
    void showRowMenu(const QPoint &at);
    void askDate();
    void goToDate(QDate date);
    void tellFirstPicture();

    InboxServices m_services;
    InboxMemory &m_memory;
    InboxModel m_list;
    InboxCountsModel m_counts;
    SmsCampaignsModel m_campaigns;
    ThreadModel m_thread;
    InboxUpdates m_updates;
    Heartbeat m_heartbeat;
    QTimer m_walk; ///< a conversation is opened when the walking rests
    QTimer m_idle; ///< runs while something waits
    QTimer m_second; ///< ages
    LeadId m_toOpen;
    Stillness m_stillness;
    qint64 m_minute = 0; ///< of the newest repaint: "3 min" becomes "4 min"
    bool m_isTotalLate = false; ///< a new total waits for the person to rest
    bool m_isStarted = false;
    bool m_isReading = false; ///< in a narrow window: the conversation has the page
    bool m_hasToldPicture = false;
    QList<int> m_wideSizes; ///< of the panes, while the window is narrow
    CategorySidebar *m_sidebar;
    ListPane *m_pane;
    ConversationPane *m_conversation;
    QSplitter *m_splitter;
    TriageDesk *m_triage;
    SavedViews m_views;
    SavedViewsList *m_viewsList;
};

/// How the shell knows the inbox. Services and memory outlive every page.
PageSpec inboxPageSpec(const InboxServices &services, InboxMemory &memory);

} // namespace signalbox
