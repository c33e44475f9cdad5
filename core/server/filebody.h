// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/httprequest.h"
#include "core/server/wireresponse.h"

#include <QFile>

namespace signalbox {

/// A stretch of a body, in bytes.
struct ByteRange
{
    qint64 first = 0;
    qint64 length = 0;

    bool operator==(const ByteRange &) const = default;
};

/// What `Range` asks of a body of `size` bytes with that ETag (RFC 9110 §14): none when it asks for all of
/// it, for several stretches, in another unit or of another state (`If-Range`), which may all be answered
/// with the whole. Invalid with code `RANGE_NOT_SATISFIABLE` when nothing of it is there.
Result<std::optional<ByteRange>> rangeOf(const HttpRequest &request, qint64 size, const QByteArray &etag);

/// A stretch of a file, with whatever keeps that file.
class FileBody final : public BodySource
{
public:
    /// Unavailable when it cannot be opened.
    static Result<std::shared_ptr<BodySource>> open(
        const QString &path, const ByteRange &range, std::shared_ptr<void> keeper);

    qint64 size() const override { return m_range.length; }
    QByteArray read(qint64 most) override;

private:
    FileBody(const QString &path, const ByteRange &range, std::shared_ptr<void> keeper);

    QFile m_file;
    ByteRange m_range;
    std::shared_ptr<void> m_keeper;
    qint64 m_left;
};

} // namespace signalbox
