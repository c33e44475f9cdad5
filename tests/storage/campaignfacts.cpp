// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/campaignfacts.h"

#include "core/storage/analytics/campaignsreader.h"
#include "tests/storage/inboxdata.h"

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Day = 24h;

QString timeText(const std::optional<Instant> &at)
{
    return at ? toIsoMicros(*at) : u"none"_s;
}

QString sendFacts(
    const CampaignRows::Draft &draft, const CampaignRows::Lead &lead, const std::optional<Instant> &next)
{
    return QStringList(
        {draft.lead.toString(), lead.campaign.toString(), draft.channel, draft.disposition,
            timeText(draft.sentAt), timeText(next), timeText(lead.bookedAt),
            lead.hasBooking ? u"has"_s : u"has not"_s, lead.isKept ? u"kept"_s : u"not kept"_s})
        .join(u'|');
}

QString cellOf(
    const QString &fact, Instant at, QUuid campaign, const QString &name, const QString &disposition = {})
{
    return QStringList({fact, toIso(at).left(10), campaign.toString(), name, disposition}).join(u'|');
}

bool isPositive(const QString &tag)
{
    return QStringList(
        {u"Meeting Requested"_s, u"Call Requested"_s, u"Information Requested"_s, u"Interested"_s})
        .contains(tag);
}

QString nameOf(const QString &text)
{
    return text.trimmed().isEmpty() ? u"Unknown"_s : text.trimmed();
}

void loadLeads(InboxData &data, WorkspaceId workspace, CampaignRows &rows)
{
    const PgResult found = data.run(
        "select id, email_campaign_id, sentiment_tag, industry, employee_headcount, appointment_booked_at,"
        " ghl_appointment_id, coalesce(calendly_invitee_uri, calendly_scheduled_event_uri),"
        " appointment_status, appointment_canceled_at from lead where workspace_id = $1::uuid",
        PgParams() << workspace);
    for (int row = 0; row < found.rowCount(); ++row) {
        CampaignRows::Lead lead;
        lead.campaign = found.isNull(row, 1) ? QUuid() : found.uuid(row, 1);
        lead.tag = found.text(row, 2);
        lead.industry = found.text(row, 3);
        lead.headcount = found.text(row, 4);
        lead.bookedAt = found.optionalInstant(row, 5);
        lead.hasGhl = !found.isNull(row, 6);
        lead.hasBooking = lead.bookedAt || lead.hasGhl || !found.isNull(row, 7);
        lead.isKept = lead.hasBooking && found.text(row, 8) != "canceled"_L1 && found.isNull(row, 9);
        rows.leads.insert(found.uuid(row, 0), lead);
    }
}

void loadMessages(InboxData &data, WorkspaceId workspace, CampaignRows &rows)
{
    const PgResult drafts
        = data.run("select id, lead_id, channel, response_disposition from ai_draft where workspace_id ="
                   " $1::uuid",
            PgParams() << workspace);
    for (int row = 0; row < drafts.rowCount(); ++row)
        rows.drafts.append({drafts.uuid(row, 0), drafts.uuid(row, 1), drafts.text(row, 2),
            drafts.text(row, 3), std::nullopt});
    const PgResult messages
        = data.run("select lead_id, direction = 'inbound', sent_at, ai_draft_id from message"
                   " where workspace_id = $1::uuid order by sent_at",
            PgParams() << workspace);
    for (int row = 0; row < messages.rowCount(); ++row) {
        const Instant at = messages.instant(row, 2);
        if (messages.boolean(row, 1)) {
            rows.replies[messages.uuid(row, 0)].append(at);
            rows.leads[messages.uuid(row, 0)].lastInbound = at;
        } else if (!messages.isNull(row, 3)) {
            for (CampaignRows::Draft &draft : rows.drafts) {
                if (draft.id == messages.uuid(row, 3) && !draft.sentAt)
                    draft.sentAt = at;
            }
        }
    }
}

