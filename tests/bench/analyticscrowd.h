// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/benchdatabase.h"

#include <QCoreApplication>
#include <QList>

#include <functional>

namespace signalbox {

/// That many people of the big workspace, made once.
QList<UserId> benchAnalysts(const BenchDatabase &database, int number);

/// Runs `work` on another thread while this one serves.
void beside(QCoreApplication &application, const std::function<void()> &work);

} // namespace signalbox
