// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/messageitem.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace signalbox {

/// The timeline of a conversation: cards by day, newest at the bottom (ux §12.1).
///
/// It opens at the newest message and follows new ones only if it was at the bottom (ux §10 L8); earlier
/// messages appear above without moving what is read. Text can be selected within a message. Links open only
/// by an explicit choice from a menu that shows where they really lead.
class ThreadView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    ThreadView(ThreadModel &model, const Theme &theme, QWidget *parent = nullptr);
    ~ThreadView() override;

    bool isAtBottom() const;
    void scrollToBottom();
    /// Selected text of the message in which the person selects; empty: none.
    QString selectedText() const;
    int cardCount() const; ///< messages laid out, for tests
    QString visibleText() const; ///< the words on screen, for screen readers and tests
    void setInlineImage(MessageId message, const QString &contentId, const QByteArray &bytes);
    /// Marks the words of a search in the messages.
    void setHighlight(const QString &search);

Q_SIGNALS:
    void earlierRequested();
    void linkChosen(const QString &url, const QPoint &globalPosition);
    void attachmentChosen(const signalbox::Attachment &attachment);
    /// A card with images of its own came on screen for the first time.
    void inlineImageWanted(signalbox::MessageId message, const signalbox::Attachment &attachment);
    void newBelow(int count); ///< messages that arrived while the person read above; 0: none any more

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    /// Tab goes through links, quotations and attachments before it leaves; Enter opens the one it is at.
    bool focusNextPrevChild(bool next) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Entry
    {
        QDate day; ///< valid: a separator
        std::unique_ptr<MessageItem> item;
        int y = 0;
        int height = 0;
        int x = 0;
        bool isLaidOut = false; ///< else `height` is a guess
    };

    void rebuild();
    void onInserted(int first, int last);
    void onChanged(int first, int last);
    Entry makeEntry(int row) const;
    void layOut(size_t first, size_t last);
    void guess(size_t first, size_t last);
    void settle(size_t index);
    void settleVisible();
    void settleSome();
    void restack();
    int earlierHeight() const;
    Entry *entryAt(const QPoint &point);
    MessageItem::Spot spotAt(const QPoint &point);
    void activate(Entry &entry, const MessageItem::Spot &spot, const QPoint &globalPosition);
    void activateFocused();
    void paintFocus(QPainter &painter) const;
    void paintEarlier(QPainter &painter) const;
    void paintDay(QPainter &painter, const Entry &entry, int y) const;
    void wantImages(const Entry &entry);

    ThreadModel &m_model;
    const Theme &m_theme;
    std::vector<Entry> m_entries;
    int m_contentHeight = 0;
    QTimer m_fill; ///< lays out what is not seen yet, a few cards a turn
    bool m_isSettling = false;
    bool m_opensAtBottom = true;
    int m_newBelow = 0;
    MessageItem *m_selecting = nullptr;
    int m_selectFrom = 0;
    QPoint m_pressed;
    QStringList m_words; ///< of the search
    std::optional<MessageId> m_focusMessage; ///< of the spot that Tab is at
    MessageItem::Spot m_focusSpot;
};

} // namespace signalbox
