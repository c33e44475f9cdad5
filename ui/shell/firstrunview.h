// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/session.h"
#include "ui/shell/overlay.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class ErrorBanner;

/// A server that has no people yet: makes the first owner and the first workspace (DESIGN §8.27).
class FirstRunView final : public Overlay
{
    Q_OBJECT

public:
    static constexpr int MinimumPassword = 10;

    FirstRunView(const Theme &theme, const Clock &clock, Session &session, QWidget *window);

    void follow();

protected:
    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addField(const QString &name, QLabel *&label);
    void submit();
    void validate();
    void retranslate();
    void markField(const QString &field);

    Session &m_session;
    QLabel *m_title;
    QLabel *m_text;
    ErrorBanner *m_banner;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_emailLabel;
    QLineEdit *m_email;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_workspaceLabel;
    QLineEdit *m_workspace;
    QLabel *m_zoneLabel;
    QComboBox *m_zone;
    QLabel *m_hint;
    QPushButton *m_submit;
};

} // namespace signalbox
