// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/routetable.h"

#include <map>

using namespace Qt::StringLiterals;

namespace signalbox {

/// One path segment: literal children first, then the placeholder.
struct RouteTable::Node
{
    QHash<QString, Node *> literals;
    Node *placeholder = nullptr;
    std::map<HttpMethod, const Route *> routes;
    UpgradeGate upgrade;
    std::vector<std::unique_ptr<Node>> owned;

    Node *addChild()
    {
        owned.push_back(std::make_unique<Node>());
        return owned.back().get();
    }
    bool isEnd() const { return !routes.empty() || upgrade; }

    /// The node a path ends at. What the placeholders on the way stood for is appended to `values`, in order.
    const Node *descend(const QStringList &segments, qsizetype depth, QStringList &values) const
    {
        if (depth == segments.size())
            return isEnd() ? this : nullptr;
        const QString &segment = segments.at(depth);
        if (const Node *child = literals.value(segment)) {
            if (const Node *end = child->descend(segments, depth + 1, values))
                return end;
        }
        if (!placeholder || (segment.isEmpty() && depth + 1 < segments.size()))
            return nullptr;
        values.append(segment);
        if (const Node *end = placeholder->descend(segments, depth + 1, values))
            return end;
        values.removeLast();
        return nullptr;
    }
};

namespace {

bool isPlaceholder(const QString &segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

QStringList patternSegments(const QString &pattern)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    return pattern.sliced(1).split(u'/');
}

/// Splits before decoding: an encoded slash belongs to its segment.
QStringList pathSegments(QByteArrayView rawPath)
{
    QStringList segments;
    qsizetype start = 1;
    while (start <= rawPath.size()) {
        qsizetype end = rawPath.indexOf('/', start);
        if (end < 0)
            end = rawPath.size();
        const QByteArrayView raw = rawPath.sliced(start, end - start);
        segments.append(raw.contains('%')
                ? QString::fromUtf8(QByteArray::fromPercentEncoding(raw.toByteArray()))
                : QString::fromUtf8(raw));
        start = end + 1;
    }
    return segments;
}

} // namespace

RouteTable::RouteTable()
    : m_root(std::make_unique<Node>())
{ }

RouteTable::~RouteTable() = default;

RouteTable::Node *RouteTable::nodeFor(const QString &pattern)
{
    Node *node = m_root.get();
    for (const QString &segment : patternSegments(pattern)) {
        Node *&next = isPlaceholder(segment) ? node->placeholder : node->literals[segment];
        if (!next)
            next = node->addChild();
        node = next;
    }
    return node;
}

void RouteTable::add(Route route)
{
    Q_ASSERT(route.handler);
    Node *node = nodeFor(route.pattern);
    Q_ASSERT(!node->routes.contains(route.method));
    m_routes.push_back(std::make_unique<Route>(std::move(route)));
    node->routes.emplace(m_routes.back()->method, m_routes.back().get());
}

void RouteTable::addUpgrade(const QString &pattern, UpgradeGate gate)
{
    Node *node = nodeFor(pattern);
    Q_ASSERT(!node->upgrade);
    node->upgrade = std::move(gate);
}

void RouteTable::addSchema(const QString &name, const QJsonObject &schema)
{
    Q_ASSERT(!m_schemas.contains(name));
    m_schemas.insert(name, schema);
}

RouteTable::Match RouteTable::find(HttpMethod method, QByteArrayView rawPath) const
{
    Match match;
    QStringList values;
    const Node *node = m_root->descend(pathSegments(rawPath), 0, values);
    if (!node)
        return match;
    for (const auto &[allowed, route] : node->routes) {
        match.allowed.append(allowed);
        if (allowed == HttpMethod::Get)
            match.allowed.append(HttpMethod::Head);
    }
    const auto found = node->routes.find(method == HttpMethod::Head ? HttpMethod::Get : method);
    if (found == node->routes.end())
        return match;
    match.route = found->second;
    qsizetype position = 0;
    for (const QString &segment : patternSegments(match.route->pattern)) {
        if (isPlaceholder(segment))
            match.pathValues.append({segment.sliced(1, segment.size() - 2), values.at(position++)});
    }
    return match;
}

const UpgradeGate *RouteTable::findUpgrade(QByteArrayView rawPath) const
{
    QStringList values;
    const Node *node = m_root->descend(pathSegments(rawPath), 0, values);
    return node && node->upgrade ? &node->upgrade : nullptr;
}

} // namespace signalbox
