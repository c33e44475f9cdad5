// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/skeleton.h"
#include "ui/shell/consoleapplication.h"
#include "ui/shell/page.h"
#include "ui/shell/windowmemory.h"

#include <QPointer>
#include <QTimer>

class QLabel;
class QStackedLayout;

namespace signalbox {

class FaultPanel;
class RenderLoopGuard;

/// Holds the pages of the one workspace that is open, and never one of another (domain §12.4).
///
/// Entering another workspace takes a picture of what is shown, destroys every page (which cancels their
/// calls; late answers have no receiver any more), builds the wanted page for the new workspace, and shows
/// the picture until the page has something to show, at most 150 ms. A page that faults is replaced by a
/// panel; the others live on.
class PageHost final : public QWidget
{
    Q_OBJECT

public:
    /// What a page needs beside its workspace and person.
    struct Surroundings
    {
        Theme &theme;
        CommandRegistry &commands;
        Dialogs &dialogs;
        const Clock &clock;
        WindowMemory &memory;
        RenderLoopGuard &guard;
    };

    PageHost(const Surroundings &surroundings, QWidget *parent = nullptr);
    ~PageHost() override;

    void addPage(const PageSpec &spec);
    const QList<PageSpec> &specs() const { return m_specs; }
    const PageSpec *spec(const QString &id) const;

    /// Opens a page of a workspace for a person. `state` empty: as it was left.
    void open(const Workspace &workspace, const Identity &identity, const QString &pageId,
        const std::optional<PageState> &state);
    /// Destroys all pages: nobody is signed in.
    void close();

    std::optional<Workspace> workspace() const { return m_workspace; }
    QString pageId() const { return m_pageId; }
    Page *page() const; ///< the one that is open; null while it is a fault panel or none
    bool isSwitching() const { return m_patience.isActive(); }
    /// Number of pages alive, for tests of leaks.
    int livePages() const { return int(m_pages.size()); }

    void remember();
    /// A fault in any object: true if it was one of a page, which is replaced as soon as the event is over.
    void onFault(const Fault &fault);

Q_SIGNALS:
    void pageOpened();
    void placeChanged();
    void stateChanged();
    void freshnessChanged();
    void placeRequested(const QString &page, const signalbox::PageState &state);
    void accessLost();
    /// The switch is over: the new workspace's picture, or its skeleton, is on the screen.
    void switched();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Open
    {
        QPointer<Page> page;
        QPointer<FaultPanel> fault;
    };

    void build(const QString &pageId, const PageState &state);
    void destroyPages();
    void destroyPage(const QString &pageId);
    void showStill();
    void finishSwitch();
    void present(const QString &pageId);
    void replaceByFault(const QString &pageId, const QString &technical);
    void rebuildAll();

    Surroundings m_surroundings;
    QList<PageSpec> m_specs;
    QStackedLayout *m_stack;
    QLabel *m_still;
    std::optional<Workspace> m_workspace;
    Identity m_identity;
    QString m_pageId;
    QHash<QString, Open> m_pages;
    QString m_building; ///< id of the page whose constructor runs
    QTimer m_patience;
};

} // namespace signalbox
