// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ctlarguments.h"

namespace signalbox {

using namespace Qt::StringLiterals;

Result<CtlArguments> CtlArguments::parse(
    const QStringList &arguments, const QStringList &valueOptions, const QStringList &flags)
{
    CtlArguments parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "--"_L1) {
            parsed.m_positional += arguments.sliced(i + 1);
            break;
        }
        if (!argument.startsWith("--"_L1)) {
            parsed.m_positional += argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.sliced(2, (equals < 0 ? argument.size() : equals) - 2);
        if (flags.contains(name)) {
            if (equals >= 0)
                return Error::invalid(name, u"--%1 takes no value"_s.arg(name));
            parsed.m_values[name] += QString();
            continue;
        }
        if (!valueOptions.contains(name))
            return Error::invalid(name, u"unknown option --%1"_s.arg(name));
        if (equals < 0 && i + 1 >= arguments.size())
            return Error::invalid(name, u"--%1 needs a value"_s.arg(name));
        parsed.m_values[name] += equals < 0 ? arguments.at(++i) : argument.sliced(equals + 1);
    }
    return parsed;
}

QString CtlArguments::value(const QString &name) const
{
    const QStringList all = m_values.value(name);
    return all.isEmpty() ? QString() : all.last();
}

Result<qint64> CtlArguments::number(const QString &name, qint64 absent, qint64 minimum) const
{
    if (!has(name))
        return absent;
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    if (!isNumber || number < minimum)
        return Error::invalid(name, u"--%1 must be a whole number of at least %2"_s.arg(name).arg(minimum));
    return number;
}

} // namespace signalbox
