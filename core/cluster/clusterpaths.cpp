// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cluster/clusterpaths.h"

#include <QDir>
#include <QSaveFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace signalbox {

ClusterPaths::ClusterPaths(const QString &directory)
    : root(QDir::cleanPath(QDir(directory).absolutePath()))
    , data(root + "/pg"_L1)
    , run(root + "/run"_L1)
    , log(root + "/log"_L1)
    , conf(root + "/conf"_L1)
{ }

Result<void> writeFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return Error::unavailable(u"cannot write %1: %2"_s.arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (!file.commit())
        return Error::unavailable(u"cannot write %1: %2"_s.arg(path, file.errorString()));
    return {};
}

QString lastLines(const QString &text, int lines)
{
    QStringList all = text.split(u'\n', Qt::SkipEmptyParts);
    return all.mid(qMax<qsizetype>(0, all.size() - lines)).join(" | "_L1);
}

} // namespace signalbox
