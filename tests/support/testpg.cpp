// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fixture `pg`: `testpg start` before the tests that need PostgreSQL, `testpg stop` after them.
#include "tests/support/testcluster.h"

#include <cstdio>
#include <cstring>

int main(int argc, char **argv)
{
    const bool isStart = argc == 2 && std::strcmp(argv[1], "start") == 0;
    const bool isStop = argc == 2 && std::strcmp(argv[1], "stop") == 0;
    if (!isStart && !isStop) {
        std::fputs("usage: testpg start|stop\n", stderr);
        return 2;
    }
    const auto done = isStart ? signalbox::testcluster::start() : signalbox::testcluster::stop();
    if (!done) {
        std::fprintf(stderr, "testpg: %s\n", qPrintable(signalbox::describe(done.error())));
        return 1;
    }
    return 0;
}
