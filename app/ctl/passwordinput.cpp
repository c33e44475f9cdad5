// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/passwordinput.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBytes = 4096;

// Switches the terminal's echo off while it lives.
class SilentTerminal
{
public:
    SilentTerminal()
    {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    termios m_before {};
};

Secret readLine(QFile &input)
{
    QByteArray line = input.readLine(MostBytes);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return Secret(line);
}

Secret ask(QFile &input, const char *question)
{
    std::fputs(question, stderr);
    std::fflush(stderr);
    const SilentTerminal silent;
    const Secret answer = readLine(input);
    std::fputc('\n', stderr);
    return answer;
}

} // namespace

Result<Secret> readNewPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error::unavailable(u"standard input cannot be read"_s);
    Secret password;
    if (::isatty(STDIN_FILENO)) {
        password = ask(input, "New password: ");
        if (!(ask(input, "The same again: ") == password))
            return Error::invalid(u"password"_s, u"The two passwords differ."_s);
    } else {
        password = readLine(input);
    }
    if (password.isEmpty())
        return Error::invalid(u"password"_s, u"No password came on standard input (or use --generate)."_s);
    return password;
}

Secret generatePassword()
{
    constexpr QLatin1StringView Alphabet {"abcdefghjkmnpqrstuvwxyz23456789"};
    QByteArray text;
    while (text.size() < 24) {
        if (text.size() % 5 == 4) {
            text += '-';
            continue;
        }
        // 31 letters: values from 248 on are drawn again, so that none is likelier than another.
        const uchar value = uchar(Secret::random(1).reveal().front());
        if (value < 248)
            text += Alphabet[value % 31].toLatin1();
    }
    return Secret(text);
}

} // namespace signalbox
