// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/changefanout.h"

#include "core/server/realtime/realtimeconnection.h"

using namespace Qt::StringLiterals;

namespace signalbox {

ChangeFanout::Left ChangeFanout::tell(const std::vector<SharedLeadChange> &changes, Instant now, quint64 turn)
{
    m_now = now;
    m_turn = turn;
    m_left = {};
    if (changes.size() > size_t(m_bulkChanges))
        findFlooded(changes);
    for (const SharedLeadChange &change : changes) {
        ChangeTexts texts(*change);
        for (const AudienceKey &key : ChangeAudience::keysOf(change->scope))
            tellArrival(*change, texts, key);
        if (!change->before)
            continue;
        for (const AudienceKey &key : ChangeAudience::keysOf(*change->before))
            tellDeparture(*change, texts, key);
    }
    return std::exchange(m_left, {});
}

void ChangeFanout::findFlooded(const std::vector<SharedLeadChange> &changes)
{
    QHash<AudienceKey, int> counts;
    for (const SharedLeadChange &change : changes) {
        for (const AudienceKey &key : ChangeAudience::keysOf(change->scope))
            ++counts[key];
        if (change->before && change->before->workspace != change->scope.workspace)
            ++counts[{change->before->workspace, UserId()}];
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const ChangeAudience::Bucket *bucket
            = *count > m_bulkChanges ? m_audience.find(count.key()) : nullptr;
        if (!bucket)
            continue;
        for (const ChangeAudience::Group &group : *bucket) {
            for (RealtimeChannel *channel : group)
                m_left.flooded.insert(channel);
        }
    }
}

/// To those who may see the row as it is now.
void ChangeFanout::tellArrival(const LeadChange &change, ChangeTexts &texts, const AudienceKey &key)
{
    const ChangeAudience::Bucket *bucket = m_audience.find(key);
    if (!bucket)
        return;
    const bool isMove = change.before.has_value();
    for (const ChangeAudience::Group &group : *bucket) {
        const RealtimeChannel &model = *group.front();
        for (const Told &told : bindingsFor(model, change, ChangeView::Whole)) {
            std::array<std::optional<WireFrame>, 2> frames; // what the old row's readers get, and the others
            for (RealtimeChannel *channel : group) {
                const bool isWhole = !isMove || channel->sight.covers(*change.before);
                std::optional<WireFrame> &shared = frames[isWhole ? 0 : 1];
                if (!shared)
                    shared = frame(model, texts, isWhole ? ChangeView::Whole : ChangeView::Arrived, told);
                send(*channel, change, *shared);
            }
        }
    }
}

/// To those who saw it before and do not any more.
void ChangeFanout::tellDeparture(const LeadChange &change, ChangeTexts &texts, const AudienceKey &key)
{
    const ChangeAudience::Bucket *bucket = m_audience.find(key);
    if (!bucket || (key.user.isNull() && key.workspace == change.scope.workspace))
        return;
    for (const ChangeAudience::Group &group : *bucket) {
        const RealtimeChannel &model = *group.front();
        for (const Told &told : bindingsFor(model, change, ChangeView::Left)) {
            const WireFrame shared = frame(model, texts, ChangeView::Left, told);
            for (RealtimeChannel *channel : group) {
                if (!channel->sight.covers(change.scope))
                    send(*channel, change, shared);
            }
        }
    }
}

void ChangeFanout::send(RealtimeChannel &channel, const LeadChange &change, const WireFrame &frame)
{
    if (change.position <= channel.startedAt)
        return; // another service has told it
    if (!m_left.flooded.isEmpty() && m_left.flooded.contains(&channel))
        return;
    if (channel.expiresAt <= m_now) {
        m_left.expired.insert(&channel);
        return;
    }
    if (!channel.connection->takesMore(m_turn, frame.bytes.size())) {
        m_left.slow.insert(channel.connection);
        return;
    }
    channel.connection->send(frame);
}

QList<WireFrame> ChangeFanout::framesFor(const RealtimeChannel &channel, const LeadChange &change)
{
    const bool isVisible = channel.sight.covers(change.scope);
    if (!isVisible && !(change.before && channel.sight.covers(*change.before)))
        return {};
    const ChangeView view = isVisible ? viewOf(channel.sight, change) : ChangeView::Left;
    QList<WireFrame> frames;
    ChangeTexts texts(change);
    for (const Told &told : bindingsFor(channel, change, view))
        frames.append(frame(channel, texts, view, told));
    return frames;
}

ChangeView ChangeFanout::viewOf(const LeadSight &sight, const LeadChange &change)
{
    return !change.before || sight.covers(*change.before) ? ChangeView::Whole : ChangeView::Arrived;
}

QList<ChangeFanout::Told> ChangeFanout::bindingsFor(
    const RealtimeChannel &channel, const LeadChange &change, ChangeView view)
{
    QList<Told> list;
    for (const ChangeBinding &binding : channel.bindings) {
        const bool matches = view == ChangeView::Left ? binding.filter.mayMatch(change.id, *change.before)
                                                      : binding.filter.matches(change);
        if (!binding.wants(change.kind) || !matches)
            continue;
        const LeadColumns columns = view == ChangeView::Left ? AllLeadColumns : binding.columns;
        const QByteArray id = QByteArray::number(binding.id);
        const auto same = std::ranges::find(list, columns, &Told::columns);
        if (same == list.end())
            list.append({columns, id});
        else
            same->ids += ',' + id;
    }
    return list;
}

WireFrame ChangeFanout::frame(
    const RealtimeChannel &channel, ChangeTexts &texts, ChangeView view, const Told &told)
{
    const QByteArray &data = texts.data(view, told.columns);
    const PhoenixVersion version = channel.connection->version();
    if (channel.isLegacy)
        return WireFrame::text(
            writePhoenixMessage(version, {}, {}, channel.topic, QString(texts.type()), data));
    return WireFrame::text(writePhoenixMessage(version, {}, {}, channel.topic, u"postgres_changes",
        "{\"ids\":[" + told.ids + "],\"data\":" + data + '}'));
}

} // namespace signalbox
