// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/analytics/crmscope.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<void> seeWholeWorkspace(PgConnection &pg, const InboxReader &reader)
{
    if (reader.scope())
        return {};
    // Whether the role fits is for the database to say: a reader's is only what the caller claims.
    const auto seen = pg.run("CrmSeeWhole"_L1, PgParams() << reader.workspace.toString());
    return seen ? Result<void>() : seen.error();
}

} // namespace signalbox
