// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeshell.h"
#include "tests/support/stagepage.h"
#include "ui/base/errorbanner.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest/QTest>

namespace signalbox {

/// A test of the window as a person uses it, over a service of fakes: what every slot starts from and asks.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<ShellStage> m_stage;

    MainWindow &window() const { return *m_stage->window; }
    StagePage *page() const { return qobject_cast<StagePage *>(window().host().page()); }
    template <typename T> T *find(const QString &name) const { return window().findChild<T *>(name); }
    QString workspaceShown() const
    {
        return find<QAbstractButton>(QStringLiteral("workspaceButton"))->text();
    }
    QString banner() const
    {
        for (const ErrorBanner *one : window().findChildren<ErrorBanner *>()) {
            if (one->isVisible())
                return one->text();
        }
        return {};
    }
    bool isOpen(const QString &overlay) const { return find<QWidget>(overlay)->isVisible(); }
    void openSignedIn()
    {
        m_stage->openSignedIn({StagePage::spec()});
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY(page() && page()->isVisible());
        QTRY_VERIFY(!window().host().isSwitching());
    }
    void enter(int workspace)
    {
        QVERIFY(window().openLink(QStringLiteral("signalbox://demo/%1/stage")
                                      .arg(m_stage->sessions.workspaces.at(workspace).id.toString())));
    }
    void signInAs(const QString &email, const QString &password)
    {
        find<QLineEdit>(QStringLiteral("signInEmail"))->setText(email);
        find<QLineEdit>(QStringLiteral("signInPassword"))->setText(password);
        QTest::mouseClick(find<QPushButton>(QStringLiteral("signInSubmit")), Qt::LeftButton);
    }

private Q_SLOTS:
    void init()
    {
        StagePage::isSlow = false;
        StagePage::alive = 0;
        StagePage::built = 0;
        StagePage::refreshes = 0;
        m_stage = std::make_unique<ShellStage>();
    }
    void cleanup()
    {
        m_stage.reset();
        QCOMPARE(StagePage::alive, 0);
    }
};

} // namespace signalbox
