// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/realtimecontext.h"

#include <QTimer>

#include <map>

namespace signalbox {

/// Who looks at a conversation and who writes there: Phoenix presence on the private topics `lead:<id>`
/// (DESIGN §8.16). Keys are user ids; each meta is `{phx_ref, userId, name, writing, since}`, all of it the
/// server's word but `writing`.
///
/// Instances tell each other through the feed (prefix `signalbox.presence`), by ids alone. What another one
/// does not say again in time counts as gone.
class LeadPresence final : public QObject
{
    Q_OBJECT

public:
    static constexpr char Prefix[] = "signalbox.presence";

    explicit LeadPresence(RealtimeContext &context, QObject *parent = nullptr);

    /// The channel hears of its lead from now on: first who is there, `presence_state`.
    void enter(RealtimeChannel &channel);
    void track(RealtimeChannel &channel, bool isWriting);
    void untrack(RealtimeChannel &channel);
    /// The channel is going; untracks it.
    void leave(RealtimeChannel &channel);
    /// The channels that hear of a lead.
    QList<RealtimeChannel *> listenersOf(LeadId lead) const { return m_leads.value(lead).listeners; }
    /// Asks the other instances who is at theirs: this one has just begun to hear them.
    void greet();
    /// Another instance's word, or our own come back.
    void hear(const QByteArray &content);
    /// Once a second: says again who is here, forgets who was not said again elsewhere.
    void sweep();

private:
    struct Viewer
    {
        UserId user;
        QString name;
        bool isWriting = false;
        Instant since {};
        const RealtimeChannel *channel = nullptr; ///< null: of another instance
        std::chrono::microseconds saidAt {};
    };
    struct Lead
    {
        QList<RealtimeChannel *> listeners;
        std::map<QString, Viewer> viewers; ///< by phx_ref
    };
    using Refs = QList<QString>;

    void put(LeadId lead, const QString &ref, const Viewer &viewer);
    void remove(LeadId lead, const QString &ref);
    void tell(const Lead &lead, const QString &ref, const Viewer *joined, const Viewer *left);
    void say(const QJsonObject &word);
    void say(const char *verb, LeadId lead, const QString &ref, const Viewer &viewer);
    void hearPut(LeadId lead, const QString &ref, const Viewer &viewer);
    QString refOf(const RealtimeChannel &channel) const;
    static QJsonObject meta(const QString &ref, const Viewer &viewer);
    void dropIfEmpty(LeadId lead);

    RealtimeContext &m_context;
    QString m_instance; ///< made up at the start: whose words are whose
    quint64 m_nextRef = 0;
    QHash<LeadId, Lead> m_leads;
    QSet<QString> m_named; ///< refs whose names are being looked up
    std::chrono::microseconds m_saidAt {};
};

} // namespace signalbox
