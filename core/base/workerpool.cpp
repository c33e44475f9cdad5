// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/workerpool.h"

namespace signalbox {

WorkerPool::WorkerPool(int threads)
{
    m_threads.setMaxThreadCount(threads);
    m_threads.setExpiryTimeout(-1);
}

WorkerPool::~WorkerPool()
{
    m_threads.waitForDone();
}

} // namespace signalbox
