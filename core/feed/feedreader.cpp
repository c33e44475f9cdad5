// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feedreader.h"

#include "core/base/backoff.h"
#include "core/feed/pgsnapshot.h"
#include "core/storage/pgerror.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <libpq-fe.h>
#include <poll.h>

#include <iterator>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds FirstRetry = 50ms;
constexpr int FramesPerTurn = 20'000;
// More than this waits in the log, not in memory: held back by the gate, or not told yet.
constexpr quint64 MostWaiting = 100'000;
constexpr auto LongestGateDelay = 20ms;
constexpr auto BeatInterval = 30s;
constexpr auto SweepInterval = 60s;
constexpr auto CatchUpPoll = 50ms;
constexpr int TriesBeforeSharing = 6;
// What the protocol's time stamps count from.
constexpr std::chrono::microseconds PostgresEpoch = std::chrono::seconds(946'684'800);

QByteArray hex(quint64 number)
{
    return QByteArray::number(number, 16);
}

/// `16/B374D848`.
quint64 parseLsn(const QByteArray &text)
{
    const qsizetype slash = text.indexOf('/');
    return text.left(slash).toULongLong(nullptr, 16) << 32 | text.mid(slash + 1).toULongLong(nullptr, 16);
}

quint64 weightOf(const FeedBatch &batch)
{
    return 1 + batch.leads.size() + quint64(batch.access.size()) + quint64(batch.messages.size());
}

/// Adds a later commit's doings.
void append(FeedBatch &batch, FeedBatch &&later)
{
    batch.leads.insert(batch.leads.end(), std::make_move_iterator(later.leads.begin()),
        std::make_move_iterator(later.leads.end()));
    batch.countsMoved.unite(later.countsMoved);
    batch.access.append(later.access);
    batch.messages.append(later.messages);
    batch.end = std::max(batch.end, later.end);
}

} // namespace

FeedReader::FeedReader(FeedOptions options, const Clock &clock, std::function<void(FeedNews)> tell)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_tell(std::move(tell))
    , m_applicationName("signalbox_feed_" + newUuid().toByteArray(QUuid::Id128).left(16))
    , m_assembler(m_options.ringChanges)
    , m_window(m_options.resumeWindow)
    , m_thread([this] { run(); })
{ }

FeedReader::~FeedReader()
{
    m_stop.request();
    m_thread.join();
}

void FeedReader::told(quint64 weight)
{
    m_outstanding.fetch_sub(weight);
}

void FeedReader::run()
{
    Backoff backoff(
        FirstRetry, m_options.longestRetry, [] { return QRandomGenerator::global()->generateDouble(); });
    while (!m_stop.isRequested()) {
        m_isCaughtUp = false;
        const auto ended = live();
        if (m_isCaughtUp)
            backoff.reset();
        m_held.clear(); // they are read again
        m_heldChanges = 0;
        if (m_stop.isRequested())
            return;
        m_tell(FeedDisconnected {ended ? Error::unavailable(u"the stream ended"_s) : ended.error()});
        m_stop.sleep(backoff.next());
    }
}

Result<void> FeedReader::live()
{
    const auto control
        = FeedSession::open(m_options.conninfo, FeedSession::Kind::Statements, m_applicationName, m_stop);
    if (!control)
        return control.error();
    const auto server = checkFeedServer(**control);
    if (!server)
        return server.error();
    const auto stream
        = FeedSession::open(m_options.conninfo, FeedSession::Kind::Replication, m_applicationName, m_stop);
    if (!stream)
        return stream.error();
    if (const auto prepared = prepare(**control, **stream, *server); !prepared)
        return prepared;
    return follow(**control, **stream);
}

/// Finds the slot and tells where reading begins.
Result<void> FeedReader::prepare(FeedSession &control, FeedSession &stream, const FeedServer &server)
{
    const auto system = stream.command("IDENTIFY_SYSTEM");
    if (!system)
        return system.error();
    const QByteArray origin
        = hex(system->raw(0, 0).toULongLong()) + '.' + system->raw(0, 1) + '.' + server.databaseOid;
    const bool isFirst = m_slot.isEmpty();
    const auto slot = isFirst ? takeFeedSlot(control, feedSlotName(m_options.instance, server.databaseOid),
                          m_options.instance, ++m_slotTries > TriesBeforeSharing)
                              : retakeFeedSlot(control, m_slot, m_options.instance, m_applicationName);
    if (!slot)
        return slot.error();
    const bool isContinued = !isFirst && !slot->isNew && origin == m_origin && slot->start <= m_readLsn;
    if (!isContinued) {
        m_readLsn = slot->start;
        m_lastNote = 0;
        m_window = AckWindow(m_options.resumeWindow);
    }
    if (const auto started = startStream(stream, slot->name); !started)
        return started;
    m_slot = slot->name;
    m_origin = origin;
    m_confirmed = slot->start;
    m_receivedLsn = m_readLsn;
    m_catchUpLsn = parseLsn(system->raw(0, 2));
    m_assembler.reset();
    m_gateDelay = 0ms;
    m_nextStatus = m_nextBeat = m_nextSweep = m_clock.elapsed();
    // Whoever has a position of before a gap finds it older than the history; the name only changes for those
    // who were following when it tore.
    if (isFirst)
        m_lifeLsn = m_catchUpLsn;
    const bool isTorn = !isFirst && !isContinued;
    m_tell(FeedConnected {
        isTorn ? origin + '.' + hex(slot->start) : origin, m_readLsn, server.isLogBounded, isContinued});
    return {};
}

