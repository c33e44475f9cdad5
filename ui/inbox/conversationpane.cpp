// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationpane.h"

#include "ui/base/dialogs.h"
#include "ui/base/errorbanner.h"
#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/base/progressline.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/conversationhead.h"
#include "ui/inbox/leadcard.h"
#include "ui/inbox/pillbutton.h"
#include "ui/inbox/replydock.h"
#include "ui/inbox/threadview.h"
#include "ui/inbox/triagewords.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QStackedLayout>
#include <QUrl>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Tab
{
    TimelineTab,
    EmailTab,
    SmsTab,
    LinkedInTab,
    LeadTab
};

std::optional<Channel> channelOf(int tab)
{
    switch (tab) {
    case EmailTab:
        return Channel::Email;
    case SmsTab:
        return Channel::Sms;
    case LinkedInTab:
        return Channel::LinkedIn;
    default:
        return std::nullopt;
    }
}

} // namespace

ConversationPane::ConversationPane(ThreadModel &thread, const InboxServices &services, UnsentTexts &unsent,
    const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_services(services)
    , m_theme(context.theme)
    , m_dialogs(context.dialogs)
    , m_workspace(context.workspace.id)
    , m_head(new ConversationHead(m_theme, context.commands, zoneOf(context.workspace), this))
    , m_banner(new ErrorBanner(m_theme, context.clock, this))
    , m_progress(new ProgressLine(m_theme, this))
    , m_panel(new StatePanel(m_theme, context.clock, Skeleton::Shape::Timeline, this))
    , m_body(new QWidget)
    , m_stack(new QStackedLayout(m_body))
    , m_view(new ThreadView(thread, m_theme))
    , m_card(new LeadCard(m_theme))
    , m_dock(new ReplyDock(thread, services, unsent, context, this))
    , m_newChip(new PillButton(m_theme, this))
{
    setObjectName(u"conversationPane"_s);
    m_newChip->setObjectName(u"newMessages"_s);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(Spacing::S, 0, Spacing::L, Spacing::Xs);
    tabs->setSpacing(Spacing::Xs);
    for (int tab = TimelineTab; tab <= LeadTab; ++tab) {
        auto *button = new FlatButton(m_theme, IconName::None, this);
        button->setObjectName(u"tab%1"_s.arg(tab));
        button->setCheckable(true);
        button->setTextStyle(TextStyle::Body, QFont::Medium);
        connect(button, &QAbstractButton::clicked, this, [this, tab] { chooseTab(tab); });
        tabs->addWidget(button);
        m_tabs.append(button);
    }
    tabs->addStretch();
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_card);
    m_panel->setContent(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addLayout(tabs);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    layout->addWidget(m_panel, 1);
    layout->addWidget(m_dock);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(300ms);
    m_seen.setSingleShot(true);
    m_seen.setInterval(1s);
    connectParts();
    clear();
}

void ConversationPane::connectParts()
{
    connect(m_head, &ConversationHead::backRequested, this, &ConversationPane::backRequested);
    connect(m_head, &ConversationHead::copyLinkRequested, this, &ConversationPane::copyLinkRequested);
    connect(m_banner, &ErrorBanner::retryRequested, &m_thread, &ThreadModel::refresh);
    connect(m_panel, &StatePanel::retryRequested, &m_thread, &ThreadModel::refresh);
    connect(m_view, &ThreadView::earlierRequested, &m_thread, &ThreadModel::loadEarlier);
    connect(m_view, &ThreadView::linkChosen, this, &ConversationPane::askLink);
    connect(m_view, &ThreadView::attachmentChosen, this, &ConversationPane::save);
    connect(
        m_view, &ThreadView::inlineImageWanted, this, &ConversationPane::loadInline, Qt::QueuedConnection);
    connect(m_view, &ThreadView::newBelow, this, [this](int count) {
        m_newChip->setText(tr("%n new message(s) ↓", nullptr, count));
        m_newChip->setVisible(count > 0);
        placeChip();
    });
    connect(m_newChip, &QAbstractButton::clicked, m_view, &ThreadView::scrollToBottom);
    connect(&m_thread, &ThreadModel::stateChanged, this, &ConversationPane::updateState);
    connect(&m_thread, &ThreadModel::detailChanged, this, &ConversationPane::updateDetail);
    connect(&m_thread, &QAbstractItemModel::rowsInserted, this, &ConversationPane::updateTabs);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&m_refreshSoon, &QTimer::timeout, &m_thread, &ThreadModel::invalidate);
    connect(&m_seen, &QTimer::timeout, this, &ConversationPane::markRead);
    const auto refreshSoon = [this] {
        if (!m_refreshSoon.isActive() && !m_thread.lead().isNull())
            m_refreshSoon.start();
    };
    connect(&m_services.writes, &TriageModel::overlayChanged, this, &ConversationPane::updateHead);
    connect(
        &m_services.writes, &TriageModel::finished, this, [this, refreshSoon](const TriageOutcome &outcome) {
            if (outcome.note)
                m_thread.addNote(*outcome.note);
            // The feed says so too; without one, nobody does.
            if (outcome.write.lead == m_thread.lead() && outcome.write.kind != TriageWrite::Kind::MarkRead)
                refreshSoon();
        });
}

