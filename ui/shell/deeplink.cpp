// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/deeplink.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaximumLength = 2000;

bool isSlug(QStringView text)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    };
    return !text.isEmpty() && text.size() <= 64 && std::ranges::all_of(text, allowed);
}

bool isPrintable(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
}

} // namespace

std::optional<DeepLink> parseDeepLink(const QString &text)
{
    if (text.size() > MaximumLength)
        return std::nullopt;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "signalbox"_L1 || !url.userInfo().isEmpty() || url.port() != -1
        || url.hasFragment() || !isSlug(url.host()))
        return std::nullopt;

    QStringList segments = url.path(QUrl::FullyDecoded).split(u'/');
    segments.removeFirst(); // before the leading slash
    if (!segments.isEmpty() && segments.last().isEmpty())
        segments.removeLast(); // a trailing slash is forgiven
    if (segments.size() < 2 || segments.size() > 3)
        return std::nullopt;

    DeepLink link {.profile = url.host(), .place = {.page = segments.at(1)}};
    link.place.workspace = WorkspaceId::parse(segments.at(0));
    if (!link.place.workspace || !isSlug(link.place.page))
        return std::nullopt;
    if (segments.size() == 3) {
        link.place.state.item = segments.at(2);
        if (!isSlug(link.place.state.item))
            return std::nullopt;
    }
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        // Keys are wire names, so camelCase; a key that comes twice is a riddle, not a link.
        if (!isSlug(key.toLower()) || !isPrintable(value) || link.place.state.params.contains(key))
            return std::nullopt;
        link.place.state.params.insert(key, value);
    }
    return link;
}

QString formatDeepLink(const DeepLink &link)
{
    QString text = u"signalbox://%1/%2/%3"_s.arg(
        link.profile, link.place.workspace.value_or(WorkspaceId {}).toString(), link.place.page);
    if (!link.place.state.item.isEmpty())
        text += u'/' + link.place.state.item;
    QChar separator = u'?';
    for (auto it = link.place.state.params.cbegin(); it != link.place.state.params.cend(); ++it) {
        text += separator + it.key() + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(it.value()));
        separator = u'&';
    }
    return text;
}

} // namespace signalbox
