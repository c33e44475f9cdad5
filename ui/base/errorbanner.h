// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "ui/base/icons.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace signalbox {

/// One sentence above content that stays visible: a refresh failed, the machine is offline, something is
/// worth knowing (ux §11). Hidden until it is told something.
class ErrorBanner final : public QFrame
{
    Q_OBJECT

public:
    ErrorBanner(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void showError(const Error &error, const QString &where);
    void showNotice(const QString &text, IconName icon = IconName::Info, ColorRole tone = ColorRole::Info);
    /// A warning with a Retry button: "Offline since 14:02 · showing data of 14:01:40".
    void showWarning(const QString &text, IconName icon = IconName::Offline, bool canRetry = true);
    void clear();
    QString text() const;

Q_SIGNALS:
    void retryRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void present(
        const QString &text, IconName icon, ColorRole tone, ColorRole ground, bool canRetry, bool canCopy);
    void restyle();

    const Theme &m_theme;
    const Clock &m_clock;
    QLabel *m_glyph;
    QLabel *m_text;
    QPushButton *m_retry;
    QPushButton *m_copy;
    QPushButton *m_dismiss;
    IconName m_icon = IconName::Info;
    ColorRole m_tone = ColorRole::Info;
    ColorRole m_ground = ColorRole::InfoSoft;
    Error m_error;
    QString m_where;
};

} // namespace signalbox
