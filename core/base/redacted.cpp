// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redacted.h"

#include <QCryptographicHash>

namespace signalbox {

QString Redacted::toString() const
{
    if (m_value.isEmpty())
        return QStringLiteral("~empty");
    const QByteArray hash = QCryptographicHash::hash(m_value.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u'~' + QString::fromLatin1(hash.first(8));
}

QDebug operator<<(QDebug stream, const Redacted &value)
{
    QDebugStateSaver saver(stream);
    stream.noquote() << value.toString();
    return stream;
}

} // namespace signalbox
