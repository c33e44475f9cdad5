// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/ingest/seedrandom.h"

#include <QHash>

namespace signalbox {

/// A sentence of the demo data with its blanks found: literal text and slots in turn.
struct SeedTemplate
{
    struct Piece
    {
        QByteArray text; ///< the literal, or the slot's name
        bool isSlot = false;
    };
    QList<Piece> pieces;

    static SeedTemplate parse(const QByteArray &text);
};

/// A name as its bearer writes it, and as an e-mail address spells it.
struct SeedName
{
    QByteArray native;
    QByteArray latin;
};

/// The vocabulary of one language (resources/seed/<code>.json). Immutable once loaded.
struct SeedLanguage
{
    QByteArray code;
    QList<SeedName> given;
    QList<SeedName> family;
    QList<SeedName> stems; ///< first part of company names
    QHash<QByteArray, QList<SeedTemplate>> phrases; ///< by path: `subject`, `in.meeting`, `out.meeting`
    bool writesSpaces = true; ///< between sentences

    /// The phrases of a path; of `fallback` when this language has none. One of the two must exist.
    const QList<SeedTemplate> &list(const QByteArray &path, const QByteArray &fallback = {}) const;
};

/// Lower-case ASCII letters and digits of a text, accents dropped: what goes into addresses.
QByteArray latinSlug(const QString &text);

/// Every language of the demo data, in a fixed order. Internal on a damaged resource.
Result<QList<SeedLanguage>> loadSeedLanguages();

} // namespace signalbox
