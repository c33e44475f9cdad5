// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/httpparser.h"

#include "core/server/httpsyntax.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr qsizetype LongestRequestLine = 8 * 1024;
constexpr qsizetype LongestChunkLine = 256;
constexpr int ContentLengthDigits = 15;

// The standard library looks for the first byte with memchr; Qt hashes its way along.
qsizetype indexOf(QByteArrayView text, std::string_view what, qsizetype from)
{
    const size_t found = std::string_view(text.data(), size_t(text.size())).find(what, size_t(from));
    return found == std::string_view::npos ? -1 : qsizetype(found);
}

} // namespace

HttpParser::HttpParser(qsizetype headLimitBytes, int headerCountLimit)
    : m_headLimit(headLimitBytes)
    , m_headerCountLimit(headerCountLimit)
{ }

HttpParser::Progress HttpParser::fail(int status, const QString &code, const QString &detail)
{
    m_step = Step::Failed;
    m_fault = {status, code, detail};
    return Progress::Failed;
}

HttpParser::Progress HttpParser::advance()
{
    switch (m_step) {
    case Step::Head:
        return readHead();
    case Step::HeadReady:
        if (isBodyTooLarge())
            return fail(413, u"BODY_TOO_LARGE"_s, u"The body may have at most %1 bytes"_s.arg(m_bodyLimit));
        m_step = m_isChunked ? Step::ChunkSize : Step::FixedBody;
        return advance();
    case Step::FixedBody:
        return readFixedBody();
    case Step::ChunkSize:
    case Step::ChunkData:
    case Step::ChunkEnd:
    case Step::Trailer:
        return readChunks();
    case Step::Done:
        return Progress::RequestComplete;
    case Step::Failed:
        return Progress::Failed;
    }
    Q_UNREACHABLE();
}

HttpRequest HttpParser::takeRequest()
{
    Q_ASSERT(m_step == Step::Done);
    HttpRequest request = std::move(m_request);
    m_request = {};
    m_step = Step::Head;
    m_isChunked = false;
    m_expectsContinue = false;
    m_bodyRemaining = 0;
    m_chunkOverhead = 0;
    compact();
    return request;
}

void HttpParser::abandon()
{
    m_step = Step::Failed;
    m_request = {};
    m_buffer = {};
    m_position = m_scanned = m_headStart = 0;
}

QByteArray HttpParser::takeUnread()
{
    QByteArray unread = m_buffer.sliced(m_headStart);
    m_buffer.clear();
    m_position = m_scanned = m_headStart = 0;
    return unread;
}

/// Drops what has been read. A buffer that once held a large body gives its memory back.
void HttpParser::compact()
{
    m_buffer.remove(0, m_position);
    if (m_buffer.isEmpty() && m_buffer.capacity() > 64 * 1024)
        m_buffer = {};
    m_position = m_scanned = m_headStart = 0;
}

HttpParser::Progress HttpParser::readHead()
{
    // An empty line before a request is skipped (RFC 9112 §2.2).
    while (m_scanned <= m_position + 1 && QByteArrayView(m_buffer).sliced(m_position).startsWith("\r\n"))
        m_position = m_scanned = m_position + 2;
    if (m_position > 0)
        compact(); // or a stream of empty lines would be kept as a head that never grows
    if (!checkHeadBytes())
        return Progress::Failed;
    m_headStart = m_position;
    const qsizetype from = std::max(m_position, m_scanned - 3);
    const qsizetype end = indexOf(m_buffer, "\r\n\r\n", from);
    m_scanned = m_buffer.size();
    const qsizetype size = end < 0 ? m_buffer.size() - m_position : end + 4 - m_position;
    const qsizetype firstLine = indexOf(m_buffer, "\r\n", m_position);
    if ((firstLine < 0 ? size : firstLine - m_position) > LongestRequestLine)
        return fail(414, u"URI_TOO_LONG"_s, u"The request line is too long"_s);
    if (size > m_headLimit)
        return fail(
            431, u"HEADERS_TOO_LARGE"_s, u"The header block may have at most %1 bytes"_s.arg(m_headLimit));
    if (end < 0)
        return Progress::NeedsMore;

    const QByteArrayView head(m_buffer.constData() + m_position, end - m_position);
    qsizetype lineStart = 0;
    for (bool isFirst = true; lineStart <= head.size(); isFirst = false) {
        qsizetype lineEnd = indexOf(head, "\r\n", lineStart);
        if (lineEnd < 0)
            lineEnd = head.size();
        const QByteArrayView line = head.sliced(lineStart, lineEnd - lineStart);
        if (!(isFirst ? readRequestLine(line) : readHeaderLine(line)))
            return Progress::Failed;
        lineStart = lineEnd + 2;
    }
    if (!readFraming() || !readConnection())
        return Progress::Failed;
    m_position = end + 4;
    m_step = Step::HeadReady;
    return Progress::HeadComplete;
}

