// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/triagedesk.h"

#include "models/inbox/inboxmodel.h"
#include "models/inbox/threadmodel.h"
#include "models/inbox/triagemodel.h"
#include "ui/base/dialogs.h"
#include "ui/inbox/approvesheet.h"
#include "ui/inbox/bulkbar.h"
#include "ui/inbox/choicepicker.h"
#include "ui/inbox/conversationhead.h"
#include "ui/inbox/conversationpane.h"
#include "ui/inbox/inboxdesk.h"
#include "ui/inbox/inboxlistview.h"
#include "ui/inbox/replydock.h"
#include "ui/inbox/triagewords.h"
#include "ui/inbox/undobar.h"

#include <QEvent>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

TriageDesk::TriageDesk(const Parts &parts, Page &page)
    : QObject(&page)
    , m_parts(parts)
    , m_page(page)
    , m_undoBar(
          new UndoBar(parts.services.writes, page.context().theme, zoneOf(page.context().workspace), &page))
    , m_bulkBar(new BulkBar(page.context().theme, page.context().commands, &page))
{
    bind();
    connectBars();
    page.installEventFilter(this);
}

TriageDesk::~TriageDesk()
{
    // They stand in the window, not in the page.
    delete m_picker;
    delete m_approveSheet;
}

QList<CommandSpec> TriageDesk::commands()
{
    QList<CommandSpec> specs;
    const auto add = [&specs](const QString &id, std::function<QString()> text, QList<QKeySequence> keys,
                         IconName icon) {
        specs.append({u"inbox."_s + id, u"inbox"_s, std::move(text), std::move(keys), icon});
    };
    const auto key = [](int combination) { return QList<QKeySequence> {QKeySequence(combination)}; };
    const int ctrl = static_cast<int>(Qt::ControlModifier);
    const int shift = static_cast<int>(Qt::ShiftModifier);
    add(
        u"reply"_s, [] { return tr("Reply"); }, key(Qt::Key_R), IconName::Reply);
    add(
        u"note"_s, [] { return tr("Internal note"); }, key(shift | Qt::Key_N), IconName::Lock);
    add(
        u"approve"_s, [] { return tr("Approve the draft"); }, key(Qt::Key_A), IconName::Sparkle);
    add(
        u"reject"_s, [] { return tr("Reject the draft"); }, key(Qt::Key_X), IconName::Close);
    add(
        u"submit"_s, [] { return tr("Send what is written"); },
        {QKeySequence(ctrl | Qt::Key_Return), QKeySequence(ctrl | Qt::Key_Enter)}, IconName::Mail);
    add(
        u"assign"_s, [] { return tr("Assign"); }, key(Qt::Key_T), IconName::Person);
    add(
        u"snooze"_s, [] { return tr("Snooze"); }, key(Qt::Key_S), IconName::Clock);
    add(
        u"status"_s, [] { return tr("Set status"); }, key(Qt::Key_D), IconName::Flags);
    add(
        u"sentiment"_s, [] { return tr("Set sentiment"); }, key(Qt::Key_L), IconName::Star);
    add(
        u"done"_s, [] { return tr("Done: mark as read and go on"); }, key(Qt::Key_E), IconName::Check);
    add(
        u"unread"_s, [] { return tr("Read or unread"); }, key(Qt::Key_U), IconName::Mail);
    add(
        u"blacklist"_s, [] { return tr("Blacklist"); }, key(Qt::Key_B), IconName::Blocked);
    add(
        u"undo"_s, [] { return tr("Undo"); }, key(ctrl | Qt::Key_Z), IconName::Undo);
    add(
        u"redo"_s, [] { return tr("Redo"); }, key(ctrl | shift | Qt::Key_Z), IconName::Refresh);
    add(
        u"selectAll"_s, [] { return tr("Tick all that match"); }, {}, IconName::Check);
    return specs;
}

void TriageDesk::bind()
{
    CommandRegistry &commands = m_page.context().commands;
    const auto add = [&](const QString &id, auto run) { commands.bind(u"inbox."_s + id, &m_page, run); };
    add(u"reply"_s, [this] { m_parts.pane.dock().startReply(); });
    add(u"note"_s, [this] { m_parts.pane.dock().startNote(); });
    add(u"approve"_s, [this] { approve(); });
    add(u"reject"_s, [this] { reject(); });
    add(u"submit"_s, [this] { m_parts.pane.dock().submit(); });
    add(u"assign"_s, [this] { assign(); });
    add(u"snooze"_s, [this] { snooze(); });
    add(u"status"_s, [this] { chooseStatus(); });
    add(u"sentiment"_s, [this] { chooseSentiment(); });
    add(u"done"_s, [this] { done(); });
    add(u"unread"_s, [this] { toggleUnread(); });
    add(u"blacklist"_s, [this] { blacklist(); });
    add(u"undo"_s, [this] { m_parts.services.writes.undo(); });
    add(u"redo"_s, [this] { m_parts.services.writes.redo(); });
    add(u"selectAll"_s, [this] { m_parts.view.tickAllMatching(); });
    m_undoBar->setKey(commands.tooltip(u"inbox.undo"_s));
}

