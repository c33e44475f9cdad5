// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page and state of the console to PNG files: `signalbox_shots [--only TEXT] [--language CODE]
// [--zoom N] DIR`. Its data are fakes, so it is a program of the tests and not a part of `signalbox`.
#include "tests/shots/shotlist.h"
#include "ui/base/systemscheme.h"
#include "ui/shell/consoleapplication.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// One scene in one theme. False: the file could not be written.
bool shoot(const Scene &scene, bool isDark, const QCommandLineParser &options, const QDir &folder)
{
    ShellStage stage(scene.environment);
    stage.preferences.set(u"appearance/theme"_s, isDark ? u"dark"_s : u"light"_s);
    if (options.isSet(u"language"_s))
        stage.preferences.set(u"general/language"_s, options.value(u"language"_s));
    if (options.isSet(u"zoom"_s))
        stage.preferences.set(u"appearance/zoom"_s, options.value(u"zoom"_s));
    qApp->setStyle(new ConsoleStyle(stage.theme));
    QObject keep;
    scene.play(stage, &keep);
    stage.window->resize(scene.size);
    runFor(scene.settleMilliseconds);
    const QString file = folder.filePath(u"%1-%2.png"_s.arg(scene.name, isDark ? u"dark"_s : u"light"_s));
    const bool isSaved = stage.window->grab().save(file);
    QTextStream(stdout) << file << (isSaved ? "" : " cannot be written") << Qt::endl;
    stage.window.reset();
    qApp->setStyle(u"fusion"_s); // the stage's theme, which the style refers to, ends here
    return isSaved;
}

} // namespace

int main(int argc, char **argv)
{
    ConsoleApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"signalbox_shots"_s);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"only"_s, u"Only scenes with this in their name."_s, u"text"_s},
        {u"language"_s, u"en, de or ar."_s, u"code"_s},
        {u"zoom"_s, u"Text size in percent."_s, u"percent"_s}});
    options.addPositionalArgument(u"directory"_s, u"Where the pictures go."_s);
    options.process(app);
    const QDir folder(options.positionalArguments().value(0, u"shots"_s));
    if (!QDir().mkpath(folder.path())) {
        QTextStream(stderr) << folder.path() << " cannot be made" << Qt::endl;
        return 3;
    }
    bool isComplete = true;
    const QList<Scene> scenes = shellScenes() + inboxScenes() + triageScenes() + livePageScenes()
        + analyticsScenes() + analyticsTabScenes() + crmScenes();
    for (const Scene &scene : scenes) {
        if (!scene.name.contains(options.value(u"only"_s)))
            continue;
        for (const bool isDark : {false, true})
            isComplete &= shoot(scene, isDark, options, folder);
    }
    return isComplete ? 0 : 1;
}
