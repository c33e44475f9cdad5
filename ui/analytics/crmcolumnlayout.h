// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace signalbox {

class Preferences;

/// How a person wants the columns: order, which are hidden, widths, how many stay when one scrolls. Columns
/// by their wire names.
struct CrmColumnLayout
{
    static constexpr int MaxFrozen = 3;

    QStringList order; ///< all columns
    QSet<QString> hidden;
    QMap<QString, int> widths; ///< pixels at zoom 100 %; those that differ from the default
    int frozen = 2; ///< of the first visible ones, 0…MaxFrozen

    bool operator==(const CrmColumnLayout &) const = default;
    /// The order of domain §12.5, all visible, two frozen.
    static CrmColumnLayout standard();
};

/// As it is kept in the settings.
QString encodeColumnLayout(const CrmColumnLayout &layout);
/// Columns it does not know are added at their place, unknown ones dropped, nonsense corrected; none: not a
/// layout at all.
std::optional<CrmColumnLayout> decodeColumnLayout(const QString &text);

/// The layouts a person saved under a name, and the one in use, in the settings.
class CrmColumnSets
{
public:
    explicit CrmColumnSets(Preferences &preferences)
        : m_preferences(preferences)
    { }

    CrmColumnLayout current() const;
    void setCurrent(const CrmColumnLayout &layout);
    QStringList names() const; ///< sorted
    std::optional<CrmColumnLayout> find(const QString &name) const;
    void save(const QString &name, const CrmColumnLayout &layout); ///< over one of that name
    void remove(const QString &name);

private:
    Preferences &m_preferences;
};

} // namespace signalbox
