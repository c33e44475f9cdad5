// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environmentname.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView Production = "production"_L1;
constexpr QLatin1StringView Development = "development"_L1;
constexpr QLatin1StringView PreviewPrefix = "preview/"_L1;
constexpr qsizetype LongestBranch = 100;

bool isBranchCharacter(QChar character)
{
    return character.unicode() < 128 && (character.isLetterOrNumber() || "._/-"_L1.contains(character));
}

} // namespace

std::optional<EnvironmentName> EnvironmentName::parse(QStringView text)
{
    if (text == Production || text == Development)
        return EnvironmentName(text.toString());
    if (!text.startsWith(PreviewPrefix))
        return std::nullopt;
    const QStringView branch = text.sliced(PreviewPrefix.size());
    if (branch.isEmpty() || branch.size() > LongestBranch
        || !std::all_of(branch.begin(), branch.end(), isBranchCharacter))
        return std::nullopt;
    return EnvironmentName(text.toString());
}

EnvironmentName EnvironmentName::development()
{
    return EnvironmentName(Development);
}

bool EnvironmentName::isProduction() const
{
    return m_name == Production;
}

} // namespace signalbox
