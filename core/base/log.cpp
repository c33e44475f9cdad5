// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include "core/base/clock.h"

#include <QAbstractEventDispatcher>
#include <QJsonDocument>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace signalbox {

namespace {

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QLatin1StringView("debug");
    case QtInfoMsg:
        return QLatin1StringView("info");
    case QtWarningMsg:
        return QLatin1StringView("warning");
    case QtCriticalMsg:
        return QLatin1StringView("error");
    case QtFatalMsg:
        return QLatin1StringView("fatal");
    }
    return QLatin1StringView("info");
}

// What logX() hands to Qt's logger: the object's text, recognised by the JSON handler by its first
// characters.
QString encode(QLatin1StringView event, const QJsonObject &fields)
{
    QJsonObject object = fields;
    object.insert(QLatin1StringView("event"), QString(event));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Set once, before threads: structured lines then go out as they are, without a detour through Qt's message
// text.
std::atomic<bool> isJsonLog = false;

// A line of a busy service costs a system call, a fifth of a cached request: they go out together, at the
// latest when the event loop has nothing else to do. Whatever is worse than information goes at once, with
// all before it.
constexpr size_t GatheredBytes = 16 * 1024;
std::atomic<bool> isGathering = false;
std::atomic<size_t> unwrittenBytes = 0;

void put(const QByteArray &line)
{
    unwrittenBytes += size_t(line.size());
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr); // whole: stdio locks
}

void flush()
{
    unwrittenBytes = 0;
    std::fflush(stderr);
}

void writeLine(QtMsgType type, const char *category, QJsonObject line)
{
    line.insert(QLatin1StringView("time"), toIso(SystemClock().now()));
    line.insert(QLatin1StringView("level"), QString(levelName(type)));
    line.insert(QLatin1StringView("category"), QString::fromUtf8(category));
    put(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    flush();
}

void writeJsonLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QJsonObject line;
    const QJsonDocument structured
        = message.startsWith(u'{') ? QJsonDocument::fromJson(message.toUtf8()) : QJsonDocument();
    if (structured.isObject())
        line = structured.object();
    else
        line.insert(QLatin1StringView("message"), message);
    writeLine(type, context.category, line);
}

void log(QtMsgType type, const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields)
{
    if (!category.isEnabled(type))
        return;
    if (isJsonLog) {
        QJsonObject line = fields;
        line.insert(QLatin1StringView("event"), QString(event));
        writeLine(type, category.categoryName(), line);
        return;
    }
    QMessageLogger logger(nullptr, 0, nullptr, category.categoryName());
    const QString text = encode(event, fields);
    switch (type) {
    case QtDebugMsg:
        logger.debug().noquote() << text;
        break;
    case QtWarningMsg:
        logger.warning().noquote() << text;
        break;
    case QtCriticalMsg:
        logger.critical().noquote() << text;
        break;
    default:
        logger.info().noquote() << text;
    }
}

} // namespace

void logDebug(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields)
{
    log(QtDebugMsg, category, event, fields);
}

void logInfo(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields)
{
    log(QtInfoMsg, category, event, fields);
}

void logWarning(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields)
{
    log(QtWarningMsg, category, event, fields);
}

void logError(const QLoggingCategory &category, QLatin1StringView event, const QJsonObject &fields)
{
    log(QtCriticalMsg, category, event, fields);
}

void logInfoMembers(const QLoggingCategory &category, QLatin1StringView event, const QByteArray &members)
{
    if (!category.isInfoEnabled())
        return;
    QByteArray text;
    text.reserve(members.size() + 160);
    text.append('{').append(members).append(",\"event\":\"").append(QByteArrayView(event)).append('"');
    if (!isJsonLog) {
        QMessageLogger(nullptr, 0, nullptr, category.categoryName()).info().noquote()
            << QString::fromUtf8(text + '}');
        return;
    }
    text.append(",\"time\":\"").append(toIso(SystemClock().now()).toLatin1());
    text.append("\",\"level\":\"info\",\"category\":\"").append(category.categoryName()).append("\"}\n");
    put(text);
    if (!isGathering || unwrittenBytes > GatheredBytes)
        flush();
}

void installJsonLog()
{
    qInstallMessageHandler(writeJsonLine);
    isJsonLog = true;
}

void gatherLogLines(QAbstractEventDispatcher *dispatcher)
{
    static std::array<char, 4 * GatheredBytes> buffer;
    std::setvbuf(stderr, buffer.data(), _IOFBF, buffer.size());
    std::atexit([] { flush(); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher, [] {
        if (unwrittenBytes > 0)
            flush();
    });
    QObject::connect(dispatcher, &QObject::destroyed, [] { isGathering = false; });
    isGathering = true;
}

} // namespace signalbox
