// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/filebody.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

/// Digits only: no sign, no blank; none when it is empty or too large.
std::optional<qint64> numberOf(QByteArrayView digits)
{
    if (digits.isEmpty() || digits.size() > 18)
        return std::nullopt;
    qint64 number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

Error unsatisfiable()
{
    return Error::invalid(
        u"Range"_s, u"The range begins beyond the end of the file"_s, u"RANGE_NOT_SATISFIABLE"_s);
}

} // namespace

Result<std::optional<ByteRange>> rangeOf(const HttpRequest &request, qint64 size, const QByteArray &etag)
{
    using Asked = std::optional<ByteRange>;
    const QByteArray header = request.header("range").trimmed();
    const QByteArray condition = request.header("if-range").trimmed();
    if (!header.startsWith("bytes=") || header.contains(',') || (!condition.isEmpty() && condition != etag))
        return Asked();
    const QByteArrayView spec = QByteArrayView(header).sliced(6);
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0)
        return Asked();
    const auto first = numberOf(spec.first(dash));
    const auto last = numberOf(spec.sliced(dash + 1));
    if (!first && !last)
        return Asked();
    if (!first) { // the last so many
        if (dash != 0)
            return Asked();
        if (*last == 0 || size == 0)
            return unsatisfiable();
        const qint64 length = std::min(*last, size);
        return Asked(ByteRange {size - length, length});
    }
    if (!last && dash + 1 != spec.size())
        return Asked();
    if (last && *last < *first)
        return Asked(); // not a range at all
    if (*first >= size)
        return unsatisfiable();
    return Asked(ByteRange {*first, std::min(last.value_or(size - 1), size - 1) - *first + 1});
}

FileBody::FileBody(const QString &path, const ByteRange &range, std::shared_ptr<void> keeper)
    : m_file(path)
    , m_range(range)
    , m_keeper(std::move(keeper))
    , m_left(range.length)
{ }

Result<std::shared_ptr<BodySource>> FileBody::open(
    const QString &path, const ByteRange &range, std::shared_ptr<void> keeper)
{
    const std::shared_ptr<FileBody> body(new FileBody(path, range, std::move(keeper)));
    if (!body->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !body->m_file.seek(range.first))
        return Error::unavailable(u"cannot read the file: "_s + body->m_file.errorString());
    return std::shared_ptr<BodySource>(body);
}

QByteArray FileBody::read(qint64 most)
{
    const QByteArray piece = m_file.read(std::min(most, m_left));
    m_left -= piece.size();
    return piece;
}

} // namespace signalbox
