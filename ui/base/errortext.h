// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

namespace signalbox {

/// An error in a person's words: what happened, and what can be done. Made from kind and code only; `detail`
/// is for logs.
struct ErrorText
{
    QString what; ///< one sentence
    QString next; ///< what still works or what to do; may be empty
    bool canRetry = true;
};

ErrorText explain(const Error &error);

/// What "Copy details" puts on the clipboard: request id, code, kind, place and time, one a line, for whoever
/// helps.
QString errorDetails(const Error &error, const QString &where, Instant at);

} // namespace signalbox
