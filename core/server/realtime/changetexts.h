// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/realtime/changebinding.h"

#include <QHash>

namespace signalbox {

/// How much of a change a receiver may be told (realtime §3.2).
enum class ChangeView
{
    Whole, ///< an insert; an update whose old keys they may see as well
    Arrived, ///< an update that brought the row into their sight: of the old row only its id
    Left, ///< an update that took the row out of it: the id and nothing else
};

/// The member `data` of one change, written once for each view and set of columns, however many receive it
/// (realtime §1.4, §3.3).
class ChangeTexts
{
public:
    explicit ChangeTexts(const LeadChange &change)
        : m_change(change)
    { }
    Q_DISABLE_COPY_MOVE(ChangeTexts)

    const QByteArray &data(ChangeView view, LeadColumns columns);
    /// `INSERT` or `UPDATE`.
    QLatin1StringView type() const;

private:
    QByteArray write(ChangeView view, LeadColumns columns) const;

    const LeadChange &m_change;
    QHash<std::pair<int, LeadColumns>, QByteArray> m_written;
};

} // namespace signalbox
