// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/shell/page.h"

namespace signalbox {

/// Somewhere in the console: a page of a workspace in a state.
struct Place
{
    std::optional<WorkspaceId> workspace; ///< none: whichever is open
    QString page;
    PageState state;

    bool operator==(const Place &) const = default;
};

/// `signalbox://<profile>/<workspace>/<page>/<item>?<param>=<value>` (ux §6).
struct DeepLink
{
    QString profile; ///< lower-case letters, digits and hyphens
    Place place;

    bool operator==(const DeepLink &) const = default;
};

/// Reads a link as it arrives from outside. Only the form above with a workspace's uuid; everything that
/// might be used to hide something in it (user info, port, fragment, empty or dotted segments, control
/// characters, more than 2,000 characters) is refused.
std::optional<DeepLink> parseDeepLink(const QString &text);

QString formatDeepLink(const DeepLink &link);

} // namespace signalbox
