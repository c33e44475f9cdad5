// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/ctlarguments.h"
#include "app/ctl/ctlcontext.h"

#include <QList>

namespace signalbox {

/// One verb of signalboxctl.
struct CtlCommand
{
    QString name; ///< one or two words, as typed: `migrate`, `counts verify`
    QString summary; ///< one line for the list of commands
    /// Its own arguments, one line each, starting with the synopsis: `counts verify --workspace ID`. The
    /// options every command takes (CtlContext::Options) are added by the program.
    QString usage;
    /// `arguments`: what follows the name, without the common options. Returns a CtlExit.
    int (*run)(const CtlContext &context, const QStringList &arguments);
    bool makesCluster = false; ///< may begin an embedded database where there is none
};

// The command table is the union of these; each lives in the file it is named after.
QList<CtlCommand> serviceCommands(); ///< migrate, check-env
QList<CtlCommand> countsCommands(); ///< counts verify, counts recompute
QList<CtlCommand> userCommands(); ///< workspace, user, member, token
QList<CtlCommand> dataCommands(); ///< seed, import

} // namespace signalbox
