// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "ui/base/icons.h"
#include "ui/base/skeleton.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace signalbox {

/// What an empty place says (ux §11): why it is empty, and what to do.
struct EmptyState
{
    enum class Kind
    {
        FirstRun, ///< nothing was ever here
        Filtered, ///< the filters hide it
        Done, ///< all clear
    };

    Kind kind = Kind::FirstRun;
    QString title;
    QString text;
    QString action; ///< caption of a button, answered by actionTriggered(); empty: none
};

/// A pane that holds its content or says in its place why it cannot (ux §11).
///
/// The states never look alike: a skeleton (after 150 ms, then for at least 300 ms), an empty place, an
/// error. An empty place cannot come from an error: there is no way to call showEmpty() with one.
class StatePanel final : public QWidget
{
    Q_OBJECT

public:
    enum class State
    {
        Content,
        Loading,
        Empty,
        Error,
        Offline,
        Forbidden
    };

    StatePanel(const Theme &theme, const Clock &clock, Skeleton::Shape shape, QWidget *parent = nullptr);

    /// Of the skeleton, from the next time it is drawn.
    void setShape(Skeleton::Shape shape) { m_skeleton->setShape(shape); }
    /// The widget whose place the states take; the panel owns it from here on.
    void setContent(QWidget *content);

    /// The state asked for last; a skeleton may still be on the screen for its 300 ms.
    State state() const { return m_state; }
    bool isSkeletonVisible() const;

    void showContent();
    /// Nothing to show yet. Never for a refresh: then the old content stays.
    void showLoading();
    void showEmpty(const EmptyState &empty);
    /// Retry is offered when it can help, with a countdown when the service said when; `where` goes into
    /// "Copy details". Denied looks Forbidden.
    void showError(const Error &error, const QString &where);
    void showOffline(std::optional<Instant> since);

Q_SIGNALS:
    void retryRequested();
    void actionTriggered(); ///< the button of an empty state

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Message
    {
        IconName icon = IconName::None;
        ColorRole tone = ColorRole::Text3;
        QString title;
        QString text;
        QString action;
        bool canRetry = false;
        bool canCopy = false;
    };

    void present(State state, const Message &message);
    void settle();
    void paintMessage();
    void tickRetry();

    const Theme &m_theme;
    const Clock &m_clock;
    QStackedLayout *m_stack;
    Skeleton *m_skeleton;
    QWidget *m_blank;
    QWidget *m_messagePane;
    QLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_retry;
    QPushButton *m_copy;
    QWidget *m_content = nullptr;
    Message m_message;
    State m_state = State::Content;
    Error m_error;
    QString m_where;
    QTimer m_appear;
    QTimer m_hold;
    QTimer m_countdown;
    int m_secondsLeft = 0;
};

} // namespace signalbox
