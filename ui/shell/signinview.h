// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/session.h"
#include "ui/base/icons.h"
#include "ui/shell/overlay.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class ErrorBanner;

/// Signing in. At the start it covers the window; when a session expires it lies above the page, which stays
/// as it is.
///
/// What went wrong is told apart (ux §12.9): the server does not answer, its certificate is not trusted,
/// address or password are wrong, or the person has no role anywhere.
class SignInView final : public Overlay
{
    Q_OBJECT

public:
    SignInView(const Theme &theme, const Clock &clock, Session &session, QWidget *window);

    void setServer(const QString &server);
    /// Shows itself as the session's state asks for it.
    void follow();

protected:
    QWidget *focusTarget() const override;
    QSize cardSize(const QSize &available) const override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();
    void explainFailure();

    Session &m_session;
    QString m_server;
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_subtitle;
    ErrorBanner *m_banner;
    QLabel *m_emailLabel;
    QLineEdit *m_email;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_capsLock;
    QCheckBox *m_remember;
    QPushButton *m_submit;
};

} // namespace signalbox
