// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test includes, and nothing else.
#pragma once

#include "core/pch.h"
#include "tests/support/patience.h"

#include <QAbstractItemModelTester>
