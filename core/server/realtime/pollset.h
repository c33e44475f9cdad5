// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <optional>
#include <vector>

namespace signalbox {

/// Many descriptors behind one: an epoll set, which Qt watches as a single descriptor. Qt's own dispatcher
/// hands all it watches to the kernel each turn, so a thousand idle sockets cost as much as busy ones
/// (realtime §5.2 d); here a turn costs what is ready.
class PollSet final : public QObject
{
    Q_OBJECT

public:
    class Member
    {
    public:
        /// `canRead` also for an end, a reset or an error: reading tells which. May add and remove members,
        /// itself too.
        virtual void onReady(bool canRead, bool canWrite) = 0;

    protected:
        ~Member() = default;
    };

    explicit PollSet(QObject *parent = nullptr);
    ~PollSet() override;

    /// Watches for something to read. Not the owner of either; remove() before the descriptor is closed.
    /// False when the kernel refuses.
    bool add(int descriptor, Member &member);
    /// Whether to tell as well when it can be written to. False when the kernel refuses.
    bool setWriting(int descriptor, bool isWriting);
    /// Nothing is told of it any more, even if it is ready already.
    void remove(int descriptor);

private:
    struct Entry
    {
        Member *member = nullptr;
        quint32 serial = 0; ///< a descriptor's number is soon used again: tells old news from new
    };

    bool control(int operation, int descriptor, bool isWriting);
    void dispatch();

    int m_epoll;
    std::optional<QSocketNotifier> m_notifier;
    std::vector<Entry> m_entries; ///< by descriptor
};

} // namespace signalbox
