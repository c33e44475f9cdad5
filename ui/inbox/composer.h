// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "models/inbox/unsenttexts.h"
#include "ui/base/theme.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class FlatButton;
class ReplyEditor;

/// Where a person writes without a draft: a reply on one of the lead's channels, or a note for the team.
class Composer final : public QFrame
{
    Q_OBJECT

public:
    explicit Composer(const Theme &theme, QWidget *parent = nullptr);

    void setConversation(const std::optional<Conversation> &conversation);
    void setNote(bool isNote);
    bool isNote() const { return m_isNote; }

    /// What was written before: fills the fields without counting as typing.
    void restore(const UnsentText &unsent);
    /// Puts what is in the fields into `unsent`.
    void save(UnsentText &unsent) const;
    void clearReply();
    void clearNote();
    void setReplyText(const QString &text);

    Channel channel() const { return m_channel; }
    NewMessage message() const;
    QString noteText() const;
    bool isEmpty() const; ///< nothing to send in what is shown
    /// Why nothing can be sent now; empty: it can.
    void setBlocked(const QString &reasonToSend, const QString &reasonToNote);
    ReplyEditor &editor();

Q_SIGNALS:
    void submitted();
    void typed();
    void channelChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *makeField(const QString &name, const QString &label);
    void setChannel(Channel channel);
    void updateFields();
    void updateSubmit();
    void restyle();

    const Theme &m_theme;
    std::optional<Conversation> m_conversation;
    Channel m_channel = Channel::Email;
    bool m_isNote = false;
    QString m_sendBlock;
    QString m_noteBlock;
    QList<FlatButton *> m_channels; ///< by Channel
    QWidget *m_channelRow;
    QWidget *m_mailFields;
    QLineEdit *m_to;
    QLineEdit *m_cc;
    QLineEdit *m_subject;
    QList<QLabel *> m_labels;
    ReplyEditor *m_reply;
    ReplyEditor *m_note;
    QLabel *m_hint;
    QPushButton *m_submit;
};

/// Where a message on a channel goes, as the service decides it: the address that answers for the lead now,
/// else its own. Empty: nowhere.
QString recipientOf(const LeadSummary &lead, Channel channel);

} // namespace signalbox
