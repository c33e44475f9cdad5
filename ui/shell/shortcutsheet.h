// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandregistry.h"
#include "ui/shell/overlay.h"

#include <functional>

namespace signalbox {

/// `?`: every key there is, by where it works, made from the registry each time it opens.
class ShortcutSheet final : public Overlay
{
    Q_OBJECT

public:
    /// `scopeTitle` names a scope for people: "Everywhere", "Inbox".
    ShortcutSheet(const Theme &theme, const CommandRegistry &commands,
        std::function<QString(const QString &scope)> scopeTitle, QWidget *window);

    void openSheet();

protected:
    QSize cardSize(const QSize &available) const override;

private:
    const CommandRegistry &m_commands;
    std::function<QString(const QString &)> m_scopeTitle;
    QWidget *m_content = nullptr;
};

} // namespace signalbox
