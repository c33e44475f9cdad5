// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/errortext.h"

#include <QCoreApplication>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

} // namespace

ErrorText explain(const Error &error)
{
    if (error.code == "READ_API_DISABLED"_L1)
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "Reading was switched off by an operator.")),
            translated(QT_TRANSLATE_NOOP(
                "ErrorText", "It comes back as soon as they switch it on again; nothing is lost."))};
    if (error.code == "CERTIFICATE"_L1)
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "The server's certificate is not trusted.")),
            translated(QT_TRANSLATE_NOOP("ErrorText",
                "Nothing was sent. Ask whoever runs the server to renew it, or check this computer's "
                "clock."))};
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "This was stopped.")), {}};
    case Error::Kind::Unavailable:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "The service does not answer.")),
            translated(QT_TRANSLATE_NOOP("ErrorText", "Check your connection, or try again in a moment."))};
    case Error::Kind::TimedOut:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "The service took too long to answer.")),
            translated(QT_TRANSLATE_NOOP("ErrorText", "Check your connection, or try again in a moment."))};
    case Error::Kind::Unauthenticated:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "Your session has ended.")),
            translated(QT_TRANSLATE_NOOP("ErrorText", "Sign in again; this page stays as it is.")), false};
    case Error::Kind::Denied:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "You may not see this.")),
            translated(
                QT_TRANSLATE_NOOP("ErrorText", "An owner or admin of the workspace can give you access.")),
            false};
    case Error::Kind::NotFound:
        return {translated(
                    QT_TRANSLATE_NOOP("ErrorText", "This is not here any more, or was never yours to see.")),
            {}, false};
    case Error::Kind::Conflict:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed this in the meantime.")),
            translated(QT_TRANSLATE_NOOP("ErrorText", "Refresh to see their version."))};
    case Error::Kind::Invalid:
        return {translated(QT_TRANSLATE_NOOP("ErrorText", "The service did not accept this.")), {}, false};
    case Error::Kind::Internal:
        break;
    }
    return {translated(QT_TRANSLATE_NOOP("ErrorText", "Something failed on our side.")),
        translated(QT_TRANSLATE_NOOP("ErrorText", "The request id tells us what happened."))};
}

QString errorDetails(const Error &error, const QString &where, Instant at)
{
    QStringList lines {u"Signalbox "_s + QLatin1StringView(SIGNALBOX_VERSION), u"where: "_s + where,
        u"time: "_s + toIso(at), u"kind: "_s + kindName(error.kind)};
    if (!error.code.isEmpty())
        lines.append(u"code: "_s + error.code);
    if (!error.field.isEmpty())
        lines.append(u"field: "_s + error.field);
    if (!error.requestId.isEmpty())
        lines.append(u"request: "_s + error.requestId);
    if (!error.detail.isEmpty())
        lines.append(u"detail: "_s + error.detail);
    return lines.join(u'\n');
}

} // namespace signalbox
