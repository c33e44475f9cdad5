// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/chartframe.h"

#include "ui/base/dialogs.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

ChartFrame::ChartFrame(signalbox::Panel &panel, const PageContext &context)
    : QStackedWidget(&panel)
    , m_panel(panel)
    , m_context(context)
    , m_place(new QWidget(this))
    , m_table(new PanelTable(context.theme, this))
{
    auto *column = new QVBoxLayout(m_place);
    column->setContentsMargins(0, 0, 0, 0);
    addWidget(m_place);
    addWidget(m_table);
    setFocusProxy(m_place);
    panel.setContent(this);
    panel.setMenu([this](QMenu &menu) { fillMenu(menu); });
}

void ChartFrame::takeChart(QWidget *chart)
{
    delete m_chart;
    m_chart = chart;
    chart->setAccessibleName(m_panel.title());
    m_place->layout()->addWidget(chart);
    m_place->setFocusProxy(chart);
    updateGeometry();
}

void ChartFrame::turn()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setCurrentWidget(isTable() ? m_place : m_table);
    setFocusProxy(currentWidget());
    if (hadFocus)
        currentWidget()->setFocus(Qt::OtherFocusReason);
    updateGeometry();
    Q_EMIT turned();
}

void ChartFrame::fillMenu(QMenu &menu)
{
    const QString key
        = u'\t' + m_context.commands.keys(u"analytics.table"_s).value(0).toString(QKeySequence::NativeText);
    menu.addAction((isTable() ? tr("Show as chart") : tr("Open as table")) + key, this, &ChartFrame::turn);
    menu.addAction(tr("Copy table"), m_table, &PanelTable::copyTable);
    menu.addSeparator();
    for (const QString &suffix : {u"png"_s, u"svg"_s}) {
        QAction *action = menu.addAction(
            tr("Save picture as %1…").arg(suffix.toUpper()), this, [this, suffix] { save(suffix); });
        action->setEnabled(m_picture);
    }
}

void ChartFrame::save(const QString &suffix)
{
    if (!m_picture)
        return;
    const QString day = toIso(m_context.clock.now()).left(10);
    const QString path = m_context.dialogs.askSaveFile(
        this, tr("Save picture"), u"%1-%2.%3"_s.arg(m_panel.id(), day, suffix));
    if (path.isEmpty())
        return;
    if (!savePicture(*m_picture, path, m_context.theme.scheme()))
        m_context.dialogs.confirm(this,
            {tr("The picture could not be written"),
                tr("%1 cannot be written. Choose another place.").arg(path), tr("Close"), false});
}

QSize ChartFrame::sizeHint() const
{
    if (isTable())
        return m_table->sizeHint();
    return m_chart ? m_chart->sizeHint() : QSize(m_context.theme.px(320), m_context.theme.px(240));
}

QSize ChartFrame::minimumSizeHint() const
{
    return {QStackedWidget::minimumSizeHint().width(), sizeHint().height()};
}

} // namespace signalbox
