// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/membersmodel.h"
#include "ui/shell/page.h"
#include "ui/shell/settingssection.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace signalbox {

class ErrorBanner;
class StatePanel;

/// The people of the workspace, for OWNER and ADMIN: add, change a role, remove (DESIGN §8.27).
class MembersSettings final : public SettingsSection
{
    Q_OBJECT

public:
    MembersSettings(const PageContext &context, MembersGateway &gateway, QWidget *parent = nullptr);

    static bool isFor(const QString &role);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTable();
    QWidget *makeForm();
    void fillRoles(QComboBox *roles) const;
    void follow();
    void add();
    void remove();
    void showSelection();

    PageContext m_context;
    MembersModel *m_model;
    StatePanel *m_panel = nullptr;
    ErrorBanner *m_banner = nullptr;
    QTableView *m_table = nullptr;
    QComboBox *m_role = nullptr;
    QPushButton *m_remove = nullptr;
    QLineEdit *m_newEmail = nullptr;
    QLineEdit *m_newName = nullptr;
    QLineEdit *m_newPassword = nullptr;
    QComboBox *m_newRole = nullptr;
    QPushButton *m_add = nullptr;
    bool m_isAsked = false;
};

} // namespace signalbox
