// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <functional>
#include <stop_token>

namespace signalbox {

struct ClusterUser;

/// A program to run to its end as the cluster's user, in a session of its own (a Ctrl+C on our terminal is
/// not for it), with a bare environment and without PG* variables.
struct ClusterCommand
{
    QString program;
    QStringList arguments = {};
    QByteArray input = {};
    QString directory = QStringLiteral("/");
    std::chrono::milliseconds timeout = std::chrono::minutes(2);
    bool diesWithUs = false; ///< killed by the kernel when we are, even by SIGKILL
    std::stop_token stop = {}; ///< ends the wait, and the program, early
    std::function<void(std::chrono::milliseconds)> stillRunning = {}; ///< called about every two seconds
};

struct ClusterOutput
{
    int exitCode = 0;
    QString text; ///< standard output and standard error, in the order written
};

/// Runs the command and waits. Fails only when the program cannot be started, crashes or takes too long; a
/// program that ran and refused has an exit code.
Result<ClusterOutput> runAs(const ClusterUser &user, const ClusterCommand &command);

} // namespace signalbox
