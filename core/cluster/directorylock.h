// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace signalbox {

/// One service at a time on a directory: an flock(2), which the kernel releases with the process, whatever
/// ends it.
class DirectoryLock
{
public:
    /// Fails with code `CLUSTER_IN_USE`, naming the process that holds it.
    static Result<DirectoryLock> take(const QString &path);

    DirectoryLock(DirectoryLock &&other) noexcept;
    DirectoryLock &operator=(DirectoryLock &&) = delete;
    DirectoryLock(const DirectoryLock &) = delete;
    DirectoryLock &operator=(const DirectoryLock &) = delete;
    ~DirectoryLock();

private:
    explicit DirectoryLock(int descriptor);

    int m_descriptor = -1;
};

} // namespace signalbox
