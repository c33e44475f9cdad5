// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/ingest/inputfile.h"

#include <QStringList>

#include <optional>

namespace signalbox {

/// A mail as it lies in its store.
struct RawMail
{
    QByteArray bytes;
    QString place; ///< for messages to people: `mail 17`, `cur/123:2,S`
    std::optional<Instant> receivedAt; ///< what the store says: the From_ line, the file's time
    bool isRead = false;
    bool isDeleted = false; ///< marked as draft or trash: not to be imported
    bool isCut = false; ///< larger than the limit; the rest was passed over
};

/// Mail after mail from a store, in memory one at a time.
class MailSource
{
public:
    virtual ~MailSource();
    /// None at the end. An Error ends the source; a single unreadable file of a maildir only skips that file
    /// (unreadable()).
    virtual Result<std::optional<RawMail>> next() = 0;
    virtual qint64 done() const = 0; ///< in the unit of total()
    virtual qint64 total() const = 0;
    virtual QStringList unreadable() const { return {}; }

    /// An mbox file in any of its forms (mboxo, mboxrd, mboxcl), with LF or CRLF, also gzip.
    static Result<std::unique_ptr<MailSource>> openMbox(const QString &path, qsizetype maxBytes);
    /// A maildir, a tree of them, or a folder of mail files; single files may be gzip.
    static Result<std::unique_ptr<MailSource>> openFolder(const QString &path, qsizetype maxBytes);
};

} // namespace signalbox
