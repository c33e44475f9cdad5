// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/fetchedreading.h"
#include "ui/analytics/analyticstab.h"
#include "ui/analytics/kpifigures.h"
#include "ui/analytics/tablebinding.h"
#include "ui/shell/page.h"

class QBoxLayout;

namespace signalbox {

class BarChart;
class CardRow;
class TabCanvas;

/// How a panel or a card over a reading is to look.
template <typename Data> PanelStatus statusOf(const FetchedReading<Data> &fetched, bool isEmpty)
{
    PanelStatus status;
    const bool hasReading = fetched.reading().has_value();
    status.isLoading = !hasReading && fetched.isLoading();
    status.isRefreshing = hasReading && fetched.isLoading();
    status.isOfOtherRequest = fetched.isOfOtherRequest();
    status.isEmpty = hasReading && isEmpty;
    if (hasReading)
        status.computedAt = fetched.reading()->computedAt;
    status.isOutdated = hasReading && fetched.reading()->isStale;
    status.error = fetched.error();
    return status;
}

/// A tab that shows one reading in cards and panels, on a canvas that scrolls: what the four tabs of counts
/// by cause have in common.
class ReadingTab : public AnalyticsTab
{
    Q_OBJECT

public:
    ReadingTab(const QString &id, const PageContext &context, AnalyticsSession &session, QWidget *parent);

    void activate() override;
    void deactivate() override { m_isActive = false; }
    QList<Panel *> panels() const override { return m_panels; }
    void updateAges() override;
    QList<KpiCard *> cards() const { return m_cards; }
    bool isActive() const { return m_isActive; }

protected:
    /// Reads what the session asks for now.
    virtual void load() = 0;
    virtual void cancel() = 0; ///< gives up what is being read; what is shown stays
    /// Words that depend on the period, once a reading is shown.
    void tellPeriod(const AnalyticsWindow &window);
    /// After every change: how old, and whether the service refuses.
    void tellState(const std::optional<Error> &error);

    const PageContext &context() const { return m_context; }
    const Theme &theme() const { return m_context.theme; }
    TabCanvas *canvas() const { return m_canvas; }
    QString comparisonName() const;

    /// A panel whose retry reads again; the caller lays it out.
    Panel *makePanel(const QString &id, const QString &title, const QString &definition);
    /// Takes ownership of `content`.
    void setContent(Panel *panel, QWidget *content);
    /// Its content takes no room while there is nothing in it to show.
    void setStatus(Panel *panel, const PanelStatus &status);
    CardRow *makeCards();
    KpiCard *addCard(CardRow *row, const QString &id, const QString &label, const QString &definition);
    /// `expectedRows` keep their room until the first reading, so that little moves when it comes.
    PanelTable *makeTable(const QString &id, int expectedRows, int shownRows = 0);
    BarChart *makeBars(const QString &id);
    /// Copy the table, save the chart.
    template <typename Chart> void setMenu(Panel *panel, const Chart *chart, const PanelTable *table)
    {
        fillMenuOf(panel, chart, table);
    }

    /// A panel as it goes onto paper: its picture and its table, or why they are missing.
    PrintedSection sectionOf(const Panel *panel, QWidget *picture, const PanelTable *table = nullptr) const;
    PrintedSection sectionOf(const QString &title, CardRow *cards) const;

private:
    void fillMenuOf(Panel *panel, const PrintedPicture *picture, const PanelTable *table);
    void save(const QString &title, const PrintedPicture &picture, const QString &suffix);

    PageContext m_context;
    TabCanvas *m_canvas;
    QList<Panel *> m_panels;
    QList<KpiCard *> m_cards;
    bool m_isActive = false;
};

/// Widgets side by side where there is room, one above the other where there is not.
class FlowRow final : public QWidget
{
    Q_OBJECT

public:
    /// Below `narrowPx` (at zoom 100 %), or what they need, they stand above each other.
    FlowRow(const Theme &theme, int narrowPx, QWidget *parent = nullptr);

    void add(QWidget *widget, int stretch = 1); ///< takes ownership
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override; ///< one of them needs more, or less, than before

private:
    void turn();

    const Theme &m_theme;
    int m_narrowPx;
    QBoxLayout *m_box;
};

} // namespace signalbox
