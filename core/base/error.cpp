// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace signalbox {

Error Error::invalid(QString field, QString detail, QString code)
{
    return {Kind::Invalid, std::move(detail), std::move(code), std::move(field)};
}

Error Error::internal(QString detail)
{
    return {Kind::Internal, std::move(detail)};
}

Error Error::unavailable(QString detail)
{
    return {Kind::Unavailable, std::move(detail)};
}

Error Error::notFound(QString detail)
{
    return {Kind::NotFound, std::move(detail)};
}

Error Error::denied(QString detail)
{
    return {Kind::Denied, std::move(detail)};
}

QLatin1StringView kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return QLatin1StringView("cancelled");
    case Error::Kind::Unavailable:
        return QLatin1StringView("unavailable");
    case Error::Kind::TimedOut:
        return QLatin1StringView("timed_out");
    case Error::Kind::Unauthenticated:
        return QLatin1StringView("unauthenticated");
    case Error::Kind::Denied:
        return QLatin1StringView("denied");
    case Error::Kind::NotFound:
        return QLatin1StringView("not_found");
    case Error::Kind::Conflict:
        return QLatin1StringView("conflict");
    case Error::Kind::Invalid:
        return QLatin1StringView("invalid");
    case Error::Kind::Internal:
        return QLatin1StringView("internal");
    }
    Q_UNREACHABLE();
}

QString describe(const Error &error)
{
    QString line = kindName(error.kind);
    if (!error.code.isEmpty())
        line += QLatin1StringView(" ") + error.code;
    if (!error.field.isEmpty())
        line += QLatin1StringView(" [") + error.field + QLatin1StringView("]");
    if (!error.detail.isEmpty())
        line += QLatin1StringView(": ") + error.detail;
    return line;
}

} // namespace signalbox
