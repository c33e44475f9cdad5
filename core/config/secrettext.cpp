// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secrettext.h"

#include <QFile>
#include <QStringConverter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 64 * 1024;

QString kindOf(QChar character)
{
    if (character.isSpace())
        return u"a blank"_s;
    if (u"\"'`\u2018\u2019\u201c\u201d"_s.contains(character))
        return u"a quote"_s;
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // zero-width characters and the byte order mark
    case QChar::Other_NotAssigned:
        return u"an invisible character"_s;
    default:
        return {};
    }
}

} // namespace

QString edgeProblem(QStringView value)
{
    if (value.isEmpty())
        return u"is empty"_s;
    if (const QString kind = kindOf(value.front()); !kind.isEmpty())
        return u"starts with "_s + kind;
    if (const QString kind = kindOf(value.back()); !kind.isEmpty())
        return u"ends with "_s + kind;
    return {};
}

Result<SecretFile> readSecretFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::invalid(path, path + u": "_s + file.errorString());
    const QByteArray bytes = file.read(LargestFile + 1);
    if (bytes.size() > LargestFile)
        return Error::invalid(path, path + u": larger than 64 KiB"_s);
    // Stateless: a byte order mark must stay visible to edgeProblem().
    QStringDecoder decoder(QStringConverter::Utf8,
        QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    SecretFile secret {.text = decoder.decode(bytes)};
    if (decoder.hasError())
        return Error::invalid(path, path + u": not UTF-8"_s);
    if (secret.text.endsWith(u'\n'))
        secret.text.chop(secret.text.endsWith("\r\n"_L1) ? 2 : 1);
    secret.isExposed = file.permissions().testAnyFlags(QFile::ReadOther | QFile::WriteOther);
    return secret;
}

} // namespace signalbox
