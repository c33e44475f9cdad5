// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

namespace signalbox {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What LibreOffice reads in a file, as the lines of its sheets in order: an independent reader of what we
/// wrote. Empty when it cannot open it.
inline QList<QStringList> sheetsByOffice(const QString &path, const QString &directory)
{
    const QString out = directory + QStringLiteral("/read");
    QDir(out).removeRecursively();
    QProcess office;
    // A CSV file is UTF-8; the office only asks a person at the screen. Every sheet, as shown, UTF-8, comma
    // and quotes; a profile of its own, so that nobody's is touched.
    office.start(QStringLiteral("soffice"),
        {QStringLiteral("-env:UserInstallation=file://") + directory + QStringLiteral("/profile"),
            QStringLiteral("--headless"), QStringLiteral("--infilter=CSV:44,34,76"),
            QStringLiteral("--convert-to"),
            QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"),
            QStringLiteral("--outdir"), out, path});
    if (!office.waitForFinished(100'000) || office.exitCode() != 0)
        return {};
    QList<QStringList> sheets;
    const auto files = QDir(out).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &file : files)
        sheets.append(QString::fromUtf8(contentOf(file.filePath())).split(u'\n', Qt::SkipEmptyParts));
    return sheets;
}

/// Files of this process may not grow beyond so many bytes: the closest a test comes to a full disk without
/// being root.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before {};
    void (*m_handler)(int) = nullptr;
};

} // namespace signalbox
