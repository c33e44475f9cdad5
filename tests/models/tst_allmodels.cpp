// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmmodel.h"
#include "models/inbox/inboxcountsmodel.h"
#include "models/inbox/inboxmodel.h"
#include "models/inbox/smscampaignsmodel.h"
#include "models/inbox/threadmodel.h"
#include "models/live/eventfeedmodel.h"
#include "models/live/leadnames.h"
#include "models/shell/membersmodel.h"
#include "models/shell/workspacemodel.h"
#include "tests/support/fakecrm.h"
#include "tests/support/fakeinbox.h"
#include "tests/support/feedevents.h"
#include "tests/support/heldmembersgateway.h"

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QTest>
#include <QTimeZone>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Acme {QUuid::fromString(u"00000000-0000-4000-8000-00000000000a"_s)};
constexpr Instant Now {std::chrono::sys_days {std::chrono::year {2026} / 2 / 18} + std::chrono::hours(14)};

/// Gateways that answer by themselves for a workspace full of everything.
struct Sources
{
    Sources()
    {
        inbox.answer(gateway);
        crm.answer(analytics);
    }

    FakeInbox inbox {Acme, 500, Now};
    FakeInboxGateway gateway;
    FakeCrm crm {Acme, 40, Now};
    FakeAnalyticsGateway analytics;
    HeldMembersGateway members;
    FakeTriageGateway triage;
    LeadNames names {triage};
};

using Fill = std::function<void()>;
using Make = std::function<std::unique_ptr<QAbstractItemModel>(Sources &, Fill &)>;

/// How each model of the tree is made, and filled once a tester watches it; by the name of its header.
QMap<QString, Make> allModels()
{
    return {
        {u"crmmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<CrmModel>(s.analytics, CrmPerson {Acme, {}, u"OWNER"_s});
                fill = [m = model.get()] { m->setQuery({.workspace = Acme}); };
                return model;
            }},
        {u"eventfeedmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<EventFeedModel>(s.names);
                fill = [m = model.get()] {
                    std::vector<LiveRecord> records;
                    for (int i = 0; i < 300; ++i)
                        records.push_back(recordOf(feedEvent(Now, {.lead = i % 100})));
                    m->append(std::move(records));
                };
                return model;
            }},
        {u"inboxcountsmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<InboxCountsModel>(s.gateway);
                fill = [m = model.get()] { m->setWorkspace(Acme); };
                return model;
            }},
        {u"inboxmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<InboxModel>(s.gateway);
                fill = [m = model.get()] { m->setQuery({.workspace = Acme}); };
                return model;
            }},
        {u"smscampaignsmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<SmsCampaignsModel>(s.gateway);
                fill = [m = model.get()] { m->setWorkspace(Acme); };
                return model;
            }},
        {u"threadmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<ThreadModel>(s.gateway, QTimeZone::utc());
                fill = [m = model.get(), &s] {
                    const auto page = s.inbox.page({.workspace = Acme}, {}, 1);
                    m->open(Acme, page.rows.first().lead.id);
                };
                return model;
            }},
        {u"membersmodel"_s,
            [](Sources &s, Fill &fill) {
                auto model = std::make_unique<MembersModel>(s.members, Acme);
                fill = [m = model.get(), &s] {
                    m->refresh();
                    s.members.lists.back().finish(
                        QList<Member> {memberNamed(u"Mara"_s), memberNamed(u"Bo"_s)});
                };
                return model;
            }},
        {u"workspacemodel"_s,
            [](Sources &, Fill &fill) {
                auto model = std::make_unique<WorkspaceModel>();
                fill = [m = model.get()] { m->setWorkspaces({{.id = Acme, .name = u"Acme"_s}}); };
                return model;
            }},
    };
}

/// Whether a row has text; the first may be a heading, and rows of pages that are still away have none.
bool saysSomething(const QAbstractItemModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.index(row, 0).data().toString().isEmpty())
            return true;
    }
    return false;
}

} // namespace

/// Every model under Qt's own tester, from empty to full. A model without a line here fails.
class tst_AllModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void list_isComplete()
    {
        QStringList headers;
        QDirIterator files(
            QStringLiteral(SIGNALBOX_MODELS), {u"*model.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile header(files.next());
            QVERIFY(header.open(QIODevice::ReadOnly));
            if (header.readAll().contains("#include <QAbstract")) // the others are not item models
                headers.append(QFileInfo(header.fileName()).baseName());
        }
        headers.sort();
        QCOMPARE(headers, QStringList(allModels().keys()));
    }

    void model_keepsTheRulesFromEmptyToFull_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : allModels().keys())
            QTest::addRow("%s", qPrintable(name)) << name;
    }
    void model_keepsTheRulesFromEmptyToFull()
    {
        QFETCH(QString, name);
        Sources sources;
        Fill fill;
        const auto model = allModels().value(name)(sources, fill);
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill();
        QTRY_VERIFY(model->rowCount() > 0);
        QTRY_VERIFY(saysSomething(*model));
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int role = 0; role < Qt::UserRole + 40; ++role)
                model->index(row, 0).data(role); // roles that a row does not have are answered too
        }
        QVERIFY(!model->index(model->rowCount(), 0).isValid());
        QVERIFY(!model->index(0, model->columnCount()).isValid());
    }
};

QTEST_GUILESS_MAIN(tst_AllModels)
#include "tst_allmodels.moc"
