// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandregistry.h"

#include <QWidget>

namespace signalbox {

using namespace Qt::StringLiterals;

void CommandRegistry::declare(const CommandSpec &spec)
{
    Q_ASSERT_X(!m_specs.contains(spec.id), "CommandRegistry", "a command is declared twice");
    m_order.append(spec.id);
    m_specs.insert(spec.id, spec);
}

void CommandRegistry::declare(const QList<CommandSpec> &specs)
{
    for (const CommandSpec &spec : specs)
        declare(spec);
}

QAction *CommandRegistry::bind(const QString &id, QWidget *owner, std::function<void()> run)
{
    const CommandSpec *spec = find(id);
    Q_ASSERT_X(spec, "CommandRegistry", "a command is bound that nobody declared");
    if (QAction *former = action(id)) {
        // Two living actions with one key would make both ambiguous, and neither would act.
        former->setShortcuts(QList<QKeySequence>());
    }
    auto *bound = new QAction(owner);
    bound->setObjectName(id);
    bound->setShortcutContext(spec->scope.isEmpty() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    decorate(bound, *spec);
    owner->addAction(bound);
    connect(bound, &QAction::triggered, owner, [run = std::move(run)] { run(); });
    connect(bound, &QObject::destroyed, this, &CommandRegistry::bindingsChanged);
    m_actions.insert(id, bound);
    Q_EMIT bindingsChanged();
    return bound;
}

QList<CommandSpec> CommandRegistry::commands() const
{
    QList<CommandSpec> all;
    for (const QString &id : m_order)
        all.append(m_specs.value(id));
    return all;
}

const CommandSpec *CommandRegistry::find(const QString &id) const
{
    const auto found = m_specs.constFind(id);
    return found == m_specs.cend() ? nullptr : &*found;
}

QAction *CommandRegistry::action(const QString &id) const
{
    return m_actions.value(id);
}

bool CommandRegistry::trigger(const QString &id) const
{
    QAction *bound = action(id);
    if (!bound || !bound->isEnabled())
        return false;
    bound->trigger();
    return true;
}

QList<QKeySequence> CommandRegistry::keys(const QString &id) const
{
    const auto remapped = m_remapped.constFind(id);
    if (remapped != m_remapped.cend())
        return *remapped;
    const CommandSpec *spec = find(id);
    return spec ? spec->keys : QList<QKeySequence>();
}

void CommandRegistry::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    const CommandSpec *spec = find(id);
    if (!spec)
        return;
    if (keys == spec->keys)
        m_remapped.remove(id);
    else
        m_remapped.insert(id, keys);
    if (QAction *bound = action(id))
        decorate(bound, *spec);
    Q_EMIT keysChanged(id);
}

void CommandRegistry::resetKeys(const QString &id)
{
    if (const CommandSpec *spec = find(id))
        setKeys(id, spec->keys);
}

QStringList CommandRegistry::conflicts(const QString &id, const QKeySequence &key) const
{
    QStringList taken;
    const CommandSpec *spec = find(id);
    if (!spec || key.isEmpty())
        return taken;
    for (const QString &other : m_order) {
        const QString otherScope = m_specs.value(other).scope;
        // Two pages never have the focus at once; "everywhere" meets every page.
        const bool canMeet = otherScope.isEmpty() || spec->scope.isEmpty() || otherScope == spec->scope;
        if (other != id && canMeet && keys(other).contains(key))
            taken.append(other);
    }
    return taken;
}

QString CommandRegistry::tooltip(const QString &id) const
{
    const CommandSpec *spec = find(id);
    if (!spec)
        return {};
    const QList<QKeySequence> bound = keys(id);
    if (bound.isEmpty())
        return spec->text();
    return u"%1 (%2)"_s.arg(spec->text(), bound.first().toString(QKeySequence::NativeText));
}

void CommandRegistry::retranslate()
{
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        if (*it)
            decorate(*it, m_specs.value(it.key()));
    }
}

void CommandRegistry::decorate(QAction *action, const CommandSpec &spec) const
{
    action->setText(spec.text());
    action->setShortcuts(keys(spec.id));
    action->setToolTip(tooltip(spec.id));
}

} // namespace signalbox
