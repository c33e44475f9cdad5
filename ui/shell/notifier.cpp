// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include "models/shell/session.h"
#include "ui/shell/preferences.h"

#include <QGuiApplication>
#include <QWindow>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const Notice &notice)
{
    return notice.workspace.toString() + u'/' + QString::number(int(notice.category));
}

} // namespace

Notifier::Notifier(const Services &services, std::function<bool()> isLooking, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_isLooking(std::move(isLooking))
    , m_rules(services.clock, QTimeZone::systemTimeZone())
{
    m_due.setSingleShot(true);
    readSettings();
    connect(&services.preferences, &Preferences::changed, this, &Notifier::readSettings);
    connect(&services.feed, &RealtimeFeed::leadsChanged, this, &Notifier::onLeads);
    connect(&services.session, &Session::stateChanged, this, [this] {
        if (m_services.session.state() != Session::State::SignedIn)
            m_rules.seen();
    });
    connect(&m_due, &QTimer::timeout, this, [this] {
        show(m_rules.due());
        schedule();
    });
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &Notifier::look);
    connect(&services.desktop, &DesktopNotifications::opened, this, [this](const QString &key) {
        const auto found = m_shown.constFind(key);
        if (found == m_shown.constEnd())
            return;
        const Notice notice = *found;
        m_rules.seen(notice.workspace, notice.category);
        m_services.desktop.withdraw(key);
        m_shown.remove(key);
        PageState state;
        if (!notice.lead.isNull())
            state.item = notice.lead.toString();
        Q_EMIT placeRequested({notice.workspace, u"inbox"_s, state});
    });
    connect(&services.desktop, &DesktopNotifications::dismissed, this, [this](const QString &key) {
        if (const auto found = m_shown.constFind(key); found != m_shown.constEnd())
            m_rules.seen(found->workspace, found->category);
        m_shown.remove(key);
    });
}

void Notifier::look()
{
    if (!m_isLooking())
        return;
    m_rules.seen();
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it)
        m_services.desktop.withdraw(it.key());
    m_shown.clear();
    schedule();
}

void Notifier::readSettings()
{
    const Preferences &preferences = m_services.preferences;
    const auto flag = [&](const char *key) { return preferences.flag(QString::fromLatin1(key)); };
    const auto time = [&](const char *key) {
        return QTime::fromString(preferences.text(QString::fromLatin1(key)), u"HH:mm"_s);
    };
    NoticeSettings settings;
    settings.isOn = flag(PreferenceKey::Notifications);
    settings.categories.set(size_t(NoticeCategory::Replies), flag(PreferenceKey::NotifyReplies));
    settings.categories.set(size_t(NoticeCategory::Assignments), flag(PreferenceKey::NotifyAssignments));
    settings.categories.set(size_t(NoticeCategory::NewLeads), flag(PreferenceKey::NotifyNewLeads));
    settings.hasQuietHours = flag(PreferenceKey::QuietHours);
    settings.quietFrom = time(PreferenceKey::QuietFrom);
    settings.quietTo = time(PreferenceKey::QuietTo);
    m_rules.setSettings(settings);
}

void Notifier::onLeads(const QList<LeadEvent> &events)
{
    const UserId me = m_services.session.identity().user;
    show(m_rules.take(m_services.feed.workspace(), events, me, m_isLooking()));
    schedule();
}

void Notifier::show(const QList<Notice> &notices)
{
    for (const Notice &notice : notices) {
        QString title;
        switch (notice.category) {
        case NoticeCategory::Replies:
            title = tr("%n new reply(s)", nullptr, notice.count);
            break;
        case NoticeCategory::Assignments:
            title = tr("%n lead(s) assigned to you", nullptr, notice.count);
            break;
        case NoticeCategory::NewLeads:
            title = tr("%n new lead(s)", nullptr, notice.count);
            break;
        }
        const QList<Workspace> &workspaces = m_services.session.workspaces();
        const auto workspace = std::ranges::find(workspaces, notice.workspace, &Workspace::id);
        m_shown.insert(keyOf(notice), notice);
        m_services.desktop.show(
            keyOf(notice), {title, workspace == workspaces.cend() ? QString() : workspace->name, tr("Open")});
    }
}

void Notifier::schedule()
{
    const auto wait = m_rules.nextDue();
    if (!wait)
        return m_due.stop();
    m_due.start(std::chrono::ceil<std::chrono::milliseconds>(*wait));
}

} // namespace signalbox
