// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/readingtab.h"

namespace signalbox {

/// How booking processes do, where leads drop off, and what setters make of their leads (domain §7.6).
class BookingTab final : public ReadingTab
{
    Q_OBJECT

public:
    BookingTab(const PageContext &context, AnalyticsSession &session, QWidget *parent = nullptr);

    QList<PrintedSection> printedSections() const override;

protected:
    void load() override;
    void cancel() override { m_reading.cancel(); }

private:
    void build();
    void buildSetters();
    void fill();
    void fillCards(const BookingData &now, const BookingData *before);
    void fillDropoff(const BookingData &now);

    FetchedReading<BookingData> m_reading;
    CardRow *m_cards = nullptr;
    Panel *m_processes = nullptr;
    TableBinding *m_processTable = nullptr;
    Panel *m_dropoff = nullptr;
    BarChart *m_dropoffBars = nullptr;
    Panel *m_setters = nullptr;
    TableBinding *m_setterTable = nullptr;
};

} // namespace signalbox
