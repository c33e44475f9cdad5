// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/storage/campaignfacts.h"
#include "tests/storage/campaignworld.h"

namespace signalbox {

/// Five leads with a draft each, of two campaigns and of none, and two reactivations to write them into.
World fewLeads(WorldStage &stage);

/// How many of the campaigns tab's kept facts the database itself finds wrong.
qint64 factDrifts(PgConnection &pg, WorkspaceId workspace);

/// Fails the test unless all that is kept is what the rows make.
void compareFacts(const CampaignRows &rows);

} // namespace signalbox
