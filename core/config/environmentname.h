// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace signalbox {

/// Which environment a process belongs to (DESIGN D11): `production`, `development` or `preview/<branch>`.
/// Flags, job events and run records carry it, so that a preview never takes production's.
class EnvironmentName
{
public:
    /// Exactly one of the three forms; a branch is letters, digits and `._/-`, at most 100 of them.
    static std::optional<EnvironmentName> parse(QStringView text);
    static EnvironmentName development();

    const QString &name() const { return m_name; }
    bool isProduction() const;

    bool operator==(const EnvironmentName &) const = default;

private:
    explicit EnvironmentName(QString name)
        : m_name(std::move(name))
    { }

    QString m_name;
};

} // namespace signalbox
