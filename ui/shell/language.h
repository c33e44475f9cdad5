// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTranslator>

namespace signalbox {

/// The language of the interface, switched while it runs: texts, numbers and dates, and the direction of
/// reading.
class Language final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `en`, `de`, `ar`, or `system`; one that there is no translation for falls back to English.
    void choose(const QString &code);
    QString current() const { return m_current.isEmpty() ? QStringLiteral("en") : m_current; }

    /// What can be chosen beside `system`, each with its name in itself.
    static QList<std::pair<QString, QString>> available();

private:
    QString m_current; ///< empty until one is chosen: English has texts to load as well, its plurals
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace signalbox
