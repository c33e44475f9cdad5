// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/inboxquery.h"
#include "ui/base/theme.h"

#include <QAbstractButton>

#include <optional>

namespace signalbox {

/// One category of the sidebar: its name, and its count in a badge whose ground says how urgent it is (domain
/// §12.2).
class CategoryButton final : public QAbstractButton
{
    Q_OBJECT

public:
    CategoryButton(const Theme &theme, InboxCategory category, QWidget *parent = nullptr);

    InboxCategory category() const { return m_category; }
    void setCount(std::optional<qint64> count);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    InboxCategory m_category;
    std::optional<qint64> m_count;
};

} // namespace signalbox
