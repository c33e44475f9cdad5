// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/sql.h"

#include <QtGlobal>

// Outside the namespace, as Q_INIT_RESOURCE demands.
static void initialise()
{
    Q_INIT_RESOURCE(signalbox_sql_files);
}

namespace signalbox {

void loadSqlResources()
{
    initialise();
}

} // namespace signalbox
