// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/analytics/readsfixture.h"

#include "tests/support/waitlimit.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox {

AnalyticsReads::Read ReadsFixture::read(UserId user, WorkspaceId workspace, bool isRefresh)
{
    return {.endpoint = "overview",
        .reader = {user, workspace, u"OWNER"_s},
        .filters = "window",
        .isPersonal = false,
        .isRefresh = isRefresh,
        .askedAt = m_clock.elapsed(),
        .load = [this] {
            const QByteArray text = "load " + QByteArray::number(++m_loads);
            return Reply<LoadedBody>::ready(LoadedBody {text, '"' + text + '"', m_timeToLive, m_staleFor});
        }};
}

AnalyticsReads::Read ReadsFixture::slowRead(UserId user, const ReplySource<LoadedBody> &slow)
{
    auto made = read(user, m_workspace);
    made.load = [this, slow] {
        ++m_loads;
        return slow.reply();
    };
    return made;
}

QByteArray ReadsFixture::wait(const Reply<HttpResponse> &reply)
{
    if (!QTest::qWaitFor([&] { return reply.isFinished(); }, WaitLimit))
        return "never answered";
    const auto result = reply.future().result();
    if (!result)
        return result.error().kind == Error::Kind::Internal
            ? describe(result.error()).toUtf8()
            : QByteArray(kindName(result.error().kind).data());
    return result->body + ' '
        + (result->staleAge ? QByteArray("stale") : QByteArray(wireName(result->cache).data()));
}

void ReadsFixture::write()
{
    data().run("update lead set status = 'qualified', updated_at = now() where workspace_id = $1::uuid",
        PgParams() << m_workspace);
}

void ReadsFixture::setUpOnce()
{
    m_database = newDatabase();
    m_admin = connectTo(m_database->adminConninfo());
    m_owner = data().addUser(u"owner@a.test"_s);
    m_setter = data().addUser(u"setter@a.test"_s);
    m_stranger = data().addUser(u"owner@b.test"_s);
    m_foreign = data().addWorkspace(u"B"_s, m_stranger);
}

void ReadsFixture::setUp()
{
    m_clock = ManualClock();
    m_workspace = data().addWorkspace(u"A"_s, m_owner);
    data().addMember(m_workspace, m_setter, u"SETTER"_s);
    data().addLead(m_workspace, {});
    m_loads = 0;
    m_timeToLive = 300s;
    m_staleFor = 120s;
    m_service = std::make_unique<Instance>(m_database->appConninfo(), m_clock);
}

} // namespace signalbox
