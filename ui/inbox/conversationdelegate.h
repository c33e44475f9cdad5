// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "models/inbox/inboxmodel.h"
#include "models/inbox/triageoverlay.h"
#include "ui/base/theme.h"

#include <QAbstractItemDelegate>

namespace signalbox {

/// Paints one row of the inbox: 76 px, or 52 in compact density (ux §12.1). Rows that are not here are
/// skeletons.
class ConversationDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    ConversationDelegate(const InboxModel &model, const Theme &theme, const Clock &clock, QObject *parent);

    /// Words to mark in names and previews: what was searched for.
    void setHighlight(const QString &search);
    /// Rows look as the person's own writes make them, before they are read again.
    void setOverlay(const TriageOverlay *overlay) { m_overlay = overlay; }

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Everything a row shows, in words: for tooltips and screen readers.
    QString describe(int row) const;

private:
    struct Pen;

    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const Conversation &row) const;
    void paintFailed(QPainter &painter, const QRect &rect) const;
    void paintHead(Pen &pen, QRect line) const;
    void paintDeparture(Pen &pen, const QRect &line, int timeWidth) const;
    void paintOrigin(Pen &pen, QRect line) const;
    int paintChips(Pen &pen, QRect line, bool hasText) const;
    void paintPreview(Pen &pen, const QRect &area, int lines, int lastLineWidth) const;

    const InboxModel &m_model;
    const Theme &m_theme;
    const Clock &m_clock;
    const TriageOverlay *m_overlay = nullptr;
    QStringList m_words;
};

} // namespace signalbox
