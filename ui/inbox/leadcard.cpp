// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/leadcard.h"

#include "ui/base/presenter.h"

#include <QGridLayout>
#include <QLabel>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString timeText(const std::optional<Instant> &instant)
{
    return instant ? presentExactTime(*instant, QLocale()) : QString();
}

QString onOff(bool isOn)
{
    return isOn ? LeadCard::tr("On") : LeadCard::tr("Off");
}

} // namespace

LeadCard::LeadCard(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"leadCard"_s);
    setAccessibleName(tr("Lead"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&theme, &Theme::changed, this, &LeadCard::rebuild);
    rebuild();
}

void LeadCard::setConversation(const std::optional<Conversation> &conversation)
{
    if (m_conversation == conversation)
        return;
    m_conversation = conversation;
    rebuild();
}

void LeadCard::addSection(QGridLayout &grid, const QString &title)
{
    const int row = grid.rowCount();
    if (row > 1)
        grid.setRowMinimumHeight(row, m_theme.px(Spacing::L));
    auto *label = new QLabel(title, widget());
    label->setFont(m_theme.font(TextStyle::Section, QFont::Bold));
    grid.addWidget(label, row + 1, 0, 1, 2);
}

void LeadCard::addField(QGridLayout &grid, const QString &name, const QString &value)
{
    const int row = grid.rowCount();
    auto *label = new QLabel(name, widget());
    label->setFont(m_theme.font(TextStyle::Body));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    label->setPalette(quiet);
    auto *text = new QLabel(value.isEmpty() ? u"—"_s : value, widget());
    text->setFont(m_theme.font(TextStyle::Body));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(name);
    grid.addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
    grid.addWidget(text, row, 1, Qt::AlignTop);
}

void LeadCard::rebuild()
{
    auto *page = new QWidget;
    page->setAutoFillBackground(true);
    QPalette palette = page->palette();
    palette.setColor(QPalette::Window, m_theme.color(ColorRole::Surface));
    page->setPalette(palette);
    setWidget(page); // deletes the old one
    if (!m_conversation)
        return;
    const LeadSummary &lead = m_conversation->lead;
    auto *grid = new QGridLayout(page);
    const int margin = m_theme.px(Spacing::L);
    grid->setContentsMargins(margin, margin, margin, margin);
    grid->setHorizontalSpacing(m_theme.px(Spacing::Xl));
    grid->setVerticalSpacing(m_theme.px(Spacing::S));
    grid->setColumnMinimumWidth(0, m_theme.px(140));
    grid->setColumnStretch(1, 1);
    addSection(*grid, tr("Person"));
    addField(*grid, tr("Name"), lead.name());
    addField(*grid, tr("Role"), lead.jobTitle);
    addField(*grid, tr("Email"), QStringList(QStringList {lead.email} + lead.alternateEmails).join(u"\n"_s));
    if (!lead.currentReplierEmail.isEmpty())
        addField(*grid, tr("Replies come from"), lead.currentReplierEmail);
    addField(*grid, tr("Phone"), lead.phone);
    addField(*grid, tr("LinkedIn"), lead.linkedinUrl);
    addSection(*grid, tr("Company"));
    addField(*grid, tr("Company"), lead.companyName);
    addField(*grid, tr("Website"), lead.companyWebsite);
    addField(*grid, tr("State"), lead.companyState);
    addSection(*grid, tr("Qualification"));
    addField(*grid, tr("Status"), presentStatus(lead.status).text);
    addField(*grid, tr("Sentiment"), presentSentiment(m_conversation->sentimentTag).text);
    addField(*grid, tr("Score"), lead.overallScore ? QString::number(*lead.overallScore) : tr("Not scored"));
    addField(*grid, tr("Assigned to"), lead.assignedToEmail);
    addField(*grid, tr("Snoozed until"), timeText(lead.snoozedUntil));
    addField(*grid, tr("Enrichment"), lead.enrichmentStatus);
    addSection(*grid, tr("Automation"));
    addField(*grid, tr("Campaign"), m_conversation->campaignName);
    addField(*grid, tr("SMS client"), lead.smsCampaignName);
    addField(*grid, tr("Auto reply"), onOff(lead.autoReplyEnabled));
    addField(*grid, tr("Auto follow-up"), onOff(lead.autoFollowUpEnabled));
    addField(*grid, tr("Follow-ups blocked"), lead.followUpBlockedReason);
    addField(*grid, tr("SMS do not disturb"), onOff(lead.smsDndActive));
    addField(*grid, tr("Last SMS block"),
        lead.smsLastBlockedAt ? timeText(lead.smsLastBlockedAt) + u" · "_s + lead.smsLastBlockedReason
                              : QString());
    grid->setRowStretch(grid->rowCount(), 1);
}

} // namespace signalbox
