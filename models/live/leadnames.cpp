// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/leadnames.h"

namespace signalbox {

using namespace std::chrono_literals;

namespace {

constexpr int NamesAtMost = 10'000;
constexpr int NamesACall = 200; // what the service answers at once
constexpr int WantedAtMost = 2'000; // whoever scrolls past does not wait for names nobody sees any more
constexpr auto Gather = 40ms; // the rows of one picture become one call
constexpr auto AfterFailure = 10s;
constexpr auto MembersAtMostEvery = 60s;

} // namespace

LeadNames::LeadNames(TriageGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_names(NamesAtMost)
{
    m_soon.setSingleShot(true);
    m_usersAgain.setSingleShot(true);
    m_usersAgain.setInterval(MembersAtMostEvery);
    connect(&m_soon, &QTimer::timeout, this, &LeadNames::ask);
}

void LeadNames::setWorkspace(WorkspaceId workspace)
{
    m_pending.cancel();
    m_pendingUsers.cancel();
    m_soon.stop();
    m_usersAgain.stop();
    m_workspace = workspace;
    m_names.clear();
    m_wanted.clear();
    m_isWanted.clear();
    m_users.clear();
    m_isRefused = false;
}

void LeadNames::setMasked(bool isMasked)
{
    if (m_isMasked == isMasked)
        return;
    m_isMasked = isMasked;
    Q_EMIT changed();
}

QString LeadNames::want(LeadId lead)
{
    if (m_isMasked || lead.isNull())
        return {};
    if (const QString *name = m_names.object(lead))
        return *name;
    if (m_isRefused || m_workspace.isNull() || m_isWanted.contains(lead))
        return {};
    m_wanted.append(lead);
    m_isWanted.insert(lead);
    while (m_wanted.size() > WantedAtMost)
        m_isWanted.remove(m_wanted.takeFirst());
    if (!m_soon.isActive() && !m_pending.isPending())
        m_soon.start(Gather);
    return {};
}

QString LeadNames::known(LeadId lead) const
{
    if (m_isMasked)
        return {};
    const QString *name = m_names.object(lead);
    return name ? *name : QString();
}

QString LeadNames::wantUser(UserId user)
{
    const auto known = m_users.constFind(user);
    if (known != m_users.constEnd())
        return *known;
    askUsers();
    return {};
}

void LeadNames::ask()
{
    if (m_pending.isPending() || m_wanted.isEmpty())
        return;
    // The newest wishes first: they are what is on the screen.
    const qsizetype count = std::min<qsizetype>(m_wanted.size(), NamesACall);
    const QList<LeadId> leads = m_wanted.last(count);
    m_wanted.remove(m_wanted.size() - count, count);
    m_pending = m_gateway.fetchLeadNames(m_workspace, leads);
    deliver(m_pending, this,
        [this, leads](const Result<QHash<LeadId, QString>> &answer) { onNames(leads, answer); });
}

void LeadNames::onNames(const QList<LeadId> &asked, const Result<QHash<LeadId, QString>> &answer)
{
    for (const LeadId &lead : asked)
        m_isWanted.remove(lead);
    if (!answer) {
        const Error::Kind kind = answer.error().kind;
        m_isRefused = kind == Error::Kind::Denied || kind == Error::Kind::Unauthenticated;
        m_wanted.clear();
        m_isWanted.clear();
        // Asked again by whoever paints the rows then; until it is over, nobody's wish starts a call.
        m_soon.start(AfterFailure);
        return;
    }
    for (const LeadId &lead : asked)
        m_names.insert(lead, new QString(answer->value(lead)));
    if (!m_wanted.isEmpty())
        m_soon.start(Gather);
    Q_EMIT changed();
}

void LeadNames::askUsers()
{
    if (m_workspace.isNull() || m_usersAgain.isActive())
        return;
    m_usersAgain.start();
    m_pendingUsers = m_gateway.fetchAssignees(m_workspace);
    deliver(m_pendingUsers, this, [this](const Result<QList<Assignee>> &answer) {
        if (!answer)
            return;
        for (const Assignee &one : *answer)
            m_users.insert(one.user, one.name.isEmpty() ? one.email : one.name);
        Q_EMIT changed();
    });
}

} // namespace signalbox
