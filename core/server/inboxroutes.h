// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/pagerequest.h"
#include "core/server/readcache.h"
#include "core/server/routetable.h"
#include "core/server/workspaceaccess.h"

namespace signalbox {

/// The reads of the inbox (domain §3–4, DESIGN §8.7–8.14): counts, list, conversation, attachment, SMS
/// campaigns.
///
/// Parameters are checked, then the caller's right to the workspace, then the cache, then the database
/// (domain §4.1). The role and the data version of a person's scope are held in memory for at most 100 ms
/// each, so that a cached read asks nobody; a change is therefore seen 100 ms late at most. The body itself
/// belongs to its version.
class InboxRoutes final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds VersionHold {100};
    static constexpr std::chrono::seconds CountsTimeToLive {30}; ///< domain §4.2
    static constexpr std::chrono::seconds PageTimeToLive {45}; ///< first pages only

    /// All must outlive it.
    InboxRoutes(PgPool &pool, WorkspaceAccess &access, ReadCache &cache, const Clock &clock,
        QObject *parent = nullptr);

    void addTo(RouteTable &routes);
    /// Something of this workspace was changed by this instance: its next read asks the database.
    void forget(WorkspaceId workspace);

private:
    using ScopeKey = std::pair<QUuid, QUuid>; // workspace and setter (nil: all of it)

    Reply<HttpResponse> counts(const HttpRequest &request);
    Reply<HttpResponse> page(const HttpRequest &request);
    Reply<HttpResponse> conversation(const HttpRequest &request);
    Reply<HttpResponse> attachment(const HttpRequest &request);
    Reply<HttpResponse> smsCampaigns(const HttpRequest &request);

    Reply<QString> versionFor(const InboxReader &reader);
    /// The version of what the person has read, which only the list's first page depends on.
    Reply<qint64> marksFor(const InboxReader &reader);
    /// A read through the versioned cache, for a caller whose right to the workspace is established.
    Reply<HttpResponse> readVersioned(const InboxReader &reader, const QByteArray &filters,
        std::chrono::milliseconds timeToLive, const ReadCache::Loader &load);

    PgPool &m_pool;
    WorkspaceAccess &m_access;
    ReadCache &m_cache;
    const Clock &m_clock;
    HeldAnswers<ScopeKey, QString> m_versions;
    HeldAnswers<ScopeKey, qint64> m_marks; // workspace and person
};

} // namespace signalbox
