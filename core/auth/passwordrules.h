// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"
#include "core/base/result.h"

#include <QStringList>

namespace signalbox {

/// What is wrong with a password somebody wants to have.
struct PasswordVerdict
{
    QStringList reasons; ///< GoTrue's names: `length`, `characters`, `pwned`; ours: `personal`
    QString explanation; ///< one English sentence a reason

    bool isAcceptable() const { return reasons.isEmpty(); }
};

/// Length over composition rules (NIST SP 800-63B §5.1.1.2): 10 to 128 characters, at least 5 different ones,
/// no control characters, not one of the passwords everybody tries, and not made of the person's own address
/// or name.
PasswordVerdict judgePassword(const Secret &password, const QString &email, const QString &name);

/// The verdict as an Error: Invalid, field `password`, code `weak_password`.
Result<void> checkPasswordRules(const Secret &password, const QString &email, const QString &name);

/// The one spelling an address is stored and compared in: trimmed, lower case. Invalid, field `email`, unless
/// it looks like `local@domain` of at most 254 characters without blanks.
Result<QString> normaliseEmail(const QString &text);

} // namespace signalbox
