// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/utf8check.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace signalbox {

/// Why a WebSocket ends (RFC 6455 §7.4.1).
struct CloseCode
{
    static constexpr quint16 Normal = 1000;
    static constexpr quint16 GoingAway = 1001;
    static constexpr quint16 ProtocolError = 1002;
    static constexpr quint16 NoStatus = 1005; ///< a close frame without a code; never sent
    static constexpr quint16 InvalidText = 1007;
    static constexpr quint16 TooBig = 1009;
    static constexpr quint16 ServiceRestart = 1012;
};

/// Reads a client's frames out of a byte stream (RFC 6455 §5). However the bytes are cut, the events are the
/// same; what is wrong is found at the first byte that makes it so.
class WebSocketReader
{
public:
    struct Event
    {
        enum class Kind
        {
            Text, ///< a whole message, valid UTF-8
            Binary, ///< a whole message
            Ping,
            Pong,
            Close, ///< `code` and the reason in `payload`; nothing follows
            Failed, ///< `code` to close with and why in `payload`; nothing follows
        };

        Kind kind = Kind::Failed;
        QByteArray payload;
        quint16 code = 0;
    };

    /// `messageLimit` in bytes, of a message with all its fragments.
    explicit WebSocketReader(qint64 messageLimit)
        : m_messageLimit(messageLimit)
    { }

    /// Reads on, taking from the front of `bytes`, up to the next event. Nothing: all is taken, more is
    /// needed.
    std::optional<Event> next(QByteArrayView &bytes);

private:
    enum class Step
    {
        Header,
        Payload,
        Ended
    };
    enum class Message : quint8
    {
        None,
        Text,
        Binary
    };

    std::optional<Event> fail(quint16 code, const char *reason);
    std::optional<Event> readHeader(QByteArrayView &bytes);
    std::optional<Event> checkFirstByte();
    std::optional<Event> checkLength();
    std::optional<Event> readPayload(QByteArrayView &bytes);
    std::optional<Event> finishFrame();
    std::optional<Event> finishClose();
    void unmask(QByteArray &target, QByteArrayView bytes);

    bool isControl() const { return (m_header[0] & 0x08) != 0; }
    bool isFinal() const { return (m_header[0] & 0x80) != 0; }
    int headerBytes() const;

    qint64 m_messageLimit;
    Step m_step = Step::Header;
    Message m_message = Message::None; ///< begun and not finished
    std::array<uchar, 14> m_header {}; ///< first bytes, length, mask
    int m_headerSize = 0; ///< bytes of it that are there
    qint64 m_remaining = 0; ///< of the frame's payload
    int m_maskPosition = 0;
    Utf8Check m_utf8;
    QByteArray m_text; ///< the message so far
    QByteArray m_control; ///< the control frame's payload so far
};

} // namespace signalbox
