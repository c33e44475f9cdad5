// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/renderloopguard.h"

#include "core/base/log.h"

#include <QAbstractEventDispatcher>
#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono;

Q_LOGGING_CATEGORY(lcGuard, "signalbox.guard")

namespace {

size_t slot(RenderWork work)
{
    return static_cast<size_t>(work);
}

QString nameOf(const QObject *object)
{
    if (!object->objectName().isEmpty())
        return object->objectName();
    return QString::fromLatin1(object->metaObject()->className());
}

} // namespace

QString LoopReport::describe() const
{
    const QLatin1StringView done = work == RenderWork::Relayout ? "laid out"_L1
        : work == RenderWork::Repaint                           ? "painted"_L1
                                                                : "reset"_L1;
    return u"%1 was %2 %3 times without a pause%4"_s.arg(name, done, QString::number(count),
        duringSwitch ? u" while the workspace was switched"_s : QString());
}

RenderLoopGuard::RenderLoopGuard(const Clock &clock, QObject *parent)
    : RenderLoopGuard(clock, Limits(), parent)
{ }

RenderLoopGuard::RenderLoopGuard(const Clock &clock, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
    , m_windowStart(clock.elapsed())
    , m_turnStart(clock.elapsed())
{
    QCoreApplication::instance()->installEventFilter(this);
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &RenderLoopGuard::onTurnEnded);
    // A turn is one pass of the loop; dispatchers differ in which of the two they say when they do not wait.
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] {
        onTurnEnded();
        m_turnStart = m_clock.elapsed();
    });
}

void RenderLoopGuard::watch(QWidget *root)
{
    m_roots.removeIf([](const QPointer<QWidget> &known) { return known.isNull(); });
    if (!m_roots.contains(root))
        m_roots.append(root);
    for (const QAbstractItemView *view : root->findChildren<QAbstractItemView *>()) {
        if (view->model())
            watchModel(view->model());
    }
}

void RenderLoopGuard::watchModel(QAbstractItemModel *model)
{
    if (m_models.contains(model))
        return;
    m_models.insert(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this, model] { count(model, RenderWork::Reset); });
    connect(model, &QObject::destroyed, this, [this](QObject *gone) {
        m_models.remove(gone);
        m_counts.remove(gone);
        m_held.remove(gone);
        m_offences.remove(gone);
    });
}

void RenderLoopGuard::beginSwitch()
{
    m_inSwitch = true;
    m_switch = {};
    m_turnStart = m_clock.elapsed();
}

SwitchCost RenderLoopGuard::endSwitch()
{
    m_inSwitch = false;
    if (m_switch.resets > m_limits.resetsPerSwitch) {
        const LoopReport report {u"workspace switch"_s, RenderWork::Reset, m_switch.resets, true};
        logWarning(lcGuard(), "render_loop"_L1, {{u"what"_s, report.describe()}});
        Q_EMIT loopBroken(report);
    }
    return m_switch;
}

bool RenderLoopGuard::eventFilter(QObject *object, QEvent *event)
{
    // Called for every event of the program: the common ones leave at the switch.
    switch (event->type()) {
    case QEvent::LayoutRequest:
    case QEvent::Resize:
        break;
    case QEvent::Paint:
        if (object->isWidgetType() && isWatched(static_cast<QWidget *>(object)))
            count(object, RenderWork::Repaint);
        return false; // a paint that was begun is finished: held widgets get no further ones
    case QEvent::ShowToParent:
        // A view that appeared late brings a model.
        if (auto *view = qobject_cast<QAbstractItemView *>(object); view && view->model() && isWatched(view))
            watchModel(view->model());
        return false;
    default:
        return false;
    }
    if (!object->isWidgetType() || !isWatched(static_cast<QWidget *>(object)))
        return false;
    return !count(object, RenderWork::Relayout);
}

bool RenderLoopGuard::isWatched(const QWidget *widget) const
{
    return std::ranges::any_of(m_roots, [widget](const QPointer<QWidget> &root) {
        return root && (root == widget || root->isAncestorOf(widget));
    });
}

