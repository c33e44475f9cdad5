// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inbox/savedviews.h"
#include "tests/support/faketriagegateway.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};

SavedView view(uint number, const QString &name, int position = 0)
{
    SavedView view {.id = QUuid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1), .name = name};
    view.query = {.workspace = Acme, .search = name};
    view.position = position;
    return view;
}

QStringList names(const SavedViews &views)
{
    QStringList names;
    for (const SavedView &one : views.views())
        names.append(one.name);
    return names;
}

} // namespace

class tst_SavedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void views_areInOrder_andFoundByQuery()
    {
        FakeTriageGateway gateway;
        SavedViews views(gateway);
        views.setWorkspace(Acme);
        gateway.views[0].source.finish(
            QList {view(1, u"Zebra"_s), view(2, u"Mine"_s, 2), view(3, u"Asap"_s)});
        QTRY_COMPARE(names(views), QStringList({u"Asap"_s, u"Zebra"_s, u"Mine"_s}));
        QCOMPARE(views.find({.workspace = Acme, .search = u"Mine"_s})->name, u"Mine"_s);
        QVERIFY(!views.find({.workspace = Acme}));
    }

    void saving_addsOrReplaces_removingTakesAway()
    {
        FakeTriageGateway gateway;
        SavedViews views(gateway);
        views.setWorkspace(Acme);
        gateway.views[0].source.finish(QList {view(1, u"One"_s)});
        QTRY_COMPARE(views.views().size(), 1);
        SavedView fresh = view(2, u"Two"_s);
        fresh.id = {};
        views.save(fresh);
        QVERIFY(gateway.savedViews[0].view.id.isNull());
        QVERIFY(!gateway.savedViews[0].key.isNull());
        gateway.savedViews[0].source.finish(view(2, u"Two"_s));
        QTRY_COMPARE(names(views), QStringList({u"One"_s, u"Two"_s}));
        views.save(view(1, u"Uno"_s));
        gateway.savedViews[1].source.finish(view(1, u"Uno"_s));
        QTRY_COMPARE(names(views), QStringList({u"Two"_s, u"Uno"_s}));
        views.remove(view(2, {}).id);
        gateway.removedViews[0].source.finish(Error::notFound(u"gone already"_s));
        QTRY_COMPARE(names(views), QStringList({u"Uno"_s}));
        QVERIFY(!views.error());
    }

    void failure_keepsWhatIsThere_andSaysWhy()
    {
        FakeTriageGateway gateway;
        SavedViews views(gateway);
        views.setWorkspace(Acme);
        gateway.views[0].source.finish(QList {view(1, u"One"_s)});
        QTRY_COMPARE(views.views().size(), 1);
        views.remove(view(1, {}).id);
        gateway.removedViews[0].source.finish(Error::unavailable(u"down"_s));
        QTRY_VERIFY(views.error());
        QCOMPARE(views.views().size(), 1);
    }

    void answer_ofAnotherWorkspace_isDropped()
    {
        FakeTriageGateway gateway;
        SavedViews views(gateway);
        views.setWorkspace(Acme);
        views.setWorkspace({newUuid()});
        QVERIFY(gateway.views[0].source.isCancelled());
    }
};

QTEST_GUILESS_MAIN(tst_SavedViews)
#include "tst_savedviews.moc"
