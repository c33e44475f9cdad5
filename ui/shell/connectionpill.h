// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/serviceconnection.h"
#include "ui/base/icons.h"

#include <QAbstractButton>

namespace signalbox {

/// How the console stands with its service, in one look: a dot and a word. A click tries again.
class ConnectionPill final : public QAbstractButton
{
    Q_OBJECT

public:
    ConnectionPill(const Theme &theme, ServiceConnection &connection, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();

    const Theme &m_theme;
    ServiceConnection &m_connection;
    ColorRole m_tone = ColorRole::Text2;
    ColorRole m_ground = ColorRole::Sunken;
};

} // namespace signalbox
