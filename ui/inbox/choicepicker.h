// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/presenter.h"
#include "ui/shell/picker.h"

#include <QVariant>

#include <functional>

namespace signalbox {

/// One line to choose.
struct Choice
{
    QString text;
    QString detail; ///< at the end of the line, quiet
    IconName icon = IconName::None;
    Tone tone = Tone::Quiet;
    QVariant value;
    bool isCurrent = false; ///< what is set now
    bool beginsGroup = false; ///< a hairline above
};

/// A card of choices under a button or in the middle: one types, and what does not fit goes away; Enter
/// chooses. For assigning, snoozing, statuses and sentiments, so that all of them answer to the same keys.
class ChoicePicker final : public Picker
{
    Q_OBJECT

public:
    /// Makes the lines for what was typed.
    using Source = std::function<QList<Choice>(const QString &typed)>;

    ChoicePicker(const Theme &theme, QWidget *window);

    struct Texts
    {
        QString placeholder;
        QString nothing; ///< when no line fits
        QString footnote;
    };
    /// `chosen` gets the value of the line.
    void openWith(const Texts &texts, Source source, std::function<void(const QVariant &value)> chosen,
        QWidget *anchor = nullptr);
    /// Asks for the lines again: what they are made of has come.
    void reload();

private:
    class Lines;

    Lines *m_lines;
    Source m_source;
    std::function<void(const QVariant &)> m_chosen;
};

/// Lines whose text or detail has all words of what was typed.
QList<Choice> matching(const QList<Choice> &choices, const QString &typed);

} // namespace signalbox
