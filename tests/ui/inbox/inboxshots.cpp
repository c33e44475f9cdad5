// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the inbox in every state to PNG files, light and dark: `inboxshots DIR`. To be looked at by a
// person.
#include "tests/support/inboxfixture.h"
#include "ui/base/consolestyle.h"
#include "ui/inbox/inboxlistview.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

struct Scene
{
    QString name;
    std::function<void(InboxFixture &)> before;
    std::function<void(InboxFixture &, InboxDesk &)> after;
    PageState state;
    int wait = 60;
};

void openRow(InboxDesk &page, int row)
{
    auto *view = page.findChild<InboxListView *>();
    const QRect rect = view->visualRect(view->model()->index(row, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, rect.center());
}

Error unavailable()
{
    return {.kind = Error::Kind::Unavailable, .requestId = u"7f3a91c2"_s};
}

QList<Scene> scenes()
{
    using namespace std::chrono_literals;
    const auto fails = [](const Error &error) {
        return [error](InboxFixture &f) {
            f.gateway.answerPage
                = [error](const auto &, const auto &, int) -> Result<InboxPage> { return error; };
        };
    };
    PageState attention;
    attention.params.insert(u"filter"_s, u"attention"_s);
    PageState search = attention;
    search.params.insert(u"search"_s, u"pricing"_s);
    search.params.insert(u"channels"_s, u"email"_s);
    return {
        {u"list"_s, {}, {}, attention},
        {u"conversation"_s, {}, [](InboxFixture &, InboxDesk &page) { openRow(page, 0); }, {}},
        {u"conversation-rtl"_s, {}, [](InboxFixture &, InboxDesk &page) { openRow(page, 4); }, {}},
        {u"leadcard"_s, {},
            [](InboxFixture &f, InboxDesk &page) {
                openRow(page, 1);
                QTest::qWait(50);
                f.commands.trigger(u"inbox.leadCard"_s);
            },
            {}},
        {u"loading"_s,
            [](InboxFixture &f) {
                f.gateway.answerPage = {};
                f.gateway.answerCounts = {};
            },
            {}, {}, 300},
        {u"search"_s, {}, {}, search},
        {u"filtered-empty"_s,
            [](InboxFixture &f) {
                f.gateway.answerPage
                    = [](const auto &, const auto &, int) -> Result<InboxPage> { return InboxPage(); };
            },
            {}, search},
        {u"all-clear"_s,
            [](InboxFixture &f) {
                f.gateway.answerPage
                    = [](const auto &, const auto &, int) -> Result<InboxPage> { return InboxPage(); };
            },
            {}, attention},
        {u"first-run"_s,
            [](InboxFixture &f) {
                f.gateway.answerPage
                    = [](const auto &, const auto &, int) -> Result<InboxPage> { return InboxPage(); };
            },
            {}, {}},
        {u"error"_s, fails(unavailable()), {}, {}},
        {u"disabled"_s, fails({.kind = Error::Kind::Unavailable, .code = u"READ_API_DISABLED"_s}), {}, {}},
        {u"forbidden"_s, fails({.kind = Error::Kind::Denied}), {}, {}},
        {u"stale"_s, {},
            [](InboxFixture &f, InboxDesk &page) {
                openRow(page, 2);
                QTest::qWait(50);
                f.clock.advance(4min);
                f.gateway.answerPage
                    = [](const auto &, const auto &, int) -> Result<InboxPage> { return unavailable(); };
                f.gateway.answerCounts = [](WorkspaceId) -> Result<CountsReading> { return unavailable(); };
                f.gateway.answerConversation
                    = [](WorkspaceId, LeadId, std::optional<Instant>) -> Result<ConversationDetail> {
                    return unavailable();
                };
                page.beat();
            },
            {}},
        {u"new-waiting"_s, {},
            [](InboxFixture &f, InboxDesk &page) {
                openRow(page, 1);
                for (int i = 0; i < 12; ++i)
                    f.inbox.insertAtTop();
                f.inbox.moveToTop(40);
                f.inbox.moveToTop(44);
                f.inbox.setVersion(u"v2"_s);
                page.beat();
            },
            {}},
        {u"compact"_s, [](InboxFixture &f) { f.theme.setDensity(Theme::Density::Compact); },
            [](InboxFixture &, InboxDesk &page) { openRow(page, 0); }, {}},
        {u"zoom"_s, [](InboxFixture &f) { f.theme.setZoomPercent(140); },
            [](InboxFixture &, InboxDesk &page) { openRow(page, 0); }, {}},
        {u"narrow"_s, {},
            [](InboxFixture &, InboxDesk &page) {
                page.resize(968, 566);
                QTest::qWait(20);
            },
            {}},
    };
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QDir dir(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    dir.mkpath(u"."_s);
    for (const Scene &scene : scenes()) {
        for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            InboxFixture fixture;
            fixture.theme.setChoice(choice);
            fixture.inbox.answer(fixture.gateway);
            if (scene.before)
                scene.before(fixture);
            app.setStyle(new ConsoleStyle(fixture.theme));
            fixture.theme.apply();
            const auto page = fixture.makePage();
            page->restoreState(scene.state);
            page->show();
            QTest::qWait(scene.wait);
            if (scene.after)
                scene.after(fixture, *page);
            QTest::qWait(scene.wait);
            const QString name
                = scene.name + (choice == Theme::Choice::Dark ? u"-dark.png"_s : u"-light.png"_s);
            page->grab().save(dir.filePath(name));
        }
    }
    return 0;
}
