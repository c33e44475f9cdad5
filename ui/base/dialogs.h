// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace signalbox {

class Theme;

/// A question with two answers.
struct Question
{
    QString title;
    QString text;
    QString yes; ///< the verb: "Remove member"
    bool isDangerous = false; ///< the safe answer is the default
};

/// Modal questions, the only place that waits in an event loop of its own. A test answers in advance with a
/// Dialogs of its own.
class Dialogs
{
public:
    virtual ~Dialogs();

    virtual bool confirm(QWidget *parent, const Question &question) = 0;
    /// Where to save a file; empty: the person gave up.
    virtual QString askSaveFile(QWidget *parent, const QString &title, const QString &suggestedName) = 0;
};

/// The real ones.
class ModalDialogs final : public Dialogs
{
public:
    bool confirm(QWidget *parent, const Question &question) override;
    QString askSaveFile(QWidget *parent, const QString &title, const QString &suggestedName) override;
};

} // namespace signalbox
