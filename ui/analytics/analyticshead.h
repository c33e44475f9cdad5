// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/figures.h"
#include "ui/shell/page.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class FlatButton;

/// Above every tab: period, comparison, zone, age, refresh, export (ux §12.2).
class AnalyticsHead final : public QWidget
{
    Q_OBJECT

public:
    AnalyticsHead(const PageContext &context, AnalyticsSession &session, QWidget *parent = nullptr);

    /// Of the oldest numbers shown; none: nothing is shown yet.
    void setComputedAt(std::optional<Instant> computedAt);
    void setBusy(bool isBusy);
    /// Texts again: period, age, hint.
    void refresh();
    void openPeriodMenu();
    void openCustomDates();
    void openExportMenu();
    /// Fills what the export menu offers beside files of the tab: its pictures.
    void setPictureMenu(std::function<void(QMenu &)> fill) { m_fillPictures = std::move(fill); }
    QWidget *firstControl() const;

Q_SIGNALS:
    void refreshRequested();
    void csvRequested();
    void xlsxRequested();
    void pdfRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void restyle();
    void openCompareMenu();
    QString keyOf(const QString &command) const;
    QMenu *menuUnder(FlatButton *button, const QString &name);
    void addCommand(QMenu &menu, const QString &command);

    const PageContext m_context;
    AnalyticsSession &m_session;
    FlatButton *m_period;
    QLabel *m_dates;
    FlatButton *m_compare;
    QLabel *m_zone;
    QLabel *m_age;
    FlatButton *m_newData;
    FlatButton *m_refresh;
    FlatButton *m_export;
    std::optional<Instant> m_computedAt;
    std::function<void(QMenu &)> m_fillPictures;
};

} // namespace signalbox
