// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox: the desktop console (DESIGN §2).
#include "app/console/console.h"
#include "app/console/consolelog.h"
#include "app/console/singleinstance.h"
#include "app/ctl/ctlarguments.h"
#include "app/service/unixsignals.h"
#include "core/base/log.h"
#include "ui/shell/consoleapplication.h"

#include <QMessageBox>
#include <QRegularExpression>

#include <cstdio>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

enum Exit : int
{
    Done = 0,
    Usage = 2,
    Unreachable = 3
};

constexpr char Help[] = R"(signalbox is the console of a shared inbox.

  signalbox [options] [signalbox://PROFILE/WORKSPACE/PAGE/…]

  --server URL      the service to work with; without it one is started inside this program
  --embedded DIR    where its private PostgreSQL lives (default: /var/lib/signalbox as root,
                    else $XDG_DATA_HOME/signalbox)
  --database URL    let it use an existing PostgreSQL instead
  --demo            work with demo workspaces, signed in as their owner
  --leads N         how many leads the demo has (default 5000)
  --profile NAME    settings, window and keyring entry of their own (lower case, digits, hyphens)
  --reset-layout    forget where windows and panes were
  --new-instance    a window of its own even if one is open
  --trace-startup   print "painted" once the window has been painted
  --config FILE     configuration instead of /etc/signalbox/signalboxd.conf
  --help, --version
)";

int complain(const QString &what, int code)
{
    const QByteArray text = "signalbox: " + what.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    return code;
}

// Qt ends the program with an abort when it cannot reach a display; a person should be told instead.
bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

Result<ServiceOptions> readService(const CtlArguments &arguments)
{
    QHash<QString, QString> flags {
        {u"listen"_s, u"127.0.0.1:0"_s}}; // our own: on loopback, wherever there is room
    for (const auto &name : {u"embedded"_s, u"database"_s}) {
        if (arguments.has(name))
            flags.insert(name, arguments.value(name));
    }
    const auto configuration
        = Configuration::read(ConfigSources::ofProcess(arguments.value(u"config"_s), flags));
    const auto config = serviceConfig(configuration);
    if (!config)
        return config.error();
    const auto leads = arguments.number(u"leads"_s, 5'000, 1);
    if (!leads)
        return leads.error();
    ServiceOptions options {*config, arguments.has(u"demo"_s), *leads};
    if (options.isDemo && !configuration.isSet("embedded.directory"_L1))
        options.config.embeddedDirectory += u"-demo"_s;
    return options;
}

Result<ConsoleOptions> readOptions(const CtlArguments &arguments)
{
    ConsoleOptions options;
    const auto service = readService(arguments);
    if (!service)
        return service.error();
    options.service = *service;
    options.profile = options.service.isDemo ? u"demo"_s : options.profile;
    if (arguments.has(u"profile"_s))
        options.profile = arguments.value(u"profile"_s);
    static const QRegularExpression profileForm(u"^[a-z0-9-]{1,40}$"_s);
    if (!profileForm.match(options.profile).hasMatch())
        return Error::invalid(u"profile"_s, u"--profile takes lower-case letters, digits and hyphens"_s);
    options.isLayoutReset = arguments.has(u"reset-layout"_s);
    options.isStartTraced = arguments.has(u"trace-startup"_s);
    if (arguments.has(u"server"_s)) {
        const QUrl server(arguments.value(u"server"_s), QUrl::StrictMode);
        const bool isHttp = server.scheme() == "http"_L1 || server.scheme() == "https"_L1;
        if (!isHttp || server.host().isEmpty() || !server.userInfo().isEmpty() || server.path().size() > 1)
            return Error::invalid(u"server"_s, u"--server takes http://HOST:PORT or https://HOST:PORT"_s);
        options.server = server;
    }
    if (arguments.positional().size() > 1)
        return Error::invalid({}, u"more than one link"_s);
    options.link = arguments.positional().value(0);
    return options;
}

int run(ConsoleApplication &application, const ConsoleOptions &options, bool isAlone)
{
    SingleInstance instance(options.profile);
    if (!isAlone && !instance.claim(options.link)) {
        std::puts("signalbox is open already; its window comes to the front (--new-instance opens another)");
        return Done;
    }
    UnixSignals terminations; // Ctrl+C and a logout take the database down in order
    Console console(options);
    QObject::connect(&terminations, &UnixSignals::terminated, &application, &QCoreApplication::quit);
    QObject::connect(&instance, &SingleInstance::messageReceived, &console, &Console::raise);
    QObject::connect(&console, &Console::failed, &application, [](const Error &error) {
        logError(consoleLog(), "start_failed"_L1, {{u"error"_s, describe(error)}});
        QMessageBox::critical(nullptr, u"Signalbox"_s,
            QCoreApplication::translate("Console", "Signalbox cannot start its database.") + u"\n\n"_s
                + error.detail);
        QCoreApplication::exit(Unreachable);
    });
    console.start();
    return ConsoleApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    const auto arguments = CtlArguments::parse(words,
        {u"server"_s, u"embedded"_s, u"database"_s, u"leads"_s, u"profile"_s, u"config"_s},
        {u"demo"_s, u"reset-layout"_s, u"new-instance"_s, u"trace-startup"_s, u"help"_s, u"version"_s});
    if (!arguments)
        return complain(arguments.error().detail + u"; see signalbox --help"_s, Usage);
    if (arguments->has(u"version"_s)) {
        std::puts("signalbox " SIGNALBOX_VERSION);
        return Done;
    }
    if (arguments->has(u"help"_s)) {
        std::fputs(Help, stdout);
        return Done;
    }
    const auto options = readOptions(*arguments);
    if (!options)
        return complain(options.error().detail, Usage);
    if (!hasDisplay())
        return complain(
            u"there is no display. Start it on a desktop, forward one (ssh -X), or run the service alone: "
            "signalboxd serve --demo"_s,
            Unreachable);
    ConsoleApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"signalbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QGuiApplication::setDesktopFileName(u"signalbox"_s);
    return run(application, *options, arguments->has(u"new-instance"_s));
}
