// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/unsenttexts.h"
#include "ui/base/dialogs.h"

#include <optional>

namespace signalbox {

class TriageModel;

/// What leaving the program now would lose: changes that the service has not confirmed, and texts that were
/// written and not sent. None: nothing. What waits for its time is asked for first.
std::optional<Question> leaveQuestion(TriageModel &writes, const UnsentTexts &unsent);

} // namespace signalbox
