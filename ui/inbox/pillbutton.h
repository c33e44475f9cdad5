// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QAbstractButton>

namespace signalbox {

/// A few words that float over content and wait to be clicked: "12 new · 3 moved".
class PillButton final : public QAbstractButton
{
    Q_OBJECT

public:
    PillButton(const Theme &theme, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace signalbox
