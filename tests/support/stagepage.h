// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/skeleton.h"
#include "ui/shell/page.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStringListModel>
#include <QTimer>

#include <stdexcept>

namespace signalbox {

/// A page to put on the stage: says which workspace it is of, and can be told to fail.
class StagePage final : public Page
{
    Q_OBJECT

public:
    static inline int alive = 0;
    static inline int built = 0;
    static inline int refreshes = 0;
    static inline bool isSlow = false; ///< never says that it has a picture
    static inline bool throwsInConstructor = false;

    explicit StagePage(const PageContext &context)
        : Page(context)
        , edit(new QLineEdit(this))
        , list(new QListView(this))
    {
        ++alive;
        ++built;
        edit->setObjectName(QStringLiteral("stageEdit"));
        list->setObjectName(QStringLiteral("stageList"));
        auto *model = new QStringListModel(
            {context.workspace.name, QStringLiteral("two"), QStringLiteral("three")}, this);
        list->setModel(model);
        auto *column = new QVBoxLayout(this);
        column->addWidget(edit);
        column->addWidget(list);
        if (throwsInConstructor)
            throw std::runtime_error("constructor");
        if (!isSlow)
            QTimer::singleShot(0, this, &Page::firstPictureReady);
        context.commands.bind(QStringLiteral("stage.mark"), this, [this] { marked = true; });
    }
    ~StagePage() override { --alive; }

    static PageSpec spec(const QStringList &roles = {})
    {
        return {QStringLiteral("stage"), [] { return QStringLiteral("Stage"); }, IconName::Inbox, roles,
            {{QStringLiteral("stage.mark"), QStringLiteral("stage"), [] { return QStringLiteral("Mark"); },
                {QKeySequence(Qt::Key_J)}, IconName::Check}},
            [](const PageContext &context) -> Page * { return new StagePage(context); }};
    }

    PageState state() const override { return m_state; }
    void restoreState(const PageState &state) override { m_state = state; }
    void focusSearch() override { edit->setFocus(); }
    void refresh() override { ++refreshes; }
    bool stepBack() override
    {
        if (m_state.item.isEmpty())
            return false;
        m_state.item.clear();
        Q_EMIT placeChanged();
        return true;
    }
    QList<QWidget *> panes() const override { return {list, edit}; }
    Freshness freshness() const override
    {
        return {QStringLiteral("Counts"), context().clock.now() - std::chrono::seconds(3),
            Freshness::Tone::Fresh, {}};
    }

    /// As if a person had gone there.
    void goTo(const QString &item, const QMap<QString, QString> &params = {})
    {
        m_state = {item, params};
        Q_EMIT placeChanged();
    }

    QLineEdit *edit;
    QListView *list;
    bool marked = false;
    bool throwsInPaint = false;
    bool throwsOnKey = false;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Page::paintEvent(event);
        if (throwsInPaint)
            throw std::runtime_error("paint");
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (throwsOnKey)
            throw std::runtime_error("key");
        Page::keyPressEvent(event);
    }

private:
    PageState m_state;
};

} // namespace signalbox
