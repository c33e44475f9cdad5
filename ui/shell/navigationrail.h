// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/flatbutton.h"
#include "ui/shell/page.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox {

/// The rail at the side, 56 px: one button a page that the person may use; settings at the bottom.
class NavigationRail final : public QWidget
{
    Q_OBJECT

public:
    NavigationRail(const Theme &theme, const CommandRegistry &commands, QWidget *parent = nullptr);

    /// Pages in order; the last one named `settings` goes to the bottom.
    void setPages(const QList<PageSpec> &pages);
    void setCurrent(const QString &pageId);

Q_SIGNALS:
    void pageRequested(const QString &pageId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    const CommandRegistry &m_commands;
    QVBoxLayout *m_column;
    QList<PageSpec> m_pages;
    QHash<QString, FlatButton *> m_buttons;
};

} // namespace signalbox