void TriageDesk::connectBars()
{
    TriageModel &writes = m_parts.services.writes;
    connect(&writes, &TriageModel::finished, this, &TriageDesk::onFinished);
    connect(m_undoBar, &UndoBar::undoRequested, &writes, &TriageModel::undoOne);
    connect(m_undoBar, &UndoBar::actionTriggered, this, [this] {
        if (m_lastBulk)
            showRefused(*m_lastBulk);
    });
    connect(&m_parts.pane.dock(), &ReplyDock::answered, this, &TriageDesk::goOn);
    connect(&m_parts.thread, &ThreadModel::detailChanged, this, &TriageDesk::nameSetter);
    InboxListView &view = m_parts.view;
    const auto follow = [this, &view] {
        m_bulkBar->setVisible(view.hasTicks());
        m_bulkBar->setCount(view.tickedCount(), m_parts.list.rowCount(), view.isAllMatching());
        m_undoBar->setLift(view.hasTicks() ? m_bulkBar->sizeHint().height() : 0);
        m_bulkBar->setBlocked(mayWrite() ? QString() : m_parts.pane.dock().blockedReason());
    };
    connect(&view, &InboxListView::ticksChanged, this, follow);
    connect(m_bulkBar, &BulkBar::allRequested, &view, &InboxListView::tickAllMatching);
    connect(m_bulkBar, &BulkBar::closeRequested, &view, [&view] {
        view.clearTicks();
        view.setFocus(Qt::OtherFocusReason);
    });
    connect(m_bulkBar, &BulkBar::readRequested, this, &TriageDesk::markTicked);
}

QWidget *TriageDesk::bulkBar() const
{
    return m_bulkBar;
}

bool TriageDesk::stepBack()
{
    if (m_parts.pane.dock().stepBack())
        return true;
    if (!m_parts.view.hasTicks())
        return false;
    m_parts.view.clearTicks();
    return true;
}

