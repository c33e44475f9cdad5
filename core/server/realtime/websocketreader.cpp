// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/websocketreader.h"

#include <algorithm>
#include <cstring>

namespace signalbox {

namespace {

constexpr uchar ReservedBits = 0x70;
constexpr uchar OpcodeBits = 0x0f;
constexpr uchar MaskBit = 0x80;
constexpr uchar LengthBits = 0x7f;
constexpr int SmallLimit = 125; // RFC 6455 §5.2: longer lengths follow the first two bytes
constexpr int MediumLimit = 0xffff;
constexpr int MediumMark = 126;
constexpr int MaskBytes = 4;

enum Opcode : uchar
{
    Continuation = 0x0,
    TextFrame = 0x1,
    BinaryFrame = 0x2,
    CloseFrame = 0x8,
    PingFrame = 0x9,
    PongFrame = 0xa,
};

quint64 bigEndian(const uchar *bytes, int count)
{
    quint64 value = 0;
    for (int i = 0; i < count; ++i)
        value = value << 8 | bytes[i];
    return value;
}

/// What a peer may give as its reason (RFC 6455 §7.4, and what IANA has registered since).
bool isSendable(quint16 code)
{
    return (code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || (code >= 3000 && code <= 4999);
}

int lengthBytes(uchar second)
{
    const int length = second & LengthBits;
    return length <= SmallLimit ? 0 : length == MediumMark ? 2 : 8;
}

} // namespace

std::optional<WebSocketReader::Event> WebSocketReader::next(QByteArrayView &bytes)
{
    while (m_step != Step::Ended) {
        // A payload of no bytes is complete before any is read.
        const bool canGoOn = !bytes.isEmpty() || (m_step == Step::Payload && m_remaining == 0);
        if (!canGoOn)
            return {};
        if (auto event = m_step == Step::Header ? readHeader(bytes) : readPayload(bytes))
            return event;
    }
    bytes = {};
    return {};
}

std::optional<WebSocketReader::Event> WebSocketReader::fail(quint16 code, const char *reason)
{
    m_step = Step::Ended;
    m_text = {};
    m_control = {};
    return Event {Event::Kind::Failed, reason, code};
}

int WebSocketReader::headerBytes() const
{
    return m_headerSize < 2 ? 2 : 2 + lengthBytes(m_header[1]) + MaskBytes;
}

std::optional<WebSocketReader::Event> WebSocketReader::readHeader(QByteArrayView &bytes)
{
    while (m_headerSize < headerBytes()) {
        if (bytes.isEmpty())
            return {};
        m_header[size_t(m_headerSize++)] = uchar(bytes.front());
        bytes = bytes.sliced(1);
        if (m_headerSize == 1) {
            if (auto fault = checkFirstByte())
                return fault;
        } else if (m_headerSize == 2 && !(m_header[1] & MaskBit)) {
            return fail(CloseCode::ProtocolError, "a client's frames are masked");
        } else if (m_headerSize == 2 && isControl() && (m_header[1] & LengthBits) > SmallLimit) {
            return fail(CloseCode::ProtocolError, "a control frame has at most 125 bytes");
        } else if (m_headerSize == 2 + lengthBytes(m_header[1])) {
            if (auto fault = checkLength())
                return fault;
        }
    }
    m_step = Step::Payload;
    m_maskPosition = 0;
    return {};
}

std::optional<WebSocketReader::Event> WebSocketReader::checkFirstByte()
{
    if (m_header[0] & ReservedBits)
        return fail(CloseCode::ProtocolError, "no extension was agreed on");
    switch (m_header[0] & OpcodeBits) {
    case Continuation:
        if (m_message == Message::None)
            return fail(CloseCode::ProtocolError, "nothing to continue");
        return {};
    case TextFrame:
    case BinaryFrame:
        if (m_message != Message::None)
            return fail(CloseCode::ProtocolError, "the last message is not finished");
        m_message = (m_header[0] & OpcodeBits) == TextFrame ? Message::Text : Message::Binary;
        return {};
    case CloseFrame:
    case PingFrame:
    case PongFrame:
        if (!isFinal())
            return fail(CloseCode::ProtocolError, "a control frame is not fragmented");
        return {};
    default:
        return fail(CloseCode::ProtocolError, "unknown opcode");
    }
}

std::optional<WebSocketReader::Event> WebSocketReader::checkLength()
{
    const int extra = lengthBytes(m_header[1]);
    const quint64 length = extra == 0 ? m_header[1] & LengthBits : bigEndian(&m_header[2], extra);
    if (length >> 63 || (extra == 2 && length <= SmallLimit) || (extra == 8 && length <= MediumLimit))
        return fail(CloseCode::ProtocolError, "a length is written in the shortest form");
    if (!isControl() && length > quint64(m_messageLimit - m_text.size()))
        return fail(CloseCode::TooBig, "the message is too long");
    m_remaining = qint64(length);
    return {};
}

void WebSocketReader::unmask(QByteArray &target, QByteArrayView bytes)
{
    const qsizetype start = target.size();
    target.append(bytes);
    char *data = target.data() + start;
    const uchar *mask = &m_header[size_t(headerBytes() - MaskBytes)];
    std::array<char, 8> turned {};
    for (size_t i = 0; i < turned.size(); ++i)
        turned[i] = char(mask[(size_t(m_maskPosition) + i) % MaskBytes]);
    quint64 word = 0;
    std::memcpy(&word, turned.data(), sizeof word);
    qsizetype i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        quint64 part = 0;
        std::memcpy(&part, data + i, sizeof part);
        part ^= word;
        std::memcpy(data + i, &part, sizeof part);
    }
    for (; i < bytes.size(); ++i)
        data[i] = char(data[i] ^ turned[size_t(i % 8)]);
    m_maskPosition = int((m_maskPosition + bytes.size()) % MaskBytes);
}

std::optional<WebSocketReader::Event> WebSocketReader::readPayload(QByteArrayView &bytes)
{
    const qsizetype count = qsizetype(std::min<qint64>(m_remaining, bytes.size()));
    QByteArray &target = isControl() ? m_control : m_text;
    const qsizetype start = target.size();
    unmask(target, bytes.first(count));
    bytes = bytes.sliced(count);
    m_remaining -= count;
    if (!isControl() && m_message == Message::Text && !m_utf8.feed(QByteArrayView(target).sliced(start)))
        return fail(CloseCode::InvalidText, "text is UTF-8");
    return m_remaining == 0 ? finishFrame() : std::nullopt;
}

std::optional<WebSocketReader::Event> WebSocketReader::finishFrame()
{
    m_step = Step::Header;
    m_headerSize = 0;
    const uchar opcode = m_header[0] & OpcodeBits;
    if (opcode == CloseFrame)
        return finishClose();
    if (isControl())
        return Event {
            opcode == PingFrame ? Event::Kind::Ping : Event::Kind::Pong, std::exchange(m_control, {}), 0};
    if (!isFinal())
        return {};
    if (!m_utf8.isComplete())
        return fail(CloseCode::InvalidText, "text is UTF-8");
    const bool isText = std::exchange(m_message, Message::None) == Message::Text;
    return Event {isText ? Event::Kind::Text : Event::Kind::Binary, std::exchange(m_text, {}), 0};
}

std::optional<WebSocketReader::Event> WebSocketReader::finishClose()
{
    if (m_control.size() == 1)
        return fail(CloseCode::ProtocolError, "a close code has two bytes");
    Event event {Event::Kind::Close, {}, CloseCode::NoStatus};
    if (!m_control.isEmpty()) {
        event.code = quint16(uchar(m_control[0]) << 8 | uchar(m_control[1]));
        event.payload = m_control.sliced(2);
        Utf8Check reason;
        if (!isSendable(event.code))
            return fail(CloseCode::ProtocolError, "no such close code");
        if (!reason.feed(event.payload) || !reason.isComplete())
            return fail(CloseCode::InvalidText, "a reason is UTF-8");
    }
    m_step = Step::Ended;
    m_text = {};
    m_control = {};
    return event;
}

} // namespace signalbox
