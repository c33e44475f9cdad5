// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationpane.h"

#include "ui/base/dialogs.h"
#include "ui/base/errorbanner.h"
#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/base/statepanel.h"
#include "ui/inbox/conversationhead.h"
#include "ui/inbox/draftstrip.h"
#include "ui/inbox/leadcard.h"
#include "ui/inbox/pillbutton.h"
#include "ui/inbox/progressline.h"
#include "ui/inbox/threadview.h"

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

ConversationPane::ConversationPane(ThreadModel &thread, InboxGateway &gateway, const Theme &theme,
    const Clock &clock, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_gateway(gateway)
    , m_theme(theme)
    , m_dialogs(dialogs)
    , m_head(new ConversationHead(theme, this))
    , m_banner(new ErrorBanner(theme, clock, this))
    , m_progress(new ProgressLine(theme, this))
    , m_panel(new StatePanel(theme, clock, Skeleton::Shape::Timeline, this))
    , m_body(new QWidget)
    , m_stack(new QStackedLayout(m_body))
    , m_view(new ThreadView(thread, theme))
    , m_card(new LeadCard(theme))
    , m_draft(new DraftStrip(theme, this))
    , m_newChip(new PillButton(theme, this))
{
    setObjectName(u"conversationPane"_s);
    m_newChip->setObjectName(u"newMessages"_s);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(Spacing::S, 0, Spacing::L, Spacing::Xs);
    tabs->setSpacing(Spacing::Xs);
    for (int tab = TimelineTab; tab <= LeadTab; ++tab) {
        auto *button = new FlatButton(theme, IconName::None, this);
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
    layout->addWidget(m_draft);
    connect(m_head, &ConversationHead::backRequested, this, &ConversationPane::backRequested);
    connect(m_head, &ConversationHead::copyLinkRequested, this, &ConversationPane::copyLinkRequested);
    connect(m_banner, &ErrorBanner::retryRequested, &thread, &ThreadModel::refresh);
    connect(m_panel, &StatePanel::retryRequested, &thread, &ThreadModel::refresh);
    connect(m_view, &ThreadView::earlierRequested, &thread, &ThreadModel::loadEarlier);
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
    connect(&thread, &ThreadModel::stateChanged, this, &ConversationPane::updateState);
    connect(&thread, &ThreadModel::detailChanged, this, &ConversationPane::updateDetail);
    connect(&thread, &QAbstractItemModel::rowsInserted, this, &ConversationPane::updateTabs);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    clear();
}

ConversationPane::~ConversationPane() = default;

void ConversationPane::preview(const Conversation &conversation)
{
    m_head->setConversation(conversation);
}

void ConversationPane::clear()
{
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
    m_card->setConversation(detail ? std::optional(detail->conversation) : std::nullopt);
    m_draft->setDraft(detail ? detail->draft : std::nullopt);
    if (detail)
        m_head->setConversation(detail->conversation);
    if (!detail) { // another conversation
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
    m_saving = m_gateway.fetchAttachment(m_workspace, m_thread.lead(), attachment.id);
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
    *m_images.back() = m_gateway.fetchAttachment(m_workspace, m_thread.lead(), attachment.id);
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

void ConversationPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(ColorRole::Surface));
}

} // namespace signalbox
