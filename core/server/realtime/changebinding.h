// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/realtime/changefilter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace signalbox {

/// A set of published columns, bit `int(LeadColumn)`.
using LeadColumns = quint32;
inline constexpr LeadColumns AllLeadColumns = (1U << LeadColumnCount) - 1;

/// One `postgres_changes` subscription of a channel (realtime §1.3, §1.5).
struct ChangeBinding
{
    int id = 0; ///< 27 bits, the same for equal bindings wherever they are made
    bool wantsInserts = false;
    bool wantsUpdates = false;
    ChangeFilter filter;
    LeadColumns columns = AllLeadColumns; ///< the id always among them
    QByteArray signature; ///< equal signatures, equal bindings
    QJsonObject echo; ///< as the client wrote it

    bool wants(LeadChange::Kind kind) const
    {
        return kind == LeadChange::Kind::Inserted ? wantsInserts : wantsUpdates;
    }
};

/// The bindings of a join, in its order; nulls are left out. Invalid, with a text for the client, when one
/// cannot be served: another table, a wildcard, a bad filter or column, or more than `most`.
Result<QList<ChangeBinding>> parseBindings(const QJsonValue &list, int most);

/// Of a join without `config`: the topic is the subscription, `schema:table[:filter]` (realtime §1.3).
Result<ChangeBinding> parseLegacyTopic(QStringView name);

} // namespace signalbox
