// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace signalbox {

/// What is wrong with the ends of a value (DESIGN D12): `starts with a blank`, `ends with a quote`, `ends
/// with an invisible character`, `is empty`. Empty text: nothing. The value itself is never part of the
/// answer.
QString edgeProblem(QStringView value);

/// A secret's file: its text without one trailing newline (LF or CRLF). `isExposed` tells that people beside
/// the owner and the group may read it.
struct SecretFile
{
    QString text;
    bool isExposed = false;
};
/// Invalid, naming the path, when it cannot be read, is not UTF-8 or is larger than 64 KiB.
Result<SecretFile> readSecretFile(const QString &path);

} // namespace signalbox
