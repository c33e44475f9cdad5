// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/theme.h"

#include <QPlainTextEdit>

namespace signalbox {

/// Where a person writes: as high as the text, from three lines to nine, in the text's own direction.
class ReplyEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReplyEditor(const Theme &theme, QWidget *parent = nullptr);

    /// Puts a text in place of what is there, as nobody's typing; what can be undone goes with the old one.
    void replaceText(const QString &text);

Q_SIGNALS:
    void typed(); ///< by the person, not by replaceText()

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void restyle();

    const Theme &m_theme;
    bool m_isReplacing = false;
};

} // namespace signalbox
