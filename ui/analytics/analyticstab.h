// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/exports.h"
#include "ui/analytics/panel.h"

#include <QList>
#include <QStringList>
#include <QWidget>

namespace signalbox {

/// A table of a tab for the PDF and for "copy table": header and cells as they are shown.
struct PrintedTable
{
    QStringList header;
    QList<QStringList> rows;
    QList<Qt::Alignment> alignments; ///< a column each
};

/// What of a tab goes onto paper, in reading order (DESIGN §8.25).
struct PrintedSection
{
    QString title;
    QString definition;
    QWidget *picture = nullptr; ///< a chart or cards, drawn in the light theme; null: none
    std::optional<PrintedTable> table;
    QString note; ///< "Showing the first 5,000 of 391,204 rows", "could not be loaded"
};

class AnalyticsSession;

/// One tab of the analytics page, made as `XTab(const PageContext &, AnalyticsSession &, QWidget *parent)`.
/// Nothing is asked for before it is first activated.
class AnalyticsTab : public QWidget
{
    Q_OBJECT

public:
    /// `id`: its name in links and exports. The session outlives the tab.
    AnalyticsTab(const QString &id, AnalyticsSession &session, QWidget *parent);

    const QString &id() const { return m_id; }
    AnalyticsSession &session() const { return m_session; }

    /// Shown: reads what is missing or older than 90 s.
    virtual void activate() = 0;
    /// Hidden: what is in flight may go on, nothing new is asked for.
    virtual void deactivate() { }
    virtual QList<PrintedSection> printedSections() const = 0;
    /// What the person should know of the print before it is made: "rows 1–400 of 12,345". Empty: it holds
    /// all.
    virtual QString printGap() const { return {}; }
    virtual QList<Panel *> panels() const = 0;
    /// Everything behind the tab as the person sees it now: period, comparison and the tab's own filters. By
    /// default the session's request.
    virtual ExportRequest exportRequest() const;
    /// Of the oldest numbers shown; none: nothing is shown yet.
    virtual std::optional<Instant> computedAt() const;
    /// Makes whatever is still to be made of what the tab shows, before printing.
    virtual void finishPictures() { }
    /// Ages are told anew: every half minute while visible.
    virtual void updateAges();
    /// To the tab's own filters. False: it has none.
    virtual bool focusSearch() { return false; }
    /// Esc: a zoom or a selection is undone. False: there was nothing.
    virtual bool stepBack() { return false; }
    /// For the page's link; keys are the tab's own.
    virtual QMap<QString, QString> state() const { return {}; }
    virtual void restoreState(const QMap<QString, QString> &) { }

Q_SIGNALS:
    void stateChanged();
    void freshnessChanged();
    void accessLost(); ///< the service answered 403
    void leadRequested(const QString &leadId); ///< "Open conversation"

private:
    QString m_id;
    AnalyticsSession &m_session;
};

} // namespace signalbox
