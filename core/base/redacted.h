// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QString>

namespace signalbox {

/// A value that must not be read in a log: message text, addresses, tokens, connection strings.
///
/// It prints as a stable short hash, so that two lines about the same value can still be matched.
class Redacted
{
public:
    explicit Redacted(QString value)
        : m_value(std::move(value))
    { }
    /// `~` and the first 8 hex digits of SHA-256; `~empty` for an empty value.
    QString toString() const;

private:
    QString m_value;
};

QDebug operator<<(QDebug stream, const Redacted &value);

} // namespace signalbox
