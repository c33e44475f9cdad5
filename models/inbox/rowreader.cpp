// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/rowreader.h"

#include <algorithm>

namespace signalbox {

RowReader::RowReader(InboxGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{ }

void RowReader::reset(WorkspaceId workspace)
{
    m_workspace = workspace;
    m_noted.clear();
    m_questions.clear();
}

void RowReader::read(const QList<LeadId> &leads)
{
    for (const LeadId &lead : leads) {
        const bool isAsked
            = std::ranges::any_of(m_questions, [&](const auto &asked) { return asked->lead == lead; });
        if (m_questions.size() >= MaxQuestions)
            return;
        if (isAsked || !m_noted.remove(lead))
            continue;
        auto question = std::make_unique<Question>();
        question->lead = lead;
        question->pending = m_gateway.fetchRow(m_workspace, lead);
        deliver(question->pending, this,
            [this, lead](const Result<Conversation> &answer) { onAnswer(lead, answer); });
        m_questions.push_back(std::move(question));
    }
}

void RowReader::onAnswer(LeadId lead, const Result<Conversation> &answer)
{
    std::erase_if(m_questions, [&](const auto &asked) { return asked->lead == lead; });
    if (answer)
        Q_EMIT rowRead(lead, *answer);
    else if (answer.error().kind == Error::Kind::NotFound)
        Q_EMIT rowRead(lead, std::nullopt);
    else
        m_noted.insert(lead);
}

} // namespace signalbox
