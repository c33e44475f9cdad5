// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "ui/base/theme.h"

#include <QFrame>

class QLabel;

namespace signalbox {

class FlatButton;

/// Under rows that stay: why they could not be read again, in a column too narrow for a banner. Retry and
/// Copy details.
class ListNotice final : public QFrame
{
    Q_OBJECT

public:
    ListNotice(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void showError(const Error &error, const QString &where);

Q_SIGNALS:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    const Clock &m_clock;
    QLabel *m_text;
    FlatButton *m_retry;
    FlatButton *m_copy;
    Error m_error;
    QString m_where;
};

} // namespace signalbox
