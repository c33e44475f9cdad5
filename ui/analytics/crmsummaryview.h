// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/crmsummarymodel.h"
#include "ui/shell/page.h"

#include <QWidget>

namespace signalbox {

class CardRow;
class KpiCard;
class Panel;
class PanelTable;
struct PanelStatus;

/// The figures above the CRM table: five cards and three small tables (domain §12.5).
class CrmSummaryView final : public QWidget
{
    Q_OBJECT

public:
    CrmSummaryView(const PageContext &context, CrmSummaryModel &model, QWidget *parent = nullptr);

    const QList<Panel *> &panels() const { return m_panels; }
    const QList<KpiCard *> &cards() const;
    /// All of them, to be printed as one picture.
    CardRow *cardRow() const { return m_cards; }
    const QList<PanelTable *> &tables() const { return m_tables; }
    CrmSummaryModel::Booked booked() const { return m_booked; }
    void setBooked(CrmSummaryModel::Booked booked);

Q_SIGNALS:
    void retryRequested();

private:
    void addCard(const QString &id, const QString &label, const QString &definition);
    void addTable(
        const QString &id, const QString &title, const QString &definition, const QString &firstColumn);
    QWidget *makeSwitch();
    void update();
    void updateCards(const PanelStatus &status);

    const PageContext m_context;
    CrmSummaryModel &m_model;
    CardRow *m_cards;
    QList<Panel *> m_panels;
    QList<PanelTable *> m_tables;
    CrmSummaryModel::Booked m_booked = CrmSummaryModel::Booked::Kept;
};

} // namespace signalbox
