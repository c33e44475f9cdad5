// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/seedlanguage.h"

namespace signalbox {

/// Who speaks to whom about what: fills the blanks of demo sentences. All texts are UTF-8.
class SeedVoice
{
public:
    SeedVoice(const SeedLanguage &language, SeedRandom &random)
        : m_language(language)
        , m_random(random)
    { }

    QByteArray first; ///< of the lead; empty: unknown
    QByteArray last;
    QByteArray company; ///< of the lead
    QByteArray title;
    QByteArray me; ///< whoever of ours writes
    QByteArray us; ///< our company
    QByteArray date; ///< of what is quoted
    int offer = 0; ///< what the workspace sells

    const SeedLanguage &language() const { return m_language; }
    /// One sentence of a list, its blanks filled.
    QByteArray say(const QByteArray &path, const QByteArray &fallback = {});
    /// Sentences put one after another as the language does it; empty ones are left out.
    QByteArray join(const QList<QByteArray> &sentences) const;
    /// A mail: salutation, text, complimentary close and `signature`.
    QByteArray letter(const QByteArray &salutation, const QByteArray &text, const QByteArray &signature);
    /// How `first` is addressed, or the salutation for somebody unknown.
    QByteArray greeting() { return say(first.isEmpty() ? "greetingUnknown" : "greeting"); }

private:
    void fill(const QByteArray &slot, QByteArray &text);

    const SeedLanguage &m_language;
    SeedRandom &m_random;
    QByteArray m_lastDay;
};

/// Tools and suppliers the demo's people name. None of them exists.
const QList<QByteArray> &seedToolNames();

} // namespace signalbox
