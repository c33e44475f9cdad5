// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxd: the headless service (DESIGN §2.1).
#include "app/ctl/ctlarguments.h"
#include "app/service/sdnotify.h"
#include "app/service/service.h"
#include "app/service/servicelog.h"
#include "app/service/unixsignals.h"
#include "core/base/log.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTimer>

#include <unistd.h>

#include <cstdio>
#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

enum Exit : int
{
    Done = 0,
    Usage = 2,
    Unreachable = 3
};

constexpr char Help[] = R"(signalboxd serves a shared inbox over HTTP.

  signalboxd serve [options]

  --embedded DIR    where the private PostgreSQL lives (default: /var/lib/signalbox as root,
                    else $XDG_DATA_HOME/signalbox)
  --database URL    use an existing PostgreSQL instead
  --redis URL       a cache that several services share
  --listen H:P      where to serve (default 127.0.0.1:7440; port 0 picks a free one)
  --demo            fill the database with demo workspaces; without --embedded and --database
                    in a directory of their own
  --leads N         how many leads the demo has (default 5000)
  --config FILE     configuration instead of /etc/signalbox/signalboxd.conf
  --help, --version

Once it serves it prints `ready http://HOST:PORT`, and with --demo a line `login ROLE EMAIL PASSWORD`
for each demo account. SIGTERM lets running requests finish and exits 0.
Exit codes: 0 done, 2 usage or configuration, 3 cannot reach what it needs.
)";

void print(const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    std::fflush(stdout);
}

int complain(const QString &what, int code)
{
    const QByteArray text = "signalboxd: " + what.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    return code;
}

Result<ServiceOptions> readOptions(const CtlArguments &arguments)
{
    QHash<QString, QString> flags;
    for (const auto &name : {u"embedded"_s, u"database"_s, u"redis"_s, u"listen"_s}) {
        if (arguments.has(name))
            flags.insert(name, arguments.value(name));
    }
    const auto configuration
        = Configuration::read(ConfigSources::ofProcess(arguments.value(u"config"_s), flags));
    const auto config = serviceConfig(configuration);
    if (!config)
        return config.error();
    for (const ConfigProblem &problem : configuration.problems())
        logWarning(serviceLog(), "configuration_is_doubtful"_L1,
            {{u"key"_s, problem.key}, {u"origin"_s, problem.origin}, {u"what"_s, problem.what}});
    const auto leads = arguments.number(u"leads"_s, 5'000, 1);
    if (!leads)
        return leads.error();
    ServiceOptions options {*config, arguments.has(u"demo"_s), *leads};
    // Accounts with public passwords do not belong beside somebody's own data.
    if (options.isDemo && !configuration.isSet("embedded.directory"_L1))
        options.config.embeddedDirectory += u"-demo"_s;
    return options;
}

int exitCodeFor(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return Done;
    return error.kind == Error::Kind::Invalid ? Usage : Unreachable;
}

void startWatchdog(QCoreApplication &application)
{
    const auto interval = watchdogInterval();
    if (!interval)
        return;
    auto *timer = new QTimer(&application);
    QObject::connect(timer, &QTimer::timeout, &application, [] { sdNotify("WATCHDOG=1"); });
    timer->start(*interval);
}

/// Taking the service down waits for its workers, and they for a database that may be frozen or cut off.
/// Everything acknowledged is committed by then, so the wait has an end: a server of others gets 5 s, our own
/// cluster the time of a shutdown checkpoint (if it is left running, the next start adopts it).
void limitTeardown(bool isEmbedded)
{
    std::thread([patience = std::chrono::seconds(isEmbedded ? 60 : 5)] {
        std::this_thread::sleep_for(patience);
        logWarning(serviceLog(), "teardown_cut"_L1);
        ::_exit(Done);
    }).detach();
}

int serve(QCoreApplication &application, const ServiceOptions &options)
{
    UnixSignals signals_;
    gatherLogLines(QAbstractEventDispatcher::instance());
    Service service(options);
    const auto started = service.start(signals_.stopToken(), [](const QString &line) {
        logInfo(serviceLog(), "starting"_L1, {{u"step"_s, line}});
    });
    if (!started) {
        logError(serviceLog(), "start_failed"_L1, {{u"error"_s, describe(started.error())}});
        return complain(started.error().detail, exitCodeFor(started.error()));
    }
    QObject::connect(&service, &Service::stopped, &application, &QCoreApplication::quit);
    QObject::connect(&signals_, &UnixSignals::terminated, &service, [&service] {
        logInfo(serviceLog(), "draining"_L1);
        sdNotify("STOPPING=1");
        service.drain();
    });
    startWatchdog(application);
    print(u"ready "_s + started->url);
    for (const SeedLogin &login : started->logins)
        print(u"login %1 %2 %3"_s.arg(login.role, login.email, login.password));
    sdNotify("READY=1\nSTATUS=Serving " + started->url.toUtf8());
    const int code = application.exec();
    logInfo(serviceLog(), "stopped"_L1);
    limitTeardown(options.config.databaseUrl.isEmpty());
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"signalboxd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    const auto arguments = CtlArguments::parse(QCoreApplication::arguments().sliced(1),
        {u"embedded"_s, u"database"_s, u"redis"_s, u"listen"_s, u"leads"_s, u"config"_s},
        {u"demo"_s, u"help"_s, u"version"_s});
    if (!arguments)
        return complain(arguments.error().detail + u"; see signalboxd --help"_s, Usage);
    if (arguments->has(u"version"_s)) {
        print(u"signalboxd "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    if (arguments->has(u"help"_s)) {
        std::fputs(Help, stdout);
        return Done;
    }
    if (arguments->positional() != QStringList {u"serve"_s})
        return complain(u"what to do? signalboxd serve; see signalboxd --help"_s, Usage);
    installJsonLog();
    const auto options = readOptions(*arguments);
    if (!options)
        return complain(options.error().detail, Usage);
    return serve(application, *options);
}
