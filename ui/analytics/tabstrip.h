// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QTabBar>

namespace signalbox {

/// Tabs as words with a line under the one that is open.
class TabStrip final : public QTabBar
{
    Q_OBJECT

public:
    explicit TabStrip(const Theme &theme, QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace signalbox
