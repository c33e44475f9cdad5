// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analytics/crmcell.h"
#include "tests/shots/sceneanalytics.h"
#include "tests/shots/shotlist.h"
#include "tests/support/fakecrm.h"
#include "tests/support/waitlimit.h"
#include "ui/analytics/analyticspage.h"
#include "ui/analytics/crmtab.h"
#include "ui/analytics/crmtable.h"
#include "ui/analytics/exportcenter.h"
#include "ui/analytics/exportline.h"
#include "ui/base/flatbutton.h"
#include "ui/shell/pagehost.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The CRM of a stage and the tab over it.
class SceneCrm final : public QObject
{
    Q_OBJECT

public:
    explicit SceneCrm(ShellStage &stage)
        : QObject(&stage.session)
        , stage(stage)
        , gateway(SceneAnalytics::of(stage).gateway)
        , crm(stage.sessions.workspaces.first().id, 2000, stage.clock.now())
    {
        crm.answer(gateway);
    }

    AnalyticsPage &page() const { return *stage.window->findChild<AnalyticsPage *>(); }
    CrmTab &tab() const { return *stage.window->findChild<CrmTab *>(); }
    CrmTable &table() const { return tab().table(); }
    QModelIndex cell(int row, QLatin1StringView key) const
    {
        return tab().model().index(row, crmColumnIndex(key));
    }

    ShellStage &stage;
    FakeAnalyticsGateway &gateway;
    FakeCrm crm;
};

using Step = std::function<void(SceneCrm &)>;

Scene scene(const QString &name, const Step &before, const Step &after = {}, bool hasFigures = true)
{
    return {u"crm-"_s + name,
        [before, after, hasFigures](ShellStage &stage, QObject *) {
            auto *crm = new SceneCrm(stage);
            stage.preferences.set(u"analytics/crmSummary"_s, hasFigures ? u"on"_s : u"off"_s);
            if (before)
                before(*crm);
            MainWindow &window = stage.openSignedIn(scenePages(stage));
            window.resize(1440, 900);
            if (!QTest::qWaitFor(
                    [&window] { return window.host().page() && !window.host().isSwitching(); }, WaitLimit))
                return;
            window.commands().trigger(u"page.analytics"_s);
            QTest::qWait(60);
            crm->page().openTab(u"crm"_s);
            QTest::qWait(250);
            if (after)
                after(*crm);
            QTest::qWait(60);
        },
        400};
}

void scrollRight(SceneCrm &crm)
{
    crm.table().horizontalScrollBar()->setValue(1330);
}

void edit(SceneCrm &crm, int row, QLatin1StringView key)
{
    crm.table().setFocus();
    crm.table().scrollTo(crm.cell(row, key));
    QTest::qWait(30);
    crm.table().beginEdit(crm.cell(row, key));
}

QList<Scene> tableScenes()
{
    return {
        scene(u"rows"_s, {}),
        scene(u"rows-only"_s, {}, {}, false),
        scene(u"scrolled"_s, {}, scrollRight, false),
        scene(
            u"selected"_s, {},
            [](SceneCrm &crm) {
                crm.table().setFocus();
                crm.table().setCurrentIndex(crm.cell(3, "campaign"_L1));
                for (int i = 0; i < 4; ++i)
                    QTest::keyClick(&crm.table(), i % 2 ? Qt::Key_Down : Qt::Key_Right, Qt::ShiftModifier);
                QTest::keyClick(&crm.table(), Qt::Key_C, Qt::ControlModifier);
            },
            false),
        scene(
            u"columns"_s, {},
            [](SceneCrm &crm) {
                QTest::mouseClick(crm.tab().findChild<FlatButton *>(u"crmColumnsButton"_s), Qt::LeftButton);
            },
            false),
        scene(u"setter"_s,
            [](SceneCrm &crm) {
                crm.stage.sessions.workspaces.first().role = u"SETTER"_s;
                crm.crm.isOwnOnly = true;
                for (int i = 0; i < crm.crm.count(); ++i) {
                    crm.crm.row(i).assignedTo = crm.stage.sessions.identity.user;
                    crm.crm.row(i).appointmentSetter = crm.crm.row(i).setters = crm.stage.sessions.email;
                }
            }),
    };
}

