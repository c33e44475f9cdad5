// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/replydock.h"

#include "models/inbox/triagemodel.h"
#include "ui/base/dialogs.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/inbox/comparesheet.h"
#include "ui/inbox/composer.h"
#include "ui/inbox/draftstrip.h"
#include "ui/inbox/noticestrip.h"
#include "ui/inbox/replyeditor.h"
#include "ui/inbox/triagewords.h"

#include <QHBoxLayout>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tab = UnsentText::Tab;

ReplyDock::ReplyDock(ThreadModel &thread, const InboxServices &services, UnsentTexts &unsent,
    const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_services(services)
    , m_unsent(unsent)
    , m_context(context)
    , m_theme(context.theme)
    , m_presence(new NoticeStrip(context.theme, this))
    , m_conflict(new NoticeStrip(context.theme, this))
    , m_tabRow(new QWidget(this))
    , m_draft(new DraftStrip(context.theme, this))
    , m_composer(new Composer(context.theme, this))
{
    setObjectName(u"replyDock"_s);
    m_presence->setObjectName(u"presence"_s);
    m_conflict->setObjectName(u"fieldConflict"_s);
    auto *tabs = new QHBoxLayout(m_tabRow);
    tabs->setContentsMargins(Spacing::S, Spacing::Xs, Spacing::L, Spacing::Xs);
    tabs->setSpacing(Spacing::Xs);
    const auto addTab = [&](Tab tab, IconName icon, const QString &name) {
        auto *button = new FlatButton(m_theme, icon, m_tabRow);
        button->setObjectName(name);
        button->setIconSizePx(16);
        button->setCheckable(true);
        button->setTextStyle(TextStyle::Body, QFont::Medium);
        connect(button, &QAbstractButton::clicked, this, [this, tab] {
            choose(m_tab == tab ? Tab::None : tab);
            if (m_tab == Tab::Reply || m_tab == Tab::Note)
                m_composer->editor().setFocus(Qt::OtherFocusReason);
        });
        tabs->addWidget(button);
        m_tabs.append(button);
    };
    addTab(Tab::Draft, IconName::Sparkle, u"dockDraft"_s);
    addTab(Tab::Reply, IconName::Reply, u"dockReply"_s);
    addTab(Tab::Note, IconName::Lock, u"dockNote"_s);
    tabs->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_presence);
    layout->addWidget(m_conflict);
    constexpr int MostSends = 3;
    for (int i = 0; i < MostSends; ++i) {
        auto *strip = new NoticeStrip(m_theme, this);
        strip->setObjectName(u"send%1"_s.arg(i));
        layout->addWidget(strip);
        m_sends.append(strip);
    }
    layout->addWidget(m_tabRow);
    layout->addWidget(m_draft);
    layout->addWidget(m_composer);
    m_idle.setSingleShot(true);
    m_idle.setInterval(5s);
    m_second.setInterval(250ms);
    connectParts();
    follow();
}

ReplyDock::~ReplyDock()
{
    keep();
    stopWriting();
    m_services.feed.enterConversation({});
    delete m_compare;
}

