// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/emailcampaigns.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class BarChart;
class FlowRow;
class TableBinding;

/// The weekly report over all e-mail campaigns (domain §7.5): the best, the weakest, those that please and do
/// not book, each with the rule that put them there, and what the positive replies say.
class CampaignReport final : public QWidget
{
    Q_OBJECT

public:
    explicit CampaignReport(const Theme &theme, QWidget *parent = nullptr);

    /// `range` in words.
    void show(const WeeklyReport &report, const QString &range);
    TableBinding *top() const { return m_top; }
    TableBinding *bottom() const { return m_bottom; }
    TableBinding *lowBooking() const { return m_lowBooking; }

Q_SIGNALS:
    void campaignChosen(const QString &id); ///< its row was opened

private:
    TableBinding *addRanking(FlowRow *row, const QString &id, const QString &heading, const QString &rule);
    void restyle();

    const Theme &m_theme;
    QLabel *m_title;
    QList<QLabel *> m_headings;
    QList<QLabel *> m_rules;
    TableBinding *m_top;
    TableBinding *m_bottom;
    TableBinding *m_lowBooking;
    BarChart *m_sentiments;
};

} // namespace signalbox
