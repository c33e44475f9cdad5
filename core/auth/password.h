// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"
#include "core/base/result.h"

namespace signalbox {

/// What one argon2id computation costs.
///
/// The default is libsodium's "interactive": 64 MB and two passes, about a tenth of a second. The memory is
/// mapped for the computation and returned at its end, so an idle service does not hold it; two run at once
/// at most (SignIn has two workers), which bounds the peak.
struct PasswordCost
{
    unsigned long long passes = 2;
    size_t memoryBytes = size_t(64) << 20;

    /// The least libsodium allows. For tests only.
    static PasswordCost least() { return {1, 8192}; }
};

/// An argon2id string (`$argon2id$v=19$…`) with its own random salt. Takes `cost`: for workers only. Fails
/// with Unavailable when the memory cannot be had.
Result<QString> hashPassword(const Secret &password, const PasswordCost &cost = {});

/// Whether the password made this hash; false for an empty or unreadable hash. Takes what the hash's own cost
/// says.
bool verifyPassword(const QString &hash, const Secret &password);

/// Takes as long as a real check of the default cost and is always false: the answer for an unknown account,
/// so that its time tells nothing.
bool verifyAgainstNobody(const Secret &password, const PasswordCost &cost = {});

/// Whether the hash was made at another cost and should be made again at the next sign-in.
bool needsRehash(const QString &hash, const PasswordCost &cost = {});

} // namespace signalbox
