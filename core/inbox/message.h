// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/inbox/inboxquery.h"

#include <QStringList>

#include <optional>

namespace signalbox {

/// Who wrote a message (domain §3.6): the lead, the machine, or a person of ours.
enum class Sender
{
    Lead,
    Ai,
    Human
};

struct Attachment
{
    QUuid id;
    QString name;
    QString contentType;
    qint64 sizeBytes = 0;
    QString contentId; ///< for `cid:` images, without angle brackets

    bool operator==(const Attachment &) const = default;
};

struct Message
{
    MessageId id;
    Sender sender = Sender::Lead;
    QString content; ///< plain text; links hidden behind other text are listed after it
    QString subject;
    QString rawHtml;
    QString rawText;
    QStringList cc;
    QStringList bcc;
    QString source; ///< `zrg` (ours) or `inboxxia_campaign` (a scripted step)
    QString fromEmail;
    QString fromName;
    QString toEmail;
    QString toName;
    QString emailBisonReplyId;
    Channel channel = Channel::Sms;
    QString direction; ///< inbound or outbound
    Instant timestamp {};
    QList<Attachment> attachments;

    bool operator==(const Message &) const = default;
};

/// The pending draft of an AI for this conversation, read-only for now.
struct Draft
{
    DraftId id;
    Channel channel = Channel::Email;
    QString content;
    QString autoSendAction; ///< send_immediate, send_delayed, needs_review, skip, error or empty
    QString autoSendReason;
    std::optional<double> confidence; ///< 0…1
    std::optional<double> threshold; ///< 0…1
    Instant createdAt {};
    Instant updatedAt {};

    bool operator==(const Draft &) const = default;
};

} // namespace signalbox
