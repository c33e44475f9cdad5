// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// Why something failed, in the few kinds a caller branches on (style §6.4).
///
/// `detail` is English, for logs and problem documents, without personal data; the words a person reads are
/// made in `ui` from `kind` and `code`.
struct Error
{
    enum class Kind
    {
        Cancelled, ///< nobody waits for the answer any more
        Unavailable, ///< may be retried: the peer is down, restarting or refuses for now
        TimedOut, ///< the deadline passed before an answer
        Unauthenticated, ///< no session, or one that has ended
        Denied, ///< the session may not do this
        NotFound, ///< no such thing in the caller's scope
        Conflict, ///< the state has moved on since the caller read it
        Invalid, ///< the input is wrong; `field` names it
        Internal, ///< a defect of ours
    };

    Kind kind = Kind::Internal;
    QString detail;
    QString code; ///< stable name on the wire, for example `INVALID_CURSOR`; empty when the kind says it all
    QString field; ///< the parameter, column or line at fault
    QString requestId; ///< of the HTTP exchange that failed, when there was one
    int retryAfterSeconds = 0; ///< 0: not said

    bool operator==(const Error &) const = default;

    static Error invalid(QString field, QString detail, QString code = {});
    static Error internal(QString detail);
    static Error unavailable(QString detail);
    static Error notFound(QString detail);
    static Error denied(QString detail);
};

/// Stable lower-case name of a kind, for logs and metrics.
QLatin1StringView kindName(Error::Kind kind);

/// One line for logs: kind, code, field and detail.
QString describe(const Error &error);

} // namespace signalbox
