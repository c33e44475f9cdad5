// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/livememory.h"
#include "ui/shell/page.h"

#include <array>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace signalbox {

class LinkWatch;
class Sparkline;

/// The column at the side: how the feed stands, its figures, and which kinds are shown.
class LiveSidebar final : public QWidget
{
    Q_OBJECT

public:
    LiveSidebar(LiveMemory &memory, LinkWatch &link, const PageContext &context, QWidget *parent = nullptr);

    /// Reads the figures again; once a second while visible.
    void refresh();
    void setKinds(std::bitset<LiveKindCount> kinds);

Q_SIGNALS:
    void kindsChosen(std::bitset<signalbox::LiveKindCount> kinds);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addHeading(QVBoxLayout &column, const QString &text);
    QLabel *addFigure(QVBoxLayout &column, const QString &name, const char *objectName);
    void addConnection(QVBoxLayout &column);
    void addKinds(QVBoxLayout &column);
    void restyle();

    LiveMemory &m_memory;
    LinkWatch &m_link;
    const Theme &m_theme;
    QList<QLabel *> m_headings;
    QList<QLabel *> m_quiet;
    QLabel *m_state = nullptr;
    QLabel *m_since = nullptr;
    QLabel *m_session = nullptr;
    QLabel *m_latency = nullptr;
    QLabel *m_rate = nullptr;
    QLabel *m_missed = nullptr;
    QLabel *m_resyncs = nullptr;
    Sparkline *m_latencyLine = nullptr;
    Sparkline *m_rateBars = nullptr;
    std::array<QCheckBox *, LiveKindCount> m_kinds {};
};

} // namespace signalbox
