// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"
#include "ui/shell/linkwatch.h"

#include <QAbstractButton>

namespace signalbox {

/// How the console stands with its service, in one look: a dot and a few words. A click tries again.
///
/// Assistive technology hears of another state once; figures that tick are no news to it (ux §10 L14).
class ConnectionPill final : public QAbstractButton
{
    Q_OBJECT

public:
    ConnectionPill(const Theme &theme, LinkWatch &link, QWidget *parent = nullptr);

    QString words() const { return m_words; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();
    QString details() const;

    const Theme &m_theme;
    LinkWatch &m_link;
    QString m_words; ///< not the button's text: a change of that is announced
    ColorRole m_tone = ColorRole::Text2;
    ColorRole m_ground = ColorRole::Sunken;
};

} // namespace signalbox
