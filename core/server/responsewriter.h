// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/server/httpresponse.h"
#include "core/server/route.h"
#include "core/server/wireresponse.h"

namespace signalbox {

/// Bodies from here on are compressed for clients that accept gzip.
constexpr qsizetype CompressFromBytes = 1024;

/// What is known about an answer beside the handler's response.
struct AnswerFacts
{
    const Route *route = nullptr; ///< null: no route was found
    Instant now {};
    std::chrono::microseconds duration {}; ///< since the request's last byte
    bool closes = false;
    bool isReadEnabled = true; ///< the route's kill switch
    QByteArray gzippedBody; ///< empty: send the body as it is
};

/// Whether the answer should be compressed: large enough, of a type that shrinks, and wanted.
bool wantsGzip(const HttpRequest &request, const HttpResponse &response);

/// Whether the client has this very answer already: `If-None-Match` on a 200 with an ETag.
bool isUnchanged(const HttpRequest &request, const HttpResponse &response);

/// The bytes: status line, the headers every answer has (DESIGN §2.1, §8.7), the handler's own, and the body.
WireResponse writeResponse(
    const HttpRequest &request, const HttpResponse &response, const AnswerFacts &facts);

} // namespace signalbox
