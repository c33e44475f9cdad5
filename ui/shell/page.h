// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inbox/sessiongateway.h"
#include "ui/base/icons.h"
#include "ui/shell/commandregistry.h"

#include <QMap>
#include <QTimeZone>
#include <QWidget>

#include <optional>

namespace signalbox {

class Dialogs;

/// The part of a link that belongs to a page: `…/<page>/<item>?<params>`.
struct PageState
{
    QString item; ///< for the inbox the id of the open lead; empty: none
    QMap<QString, QString> params; ///< filters by their wire names

    bool operator==(const PageState &) const = default;
};

/// How old what a page shows is, for the status bar.
struct Freshness
{
    enum class Tone
    {
        Fresh,
        Ageing, ///< older than its contract (ux §11): amber
        Stale, ///< twice that
    };

    QString what; ///< "Counts", translated; empty: the page has nothing with an age
    std::optional<Instant> readAt;
    Tone tone = Tone::Fresh;
    QString detail; ///< "list v8812 = counts v8812", translated; may be empty
    QTimeZone zone {}; ///< the clock the page goes by; not valid: the machine's
};

/// Something only this page has, for the palette: "My leads · Saved view".
struct PageEntry
{
    QString text;
    QString kind;
    IconName icon = IconName::None;
    std::function<void()> run;
};

/// What every page is given. The references outlive all pages.
struct PageContext
{
    Workspace workspace;
    Identity identity;
    Theme &theme;
    CommandRegistry &commands;
    Dialogs &dialogs;
    const Clock &clock;
};

/// One page of the console, built for one workspace and one person.
///
/// A page never changes its workspace: the shell destroys it and builds another one (domain §12.4). Its
/// destructor cancels whatever is in flight, so a late answer has nowhere to go. The shell does the same
/// after a fault (Reload) and after a language change, so state() must hold what the person would miss.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);
    ~Page() override;

    const PageContext &context() const { return m_context; }
    const Workspace &workspace() const { return m_context.workspace; }

    virtual PageState state() const;
    /// Unknown params and items that do not exist are ignored, politely. Called before the page is first
    /// shown, and on back, forward and links later.
    virtual void restoreState(const PageState &state);
    /// Splitters, column widths: remembered per profile and page.
    virtual QByteArray saveLayout() const;
    virtual void restoreLayout(const QByteArray &layout);

    virtual void focusSearch();
    virtual void refresh();
    /// Esc: closes or clears one thing. False: there was nothing to step back from.
    virtual bool stepBack();
    /// What F6 goes through, in order; each must accept focus.
    virtual QList<QWidget *> panes() const;
    virtual Freshness freshness() const;
    virtual QList<PageEntry> paletteEntries() { return {}; }

Q_SIGNALS:
    /// There is something to look at (data, empty or error). Until then, and for at most 150 ms, the shell
    /// leaves the picture of the page before.
    void firstPictureReady();
    /// The person went to another item or category: it goes into back/forward, and the link changes.
    void placeChanged();
    /// A filter changed: the link does, back/forward keeps its length.
    void stateChanged();
    void freshnessChanged();
    /// Another page should be opened in a state: "Open lead".
    void placeRequested(const QString &page, const signalbox::PageState &state);
    /// The service answered 403: the session may no longer enter this workspace.
    void accessLost();

private:
    PageContext m_context;
};

/// A page as the rail knows it, before it is built.
struct PageSpec
{
    QString id; ///< in links: `inbox`
    std::function<QString()> title;
    IconName icon = IconName::None;
    QStringList roles; ///< who may use it; empty: everybody
    QList<CommandSpec> commands; ///< scope = id
    std::function<Page *(const PageContext &)> create;
    int digit = 0; ///< Ctrl and this opens it (ux §9); 0: its place in the rail
};

} // namespace signalbox
