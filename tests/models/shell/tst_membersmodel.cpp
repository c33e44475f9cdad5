// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/membersmodel.h"
#include "tests/support/heldmembersgateway.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};

QStringList rows(const MembersModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row, MembersModel::NameColumn).data().toString() + u' '
            + model.index(row, MembersModel::RoleColumn).data().toString());
    return lines;
}

} // namespace

class tst_MembersModel : public QObject
{
    Q_OBJECT

    HeldMembersGateway m_gateway;
    std::unique_ptr<MembersModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void fill()
    {
        m_model->refresh();
        m_gateway.lists.back().finish(
            QList<Member> {memberNamed(u"Mara"_s, u"OWNER"_s), memberNamed(u"Bo"_s)});
        QTRY_COMPARE(m_model->state(), MembersModel::State::Ready);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_gateway = {};
        m_model = std::make_unique<MembersModel>(m_gateway, Acme);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void changes_moveOnlyTheirRow()
    {
        fill();
        QCOMPARE(rows(*m_model), QStringList({u"Bo SETTER"_s, u"Mara OWNER"_s}));
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const Member chi = memberNamed(u"Chi"_s);
        m_model->add(chi.email, chi.name, chi.role, {});
        QCOMPARE(m_model->rowCount(), 2); // the row follows the answer
        m_gateway.changes.back().finish(chi);
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 1);
        m_model->changeRole(chi.user, u"ADMIN"_s);
        m_gateway.changes.back().finish(memberNamed(u"Chi"_s, u"ADMIN"_s));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(rows(*m_model), QStringList({u"Bo SETTER"_s, u"Chi ADMIN"_s, u"Mara OWNER"_s}));
        m_model->remove(chi.user);
        m_gateway.removals.back().finish(true);
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(rows(*m_model), QStringList({u"Bo SETTER"_s, u"Mara OWNER"_s}));
        QCOMPARE(reset.size(), 0);
    }

    void refresh_whilePending_asksOnce()
    {
        m_model->refresh();
        m_model->refresh();
        QCOMPARE(m_gateway.lists.size(), 1u);
    }

    void refresh_fails_keepsTheRows()
    {
        fill();
        m_model->refresh();
        m_gateway.lists.back().finish(Error::unavailable(u"down"_s));
        QTRY_COMPARE(m_model->state(), MembersModel::State::Failed);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_model->error().has_value());
    }

    void change_fails_movesNothing()
    {
        fill();
        QSignalSpy failed(m_model.get(), &MembersModel::changeFailed);
        m_model->changeRole(m_model->at(0).user, u"OWNER"_s);
        m_gateway.changes.back().finish(Error::denied(u"no"_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(rows(*m_model), QStringList({u"Bo SETTER"_s, u"Mara OWNER"_s}));
        QVERIFY(!m_model->isBusy());
    }

    void lateAnswer_isIgnored()
    {
        // The second change takes the place of the first, whose answer must move nothing.
        fill();
        m_model->changeRole(m_model->at(0).user, u"ADMIN"_s);
        m_model->changeRole(m_model->at(0).user, u"INBOX_MANAGER"_s);
        QVERIFY(m_gateway.changes.front().isCancelled());
        m_gateway.changes.front().finish(memberNamed(u"Bo"_s, u"ADMIN"_s));
        m_gateway.changes.back().finish(memberNamed(u"Bo"_s, u"INBOX_MANAGER"_s));
        QTRY_COMPARE(rows(*m_model).first(), u"Bo INBOX_MANAGER"_s);
    }

    void destroyed_whilePending_cancelsAndIsSafe()
    {
        m_model->refresh();
        m_tester.reset();
        m_model.reset();
        QVERIFY(m_gateway.lists.back().isCancelled());
        m_gateway.lists.back().finish(QList<Member> {memberNamed(u"Bo"_s)});
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(tst_MembersModel)
#include "tst_membersmodel.moc"
