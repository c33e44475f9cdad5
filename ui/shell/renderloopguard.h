// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QWidget>

#include <array>

class QAbstractItemModel;

namespace signalbox {

/// What is counted of a widget or a model.
enum class RenderWork
{
    Relayout,
    Repaint,
    Reset
};

/// A loop that was found and broken.
struct LoopReport
{
    QString name; ///< object name, or class name of what went round
    RenderWork work = RenderWork::Relayout;
    int count = 0; ///< how often within one turn or window
    bool duringSwitch = false;

    QString describe() const;
};

/// What one switch of the workspace cost.
struct SwitchCost
{
    int relayouts = 0;
    int repaints = 0;
    int resets = 0;
    std::chrono::milliseconds longestTurn {0};
};

/// The desktop form of "too many re-renders": counts relayouts, repaints and model resets of what it watches,
/// for each turn of the event loop, for each half second (a loop that lets the event loop breathe shows only
/// there) and for each switch of the workspace. Whoever passes a limit is held for a while: its updates are
/// put off, the program stays alive, and the report names it.
class RenderLoopGuard final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int relayoutsPerTurn = 60;
        int repaintsPerTurn = 60;
        int resetsPerTurn = 8;
        int relayoutsPerWindow = 240;
        int repaintsPerWindow = 180; ///< 360 a second: no animation paints that often
        int resetsPerWindow = 30;
        int resetsPerSwitch = 24;
        std::chrono::milliseconds window {500};
        std::chrono::milliseconds hold {250}; ///< doubled each time, up to 8 s
    };

    explicit RenderLoopGuard(const Clock &clock, QObject *parent = nullptr);
    RenderLoopGuard(const Clock &clock, const Limits &limits, QObject *parent);

    /// Watches a widget and everything inside it, now and later, with the models of its views.
    void watch(QWidget *root);
    void watchModel(QAbstractItemModel *model);

    void beginSwitch();
    SwitchCost endSwitch();
    bool isHolding(const QObject *object) const { return m_held.contains(object); }

Q_SIGNALS:
    void loopBroken(const signalbox::LoopReport &report);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    struct Count
    {
        std::array<int, 3> turn {};
        std::array<int, 3> window {};
    };

    bool isWatched(const QWidget *widget) const;
    bool count(QObject *object, RenderWork work);
    QWidget *innermostRepainter(const QWidget *outer) const;
    int limitPerTurn(RenderWork work) const;
    int limitPerWindow(RenderWork work) const;
    void hold(QObject *object, RenderWork work, int count);
    void release(const QObject *key);
    void onTurnEnded();

    const Clock &m_clock;
    Limits m_limits;
    QList<QPointer<QWidget>> m_roots;
    QHash<const QObject *, Count> m_counts;
    QHash<const QObject *, RenderWork> m_held;
    QHash<const QObject *, int> m_offences;
    QSet<const QObject *> m_models;
    std::chrono::microseconds m_windowStart {0};
    std::chrono::microseconds m_turnStart {0};
    bool m_inSwitch = false;
    SwitchCost m_switch;
};

} // namespace signalbox
