// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ingest/mailparser.h"

#include <QJsonObject>

namespace signalbox {

/// How a record says whose it is; the first that fits counts, in this order. Empty: not said.
struct LeadReference
{
    QString id; ///< ours
    QString ghlContactId;
    QString emailBisonLeadId;
    QString email; ///< trimmed, lower case
    QString phone; ///< digits, perhaps with a leading +
    bool isEmpty() const
    {
        return id.isEmpty() && ghlContactId.isEmpty() && emailBisonLeadId.isEmpty() && email.isEmpty()
            && phone.isEmpty();
    }
};

/// One thing to be stored, checked and with its columns' names (docs/INGEST.md).
struct IngestRecord
{
    enum class Kind
    {
        Lead,
        Message,
        Draft,
        Appointment,
        FollowUpInstance,
        CrmRow,
        ResponseTiming,
        FollowUpTask,
        BookingProgress,
        Reactivation,
        Availability
    };

    Kind kind = Kind::Lead;
    LeadReference lead; ///< empty: of the workspace as a whole
    QJsonObject columns;
    QString firstName; ///< for a lead that has to be made, or has no name yet
    QString lastName;
    QString sequence; ///< name of a follow-up's sequence
    QString campaign; ///< name of a reactivation's or a progress's campaign
    QString process; ///< name of a booking process
    QList<MailAttachment> attachments;
};

/// Reads one line of NDJSON. Invalid, `field` naming the member at fault. Unknown members are refused, so
/// that a misspelt one is not lost in silence.
Result<IngestRecord> parseIngestLine(const QByteArray &line);

/// The form in which phone numbers are stored and compared: `+4930123`. Empty when there are no digits.
QString normalPhone(const QString &text);
/// Trimmed and lower case; empty unless it looks like local@domain of at most 254 characters.
QString normalAddress(const QString &text);
/// `Ann Marie Lee` and `Lee, Ann Marie` → {Ann Marie, Lee}.
std::pair<QString, QString> splitName(const QString &name);

} // namespace signalbox
