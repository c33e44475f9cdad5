// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/savedviewslist.h"

#include "ui/base/dialogs.h"
#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

SavedViewsList::SavedViewsList(SavedViews &views, const Theme &theme, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , m_views(views)
    , m_theme(theme)
    , m_dialogs(dialogs)
    , m_title(new QLabel(tr("Saved views"), this))
    , m_add(new FlatButton(theme, IconName::Plus, this))
    , m_rows(new QVBoxLayout)
    , m_name(new QLineEdit(this))
    , m_error(new QLabel(this))
{
    setObjectName(u"savedViews"_s);
    setAccessibleName(tr("Saved views"));
    m_add->setObjectName(u"addView"_s);
    m_add->setIconSizePx(16);
    m_add->setToolTip(tr("Keep the list as it is now under a name"));
    m_add->setAccessibleName(tr("Save this view"));
    m_name->setObjectName(u"viewName"_s);
    m_name->setPlaceholderText(tr("Name of the view"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setMaxLength(80);
    m_name->installEventFilter(this);
    m_name->hide();
    m_error->setObjectName(u"viewsError"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::S, Spacing::L, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_add);
    m_rows->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::Xs);
    layout->addLayout(head);
    layout->addLayout(m_rows);
    layout->addWidget(m_name);
    layout->addWidget(m_error);
    connect(m_add, &QAbstractButton::clicked, this, &SavedViewsList::startNaming);
    connect(m_name, &QLineEdit::returnPressed, this, &SavedViewsList::finishNaming);
    connect(&views, &SavedViews::changed, this, &SavedViewsList::rebuild);
    connect(&theme, &Theme::changed, this, &SavedViewsList::restyle);
    restyle();
    rebuild();
}

void SavedViewsList::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Caption, QFont::Bold));
    m_error->setFont(m_theme.font(TextStyle::Caption));
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text3));
    m_title->setPalette(ink);
    ink.setColor(QPalette::WindowText, m_theme.color(ColorRole::Danger));
    m_error->setPalette(ink);
}

void SavedViewsList::setQuery(const InboxQuery &query)
{
    m_query = query;
    mark();
}

void SavedViewsList::rebuild()
{
    for (FlatButton *button : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
    for (const SavedView &view : m_views.views()) {
        auto *button = new FlatButton(m_theme, view.isShared ? IconName::People : IconName::Filter, this);
        button->setObjectName(u"view_"_s + view.name);
        button->setText(view.name);
        button->setCheckable(true);
        button->setIconSizePx(16);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setToolTip(view.isShared ? tr("%1, shared with everybody here").arg(view.name) : view.name);
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QAbstractButton::clicked, this, [this, view] {
            mark();
            Q_EMIT viewChosen(view);
        });
        connect(button, &QWidget::customContextMenuRequested, this,
            [this, view, button] { showMenu(view, button); });
        m_rows->addWidget(button);
        m_buttons.append(button);
    }
    m_error->setVisible(m_views.error().has_value());
    if (m_views.error())
        m_error->setText(tr("Saved views: %1").arg(explain(*m_views.error()).what));
    mark();
}

void SavedViewsList::mark()
{
    const SavedView *shown = m_views.find(m_query);
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(shown && m_views.views().at(i).id == shown->id);
}

void SavedViewsList::showMenu(const SavedView &view, QWidget *at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"viewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!view.isMine) {
        menu->addAction(tr("Shared by somebody else"))->setEnabled(false);
    } else {
        connect(menu->addAction(tr("Rename")), &QAction::triggered, this, [this, view] { name(view); });
        connect(menu->addAction(tr("Keep the filters set now")), &QAction::triggered, this, [this, view] {
            SavedView other = view;
            other.query = m_query;
            m_views.save(other);
        });
        connect(menu->addAction(view.isShared ? tr("Keep to myself") : tr("Share with everybody here")),
            &QAction::triggered, this, [this, view] {
                SavedView other = view;
                other.isShared = !view.isShared;
                m_views.save(other);
            });
        menu->addSeparator();
        connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, view] {
            const bool isSure = !view.isShared
                || m_dialogs.confirm(this,
                    {tr("Delete a shared view?"), tr("%1 goes away for everybody here.").arg(view.name),
                        tr("Delete"), true});
            if (isSure)
                m_views.remove(view.id);
        });
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

void SavedViewsList::startNaming()
{
    SavedView fresh;
    fresh.query = m_query;
    fresh.position = static_cast<int>(m_views.views().size());
    name(fresh);
}

void SavedViewsList::name(const SavedView &view)
{
    m_naming = view;
    m_name->setText(view.name);
    m_name->show();
    m_name->selectAll();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SavedViewsList::finishNaming()
{
    const QString typed = m_name->text().trimmed();
    if (!m_naming || typed.isEmpty())
        return;
    SavedView view = *std::exchange(m_naming, {});
    view.name = typed;
    m_name->hide();
    m_views.save(view);
}

bool SavedViewsList::eventFilter(QObject *object, QEvent *event)
{
    const bool isEscape = (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (object == m_name && isEscape) {
        event->accept();
        m_naming.reset();
        m_name->hide();
        return event->type() == QEvent::KeyPress;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace signalbox