bool RenderLoopGuard::count(QObject *object, RenderWork work)
{
    if (m_inSwitch) {
        (work == RenderWork::Relayout         ? m_switch.relayouts
                : work == RenderWork::Repaint ? m_switch.repaints
                                              : m_switch.resets)
            += 1;
    }
    if (m_clock.elapsed() - m_windowStart > m_limits.window) {
        m_windowStart = m_clock.elapsed();
        m_counts.clear();
    }
    if (m_held.contains(object))
        return false;
    Count &own = m_counts[object];
    const int turn = ++own.turn[slot(work)];
    const int window = ++own.window[slot(work)];
    if (turn <= limitPerTurn(work) && window <= limitPerWindow(work))
        return true;
    // A child that asks for paints has its parents painted first: who is to blame is the innermost.
    if (QWidget *culprit
        = work == RenderWork::Repaint ? innermostRepainter(static_cast<QWidget *>(object)) : nullptr) {
        hold(culprit, work, std::max(turn, window));
        m_counts.remove(object);
        return true;
    }
    hold(object, work, std::max(turn, window));
    return false;
}

QWidget *RenderLoopGuard::innermostRepainter(const QWidget *outer) const
{
    QWidget *found = nullptr;
    for (QWidget *child : outer->findChildren<QWidget *>()) {
        const Count own = m_counts.value(child);
        const bool isAsBusy = own.turn[slot(RenderWork::Repaint)] >= m_limits.repaintsPerTurn
            || own.window[slot(RenderWork::Repaint)] >= m_limits.repaintsPerWindow;
        if (isAsBusy && !m_held.contains(child) && (!found || found->isAncestorOf(child)))
            found = child;
    }
    return found;
}

int RenderLoopGuard::limitPerTurn(RenderWork work) const
{
    return work == RenderWork::Relayout ? m_limits.relayoutsPerTurn
        : work == RenderWork::Repaint   ? m_limits.repaintsPerTurn
                                        : m_limits.resetsPerTurn;
}

int RenderLoopGuard::limitPerWindow(RenderWork work) const
{
    return work == RenderWork::Relayout ? m_limits.relayoutsPerWindow
        : work == RenderWork::Repaint   ? m_limits.repaintsPerWindow
                                        : m_limits.resetsPerWindow;
}

void RenderLoopGuard::hold(QObject *object, RenderWork work, int count)
{
    m_held.insert(object, work);
    const int offences = ++m_offences[object];
    const auto pause = std::min<milliseconds>(m_limits.hold * (1 << std::min(offences - 1, 5)), 8s);
    const LoopReport report {nameOf(object), work, count, m_inSwitch};
    logWarning(
        lcGuard(), "render_loop"_L1, {{u"what"_s, report.describe()}, {u"held_ms"_s, qint64(pause.count())}});

    const QPointer<QObject> alive(object);
    if (work == RenderWork::Reset) {
        // Whoever resets in answer to a reset hears no more of them until the turn is over; then its views
        // look again.
        object->blockSignals(true);
        QTimer::singleShot(0, this, [this, alive, object] {
            if (alive)
                release(object);
        });
    } else {
        if (work == RenderWork::Repaint) {
            // Not at once: this is the middle of its paint event.
            QMetaObject::invokeMethod(
                object,
                [this, object] {
                    if (m_held.contains(object))
                        static_cast<QWidget *>(object)->setUpdatesEnabled(false);
                },
                Qt::QueuedConnection);
        }
        QTimer::singleShot(pause, this, [this, alive, object] {
            if (alive)
                release(object);
            else
                m_held.remove(object);
        });
    }
    Q_EMIT loopBroken(report);
}

void RenderLoopGuard::release(const QObject *key)
{
    const auto held = m_held.constFind(key);
    if (held == m_held.cend())
        return;
    const RenderWork work = *held;
    m_held.erase(held);
    m_counts.remove(key);
    auto *object = const_cast<QObject *>(key);
    if (work == RenderWork::Reset) {
        object->blockSignals(false);
        for (const QPointer<QWidget> &root : std::as_const(m_roots)) {
            if (!root)
                continue;
            for (QAbstractItemView *view : root->findChildren<QAbstractItemView *>()) {
                if (view->model() == object)
                    view->reset();
            }
        }
        return;
    }
    auto *widget = static_cast<QWidget *>(object);
    if (work == RenderWork::Repaint)
        widget->setUpdatesEnabled(true);
    else
        QCoreApplication::postEvent(
            widget, new QEvent(QEvent::LayoutRequest)); // what was put off is made up for
    widget->update();
}

void RenderLoopGuard::onTurnEnded()
{
    if (m_inSwitch) {
        const auto turn = floor<milliseconds>(m_clock.elapsed() - m_turnStart);
        m_switch.longestTurn = std::max(m_switch.longestTurn, turn);
    }
    for (Count &own : m_counts)
        own.turn = {};
}

} // namespace signalbox
