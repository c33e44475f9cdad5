// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTextDocument>

namespace signalbox {

/// A document that shows what came with a message and loads nothing else: no address is ever asked for (ux
/// §12.1).
class SafeDocument final : public QTextDocument
{
    Q_OBJECT

public:
    using QTextDocument::QTextDocument;

    /// An image of the message itself, found by `cid:`.
    void addInlineImage(const QString &contentId, const QByteArray &bytes);

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    QHash<QString, QByteArray> m_images;
};

} // namespace signalbox
