// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace signalbox {

/// A JSON answer with its entity tag.
struct JsonBody
{
    QByteArray bytes;
    QByteArray etag; ///< with its quotes

    /// The tag is a hash of the content without the times of reading (`readAt`, `computedAt`, there and in
    /// `data`), so the same state read twice is "not modified".
    static JsonBody of(const QJsonObject &object);
    /// The tag is a hash of all of it: "not modified" means read at the same time, too.
    static JsonBody exactly(const QJsonObject &object);
};

} // namespace signalbox