void ReplyDock::connectParts()
{
    connect(&m_thread, &ThreadModel::detailChanged, this, &ReplyDock::follow);
    connect(&m_thread, &ThreadModel::stateChanged, this, &ReplyDock::updateBlocked);
    connect(&m_services.feed, &RealtimeFeed::viewersChanged, this, &ReplyDock::updatePresence);
    connect(&m_services.feed, &RealtimeFeed::statusChanged, this, &ReplyDock::updateBlocked);
    TriageModel &writes = m_services.writes;
    connect(&writes, &TriageModel::overlayChanged, this, [this](LeadId lead) {
        if (lead.isNull() || lead == m_lead)
            follow();
    });
    connect(&writes, &TriageModel::pendingChanged, this, &ReplyDock::updateBlocked);
    connect(&writes, &TriageModel::undoChanged, this, &ReplyDock::updateSends);
    connect(&writes, &TriageModel::conflictsChanged, this, &ReplyDock::updateConflict);
    connect(&m_idle, &QTimer::timeout, this, &ReplyDock::stopWriting);
    connect(&m_second, &QTimer::timeout, this, &ReplyDock::updateSends);
    connect(m_draft, &DraftStrip::approveRequested, this, &ReplyDock::approve);
    connect(m_draft, &DraftStrip::rejectRequested, this, &ReplyDock::reject);
    connect(m_draft, &DraftStrip::compareRequested, this, &ReplyDock::compare);
    connect(m_draft, &DraftStrip::typed, this, &ReplyDock::onTyped);
    connect(m_draft, &DraftStrip::changed, this, [this] {
        if (m_tab == Tab::Draft && !m_draft->hasSomething())
            choose(Tab::None);
        updateTabs();
        updateBlocked();
    });
    connect(m_draft, &DraftStrip::keepAsReplyRequested, this, [this](const QString &text) {
        m_composer->setReplyText(text);
        choose(Tab::Reply);
        m_composer->editor().setFocus(Qt::OtherFocusReason);
    });
    connect(m_composer, &Composer::submitted, this, &ReplyDock::submit);
    connect(m_composer, &Composer::typed, this, &ReplyDock::onTyped);
    connect(m_composer, &Composer::channelChosen, this, &ReplyDock::updateBlocked);
    CommandRegistry &commands = m_context.commands;
    m_draft->setKeys(commands.tooltip(u"inbox.approve"_s), commands.tooltip(u"inbox.reject"_s));
}

std::optional<Conversation> ReplyDock::conversation() const
{
    const auto &detail = m_thread.detail();
    return detail ? std::optional(m_services.writes.overlay().shown(detail->conversation)) : std::nullopt;
}

/// Takes over what the thread and the queue of writes say now.
void ReplyDock::follow()
{
    if (m_thread.lead() != m_lead)
        openLead(m_thread.lead());
    const auto &detail = m_thread.detail();
    if (detail) {
        const auto shown = conversation();
        m_composer->setConversation(shown);
        const bool hadDraft = m_draft->hasSomething();
        const auto draft = m_services.writes.overlay().draftShown(detail->draft);
        if (draft)
            m_draft->setRecipient(recipientOf(detail->conversation.lead, draft->channel));
        m_draft->setDraft(draft);
        if (!hadDraft && m_draft->hasSomething() && m_tab == Tab::None)
            choose(Tab::Draft);
    }
    setVisible(detail.has_value());
    updateTabs();
    updatePresence();
    updateConflict();
    updateSends();
    updateBlocked();
}

void ReplyDock::openLead(LeadId lead)
{
    keep();
    stopWriting();
    m_lead = lead;
    m_lastSends.clear();
    m_sent.reset();
    m_services.feed.enterConversation(lead);
    const UnsentText unsent = m_unsent.value(lead);
    m_draft->clear();
    m_composer->setConversation(std::nullopt);
    m_composer->restore(unsent);
    if (unsent.draft)
        m_draft->restore(*unsent.draft, unsent.draftText);
    choose(unsent.tab == Tab::Draft && !unsent.draft ? Tab::None : unsent.tab);
}

/// Remembers what the person has written on this lead.
void ReplyDock::keep()
{
    if (m_lead.isNull())
        return;
    UnsentText unsent;
    m_composer->save(unsent);
    if (m_draft->isEdited()) {
        unsent.draft = m_draft->base();
        unsent.draftText = m_draft->text();
    }
    unsent.tab = m_tab;
    if (unsent.hasWords())
        m_unsent.insert(m_lead, unsent);
    else
        m_unsent.remove(m_lead);
}

void ReplyDock::choose(Tab tab)
{
    m_tab = tab;
    m_composer->setNote(tab == Tab::Note);
    updateTabs();
    updateBlocked();
}

void ReplyDock::updateTabs()
{
    const bool hasDraft = m_draft->hasSomething();
    m_tabs.at(0)->setVisible(hasDraft);
    const QStringList texts {tr("AI draft"), tr("Reply"), tr("Note")};
    const QStringList commands {u"inbox.approve"_s, u"inbox.reply"_s, u"inbox.note"_s};
    const QList<Tab> order {Tab::Draft, Tab::Reply, Tab::Note};
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        m_tabs.at(i)->setText(texts.at(i));
        m_tabs.at(i)->setChecked(order.at(i) == m_tab);
        if (i > 0)
            m_tabs.at(i)->setToolTip(m_context.commands.tooltip(commands.at(i)));
    }
    m_draft->setVisible(m_tab == Tab::Draft && hasDraft);
    m_composer->setVisible(m_tab == Tab::Reply || m_tab == Tab::Note);
}

