// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/operationsroutes.h"

#include <QTimer>

namespace signalbox {

/// Runs all checks at once and answers when the last is in or the deadline has passed. Deletes itself then.
class ReadinessProbe final : public QObject
{
    Q_OBJECT

public:
    explicit ReadinessProbe(const Operations &operations);

    Reply<HttpResponse> start();

private:
    void note(qsizetype index, const Result<QString> &result);
    void answer();

    struct Outcome
    {
        bool isOk = false;
        QString detail;
        std::chrono::microseconds took {};
    };

    const Operations &m_operations;
    std::chrono::microseconds m_startedAt;
    QList<std::optional<Outcome>> m_outcomes;
    std::vector<std::unique_ptr<Pending<QString>>> m_pending;
    ReplySource<HttpResponse> m_source;
    QTimer m_deadline;
};

} // namespace signalbox
