// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtDebug>

#include <random>

namespace signalbox {

/// The seed of a random test: `usual`, so that chance decides nothing; in the long form (`SIGNALBOX_LONG=1`)
/// another each time, told so that a failure can be had again.
inline unsigned testSeed(unsigned usual)
{
    if (qEnvironmentVariableIntValue("SIGNALBOX_LONG") == 0)
        return usual;
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    return seed;
}

} // namespace signalbox
