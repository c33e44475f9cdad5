// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowtest.h"

#include <QLabel>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// From the first look at the server to signing out.
class tst_SignInView : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void signIn_tellsWhatIsWrong_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("says");
        QTest::newRow("credentials") << Error {Error::Kind::Unauthenticated, {}, u"invalid_credentials"_s}
                                     << u"Email or password"_s;
        QTest::newRow("server") << Error::unavailable({}) << u"does not answer"_s;
        QTest::newRow("certificate") << Error {Error::Kind::Unavailable, {}, u"CERTIFICATE"_s}
                                     << u"certificate"_s;
        QTest::newRow("role") << Error::denied({}) << u"no role"_s;
    }
    void signIn_tellsWhatIsWrong()
    {
        QFETCH(Error, error);
        QFETCH(QString, says);
        m_stage->sessions.signInError = error;
        m_stage->open({StagePage::spec()});
        QTRY_VERIFY(isOpen(u"signIn"_s));
        signInAs(m_stage->sessions.email, u"x"_s);
        QTRY_VERIFY2(banner().contains(says), qPrintable(banner()));
        QVERIFY(find<QLineEdit>(u"signInPassword"_s)->text().isEmpty());
        QCOMPARE(find<QLineEdit>(u"signInEmail"_s)->text(), m_stage->sessions.email);
    }

    void signIn_leadsToTheFirstPage()
    {
        m_stage->open({StagePage::spec()});
        QTRY_VERIFY(isOpen(u"signIn"_s));
        signInAs(m_stage->sessions.email, m_stage->sessions.password);
        QTRY_VERIFY(page() && page()->isVisible());
        QVERIFY(!isOpen(u"signIn"_s));
        QCOMPARE(workspaceShown(), m_stage->sessions.workspaces.first().name);
    }

    void expiredSession_keepsThePageBehind()
    {
        openSignedIn();
        page()->edit->setText(u"half an answer"_s);
        StagePage *before = page();
        m_stage->connection.endSession();
        QTRY_VERIFY(isOpen(u"signIn"_s));
        QCOMPARE(page(), before);
        QTest::keyClick(&window(), Qt::Key_Escape); // it cannot be put away
        QVERIFY(isOpen(u"signIn"_s));
        signInAs(m_stage->sessions.email, m_stage->sessions.password);
        QTRY_VERIFY(!isOpen(u"signIn"_s));
        QCOMPARE(page(), before);
        QCOMPARE(page()->edit->text(), u"half an answer"_s);
        QTRY_COMPARE(StagePage::refreshes, 1);
    }

    void signOut_leavesNothingOnTheScreen()
    {
        openSignedIn();
        window().commands().trigger(u"shell.signOut"_s);
        QTRY_VERIFY(isOpen(u"signIn"_s));
        QCOMPARE(StagePage::alive, 0);
        QCOMPARE(m_stage->sessions.signOuts, 1);
        QVERIFY(!find<QAbstractButton>(u"workspaceButton"_s)->isVisible());
    }

    void firstRun_createsTheOwnerOnceItIsComplete()
    {
        m_stage->setup.needsSetup = true;
        m_stage->open({StagePage::spec()});
        QTRY_VERIFY(isOpen(u"firstRun"_s));
        auto *submit = find<QPushButton>(u"firstRunSubmit"_s);
        QVERIFY(!submit->isEnabled());
        find<QLineEdit>(u"name"_s)->setText(u"Mara Kaya"_s);
        find<QLineEdit>(u"email"_s)->setText(u"mara@brightline.example"_s);
        find<QLineEdit>(u"password"_s)->setText(u"too short"_s);
        find<QLineEdit>(u"workspaceName"_s)->setText(u"Brightline"_s);
        QVERIFY(!submit->isEnabled());
        QVERIFY(find<QLabel>(u"firstRunHint"_s)->text().contains(u"10"_s));
        find<QLineEdit>(u"password"_s)->setText(u"correct horse"_s);
        QTest::mouseClick(submit, Qt::LeftButton);
        QTRY_VERIFY(page());
        QCOMPARE(m_stage->setup.created->workspaceName, u"Brightline"_s);
        QVERIFY(!m_stage->setup.created->timezone.isEmpty());
    }

    void link_openedBeforeSigningIn_isFollowedAfterwards()
    {
        m_stage->open({StagePage::spec()});
        QTRY_VERIFY(isOpen(u"signIn"_s));
        enter(4);
        signInAs(m_stage->sessions.email, m_stage->sessions.password);
        QTRY_VERIFY(page());
        QCOMPARE(workspaceShown(), u"Harbour Analytics"_s);
    }
};

QTEST_MAIN(tst_SignInView)
#include "tst_signinview.moc"
