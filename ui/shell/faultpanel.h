// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QWidget>

namespace signalbox {

/// What stands in the place of a page that failed: what happened, an id to quote, and a way to go on (domain
/// §12.1).
class FaultPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `reportId` is in the log beside the technical text, which is copied but not shown.
    FaultPanel(const Theme &theme, const QString &pageTitle, const QString &reportId,
        const QString &technical, QWidget *parent = nullptr);

Q_SIGNALS:
    void reloadRequested();
};

} // namespace signalbox
