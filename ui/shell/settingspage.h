// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/preferences.h"

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace signalbox {

class MembersGateway;
class Session;
class FlatButton;
class SettingsSection;

/// What the settings work with beside a page's context.
struct SettingsServices
{
    Preferences &preferences;
    Session &session;
    MembersGateway &members;
    QString server; ///< host and port, for people
};

/// Settings: applied at once, each with a way back, found by a word.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(const PageContext &context, const SettingsServices &services);

    /// How the shell knows the page.
    static PageSpec spec(const SettingsServices &services);

    PageState state() const override;
    void restoreState(const PageState &state) override;
    void focusSearch() override;
    bool stepBack() override;
    QList<QWidget *> panes() const override;

private:
    void addSection(SettingsSection *section);
    SettingsSection *makeAppearance();
    SettingsSection *makeAccount();
    void choose(const QString &section);
    void filter(const QString &typed);

    SettingsServices m_services;
    QLineEdit *m_search;
    QVBoxLayout *m_index;
    QVBoxLayout *m_column;
    QScrollArea *m_scroll;
    QLabel *m_nothing;
    QList<SettingsSection *> m_sections;
    QHash<QString, FlatButton *> m_links;
    QString m_chosen;
};

} // namespace signalbox
