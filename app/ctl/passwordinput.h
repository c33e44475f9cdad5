// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"
#include "core/base/result.h"

namespace signalbox {

/// A password for somebody: asked for twice without echo when standard input is a terminal, else its first
/// line. Never an argument, which every process of the machine can read. Invalid when the two differ or
/// nothing came.
Result<Secret> readNewPassword();

/// A password that a person can type: five groups of four letters and digits without look-alikes, 98 bits.
Secret generatePassword();

} // namespace signalbox
