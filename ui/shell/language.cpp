// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QFile>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

QList<std::pair<QString, QString>> Language::available()
{
    // Only what this build has texts for: a language that turns out to be English would be a dead choice.
    QList<std::pair<QString, QString>> languages {{u"en"_s, u"English"_s}};
    const QList<std::pair<QString, QString>> more {{u"de"_s, u"Deutsch"_s}, {u"ar"_s, u"العربية"_s}};
    for (const auto &language : more) {
        if (QFile::exists(u":/i18n/signalbox_%1.qm"_s.arg(language.first)))
            languages.append(language);
    }
    return languages;
}

void Language::choose(const QString &code)
{
    QString wanted = code == "system"_L1 ? QLocale::system().name().section(u'_', 0, 0) : code;
    const auto known = available();
    if (std::ranges::none_of(known, [&](const auto &language) { return language.first == wanted; }))
        wanted = u"en"_s;
    if (wanted == m_current)
        return;
    m_current = wanted;
    // The region of the system counts if it speaks the language: an Austrian's dates stay Austrian.
    QLocale locale(wanted);
    if (QLocale::system().language() == locale.language())
        locale = QLocale::system();
    // Western digits everywhere: figures line up, and ids and links are copied between languages.
    if (locale.language() == QLocale::Arabic)
        locale = QLocale(QLocale::Arabic, QLocale::UnitedArabEmirates);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // Last, so that widgets hear of the change when all is in place; English has a file too, for its plurals.
    if (m_own.load(u":/i18n/signalbox_"_s + wanted))
        QCoreApplication::installTranslator(&m_own);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace signalbox