QString ReplyDock::blockedReason() const
{
    if (m_context.workspace.role == u"CLIENT_PORTAL"_s)
        return tr("Your role can read here, but not write. An owner or admin can change that.");
    if (m_thread.error() && m_thread.error()->kind == Error::Kind::NotFound)
        return tr("This conversation is no longer in your inbox. Your text can still be copied.");
    return {};
}

QString ReplyDock::sendBlock(Channel channel, bool hasOwnAddress) const
{
    if (const QString reason = blockedReason(); !reason.isEmpty())
        return reason;
    if (m_services.feed.status().state == FeedStatus::State::Offline || m_services.writes.isHeld())
        return tr("Offline: nothing is sent until the service answers again. Your text stays.");
    const auto shown = conversation();
    if (!shown)
        return {};
    if (shown->lead.status == u"blacklisted"_s)
        return tr("The lead is blacklisted: nothing is sent there.");
    if (channel == Channel::Sms && shown->lead.smsDndActive)
        return tr("The lead is on SMS do not disturb.");
    if (!hasOwnAddress && recipientOf(shown->lead, channel).isEmpty())
        return tr("The lead has no address for this channel.");
    return {};
}

void ReplyDock::updateBlocked()
{
    const QString reason = blockedReason();
    const Channel channel = m_draft->base() ? m_draft->base()->channel : Channel::Email;
    m_draft->setBlocked(sendBlock(channel), reason);
    const bool hasOwnTo = !m_composer->message().to.isEmpty();
    m_composer->setBlocked(sendBlock(m_composer->channel(), hasOwnTo), reason);
}

void ReplyDock::updatePresence()
{
    QStringList writing;
    QStringList viewing;
    for (const Viewer &viewer : m_services.feed.viewers())
        (viewer.isWriting ? writing : viewing).append(viewer.name);
    if (m_lead.isNull() || (writing.isEmpty() && viewing.isEmpty()))
        return m_presence->clear();
    const int others = static_cast<int>(viewing.size()) - 1;
    if (!writing.isEmpty())
        m_presence->present(writing.size() == 1 ? tr("%1 is writing").arg(writing.first())
                                                : tr("%1 are writing").arg(writing.join(u", "_s)),
            IconName::Draft, ColorRole::Warn);
    else if (others == 0)
        m_presence->present(tr("%1 is viewing").arg(viewing.first()), IconName::Person, ColorRole::Text2);
    else
        m_presence->present(tr("%1 and %n other(s) are viewing", nullptr, others).arg(viewing.first()),
            IconName::People, ColorRole::Text2);
}

void ReplyDock::updateConflict()
{
    const TriageConflict *conflict = m_services.writes.conflictOf(m_lead);
    if (!conflict || m_lead.isNull())
        return m_conflict->clear();
    TriageModel *writes = &m_services.writes;
    const quint64 id = conflict->id;
    m_conflict->present(presentConflict(*conflict, zoneOf(m_context.workspace)), IconName::Alert,
        ColorRole::Warn,
        {{u"keepTheirs"_s, tr("Keep theirs"), [writes, id] { writes->keepTheirs(id); }},
            {u"setMine"_s, tr("Set mine anyway"), [writes, id] { writes->setMine(id); }}});
}

