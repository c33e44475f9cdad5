// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/savedviews.h"

#include <algorithm>

namespace signalbox {

namespace {

void sort(QList<SavedView> &views)
{
    std::ranges::stable_sort(views, [](const SavedView &a, const SavedView &b) {
        return a.position != b.position ? a.position < b.position
                                        : QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace

SavedViews::SavedViews(TriageGateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{ }

void SavedViews::setWorkspace(WorkspaceId workspace)
{
    m_workspace = workspace;
    m_views.clear();
    m_saves.clear();
    m_removals.clear();
    Q_EMIT changed();
    refresh();
}

void SavedViews::refresh()
{
    if (m_workspace.isNull())
        return;
    m_pending = m_gateway.fetchViews(m_workspace);
    deliver(m_pending, this, [this](const Result<QList<SavedView>> &answer) {
        if (!answer)
            return fail(answer.error());
        m_error.reset();
        m_views = *answer;
        sort(m_views);
        Q_EMIT changed();
    });
}

void SavedViews::fail(const Error &error)
{
    m_error = error;
    Q_EMIT changed();
}

const SavedView *SavedViews::find(const InboxQuery &query) const
{
    const auto found = std::ranges::find(m_views, query, &SavedView::query);
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::save(const SavedView &view)
{
    std::erase_if(m_saves, [](const auto &save) { return !save->isPending(); });
    m_saves.push_back(std::make_unique<Pending<SavedView>>());
    *m_saves.back() = m_gateway.saveView(m_workspace, view, newUuid());
    deliver(*m_saves.back(), this, [this](const Result<SavedView> &answer) {
        if (!answer)
            return fail(answer.error());
        m_error.reset();
        m_views.removeIf([&](const SavedView &one) { return one.id == answer->id; });
        m_views.append(*answer);
        sort(m_views);
        Q_EMIT changed();
    });
}

void SavedViews::remove(QUuid id)
{
    std::erase_if(m_removals, [](const auto &removal) { return !removal->isPending(); });
    m_removals.push_back(std::make_unique<Pending<bool>>());
    *m_removals.back() = m_gateway.removeView(m_workspace, id, newUuid());
    deliver(*m_removals.back(), this, [this, id](const Result<bool> &answer) {
        // Gone already is as good.
        if (!answer && answer.error().kind != Error::Kind::NotFound)
            return fail(answer.error());
        m_error.reset();
        m_views.removeIf([id](const SavedView &one) { return one.id == id; });
        Q_EMIT changed();
    });
}

} // namespace signalbox
