// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livering.h"
#include "ui/base/theme.h"

#include <QWidget>

namespace signalbox {

class FlatButton;

/// The recording from its beginning to now, as heights over time. Dragging looks at that moment; "now" goes
/// back to the newest.
class ReplayStrip final : public QWidget
{
    Q_OBJECT

public:
    ReplayStrip(const LiveRing &ring, const Clock &clock, const Theme &theme, QWidget *parent = nullptr);

    /// What the table shows; none: it follows the newest.
    void setSpan(const std::optional<std::pair<Instant, Instant>> &span, bool isFollowing);
    void refresh();

    QSize sizeHint() const override;

Q_SIGNALS:
    void momentChosen(signalbox::Instant at);
    void nowRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect track() const;
    int xOf(Instant at) const;
    Instant momentAt(int x) const;
    std::vector<int> heights(int columns) const;
    void choose(Instant at);

    const LiveRing &m_ring;
    const Clock &m_clock;
    const Theme &m_theme;
    FlatButton *m_now;
    std::optional<std::pair<Instant, Instant>> m_span;
    bool m_isFollowing = true;
    Instant m_from {};
    Instant m_to {};
};

} // namespace signalbox
