// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace signalbox {

/// What one mail may cost. Beyond a limit the rest is left out and ParsedMail::remarks says so.
struct MailLimits
{
    qsizetype mailBytes = qsizetype(64) << 20; ///< read from the source; the rest of the mail is passed over
    int parts = 1000;
    int depth = 32; ///< of nested multiparts
    qsizetype attachmentBytes = qsizetype(25) << 20; ///< each; a larger one keeps its name and size
    qsizetype textBytes = qsizetype(4) << 20; ///< of the plain text and of the HTML, each, as UTF-8
    qsizetype bodyBytes = qsizetype(256)
        << 10; ///< of the text that is shown and searched (a tsvector ends at 1 MB)
    int addresses = 500; ///< in one header
};

struct MailAddress
{
    QString name;
    QString address; ///< trimmed, lower case; has an @
    bool operator==(const MailAddress &) const = default;
};

struct MailAttachment
{
    QString name;
    QString contentType;
    QString contentId; ///< without angle brackets
    qint64 sizeBytes = 0;
    QByteArray content;
    bool isDropped = false; ///< too large: only named
};

/// A mail, decoded (RFC 5322, 2045–2047, 2231). What the mail lacks is empty.
struct ParsedMail
{
    QString messageId; ///< without angle brackets
    QList<MailAddress> from, to, cc, bcc;
    QString subject;
    std::optional<Instant> date; ///< of the Date header, else of the newest Received; none outside 1971…2100
    QString body; ///< plain text to show: the text part, or the text of the HTML
    QString rawText;
    QString rawHtml;
    QList<MailAttachment> attachments;
    bool isRead = false; ///< by `Status: R` of mbox files
    QStringList remarks; ///< limits that were hit
};

/// Decodes any bytes: damaged mail gives what can be read of it, never an error.
ParsedMail parseMail(const QByteArray &bytes, const MailLimits &limits = {});

} // namespace signalbox
