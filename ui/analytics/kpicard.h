// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/figures.h"
#include "ui/analytics/panel.h"
#include "ui/analytics/printedpicture.h"
#include "ui/base/sparkline.h"

#include <QTimer>
#include <QWidget>

namespace signalbox {

/// What a card shows.
struct KpiFigure
{
    QString value; ///< as it is written large: "12,408"; "—" for none
    QString unit; ///< small beside it: "%"
    std::optional<Change> change; ///< none: nothing to compare with
    QString note; ///< a line in the place of the change, or beside it: "61 booked · 39 free"
    std::optional<ColorRole> noteTone; ///< with a word that says the same
    std::vector<int> course; ///< a value a day, for the sparkline; empty: none
    SparkShape courseShape {.hasExtremes = true};
    QString exactValue; ///< for the tooltip; empty: `value`
    QString previousValue; ///< for the tooltip
    QString courseText; ///< "Messages in, a day", for the tooltip

    bool operator==(const KpiFigure &) const = default;
};

/// A number that is looked at first: label, 28 px number, change, course (ux §12.2, §14).
class KpiCard final : public QWidget, public PrintedPicture
{
    Q_OBJECT

public:
    KpiCard(const Theme &theme, const Clock &clock, const QString &id, QWidget *parent = nullptr);

    const QString &id() const { return m_id; }
    /// `definition`: in a sentence, what is counted.
    void setLabel(const QString &label, const QString &definition);
    const QString &label() const { return m_label; }
    const QString &definition() const { return m_definition; }
    void setFigure(const KpiFigure &figure);
    const KpiFigure &figure() const { return m_figure; }
    /// Window and comparison in words, for the tooltip and "vs previous 30 days".
    void setPeriodText(const QString &window, const QString &comparison);
    void setStatus(const PanelStatus &status);
    const PanelStatus &status() const { return m_status; }
    void updateAge() { update(); }
    /// A number has been painted, not a skeleton.
    bool isPainted() const { return m_isPainted; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QSize pictureSize() const override;
    void paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const override;

Q_SIGNALS:
    void retryRequested();
    void painted(); ///< after the first picture of new numbers

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void updateWords();
    void paintNumber(QPainter &painter, const QRect &line, ColorScheme scheme) const;
    void paintLabel(QPainter &painter, const QRect &area, ColorScheme scheme) const;
    void paintBones(QPainter &painter, const QRect &inner) const;
    void paintFoot(QPainter &painter, const QRect &line, ColorScheme scheme) const;
    void paintChange(QPainter &painter, const QRect &line, ColorScheme scheme) const;

    const Theme &m_theme;
    const Clock &m_clock;
    QString m_id;
    QString m_label;
    QString m_definition;
    QString m_window;
    QString m_comparison;
    KpiFigure m_figure;
    PanelStatus m_status;
    QTimer m_appear; ///< a skeleton is drawn after 150 ms
    bool m_isPainted = false;
};

} // namespace signalbox
