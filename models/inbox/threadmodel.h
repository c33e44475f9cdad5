// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxgateway.h"
#include "models/base/loadstate.h"
#include "models/inbox/quotedtext.h"

#include <QAbstractListModel>
#include <QDate>
#include <QTimeZone>

namespace signalbox {

/// One conversation: its messages oldest first over all channels, each day opened by a separator (domain
/// §3.6).
///
/// Earlier messages are put before what is there, newer ones behind it; nothing that is there moves
/// otherwise. Answers for a conversation that is no longer open are dropped. The conversation being read
/// never closes by itself (ux §10 L6).
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class RowKind
    {
        Day,
        Message
    };
    enum Role
    {
        KindRole = Qt::UserRole + 1, ///< RowKind as int
        DayRole, ///< QDate
        TimeRole, ///< ISO 8601
        SenderRole, ///< Sender as int
        ChannelRole, ///< Channel as int
        DirectionRole, ///< inbound or outbound
        SubjectRole,
        QuotedRole,
        QuotedLinesRole, ///< int
    };

    /// Days begin at midnight in `zone`.
    explicit ThreadModel(InboxGateway &gateway, const QTimeZone &zone, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(
        const QModelIndex &index, int role) const override; ///< DisplayRole: the text without what it quotes

    /// Opens another conversation: forgets the rows and asks for them. A null id closes.
    void open(WorkspaceId workspace, LeadId lead);
    LeadId lead() const { return m_lead; }
    /// Only messages of one channel; none: all.
    void setChannel(std::optional<Channel> channel);
    std::optional<Channel> channel() const { return m_channel; }
    int messageCount(
        std::optional<Channel> channel) const; ///< among the messages that are here, without notes
    /// Notes for colleagues stand among the messages as such; they are on no channel.
    static bool isNote(const Message &message);

    const Message *messageAt(int row) const; ///< null on a separator
    QuotedText textAt(int row) const;
    /// The conversation without its messages; none before the first answer.
    const std::optional<ConversationDetail> &detail() const { return m_detail; }

    LoadState state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    bool hasEarlier() const { return m_detail && m_detail->hasEarlier; }
    bool isLoadingEarlier() const { return m_earlier.isPending(); }

public Q_SLOTS:
    /// Asks for the newest messages again; quiet while a question is open.
    void refresh();
    /// What is here is old: like refresh(), but a question that is open is followed by another one.
    void invalidate();
    /// A note that was just written.
    void addNote(const signalbox::InternalNote &note);
    /// Asks for the messages before the first one; quiet while it is asked for, or if there are none.
    void loadEarlier();

Q_SIGNALS:
    void stateChanged();
    /// Head, draft or lead data are other ones.
    void detailChanged();

private:
    struct Row
    {
        RowKind kind = RowKind::Message;
        QDate day;
        qsizetype message = -1; ///< index among m_messages
        QuotedText text;
    };

    void onNewest(const Result<ConversationDetail> &answer);
    void onEarlier(const Result<ConversationDetail> &answer);
    QList<Message> withNotes(const QList<Message> &messages, std::optional<Instant> before) const;
    void appendMessages(const QList<Message> &newer);
    void prependMessages(const QList<Message> &earlier);
    void rebuild();
    std::vector<Row> rowsFor(qsizetype first, qsizetype last, QDate previousDay) const;
    QDate dayOf(const Message &message) const;
    void setState(LoadState state, std::optional<Error> error = std::nullopt);

    InboxGateway &m_gateway;
    QTimeZone m_zone;
    WorkspaceId m_workspace;
    LeadId m_lead;
    std::optional<Channel> m_channel;
    std::optional<ConversationDetail> m_detail;
    QList<Message> m_messages;
    std::vector<Row> m_rows;
    Pending<ConversationDetail> m_pending;
    Pending<ConversationDetail> m_earlier;
    bool m_isStale = false; ///< something changed while a question was open
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
};

} // namespace signalbox