void loadKept(InboxData &data, WorkspaceId workspace, CampaignRows &rows)
{
    const PgParams params = PgParams() << workspace;
    const PgResult sends
        = data.run("select draft_id, lead_id, channel, disposition, sent_at, email_campaign_id, next_sent_at,"
                   " booked_at, has_booking, is_booking_kept from draft_send where workspace_id = $1::uuid",
            params);
    for (int row = 0; row < sends.rowCount(); ++row) {
        CampaignRows::Lead lead;
        lead.campaign = sends.isNull(row, 5) ? QUuid() : sends.uuid(row, 5);
        lead.bookedAt = sends.optionalInstant(row, 7);
        lead.hasBooking = sends.boolean(row, 8);
        lead.isKept = sends.boolean(row, 9);
        const CampaignRows::Draft draft {sends.uuid(row, 0), sends.uuid(row, 1), sends.text(row, 2),
            sends.text(row, 3), sends.instant(row, 4)};
        rows.keptSends.insert(draft.id, sendFacts(draft, lead, sends.optionalInstant(row, 6)));
    }
    const PgResult cells = data.run(
        "select day, fact, email_campaign_key, name, disposition, n, null, null from campaign_day where"
        " workspace_id = $1::uuid union all select day, fact, email_campaign_key, name, disposition, n,"
        " industry, headcount from campaign_day_delta where workspace_id = $1::uuid",
        params);
    for (int row = 0; row < cells.rowCount(); ++row) {
        const auto add = [&](const QString &fact, const QString &name) {
            rows.keptCells[QStringList(
                {fact, cells.text(row, 0), cells.uuid(row, 2).toString(), name, cells.text(row, 4)})
                               .join(u'|')]
                += cells.integer(row, 5);
        };
        const QString name = cells.text(row, 3);
        add(cells.text(row, 1), name);
        // What waits counts a positive reply once; its other cells are worked out.
        if (!cells.isNull(row, 6) && cells.text(row, 1) == "reply"_L1 && isPositive(name)) {
            add(u"industry"_s, cells.text(row, 6));
            add(u"headcount"_s, cells.text(row, 7));
        }
    }
    rows.keptCells.removeIf([](const auto &cell) { return cell.value() == 0; });
    const PgResult enrollments = data.run(
        "select lead_id, status = 'sent', sent_at, answered_at, booked_at from reactivation_enrollment"
        " where workspace_id = $1::uuid",
        params);
    for (int row = 0; row < enrollments.rowCount(); ++row)
        rows.enrollments.append(
            {enrollments.uuid(row, 0), enrollments.boolean(row, 1), enrollments.optionalInstant(row, 2),
                enrollments.optionalInstant(row, 3), enrollments.optionalInstant(row, 4)});
}

/// Counts under names while the rows are walked.
class Walk
{
public:
    Walk(const CampaignRows &rows, const AnalyticsWindow &window)
        : m_rows(rows)
        , m_window(window)
    { }

    QMap<QString, qint64> figures()
    {
        drafts();
        reactivations();
        for (const CampaignRows::Lead &lead : m_rows.leads)
            replies(lead);
        return m_figures;
    }

private:
    bool isIn(const std::optional<Instant> &at) const
    {
        return at && (!m_window.from || *at >= *m_window.from) && *at < *m_window.to;
    }
    void count(const QStringList &name) { ++m_figures[name.join(u' ')]; }

    void drafts()
    {
        QMap<std::tuple<QUuid, QString, QString>, CampaignRows::Draft> latest;
        for (const CampaignRows::Draft &draft : m_rows.drafts) {
            const QUuid campaign = m_rows.leads.value(draft.lead).campaign;
            if (draft.disposition.isEmpty() || !isIn(draft.sentAt)
                || (draft.channel == "email"_L1 && !m_rows.campaigns.value(campaign)))
                continue;
            count({u"draft"_s, draft.channel, draft.disposition});
            CampaignRows::Draft &last = latest[draft.unit()];
            if (!last.sentAt || *last.sentAt < *draft.sentAt)
                last = draft;
        }
        for (const CampaignRows::Draft &draft : latest)
            if (const QString outcome = outcomeOf(draft); !outcome.isEmpty())
                count({u"unit"_s, draft.channel, draft.disposition, outcome});
    }

