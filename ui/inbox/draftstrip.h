// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "ui/base/theme.h"

#include <QFrame>

class QPlainTextEdit;
class QLabel;

namespace signalbox {

/// The pending AI draft under a conversation, to be read: why it waits, how sure the machine was, and its
/// words (ux §12.1).
class DraftStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit DraftStrip(const Theme &theme, QWidget *parent = nullptr);

    /// None hides the strip.
    void setDraft(const std::optional<Draft> &draft);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    std::optional<Draft> m_draft;
    QLabel *m_title;
    QLabel *m_reason;
    QPlainTextEdit *m_text;
    QLabel *m_note;
};

} // namespace signalbox
