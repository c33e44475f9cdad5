// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/triagemodel.h"
#include "ui/base/icons.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;

namespace signalbox {

class FlatButton;

/// At the bottom of the page: what was just done, for 8 s, with Undo; what leaves the house counts down
/// beside a line that shrinks. The newest stands there; how many more can be taken back, behind it. What was
/// refused stays until it is read away.
class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    UndoBar(TriageModel &writes, const Theme &theme, const QTimeZone &zone, QWidget *parent);

    /// The key that undoes, for the button.
    void setKey(const QString &key);
    void setLift(int pixels); ///< above what stands at the bottom
    /// What came of a bulk action, in place of its line.
    void showResult(const QString &text, const QString &action);
    void showRefusal(const QString &text);
    QString text() const;

public Q_SLOTS:
    void follow();

Q_SIGNALS:
    void undoRequested(quint64 id);
    void actionTriggered(); ///< of a result

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void present(const QString &text, const QString &action, IconName icon, ColorRole tone);
    void dismiss();
    void place();
    void restyle();

    TriageModel &m_writes;
    const Theme &m_theme;
    QTimeZone m_zone;
    QTimer m_tick;
    QLabel *m_glyph;
    QLabel *m_text;
    QLabel *m_more;
    FlatButton *m_action;
    FlatButton *m_close;
    QString m_key;
    quint64 m_shown = 0; ///< the write that Undo is about; 0: a message
    quint64 m_dismissed = 0; ///< up to here the person has waved them away
    QString m_message;
    QString m_messageAction;
    ColorRole m_messageTone = ColorRole::Ok;
    std::optional<Instant> m_messageUntil;
    int m_lift = 0;
    double m_left = 0; ///< of the countdown, 0…1
};

} // namespace signalbox
