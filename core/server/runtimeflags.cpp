// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/runtimeflags.h"

using namespace Qt::StringLiterals;

namespace signalbox {

std::optional<bool> parseFlag(QStringView text)
{
    const QString word = text.trimmed().toString().toLower();
    if (word == "1"_L1 || word == "true"_L1 || word == "yes"_L1 || word == "on"_L1)
        return true;
    if (word == "0"_L1 || word == "false"_L1 || word == "no"_L1 || word == "off"_L1)
        return false;
    return std::nullopt;
}

RuntimeFlags::RuntimeFlags(Variables variables)
    : m_variables(std::move(variables))
{ }

bool RuntimeFlags::isOn(const QString &key) const
{
    const auto known = m_known.constFind(key);
    return known != m_known.constEnd() ? *known : *m_known.insert(key, resolve(key));
}

void RuntimeFlags::setStored(const QHash<QString, QString> &values)
{
    m_stored = values;
    m_known.clear();
}

bool RuntimeFlags::resolve(const QString &key) const
{
    if (const std::optional<bool> stored = parseFlag(m_stored.value(key)))
        return *stored;
    if (const std::optional<bool> own = parseFlag(m_variables(key)))
        return *own;
    // The web product's public name is read as a fallback (domain §13, row 12).
    return parseFlag(m_variables("NEXT_PUBLIC_"_L1 + key)).value_or(true);
}

} // namespace signalbox