bool TriageDesk::eventFilter(QObject *object, QEvent *event)
{
    if (object == &m_page && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(m_undoBar, &UndoBar::follow, Qt::QueuedConnection);
    return QObject::eventFilter(object, event);
}

ChoicePicker &TriageDesk::picker()
{
    if (!m_picker)
        m_picker = new ChoicePicker(m_page.context().theme, m_page.window());
    return *m_picker;
}

QWidget *TriageDesk::anchorOf(const QString &command) const
{
    return m_parts.view.hasTicks() ? m_bulkBar->anchorOf(command) : m_parts.pane.head().anchorOf(command);
}

bool TriageDesk::mayWrite() const
{
    return m_page.workspace().role != u"CLIENT_PORTAL"_s;
}

std::optional<Conversation> TriageDesk::target() const
{
    const LeadId current = m_parts.view.currentLead();
    const auto &detail = m_parts.thread.detail();
    if (detail && (current.isNull() || current == m_parts.thread.lead()))
        return detail->conversation;
    const Conversation *row = m_parts.list.at(m_parts.list.rowOf(current));
    return row ? std::optional(*row) : std::nullopt;
}

QString TriageDesk::describeTarget() const
{
    if (m_parts.view.hasTicks()) {
        const int count = static_cast<int>(m_parts.view.tickedCount());
        return tr("For %n conversation(s)", nullptr, count);
    }
    const auto one = target();
    return one ? tr("For %1").arg(one->lead.name()) : QString();
}

void TriageDesk::set(const LeadFields &fields, const Assignee &assignee)
{
    if (!mayWrite())
        return;
    TriageModel &writes = m_parts.services.writes;
    if (m_parts.view.hasTicks())
        writes.changeLeads(
            m_page.workspace().id, m_parts.view.selection(), m_parts.view.tickedCount(), fields, assignee);
    else if (const auto one = target())
        writes.changeLead(*one, fields, assignee);
}

void TriageDesk::goOn()
{
    switch (m_parts.memory.afterReply) {
    case InboxMemory::AfterReply::Next:
        Q_EMIT nextRequested();
        return;
    case InboxMemory::AfterReply::Stay:
        return;
    case InboxMemory::AfterReply::List:
        Q_EMIT listRequested();
        return;
    }
}

void TriageDesk::done()
{
    if (m_parts.view.hasTicks())
        return markTicked(true);
    if (const auto one = target()) {
        m_parts.services.writes.markRead(*one, true);
        goOn();
    }
}

void TriageDesk::toggleUnread()
{
    if (m_parts.view.hasTicks())
        return markTicked(false);
    const auto one = target();
    if (!one)
        return;
    TriageModel &writes = m_parts.services.writes;
    const bool isUnread = writes.overlay().shown(*one).isUnread;
    if (!isUnread && one->lead.id == m_parts.thread.lead())
        m_parts.pane.keepUnread();
    writes.markRead(*one, isUnread);
}

void TriageDesk::markTicked(bool isRead)
{
    if (m_parts.view.isAllMatching())
        return;
    for (const LeadId &lead : m_parts.view.selectedLeads())
        if (const Conversation *row = m_parts.list.at(m_parts.list.rowOf(lead)))
            m_parts.services.writes.markRead(*row, isRead);
}

void TriageDesk::blacklist()
{
    if (!mayWrite() || (!m_parts.view.hasTicks() && !target()))
        return;
    const QString whom = m_parts.view.hasTicks() ? describeTarget() : target()->lead.name();
    const bool isSure = m_page.context().dialogs.confirm(&m_page,
        {tr("Blacklist?"),
            tr("%1: nothing is sent there any more, and it no longer requires attention.").arg(whom),
            tr("Blacklist"), true});
    LeadFields fields;
    fields.status = u"blacklisted"_s;
    if (isSure)
        set(fields);
}

void TriageDesk::approve()
{
    if (!m_parts.view.hasTicks())
        return m_parts.pane.dock().approve();
    if (!mayWrite() || m_parts.view.isAllMatching())
        return;
    QList<Conversation> rows;
    for (const LeadId &lead : m_parts.view.selectedLeads())
        if (const Conversation *row = m_parts.list.at(m_parts.list.rowOf(lead)))
            rows.append(*row);
    if (!m_approveSheet) {
        m_approveSheet = new ApproveSheet(m_parts.services.inbox, m_page.context().theme, m_page.window());
        connect(
            m_approveSheet, &ApproveSheet::approved, this, [this](const QList<ApproveSheet::Reply> &replies) {
                for (const ApproveSheet::Reply &reply : replies)
                    m_parts.services.writes.approve(reply.conversation, reply.draft);
                m_parts.view.clearTicks();
            });
    }
    m_approveSheet->openWith(m_page.workspace().id, rows);
}

void TriageDesk::reject()
{
    if (!m_parts.view.hasTicks())
        m_parts.pane.dock().reject();
}

void TriageDesk::fillMenu(QMenu &menu)
{
    menu.addSeparator();
    CommandRegistry &commands = m_page.context().commands;
    for (const QString &id : {u"assign"_s, u"snooze"_s, u"status"_s, u"sentiment"_s, u"done"_s, u"unread"_s,
             u"approve"_s, u"reject"_s, u"blacklist"_s}) {
        const CommandSpec *spec = commands.find(u"inbox."_s + id);
        if (!spec)
            continue;
        const QList<QKeySequence> keys = commands.keys(spec->id);
        QString text = spec->text();
        if (!keys.isEmpty())
            text += u'\t' + keys.first().toString(QKeySequence::NativeText);
        QAction *action = menu.addAction(themedIcon(m_page.context().theme, spec->icon), text);
        action->setEnabled(mayWrite() || id == u"done"_s || id == u"unread"_s);
        connect(action, &QAction::triggered, &m_page,
            [&commands, command = spec->id] { commands.trigger(command); });
    }
}

void TriageDesk::onFinished(const TriageOutcome &outcome)
{
    const QTimeZone zone = zoneOf(m_page.workspace());
    if (outcome.bulk) {
        const int changed = static_cast<int>(outcome.bulk->changed);
        const int refused = static_cast<int>(outcome.bulk->refused.size());
        if (refused > 0) {
            m_lastBulk = outcome.bulk;
            m_undoBar->showResult(
                tr("%n changed", nullptr, changed) + u" · "_s + tr("%n not changed", nullptr, refused),
                tr("Show"));
        }
        return;
    }
    // A conflict on a field is shown where the field is; the row may be far away.
    const bool isShownThere = outcome.lead && outcome.write.lead == m_parts.thread.lead();
    const QString refusal = presentRefusal(outcome, zone);
    if (!refusal.isEmpty() && !isShownThere)
        m_undoBar->showRefusal(refusal);
}

} // namespace signalbox