/// Sees that this cannot become a request before its end is there: garbage is answered at once, not after a
/// timeout.
bool HttpParser::checkHeadBytes()
{
    const QByteArrayView buffer(m_buffer);
    for (qsizetype i = m_scanned; i < buffer.size(); ++i) {
        const char c = buffer[i];
        const bool isAfterCr = i > m_position && buffer[i - 1] == '\r';
        if (!isControl(c) && !isAfterCr && i != m_position)
            continue; // nearly all of them
        const bool isNewline = c == '\n';
        const bool isOther = isControl(c) && c != '\r' && !isNewline && c != '\t';
        if (isNewline != isAfterCr || isOther || (i == m_position && !isTokenChar(c) && c != '\r')) {
            fail(400, u"MALFORMED_REQUEST"_s, u"This is not HTTP, or its lines do not end in CR LF"_s);
            return false;
        }
        if (isNewline && i >= m_position + 3 && buffer.sliced(i - 3, 4) == "\r\n\r\n")
            break; // what follows is a body or another request
    }
    return true;
}

bool HttpParser::readRequestLine(QByteArrayView line)
{
    const qsizetype firstBlank = line.indexOf(' ');
    const qsizetype lastBlank = line.lastIndexOf(' ');
    if (firstBlank <= 0 || lastBlank <= firstBlank + 1
        || line.sliced(firstBlank + 1, lastBlank - firstBlank - 1).contains(' ')) {
        fail(400, u"MALFORMED_REQUEST"_s, u"The request line must be method, target and version"_s);
        return false;
    }
    const QByteArrayView version = line.sliced(lastBlank + 1);
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7])) {
        fail(400, u"MALFORMED_REQUEST"_s, u"The request line has no HTTP version"_s);
        return false;
    }
    if (version[5] != '1') {
        fail(505, u"HTTP_VERSION"_s, u"This service speaks HTTP/1.1"_s);
        return false;
    }
    m_isOldVersion = version[7] == '0';
    if (!isToken(line.first(firstBlank))) {
        fail(400, u"MALFORMED_REQUEST"_s, u"The method is not a token"_s);
        return false;
    }
    m_request.method = parseMethod(line.first(firstBlank));
    return readTarget(line.sliced(firstBlank + 1, lastBlank - firstBlank - 1));
}

bool HttpParser::readTarget(QByteArrayView target)
{
    // The absolute form is for proxies, but a server must take it (RFC 9112 §3.2.2).
    if (target.startsWith("http://") || target.startsWith("https://")) {
        const qsizetype path = target.indexOf('/', target.indexOf("://") + 3);
        target = path < 0 ? QByteArrayView("/") : target.sliced(path);
    }
    if (target == "*" && m_request.method == HttpMethod::Options) {
        m_request.target = "*";
        m_request.path = u"*"_s;
        return true;
    }
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    if (!target.startsWith('/') || !isTarget(target) || !isPercentEncoded(path)) {
        fail(400, u"MALFORMED_REQUEST"_s, u"The request target is not a path"_s);
        return false;
    }
    m_request.target = target.toByteArray();
    m_request.path = QString::fromUtf8(percentDecoded(path, false));
    if (mark >= 0)
        m_request.query = parseQuery(target.sliced(mark + 1));
    // PostgreSQL has no text with a zero byte in it, and nobody else has a use for one.
    bool hasNull = m_request.path.contains(QChar::Null);
    for (const auto &[key, value] : m_request.query)
        hasNull = hasNull || key.contains(QChar::Null) || value.contains(QChar::Null);
    if (hasNull)
        fail(400, u"MALFORMED_REQUEST"_s, u"The request target holds a zero byte"_s);
    return !hasNull;
}

