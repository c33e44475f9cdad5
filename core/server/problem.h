// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/server/httpparser.h"
#include "core/server/httpresponse.h"
#include "core/server/route.h"

namespace signalbox {

/// How an Error looks to a client: the one place where kinds and codes become status codes and words.
struct Problem
{
    int status = 500;
    QString code; ///< stable, upper case: `INVALID_CURSOR`
    QString text; ///< the member `error`: the texts of domain §4.1 where it has one
    bool isRetryable = false; ///< the same request may succeed later
};

/// The detail of an Error is shown for 4xx only; what went wrong inside is for the log.
Problem problemFor(const Error &error, const QString &requestId);

/// The document: RFC 9457 with `success`, `error`, `code`, `requestId`, `retryable` (DESIGN §8.7), or
/// GoTrue's form. With `Retry-After`, `WWW-Authenticate` where the status calls for them.
HttpResponse problemResponse(const Error &error, const HttpRequest &request, ErrorForm form);
/// The same for what the parser refused.
HttpResponse problemResponse(const HttpFault &fault, const HttpRequest &request);

} // namespace signalbox
