// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeanalyticsgateway.h"
#include "tests/support/inboxfixture.h"
#include "tests/support/tabreadings.h"
#include "ui/analytics/kpicard.h"
#include "ui/analytics/paneltable.h"
#include "ui/analytics/readingtab.h"

#include <QtTest/QTest>

namespace signalbox {

/// One tab of the analytics page over a gateway that a test answers by hand.
template <typename Tab> class TabFixture
{
public:
    TabFixture()
    {
        theme.setChoice(Theme::Choice::Light);
        theme.setMotion(false);
        clock.setNow(
            Instant(std::chrono::sys_days {std::chrono::year {2026} / 3 / 2} + std::chrono::hours(14)));
        session = std::make_unique<AnalyticsSession>(UserId {tabId(901)}, workspace, gateway, memory, clock);
        const PageContext context {.workspace = {.id = workspace, .name = QStringLiteral("Acme Outbound")},
            .theme = theme,
            .commands = commands,
            .dialogs = dialogs,
            .clock = clock};
        tab = std::make_unique<Tab>(context, *session, nullptr);
        tab->resize(1380, 800);
        tab->setAttribute(Qt::WA_DontShowOnScreen); // the test has no use for a window
        tab->show();
    }

    Panel &panel(const QString &id) const
    {
        for (Panel *one : tab->panels()) {
            if (one->id() == id)
                return *one;
        }
        qFatal("no panel %s", qPrintable(id));
    }
    KpiCard &card(const QString &id) const
    {
        for (KpiCard *one : tab->cards()) {
            if (one->id() == id)
                return *one;
        }
        qFatal("no card %s", qPrintable(id));
    }
    PanelTable &table(const QString &id) const { return *tab->template findChild<PanelTable *>(id); }
    /// Lines of a table as copied; the first is the head.
    QStringList lines(const QString &id) const
    {
        PanelTable &one = table(id);
        one.clearSelection();
        return one.copyText().split(u'\n', Qt::SkipEmptyParts);
    }
    /// Each column's definition.
    QStringList definitions(const QString &id) const
    {
        QStringList all;
        const QAbstractItemModel &model = *table(id).model();
        for (int column = 0; column < model.columnCount(); ++column)
            all.append(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        return all;
    }
    /// Everything that has no definition, by name.
    QStringList unexplained() const
    {
        QStringList names;
        for (KpiCard *one : tab->cards()) {
            if (one->definition().isEmpty())
                names.append(one->label());
        }
        for (Panel *one : tab->panels()) {
            if (one->definition().isEmpty())
                names.append(one->title());
        }
        for (PanelTable *one : tab->template findChildren<PanelTable *>()) {
            if (definitions(one->objectName()).contains(QString()))
                names.append(one->objectName());
        }
        return names;
    }

    WorkspaceId workspace {tabId(900)};
    Theme theme;
    CommandRegistry commands;
    AnsweredDialogs dialogs;
    ManualClock clock;
    FakeAnalyticsGateway gateway;
    AnalyticsMemory memory {clock};
    std::unique_ptr<AnalyticsSession> session;
    std::unique_ptr<Tab> tab;
};

} // namespace signalbox
