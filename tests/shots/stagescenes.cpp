// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/shotlist.h"
#include "tests/support/stagepage.h"

namespace signalbox {

QList<PageSpec> scenePages(ShellStage &)
{
    return {StagePage::spec()};
}

QList<Scene> inboxScenes()
{
    return {};
}

} // namespace signalbox
