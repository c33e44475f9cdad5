// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace signalbox {

/// Charts are dear to make: one is made per turn of the event loop, those that can be seen first, so that the
/// page answers while they appear (ux §12.2).
class ChartQueue final : public QObject
{
    Q_OBJECT

public:
    explicit ChartQueue(QObject *parent = nullptr);

    /// `make` runs in a later turn, unless `place` is gone by then.
    void add(QWidget *place, std::function<void()> make);
    qsizetype size() const { return m_waiting.size(); }
    /// Makes all of them now: before printing.
    void finish();

private:
    struct Waiting
    {
        QPointer<QWidget> place;
        std::function<void()> make;
    };
    void makeNext();

    QList<Waiting> m_waiting;
    QTimer m_turn;
};

} // namespace signalbox
