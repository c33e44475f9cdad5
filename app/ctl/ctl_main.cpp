// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxctl: the operator's command line (DESIGN §2.1).
#include "app/ctl/ctlcommand.h"
#include "app/service/unixsignals.h"

#include <QCoreApplication>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr char CommonHelp[] = R"(
Options of every command:
  --database URL    the PostgreSQL to work on
  --embedded DIR    the embedded database to work on: the running one, or started for the command
  --config FILE     configuration instead of /etc/signalbox/signalboxd.conf
  --url URL --token T   the service to talk to, for commands that do
  --json            one JSON object a line on standard output
  --help            help on the command

Exit codes: 0 done, 1 the check found something, 2 usage, 3 cannot reach what it needs.
)";

QList<CtlCommand> allCommands()
{
    return serviceCommands() + countsCommands() + userCommands() + dataCommands();
}

void write(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
}

void printOverview(std::FILE *file, const QList<CtlCommand> &commands)
{
    write(file, u"signalboxctl COMMAND [options]\n\n"_s);
    for (const CtlCommand &command : commands)
        write(file, u"  %1  %2\n"_s.arg(command.name.leftJustified(20), command.summary));
    write(file, QString::fromLatin1(CommonHelp));
}

// The options every command takes may stand anywhere; what is left is the command and its own.
struct CommandLine
{
    CtlContext::Options options;
    bool wantsHelp = false;
    bool wantsVersion = false;
    QStringList rest;
    QString fault;
};

CommandLine readCommandLine(const QStringList &arguments)
{
    CommandLine line;
    QHash<QString, QString *> values {{u"--database"_s, &line.options.database},
        {u"--embedded"_s, &line.options.embedded}, {u"--config"_s, &line.options.config},
        {u"--url"_s, &line.options.url}, {u"--token"_s, &line.options.token}};
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "--"_L1) {
            line.rest += arguments.sliced(i);
            break;
        }
        const qsizetype equals = argument.indexOf(u'=');
        QString *value = values.value(equals < 0 ? argument : argument.first(equals));
        if (value && equals >= 0)
            *value = argument.sliced(equals + 1);
        else if (value && i + 1 < arguments.size())
            *value = arguments.at(++i);
        else if (value)
            line.fault = argument + u" needs a value"_s;
        else if (argument == "--json"_L1)
            line.options.json = true;
        else if (argument == "--help"_L1 || argument == "-h"_L1)
            line.wantsHelp = true;
        else if (argument == "--version"_L1)
            line.wantsVersion = true;
        else
            line.rest += argument;
    }
    return line;
}

// Two words before one: `workspace add` is not `workspace` with an argument.
const CtlCommand *findCommand(const QList<CtlCommand> &commands, const QStringList &words)
{
    for (const qsizetype count : {qsizetype(2), qsizetype(1)}) {
        const QString name = words.first(std::min(count, words.size())).join(u' ');
        const auto found = std::find_if(commands.begin(), commands.end(),
            [&name](const CtlCommand &command) { return command.name == name; });
        if (found != commands.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QList<CtlCommand> commands = allCommands();
    CommandLine line = readCommandLine(QCoreApplication::arguments().sliced(1));
    if (line.wantsVersion) {
        write(stdout, QStringLiteral("signalboxctl " SIGNALBOX_VERSION "\n"));
        return CtlDone;
    }
    const CtlCommand *command = findCommand(commands, line.rest);
    if (!command && line.wantsHelp) {
        printOverview(stdout, commands);
        return CtlDone;
    }
    if (!command) {
        if (!line.rest.isEmpty())
            write(stderr, u"signalboxctl: there is no command `%1`\n\n"_s.arg(line.rest.join(u' ')));
        printOverview(stderr, commands);
        return CtlUsage;
    }
    if (line.wantsHelp) {
        write(stdout, u"signalboxctl %1\n%2"_s.arg(command->usage, QString::fromLatin1(CommonHelp)));
        return CtlDone;
    }
    UnixSignals terminations;
    line.options.makesCluster = command->makesCluster;
    const CtlContext context(line.options, stdout, stderr, terminations.stopToken());
    if (!line.fault.isEmpty())
        return context.usageError(Error::invalid({}, line.fault));
    const qsizetype words = command->name.count(u' ') + 1;
    return command->run(context, line.rest.sliced(words));
}
