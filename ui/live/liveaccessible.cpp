// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/liveaccessible.h"

#include "ui/live/liveview.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace signalbox {

namespace {

/// One row, told by its number; what it says is looked up when it is asked, so it cannot go stale.
class RowInterface final : public QAccessibleInterface
{
public:
    RowInterface(LiveView *view, int row)
        : m_view(view)
        , m_row(row)
    { }

    bool isValid() const override { return m_view && m_row < m_view->model()->rowCount(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_view->rows().describe(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_view->visualRect(m_view->model()->index(m_row, 0));
        return local.intersects(m_view->viewport()->rect())
            ? QRect(m_view->viewport()->mapToGlobal(local.topLeft()), local.size())
            : QRect();
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid())
            return state;
        state.selectable = true;
        state.focusable = true;
        state.offscreen = rect().isNull();
        state.focused = m_view->hasFocus() && m_view->currentRow() == m_row;
        state.selected = m_view->currentRow() == m_row;
        return state;
    }

private:
    QPointer<LiveView> m_view;
    int m_row;
};

/// The list; its rows get an interface when somebody looks at them.
class ListInterface final : public QAccessibleWidget
{
public:
    explicit ListInterface(LiveView *view)
        : QAccessibleWidget(view, QAccessible::List)
        , m_view(view)
    { }
    ~ListInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_view->model()->rowCount(); }
    QAccessibleInterface *child(int row) const override
    {
        if (row < 0 || row >= childCount())
            return nullptr;
        const auto known = m_rows.constFind(row);
        if (known != m_rows.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *child = new RowInterface(m_view, row); // owned by Qt's cache of interfaces until deleted above
        m_rows.insert(row, QAccessible::registerAccessibleInterface(child));
        return child;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
            if (QAccessible::accessibleInterface(it.value()) == child)
                return it.key();
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_view->indexAt(m_view->viewport()->mapFromGlobal(QPoint(x, y))).row());
    }
    QAccessibleInterface *focusChild() const override { return child(m_view->currentRow()); }

private:
    LiveView *m_view;
    mutable QHash<int, QAccessible::Id> m_rows;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<LiveView *>(object);
    return view ? new ListInterface(view) : nullptr;
}

} // namespace

void installLiveAccessibility()
{
    static const bool IsInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(IsInstalled);
}

} // namespace signalbox