QList<Scene> editScenes()
{
    return {
        scene(
            u"edit-line"_s, {}, [](SceneCrm &crm) { edit(crm, 4, "jobTitle"_L1); }, false),
        scene(
            u"edit-category"_s, {}, [](SceneCrm &crm) { edit(crm, 4, "leadCategory"_L1); }, false),
        scene(
            u"edit-notes"_s, {}, [](SceneCrm &crm) { edit(crm, 6, "notes"_L1); }, false),
        scene(
            u"edit-setter"_s, {}, [](SceneCrm &crm) { edit(crm, 5, "appointmentSetter"_L1); }, false),
        scene(
            u"saving"_s, {},
            [](SceneCrm &crm) {
                crm.gateway.answerCrmEdit = nullptr;
                crm.table().scrollTo(crm.cell(3, "leadStatus"_L1));
                crm.tab().model().edit(3, crmColumnIndex("leadStatus"_L1), u"unqualified"_s);
                crm.tab().model().edit(5, crmColumnIndex("jobTitle"_L1), u"Chief Revenue Officer"_s);
            },
            false),
        scene(
            u"conflict"_s, {},
            [](SceneCrm &crm) {
                crm.crm.row(3).notes = u"Moved to April: the budget is frozen until then."_s;
                crm.crm.touch(3);
                crm.tab().model().edit(3, crmColumnIndex("notes"_L1),
                    u"Call on Thursday at 10:00, wants the security questionnaire."_s);
                QTest::qWait(60);
            },
            false),
        scene(
            u"edit-failed"_s, {},
            [](SceneCrm &crm) {
                crm.gateway.answerCrmEdit = [](const auto &) -> Result<CrmEditOutcome> {
                    return Error {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
                };
                crm.tab().model().edit(3, crmColumnIndex("jobTitle"_L1), u"Chief Revenue Officer"_s);
                QTest::qWait(60);
            },
            false),
    };
}

QList<Scene> stateScenes()
{
    return {
        scene(u"loading"_s,
            [](SceneCrm &crm) {
                crm.gateway.answerCrmPage = nullptr;
                crm.gateway.answerCrmSummary = nullptr;
            }),
        scene(u"other-filter"_s, {},
            [](SceneCrm &crm) {
                crm.gateway.answerCrmPage = nullptr;
                crm.gateway.answerCrmSummary = nullptr;
                crm.tab().findChild<QComboBox *>(u"crmStatus"_s)->setCurrentIndex(2);
            }),
        scene(u"empty"_s, {},
            [](SceneCrm &crm) {
                auto *field = crm.tab().findChild<QLineEdit *>(u"crmCampaign"_s);
                field->setText(u"Spring launch"_s);
                QTest::keyClick(field, Qt::Key_Return);
            }),
        scene(u"failed"_s,
            [](SceneCrm &crm) {
                crm.gateway.answerCrmPage = [](const auto &) -> Result<CrmPage> {
                    return Error {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
                };
            }),
        scene(
            u"more-failed"_s, {},
            [](SceneCrm &crm) {
                crm.gateway.answerCrmPage = [](const auto &) -> Result<CrmPage> {
                    return Error {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
                };
                crm.table().verticalScrollBar()->setValue(crm.table().verticalScrollBar()->maximum());
            },
            false),
    };
}

/// An export in each of its states, below each other.
void exportThree(SceneCrm &crm)
{
    auto *center = crm.page().findChild<ExportCenter *>();
    SceneAnalytics::of(crm.stage).exports.setPace({5ms, 20ms, 60s});
    ExportJob done {.id = QUuid::createUuid(),
        .state = ExportState::Done,
        .rowsWritten = 39'385,
        .rowsTotal = 39'385,
        .sizeBytes = 1'800'000};
    crm.gateway.answerStartExport = [done](const auto &) -> Result<ExportJob> { return done; };
    crm.gateway.answerExportPoll = [](const auto &) -> Result<ExportJob> {
        return ExportJob {.id = QUuid::createUuid(), .rowsWritten = 142'300, .rowsTotal = 391'204};
    };
    crm.gateway.answerExportRead
        = [](const auto &asked) -> Result<QByteArray> { return QByteArray(asked.length, 'x'); };
    crm.gateway.answerCancelExport = [](const auto &) -> Result<bool> { return true; };
    crm.stage.dialogs.saveFile = crm.stage.directory.filePath(u"crm-2026-02-18-1400.csv"_s);
    center->start({.tab = u"crm"_s});
    QTest::qWait(60);
    crm.gateway.answerStartExport = [](const auto &) -> Result<ExportJob> {
        return Error {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
    };
    center->start({.tab = u"campaigns"_s, .format = ExportFormat::Xlsx});
    QTest::qWait(30);
    crm.gateway.answerStartExport
        = [](const auto &) -> Result<ExportJob> { return ExportJob {.id = QUuid::createUuid()}; };
    center->start({.tab = u"crm"_s, .format = ExportFormat::Xlsx});
    QTest::qWait(40);
    crm.stage.clock.advance(14s);
    for (ExportLine *line : center->lines())
        line->updateTimes();
}

} // namespace

QList<Scene> crmScenes()
{
    return tableScenes() + editScenes() + stateScenes()
        + QList<Scene> {scene(u"exports"_s, {}, exportThree, false)};
}

} // namespace signalbox

#include "crmscenes.moc"
