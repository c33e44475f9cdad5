// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/pgoutput.h"

#include <QtEndian>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// Times count from 2000-01-01; ours from 1970.
constexpr std::chrono::microseconds PostgresEpoch = std::chrono::seconds(946'684'800);

/// Takes bytes from the front. What is asked for beyond the end is zero, and isWhole() says so afterwards.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    { }

    template <typename T> T number()
    {
        const QByteArrayView taken = take(sizeof(T));
        return taken.isEmpty() ? T(0) : qFromBigEndian<T>(taken.data());
    }
    char byte() { return char(number<quint8>()); }
    Instant time()
    {
        const quint64 micros = number<quint64>() + quint64(PostgresEpoch.count()); // wraps for nonsense
        return Instant(std::chrono::microseconds(qint64(micros)));
    }
    QByteArray text(qsizetype size) { return take(size).toByteArray(); }
    QByteArray terminatedText()
    {
        const qsizetype end = m_rest.indexOf('\0');
        const QByteArrayView taken = take(end < 0 ? m_rest.size() + 1 : end + 1);
        return taken.isEmpty() ? QByteArray() : taken.chopped(1).toByteArray();
    }

    qsizetype left() const { return m_rest.size(); }
    void fail() { m_isBroken = true; }
    bool isBroken() const { return m_isBroken; }
    /// Nothing was missing and nothing is left.
    bool isWhole() const { return !m_isBroken && m_rest.isEmpty(); }

private:
    QByteArrayView take(qsizetype size)
    {
        if (size < 0 || size > m_rest.size())
            m_isBroken = true;
        if (m_isBroken)
            return {};
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    QByteArrayView m_rest;
    bool m_isBroken = false;
};

PgoutputValue readValue(ByteReader &in)
{
    using Kind = PgoutputValue::Kind;
    switch (in.byte()) {
    case 'n':
        return {Kind::Null, {}};
    case 'u':
        return {Kind::Unchanged, {}};
    case 't':
        return {Kind::Text, in.text(in.number<qint32>())};
    case 'b':
        return {Kind::Binary, in.text(in.number<qint32>())};
    default:
        in.fail();
        return {};
    }
}

/// How many elements follow, each of at least `leastSize` bytes: a count that cannot be true allocates
/// nothing.
template <typename T> qsizetype readCount(ByteReader &in, qsizetype leastSize)
{
    const auto count = qsizetype(in.number<T>());
    if (count < 0 || count > in.left() / leastSize)
        in.fail();
    return in.isBroken() ? 0 : count;
}

PgoutputTuple readTuple(ByteReader &in)
{
    const qsizetype count = readCount<qint16>(in, 1);
    PgoutputTuple tuple;
    tuple.reserve(size_t(count));
    for (qsizetype i = 0; i < count && !in.isBroken(); ++i)
        tuple.push_back(readValue(in));
    return tuple;
}

void expect(ByteReader &in, char marker)
{
    if (in.byte() != marker)
        in.fail();
}

PgoutputMessage readBegin(ByteReader &in)
{
    PgoutputBegin begin;
    begin.commitLsn = in.number<quint64>();
    begin.committedAt = in.time();
    begin.xid = in.number<quint32>();
    return begin;
}

PgoutputMessage readCommit(ByteReader &in)
{
    PgoutputCommit commit;
    in.byte(); // flags, unused
    commit.commitLsn = in.number<quint64>();
    commit.endLsn = in.number<quint64>();
    commit.committedAt = in.time();
    return commit;
}

PgoutputMessage readRelation(ByteReader &in)
{
    constexpr qsizetype LeastColumn = 1 + 1 + 4 + 4;
    PgoutputRelation relation;
    relation.oid = in.number<quint32>();
    relation.schema = in.terminatedText();
    relation.name = in.terminatedText();
    in.byte(); // the kind of identity: what tuples carry says it as well
    const qsizetype count = readCount<qint16>(in, LeastColumn);
    for (qsizetype i = 0; i < count && !in.isBroken(); ++i) {
        PgoutputColumn column;
        column.isKey = (in.number<quint8>() & 1) != 0;
        column.name = in.terminatedText();
        column.type = in.number<quint32>();
        in.number<qint32>(); // the type's modifier
        relation.columns.push_back(std::move(column));
    }
    return relation;
}

PgoutputMessage readInsert(ByteReader &in)
{
    PgoutputInsert insert;
    insert.relation = in.number<quint32>();
    expect(in, 'N');
    insert.row = readTuple(in);
    return insert;
}

PgoutputMessage readUpdate(ByteReader &in)
{
    PgoutputUpdate update;
    update.relation = in.number<quint32>();
    char marker = in.byte();
    if (marker == 'K' || marker == 'O') {
        update.before = readTuple(in);
        marker = in.byte();
    }
    if (marker != 'N')
        in.fail();
    update.row = readTuple(in);
    return update;
}

PgoutputMessage readDelete(ByteReader &in)
{
    PgoutputDelete removal;
    removal.relation = in.number<quint32>();
    const char marker = in.byte();
    if (marker != 'K' && marker != 'O')
        in.fail();
    removal.before = readTuple(in);
    return removal;
}

PgoutputMessage readTruncate(ByteReader &in)
{
    PgoutputTruncate truncate;
    const auto count = in.number<qint32>();
    in.byte(); // cascade, restart identity
    if (count < 0 || count > in.left() / qsizetype(sizeof(quint32)))
        in.fail();
    for (qint32 i = 0; i < count && !in.isBroken(); ++i)
        truncate.relations.push_back(in.number<quint32>());
    return truncate;
}

PgoutputMessage readNote(ByteReader &in)
{
    PgoutputNote note;
    note.isTransactional = (in.number<quint8>() & 1) != 0;
    note.lsn = in.number<quint64>();
    note.prefix = in.terminatedText();
    note.content = in.text(in.number<qint32>());
    return note;
}

PgoutputMessage readType(ByteReader &in)
{
    in.number<quint32>();
    in.terminatedText();
    in.terminatedText();
    return PgoutputOther();
}

PgoutputMessage readOrigin(ByteReader &in)
{
    in.number<quint64>();
    in.terminatedText();
    return PgoutputOther();
}

PgoutputMessage readBody(char kind, ByteReader &in)
{
    switch (kind) {
    case 'B':
        return readBegin(in);
    case 'C':
        return readCommit(in);
    case 'R':
        return readRelation(in);
    case 'I':
        return readInsert(in);
    case 'U':
        return readUpdate(in);
    case 'D':
        return readDelete(in);
    case 'T':
        return readTruncate(in);
    case 'M':
        return readNote(in);
    case 'Y':
        return readType(in);
    case 'O':
        return readOrigin(in);
    default:
        in.fail();
        return PgoutputOther();
    }
}

} // namespace

Result<PgoutputMessage> decodePgoutput(QByteArrayView bytes)
{
    ByteReader in(bytes);
    const char kind = in.byte();
    PgoutputMessage message = readBody(kind, in);
    if (!in.isWhole())
        return Error::invalid(u"message"_s,
            u"a replication message of kind 0x%1 and %2 bytes cannot be read"_s
                .arg(uint(uchar(kind)), 2, 16, QChar(u'0'))
                .arg(bytes.size()),
            u"PGOUTPUT"_s);
    return message;
}

} // namespace signalbox
