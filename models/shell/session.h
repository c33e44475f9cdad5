// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/inbox/serviceconnection.h"
#include "core/inbox/sessiongateway.h"
#include "core/inbox/setupgateway.h"
#include "models/shell/secretstore.h"

#include <QObject>

namespace signalbox {

/// Who is at the console: from the first look at the server to signing out.
///
///   Starting ──needs setup──▶ FirstRun ──owner made──▶ SignedIn
///      │ no token kept, or refused                      │  ▲
///      ▼                                                ▼  │ signed in again
///   SignedOut ──signIn()──▶ SigningIn ──ok──▶ SignedIn  Expired
class Session final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Starting,
        FirstRun,
        SignedOut,
        SigningIn,
        SignedIn,
        Expired
    };

    /// `secretKey` names the profile in the keyring.
    Session(SessionGateway &sessions, SetupGateway &setup, ServiceConnection &connection,
        SecretStore &secrets, const QString &secretKey, QObject *parent = nullptr);

    State state() const { return m_state; }
    const Identity &identity() const { return m_identity; }
    /// Why the last attempt failed; empty after a success.
    const std::optional<Error> &error() const { return m_error; }
    const QList<Workspace> &workspaces() const { return m_workspaces; }
    /// False until workspaces() was answered once for this person.
    bool hasWorkspaces() const { return m_hasWorkspaces; }
    const std::optional<Error> &workspacesError() const { return m_workspacesError; }
    bool canRemember() const { return m_secrets.isLasting(); }

    /// Looks whether the server waits for its first owner, then tries the token that was kept.
    void start();
    void signIn(const QString &email, const QString &password, bool remember);
    void createFirstOwner(const FirstOwner &owner);
    void signOut();
    /// Asks for the workspaces again; the old ones stay until the answer.
    void reloadWorkspaces();

Q_SIGNALS:
    void stateChanged();
    void workspacesChanged();

private:
    void enter(State state);
    void resume();
    void accept(const Result<SessionTokens> &answer, bool remember, State onFailure);
    void keep(const SessionTokens &tokens);

    SessionGateway &m_sessions;
    SetupGateway &m_setup;
    SecretStore &m_secrets;
    QString m_secretKey;
    State m_state = State::Starting;
    Identity m_identity;
    std::optional<Error> m_error;
    bool m_remembers = false;
    QList<Workspace> m_workspaces;
    bool m_hasWorkspaces = false;
    std::optional<Error> m_workspacesError;
    Pending<bool> m_pendingSetup;
    Pending<QString> m_pendingSecret;
    Pending<SessionTokens> m_pendingTokens;
    Pending<QList<Workspace>> m_pendingWorkspaces;
    Reply<bool> m_signingOut;
};

} // namespace signalbox
