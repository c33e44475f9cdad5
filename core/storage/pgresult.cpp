// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/pgresult.h"

#include <libpq-fe.h>

namespace signalbox {

namespace {

/// As it is stored. QString takes a U+FEFF at the begin of UTF-8 for a byte order mark and drops it; a text
/// that came back without it would stand elsewhere in the order of a list.
QString storedText(QByteArrayView utf8)
{
    constexpr QByteArrayView Mark("\xEF\xBB\xBF");
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith(Mark))
        text.prepend(QChar(QChar::ByteOrderMark));
    return text;
}

/// Elements of a one-dimensional PostgreSQL array in text form; nulls are left out.
QList<QByteArray> arrayElements(const QByteArray &array)
{
    QList<QByteArray> elements;
    QByteArray element;
    bool isInQuotes = false;
    bool wasQuoted = false;
    const auto finish = [&] {
        if (wasQuoted || (!element.isEmpty() && element != "NULL"))
            elements.append(element);
        element.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 1; i + 1 < array.size(); ++i) {
        const char c = array[i];
        if (c == '\\') {
            element += array[++i];
        } else if (c == '"') {
            isInQuotes = !isInQuotes;
            wasQuoted = true;
        } else if (c == ',' && !isInQuotes) {
            finish();
        } else {
            element += c;
        }
    }
    finish();
    return elements;
}

} // namespace

PgResult::PgResult(pg_result *owned)
    : m_result(owned, &PQclear)
{ }

int PgResult::rowCount() const
{
    return PQntuples(m_result.get());
}

qint64 PgResult::affectedRows() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toLongLong();
}

int PgResult::column(const char *name) const
{
    const int index = PQfnumber(m_result.get(), name);
    Q_ASSERT_X(index >= 0, "PgResult::column", name);
    return index;
}

bool PgResult::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray PgResult::raw(int row, int column) const
{
    return QByteArray(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

QString PgResult::text(int row, int column) const
{
    return storedText(
        QByteArrayView(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)));
}

qint64 PgResult::integer(int row, int column) const
{
    return QByteArrayView(PQgetvalue(m_result.get(), row, column)).toLongLong();
}

bool PgResult::boolean(int row, int column) const
{
    return PQgetvalue(m_result.get(), row, column)[0] == 't';
}

double PgResult::number(int row, int column) const
{
    return QByteArrayView(PQgetvalue(m_result.get(), row, column)).toDouble();
}

QUuid PgResult::uuid(int row, int column) const
{
    return QUuid::fromString(QLatin1StringView(PQgetvalue(m_result.get(), row, column)));
}

Instant PgResult::instant(int row, int column) const
{
    return optionalInstant(row, column).value_or(Instant {});
}

std::optional<Instant> PgResult::optionalInstant(int row, int column) const
{
    if (isNull(row, column))
        return std::nullopt;
    return parseIso(text(row, column));
}

QStringList PgResult::textList(int row, int column) const
{
    QStringList list;
    for (const QByteArray &element : arrayElements(raw(row, column)))
        list.append(storedText(element));
    return list;
}

QList<QUuid> PgResult::uuidList(int row, int column) const
{
    QList<QUuid> list;
    for (const QByteArray &element : arrayElements(raw(row, column)))
        list.append(QUuid::fromString(QLatin1StringView(element)));
    return list;
}

QByteArray PgResult::bytes(int row, int column) const
{
    const QByteArray hex = raw(row, column);
    return hex.startsWith("\\x") ? QByteArray::fromHex(hex.mid(2)) : QByteArray();
}

} // namespace signalbox
