// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowmemory.h"

#include <QUrlQuery>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int KeptWorkspaces = 5;
constexpr auto SearchParam = "search"_L1;

} // namespace

WindowMemory::WindowMemory(const QString &path, const QString &profile, bool isFresh)
    : m_settings(path, QSettings::IniFormat)
    , m_profile(profile)
{
    if (isFresh) {
        m_settings.remove(key(u"geometry"_s));
        m_settings.remove(key(u"layout"_s));
        m_settings.remove(key(u"page"_s));
        m_settings.remove(key(u"states"_s));
    }
}

QByteArray WindowMemory::geometry() const
{
    return m_settings.value(key(u"geometry"_s)).toByteArray();
}

void WindowMemory::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(key(u"geometry"_s), geometry);
}

QList<WorkspaceId> WindowMemory::recentWorkspaces() const
{
    QList<WorkspaceId> recent;
    const QStringList texts = m_settings.value(key(u"recent"_s)).toStringList();
    for (const QString &text : texts) {
        if (const auto id = WorkspaceId::parse(text))
            recent.append(*id);
    }
    return recent;
}

std::optional<WorkspaceId> WindowMemory::lastWorkspace() const
{
    const QList<WorkspaceId> recent = recentWorkspaces();
    return recent.isEmpty() ? std::nullopt : std::optional(recent.first());
}

void WindowMemory::enterWorkspace(WorkspaceId workspace)
{
    QList<WorkspaceId> recent = recentWorkspaces();
    recent.removeAll(workspace);
    recent.prepend(workspace);
    QStringList texts;
    for (const WorkspaceId id : recent.first(qMin(KeptWorkspaces, recent.size())))
        texts.append(id.toString());
    m_settings.setValue(key(u"recent"_s), texts);
}

QString WindowMemory::lastPage() const
{
    return m_settings.value(key(u"page"_s)).toString();
}

void WindowMemory::setLastPage(const QString &page)
{
    m_settings.setValue(key(u"page"_s), page);
}

PageState WindowMemory::pageState(WorkspaceId workspace, const QString &page) const
{
    const QString name = key(u"states/%1/%2"_s.arg(workspace.toString(), page));
    const auto inMemory = m_states.constFind(name);
    if (inMemory != m_states.cend())
        return *inMemory;
    const QStringList stored = m_settings.value(name).toStringList();
    if (stored.size() != 2)
        return {};
    PageState state {.item = stored.at(0)};
    const auto params = QUrlQuery(stored.at(1)).queryItems(QUrl::FullyDecoded);
    for (const auto &[param, value] : params)
        state.params.insert(param, value);
    return state;
}

void WindowMemory::setPageState(WorkspaceId workspace, const QString &page, const PageState &state)
{
    const QString name = key(u"states/%1/%2"_s.arg(workspace.toString(), page));
    m_states.insert(name, state);
    QUrlQuery query;
    for (auto it = state.params.cbegin(); it != state.params.cend(); ++it) {
        if (it.key() != SearchParam)
            query.addQueryItem(it.key(), QString::fromLatin1(QUrl::toPercentEncoding(it.value())));
    }
    m_settings.setValue(name, QStringList {state.item, query.toString(QUrl::FullyEncoded)});
}

QByteArray WindowMemory::pageLayout(const QString &page) const
{
    return m_settings.value(key(u"layout/"_s + page)).toByteArray();
}

void WindowMemory::setPageLayout(const QString &page, const QByteArray &layout)
{
    if (!layout.isEmpty())
        m_settings.setValue(key(u"layout/"_s + page), layout);
}

void WindowMemory::sync()
{
    m_settings.sync();
}

QString WindowMemory::key(const QString &name) const
{
    return m_profile + u'/' + name;
}

} // namespace signalbox
