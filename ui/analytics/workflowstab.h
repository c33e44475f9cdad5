// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/readingtab.h"

namespace signalbox {

/// Whether meetings come from the first message or from a follow-up sequence, and from which (domain §7.4).
class WorkflowsTab final : public ReadingTab
{
    Q_OBJECT

public:
    WorkflowsTab(const PageContext &context, AnalyticsSession &session, QWidget *parent = nullptr);

    QList<PrintedSection> printedSections() const override;

protected:
    void load() override;
    void cancel() override { m_reading.cancel(); }

private:
    void build();
    void fill();
    void fillCards(const WorkflowsData &now, const WorkflowsData *before);
    void fillBars(const WorkflowsData &now, const WorkflowsData *before);

    FetchedReading<WorkflowsData> m_reading;
    CardRow *m_cards = nullptr;
    Panel *m_origins = nullptr;
    BarChart *m_originBars = nullptr;
    Panel *m_sequences = nullptr;
    BarChart *m_sequenceBars = nullptr;
    TableBinding *m_table = nullptr;
};

} // namespace signalbox
