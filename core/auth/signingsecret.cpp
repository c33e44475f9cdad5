// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/signingsecret.h"

#include "core/auth/jwt.h"

#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LeastBytes = 32; // RFC 7518 §3.2: at least the size of the hash
constexpr int GeneratedBytes = 48;
constexpr qint64 MostBytes = 4096;

bool isStray(QChar character)
{
    return character.isSpace() || character == u'"' || character == u'\'' || character == u'`'
        || !character.isPrint();
}

Error fileError(const QString &path, const QString &what)
{
    return Error::unavailable(u"%1 %2: %3"_s.arg(what, path, qt_error_string(errno)));
}

// Writes beside the path and links it there: whoever comes second finds the first one's whole file, never
// half of one.
Result<void> createFile(const QString &path, QByteArrayView content)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray part = target + '.' + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const int file = ::open(part.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fileError(path, u"cannot create"_s);
    const bool isWritten
        = ::write(file, content.data(), size_t(content.size())) == content.size() && ::fsync(file) == 0;
    const bool isClosed = ::close(file) == 0;
    const bool isLinked
        = isWritten && isClosed && (::link(part.constData(), target.constData()) == 0 || errno == EEXIST);
    const Error failure = fileError(path, u"cannot write"_s);
    ::unlink(part.constData());
    if (!isLinked)
        return failure;
    return {};
}

} // namespace

Result<Secret> parseSigningSecret(const QByteArray &raw, const QString &name)
{
    const QByteArray value = raw.endsWith('\n') ? raw.chopped(1) : raw;
    const QString text
        = QString::fromUtf8(value); // drops a byte order mark, which is as invisible as they come
    if (value.startsWith("\xEF\xBB\xBF"))
        return Error::invalid(name, u"the secret begins with a byte order mark"_s);
    if (!text.isEmpty() && (isStray(text.front()) || isStray(text.back())))
        return Error::invalid(
            name, u"the secret begins or ends with a blank, a quote or an invisible character"_s);
    if (value.size() < LeastBytes)
        return Error::invalid(name, u"the secret must have at least %1 bytes"_s.arg(LeastBytes));
    return Secret(value);
}

Result<Secret> readSigningSecret(const QString &path)
{
    struct stat facts
    { };
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return fileError(path, u"cannot read"_s);
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error::denied(u"%1 may be read by others: it must have mode 0600"_s.arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, u"cannot read"_s);
    return parseSigningSecret(file.read(MostBytes), path);
}

QString signingSecretFile(const QString &embeddedDirectory)
{
    return embeddedDirectory + u"/signing-secret"_s;
}

Result<Secret> loadOrCreateSigningSecret(const QString &path)
{
    if (!QFile::exists(path)) {
        const Secret made = Secret(encodeBase64Url(Secret::random(GeneratedBytes).reveal()) + '\n');
        const auto created = createFile(path, made.reveal());
        if (!created)
            return created.error();
    }
    return readSigningSecret(path);
}

} // namespace signalbox
