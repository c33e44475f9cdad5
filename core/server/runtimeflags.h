// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace signalbox {

/// The kill switch of the inbox routes (domain §4.3).
inline constexpr QLatin1StringView InboxReadFlag {"INBOX_READ_API_V1"};
/// The same of the analytics routes.
inline constexpr QLatin1StringView AnalyticsReadFlag {"ANALYTICS_READ_API_V1"};

/// Reads a switch as people write it: trimmed, any case; 1, true, yes, on and 0, false, no, off. Anything
/// else is not set and falls through to the next source (domain §4.3).
std::optional<bool> parseFlag(QStringView text);

/// The switches of this process's environment: the table `runtime_flag` over environment variables over the
/// default, which is on (DESIGN §8.12).
class RuntimeFlags
{
public:
    using Variables = std::function<QString(const QString &name)>;

    /// `variables` reads an environment variable; empty when it is not set. They are taken not to change.
    explicit RuntimeFlags(Variables variables);

    bool isOn(const QString &key) const;
    /// What the table holds now. Called every few seconds with all of it; a key that is gone falls back.
    void setStored(const QHash<QString, QString> &values);

private:
    bool resolve(const QString &key) const;

    Variables m_variables;
    QHash<QString, QString> m_stored;
    mutable QHash<QString, bool> m_known; ///< what was resolved since the last setStored()
};

} // namespace signalbox
