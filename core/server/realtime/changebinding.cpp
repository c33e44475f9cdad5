// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/realtime/changebinding.h"

#include "core/auth/digest.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr QLatin1StringView Schema = "public"_L1;
constexpr QLatin1StringView Table = "Lead"_L1;
constexpr quint32 IdBits = (1U << 27) - 1; // what Supabase's ids have

Error refused(const QString &detail)
{
    return Error::invalid(u"postgres_changes"_s, detail, u"INVALID_BINDING"_s);
}

int idFor(const QByteArray &signature, int salt)
{
    const QByteArray hash = sha256(signature + '#' + QByteArray::number(salt));
    quint32 id = 0;
    for (int byte = 0; byte < 4; ++byte)
        id = id << 8 | uchar(hash.at(byte));
    return int(id & IdBits);
}

Result<LeadColumns> parseSelect(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return AllLeadColumns;
    LeadColumns columns = 1U << int(LeadColumn::Id);
    const QJsonArray names = value.toArray();
    if (!value.isArray() || names.isEmpty())
        return refused(u"select is not a list of columns"_s);
    for (const auto name : names) {
        const auto column = leadColumnByWireName(name.toString());
        if (!column)
            return refused(u"column `%1` does not exist"_s.arg(name.toString()));
        columns |= 1U << int(*column);
    }
    return columns;
}

Result<void> checkTable(const QString &schema, const QString &table)
{
    if (schema != Schema || table != Table)
        return refused(u"only table \"%1\" of schema %2 can be followed, not \"%3\" of %4"_s.arg(
            Table, Schema, table, schema));
    return {};
}

Result<ChangeBinding> makeBinding(const QString &event, const QString &filter, const QJsonValue &select)
{
    ChangeBinding binding;
    const auto parsed = ChangeFilter::parse(filter);
    if (!parsed)
        return parsed.error();
    binding.filter = *parsed;
    const auto columns = parseSelect(select);
    if (!columns)
        return columns.error();
    binding.columns = *columns;
    // What is no event's name stands for all of them, as it does there.
    binding.wantsInserts = event != "UPDATE"_L1 && event != "DELETE"_L1;
    binding.wantsUpdates = event != "INSERT"_L1 && event != "DELETE"_L1;
    const bool isOne = event == "INSERT"_L1 || event == "UPDATE"_L1 || event == "DELETE"_L1;
    binding.signature = (isOne ? event : u"*"_s).toLatin1() + '|' + QByteArray::number(*columns, 16) + '|'
        + filter.toUtf8();
    return binding;
}

Result<ChangeBinding> parseBinding(const QJsonObject &object)
{
    const QString table = object.value("table"_L1).toString();
    const QString schema = object.value("schema"_L1).toString(table.isEmpty() ? u"*"_s : QString(Schema));
    if (const auto known = checkTable(schema, table.isEmpty() ? u"*"_s : table); !known)
        return known.error();
    auto binding = makeBinding(object.value("event"_L1).toString().toUpper(),
        object.value("filter"_L1).toString(), object.value("select"_L1));
    if (binding)
        binding->echo = object;
    return binding;
}

/// Two different bindings of one channel must have different ids: the client tells its callbacks apart by
/// them.
void giveIds(QList<ChangeBinding> &bindings)
{
    QHash<int, QByteArray> taken;
    for (ChangeBinding &binding : bindings) {
        int salt = 0;
        do {
            binding.id = idFor(binding.signature, salt++);
        } while (taken.contains(binding.id) && taken.value(binding.id) != binding.signature);
        taken.insert(binding.id, binding.signature);
    }
}

} // namespace

Result<QList<ChangeBinding>> parseBindings(const QJsonValue &list, int most)
{
    QList<ChangeBinding> bindings;
    const QJsonArray items = list.toArray();
    for (const auto item : items) {
        if (item.isNull())
            continue;
        if (!item.isObject())
            return refused(u"a binding is not an object"_s);
        if (bindings.size() >= most)
            return Error::invalid(
                u"postgres_changes"_s, u"At most %1 bindings a channel"_s.arg(most), u"TooManyBindings"_s);
        auto binding = parseBinding(item.toObject());
        if (!binding)
            return binding.error();
        bindings.append(*std::move(binding));
    }
    giveIds(bindings);
    return bindings;
}

Result<ChangeBinding> parseLegacyTopic(QStringView name)
{
    const qsizetype first = name.indexOf(u':');
    const QStringView schema = first < 0 ? name : name.first(first);
    const QStringView rest = first < 0 ? QStringView(u"*") : name.sliced(first + 1);
    const qsizetype second = rest.indexOf(u':');
    const QStringView table = second < 0 ? rest : rest.first(second);
    if (const auto known = checkTable(schema.toString(), table.toString()); !known)
        return known.error();
    auto binding
        = makeBinding(u"*"_s, second < 0 ? QString() : rest.sliced(second + 1).toString(), QJsonValue());
    if (binding)
        binding->id = idFor(binding->signature, 0);
    return binding;
}

} // namespace signalbox
