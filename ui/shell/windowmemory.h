// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/deeplink.h"

#include <QHash>
#include <QSettings>

namespace signalbox {

/// What the next start brings back for a profile: the window, the workspace, the pages' layouts and filters.
///
/// On disk are ids and filter names, never what a person typed or a lead's name (DESIGN D8): search text is
/// left out.
class WindowMemory final
{
public:
    /// `path`: an ini file in the state directory. `isFresh`: forget the layout first (`--reset-layout`).
    WindowMemory(const QString &path, const QString &profile, bool isFresh = false);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    /// The workspaces entered last, newest first.
    QList<WorkspaceId> recentWorkspaces() const;
    std::optional<WorkspaceId> lastWorkspace() const;
    void enterWorkspace(WorkspaceId workspace);

    QString lastPage() const;
    void setLastPage(const QString &page);

    /// The state a page was left in, per workspace.
    PageState pageState(WorkspaceId workspace, const QString &page) const;
    void setPageState(WorkspaceId workspace, const QString &page, const PageState &state);
    QByteArray pageLayout(const QString &page) const;
    void setPageLayout(const QString &page, const QByteArray &layout);

    /// Writes to the disk now.
    void sync();

private:
    QString key(const QString &name) const;

    QSettings m_settings;
    QString m_profile;
    QHash<QString, PageState> m_states; ///< of this run, search text included
};

} // namespace signalbox
