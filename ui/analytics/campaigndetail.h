// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/emailcampaigns.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class BarChart;

/// Who replies to a campaign, by industry and by size of the company: of one campaign, or of all of them.
class CampaignDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit CampaignDetail(const Theme &theme, QWidget *parent = nullptr);

    void show(
        const QString &name, const QList<CampaignSlice> &byIndustry, const QList<CampaignSlice> &byHeadcount);
    QString title() const;
    BarChart *industries() const { return m_industries; }
    BarChart *headcounts() const { return m_headcounts; }

private:
    QWidget *makeColumn(const QString &heading, const QString &definition, BarChart *bars);
    void restyle();

    const Theme &m_theme;
    QLabel *m_title;
    QList<QLabel *> m_headings;
    BarChart *m_industries;
    BarChart *m_headcounts;
};

/// Positive replies as bars, with what was booked beside them.
void showSlices(BarChart *bars, const QList<CampaignSlice> &slices);

} // namespace signalbox
