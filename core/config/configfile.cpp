// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/configfile.h"

#include <QFile>

#include <toml++/toml.h>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Error faultAt(const QString &path, int line, const QString &what)
{
    return Error::invalid(path, u"%1:%2: %3"_s.arg(path).arg(line).arg(what), u"CONFIG"_s);
}

Result<QList<ConfigFileEntry>> flatten(const toml::table &table, const QString &prefix, const QString &path)
{
    QList<ConfigFileEntry> entries;
    for (const auto &[key, node] : table) {
        const std::string_view keyText = key.str();
        const QString name = prefix + QString::fromUtf8(keyText.data(), qsizetype(keyText.size()));
        const int line = int(node.source().begin.line);
        if (const toml::table *inner = node.as_table()) {
            auto more = flatten(*inner, name + u'.', path);
            if (!more)
                return more;
            entries += *more;
        } else if (const auto *text = node.as_string()) {
            entries += ConfigFileEntry {name, QString::fromStdString(text->get()), line};
        } else if (const auto *number = node.as_integer()) {
            entries += ConfigFileEntry {name, QString::number(number->get()), line};
        } else {
            return faultAt(path, line, name + u" is neither text nor a whole number"_s);
        }
    }
    return entries;
}

} // namespace

Result<QList<ConfigFileEntry>> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error::notFound(path + u": no such file"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error::denied(path + u": "_s + file.errorString());
    const QByteArray text = file.readAll();
    // allow-exceptions: Debian builds the TOML library with them; this is the one place where they end.
    try {
        const toml::table table = toml::parse(std::string_view(text.constData(), size_t(text.size())));
        auto entries = flatten(table, {}, path);
        if (entries)
            std::sort(entries->begin(), entries->end(),
                [](const auto &a, const auto &b) { return a.line < b.line; });
        return entries;
    } catch (const toml::parse_error &error) {
        const std::string_view what = error.description();
        return faultAt(
            path, int(error.source().begin.line), QString::fromUtf8(what.data(), qsizetype(what.size())));
    }
}

} // namespace signalbox
