// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace signalbox {

/// What an errno of writing `path` means: Unavailable, with code `DISK_FULL` when it does not fit.
Error writeError(int number, const QString &path);

/// A new file that only its owner reads, gone again unless it is kept.
class OutputFile
{
public:
    static Result<OutputFile> create(const QString &path);
    OutputFile(OutputFile &&other) noexcept;
    OutputFile &operator=(OutputFile &&) = delete;
    ~OutputFile();

    /// Gathers small pieces.
    Result<void> write(const QByteArray &bytes);
    /// Writes what is gathered and keeps the file.
    Result<void> keep();

private:
    OutputFile(QString path, int descriptor);
    Result<void> flush();

    QString m_path;
    int m_descriptor;
    QByteArray m_gathered;
    bool m_isKept = false;
};

} // namespace signalbox
