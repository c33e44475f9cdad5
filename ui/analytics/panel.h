// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "ui/base/skeleton.h"

#include <QFrame>

#include <functional>
#include <memory>
#include <optional>

class QMenu;

namespace signalbox {

/// From when on numbers count as ageing, and as stale (ux §11: twice the contract).
constexpr std::chrono::minutes AgeingAfter {10};
constexpr std::chrono::minutes StaleAfter {20};

/// How a panel is to look (ux §11).
struct PanelStatus
{
    bool isLoading = false; ///< nothing to show yet: a skeleton, after 150 ms
    bool isRefreshing = false; ///< a thin line on top; what is shown stays
    bool isOfOtherRequest = false; ///< what is shown belongs to the window or filter before: dimmed
    bool isEmpty = false; ///< "No data in this period"
    std::optional<Instant> computedAt; ///< of what is shown; its age is told, amber above 10 minutes
    bool isOutdated = false; ///< something was written since: the age is told from the first second
    std::optional<Error> error; ///< one sentence, Retry, request id; what was shown stays under it

    bool operator==(const PanelStatus &) const = default;
};

/// One card of the analytics page: title, definition in the tooltip, age, content in every state.
class Panel final : public QFrame
{
    Q_OBJECT

public:
    /// `definition` says in one sentence what the numbers mean; `id` is stable, for tests and exports.
    Panel(const Theme &theme, const Clock &clock, const QString &id, QWidget *parent = nullptr);
    ~Panel() override;

    const QString &id() const;
    void setTitle(const QString &title);
    QString title() const;
    void setDefinition(const QString &definition);
    QString definition() const;
    /// Takes ownership; shown when there is data.
    void setContent(QWidget *content);
    QWidget *content() const;
    /// A control of the panel's own, right in its head ("Open as table", a choice). Takes ownership.
    void addHeadWidget(QWidget *widget);
    /// Fills the panel's menu anew each time it opens. Without it there is no menu.
    void setMenu(std::function<void(QMenu &)> fill);
    /// Of the skeleton while there is nothing to show yet.
    void setShape(Skeleton::Shape shape);
    /// What the empty state says beside "No data in this period".
    void setEmptyHint(const QString &hint);

    void setStatus(const PanelStatus &status);
    const PanelStatus &status() const;
    /// Ages are told anew; the page calls it every half minute.
    void updateAge();

Q_SIGNALS:
    void retryRequested();
    void cancelRequested(); ///< Esc or Cancel while loading

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
