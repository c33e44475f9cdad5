// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/inboxcountsmodel.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace signalbox {

class CategoryButton;
class FlatButton;

/// The six categories with their badges (domain §12.2), and how old the figures are.
///
/// A click on the chosen category chooses all. A badge is hidden at 0; while figures are read again, and
/// after a failure, the old ones stay and their age says so.
class CategorySidebar final : public QWidget
{
    Q_OBJECT

public:
    CategorySidebar(
        InboxCountsModel &counts, const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void setCategory(InboxCategory category);
    InboxCategory category() const { return m_category; }
    /// Something below the categories; the sidebar owns it from here on.
    void addSection(QWidget *section);
    /// Says again how old the figures are.
    void updateAge();

Q_SIGNALS:
    void categoryChosen(signalbox::InboxCategory category);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateCounts();
    void restyle();

    InboxCountsModel &m_counts;
    const Theme &m_theme;
    const Clock &m_clock;
    InboxCategory m_category = InboxCategory::All;
    QLabel *m_title;
    QLabel *m_age;
    QLabel *m_asOf;
    QLabel *m_error;
    FlatButton *m_retry;
    QVBoxLayout *m_rows = nullptr;
    QList<CategoryButton *> m_buttons;
};

} // namespace signalbox
