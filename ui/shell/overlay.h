// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QPointer>
#include <QWidget>

namespace signalbox {

/// A card above the whole window, on a veil: palette, switcher, sheet of keys, sign-in. A child, not a window
/// of its own, so it cannot be lost behind, needs no window manager, and moves with the console.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    enum class Place
    {
        Center,
        Top,
        UnderAnchor
    };

    Overlay(const Theme &theme, QWidget *window);

    /// Shows it; the focus goes to focusTarget() and comes back on close.
    void open();
    bool isOpen() const { return !isHidden(); }
    void setPlace(Place place, QWidget *anchor = nullptr);
    /// False: neither Esc nor a click beside the card closes it.
    bool isDismissable() const { return m_isDismissable; }
    void setDismissable(bool isDismissable) { m_isDismissable = isDismissable; }
    /// True: what is behind is covered whole.
    void setOpaque(bool isOpaque);
    QWidget *card() const { return m_card; }

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    void opened();
    void dismissed();

protected:
    virtual QWidget *focusTarget() const { return m_card; }
    virtual QSize cardSize(const QSize &available) const;
    const Theme &theme() const { return m_theme; }

    bool eventFilter(QObject *object, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void layoutCard();

private:
    const Theme &m_theme;
    QWidget *m_card;
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_focusBefore;
    Place m_place = Place::Center;
    bool m_isDismissable = true;
    bool m_isOpaque = false;
};

} // namespace signalbox
