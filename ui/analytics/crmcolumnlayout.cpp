// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/crmcolumnlayout.h"

#include "core/analytics/crm.h"
#include "ui/shell/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinWidth = 40;
constexpr int MaxWidth = 1200;

QJsonObject toJson(const CrmColumnLayout &layout)
{
    QStringList hidden(layout.hidden.cbegin(), layout.hidden.cend());
    hidden.sort();
    QJsonObject widths;
    for (auto it = layout.widths.cbegin(); it != layout.widths.cend(); ++it)
        widths.insert(it.key(), it.value());
    return {{u"order"_s, QJsonArray::fromStringList(layout.order)},
        {u"hidden"_s, QJsonArray::fromStringList(hidden)}, {u"widths"_s, widths},
        {u"frozen"_s, layout.frozen}};
}

CrmColumnLayout fromJson(const QJsonObject &object)
{
    const CrmColumnLayout standard = CrmColumnLayout::standard();
    CrmColumnLayout layout;
    const QJsonArray order = object.value("order"_L1).toArray();
    for (const QJsonValue &key : order) {
        if (standard.order.contains(key.toString()) && !layout.order.contains(key.toString()))
            layout.order.append(key.toString());
    }
    for (qsizetype i = 0; i < standard.order.size(); ++i) {
        const QString &key = standard.order.at(i);
        if (!layout.order.contains(key)) // a column that came with a newer version
            layout.order.insert(std::min(i, layout.order.size()), key);
    }
    const QJsonArray hidden = object.value("hidden"_L1).toArray();
    for (const QJsonValue &key : hidden) {
        if (standard.order.contains(key.toString()))
            layout.hidden.insert(key.toString());
    }
    if (layout.hidden.size() == layout.order.size()) // a table without a column could not be repaired in it
        layout.hidden.remove(layout.order.first());
    const QJsonObject widths = object.value("widths"_L1).toObject();
    for (auto it = widths.begin(); it != widths.end(); ++it) {
        if (standard.order.contains(it.key()) && it.value().isDouble())
            layout.widths.insert(it.key(), std::clamp(it.value().toInt(), MinWidth, MaxWidth));
    }
    layout.frozen = std::clamp(object.value("frozen"_L1).toInt(2), 0, CrmColumnLayout::MaxFrozen);
    return layout;
}

QJsonObject parseObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

CrmColumnLayout CrmColumnLayout::standard()
{
    CrmColumnLayout layout;
    for (const CrmColumn &column : crmColumns())
        layout.order.append(QString::fromLatin1(column.key));
    return layout;
}

QString encodeColumnLayout(const CrmColumnLayout &layout)
{
    return compact(toJson(layout));
}

std::optional<CrmColumnLayout> decodeColumnLayout(const QString &text)
{
    const QJsonObject object = parseObject(text);
    return object.contains("order"_L1) ? std::optional(fromJson(object)) : std::nullopt;
}

CrmColumnLayout CrmColumnSets::current() const
{
    return decodeColumnLayout(m_preferences.text(key(PreferenceKey::CrmColumns)))
        .value_or(CrmColumnLayout::standard());
}

void CrmColumnSets::setCurrent(const CrmColumnLayout &layout)
{
    if (layout == CrmColumnLayout::standard())
        m_preferences.reset(key(PreferenceKey::CrmColumns));
    else
        m_preferences.set(key(PreferenceKey::CrmColumns), encodeColumnLayout(layout));
}

QStringList CrmColumnSets::names() const
{
    QStringList names = parseObject(m_preferences.text(key(PreferenceKey::CrmColumnSets))).keys();
    std::ranges::sort(names, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
    return names;
}

std::optional<CrmColumnLayout> CrmColumnSets::find(const QString &name) const
{
    const QJsonObject sets = parseObject(m_preferences.text(key(PreferenceKey::CrmColumnSets)));
    return sets.contains(name) ? std::optional(fromJson(sets.value(name).toObject())) : std::nullopt;
}

void CrmColumnSets::save(const QString &name, const CrmColumnLayout &layout)
{
    QJsonObject sets = parseObject(m_preferences.text(key(PreferenceKey::CrmColumnSets)));
    sets.insert(name, toJson(layout));
    m_preferences.set(key(PreferenceKey::CrmColumnSets), compact(sets));
}

void CrmColumnSets::remove(const QString &name)
{
    QJsonObject sets = parseObject(m_preferences.text(key(PreferenceKey::CrmColumnSets)));
    sets.remove(name);
    m_preferences.set(key(PreferenceKey::CrmColumnSets), compact(sets));
}

} // namespace signalbox
