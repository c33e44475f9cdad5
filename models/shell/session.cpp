// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/session.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Session::Session(SessionGateway &sessions, SetupGateway &setup, ServiceConnection &connection,
    SecretStore &secrets, const QString &secretKey, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_setup(setup)
    , m_secrets(secrets)
    , m_secretKey(secretKey)
{
    connect(&connection, &ServiceConnection::sessionEnded, this, [this] {
        if (m_state == State::SignedIn)
            enter(State::Expired);
    });
    connect(&connection, &ServiceConnection::sessionRenewed, this, &Session::keep);
}

void Session::start()
{
    m_error.reset();
    enter(State::Starting);
    m_pendingSetup = m_setup.fetchNeedsSetup();
    deliver(m_pendingSetup, this, [this](const Result<bool> &needsSetup) {
        // A server that cannot say is asked for a sign-in: its answer tells what is wrong.
        if (needsSetup && *needsSetup)
            return enter(State::FirstRun);
        resume();
    });
}

void Session::resume()
{
    m_pendingSecret = m_secrets.fetch(m_secretKey);
    deliver(m_pendingSecret, this, [this](const Result<QString> &token) {
        if (!token)
            return enter(State::SignedOut);
        m_pendingTokens = m_sessions.refresh(*token);
        deliver(m_pendingTokens, this, [this](const Result<SessionTokens> &answer) {
            const bool isSpent = !answer && answer.error().kind == Error::Kind::Unauthenticated;
            accept(answer, true, State::SignedOut);
            if (isSpent) {
                m_secrets.remove(m_secretKey);
                m_error.reset(); // being asked to sign in again after a while is no failure
                Q_EMIT stateChanged();
            }
        });
    });
}

void Session::signIn(const QString &email, const QString &password, bool remember)
{
    const State before = m_state == State::Expired ? State::Expired : State::SignedOut;
    m_error.reset();
    enter(State::SigningIn);
    m_pendingTokens = m_sessions.signIn(email, password);
    deliver(m_pendingTokens, this,
        [this, remember, before](const Result<SessionTokens> &answer) { accept(answer, remember, before); });
}

void Session::createFirstOwner(const FirstOwner &owner)
{
    m_error.reset();
    m_pendingTokens = m_setup.createFirstOwner(owner);
    deliver(m_pendingTokens, this, [this](const Result<SessionTokens> &answer) {
        // Somebody else was first: from now on one signs in.
        const bool isTaken = !answer && answer.error().kind == Error::Kind::Conflict;
        accept(answer, false, isTaken ? State::SignedOut : State::FirstRun);
    });
}

void Session::signOut()
{
    m_secrets.remove(m_secretKey);
    m_remembers = false;
    m_pendingTokens.cancel();
    m_pendingWorkspaces.cancel();
    // Not a Pending: nobody waits for it, and it must reach the server even if this object goes first.
    m_signingOut = m_sessions.signOut();
    m_identity = {};
    m_workspaces.clear();
    m_hasWorkspaces = false;
    m_error.reset();
    enter(State::SignedOut);
    Q_EMIT workspacesChanged();
}

void Session::reloadWorkspaces()
{
    m_pendingWorkspaces = m_sessions.fetchWorkspaces();
    deliver(m_pendingWorkspaces, this, [this](const Result<QList<Workspace>> &answer) {
        m_workspacesError.reset();
        if (answer) {
            m_workspaces = *answer;
            m_hasWorkspaces = true;
        } else {
            m_workspacesError = answer.error();
        }
        Q_EMIT workspacesChanged();
    });
}

void Session::enter(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void Session::accept(const Result<SessionTokens> &answer, bool remember, State onFailure)
{
    if (!answer) {
        m_error = answer.error();
        return enter(onFailure);
    }
    m_error.reset();
    if (m_identity.user != answer->identity.user) {
        m_workspaces.clear();
        m_hasWorkspaces = false;
    }
    m_identity = answer->identity;
    m_remembers = remember;
    keep(*answer);
    enter(State::SignedIn);
    reloadWorkspaces();
}

void Session::keep(const SessionTokens &tokens)
{
    if (m_remembers && !tokens.refreshToken.isEmpty())
        m_secrets.store(m_secretKey, tokens.refreshToken);
}

} // namespace signalbox