Result<void> FeedReader::startStream(FeedSession &stream, const QByteArray &slot)
{
    const QByteArray from = hex(m_readLsn >> 32) + '/' + hex(m_readLsn & 0xffff'ffff);
    const auto started = stream.command("START_REPLICATION SLOT " + slot + " LOGICAL " + from
        + " (proto_version '1', publication_names 'signalbox_lead,signalbox_access,signalbox_counts',"
          " messages 'true')");
    if (!started)
        return started.error();
    if (PQsetnonblocking(stream.handle(), 1) != 0)
        return pgError(stream.handle(), nullptr);
    return {};
}

bool FeedReader::isFull() const
{
    return m_heldChanges + m_outstanding.load() > MostWaiting;
}

int FeedReader::waitTime() const
{
    auto wait = std::chrono::ceil<std::chrono::milliseconds>(
        std::max(m_nextStatus - m_clock.elapsed(), std::chrono::microseconds(0)));
    if (m_mayHaveMore)
        wait = 0ms;
    if (!m_held.empty())
        wait = std::min(wait, m_gateDelay);
    if (isFull())
        wait = std::min<std::chrono::milliseconds>(wait, 5ms);
    if (!m_isCaughtUp)
        wait = std::min<std::chrono::milliseconds>(wait, CatchUpPoll);
    return int(wait.count());
}

Result<void> FeedReader::follow(FeedSession &control, FeedSession &stream)
{
    m_mayHaveMore = false;
    while (true) {
        pollfd watched[2]
            = {{m_stop.descriptor(), POLLIN, 0}, {stream.descriptor(), short(isFull() ? 0 : POLLIN), 0}};
        ::poll(watched, 2, waitTime());
        if (m_stop.isRequested())
            return sendStatus(stream, false);
        if (!isFull()) {
            if (const auto drained = drain(stream); !drained)
                return drained;
        }
        if (const auto released = release(control); !released)
            return released;
        if (!m_isCaughtUp && m_readLsn >= m_catchUpLsn) {
            m_isCaughtUp = true;
            m_tell(FeedCaughtUp {});
        }
        if (m_clock.elapsed() >= m_nextStatus) {
            if (const auto done = doChores(control, stream); !done)
                return done;
        } else if (!m_isCaughtUp) {
            if (const auto asked = sendReply(stream, 0, true); !asked)
                return asked;
        }
    }
}

Result<void> FeedReader::drain(FeedSession &stream)
{
    m_mayHaveMore = false;
    if (PQconsumeInput(stream.handle()) != 1)
        return pgError(stream.handle(), nullptr);
    for (int frame = 0; frame < FramesPerTurn; ++frame) {
        char *bytes = nullptr;
        const int size = PQgetCopyData(stream.handle(), &bytes, 1);
        if (size == 0)
            return {};
        if (size < 0) {
            const PgResult result(PQgetResult(stream.handle()));
            const QByteArray reason = PQerrorMessage(stream.handle()); // what follows it differs each time
            return Error::unavailable(u"the server ended the stream: "_s
                + QString::fromUtf8(reason.left(reason.indexOf('\n'))).trimmed());
        }
        const std::unique_ptr<char, decltype(&PQfreemem)> owner(bytes, &PQfreemem);
        if (const auto done = onFrame(stream, QByteArrayView(bytes, size)); !done)
            return done;
    }
    m_mayHaveMore = true;
    return {};
}

/// PostgreSQL, "Streaming Replication Protocol": XLogData and the keepalive.
Result<void> FeedReader::onFrame(FeedSession &stream, QByteArrayView frame)
{
    constexpr qsizetype DataHeader = 1 + 8 + 8 + 8;
    constexpr qsizetype KeepaliveSize = 1 + 8 + 8 + 1;
    if (frame.size() >= DataHeader && frame[0] == 'w') {
        m_receivedLsn = std::max(m_receivedLsn, qFromBigEndian<quint64>(frame.data() + 1));
        const auto message = decodePgoutput(frame.sliced(DataHeader));
        if (!message)
            return message.error();
        auto commit = m_assembler.apply(*message);
        if (!commit)
            return commit.error();
        if (*commit)
            hold(std::move(**commit));
        return {};
    }
    if (frame.size() != KeepaliveSize || frame[0] != 'k')
        return Error::invalid(u"message"_s, u"a replication frame cannot be read"_s, u"PGOUTPUT"_s);
    const auto serverEnd = qFromBigEndian<quint64>(frame.data() + 1);
    m_receivedLsn = std::max(m_receivedLsn, serverEnd);
    // Everything before it has been sent, and nothing of that waits here.
    if (m_held.empty() && !m_assembler.isInTransaction())
        m_readLsn = std::max(m_readLsn, serverEnd);
    const bool wantsReply = frame[KeepaliveSize - 1] != 0;
    return wantsReply ? sendReply(stream, 0, false) : Result<void>();
}

void FeedReader::hold(FeedCommit commit)
{
    // Sent again after a reconnect.
    const bool isNote = commit.xid == 0;
    if (isNote ? commit.endLsn <= m_lastNote : commit.endLsn <= m_readLsn)
        return;
    if (isNote)
        m_lastNote = commit.endLsn;
    if (commit.endLsn <= m_lifeLsn) { // notes are of the moment, and this one is of an earlier life
        commit.batch.messages.clear();
        if (isNote)
            return;
    }
    m_heldChanges += weightOf(commit.batch);
    m_held.push_back(std::move(commit));
}

/// The visibility gate: one question for everything that waits.
Result<void> FeedReader::release(FeedSession &control)
{
    if (m_held.empty())
        return {};
    const auto answer = control.run("FeedSnapshot"_L1);
    if (!answer)
        return answer.error();
    const auto snapshot = PgSnapshot::parse(answer->raw(0, 0));
    if (!snapshot)
        return Error::internal(u"a snapshot cannot be read"_s);
    FeedRead read;
    bool isEmpty = true;
    bool isMoved = false;
    while (!m_held.empty() && (m_held.front().xid == 0 || snapshot->sees(m_held.front().xid))) {
        FeedCommit commit = std::move(m_held.front());
        m_held.pop_front();
        m_heldChanges -= weightOf(commit.batch);
        const bool isCut = commit.isHistoryCut; // told by itself: a history begins with its end
        if (isCut && !isEmpty)
            handOver(std::exchange(read, {}));
        if (isCut)
            read.cutEpoch = m_origin + '.' + hex(commit.endLsn);
        if (commit.xid != 0)
            m_readLsn = commit.endLsn;
        append(read.batch, std::move(commit.batch));
        isEmpty = isCut;
        if (isCut)
            handOver(std::exchange(read, {}));
        isMoved = true;
    }
    if (!isEmpty)
        handOver(std::move(read));
    m_gateDelay = m_held.empty() ? 0ms
        : !isMoved ? std::min<std::chrono::milliseconds>(m_gateDelay * 2 + 1ms, LongestGateDelay)
                   : 1ms;
    return {};
}

void FeedReader::handOver(FeedRead read)
{
    read.weight = weightOf(read.batch);
    m_outstanding.fetch_add(read.weight);
    m_tell(std::move(read));
}

Result<void> FeedReader::doChores(FeedSession &control, FeedSession &stream)
{
    const auto now = m_clock.elapsed();
    m_nextStatus = now + m_options.statusInterval;
    if (const auto sent = sendStatus(stream, true); !sent)
        return sent;
    const auto end = control.run("FeedEnd"_L1);
    if (!end)
        return end.error();
    const quint64 read
        = m_held.empty() && m_outstanding.load() == 0 ? std::max(m_readLsn, m_receivedLsn) : m_readLsn;
    m_lagBytes.store(std::max<qint64>(0, end->integer(0, 0) - qint64(read)), std::memory_order_relaxed);
    if (now >= m_nextBeat) {
        m_nextBeat = now + BeatInterval;
        if (const auto beaten = control.run("FeedBeat"_L1, PgParams() << QString::fromUtf8(m_slot)); !beaten)
            return beaten.error();
    }
    if (now >= m_nextSweep) {
        m_nextSweep = now + SweepInterval;
        if (const auto swept = sweepFeedSlots(control, m_options.staleAfter); !swept)
            return swept.error();
    }
    return {};
}

/// What was told a window ago may be forgotten.
Result<void> FeedReader::sendStatus(FeedSession &stream, bool wantsAnswer)
{
    const auto now = m_clock.elapsed();
    if (m_outstanding.load() == 0)
        m_window.note(m_readLsn, now);
    const quint64 confirmed = m_window.confirmed(now);
    if (confirmed > m_confirmed) {
        m_confirmed = confirmed;
        if (const auto sent = sendReply(stream, confirmed, false); !sent)
            return sent;
    }
    // Without a flush position: a server that shuts down waits for what was flushed, and would wait for the
    // whole window; nor do we want to be taken for a synchronous standby.
    return sendReply(stream, 0, wantsAnswer);
}

Result<void> FeedReader::sendReply(FeedSession &stream, quint64 confirmed, bool wantsAnswer)
{
    std::array<char, 1 + 8 + 8 + 8 + 8 + 1> reply {};
    reply[0] = 'r';
    qToBigEndian(m_receivedLsn, reply.data() + 1);
    qToBigEndian(confirmed, reply.data() + 9);
    const auto time = m_clock.now().time_since_epoch() - PostgresEpoch;
    qToBigEndian(qint64(time.count()), reply.data() + 25);
    reply[33] = wantsAnswer ? 1 : 0;
    if (PQputCopyData(stream.handle(), reply.data(), int(reply.size())) < 0 || PQflush(stream.handle()) < 0)
        return pgError(stream.handle(), nullptr);
    return {};
}

} // namespace signalbox
