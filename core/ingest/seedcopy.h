// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedfactcopy.h"
#include "core/ingest/seedids.h"
#include "core/ingest/seedthread.h"

namespace signalbox {

class SeedRow;

/// Rows for `COPY … FROM STDIN` in text form, a buffer a table; what the triggers would compute is computed
/// here.
class SeedCopy
{
public:
    SeedCopy(const SeedCast &cast, const SeedIds &ids)
        : facts(cast, ids)
        , m_cast(cast)
        , m_ids(ids)
    { }

    void add(qint64 index, const SeedThread &thread);

    QByteArray leads, addresses, drafts, messages, attachments;
    SeedFactCopy facts;
    qint64 messageCount = 0;
    qint64 draftCount = 0;

private:
    void addLead(qint64 index, const SeedThread &thread);
    void addBooking(SeedRow &row, qint64 index, const SeedThread &thread);
    void addMessages(qint64 index, const SeedThread &thread);
    void addAttachment(qint64 lead, int message, const SeedThread &thread);
    void addDrafts(qint64 index, const SeedThread &thread);

    const SeedCast &m_cast;
    const SeedIds &m_ids;
};

} // namespace signalbox
