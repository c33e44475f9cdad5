// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace signalbox {

class FlatButton;

/// One sentence on a soft ground with what can be done about it: "Draft changed on the server · Compare · Use
/// theirs · Keep mine". Hidden until it is told something.
class NoticeStrip final : public QFrame
{
    Q_OBJECT

public:
    struct Action
    {
        QString id; ///< object name of its button
        QString text;
        std::function<void()> run;
    };

    explicit NoticeStrip(const Theme &theme, QWidget *parent = nullptr);

    /// The same sentence with the same actions again changes nothing: a focused button keeps the focus.
    void present(const QString &text, IconName icon, ColorRole tone, const QList<Action> &actions = {});
    void clear();
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QLabel *m_glyph;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<FlatButton *> m_buttons;
    QStringList m_actionIds;
    IconName m_icon = IconName::Info;
    ColorRole m_tone = ColorRole::Info;
};

} // namespace signalbox
