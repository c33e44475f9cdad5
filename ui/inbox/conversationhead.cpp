// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/conversationhead.h"

#include "ui/base/flatbutton.h"
#include "ui/inbox/chip.h"
#include "ui/inbox/triagewords.h"
#include "ui/shell/commandregistry.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

ConversationHead::ConversationHead(
    const Theme &theme, CommandRegistry &commands, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_zone(zone)
    , m_back(new FlatButton(theme, IconName::Back, this))
    , m_link(new FlatButton(theme, IconName::Link, this))
    , m_name(new QLabel(this))
    , m_role(new QLabel(this))
    , m_meta(new QLabel(this))
    , m_actionRow(new QWidget(this))
{
    setObjectName(u"conversationHead"_s);
    m_name->setObjectName(u"conversationName"_s);
    m_back->setObjectName(u"backToList"_s);
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->hide();
    m_link->setObjectName(u"copyLink"_s);
    m_role->setWordWrap(true);
    m_meta->setWordWrap(true);
    m_link->setIconSizePx(16);
    m_link->setToolTip(tr("Copy link (Ctrl+Shift+C)"));
    m_link->setAccessibleName(tr("Copy link"));
    for (QLabel *label : {m_name, m_role, m_meta}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_name);
    texts->addWidget(m_role);
    texts->addWidget(m_meta);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Spacing::S, 0, Spacing::S, 0);
    top->setSpacing(Spacing::S);
    top->addSpacing(Spacing::L - Spacing::S); // margins are not mirrored, this is
    top->addWidget(m_back, 0, Qt::AlignTop);
    top->addLayout(texts, 1);
    top->addWidget(m_link, 0, Qt::AlignTop);
    auto *actions = new QHBoxLayout(m_actionRow);
    actions->setContentsMargins(Spacing::S, 0, Spacing::S, 0);
    actions->setSpacing(Spacing::Xs);
    addAction(u"inbox.assign"_s, IconName::Person, true);
    addAction(u"inbox.snooze"_s, IconName::Clock, true);
    addAction(u"inbox.status"_s, IconName::Flags, true);
    addAction(u"inbox.sentiment"_s, IconName::Star, true);
    actions->addStretch();
    addAction(u"inbox.unread"_s, IconName::Mail, false);
    addAction(u"inbox.done"_s, IconName::Check, false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Spacing::M, 0, Spacing::Xs);
    layout->setSpacing(Spacing::S);
    layout->addLayout(top);
    layout->addWidget(m_actionRow);
    connect(m_back, &QAbstractButton::clicked, this, &ConversationHead::backRequested);
    connect(m_link, &QAbstractButton::clicked, this, &ConversationHead::copyLinkRequested);
    connect(&theme, &Theme::changed, this, &ConversationHead::restyle);
    restyle();
}

void ConversationHead::addAction(const QString &command, IconName icon, bool opensCard)
{
    auto *button = new FlatButton(m_theme, icon, m_actionRow);
    button->setObjectName(u"head_"_s + command.section(u'.', 1));
    button->setIconSizePx(16);
    button->setHasChevron(opensCard);
    connect(button, &QAbstractButton::clicked, this, [this, command] { m_commands.trigger(command); });
    static_cast<QHBoxLayout *>(m_actionRow->layout())->addWidget(button);
    m_actions.insert(command, button);
}

QWidget *ConversationHead::anchorOf(const QString &command) const
{
    return m_actions.value(command);
}

void ConversationHead::setBlocked(const QString &reason, bool mayRead)
{
    if (m_blocked == reason && m_mayRead == mayRead)
        return;
    m_blocked = reason;
    m_mayRead = mayRead;
    updateActions();
}

void ConversationHead::setPeople(const QList<Assignee> &people)
{
    m_people = people;
    updateActions();
}

QString ConversationHead::assignedName() const
{
    const QString &email = m_conversation->lead.assignedToEmail;
    const auto person = std::ranges::find(m_people, email, &Assignee::email);
    if (person != m_people.end() && !person->name.isEmpty())
        return person->name;
    return email.section(u'@', 0, 0);
}

