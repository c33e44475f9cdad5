// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/shotlist.h"
#include "tests/support/stagepage.h"
#include "ui/shell/pagehost.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

void settle(int milliseconds = 30)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

MainWindow &signedIn(ShellStage &stage)
{
    MainWindow &window = stage.openSignedIn(scenePages(stage));
    window.resize(1440, 900);
    settle();
    return window;
}

void run(MainWindow &window, const QString &command)
{
    settle();
    window.commands().trigger(command);
    settle();
}

void type(MainWindow &window, const QString &field, const QString &text)
{
    window.findChild<QLineEdit *>(field)->setText(text);
}

Scene settings(const QString &name, const QString &section)
{
    return {name, [section](ShellStage &stage, QObject *) {
                MainWindow &window = signedIn(stage);
                run(window, u"page.settings"_s);
                window.host().page()->restoreState({section, {}});
            }};
}

} // namespace

QList<Scene> shellScenes()
{
    return {
        {u"sign-in"_s, [](ShellStage &stage, QObject *) { stage.open(scenePages(stage)); }},
        {u"sign-in-wrong"_s,
            [](ShellStage &stage, QObject *) {
                stage.open(scenePages(stage));
                settle();
                type(*stage.window, u"signInEmail"_s, stage.sessions.email);
                stage.session.signIn(stage.sessions.email, u"wrong"_s, false);
            }},
        {u"sign-in-no-server"_s,
            [](ShellStage &stage, QObject *) {
                stage.sessions.signInError = Error::unavailable(u"refused"_s);
                stage.open(scenePages(stage));
                settle();
                type(*stage.window, u"signInEmail"_s, stage.sessions.email);
                stage.session.signIn(stage.sessions.email, u"any"_s, false);
            }},
        {u"session-expired"_s,
            [](ShellStage &stage, QObject *) {
                signedIn(stage);
                settle(400);
                stage.connection.endSession();
            }},
        {u"first-run"_s,
            [](ShellStage &stage, QObject *) {
                stage.setup.needsSetup = true;
                stage.open(scenePages(stage));
                settle();
                type(*stage.window, u"name"_s, u"Mara Kaya"_s);
                type(*stage.window, u"email"_s, u"mara@brightline.example"_s);
            }},
        {u"workspace-switcher"_s,
            [](ShellStage &stage, QObject *) {
                for (const int i : {7, 4, 1, 0})
                    stage.memory.enterWorkspace(stage.sessions.workspaces.at(i).id);
                run(signedIn(stage), u"shell.workspaces"_s);
            }},
        {u"command-palette"_s,
            [](ShellStage &stage, QObject *) { run(signedIn(stage), u"shell.palette"_s); }},
        {u"command-palette-search"_s,
            [](ShellStage &stage, QObject *) {
                MainWindow &window = signedIn(stage);
                run(window, u"shell.palette"_s);
                window.findChild<QWidget *>(u"commandPalette"_s)->findChild<QLineEdit *>()->setText(u"ac"_s);
            }},
        {u"keys"_s, [](ShellStage &stage, QObject *) { run(signedIn(stage), u"shell.keys"_s); }},
        settings(u"settings-appearance"_s, u"appearance"_s),
        settings(u"settings-keyboard"_s, u"keyboard"_s),
        settings(u"settings-account"_s, u"account"_s),
        settings(u"settings-members"_s, u"members"_s),
        {u"settings-search"_s,
            [](ShellStage &stage, QObject *) {
                MainWindow &window = signedIn(stage);
                run(window, u"page.settings"_s);
                type(window, u"settingsSearch"_s, u"size"_s);
            }},
        {u"no-workspace"_s,
            [](ShellStage &stage, QObject *) {
                stage.sessions.workspaces.clear();
                signedIn(stage);
            }},
        {u"workspaces-error"_s,
            [](ShellStage &stage, QObject *) {
                stage.sessions.workspacesError = Error {
                    .kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s, .retryAfterSeconds = 12};
                signedIn(stage);
            },
            500},
        {u"page-fault"_s,
            [](ShellStage &stage, QObject *) {
                MainWindow &window = signedIn(stage);
                window.onFault({window.host().page(),
                    u"index < rows.size() (models/inbox/pagewindow.cpp:88)"_s, u"Paint"_s});
            }},
        {u"offline"_s,
            [](ShellStage &stage, QObject *) {
                signedIn(stage);
                settle(400);
                stage.connection.setStatus({ConnectionStatus::State::Offline, {}, stage.clock.now(),
                    stage.clock.now() - std::chrono::seconds(31), u"127.0.0.1:8080"_s, u"7f3a91c2"_s});
            }},
        {u"production"_s, [](ShellStage &stage, QObject *) { signedIn(stage); }, 400,
            Environment::Production},
        {u"link-foreign"_s,
            [](ShellStage &stage, QObject *) {
                MainWindow &window = signedIn(stage);
                settle(400);
                window.openLink(u"signalbox://demo/11111111-2222-4333-8444-555555555555/inbox"_s);
            }},
    };
}

} // namespace signalbox
