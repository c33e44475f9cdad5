// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/campaigndetail.h"

#include "ui/analytics/barchart.h"
#include "ui/analytics/readingtab.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>

namespace signalbox {

using namespace Qt::StringLiterals;

void showSlices(BarChart *bars, const QList<CampaignSlice> &slices)
{
    QList<BarRow> rows;
    for (const CampaignSlice &slice : slices) {
        const QString booked
            = QCoreApplication::translate("AnalyticsTabs", "%Ln booked", nullptr, int(slice.meetingsBooked));
        const QString name = slice.name == "Unknown"_L1
            ? QCoreApplication::translate("AnalyticsTabs", "Unknown")
            : QString(slice.name).replace(u'-', u'–');
        rows.append({.label = name,
            .definition
            = QCoreApplication::translate("AnalyticsTabs",
                "Positive replies of the group, and the meetings it booked: %1 of the positive replies.")
                  .arg(presentShare(rateOf(slice.meetingsBooked, slice.positiveReplies), QLocale())),
            .value = double(slice.positiveReplies),
            .valueText = presentNumber(slice.positiveReplies, QLocale()),
            .shareText = booked,
            .change = {},
            .parts = {}});
    }
    bars->setRows(rows);
}

CampaignDetail::CampaignDetail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_industries(new BarChart(theme))
    , m_headcounts(new BarChart(theme))
{
    setObjectName(u"campaignDetail"_s);
    m_title->setObjectName(u"campaignDetailTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_industries->setObjectName(u"campaignIndustries"_s);
    m_headcounts->setObjectName(u"campaignHeadcounts"_s);
    auto *row = new FlowRow(theme, 820);
    row->add(makeColumn(tr("Positive replies by industry"),
        tr("Leads with a positive last reply in the period, by the industry of their company."),
        m_industries));
    row->add(makeColumn(tr("Positive replies by headcount"),
        tr("Leads with a positive last reply in the period, by how many employees their company has. A range "
           "counts by "
           "its upper end."),
        m_headcounts));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    m_title->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    column->addWidget(m_title);
    column->addWidget(row);
    connect(&theme, &Theme::changed, this, &CampaignDetail::restyle);
    restyle();
}

QWidget *CampaignDetail::makeColumn(const QString &heading, const QString &definition, BarChart *bars)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::Xs);
    auto *label = new QLabel(heading, side);
    label->setToolTip(definition);
    label->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    m_headings.append(label);
    bars->setAccessibleName(heading);
    bars->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(label);
    column->addWidget(bars);
    column->addStretch(1);
    return side;
}

void CampaignDetail::show(
    const QString &name, const QList<CampaignSlice> &byIndustry, const QList<CampaignSlice> &byHeadcount)
{
    m_title->setText(name);
    showSlices(m_industries, byIndustry);
    showSlices(m_headcounts, byHeadcount);
}

QString CampaignDetail::title() const
{
    return m_title->text();
}

void CampaignDetail::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Reading, QFont::Medium));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    for (QLabel *heading : m_headings) {
        heading->setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
        heading->setPalette(quiet);
    }
}

} // namespace signalbox
