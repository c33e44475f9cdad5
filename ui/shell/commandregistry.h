// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>

#include <functional>

namespace signalbox {

/// What a command is: declared once, whether or not the page that carries it out exists yet.
struct CommandSpec
{
    QString id; ///< `scope.verb`, stable: key settings refer to it
    QString scope; ///< id of the page it works on; empty: everywhere
    std::function<QString()> text; ///< called again after a language change
    QList<QKeySequence> keys; ///< by default
    IconName icon = IconName::None;
};

/// Every command of the console: one list feeds menus, tooltips, the palette, the sheet of keys and the
/// settings.
///
/// A command is *declared* at start and *bound* by whoever can carry it out now. A bound command is a QAction
/// of its owner: commands with a scope act only while the focus is inside the owner, so single letters never
/// reach an editor elsewhere; editors inside the owner keep their letters because they claim them first
/// (ShortcutOverride).
class CommandRegistry final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void declare(const CommandSpec &spec);
    void declare(const QList<CommandSpec> &specs);
    /// Carries out a declared command until `owner` dies. The newest binding of an id wins.
    QAction *bind(const QString &id, QWidget *owner, std::function<void()> run);

    QList<CommandSpec> commands() const; ///< in the order of their declaration
    const CommandSpec *find(const QString &id) const;
    /// The action of a command that is bound now, else null.
    QAction *action(const QString &id) const;
    /// Carries a command out if it is bound and enabled.
    bool trigger(const QString &id) const;

    QList<QKeySequence> keys(const QString &id) const;
    bool isRemapped(const QString &id) const { return m_remapped.contains(id); }
    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    void resetKeys(const QString &id);
    /// Ids of the other commands that would answer to `key` where `id` does; empty: the key is free.
    QStringList conflicts(const QString &id, const QKeySequence &key) const;
    /// "Refresh (F5)": the text of a command and its first key, for tooltips.
    QString tooltip(const QString &id) const;

Q_SIGNALS:
    void keysChanged(const QString &id);
    void bindingsChanged();

public Q_SLOTS:
    /// Asks every text again, after a language change.
    void retranslate();

private:
    void decorate(QAction *action, const CommandSpec &spec) const;

    QStringList m_order;
    QHash<QString, CommandSpec> m_specs;
    QHash<QString, QList<QKeySequence>> m_remapped;
    QHash<QString, QPointer<QAction>> m_actions;
};

} // namespace signalbox
