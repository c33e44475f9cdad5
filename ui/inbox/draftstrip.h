// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "ui/base/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace signalbox {

class NoticeStrip;
class ReplyEditor;

/// The pending AI draft under a conversation: why it waits, how sure the machine was, and its words, which
/// the person may change before they are sent (ux §12.1).
///
/// A text that the person has changed, or has the caret in, is never replaced (ux §10 L7): what the server
/// has now waits in a strip.
class DraftStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit DraftStrip(const Theme &theme, QWidget *parent = nullptr);

    /// What the server has; none: there is no draft any more.
    void setDraft(const std::optional<Draft> &draft);
    /// Another conversation: forgets everything, also the person's text.
    void clear();
    /// Takes up what the person wrote before, on a draft as it was then.
    void restore(const Draft &base, const QString &text);
    /// There is something to show: a draft, or the person's version of one that is gone.
    bool hasSomething() const { return m_base.has_value(); }

    /// The draft the text is based on.
    const std::optional<Draft> &base() const { return m_base; }
    QString text() const;
    bool isEdited() const; ///< by the person
    /// The server has another text, or none, and the person has not said what counts.
    bool isAskingWhatCounts() const { return m_isAsking; }

    void setRecipient(const QString &recipient);
    /// Why it cannot be sent or changed now; empty: it can. A text stays readable and can be copied.
    void setBlocked(const QString &reasonToSend, const QString &reasonToChange);
    void setKeys(const QString &approve, const QString &reject); ///< for the tooltips
    ReplyEditor &editor() { return *m_text; }

public Q_SLOTS:
    // What counts, when the server has another text.
    void keepMine();
    void useTheirs();

Q_SIGNALS:
    void approveRequested();
    void rejectRequested();
    void compareRequested(const QString &mine, const QString &theirs);
    /// The draft is gone, but what the person wrote shall become a reply of their own.
    void keepAsReplyRequested(const QString &text);
    void typed();
    void changed(); ///< there is something to show, or nothing any more

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const std::optional<Draft> &draft);
    void ask();
    void describe();
    void restyle();

    const Theme &m_theme;
    std::optional<Draft> m_base;
    std::optional<Draft> m_theirs; ///< while the person is asked
    bool m_isAsking = false;
    QString m_approveKey;
    QString m_rejectKey;
    NoticeStrip *m_notice;
    QLabel *m_title;
    QLabel *m_reason;
    ReplyEditor *m_text;
    QLabel *m_recipient;
    QLabel *m_edited;
    QPushButton *m_approve;
    QPushButton *m_reject;
};

} // namespace signalbox
