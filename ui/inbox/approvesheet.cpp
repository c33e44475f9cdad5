// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/approvesheet.h"

#include "ui/base/errortext.h"
#include "ui/base/presenter.h"
#include "ui/inbox/composer.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

ApproveSheet::ApproveSheet(InboxGateway &gateway, const Theme &theme, QWidget *window)
    : Overlay(theme, window)
    , m_gateway(gateway)
    , m_title(new QLabel(card()))
    , m_scroll(new QScrollArea(card()))
    , m_lines(nullptr)
    , m_send(new QPushButton(card()))
{
    setObjectName(u"approveSheet"_s);
    m_title->setFont(theme.font(TextStyle::Section, QFont::Bold));
    m_send->setObjectName(u"approveAll"_s);
    m_send->setProperty("accent", true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *cancel = new QPushButton(tr("Cancel"), card());
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_send);
    auto *layout = new QVBoxLayout(card());
    const int margin = theme.px(Spacing::L);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(theme.px(Spacing::M));
    layout->addWidget(m_title);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
    connect(cancel, &QAbstractButton::clicked, this, &Overlay::dismiss);
    connect(this, &Overlay::dismissed, this, [this] { m_pending.cancel(); });
    connect(m_send, &QAbstractButton::clicked, this, [this] {
        const QList<Reply> replies = m_replies;
        dismiss();
        Q_EMIT approved(replies);
    });
}

void ApproveSheet::openWith(WorkspaceId workspace, const QList<Conversation> &rows)
{
    m_workspace = workspace;
    m_rows = rows.mid(0, Most);
    m_next = 0;
    m_replies.clear();
    auto *page = new QWidget;
    page->setAutoFillBackground(false);
    m_lines = new QVBoxLayout(page);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(theme().px(Spacing::M));
    m_lines->addStretch();
    m_scroll->setWidget(page);
    QPalette ground = m_scroll->palette();
    ground.setColor(QPalette::Window, theme().color(ColorRole::Raised));
    m_scroll->setPalette(ground);
    if (rows.size() > Most)
        addLine(tr("Only the first %1 are looked at").arg(Most), tr("Approve the others afterwards."),
            ColorRole::Warn);
    updateButton();
    open();
    askNext();
}

void ApproveSheet::askNext()
{
    if (m_next >= m_rows.size())
        return updateButton();
    m_pending = m_gateway.fetchConversation(m_workspace, m_rows.at(m_next).lead.id, std::nullopt);
    deliver(m_pending, this, [this](const Result<ConversationDetail> &answer) { onAnswer(answer); });
}

void ApproveSheet::onAnswer(const Result<ConversationDetail> &answer)
{
    const Conversation row = m_rows.at(m_next++);
    const LeadSummary &lead = row.lead;
    if (!answer) {
        addLine(
            lead.name(), tr("Could not be read: %1").arg(explain(answer.error()).what), ColorRole::Danger);
    } else if (!answer->draft) {
        addLine(lead.name(), tr("No draft waits here."), ColorRole::Text3);
    } else {
        const Draft &draft = *answer->draft;
        const QString to = recipientOf(lead, draft.channel);
        const QString channel = presentChannel(draft.channel).text;
        if (to.isEmpty())
            addLine(lead.name(), tr("No address for %1: left out.").arg(channel), ColorRole::Warn);
        else if (lead.status == u"blacklisted"_s)
            addLine(lead.name(), tr("Blacklisted: left out."), ColorRole::Warn);
        else if (draft.channel == Channel::Sms && lead.smsDndActive)
            addLine(lead.name(), tr("SMS do not disturb: left out."), ColorRole::Warn);
        else {
            addLine(u"%1 · %2 · %3"_s.arg(lead.name(), channel, to), draft.content.simplified(),
                ColorRole::Text2);
            m_replies.append({answer->conversation, draft});
        }
    }
    updateButton();
    askNext();
}

void ApproveSheet::addLine(const QString &head, const QString &text, ColorRole tone)
{
    auto *line = new QWidget;
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *who = new QLabel(head, line);
    who->setFont(theme().font(TextStyle::Body, QFont::Medium));
    auto *what = new QLabel(
        QFontMetrics(theme().font(TextStyle::Body)).elidedText(text, Qt::ElideRight, 2 * theme().px(560)),
        line);
    what->setWordWrap(true);
    what->setFont(theme().font(TextStyle::Body));
    for (QLabel *label : {who, what}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(
            (isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    }
    QPalette ink = what->palette();
    ink.setColor(QPalette::WindowText, theme().color(tone));
    what->setPalette(ink);
    column->addWidget(who);
    column->addWidget(what);
    m_lines->insertWidget(m_lines->count() - 1, line);
    layoutCard(); // as high as what it says
}

void ApproveSheet::updateButton()
{
    const int replies = static_cast<int>(m_replies.size());
    const bool isReading = m_next < m_rows.size();
    m_title->setText(isReading ? tr("Reading draft %1 of %2…").arg(m_next + 1).arg(m_rows.size())
                               : tr("Approve these drafts?"));
    m_send->setText(tr("Send %n reply(s)", nullptr, replies));
    m_send->setEnabled(!isReading && replies > 0);
}

QWidget *ApproveSheet::focusTarget() const
{
    return m_scroll;
}

QSize ApproveSheet::cardSize(const QSize &available) const
{
    const int width = std::min(theme().px(640), available.width());
    const int margin = theme().px(Spacing::L);
    const int frame = 2 * margin + 2 * theme().px(Spacing::M) + m_title->sizeHint().height()
        + m_send->sizeHint().height();
    const int lines = m_lines ? m_lines->heightForWidth(width - 2 * margin) : 0;
    const int height = std::clamp(frame + lines, theme().px(200), theme().px(560));
    return {width, std::min(height, available.height())};
}

} // namespace signalbox