void ReplyDock::updateSends()
{
    QList<OutboundSend> sends;
    if (const auto &detail = m_thread.detail())
        sends = m_services.writes.overlay().sendsShown(m_lead, detail->sends, detail->readAt);
    const Instant now = m_context.clock.now();
    for (const OutboundSend &before : std::as_const(m_lastSends)) {
        const bool isStillThere
            = std::ranges::any_of(sends, [&](const OutboundSend &send) { return send.id == before.id; });
        const bool wasLeaving = before.state == OutboundSend::State::Sending
            || (before.state == OutboundSend::State::Queued && before.runAt <= now);
        if (!before.id.isNull() && !isStillThere && wasLeaving) {
            m_sent = before;
            m_sentAt = now;
        }
    }
    m_lastSends = sends;
    sends.removeIf([&](const OutboundSend &send) {
        return m_dismissed.contains(send.id) || send.state == OutboundSend::State::Cancelled;
    });
    constexpr auto SentShown = 6s;
    if (m_sent && now - m_sentAt < SentShown) {
        OutboundSend sent = *m_sent;
        sent.state = OutboundSend::State::Sent;
        sends.prepend(sent);
    }
    bool isCounting = m_sent && now - m_sentAt < SentShown;
    for (qsizetype i = 0; i < m_sends.size(); ++i) {
        if (i >= sends.size()) {
            m_sends.at(i)->clear();
            continue;
        }
        presentSend(*m_sends.at(i), sends.at(i));
        isCounting = isCounting || sends.at(i).state == OutboundSend::State::Queued;
    }
    if (isCounting)
        m_second.start();
    else
        m_second.stop();
}

void ReplyDock::presentSend(NoticeStrip &strip, const OutboundSend &send)
{
    const auto &detail = m_thread.detail();
    const QString to = !send.to.isEmpty() ? send.to.join(u", "_s)
        : detail                          ? recipientOf(detail->conversation.lead, send.channel)
                                          : QString();
    const NoticeStrip::Action again {u"writeAgain"_s, tr("Write again"), [this, send] { writeAgain(send); }};
    const NoticeStrip::Action dismiss {u"dismissSend"_s, tr("Dismiss"), [this, id = send.id] {
                                           m_dismissed.insert(id);
                                           updateSends();
                                       }};
    switch (send.state) {
    case OutboundSend::State::Queued: {
        if (send.id.isNull() && m_services.writes.isHeld())
            return strip.present(
                tr("Waits for the service · To %1").arg(to), IconName::Offline, ColorRole::Warn);
        const auto left = std::chrono::ceil<std::chrono::seconds>(send.runAt - m_context.clock.now());
        if (left <= 0s)
            return strip.present(tr("Leaving now · To %1").arg(to), IconName::Clock, ColorRole::Info);
        QList<NoticeStrip::Action> actions;
        for (const Undoable &undoable : m_services.writes.undoables())
            if (undoable.write.lead == m_lead && undoable.write.isOutbound())
                actions = {
                    {u"undoSend"_s, tr("Undo"), [this, id = undoable.id] { m_services.writes.undoOne(id); }}};
        return strip.present(tr("Leaves in %1 s · To %2").arg(left.count()).arg(to), IconName::Clock,
            ColorRole::Info, actions);
    }
    case OutboundSend::State::Sending:
        return strip.present(tr("Being sent · To %1").arg(to), IconName::Clock, ColorRole::Info);
    case OutboundSend::State::Sent:
        return strip.present(tr("Sent · To %1").arg(to), IconName::Check, ColorRole::Ok);
    case OutboundSend::State::Failed:
        return strip.present(tr("Not sent to %1: %2.").arg(to, presentSendError(send.error)), IconName::Alert,
            ColorRole::Danger, {again, dismiss});
    case OutboundSend::State::Unknown:
        return strip.present(tr("Not sure whether this was sent to %1. Check before sending again.").arg(to),
            IconName::Question, ColorRole::Warn, {again, dismiss});
    case OutboundSend::State::Cancelled:
        return strip.clear();
    }
}

void ReplyDock::writeAgain(const OutboundSend &send)
{
    if (send.state == OutboundSend::State::Unknown) {
        const bool isSure = m_context.dialogs.confirm(this,
            {tr("Send it a second time?"),
                tr("It may have arrived. Look into the mailbox it was sent from, or ask the lead, before it "
                   "is sent again."),
                tr("Write again"), true});
        if (!isSure)
            return;
    }
    UnsentText unsent;
    m_composer->save(unsent);
    unsent.channel = send.channel;
    unsent.subject = send.subject;
    unsent.to = send.to.join(u", "_s);
    unsent.cc = send.cc.join(u", "_s);
    unsent.reply = send.body;
    m_composer->restore(unsent);
    m_dismissed.insert(send.id);
    choose(Tab::Reply);
    m_composer->editor().setFocus(Qt::OtherFocusReason);
    updateSends();
}

void ReplyDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
}

} // namespace signalbox
