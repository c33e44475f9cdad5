// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/workspacemodel.h"
#include "ui/shell/picker.h"

namespace signalbox {

/// Ctrl+Shift+W: the workspaces, searchable, the recent ones first, each with its attention count and role
/// (ux §9).
class WorkspaceSwitcher final : public Picker
{
    Q_OBJECT

public:
    WorkspaceSwitcher(const Theme &theme, QWidget *window);

    void setWorkspaces(const QList<Workspace> &workspaces);
    void setRecent(const QList<WorkspaceId> &recent);
    void setCurrent(std::optional<WorkspaceId> current);

Q_SIGNALS:
    void workspaceChosen(signalbox::WorkspaceId workspace);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    WorkspaceModel *m_model;
};

} // namespace signalbox
