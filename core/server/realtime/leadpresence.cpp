// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/leadpresence.h"

#include "core/server/realtime/realtimeconnection.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox {

LeadPresence::LeadPresence(RealtimeContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_instance(newUuid().toString(QUuid::Id128).left(12))
    , m_saidAt(context.clock.elapsed())
{ }

QJsonObject LeadPresence::meta(const QString &ref, const Viewer &viewer)
{
    return {{u"phx_ref"_s, ref}, {u"userId"_s, viewer.user.toString()}, {u"name"_s, viewer.name},
        {u"writing"_s, viewer.isWriting}, {u"since"_s, toIso(viewer.since)}};
}

QString LeadPresence::refOf(const RealtimeChannel &channel) const
{
    const auto lead = m_leads.constFind(*channel.lead);
    if (lead == m_leads.cend())
        return {};
    const auto found = std::ranges::find_if(
        lead->viewers, [&](const auto &entry) { return entry.second.channel == &channel; });
    return found == lead->viewers.end() ? QString() : found->first;
}

void LeadPresence::enter(RealtimeChannel &channel)
{
    Lead &lead = m_leads[*channel.lead];
    lead.listeners.append(&channel);
    QJsonObject state;
    for (const auto &[ref, viewer] : lead.viewers) {
        const QString key = viewer.user.toString();
        QJsonArray metas = state.value(key).toObject().value("metas"_L1).toArray();
        metas.append(meta(ref, viewer));
        state.insert(key, QJsonObject {{u"metas"_s, metas}});
    }
    channel.connection->outlet().push(channel, u"presence_state", state);
}

void LeadPresence::track(RealtimeChannel &channel, bool isWriting)
{
    Viewer viewer {channel.user, channel.viewerName, isWriting, m_context.clock.now(), &channel,
        m_context.clock.elapsed()};
    if (const QString old = refOf(channel); !old.isEmpty()) {
        Viewer &known = m_leads[*channel.lead].viewers.at(old);
        if (known.isWriting == isWriting)
            return;
        viewer.since = known.since;
        const LeadId lead = *channel.lead;
        say("off", lead, old, known);
        remove(lead, old);
    }
    const QString ref = m_instance + QString::number(++m_nextRef, 36);
    put(*channel.lead, ref, viewer);
    say("on", *channel.lead, ref, viewer);
}

void LeadPresence::untrack(RealtimeChannel &channel)
{
    const QString ref = refOf(channel);
    if (ref.isEmpty())
        return;
    const LeadId lead = *channel.lead;
    say("off", lead, ref, m_leads[lead].viewers.at(ref));
    remove(lead, ref);
}

void LeadPresence::leave(RealtimeChannel &channel)
{
    const auto lead = m_leads.find(*channel.lead);
    if (lead == m_leads.end())
        return;
    lead->listeners.removeOne(&channel);
    untrack(channel);
    dropIfEmpty(*channel.lead);
}

void LeadPresence::put(LeadId lead, const QString &ref, const Viewer &viewer)
{
    Lead &entry = m_leads[lead];
    entry.viewers.insert_or_assign(ref, viewer);
    tell(entry, ref, &viewer, nullptr);
}

void LeadPresence::remove(LeadId lead, const QString &ref)
{
    const auto entry = m_leads.find(lead);
    if (entry == m_leads.end())
        return;
    const auto found = entry->viewers.find(ref);
    if (found == entry->viewers.end())
        return;
    const Viewer viewer = found->second;
    entry->viewers.erase(found);
    tell(*entry, ref, nullptr, &viewer);
    dropIfEmpty(lead);
}

void LeadPresence::dropIfEmpty(LeadId lead)
{
    const auto entry = m_leads.constFind(lead);
    if (entry != m_leads.cend() && entry->listeners.isEmpty() && entry->viewers.empty())
        m_leads.erase(entry);
}

void LeadPresence::tell(const Lead &lead, const QString &ref, const Viewer *joined, const Viewer *left)
{
    const auto side = [&ref](const Viewer *viewer) {
        return viewer ? QJsonObject {{viewer->user.toString(),
                   QJsonObject {{u"metas"_s, QJsonArray {meta(ref, *viewer)}}}}}
                      : QJsonObject();
    };
    const QJsonObject diff {{u"joins"_s, side(joined)}, {u"leaves"_s, side(left)}};
    for (RealtimeChannel *listener : lead.listeners)
        listener->connection->outlet().push(*listener, u"presence_diff", diff);
}

void LeadPresence::say(const char *verb, LeadId lead, const QString &ref, const Viewer &viewer)
{
    const QJsonObject word {{u"from"_s, m_instance}, {u"verb"_s, QString::fromLatin1(verb)},
        {u"lead"_s, lead.toString()}, {u"ref"_s, ref}, {u"user"_s, viewer.user.toString()},
        {u"writing"_s, viewer.isWriting}, {u"since"_s, toIso(viewer.since)}};
    say(word);
}

void LeadPresence::say(const QJsonObject &word)
{
    m_context.backend.say(Prefix, QJsonDocument(word).toJson(QJsonDocument::Compact));
}

void LeadPresence::greet()
{
    say({{u"from"_s, m_instance}, {u"verb"_s, u"hello"_s}});
}

void LeadPresence::hear(const QByteArray &content)
{
    const QJsonObject word = QJsonDocument::fromJson(content).object();
    const auto lead = LeadId::parse(word.value("lead"_L1).toString());
    const auto user = UserId::parse(word.value("user"_L1).toString());
    const QString from = word.value("from"_L1).toString();
    if (word.value("verb"_L1).toString() == "hello"_L1 && from != m_instance)
        m_saidAt = m_context.clock.elapsed() - m_context.limits.presenceInterval; // at the next sweep
    const QString ref = word.value("ref"_L1).toString();
    if (!lead || !user || ref.isEmpty() || from.isEmpty() || from == m_instance)
        return;
    if (word.value("verb"_L1).toString() == "off"_L1) {
        m_named.remove(ref);
        remove(*lead, ref);
    } else {
        const auto since = parseIso(word.value("since"_L1).toString());
        hearPut(*lead, ref,
            {*user, {}, word.value("writing"_L1).toBool(), since.value_or(m_context.clock.now()), nullptr,
                m_context.clock.elapsed()});
    }
}

/// Names do not travel; this instance looks them up once a viewer.
void LeadPresence::hearPut(LeadId lead, const QString &ref, const Viewer &viewer)
{
    if (const auto entry = m_leads.find(lead); entry != m_leads.end()) {
        if (const auto known = entry->viewers.find(ref); known != entry->viewers.end()) {
            known->second.saidAt = viewer.saidAt;
            return;
        }
    }
    if (m_named.contains(ref))
        return;
    m_named.insert(ref);
    deliver(
        m_context.backend.nameOf(viewer.user), this, [this, lead, ref, viewer](const Result<QString> &name) {
            if (!m_named.remove(ref) || !name)
                return;
            Viewer named = viewer;
            named.name = *name;
            put(lead, ref, named);
        });
}

void LeadPresence::sweep()
{
    const auto now = m_context.clock.elapsed();
    const bool saysAgain = now - m_saidAt >= m_context.limits.presenceInterval;
    if (saysAgain)
        m_saidAt = now;
    QList<std::pair<LeadId, QString>> gone;
    for (auto lead = m_leads.cbegin(); lead != m_leads.cend(); ++lead) {
        for (const auto &[ref, viewer] : lead->viewers) {
            if (viewer.channel && saysAgain)
                say("on", lead.key(), ref, viewer);
            else if (!viewer.channel && now - viewer.saidAt >= m_context.limits.presenceKept)
                gone.append({lead.key(), ref});
        }
    }
    for (const auto &[lead, ref] : gone)
        remove(lead, ref);
}

} // namespace signalbox
