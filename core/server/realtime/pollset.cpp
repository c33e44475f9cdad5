// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/pollset.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace signalbox {

namespace {

/// Members served before others of this thread have their turn. The kernel hands out the ready ones in
/// rotation, so those left over come first the next time.
constexpr int BatchSize = 256;

} // namespace

PollSet::PollSet(QObject *parent)
    : QObject(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        return;
    m_notifier.emplace(m_epoll, QSocketNotifier::Read);
    connect(&*m_notifier, &QSocketNotifier::activated, this, &PollSet::dispatch);
}

PollSet::~PollSet()
{
    m_notifier.reset();
    if (m_epoll >= 0)
        ::close(m_epoll);
}

bool PollSet::control(int operation, int descriptor, bool isWriting)
{
    epoll_event event {};
    event.events = EPOLLIN | EPOLLRDHUP | (isWriting ? uint32_t(EPOLLOUT) : 0U);
    event.data.u64 = quint64(m_entries[size_t(descriptor)].serial) << 32 | quint32(descriptor);
    return epoll_ctl(m_epoll, operation, descriptor, &event) == 0;
}

bool PollSet::add(int descriptor, Member &member)
{
    if (descriptor < 0)
        return false;
    if (size_t(descriptor) >= m_entries.size())
        m_entries.resize(size_t(descriptor) + 1);
    Entry &entry = m_entries[size_t(descriptor)];
    Q_ASSERT(!entry.member);
    ++entry.serial;
    if (!control(EPOLL_CTL_ADD, descriptor, false))
        return false;
    entry.member = &member;
    return true;
}

bool PollSet::setWriting(int descriptor, bool isWriting)
{
    return control(EPOLL_CTL_MOD, descriptor, isWriting);
}

void PollSet::remove(int descriptor)
{
    if (descriptor < 0 || size_t(descriptor) >= m_entries.size() || !m_entries[size_t(descriptor)].member)
        return;
    m_entries[size_t(descriptor)].member = nullptr;
    control(EPOLL_CTL_DEL, descriptor, false);
}

void PollSet::dispatch()
{
    std::array<epoll_event, BatchSize> ready; // NOLINT: the kernel fills what is read
    const int count = epoll_wait(m_epoll, ready.data(), BatchSize, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = ready[size_t(i)];
        const Entry &entry = m_entries[size_t(event.data.u64 & 0xffffffff)];
        if (!entry.member || entry.serial != event.data.u64 >> 32)
            continue; // removed by one before it
        entry.member->onReady((event.events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0,
            (event.events & EPOLLOUT) != 0);
    }
}

} // namespace signalbox
