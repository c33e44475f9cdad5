// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/driftchecks.h"

#include "core/storage/analytics/answerorder.h"
#include "core/storage/analytics/assigneeanswers.h"
#include "core/storage/analytics/messagedays.h"
#include "core/storage/countsstore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QJsonValue figures(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

Drift driftOf(const CountsDrift &drift)
{
    return {InboxCountsCheck,
        drift.isGlobal ? u"workspace"_s : drift.scopeUser.toString(QUuid::WithoutBraces),
        figures(drift.expected), figures(drift.found)};
}

Drift driftOf(const MessageDayDrift &drift)
{
    if (drift.lead)
        return {u"message_predecessors"_s, u"lead "_s + drift.lead->toString(), drift.expected, drift.found};
    const QString before = drift.previousDay == "-infinity"_L1 ? u"none"_s : drift.previousDay;
    const QString day = drift.day.toString(Qt::ISODate) + u' ' + drift.direction;
    if (drift.what == "messages"_L1)
        return {u"message_days"_s, day + u' ' + drift.channel + u", before: "_s + before, drift.expected,
            drift.found};
    const QString sender = drift.sender && !drift.sender->isNull() ? drift.sender->toString() : u"nobody"_s;
    return {drift.what == "gaps"_L1 ? u"gap_days"_s : u"gap_microseconds"_s,
        day + u", begun: "_s + before + u", sender: "_s + sender, drift.expected, drift.found};
}

Drift driftOf(const AssigneeAnswerDrift &drift)
{
    return {u"assignee_answers"_s, u"lead "_s + drift.lead.toString(), drift.expected, drift.found};
}

Drift driftOf(const AnswerOrderDrift &drift)
{
    const auto around = [](const std::optional<Instant> &earlier, const std::optional<Instant> &later) {
        const auto text = [](const std::optional<Instant> &at) { return at ? toIsoMicros(*at) : u"none"_s; };
        return text(earlier) + u" / "_s + text(later);
    };
    return {u"answer_order"_s, u"event "_s + drift.event.toString(QUuid::WithoutBraces),
        around(drift.expectedEarlier, drift.expectedLater), around(drift.foundEarlier, drift.foundLater)};
}

/// A store's own list of drifts as everybody's.
template <auto Verify> Result<QList<Drift>> verified(PgConnection &pg, WorkspaceId workspace)
{
    const auto drifts = Verify(pg, workspace);
    if (!drifts)
        return drifts.error();
    QList<Drift> list;
    for (const auto &drift : *drifts)
        list.append(driftOf(drift));
    return list;
}

template <auto Recompute> Result<qint64> repaired(PgConnection &pg, WorkspaceId workspace)
{
    const auto count = Recompute(pg, workspace);
    return count ? Result<qint64>(*count) : count.error();
}

/// A kept fact whose check is a statement: a row each with whose it is (an id, or the key of a cell), what it
/// must be and what is kept, as PostgreSQL writes them.
struct StatedFact
{
    QLatin1StringView what;
    QLatin1StringView whose;
    QLatin1StringView verify; ///< names of statements
    QLatin1StringView mend;
};

template <const StatedFact &Fact> Result<QList<Drift>> found(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run(Fact.verify, PgParams() << workspace);
    if (!rows)
        return rows.error();
    const auto facts = [&](int row, int column) {
        return rows->isNull(row, column) ? QJsonValue() : QJsonValue(rows->text(row, column));
    };
    QList<Drift> list;
    for (int row = 0; row < rows->rowCount(); ++row)
        list.append(
            {QString(Fact.what), Fact.whose + u' ' + rows->text(row, 0), facts(row, 1), facts(row, 2)});
    return list;
}

template <const StatedFact &Fact> Result<qint64> mended(PgConnection &pg, WorkspaceId workspace)
{
    const auto rows = pg.run(Fact.mend, PgParams() << workspace);
    return rows ? Result<qint64>(rows->integer(0, 0)) : rows.error();
}

constexpr StatedFact DraftSends {"draft_sends"_L1, "draft"_L1, "DraftSendsVerify"_L1, "DraftSendsMend"_L1};
constexpr StatedFact Reactivations {
    "reactivations"_L1, "enrollment"_L1, "ReactivationsVerify"_L1, "ReactivationsMend"_L1};
constexpr StatedFact CampaignDays {
    "campaign_days"_L1, "cell"_L1, "CampaignDaysVerify"_L1, "CampaignDaysRecompute"_L1};
constexpr StatedFact CrmAnswers {"crm_answers"_L1, "row"_L1, "CrmAnswersVerify"_L1, "CrmAnswersMend"_L1};
constexpr StatedFact CrmFacts {"crm_facts"_L1, "row"_L1, "CrmFactsVerify"_L1, "CrmFactsRecompute"_L1};

// The days count what was sent as it is kept, so they come after it. The counts are last: with them goes the
// mark that a bulk load left.
constexpr DriftCheck Checks[] {
    {"message_days"_L1, verified<verifyMessageDays>, repaired<recomputeMessageDays>},
    {"assignee_answers"_L1, verified<verifyAssigneeAnswers>, repaired<recomputeAssigneeAnswers>},
    {"answer_order"_L1, verified<verifyAnswerOrder>, repaired<recomputeAnswerOrder>},
    {DraftSends.what, found<DraftSends>, mended<DraftSends>},
    {Reactivations.what, found<Reactivations>, mended<Reactivations>},
    {CampaignDays.what, found<CampaignDays>, mended<CampaignDays>},
    {CrmAnswers.what, found<CrmAnswers>, mended<CrmAnswers>},
    {CrmFacts.what, found<CrmFacts>, mended<CrmFacts>},
    {InboxCountsCheck, verified<verifyCounts>, repaired<recomputeCounts>},
};

} // namespace

std::span<const DriftCheck> driftChecks()
{
    return Checks;
}

} // namespace signalbox
