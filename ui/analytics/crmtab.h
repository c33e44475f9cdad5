// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analytics/crmmodel.h"
#include "models/analytics/crmsummarymodel.h"
#include "ui/analytics/analyticstab.h"
#include "ui/analytics/crmcolumnlayout.h"
#include "ui/shell/page.h"

class QLabel;

namespace signalbox {

class CrmColumnChooser;
class CrmConflictSheet;
class CrmFilterBar;
class CrmSummaryView;
class CrmTable;
class NoticeStrip;
class ProgressLine;
class StatePanel;

/// The CRM rows: filters, figures and the table with its edits (domain §7.8, §12.5; ux §12.2).
class CrmTab final : public AnalyticsTab
{
    Q_OBJECT

public:
    /// Without `preferences` columns and the figures' place are remembered while the tab lives.
    CrmTab(const PageContext &context, AnalyticsSession &session, Preferences *preferences,
        QWidget *parent = nullptr);
    ~CrmTab() override;

    void activate() override;
    void deactivate() override;
    QList<PrintedSection> printedSections() const override;
    QString printGap() const override;
    QList<Panel *> panels() const override;
    ExportRequest exportRequest() const override;
    std::optional<Instant> computedAt() const override;
    void updateAges() override;
    bool stepBack() override;
    QMap<QString, QString> state() const override;
    void restoreState(const QMap<QString, QString> &params) override;
    bool focusSearch() override;

    CrmTable &table() const { return *m_table; }
    CrmModel &model() { return m_model; }

private:
    void build();
    void connectTable();
    void connectOverlays();
    void ask();
    void askIfShown();
    CrmQuery query() const;
    bool isStale() const;
    bool mayReplaceRows() const; ///< nobody edits or has scrolled
    void onRowsState();
    void showRows();
    void showFoot();
    void showConflict();
    void showFailure(const CrmFailure &failure);
    void say(const QString &text);
    void openMenu(int column, const QPoint &globalPos);
    void openColumns();
    void takeLayout(const CrmColumnLayout &layout);
    void setSummaryShown(bool isShown);
    QWidget *overlayParent() const;

    const PageContext m_context;
    Preferences *m_preferences;
    std::unique_ptr<CrmColumnSets> m_sets;
    CrmModel m_model;
    CrmSummaryModel m_summaryModel;
    Pending<QList<CrmAssignee>> m_assignees;
    CrmFilterBar *m_filters = nullptr;
    CrmSummaryView *m_summary = nullptr;
    ProgressLine *m_line = nullptr;
    StatePanel *m_panel = nullptr;
    CrmTable *m_table = nullptr;
    NoticeStrip *m_notice = nullptr; ///< an edit that failed
    NoticeStrip *m_more = nullptr; ///< rows that could not be read
    QLabel *m_foot = nullptr;
    QPointer<CrmColumnChooser> m_chooser;
    QPointer<CrmConflictSheet> m_conflict;
    QString m_sort = QStringLiteral("date");
    bool m_isDescending = true;
    bool m_isActive = false;
    bool m_isRestoring = false;
    QString m_said; ///< in the foot, until the rows change
};

} // namespace signalbox
