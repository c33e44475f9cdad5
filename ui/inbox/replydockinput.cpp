// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReplyDock: what the person does.
#include "models/inbox/triagemodel.h"
#include "ui/inbox/comparesheet.h"
#include "ui/inbox/composer.h"
#include "ui/inbox/draftstrip.h"
#include "ui/inbox/noticestrip.h"
#include "ui/inbox/replydock.h"
#include "ui/inbox/replyeditor.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using Tab = UnsentText::Tab;

void ReplyDock::startReply()
{
    if (!m_thread.detail())
        return;
    // With a draft there is something to begin with; a reply of one's own is one tab further.
    if (m_draft->hasSomething() && m_tab != Tab::Reply) {
        choose(Tab::Draft);
        m_draft->editor().setFocus(Qt::ShortcutFocusReason);
        return;
    }
    choose(Tab::Reply);
    m_composer->editor().setFocus(Qt::ShortcutFocusReason);
}

void ReplyDock::startNote()
{
    if (!m_thread.detail())
        return;
    choose(Tab::Note);
    m_composer->editor().setFocus(Qt::ShortcutFocusReason);
}

void ReplyDock::approve()
{
    const auto &draft = m_draft->base();
    const auto &detail = m_thread.detail();
    if (!draft || !detail || m_draft->isAskingWhatCounts() || !sendBlock(draft->channel).isEmpty())
        return;
    if (m_draft->text().trimmed().isEmpty())
        return;
    const Draft base = *draft;
    const QString text = m_draft->text();
    const bool isEdited = m_draft->isEdited();
    m_draft->clear();
    stopWriting();
    m_services.writes.approve(detail->conversation, base, isEdited ? std::optional(text) : std::nullopt);
    Q_EMIT answered();
}

void ReplyDock::reject()
{
    const auto &draft = m_draft->base();
    const auto &detail = m_thread.detail();
    if (!draft || !detail || !blockedReason().isEmpty())
        return;
    const Draft base = *draft;
    m_draft->clear();
    stopWriting();
    m_services.writes.reject(detail->conversation, base);
    Q_EMIT answered();
}

void ReplyDock::submit()
{
    const auto &detail = m_thread.detail();
    if (!detail)
        return;
    if (m_tab == Tab::Draft)
        return approve();
    if ((m_tab != Tab::Reply && m_tab != Tab::Note) || m_composer->isEmpty())
        return;
    if (m_tab == Tab::Note) {
        if (!blockedReason().isEmpty())
            return;
        const QString note = m_composer->noteText();
        m_composer->clearNote();
        choose(m_draft->hasSomething() ? Tab::Draft : Tab::None);
        stopWriting();
        m_services.writes.addNote(detail->conversation, note);
        return;
    }
    const NewMessage message = m_composer->message();
    if (!sendBlock(message.channel, !message.to.isEmpty()).isEmpty())
        return;
    m_composer->clearReply();
    choose(m_draft->hasSomething() ? Tab::Draft : Tab::None);
    stopWriting();
    m_services.writes.send(detail->conversation, message);
    Q_EMIT answered();
}

bool ReplyDock::stepBack()
{
    if (m_tab == Tab::None)
        return false;
    const QWidget *focus = focusWidget();
    if (focus && focus->hasFocus() && isAncestorOf(focus))
        return false; // the page puts the focus into the list; the text stays
    if (m_tab == Tab::Draft)
        return false;
    choose(m_draft->hasSomething() ? Tab::Draft : Tab::None);
    return true;
}

void ReplyDock::onTyped()
{
    if (!m_isWriting) {
        m_isWriting = true;
        m_services.feed.setWriting(true);
    }
    m_idle.start();
    keep();
    updateBlocked();
}

void ReplyDock::stopWriting()
{
    m_idle.stop();
    if (std::exchange(m_isWriting, false))
        m_services.feed.setWriting(false);
}

void ReplyDock::compare(const QString &mine, const QString &theirs)
{
    if (!m_compare) {
        m_compare = new CompareSheet(m_theme, window());
        connect(m_compare, &CompareSheet::mineChosen, m_draft, &DraftStrip::keepMine);
        connect(m_compare, &CompareSheet::theirsChosen, m_draft, &DraftStrip::useTheirs);
    }
    m_compare->openWith(mine, theirs);
}

void ReplyDock::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_services.feed.enterConversation(m_lead);
}

void ReplyDock::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    stopWriting();
    keep();
    m_services.feed.enterConversation({});
}

} // namespace signalbox
