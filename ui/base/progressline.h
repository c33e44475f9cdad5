// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

namespace signalbox {

/// Two pixels at the top of a pane while what it shows is read again; the content stays as it is (ux §11).
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(const Theme &theme, QWidget *parent = nullptr);

    void setActive(bool isActive);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QTimer m_step;
    int m_phase = 0;
    bool m_isActive = false;
};

} // namespace signalbox
