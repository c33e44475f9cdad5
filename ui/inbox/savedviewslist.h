// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inbox/savedviews.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace signalbox {

class Dialogs;
class FlatButton;

/// "Saved views +" below the categories: named lists, one's own and the shared ones.
///
/// + keeps the filters that are set now under a name; a view's menu renames, shares, overwrites or removes
/// it. The view that is shown is marked.
class SavedViewsList final : public QWidget
{
    Q_OBJECT

public:
    SavedViewsList(SavedViews &views, const Theme &theme, Dialogs &dialogs, QWidget *parent = nullptr);

    /// What the list shows now: what + would keep.
    void setQuery(const InboxQuery &query);
    void startNaming(); ///< as + does

Q_SIGNALS:
    void viewChosen(const signalbox::SavedView &view);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void rebuild();
    void mark();
    void showMenu(const SavedView &view, QWidget *at);
    void name(const SavedView &view);
    void finishNaming();
    void restyle();

    SavedViews &m_views;
    const Theme &m_theme;
    Dialogs &m_dialogs;
    InboxQuery m_query;
    QLabel *m_title;
    FlatButton *m_add;
    QVBoxLayout *m_rows;
    QLineEdit *m_name;
    QLabel *m_error;
    std::optional<SavedView> m_naming; ///< the view that gets the name being typed
    QList<FlatButton *> m_buttons;
};

} // namespace signalbox
