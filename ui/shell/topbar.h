// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/sessiongateway.h"
#include "ui/base/flatbutton.h"
#include "ui/shell/commandregistry.h"

#include <QWidget>

class QAbstractButton;
class QLabel;

namespace signalbox {

class LinkWatch;

/// What a server is to the people who use it; shown as a colour and as a word (ux §14).
enum class Environment
{
    Development,
    Staging,
    Production
};

/// A server and how it is shown. The id names it in links, settings and the keyring.
struct Profile
{
    QString id = QStringLiteral("default"); ///< lower-case letters, digits, hyphens
    QString name;
    Environment environment = Environment::Development;
};

/// The bar at the top, 48 px: workspace, search and commands, connection, person; under it the environment's
/// strip.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    TopBar(const Theme &theme, const CommandRegistry &commands, LinkWatch &link, const Profile &profile,
        QWidget *parent = nullptr);

    void setWorkspaceName(const QString &name);
    void setPerson(const Identity &identity);
    void setCanGo(bool back, bool forward);
    QWidget *workspaceButton() const { return m_workspace; }
    QWidget *personButton() const { return m_person; }

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void workspacesRequested();
    void paletteRequested();
    void personMenuRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void resizeParts();
    ColorRole stripRole() const;
    QString environmentWord() const;

    const Theme &m_theme;
    const CommandRegistry &m_commands;
    Profile m_profile;
    FlatButton *m_back;
    FlatButton *m_forward;
    FlatButton *m_workspace;
    QAbstractButton *m_field;
    QLabel *m_environment;
    FlatButton *m_person;
};

} // namespace signalbox
