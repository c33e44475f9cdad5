// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedthread.h"
#include "core/ingest/seedvoice.h"

namespace signalbox {

/// A lead's person and company, without a conversation yet.
SeedThread makeSeedLead(const SeedCast &cast, const SeedLanguage &language, SeedRandom &random, qint64 index);

/// Whether this lead of the first workspace has one of the demo's threads of about 400 messages.
bool isSeedLongThread(const SeedCast &cast, qint64 index);

/// The lines a lead signs mails with.
QByteArray seedSignature(const SeedThread &lead);

/// A quoted mail in plain text, with its attribution line.
QByteArray seedPlainQuote(SeedVoice &voice, const QByteArray &quoted, Instant sentAt);

/// `body` as a mail program would send it in HTML: paragraphs, a signature with a link and perhaps a logo
/// (`cid:logo@demo`), and the quoted mail if there is one.
QByteArray seedHtml(SeedVoice &voice, const SeedThread &lead, const QByteArray &body,
    const QByteArray &quoted, Instant quotedAt, bool hasLogo);

} // namespace signalbox
