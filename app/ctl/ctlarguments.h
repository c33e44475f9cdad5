// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace signalbox {

/// A command's arguments, taken apart: `--name value`, `--name=value`, `--flag`, and the rest in order. `--`
/// ends the options.
class CtlArguments
{
public:
    /// `valueOptions` and `flags` are names without dashes. Invalid, naming the argument, for anything else
    /// that starts with `--`, for a value that is missing, and for a flag that is given one.
    static Result<CtlArguments> parse(
        const QStringList &arguments, const QStringList &valueOptions, const QStringList &flags = {});

    bool has(const QString &name) const { return m_values.contains(name); }
    /// The last value given, or empty.
    QString value(const QString &name) const;
    /// Every value given, in order.
    QStringList values(const QString &name) const { return m_values.value(name); }
    /// A whole number of at least `minimum`; `absent` when the option was not given; Invalid naming the
    /// option otherwise.
    Result<qint64> number(const QString &name, qint64 absent, qint64 minimum = 0) const;
    const QStringList &positional() const { return m_positional; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_positional;
};

} // namespace signalbox