void ConversationHead::updateActions()
{
    m_actionRow->setVisible(m_conversation.has_value());
    if (!m_conversation)
        return;
    const LeadSummary &lead = m_conversation->lead;
    const QString who = assignedName();
    m_actions[u"inbox.assign"_s]->setText(who.isEmpty() ? tr("Assign") : who);
    m_actions[u"inbox.snooze"_s]->setText(
        lead.snoozedUntil ? presentMoment(*lead.snoozedUntil, m_zone) : tr("Snooze"));
    m_actions[u"inbox.status"_s]->setText(presentStatus(lead.status).text);
    const Label sentiment = presentSentiment(m_conversation->sentimentTag);
    m_actions[u"inbox.sentiment"_s]->setText(sentiment.text);
    m_actions[u"inbox.sentiment"_s]->setIconName(
        sentiment.glyph == IconName::None ? IconName::Star : sentiment.glyph);
    m_actions[u"inbox.done"_s]->setText(tr("Done"));
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        const bool isReading = it.key() == u"inbox.done"_s || it.key() == u"inbox.unread"_s;
        (*it)->setEnabled(m_blocked.isEmpty() || (isReading && m_mayRead));
        (*it)->setToolTip((*it)->isEnabled() ? m_commands.tooltip(it.key()) : m_blocked);
        (*it)->setAccessibleName((*it)->text().isEmpty() ? m_commands.tooltip(it.key()) : (*it)->text());
    }
}

void ConversationHead::setBackVisible(bool isVisible)
{
    m_back->setVisible(isVisible);
}

void ConversationHead::restyle()
{
    m_name->setFont(m_theme.font(TextStyle::Title, QFont::Bold));
    m_role->setFont(m_theme.font(TextStyle::Body));
    m_meta->setFont(m_theme.font(TextStyle::Caption));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    m_role->setPalette(quiet);
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    m_meta->setPalette(quiet);
    update();
}

void ConversationHead::setConversation(const std::optional<Conversation> &conversation)
{
    m_conversation = conversation;
    m_link->setVisible(conversation.has_value());
    // At the reader's edge, whatever script a name is in.
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    for (QLabel *label : {m_name, m_role, m_meta})
        label->setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
    updateActions();
    if (!conversation) {
        for (QLabel *label : {m_name, m_role, m_meta})
            label->clear();
        update();
        return;
    }
    const LeadSummary &lead = conversation->lead;
    m_name->setText(lead.name());
    QStringList role {lead.jobTitle, lead.companyName};
    role.removeAll(QString());
    m_role->setText(role.join(u" · "_s));
    QStringList meta {lead.email, lead.phone};
    if (!conversation->campaignName.isEmpty())
        meta.append(tr("campaign %1").arg(conversation->campaignName));
    meta.removeAll(QString());
    m_meta->setText(meta.join(u" · "_s));
    m_meta->setToolTip(m_meta->text());
    update();
}

void ConversationHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    if (!m_conversation)
        return;
    // Chips behind the name, as in the row of the list; laid out from left to right, then mirrored.
    const auto mirrored
        = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const QRect name = mirrored(m_name->geometry());
    const int end = mirrored(m_link->geometry()).left();
    const int nameWidth = std::min(m_name->fontMetrics().horizontalAdvance(m_name->text()), name.width());
    int x = name.left() + nameWidth + m_theme.px(Spacing::M);
    const int y = name.top() + (name.height() - chipHeight(m_theme)) / 2 + 1;
    if (x + m_theme.px(200) > end)
        return;
    paintScore(painter, m_theme, mirrored(QRect(x, y, m_theme.px(18), chipHeight(m_theme))),
        m_conversation->lead.overallScore);
    x += m_theme.px(18 + Spacing::S);
    QList<Label> chips;
    if (m_conversation->requiresAttention)
        chips.append({tr("Requires attention"), Tone::No, IconName::Attention});
    if (!m_conversation->sentimentTag.isEmpty())
        chips.append(presentSentiment(m_conversation->sentimentTag));
    if (m_conversation->lead.smsDndActive)
        chips.append({tr("SMS do not disturb"), Tone::Waiting, IconName::Moon});
    for (const Label &chip : std::as_const(chips)) {
        const int width = chipWidth(m_theme, chip);
        if (x + width > end - m_theme.px(Spacing::S))
            break;
        paintChip(painter, m_theme, mirrored(QRect(x, y, width, chipHeight(m_theme))), chip);
        x += width + m_theme.px(Spacing::Xs);
    }
}

} // namespace signalbox
