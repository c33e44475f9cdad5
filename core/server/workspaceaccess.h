// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/heldanswers.h"
#include "core/storage/inboxreader.h"

#include <QObject>

namespace signalbox {

class PgPool;

/// Who may do what in a workspace: asked by every route before its cache and its work (domain §4.1, DESIGN
/// D4).
///
/// The answer is held for at most 100 ms, and not at all after a change made by this instance.
class WorkspaceAccess final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Hold {100};

    /// Both must outlive it.
    WorkspaceAccess(PgPool &pool, const Clock &clock, QObject *parent = nullptr);

    /// The person with the role that counts and the scope that follows from it. Denied when there is none: a
    /// workspace that does not exist and one that is somebody else's look the same (DESIGN §8.2).
    Reply<InboxReader> readerFor(UserId user, WorkspaceId workspace);

    /// The people of some workspace were changed here.
    void forgetAll();

private:
    using Key = std::pair<QUuid, QUuid>; // person and workspace

    PgPool &m_pool;
    HeldAnswers<Key, QString> m_roles; // empty: none
};

} // namespace signalbox
