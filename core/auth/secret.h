// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>

#include <memory>

namespace signalbox {

/// Bytes that must never be read by accident: a password, a key, a token.
///
/// It has no way to a log: QDebug prints `[secret]`, and the bytes are only had by the name of reveal(). They
/// are wiped when the last copy goes; what was given to the constructor is the giver's to wipe.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QByteArray &bytes);
    /// The UTF-8 bytes of a text.
    explicit Secret(const QString &text);
    /// Fresh bytes of the system's random source, for keys.
    static Secret random(int sizeBytes);

    bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    qsizetype sizeBytes() const { return m_bytes ? m_bytes->size() : 0; }
    /// The bytes themselves, valid as long as this Secret. Only for the function that needs them.
    QByteArrayView reveal() const { return m_bytes ? QByteArrayView(*m_bytes) : QByteArrayView(); }

    /// In a time that depends on the sizes alone.
    friend bool operator==(const Secret &a, const Secret &b)
    {
        return equalInConstantTime(a.reveal(), b.reveal());
    }

    /// Compares in a time that depends on the sizes alone.
    static bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

private:
    std::shared_ptr<const QByteArray> m_bytes;
};

QDebug operator<<(QDebug stream, const Secret &secret);

} // namespace signalbox
