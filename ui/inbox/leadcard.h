// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/conversation.h"
#include "ui/base/theme.h"

#include <QScrollArea>

class QGridLayout;

namespace signalbox {

/// All that is known about a lead, as text that can be selected and copied.
class LeadCard final : public QScrollArea
{
    Q_OBJECT

public:
    explicit LeadCard(const Theme &theme, QWidget *parent = nullptr);

    void setConversation(const std::optional<Conversation> &conversation);

private:
    void rebuild();
    void addSection(QGridLayout &grid, const QString &title);
    void addField(QGridLayout &grid, const QString &name, const QString &value);

    const Theme &m_theme;
    std::optional<Conversation> m_conversation;
};

} // namespace signalbox
