// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsreading.h"

#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QJsonObject encodeReading(
    const QJsonObject &data, const std::optional<QJsonObject> &comparison, const AnalyticsMeta &meta)
{
    QJsonObject body {{"success"_L1, true}, {"data"_L1, data}, {"window"_L1, encodeWindow(meta.window)},
        {"timezone"_L1, meta.timezone}, {"computedAt"_L1, wireInstant(meta.computedAt)}};
    if (comparison)
        body.insert("comparison"_L1, *comparison);
    if (meta.comparisonWindow)
        body.insert("comparisonWindow"_L1, encodeWindow(*meta.comparisonWindow));
    if (!meta.errors.isEmpty()) {
        QJsonObject errors;
        for (auto it = meta.errors.begin(); it != meta.errors.end(); ++it)
            errors.insert(it.key(), it.value());
        body.insert("errors"_L1, errors);
    }
    return body;
}

Result<AnalyticsMeta> decodeMeta(const QJsonObject &body)
{
    JsonFields fields(body);
    AnalyticsMeta meta;
    meta.timezone = fields.text("timezone"_L1);
    meta.computedAt = fields.instant("computedAt"_L1);
    const auto window = decodeWindow(fields.object("window"_L1));
    if (!window)
        fields.adopt(window.error());
    else
        meta.window = *window;
    if (fields.has("comparisonWindow"_L1)) {
        const auto other = decodeWindow(fields.object("comparisonWindow"_L1));
        if (!other)
            fields.adopt(other.error());
        else
            meta.comparisonWindow = *other;
    }
    if (fields.has("errors"_L1)) {
        const QJsonObject errors = fields.object("errors"_L1);
        for (auto it = errors.begin(); it != errors.end(); ++it)
            meta.errors.insert(it.key(), it.value().toString());
    }
    if (!fields.has("data"_L1))
        fields.fail("data"_L1, u"is missing"_s);
    if (fields.error())
        return *fields.error();
    return meta;
}

} // namespace signalbox
