// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feed/feedslot.h"

#include <QHash>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostInstanceLetters = 40; // a name has at most 63
constexpr int MostSharers = 9;
// A slot begins when every transaction that was running has ended.
constexpr std::chrono::milliseconds CreateDeadline = std::chrono::minutes(30);

struct KnownSlot
{
    bool isActive = false;
    bool isLost = false;
    quint64 confirmed = 0;
};

Error slotInUse(const QByteArray &name)
{
    Error error = Error::unavailable(u"the slot %1 is being read"_s.arg(QString::fromUtf8(name)));
    error.code = u"FEED_SLOT_IN_USE"_s;
    return error;
}

Result<QHash<QByteArray, KnownSlot>> loadSlots(FeedSession &session, const QByteArray &name)
{
    const auto rows = session.run("FeedSlots"_L1, PgParams() << QString::fromUtf8(name));
    if (!rows)
        return rows.error();
    QHash<QByteArray, KnownSlot> known;
    for (int row = 0; row < rows->rowCount(); ++row)
        known.insert(rows->raw(row, 0),
            {rows->boolean(row, 1), rows->boolean(row, 2), quint64(rows->integer(row, 3))});
    return known;
}

Result<FeedSlot> create(FeedSession &session, const QByteArray &name)
{
    const auto made = session.run("FeedCreateSlot"_L1, PgParams() << QString::fromUtf8(name), CreateDeadline);
    if (!made)
        return made.error();
    return FeedSlot {name, quint64(made->integer(0, 0)), true};
}

/// `known`: what there is under the name, if anything; not active.
Result<FeedSlot> claim(FeedSession &session, const QByteArray &name, const QString &instance,
    const std::optional<KnownSlot> &known)
{
    const QString text = QString::fromUtf8(name);
    if (const auto claimed = session.run("FeedClaimSlot"_L1, PgParams() << text << instance); !claimed)
        return claimed.error();
    if (known && !known->isLost)
        return FeedSlot {name, known->confirmed, false};
    if (known) {
        if (const auto dropped = session.run("FeedDropSlot"_L1, PgParams() << text); !dropped)
            return dropped.error();
    }
    return create(session, name);
}

} // namespace

Result<FeedServer> checkFeedServer(FeedSession &session)
{
    const auto server = session.run("FeedServer"_L1);
    if (!server)
        return server.error();
    if (server->text(0, 0) != "logical"_L1) {
        Error error = Error::denied(
            u"wal_level is %1: set wal_level = logical and restart PostgreSQL"_s.arg(server->text(0, 0)));
        error.code = u"FEED_WAL_LEVEL"_s;
        return error;
    }
    if (!server->boolean(0, 1)) {
        Error error
            = Error::denied(u"this login may not replicate: give signalbox_feed the attribute REPLICATION, "
                            "and let it in by pg_hba.conf or realtime.feed_url"_s);
        error.code = u"FEED_RIGHTS"_s;
        return error;
    }
    return FeedServer {server->raw(0, 2), server->boolean(0, 3)};
}

QByteArray feedSlotName(const QString &instance, const QByteArray &databaseOid)
{
    QByteArray name;
    for (const QChar letter : instance.toLower().left(MostInstanceLetters)) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        name += isPlain ? letter.toLatin1() : '_';
    }
    return "signalbox_" + name + '_' + databaseOid;
}

Result<FeedSlot> takeFeedSlot(
    FeedSession &session, const QByteArray &name, const QString &instance, bool mayShare)
{
    const auto known = loadSlots(session, name);
    if (!known)
        return known.error();
    QByteArray firstFree;
    for (int number = 1; number <= MostSharers; ++number) {
        const QByteArray one = number == 1 ? name : name + '_' + QByteArray::number(number);
        const auto slot = known->constFind(one);
        if (slot != known->cend() && !slot->isActive)
            return claim(session, one, instance, *slot);
        if (slot == known->cend() && firstFree.isEmpty())
            firstFree = one;
    }
    if (firstFree.isEmpty() || (firstFree != name && !mayShare))
        return slotInUse(name);
    return claim(session, firstFree, instance, std::nullopt);
}

Result<FeedSlot> retakeFeedSlot(
    FeedSession &session, const QByteArray &name, const QString &instance, const QByteArray &applicationName)
{
    const auto known = loadSlots(session, name);
    if (!known)
        return known.error();
    const auto slot = known->constFind(name);
    if (slot == known->cend())
        return claim(session, name, instance, std::nullopt);
    if (slot->isActive) {
        const auto ended
            = session.run("FeedEndOwnSender"_L1, PgParams() << QString::fromUtf8(applicationName));
        return ended ? slotInUse(name) : ended.error();
    }
    return claim(session, name, instance, *slot);
}

Result<int> sweepFeedSlots(FeedSession &session, std::chrono::seconds staleAfter)
{
    if (const auto begun = session.command("BEGIN"); !begun)
        return begun.error();
    const PgParams age = PgParams() << double(staleAfter.count());
    const auto work = [&]() -> Result<int> {
        const auto locked = session.run("FeedSweepLock"_L1);
        if (!locked || !locked->boolean(0, 0))
            return locked ? Result<int>(0) : locked.error();
        const auto stale = session.run("FeedStaleSlots"_L1, age);
        if (!stale)
            return stale.error();
        for (int row = 0; row < stale->rowCount(); ++row) {
            if (const auto dropped = session.run("FeedDropSlot"_L1, PgParams() << stale->text(row, 0));
                !dropped)
                return dropped.error();
        }
        const auto forgotten = session.run("FeedForgetStale"_L1, age);
        return forgotten ? Result<int>(stale->rowCount()) : forgotten.error();
    };
    auto swept = work();
    const auto ended = session.command(swept ? "COMMIT" : "ROLLBACK");
    if (!ended)
        return ended.error();
    return swept;
}

} // namespace signalbox