bool HttpParser::readHeaderLine(QByteArrayView line)
{
    if (m_request.headers.size() >= m_headerCountLimit) {
        fail(431, u"HEADERS_TOO_LARGE"_s, u"At most %1 headers"_s.arg(m_headerCountLimit));
        return false;
    }
    const qsizetype colon = line.indexOf(':');
    // A name that begins with a blank is a folded line, one that ends with a blank hides a second name.
    if (colon <= 0 || !isToken(line.first(colon))) {
        fail(400, u"MALFORMED_REQUEST"_s, u"A header line without a proper name"_s);
        return false;
    }
    m_request.headers.append(
        {line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool HttpParser::readFraming()
{
    int hosts = 0;
    int lengths = 0;
    int codings = 0;
    for (const auto &[name, value] : m_request.headers) {
        hosts += name == "host" ? 1 : 0;
        lengths += name == "content-length" ? 1 : 0;
        codings += name == "transfer-encoding" ? 1 : 0;
    }
    if (hosts > 1 || (hosts == 0 && !m_isOldVersion)) {
        fail(400, u"MALFORMED_REQUEST"_s, u"A request has exactly one Host header"_s);
        return false;
    }
    if (!isHost(m_request.header("host"))) {
        fail(400, u"MALFORMED_REQUEST"_s, u"The Host header names no host"_s);
        return false;
    }
    if (lengths > 1 || codings > 1 || lengths + codings > 1 || (codings > 0 && m_isOldVersion)) {
        fail(400, u"MALFORMED_REQUEST"_s, u"The length of the body is said more than once"_s);
        return false;
    }
    if (codings == 1) {
        m_isChunked = m_request.header("transfer-encoding").toLower() == "chunked";
        if (!m_isChunked)
            fail(501, u"TRANSFER_ENCODING"_s, u"The only transfer coding understood is chunked"_s);
        return m_isChunked;
    }
    if (lengths == 1) {
        const QByteArray value = m_request.header("content-length");
        const bool isNumber = !value.isEmpty() && std::all_of(value.begin(), value.end(), isDigit);
        if (!isNumber) {
            fail(400, u"MALFORMED_REQUEST"_s, u"Content-Length is not a number"_s);
            return false;
        }
        if (value.size() > ContentLengthDigits) {
            fail(413, u"BODY_TOO_LARGE"_s, u"The body is too large"_s);
            return false;
        }
        m_bodyRemaining = value.toLongLong();
    }
    return true;
}

bool HttpParser::readConnection()
{
    bool closes = false;
    bool keeps = false;
    bool upgrades = false;
    for (const auto &[name, value] : m_request.headers) {
        if (name != "connection")
            continue;
        for (const QByteArray &item : value.toLower().split(',')) {
            const QByteArray token = item.trimmed();
            closes = closes || token == "close";
            keeps = keeps || token == "keep-alive";
            upgrades = upgrades || token == "upgrade";
        }
    }
    m_request.keepAlive = !closes && (keeps || !m_isOldVersion);
    m_request.wantsUpgrade = upgrades && m_request.method == HttpMethod::Get && !m_isOldVersion
        && m_request.header("upgrade").toLower() == "websocket";
    if (m_request.wantsUpgrade && hasBody()) {
        fail(400, u"MALFORMED_REQUEST"_s, u"A request for an upgrade has no body"_s);
        return false;
    }
    const QByteArray expectation = m_request.header("expect").toLower();
    m_expectsContinue = expectation == "100-continue" && hasBody() && !m_isOldVersion;
    if (!expectation.isEmpty() && expectation != "100-continue") {
        fail(417, u"EXPECTATION_FAILED"_s, u"The only expectation met is 100-continue"_s);
        return false;
    }
    return true;
}

HttpParser::Progress HttpParser::readFixedBody()
{
    const qsizetype count = std::min<qint64>(m_bodyRemaining, m_buffer.size() - m_position);
    if (count > 0) {
        m_request.body.append(QByteArrayView(m_buffer).sliced(m_position, count));
        m_position += count;
        m_bodyRemaining -= count;
    }
    if (m_bodyRemaining > 0) {
        compact();
        return Progress::NeedsMore;
    }
    m_step = Step::Done;
    return Progress::RequestComplete;
}

HttpParser::Progress HttpParser::readChunks()
{
    while (m_step != Step::Done) {
        if (m_step == Step::ChunkData) {
            const qsizetype count = std::min<qint64>(m_bodyRemaining, m_buffer.size() - m_position);
            m_request.body.append(QByteArrayView(m_buffer).sliced(m_position, count));
            m_position += count;
            m_bodyRemaining -= count;
            if (m_bodyRemaining > 0)
                break;
            m_step = Step::ChunkEnd;
            continue;
        }
        const qsizetype end = m_buffer.indexOf("\r\n", m_position);
        const qsizetype size = (end < 0 ? m_buffer.size() : end) - m_position;
        if (size > (m_step == Step::ChunkEnd ? 1 : LongestChunkLine))
            return fail(400, u"MALFORMED_REQUEST"_s, u"A chunk does not end where it says"_s);
        if (end < 0)
            break;
        const QByteArrayView line = QByteArrayView(m_buffer).sliced(m_position, size);
        if (std::any_of(line.begin(), line.end(), [](char c) { return isControl(c) && c != '\t'; }))
            return fail(400, u"MALFORMED_REQUEST"_s, u"A chunk's line holds a control character"_s);
        m_position = end + 2;
        m_chunkOverhead += size + 2;
        if (m_step == Step::ChunkEnd) {
            if (size != 0)
                return fail(400, u"MALFORMED_REQUEST"_s, u"A chunk does not end where it says"_s);
            m_step = Step::ChunkSize;
        } else if (m_step == Step::ChunkSize) {
            if (!readChunkSize(line))
                return Progress::Failed;
        } else if (line.isEmpty()) {
            m_step = Step::Done; // trailers are read and dropped
        }
        // Chunks of one byte are legal; a body that is mostly extensions and trailers is an attack.
        if (m_chunkOverhead > m_headLimit + 8 * m_request.body.size())
            return fail(400, u"MALFORMED_REQUEST"_s, u"More framing than body"_s);
    }
    if (m_step == Step::Done)
        return Progress::RequestComplete;
    compact();
    return Progress::NeedsMore;
}

bool HttpParser::readChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    QByteArrayView digits = extension < 0 ? line : line.first(extension);
    while (extension >= 0 && (digits.endsWith(' ') || digits.endsWith('\t')))
        digits.chop(1); // RFC 9112 §7.1.1 allows blanks here and nowhere else
    bool isNumber = !digits.isEmpty() && digits.size() <= ContentLengthDigits;
    for (const char c : digits)
        isNumber = isNumber && isHexDigit(c);
    if (!isNumber) {
        fail(400, u"MALFORMED_REQUEST"_s, u"A chunk without a proper size"_s);
        return false;
    }
    m_bodyRemaining = digits.toByteArray().toLongLong(nullptr, 16);
    if (m_bodyRemaining > m_bodyLimit - m_request.body.size()) {
        fail(413, u"BODY_TOO_LARGE"_s, u"The body may have at most %1 bytes"_s.arg(m_bodyLimit));
        return false;
    }
    m_step = m_bodyRemaining == 0 ? Step::Trailer : Step::ChunkData;
    return true;
}

} // namespace signalbox
