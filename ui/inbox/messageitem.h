// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/threadmodel.h"
#include "ui/base/theme.h"
#include "ui/inbox/safedocument.h"

#include <QTextCursor>

namespace signalbox {

/// One message of the timeline as it is laid out and painted: a card, at the left if the lead wrote it, else
/// at the right.
///
/// Geometry is in pixels from the card's own top left; the view knows where that is.
class MessageItem final
{
public:
    /// Something inside a card that answers to a click.
    struct Spot
    {
        enum class Kind
        {
            None,
            Link,
            Quote,
            Attachment
        };
        Kind kind = Kind::None;
        QString link; ///< the real target
        int attachment = -1;
        int position = -1; ///< of a link in the body

        bool operator==(const Spot &) const = default;
    };

    MessageItem(const Theme &theme, const Message &message, const QuotedText &text);

    const Message &message() const { return m_message; }
    void setText(const Message &message, const QuotedText &text);
    /// Marks the words that were searched for.
    void setHighlight(const QStringList &words);
    void setQuoteShown(bool isShown);
    bool isQuoteShown() const { return m_isQuoteShown; }
    void setInlineImage(const QString &contentId, const QByteArray &bytes);
    int blockedImages() const { return m_blockedImages; }
    /// Content ids the text refers to and the message brings.
    QList<Attachment> inlineImages() const;

    /// Lays out for a card at most this wide.
    void layOut(int width);
    QSize size() const { return m_size; }
    bool isNote() const { return ThreadModel::isNote(m_message); }
    bool isInbound() const { return m_message.sender == Sender::Lead; }
    void paint(QPainter &painter, const QRect &exposed) const;
    Spot spotAt(const QPoint &point) const;
    /// Everything that answers to a key, from top to bottom.
    QList<Spot> spots() const;
    QRect rectOf(const Spot &spot) const;
    /// What a tooltip says: a link's target, or over the head the exact time. May be empty.
    QString hintAt(const QPoint &point) const;

    // Selecting text, by positions in the body.
    int positionAt(const QPoint &point) const; ///< nearest position in the body
    void select(int anchor, int position);
    void selectWord(int position);
    void selectAll();
    void clearSelection() { m_selection = {}; }
    QString selectedText() const;

private:
    void build();
    void style();
    void findWords();
    QString headText() const;
    QList<Attachment> savedAttachments() const;

    const Theme &m_theme;
    Message m_message;
    QuotedText m_text;
    std::unique_ptr<SafeDocument> m_body;
    QTextCursor m_selection;
    bool m_isBuilt = false; ///< parsed when it is first laid out
    bool m_isHtml = false;
    bool m_isQuoteShown = false;
    int m_quotedLines = 0;
    int m_blockedImages = 0;
    QStringList m_words; ///< of the search
    QList<QTextCursor> m_found;
    QSize m_size;
    QRect m_headRect;
    QRect m_subjectRect;
    QRect m_bodyRect;
    QRect m_quoteRect;
    QRect m_noteRect;
    QList<QRect> m_attachmentRects;
};

} // namespace signalbox
