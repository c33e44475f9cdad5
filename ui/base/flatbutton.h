// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QAbstractButton>

namespace signalbox {

/// A button without an edge: an icon, a text or both, with a ground on hover and when it is checked. For bars
/// and rails.
class FlatButton : public QAbstractButton
{
    Q_OBJECT

public:
    FlatButton(const Theme &theme, IconName icon, QWidget *parent = nullptr);

    void setIconName(IconName icon);
    void setTones(ColorRole normal, ColorRole checked);
    void setTextStyle(TextStyle style, QFont::Weight weight = QFont::Normal);
    void setHasChevron(bool hasChevron); ///< it opens something below
    void setIconSizePx(int pixels);
    /// A small figure at the icon's corner; 0: none.
    void setBadge(int badge);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
    IconName m_icon;
    ColorRole m_normal = ColorRole::Text2;
    ColorRole m_checked = ColorRole::Accent;
    TextStyle m_style = TextStyle::Body;
    QFont::Weight m_weight = QFont::Normal;
    bool m_hasChevron = false;
    int m_iconPx = 20;
    int m_badge = 0;
};

} // namespace signalbox
