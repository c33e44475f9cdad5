// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/mailparser.h"

struct _GMimeObject;

namespace signalbox {

/// Collects texts and attachments from a mail's tree of parts.
class MailParts
{
public:
    explicit MailParts(const MailLimits &limits)
        : m_limits(limits)
    { }

    void read(_GMimeObject *root);
    /// Puts what was found into `mail`.
    void deliver(ParsedMail &mail);

private:
    /// What a subtree shows.
    struct Shown
    {
        QString text; ///< as a person reads it
        QString plain; ///< of text parts alone
        QString html;
        bool hasHtml = false;
    };

    Shown readPart(_GMimeObject *part, int depth);
    Shown readMultipart(_GMimeObject *part, int depth);
    Shown readAlternative(const QList<Shown> &choices) const;
    Shown readText(_GMimeObject *part);
    void attach(_GMimeObject *part);
    void attachMessage(_GMimeObject *part);
    void add(MailAttachment attachment, QByteArray content);
    void remark(const QString &text);

    const MailLimits &m_limits;
    Shown m_shown;
    QList<MailAttachment> m_attachments;
    QStringList m_remarks;
    int m_parts = 0;
};

} // namespace signalbox
