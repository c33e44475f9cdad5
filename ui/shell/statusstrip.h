// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/base/flatbutton.h"
#include "ui/shell/page.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace signalbox {

/// The bar at the bottom, 26 px: how old what is shown is, what just happened, and the id of the last
/// request.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    StatusStrip(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void setFreshness(const Freshness &freshness);
    /// How the console stands with its service, in a sentence.
    void setLink(const QString &text);
    /// How many changes wait for the service; 0: none is said.
    void setQueued(int count);
    void setLastRequest(const QString &requestId);
    /// A short word on something done ("Link copied"), gone after a few seconds, and said to assistive
    /// technology.
    void say(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tick();
    void restyle();

    const Theme &m_theme;
    const Clock &m_clock;
    QLabel *m_age;
    QLabel *m_detail;
    QLabel *m_link;
    QLabel *m_queued;
    QLabel *m_said;
    FlatButton *m_request;
    QString m_requestId;
    int m_queuedCount = 0;
    Freshness m_freshness;
    QTimer m_second;
    QTimer m_silence;
};

} // namespace signalbox
