// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/workspacemodel.h"
#include "tests/support/modeltext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

Workspace named(const QString &name)
{
    return {.id = {QUuid::createUuidV5(QUuid(), name)}, .name = name, .role = u"OWNER"_s};
}

QStringList names(const WorkspaceModel &model)
{
    return modelText(model, {WorkspaceModel::NameRole});
}

} // namespace

/// It asks nothing itself: no pending question, so no late answer either. Lists are put in.
class tst_WorkspaceModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkspaceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_model = std::make_unique<WorkspaceModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setWorkspaces({named(u"Acme 10"_s), named(u"zeta"_s), named(u"Acme 2"_s), named(u"Beta"_s)});
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void names_standInNaturalOrder()
    {
        QCOMPARE(names(*m_model), QStringList({u"Acme 2"_s, u"Acme 10"_s, u"Beta"_s, u"zeta"_s}));
    }

    void recent_standFirstInTheirOwnOrder()
    {
        m_model->setRecent({named(u"zeta"_s).id, named(u"Acme 10"_s).id, named(u"gone"_s).id});
        QCOMPARE(
            modelText(*m_model,
                {WorkspaceModel::NameRole, WorkspaceModel::IsRecentRole, WorkspaceModel::IsFirstOfRestRole}),
            QStringList({u"zeta | true | false"_s, u"Acme 10 | true | false"_s, u"Acme 2 | false | true"_s,
                u"Beta | false | false"_s}));
    }

    void search_takesEveryWordInAnyCase()
    {
        m_model->setSearch(u" 1 ACM "_s);
        QCOMPARE(names(*m_model), QStringList({u"Acme 10"_s}));
        m_model->setSearch(u"nobody"_s);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setSearch({});
        QCOMPARE(m_model->rowCount(), 4);
    }

    void current_changesOneRoleAndResetsNothing()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setCurrent(named(u"Beta"_s).id);
        m_model->setCurrent(named(u"Beta"_s).id);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QVERIFY(m_model->index(2).data(WorkspaceModel::IsCurrentRole).toBool());
    }

    void sameListAgain_isQuiet()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setWorkspaces({named(u"Acme 10"_s), named(u"zeta"_s), named(u"Acme 2"_s), named(u"Beta"_s)});
        QCOMPARE(reset.size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_WorkspaceModel)
#include "tst_workspacemodel.moc"
