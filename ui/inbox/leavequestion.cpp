// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/leavequestion.h"

#include "models/inbox/triagemodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

std::optional<Question> leaveQuestion(TriageModel &writes, const UnsentTexts &unsent)
{
    writes.flush();
    QStringList lost;
    if (const int count = writes.pendingCount(); count > 0)
        lost.append(QCoreApplication::translate(
            "LeaveQuestion", "%n change(s) have not reached the service yet.", nullptr, count));
    const int texts = static_cast<int>(
        std::ranges::count_if(unsent, [](const UnsentText &text) { return text.hasWords(); }));
    if (texts > 0)
        lost.append(QCoreApplication::translate(
            "LeaveQuestion", "%n text(s) are written and not sent.", nullptr, texts));
    if (lost.isEmpty())
        return std::nullopt;
    return Question {QCoreApplication::translate("LeaveQuestion", "Quit and lose this?"), lost.join(u'\n'),
        QCoreApplication::translate("LeaveQuestion", "Quit"), true};
}

} // namespace signalbox
