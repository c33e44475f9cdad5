// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secret.h"
#include "core/base/result.h"

namespace signalbox {

/// The signing secret as a file or a variable gave it, kept byte for byte (DESIGN D12): one trailing newline
/// is dropped; any other blank, quote or invisible character at either end, and fewer than 32 bytes, are
/// Invalid. `name` is the key's or file's name for the message; the value is never in it.
Result<Secret> parseSigningSecret(const QByteArray &raw, const QString &name);

/// Reads it from a file the operator made. Denied when others may read the file.
Result<Secret> readSigningSecret(const QString &path);

/// Where the embedded service keeps it: beside the data, for whoever holds the directory holds the service.
QString signingSecretFile(const QString &embeddedDirectory);

/// The embedded service's own secret: read, or made once (384 random bits, mode 0600). Two starts at once
/// agree on one.
Result<Secret> loadOrCreateSigningSecret(const QString &path);

} // namespace signalbox
