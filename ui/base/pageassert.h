// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

namespace signalbox {

/// A broken promise inside one page: it takes down the page, not the console.
///
/// Why an exception here, where nothing else throws: the code that found the promise broken cannot go on, and
/// the only place that may carry on is far up, in the application's notify()
/// (ui/shell/consoleapplication.cpp). A failed Q_ASSERT cannot be survived in the same way: Qt declares
/// qt_assert() noexcept, so throwing through it ends the program.
class PageFault final : public std::exception
{
public:
    PageFault(const char *condition, const char *file, int line);

    const char *what() const noexcept override { return m_what; }

private:
    char m_what[240];
};

[[noreturn]] void throwPageFault(const char *condition, const char *file, int line);

/// In code of pages, for what must hold; in every build, also in release.
#define SIGNALBOX_PAGE_ASSERT(condition)                                                                     \
    ((condition) ? static_cast<void>(0) : ::signalbox::throwPageFault(#condition, __FILE__, __LINE__))

} // namespace signalbox
