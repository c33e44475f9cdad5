// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace signalbox {

class RouteTable;

/// The OpenAPI 3.1 description of every route in the table.
QJsonObject openApiDocument(const RouteTable &routes);

} // namespace signalbox
