// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/overlay.h"

class QLabel;
class QPushButton;
class QTextEdit;

namespace signalbox {

/// Two versions of a text side by side, with the words marked that only one of them has (ux §10 L7).
class CompareSheet final : public Overlay
{
    Q_OBJECT

public:
    CompareSheet(const Theme &theme, QWidget *window);

    void openWith(const QString &mine, const QString &theirs);

Q_SIGNALS:
    void mineChosen();
    void theirsChosen();

protected:
    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;

private:
    QTextEdit *makeSide(const QString &name);
    void fill(QTextEdit &side, const QStringList &words, const QList<bool> &isOwn, bool isMine);

    QTextEdit *m_mine;
    QTextEdit *m_theirs;
    QPushButton *m_keep;
    QPushButton *m_use;
};

} // namespace signalbox
