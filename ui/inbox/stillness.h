// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>

namespace signalbox {

/// Tells whether the person's hands rest (ux §10 L3, L4): watches every key, button and wheel of the program.
class Stillness final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds Rest {2};

    explicit Stillness(const Clock &clock, QObject *parent = nullptr);
    ~Stillness() override;

    /// Nothing was touched yet.
    bool isUntouched() const { return !m_lastInput; }
    /// A button is down, a menu or popup is open, or something is dragged.
    static bool isHolding();
    /// Not holding, and nothing at all was touched within Rest.
    bool isIdle() const;

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const Clock &m_clock;
    std::optional<std::chrono::microseconds> m_lastInput;
};

} // namespace signalbox
