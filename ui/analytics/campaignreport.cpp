// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/campaignreport.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/readingtab.h"
#include "ui/base/presenter.h"

#include <QBoxLayout>
#include <QLabel>

namespace signalbox {

using namespace Qt::StringLiterals;

CampaignReport::CampaignReport(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_sentiments(new BarChart(theme))
{
    setObjectName(u"campaignReport"_s);
    m_title->setObjectName(u"campaignReportTitle"_s);
    m_sentiments->setObjectName(u"reportSentiments"_s);
    auto *rankings = new FlowRow(theme, 980);
    m_top = addRanking(rankings, u"reportTop"_s, tr("Top 5"),
        tr("Most meetings booked for each positive reply, the best first."));
    m_bottom = addRanking(rankings, u"reportBottom"_s, tr("Bottom 5"),
        tr("Fewest meetings booked for each positive reply, the weakest first."));
    m_lowBooking = addRanking(rankings, u"reportLowBooking"_s, tr("Many positives, few bookings"),
        tr("At least 8 positive replies, and at most one meeting for every ten of them."));
    m_lowBooking->table()->setEmptyText(tr("No campaign fits the rule"));
    auto *heading = new QLabel(tr("Positive replies by sentiment"), this);
    heading->setToolTip(tr("What the leads with a positive last reply want, over all campaigns."));
    heading->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    m_headings.append(heading);
    m_sentiments->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    m_title->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    column->addWidget(m_title);
    column->addWidget(rankings);
    column->addSpacing(Spacing::S);
    column->addWidget(heading);
    column->addWidget(m_sentiments);
    connect(&theme, &Theme::changed, this, &CampaignReport::restyle);
    restyle();
}

TableBinding *CampaignReport::addRanking(
    FlowRow *row, const QString &id, const QString &heading, const QString &rule)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *title = new QLabel(heading, side);
    auto *words = new QLabel(rule, side);
    words->setWordWrap(true);
    for (QLabel *label : {title, words})
        label->setContentsMargins(Spacing::M, 0, Spacing::S, 0);
    m_headings.append(title);
    m_rules.append(words);
    auto *table = new PanelTable(m_theme, side);
    table->setObjectName(id);
    table->setAccessibleName(heading);
    table->setShownRows(6);
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *binding = new TableBinding(ReadingTable::RankedCampaigns, table);
    connect(table, &PanelTable::rowActivated, this,
        [this, binding] { Q_EMIT campaignChosen(binding->selectedId()); });
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(table);
    column->addStretch(1);
    row->add(side);
    return binding;
}

void CampaignReport::show(const WeeklyReport &report, const QString &range)
{
    m_title->setText(tr("Campaign report, %1").arg(range));
    m_top->show(rankedRows(report.top), false);
    m_bottom->show(rankedRows(report.bottom), false);
    m_lowBooking->show(rankedRows(report.highPositiveLowBooking), false);
    qint64 all = 0;
    for (const CampaignSlice &slice : report.sentiments)
        all += slice.positiveReplies;
    QList<BarRow> rows;
    for (const CampaignSlice &slice : report.sentiments) {
        rows.append({.label = presentSentiment(slice.name).text,
            .definition = tr("Leads with a positive last reply in the period that was read so."),
            .value = double(slice.positiveReplies),
            .valueText = presentNumber(slice.positiveReplies, QLocale()),
            .shareText = presentShare(rateOf(slice.positiveReplies, all), QLocale()),
            .change = {},
            .parts = {}});
    }
    m_sentiments->setRows(rows);
}

void CampaignReport::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Reading, QFont::Medium));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    for (QLabel *heading : m_headings) {
        heading->setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    }
    for (QLabel *rule : m_rules) {
        rule->setFont(m_theme.font(TextStyle::Caption));
        rule->setPalette(quiet);
    }
}

} // namespace signalbox
