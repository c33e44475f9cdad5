// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>
#include <optional>

namespace signalbox {

/// A uuid that cannot be mistaken for another kind's. On the wire and in SQL: lower case, no braces.
template <typename Tag> struct Id
{
    QUuid value;

    bool isNull() const { return value.isNull(); }
    QString toString() const { return value.toString(QUuid::WithoutBraces); }

    /// The canonical 36-character form only, in either case; the nil uuid is not an id.
    static std::optional<Id> parse(QStringView text)
    {
        if (text.size() != 36)
            return std::nullopt;
        const QUuid uuid = QUuid::fromString(text);
        return uuid.isNull() ? std::nullopt : std::optional(Id {uuid});
    }

    friend bool operator==(const Id &a, const Id &b) { return a.value == b.value; }
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using WorkspaceId = Id<struct WorkspaceTag>;
using UserId = Id<struct UserTag>;
using LeadId = Id<struct LeadTag>;
using MessageId = Id<struct MessageTag>;
using DraftId = Id<struct DraftTag>;
using SessionId = Id<struct SessionTag>;

/// The scope key of a workspace's global counts and of "no assignee" in the counts tables (domain §2.5):
/// never null, so that unique keys hold.
QUuid globalScope();

/// A new random (version 4) uuid.
QUuid newUuid();

} // namespace signalbox
