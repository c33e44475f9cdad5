// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/pageassert.h"

#include <cstdio>
#include <cstring>

namespace signalbox {

PageFault::PageFault(const char *condition, const char *file, int line)
{
    // The path up to the project's root says nothing and differs by machine.
    const char *name = std::strstr(file, "/ui/");
    if (!name)
        name = std::strstr(file, "/models/");
    std::snprintf(m_what, sizeof m_what, "%s (%s:%d)", condition, name ? name + 1 : file, line);
}

void throwPageFault(const char *condition, const char *file, int line)
{
    // allow-exceptions: only this leaves a page from any depth; ConsoleApplication turns it into the fault
    // panel.
    throw PageFault(condition, file, line);
}

} // namespace signalbox
