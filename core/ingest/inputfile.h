// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct gzFile_s;

namespace signalbox {

/// A file read from front to back, unpacked on the way if it is gzip. Holds one block, whatever the file's
/// size.
class InputFile
{
public:
    static Result<std::unique_ptr<InputFile>> open(const QString &path);
    ~InputFile();
    Q_DISABLE_COPY_MOVE(InputFile)

    /// The next line with its line end, or what is left of it after `maxBytes` (ask again for the rest).
    /// Empty at the end. Unavailable on a read error or a damaged gzip stream.
    Result<QByteArray> line(qsizetype maxBytes);
    /// At most `maxBytes` of what follows, without moving on. Shorter only at the end.
    Result<QByteArrayView> peek(qsizetype maxBytes);
    void skip(qsizetype bytes);

    qint64 sizeBytes() const { return m_size; } ///< on disk
    qint64 position() const; ///< on disk: for progress

private:
    InputFile(gzFile_s *file, qint64 size);
    Result<bool> fill();

    gzFile_s *m_file;
    qint64 m_size;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_isAtEnd = false;
};

} // namespace signalbox
