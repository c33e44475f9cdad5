// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/httprequest.h"

namespace signalbox {

/// Why a message is not a request we can serve: the status to answer before closing.
struct HttpFault
{
    int status = 400;
    QString code; ///< `MALFORMED_REQUEST`, `HEADERS_TOO_LARGE`, …
    QString detail;
};

/// Reads HTTP/1.1 requests out of a byte stream, one at a time (RFC 9112).
///
/// It stands in front of everything, so it refuses what two readers could understand differently: bare LF or
/// CR, folded lines, blanks before a colon, two Content-Length fields, Content-Length beside
/// Transfer-Encoding, any coding but `chunked`, a chunk that does not end where it says. Qt 6.4's own parser
/// takes all of those: it uses the first of two lengths, reads a negative one as "no body", takes every
/// Transfer-Encoding that contains the word `chunked`, drops what it does not like without an answer, and has
/// no limits.
class HttpParser
{
public:
    enum class Progress
    {
        NeedsMore,
        HeadComplete, ///< head() is filled; call setBodyLimit(), then advance() again
        RequestComplete, ///< takeRequest()
        Failed, ///< fault(); the stream cannot be read further
    };

    HttpParser(qsizetype headLimitBytes, int headerCountLimit);

    void append(QByteArrayView bytes) { m_buffer.append(bytes); }
    /// Reads as far as it can. Call again after each step until NeedsMore or Failed.
    Progress advance();
    /// How many body bytes this request may have; a longer one fails with 413.
    void setBodyLimit(qint64 bytes) { m_bodyLimit = bytes; }

    const HttpRequest &head() const { return m_request; }
    bool expectsContinue() const { return m_expectsContinue; }
    /// The head alone says that the body will not be taken.
    bool isBodyTooLarge() const { return !m_isChunked && m_bodyRemaining > m_bodyLimit; }
    bool hasBody() const { return m_isChunked || m_bodyRemaining > 0; }
    const HttpFault &fault() const { return m_fault; }
    /// The complete request; the parser is ready for the next, whose first bytes it may already hold.
    HttpRequest takeRequest();
    /// Whether part of a request has been read.
    bool isMidRequest() const { return m_step != Step::Head || m_buffer.size() > m_position; }
    /// Bytes taken in that no request has yet, what was read of them included.
    qsizetype heldBytes() const { return m_buffer.size(); }
    qint64 bodyBytes() const { return m_request.body.size(); }
    /// Forgets what was read and reads no more.
    void abandon();
    /// Everything from the current request's first byte on, for a reader that takes the connection over.
    QByteArray takeUnread();

private:
    enum class Step
    {
        Head,
        HeadReady,
        FixedBody,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Done,
        Failed
    };

    Progress fail(int status, const QString &code, const QString &detail);
    Progress readHead();
    bool checkHeadBytes();
    bool readRequestLine(QByteArrayView line);
    bool readTarget(QByteArrayView target);
    bool readHeaderLine(QByteArrayView line);
    bool readFraming();
    bool readConnection();
    Progress readFixedBody();
    Progress readChunks();
    bool readChunkSize(QByteArrayView line);
    void compact();

    qsizetype m_headLimit;
    int m_headerCountLimit;
    qint64 m_bodyLimit = 0;
    QByteArray m_buffer;
    qsizetype m_position = 0; ///< of the first unread byte
    qsizetype m_scanned = 0; ///< bytes of the head already searched for its end
    qsizetype m_headStart = 0;
    Step m_step = Step::Head;
    HttpRequest m_request;
    HttpFault m_fault;
    bool m_isOldVersion = false; ///< HTTP/1.0
    bool m_isChunked = false;
    bool m_expectsContinue = false;
    qint64 m_bodyRemaining = 0; ///< of a fixed body, or of the current chunk
    qsizetype m_chunkOverhead = 0;
};

} // namespace signalbox
