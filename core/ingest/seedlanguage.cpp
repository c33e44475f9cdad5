// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedlanguage.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A resource of a static library is dropped by the linker unless something names it; the macro wants the
// global namespace.
static void keepSeedResources()
{
    Q_INIT_RESOURCE(signalbox_seed_files);
}

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QList<SeedTemplate> readTemplates(const QJsonArray &texts)
{
    QList<SeedTemplate> templates;
    for (const QJsonValue &text : texts)
        templates += SeedTemplate::parse(text.toString().toUtf8());
    return templates;
}

QList<SeedName> readNames(const QJsonArray &names, const QJsonArray &latin = {})
{
    QList<SeedName> read;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QJsonValue name = names.at(i);
        if (name.isArray()) {
            const QJsonArray pair = name.toArray();
            read += {pair.at(0).toString().toUtf8(), pair.at(1).toString().toLatin1()};
        } else {
            read += {name.toString().toUtf8(),
                latin.isEmpty() ? latinSlug(name.toString()) : latin.at(i).toString().toLatin1()};
        }
    }
    return read;
}

Result<SeedLanguage> readLanguage(const QString &code)
{
    QFile file(u":/seed/%1.json"_s.arg(code));
    if (!file.open(QIODevice::ReadOnly))
        return Error::internal(u"no demo vocabulary for %1"_s.arg(code));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root.isEmpty())
        return Error::internal(u"the demo vocabulary for %1 is damaged"_s.arg(code));
    SeedLanguage language;
    language.code = code.toLatin1();
    language.writesSpaces = code != "ja"_L1;
    language.given = readNames(root.value("given"_L1).toArray());
    language.family = readNames(root.value("family"_L1).toArray());
    language.stems = readNames(root.value("stem"_L1).toArray(), root.value("stem_latin"_L1).toArray());
    for (auto entry = root.begin(); entry != root.end(); ++entry) {
        if (entry->isString()) {
            language.phrases.insert(entry.key().toLatin1(), readTemplates({entry->toString()}));
        } else if (entry->isObject()) {
            const QJsonObject group = entry->toObject();
            for (auto inner = group.begin(); inner != group.end(); ++inner)
                language.phrases.insert(
                    (entry.key() + u'.' + inner.key()).toLatin1(), readTemplates(inner->toArray()));
        } else {
            language.phrases.insert(entry.key().toLatin1(), readTemplates(entry->toArray()));
        }
    }
    return language;
}

} // namespace

SeedTemplate SeedTemplate::parse(const QByteArray &text)
{
    SeedTemplate parsed;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf('{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf('}', open);
        if (close < 0)
            break;
        if (open > from)
            parsed.pieces += {text.sliced(from, open - from), false};
        parsed.pieces += {text.sliced(open + 1, close - open - 1), true};
        from = close + 1;
    }
    if (from < text.size())
        parsed.pieces += {text.sliced(from), false};
    return parsed;
}

const QList<SeedTemplate> &SeedLanguage::list(const QByteArray &path, const QByteArray &fallback) const
{
    auto found = phrases.constFind(path);
    if (found == phrases.constEnd())
        found = phrases.constFind(fallback);
    Q_ASSERT(found != phrases.constEnd() && !found->isEmpty());
    return *found;
}

QByteArray latinSlug(const QString &text)
{
    QByteArray slug;
    const QString plain = text.toLower()
                              .replace(u"ß"_s, u"ss"_s)
                              .replace(u"ø"_s, u"o"_s)
                              .normalized(QString::NormalizationForm_KD);
    for (const QChar c : plain) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += char(c.unicode());
    }
    return slug;
}

Result<QList<SeedLanguage>> loadSeedLanguages()
{
    keepSeedResources();
    QList<SeedLanguage> languages;
    for (const auto code : {"en"_L1, "de"_L1, "fr"_L1, "es"_L1, "ja"_L1, "ar"_L1, "he"_L1}) {
        auto language = readLanguage(code);
        if (!language)
            return language.error();
        languages += *std::move(language);
    }
    return languages;
}

} // namespace signalbox
