// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/seedcast.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QList<SeedAccount> seedAccounts()
{
    const auto account = [](const char *first, const char *last, const char *mail, const char *role,
                             const char *password, bool isOther = false) {
        SeedAccount made;
        made.person.firstName = first;
        made.person.name = QByteArray(first) + ' ' + last;
        made.person.email = mail;
        made.role = QString::fromLatin1(role);
        made.password = QString::fromLatin1(password);
        made.isOtherTenant = isOther;
        return made;
    };
    return {
        account("Olivia", "Marsh", "olivia@northbeam.example", "OWNER", "lantern-quarry-58"),
        account("Adrian", "Kovac", "adrian@northbeam.example", "ADMIN", "copper-meadow-31"),
        account("Ines", "Moreau", "ines@northbeam.example", "INBOX_MANAGER", "velvet-harbor-77"),
        account("Sam", "Okoye", "sam@northbeam.example", "SETTER", "pebble-orchard-12"),
        account("Greta", "Lund", "greta@northbeam.example", "SETTER", "winter-saddle-46"),
        account("Victor", "Hale", "victor@brightwater.example", "CLIENT_PORTAL", "silver-thicket-90"),
        account("Maya", "Brandt", "maya@northbeam.example", "SETTER", ""),
        account("Leon", "Ferrari", "leon@northbeam.example", "SETTER", ""),
        account("Ruth", "Adler", "ruth@kestrelrowe.example", "OWNER", "marble-canyon-64", true),
        account("Noel", "Achebe", "noel@kestrelrowe.example", "SETTER", "", true),
    };
}

QByteArray seedWorkspaceName(int index)
{
    static const QList<QByteArray> names {"Brightwater Analytics", "Fernhill Logistics", "Kestrel & Rowe",
        "Mapleton Talent", "Harborline Studio", "Quartz & Finch", "Oldbridge Supply", "Larch Street Media"};
    const QByteArray &name = names.at(index % names.size());
    return index < names.size() ? name : name + ' ' + QByteArray::number(index / names.size() + 1);
}

qint64 seedShare(qint64 leads, int index, int count)
{
    if (count == 1)
        return leads;
    const qint64 rest = leads * 3 / 10 / (count - 1);
    return index == 0 ? leads - rest * (count - 1) : rest;
}

} // namespace signalbox