void ConversationPane::updateHead()
{
    if (!m_preview)
        return;
    const Conversation shown = m_services.writes.overlay().shown(*m_preview);
    m_head->setConversation(shown);
    m_card->setConversation(m_thread.detail() ? std::optional(shown) : std::nullopt);
}

void ConversationPane::keepUnread()
{
    m_seen.stop();
    m_keptUnread = m_thread.lead();
}

void ConversationPane::markReadSoon()
{
    const auto &detail = m_thread.detail();
    if (!detail || !isVisible() || m_keptUnread == m_thread.lead() || m_seen.isActive())
        return;
    if (m_services.writes.overlay().shown(detail->conversation).isUnread)
        m_seen.start();
}

void ConversationPane::markRead()
{
    const auto &detail = m_thread.detail();
    if (detail && isVisible() && m_keptUnread != m_thread.lead())
        m_services.writes.markRead(detail->conversation, true);
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::preview(const Conversation &conversation)
{
    m_preview = conversation;
    updateHead();
}

void ConversationPane::clear()
{
    m_preview.reset();
    m_head->setConversation(std::nullopt);
    m_head->hide();
    m_banner->clear();
    m_panel->showEmpty({EmptyState::Kind::FirstRun, tr("No conversation is open"),
        tr("Choose one in the list, or walk with J and K."), {}});
    updateTabs();
}

void ConversationPane::setBackVisible(bool isVisible)
{
    m_head->setBackVisible(isVisible);
}

bool ConversationPane::isLeadShown() const
{
    return m_stack->currentWidget() == m_card;
}

void ConversationPane::showLead(bool isShown)
{
    if (!m_thread.lead().isNull())
        chooseTab(isShown ? LeadTab : TimelineTab);
}

void ConversationPane::chooseTab(int tab)
{
    m_stack->setCurrentWidget(tab == LeadTab ? static_cast<QWidget *>(m_card) : m_view);
    if (tab != LeadTab)
        m_thread.setChannel(channelOf(tab));
    updateTabs();
}

void ConversationPane::updateTabs()
{
    const bool isOpen = !m_thread.lead().isNull();
    const int chosen = isLeadShown() ? LeadTab : TimelineTab;
    for (int tab = TimelineTab; tab <= LeadTab; ++tab) {
        FlatButton *button = m_tabs.at(tab);
        const auto channel = channelOf(tab);
        const int count = m_thread.messageCount(channel);
        QString text = tab == LeadTab ? tr("Lead")
            : tab == TimelineTab      ? tr("Timeline")
                                      : presentChannel(*channel).text;
        if (tab != LeadTab && count > 0)
            text += u" %1"_s.arg(count) + (m_thread.hasEarlier() ? u"+"_s : QString());
        button->setText(text);
        button->setVisible(isOpen && (!channel || count > 0));
        const bool isChosen = isLeadShown() ? tab == chosen : tab != LeadTab && channel == m_thread.channel();
        button->setChecked(isChosen);
    }
}

void ConversationPane::updateDetail()
{
    const auto &detail = m_thread.detail();
    if (detail) {
        m_preview = detail->conversation;
        updateHead();
        markReadSoon();
    } else { // another conversation
        m_card->setConversation(std::nullopt);
        m_seen.stop();
        m_keptUnread = {};
        m_imagesAsked.clear();
        m_images.clear();
    }
    updateTabs();
}

void ConversationPane::updateState()
{
    m_progress->setActive(m_thread.state() == LoadState::Refreshing);
    if (m_thread.lead().isNull()) {
        clear();
        return;
    }
    m_head->show();
    const bool hasFailed = m_thread.state() == LoadState::Failed;
    if (m_thread.detail()) {
        m_panel->showContent();
        // Lost from the person's scope or deleted: what was read stays readable.
        if (hasFailed && m_thread.error()->kind == Error::Kind::NotFound)
            m_banner->showNotice(
                tr("This conversation is no longer in your inbox. What you see was read before."),
                IconName::Lock, ColorRole::Warn);
        else if (hasFailed)
            m_banner->showError(*m_thread.error(), tr("Conversation"));
        else
            m_banner->clear();
    } else if (hasFailed) {
        m_banner->clear();
        m_panel->showError(*m_thread.error(), tr("Conversation"));
    } else if (m_thread.state() == LoadState::Loading) {
        m_banner->clear();
        m_panel->showLoading();
    }
    const bool isLost = hasFailed && m_thread.error()->kind == Error::Kind::NotFound;
    m_head->setBlocked(m_dock->blockedReason(), !isLost);
    updateTabs();
}

void ConversationPane::askLink(const QString &url, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"linkMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QUrl target(url, QUrl::StrictMode);
    // The host as the browser will see it: a look-alike in another alphabet shows its xn-- form.
    const QString host
        = target.scheme().startsWith(u"http"_s) ? target.host(QUrl::FullyEncoded) : target.path();
    menu->addSection(host);
    QAction *real = menu->addAction(QFontMetrics(font()).elidedText(url, Qt::ElideMiddle, 480));
    real->setEnabled(false);
    menu->addSeparator();
    QAction *open = menu->addAction(tr("Open %1").arg(host));
    open->setEnabled(target.isValid());
    connect(open, &QAction::triggered, this, [target] { QDesktopServices::openUrl(target); });
    connect(menu->addAction(tr("Copy link")), &QAction::triggered, this,
        [url] { QApplication::clipboard()->setText(url); });
    menu->popup(at);
}

void ConversationPane::save(const Attachment &attachment)
{
    // Only the name, whatever the sender wrote into it.
    const QString name = QFileInfo(attachment.name.isEmpty() ? tr("attachment") : attachment.name).fileName();
    const QString path = m_dialogs.askSaveFile(this, tr("Save attachment"), name);
    if (path.isEmpty())
        return;
    m_saving = m_services.inbox.fetchAttachment(m_workspace, m_thread.lead(), attachment.id);
    m_progress->setActive(true);
    deliver(m_saving, this, [this, path, name](const Result<QByteArray> &bytes) {
        m_progress->setActive(false);
        if (!bytes) {
            m_banner->showError(bytes.error(), tr("Attachment"));
            return;
        }
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit())
            m_banner->showNotice(tr("Saved %1.").arg(name), IconName::Check, ColorRole::Ok);
        else
            m_banner->showWarning(
                tr("%1 could not be written: %2").arg(name, file.errorString()), IconName::Alert, false);
    });
}

void ConversationPane::loadInline(MessageId message, const Attachment &attachment)
{
    constexpr qint64 MaxInline = 5 * 1024 * 1024;
    if (m_imagesAsked.contains(attachment.id) || attachment.sizeBytes > MaxInline)
        return;
    m_imagesAsked.insert(attachment.id);
    m_images.push_back(std::make_unique<Pending<QByteArray>>());
    *m_images.back() = m_services.inbox.fetchAttachment(m_workspace, m_thread.lead(), attachment.id);
    deliver(
        *m_images.back(), this, [this, message, id = attachment.contentId](const Result<QByteArray> &bytes) {
            if (bytes)
                m_view->setInlineImage(message, id, *bytes);
        });
}

void ConversationPane::placeChip()
{
    m_newChip->resize(m_newChip->sizeHint());
    const int bottom = m_panel->geometry().bottom() - m_newChip->height() - m_theme.px(Spacing::S);
    m_newChip->move((width() - m_newChip->width()) / 2, bottom);
    m_newChip->raise();
}

void ConversationPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeChip();
}

void ConversationPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    markReadSoon();
}

void ConversationPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::Surface));
}

} // namespace signalbox
