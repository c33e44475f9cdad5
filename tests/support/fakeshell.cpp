// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"

#include <QApplication>
#include <QDateTime>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QUuid numbered(const char *kind, int number)
{
    return QUuid::createUuidV5(QUuid(), u"%1-%2"_s.arg(QLatin1StringView(kind)).arg(number));
}

} // namespace

SessionTokens FakeSessionGateway::tokens() const
{
    return {u"access"_s, refreshToken, {}, identity};
}

Reply<SessionTokens> FakeSessionGateway::signIn(const QString &givenEmail, const QString &givenPassword)
{
    if (holdsSignIn)
        return heldSignIn.reply();
    if (signInError)
        return Reply<SessionTokens>::ready(*signInError);
    if (givenEmail != email || givenPassword != password)
        return Reply<SessionTokens>::ready(
            Error {Error::Kind::Unauthenticated, u"wrong"_s, u"invalid_credentials"_s, {}, u"req-401"_s});
    return Reply<SessionTokens>::ready(tokens());
}

Reply<SessionTokens> FakeSessionGateway::refresh(const QString &token)
{
    if (token != refreshToken)
        return Reply<SessionTokens>::ready(Error {Error::Kind::Unauthenticated, u"spent"_s});
    return Reply<SessionTokens>::ready(tokens());
}

Reply<bool> FakeSessionGateway::signOut()
{
    ++signOuts;
    return Reply<bool>::ready(true);
}

Reply<QList<Workspace>> FakeSessionGateway::fetchWorkspaces()
{
    ++workspaceCalls;
    if (workspacesError)
        return Reply<QList<Workspace>>::ready(*workspacesError);
    return Reply<QList<Workspace>>::ready(workspaces);
}

Reply<bool> FakeSetupGateway::fetchNeedsSetup()
{
    return Reply<bool>::ready(needsSetup);
}

Reply<SessionTokens> FakeSetupGateway::createFirstOwner(const FirstOwner &owner)
{
    created = owner;
    if (error)
        return Reply<SessionTokens>::ready(*error);
    return Reply<SessionTokens>::ready(tokens);
}

Reply<QList<Member>> FakeMembersGateway::fetchMembers(WorkspaceId)
{
    if (error)
        return Reply<QList<Member>>::ready(*error);
    return Reply<QList<Member>>::ready(members);
}

Reply<Member> FakeMembersGateway::addMember(
    WorkspaceId, const QString &email, const QString &name, const QString &role, const QString &)
{
    const Member member {{newUuid()}, email, name, role};
    members.append(member);
    return Reply<Member>::ready(member);
}

Reply<Member> FakeMembersGateway::changeRole(WorkspaceId, UserId user, const QString &role)
{
    const auto found = std::ranges::find(members, user, &Member::user);
    const auto owners = std::ranges::count(members, u"OWNER"_s, &Member::role);
    if (found->role == "OWNER"_L1 && role != "OWNER"_L1 && owners == 1)
        return Reply<Member>::ready(Error {Error::Kind::Conflict, u"last owner"_s});
    found->role = role;
    return Reply<Member>::ready(*found);
}

Reply<bool> FakeMembersGateway::removeMember(WorkspaceId, UserId user)
{
    members.removeIf([user](const Member &member) { return member.user == user; });
    return Reply<bool>::ready(true);
}

void FakeServiceConnection::setStatus(const ConnectionStatus &status)
{
    m_status = status;
    Q_EMIT statusChanged();
}

bool ScriptedDialogs::confirm(QWidget *, const Question &question)
{
    asked.append(question);
    return answer;
}

QList<Workspace> demoWorkspaces()
{
    struct Row
    {
        const char16_t *name;
        const char *role;
        qint64 attention;
    };
    constexpr Row Rows[] {
        {u"Brightline Outbound", "OWNER", 214},
        {u"Acme 2", "ADMIN", 37},
        {u"Acme 10", "ADMIN", 0},
        {u"Cedar & Finch", "INBOX_MANAGER", 1204},
        {u"Harbour Analytics", "SETTER", 9},
        {u"Kestrel Health", "OWNER", 58},
        {u"Lumen Works", "INBOX_MANAGER", 3},
        {u"Müller Maschinenbau", "SETTER", 21},
        {u"Northwind Recruiting", "ADMIN", 0},
        {u"Orchard Legal", "CLIENT_PORTAL", 12},
        {u"Polaris Freight", "OWNER", 128'400},
        {u"شركة النور", "INBOX_MANAGER", 6},
    };
    QList<Workspace> workspaces;
    for (const Row &row : Rows)
        workspaces.append({{numbered("workspace", int(workspaces.size()))}, QString::fromUtf16(row.name),
            QString::fromLatin1(row.role), row.attention, u"Europe/Berlin"_s});
    return workspaces;
}

ShellStage::ShellStage(Environment environment)
    : preferences(directory.filePath(u"signalbox.conf"_s))
    , memory(directory.filePath(u"state.ini"_s), u"demo"_s)
    , session(sessions, setup, connection, secrets, u"demo"_s)
    , profile {u"demo"_s, u"Demo"_s, environment}
{
    // The wall clock of the stage is a Wednesday at two, local time.
    const QDateTime two(QDate(2026, 2, 18), QTime(14, 2, 11));
    clock.setNow(Instant(std::chrono::milliseconds(two.toMSecsSinceEpoch())));
    sessions.workspaces = demoWorkspaces();
    sessions.identity = {{numbered("user", 1)}, u"mara@brightline.example"_s, u"Mara Kaya"_s};
    setup.tokens = sessions.tokens();
    members.members = {
        {sessions.identity.user, sessions.identity.email, sessions.identity.name, u"OWNER"_s},
        {{numbered("user", 2)}, u"dana@brightline.example"_s, u"Dana Okafor"_s, u"SETTER"_s},
        {{numbered("user", 3)}, u"jonas@brightline.example"_s, u"Jonas Brandt"_s, u"INBOX_MANAGER"_s},
        {{numbered("user", 4)}, u"ylva@brightline.example"_s, u"Ylva Lindqvist"_s, u"SETTER"_s},
        {{numbered("user", 5)}, u"review@northwind.example"_s, u"Northwind review"_s, u"CLIENT_PORTAL"_s},
    };
    connection.setStatus({ConnectionStatus::State::Connected, std::chrono::milliseconds(12), clock.now(),
        clock.now(), u"127.0.0.1:8080"_s, u"7f3a91c2-5d0e-4b7a-9a61-2f0c8f1d7e44"_s});
}

ShellStage::~ShellStage()
{
    window.reset();
    language.choose(u"en"_s);
}

MainWindow &ShellStage::open(const QList<PageSpec> &pages)
{
    theme.apply();
    window = std::make_unique<MainWindow>(ShellServices {
        session, connection, preferences, memory, language, theme, dialogs, clock, profile, &feed});
    for (const PageSpec &page : pages)
        window->addPage(page);
    window->addPage(SettingsPage::spec({preferences, session, members, connection.status().server}));
    window->show();
    window->start();
    return *window;
}

MainWindow &ShellStage::openSignedIn(const QList<PageSpec> &pages)
{
    secrets.store(u"demo"_s, sessions.refreshToken);
    return open(pages);
}

} // namespace signalbox
