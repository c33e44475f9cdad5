// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/inboxfixture.h"
#include "tests/support/waitlimit.h"
#include "ui/inbox/conversationdelegate.h"
#include "ui/inbox/filterbar.h"
#include "ui/inbox/inboxlistview.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace signalbox {

/// The inbox page on a live feed: what happens on the service is done to `inbox` and told at once.
struct LiveStage : InboxFixture
{
    explicit LiveStage(int leads = 3022)
        : InboxFixture(leads)
    {
        inbox.answer(gateway);
        page = makePage();
        page->restoreState({});
        page->show();
        page->activateWindow();
        view = page->findChild<InboxListView *>();
        pill = page->findChild<QAbstractButton *>(QStringLiteral("newPill"));
        search = page->findChild<QLineEdit *>(QStringLiteral("inboxSearch"));
    }

    bool isReady(int row = 0)
    {
        return QTest::qWaitFor(
            [&] { return model().at(row) && model().state() == LoadState::Ready && view->isVisible(); },
            WaitLimit);
    }
    InboxModel &model() const { return static_cast<InboxModel &>(*view->model()); }
    int yOf(LeadId lead) const { return view->visualRect(model().index(model().rowOf(lead))).top(); }
    void scrollTo(int pixels) const { view->verticalScrollBar()->setValue(pixels); }
    void click(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(
            view->viewport(), Qt::LeftButton, modifiers, view->visualRect(model().index(row)).center());
    }

    LeadEvent event(LeadId lead, LeadEvent::Kind kind = LeadEvent::Kind::Updated) const
    {
        return {.kind = kind, .lead = lead, .workspace = workspaceId(1), .updatedAt = clock.now()};
    }
    void arrive() // a lead nobody knew
    {
        inbox.insertAtTop();
        feed.tell({event(inbox.row(0).lead.id, LeadEvent::Kind::Inserted)});
    }
    void write(int position) // a message: the lead goes to the top
    {
        inbox.moveToTop(position);
        feed.tell({event(inbox.row(0).lead.id)});
    }
    void retag(int position, const QString &sentiment)
    {
        inbox.retag(position, sentiment);
        feed.tell({event(inbox.row(position).lead.id)});
    }
    void depart(int position, int categories)
    {
        const LeadId lead = inbox.row(position).lead.id;
        inbox.removeAt(position, categories);
        feed.tell({event(lead, categories ? LeadEvent::Kind::Updated : LeadEvent::Kind::Left)});
    }
    /// One thing of any kind, anywhere.
    void happen(QRandomGenerator &random)
    {
        const int anywhere = random.bounded(std::min(inbox.size(), 400));
        switch (random.bounded(5)) {
        case 0:
            arrive();
            break;
        case 1:
            write(anywhere);
            break;
        case 2:
            retag(anywhere, QStringLiteral("Interested"));
            break;
        case 3:
            depart(anywhere, random.bounded(2) ? 0 : AiSentBit);
            break;
        default:
            write(random.bounded(inbox.size()));
        }
    }
    /// First pages asked for since the last forget().
    int pollCount() const
    {
        return static_cast<int>(std::ranges::count_if(
            gateway.pages, [](const auto &asked) { return asked.position == PagePosition(); }));
    }

    std::unique_ptr<InboxDesk> page;
    InboxListView *view = nullptr;
    QAbstractButton *pill = nullptr;
    QLineEdit *search = nullptr;
};

/// Counts what changes the structure of a list.
class StructureSpy
{
public:
    explicit StructureSpy(const InboxModel &model)
        : m_inserted(&model, &QAbstractItemModel::rowsInserted)
        , m_removed(&model, &QAbstractItemModel::rowsRemoved)
        , m_moved(&model, &InboxModel::aboutToRearrange)
        , m_reset(&model, &QAbstractItemModel::modelReset)
    { }
    qsizetype count() const { return m_inserted.size() + m_removed.size() + m_moved.size() + m_reset.size(); }

private:
    QSignalSpy m_inserted;
    QSignalSpy m_removed;
    QSignalSpy m_moved;
    QSignalSpy m_reset;
};

} // namespace signalbox