    QString outcomeOf(const CampaignRows::Draft &draft) const
    {
        const CampaignRows::Lead lead = m_rows.leads.value(draft.lead);
        const Instant at = *draft.sentAt;
        if (lead.bookedAt && *lead.bookedAt < at)
            return {};
        if (lead.bookedAt && *lead.bookedAt > at && lead.isKept
            && *lead.bookedAt <= std::min(*m_window.to, at + 30 * Day))
            return u"booked"_s;
        if (!lead.bookedAt && lead.hasBooking)
            return u"without time"_s;
        return at >= *m_window.to - 7 * Day ? u"pending"_s : u"not booked"_s;
    }

    void reactivations()
    {
        for (const CampaignRows::Enrollment &enrollment : m_rows.enrollments) {
            if (!enrollment.isSent || !isIn(enrollment.sentAt))
                continue;
            count({u"reactivated"_s});
            const auto answer = m_rows.firstReply(enrollment.lead, *enrollment.sentAt);
            if (answer && *answer < *m_window.to)
                count({u"reactivated, answered"_s});
            const auto booked = m_rows.leads.value(enrollment.lead).bookedAt;
            if (booked && *booked > *enrollment.sentAt && *booked < *m_window.to)
                count({u"reactivated, booked"_s});
        }
    }

    void replies(const CampaignRows::Lead &lead)
    {
        if (lead.campaign.isNull())
            return;
        const QString campaign = lead.campaign.toString();
        const QString slices[] {
            u"industry "_s + nameOf(lead.industry), u"headcount "_s + headcountBucket(lead.headcount)};
        if (isIn(lead.lastInbound)) {
            count({u"sentiment"_s, lead.tag == "New"_L1 ? u"Unknown"_s : nameOf(lead.tag)});
            if (isPositive(lead.tag)) {
                count({campaign, u"positive"_s});
                for (const QString &slice : slices)
                    count({campaign, slice, u"positive"_s});
            }
            if (lead.tag == "Meeting Requested"_L1 || lead.tag == "Call Requested"_L1)
                count({campaign, u"requested"_s});
        }
        if (isIn(lead.bookedAt) && lead.hasGhl) {
            count({campaign, u"booked"_s});
            for (const QString &slice : slices)
                count({campaign, slice, u"booked"_s});
        }
    }

    const CampaignRows &m_rows;
    const AnalyticsWindow m_window;
    QMap<QString, qint64> m_figures;
};

template <typename Part> Part must(const Result<Part> &part)
{
    if (!part)
        qFatal("%s", qPrintable(describe(part.error())));
    return *part;
}

void readCampaign(const EmailCampaignKpis &kpis, QMap<QString, qint64> &figures)
{
    const QString campaign = kpis.id.toString() + u' ';
    figures[campaign + u"positive"_s] = kpis.positiveReplies;
    figures[campaign + u"requested"_s] = kpis.meetingsRequested;
    figures[campaign + u"booked"_s] = kpis.meetingsBooked;
    const auto add = [&](const QString &kind, const QList<CampaignSlice> &slices) {
        for (const CampaignSlice &slice : slices) {
            figures[campaign + kind + slice.name + u" positive"_s] = slice.positiveReplies;
            figures[campaign + kind + slice.name + u" booked"_s] = slice.meetingsBooked;
        }
    };
    add(u"industry "_s, kpis.byIndustry);
    add(u"headcount "_s, kpis.byHeadcount);
}

} // namespace

CampaignRows CampaignRows::load(PgConnection &admin, WorkspaceId workspace)
{
    InboxData data(admin);
    CampaignRows rows;
    const PgResult campaigns = data.run(
        "select id, response_mode = 'AI_AUTO_SEND' from email_campaign where workspace_id = $1::uuid",
        PgParams() << workspace);
    for (int row = 0; row < campaigns.rowCount(); ++row)
        rows.campaigns.insert(campaigns.uuid(row, 0), campaigns.boolean(row, 1));
    loadLeads(data, workspace, rows);
    loadMessages(data, workspace, rows);
    loadKept(data, workspace, rows);
    return rows;
}

