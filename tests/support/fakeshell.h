// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/membersgateway.h"
#include "core/inbox/serviceconnection.h"
#include "core/inbox/sessiongateway.h"
#include "core/inbox/setupgateway.h"
#include "models/shell/session.h"
#include "tests/support/fakerealtimefeed.h"
#include "tests/support/manualclock.h"
#include "ui/base/consolestyle.h"
#include "ui/base/dialogs.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingspage.h"

#include <QTemporaryDir>

namespace signalbox {

/// A service with these people and workspaces, answering at once unless a test takes the answers over.
class FakeSessionGateway final : public SessionGateway
{
public:
    QString email = QStringLiteral("mara@brightline.example");
    QString password = QStringLiteral("correct horse");
    Identity identity;
    QList<Workspace> workspaces;
    std::optional<Error> signInError; ///< instead of any answer
    std::optional<Error> workspacesError;
    QString refreshToken = QStringLiteral("refresh-1");
    bool holdsSignIn = false; ///< the answer stays away until `heldSignIn` is finished
    ReplySource<SessionTokens> heldSignIn;
    int signOuts = 0;
    int workspaceCalls = 0;

    Reply<SessionTokens> signIn(const QString &email, const QString &password) override;
    Reply<SessionTokens> refresh(const QString &refreshToken) override;
    Reply<bool> signOut() override;
    Reply<QList<Workspace>> fetchWorkspaces() override;

    SessionTokens tokens() const;
};

class FakeSetupGateway final : public SetupGateway
{
public:
    bool needsSetup = false;
    std::optional<Error> error;
    std::optional<FirstOwner> created;
    SessionTokens tokens;

    Reply<bool> fetchNeedsSetup() override;
    Reply<SessionTokens> createFirstOwner(const FirstOwner &owner) override;
};

class FakeMembersGateway final : public MembersGateway
{
public:
    QList<Member> members;
    std::optional<Error> error;

    Reply<QList<Member>> fetchMembers(WorkspaceId workspace) override;
    Reply<Member> addMember(WorkspaceId workspace, const QString &email, const QString &name,
        const QString &role, const QString &password) override;
    Reply<Member> changeRole(WorkspaceId workspace, UserId user, const QString &role) override;
    Reply<bool> removeMember(WorkspaceId workspace, UserId user) override;
};

class FakeServiceConnection final : public ServiceConnection
{
    Q_OBJECT

public:
    using ServiceConnection::ServiceConnection;

    int retries = 0;

    ConnectionStatus status() const override { return m_status; }
    void retryNow() override { ++retries; }
    void setStatus(const ConnectionStatus &status);
    void endSession() { Q_EMIT sessionEnded(); }

private:
    ConnectionStatus m_status;
};

/// Answers questions in advance.
class ScriptedDialogs final : public Dialogs
{
public:
    bool answer = true;
    QList<Question> asked;
    QString saveFile;

    bool confirm(QWidget *, const Question &question) override;
    QString askSaveFile(QWidget *, const QString &, const QString &) override { return saveFile; }
};

/// Twelve believable workspaces; the first is Brightline's.
QList<Workspace> demoWorkspaces();

/// Everything a MainWindow needs, over fakes, in a directory of its own.
struct ShellStage
{
    explicit ShellStage(Environment environment = Environment::Development);
    ~ShellStage();

    /// Makes the window, with Settings as its last page after `pages`, and signs in.
    MainWindow &openSignedIn(const QList<PageSpec> &pages);
    MainWindow &open(const QList<PageSpec> &pages);

    QTemporaryDir directory;
    ManualClock clock;
    FakeSessionGateway sessions;
    FakeSetupGateway setup;
    FakeMembersGateway members;
    FakeServiceConnection connection;
    FakeRealtimeFeed feed;
    MemorySecretStore secrets;
    ScriptedDialogs dialogs;
    Theme theme;
    Preferences preferences;
    WindowMemory memory;
    Language language;
    Session session;
    Profile profile;
    std::unique_ptr<MainWindow> window;
};

} // namespace signalbox
