// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/route.h"

#include <QHash>

#include <memory>
#include <vector>

namespace signalbox {

/// Decides about a WebSocket upgrade before it happens: `true` accepts it, an Error is the HTTP answer.
using UpgradeGate = std::function<Reply<bool>(const HttpRequest &request)>;

/// All routes of the service. Filled once at the start, read-only afterwards.
class RouteTable
{
public:
    /// A path that some route serves, perhaps with another method.
    struct Match
    {
        const Route *route = nullptr; ///< null: nothing here, or not with this method
        QList<std::pair<QString, QString>> pathValues;
        QList<HttpMethod> allowed; ///< methods of this path; empty: no such path
    };

    RouteTable();
    ~RouteTable();
    Q_DISABLE_COPY_MOVE(RouteTable)

    /// The pattern and method must be new (asserted). Literal segments win over placeholders.
    void add(Route route);
    /// A path where WebSockets are accepted. `pattern` as in Route.
    void addUpgrade(const QString &pattern, UpgradeGate gate);
    /// A named JSON Schema for RouteDoc::requestSchema and responseSchema.
    void addSchema(const QString &name, const QJsonObject &schema);

    /// `path` is percent-decoded a segment at a time, after splitting at `/`.
    Match find(HttpMethod method, QByteArrayView rawPath) const;
    /// Null when no WebSocket lives at this path.
    const UpgradeGate *findUpgrade(QByteArrayView rawPath) const;

    const std::vector<std::unique_ptr<Route>> &routes() const { return m_routes; }
    const QHash<QString, QJsonObject> &schemas() const { return m_schemas; }

private:
    struct Node;

    Node *nodeFor(const QString &pattern);

    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Route>> m_routes;
    QHash<QString, QJsonObject> m_schemas;
};

} // namespace signalbox
