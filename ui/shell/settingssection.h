// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/flatbutton.h"

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace signalbox {

/// A few choices side by side, one of them taken.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    Segments(
        const Theme &theme, const QList<std::pair<QString, QString>> &choices, QWidget *parent = nullptr);

    void setValue(const QString &value);

Q_SIGNALS:
    void valueChosen(const QString &value);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHash<QString, FlatButton *> m_buttons;
};

/// One heading of the settings with its rows; a row is found by its words.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    SettingsSection(const Theme &theme, const QString &id, const QString &title, QWidget *parent = nullptr);

    QString id() const { return m_id; }
    QString title() const { return m_title; }

    /// A label, a word of explanation, a control; with `reset` a button that is enabled while `isDefault`
    /// says no.
    void addRow(const QString &label, const QString &explanation, QWidget *control,
        std::function<void()> reset = {}, std::function<bool()> isDefault = {});
    /// Something as wide as the page, found by `words`.
    void addBlock(const QString &words, QWidget *block);
    /// Looks at every row's default again.
    void refreshResets();
    /// Shows only rows with all typed words; how many there are.
    int filter(const QString &typed);

private:
    struct Row
    {
        QString words;
        QWidget *widget = nullptr;
        FlatButton *reset = nullptr;
        std::function<bool()> isDefault;
    };

    const Theme &m_theme;
    QString m_id;
    QString m_title;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace signalbox
