// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUuid>

#include <memory>

namespace signalbox {

/// A file that is there as long as somebody holds this: the export, whoever writes it and whoever sends it.
class SpoolFile
{
public:
    explicit SpoolFile(QString path)
        : m_path(std::move(path))
    { }
    ~SpoolFile();
    Q_DISABLE_COPY_MOVE(SpoolFile)

    const QString &path() const { return m_path; }

private:
    QString m_path;
};

/// Where one service keeps what it exports: a directory of its own below `parent`, readable by nobody else
/// and removed with this object. What a killed service left behind is removed by the next that opens the same
/// parent: a lock, which the kernel releases with its process, tells the living from the dead.
class ExportDirectory
{
public:
    /// Unavailable, with the reason, when it cannot be made or the parent belongs to somebody else.
    static Result<std::unique_ptr<ExportDirectory>> open(const QString &parent);
    ~ExportDirectory();
    Q_DISABLE_COPY_MOVE(ExportDirectory)

    const QString &path() const { return m_path; }
    std::shared_ptr<SpoolFile> newFile(QUuid id) const;

private:
    ExportDirectory(QString path, int lock);

    QString m_path;
    int m_lock;
};

/// `signalbox-exports-UID` among the temporary files: the parent where there is no data directory.
QString temporaryExportParent();

} // namespace signalbox
