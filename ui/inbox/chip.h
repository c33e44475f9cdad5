// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/presenter.h"

class QPainter;

namespace signalbox {

/// Width of a chip with this label; `hasText` false: the glyph alone.
int chipWidth(const Theme &theme, const Label &label, bool hasText = true);
int chipHeight(const Theme &theme);

/// A word on a soft ground with its glyph: colour never carries the meaning alone (ux §14).
void paintChip(
    QPainter &painter, const Theme &theme, const QRect &rect, const Label &label, bool hasText = true);

/// A lead's score: 0…4 in a small square whose ground says how warm, or a dash.
void paintScore(QPainter &painter, const Theme &theme, const QRect &rect, std::optional<int> score);

/// Two letters for an assignee, from the address: "dana.wu@…" → DW.
QString initialsOf(const QString &email);

} // namespace signalbox