std::optional<Instant> CampaignRows::firstReply(QUuid lead, Instant after) const
{
    const QList<Instant> ofLead = replies.value(lead);
    const auto found = std::ranges::find_if(ofLead, [after](Instant at) { return at > after; });
    return found == ofLead.end() ? std::nullopt : std::optional(*found);
}

QMap<QUuid, QString> CampaignRows::sends() const
{
    QMap<QUuid, QString> facts;
    for (const Draft &draft : drafts) {
        if (draft.disposition.isEmpty() || !draft.sentAt)
            continue;
        const Draft *next = nullptr;
        for (const Draft &other : drafts) {
            if (other.sentAt && other.unit() == draft.unit() && other.rank() > draft.rank()
                && (next == nullptr || other.rank() < next->rank()))
                next = &other;
        }
        facts.insert(draft.id,
            sendFacts(draft, leads.value(draft.lead), next == nullptr ? std::nullopt : next->sentAt));
    }
    return facts;
}

QMap<QString, qint64> CampaignRows::cells() const
{
    QMap<QString, qint64> cells;
    for (const Draft &draft : drafts) {
        if (!draft.disposition.isEmpty() && draft.sentAt)
            ++cells[cellOf(u"send"_s, *draft.sentAt, leads.value(draft.lead).campaign, draft.channel,
                draft.disposition)];
    }
    for (const Lead &lead : leads) {
        if (lead.campaign.isNull() || !lead.lastInbound)
            continue;
        ++cells[cellOf(u"reply"_s, *lead.lastInbound, lead.campaign, lead.tag)];
        if (isPositive(lead.tag)) {
            ++cells[cellOf(u"industry"_s, *lead.lastInbound, lead.campaign, lead.industry)];
            ++cells[cellOf(u"headcount"_s, *lead.lastInbound, lead.campaign, lead.headcount)];
        }
    }
    return cells;
}

int CampaignRows::wrongEnrollments() const
{
    return int(std::ranges::count_if(enrollments, [this](const Enrollment &enrollment) {
        if (!enrollment.isSent || !enrollment.sentAt)
            return enrollment.answeredAt || enrollment.bookedAt;
        return enrollment.answeredAt != firstReply(enrollment.lead, *enrollment.sentAt)
            || enrollment.bookedAt != leads.value(enrollment.lead).bookedAt;
    }));
}

QMap<QString, qint64> walkedFigures(const CampaignRows &rows, const AnalyticsWindow &window)
{
    return Walk(rows, window).figures();
}

QMap<QString, qint64> readFigures(
    PgConnection &pg, const AnalyticsScope &scope, const AnalyticsWindow &window)
{
    QMap<QString, qint64> figures;
    const EmailCampaignsPart email = must(loadEmailCampaigns(pg, scope, window));
    for (const EmailCampaignKpis &kpis : email.campaigns)
        readCampaign(kpis, figures);
    for (const CampaignSlice &slice : email.report.sentiments)
        figures[u"sentiment "_s + slice.name] = slice.positiveReplies;
    const ReactivationKpis totals = must(loadReactivation(pg, scope, window)).totals;
    figures[u"reactivated"_s] = totals.sent;
    figures[u"reactivated, answered"_s] = totals.responded;
    figures[u"reactivated, booked"_s] = totals.meetingsBooked;
    for (const DraftOutcomes &channel : must(loadDraftOutcomes(pg, scope, window)).channels) {
        figures[u"draft "_s + channel.channel + u" AUTO_SENT"_s] = channel.autoSent;
        figures[u"draft "_s + channel.channel + u" APPROVED"_s] = channel.approved;
        figures[u"draft "_s + channel.channel + u" EDITED"_s] = channel.edited;
    }
    for (const DraftBooking &row : must(loadDraftBooking(pg, scope, window)).rows) {
        const QString unit = QStringList({u"unit"_s, row.channel, row.disposition}).join(u' ');
        figures[unit + u" booked"_s] = row.counts.booked;
        figures[unit + u" not booked"_s] = row.counts.notBooked;
        figures[unit + u" pending"_s] = row.counts.pending;
        figures[unit + u" without time"_s] = row.counts.bookedNoTimestamp;
    }
    figures.removeIf([](const auto &figure) { return figure.value() == 0; });
    return figures;
}

} // namespace signalbox
