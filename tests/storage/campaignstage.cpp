// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/campaignstage.h"

#include "core/storage/driftchecks.h"

#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;

World fewLeads(WorldStage &stage)
{
    World world;
    world.emailCampaigns = {{.name = u"Cold"_s, .isAutoSend = true}, {.name = u"Warm"_s}};
    world.reactivations = {{.name = u"Again"_s}, {.name = u"Once more"_s}};
    for (int i = 0; i < 5; ++i) {
        world.leads.append({.tag = u"Interested"_s, .emailCampaign = i % 3 - 1});
        world.drafts.append({.lead = i, .disposition = u"EDITED"_s});
    }
    stage.open(world);
    return world;
}

qint64 factDrifts(PgConnection &pg, WorkspaceId workspace)
{
    static const QStringList facts {u"draft_sends"_s, u"reactivations"_s, u"campaign_days"_s};
    qint64 count = 0;
    for (const DriftCheck &check : driftChecks()) {
        if (!facts.contains(QString(check.name)))
            continue;
        const auto found = check.verify(pg, workspace);
        if (!found)
            qFatal("%s", qPrintable(describe(found.error())));
        count += found->size();
    }
    return count;
}

void compareFacts(const CampaignRows &rows)
{
    QCOMPARE(rows.keptSends, rows.sends());
    QCOMPARE(rows.keptCells, rows.cells());
    QCOMPARE(rows.wrongEnrollments(), 0);
}

} // namespace signalbox
