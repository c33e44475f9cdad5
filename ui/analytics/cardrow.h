// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/analytics/printedpicture.h"

#include <QWidget>

namespace signalbox {

class KpiCard;

/// Cards side by side, equally wide; as many lines as the width needs. Printed as one picture.
class CardRow final : public QWidget, public PrintedPicture
{
    Q_OBJECT

public:
    explicit CardRow(const Theme &theme, QWidget *parent = nullptr);

    /// Takes ownership.
    void add(KpiCard *card);
    const QList<KpiCard *> &cards() const { return m_cards; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QSize pictureSize() const override;
    void paintPicture(QPainter &painter, const QRect &area, ColorScheme scheme) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsFor(int width) const;
    int heightFor(int width) const;
    QRect place(int card, const QRect &area) const;

    const Theme &m_theme;
    QList<KpiCard *> m_cards;
};

} // namespace signalbox
