// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commandregistry.h"
#include "ui/shell/picker.h"

#include <QAbstractListModel>

namespace signalbox {

/// Something the palette offers.
struct PaletteEntry
{
    QString text;
    QString group; ///< "Inbox", "Workspace": shown small behind the text
    QString keys; ///< in the platform's form
    IconName icon = IconName::None;
    bool isEnabled = true;
    std::function<void()> run;
};

/// How well `text` answers to what was typed: higher is better, 0 not at all. Every typed word must be found;
/// the start of a word beats its middle, letters in order are the last resort.
int paletteScore(const QString &typed, const QString &text);

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        GroupRole = Qt::UserRole,
        KeysRole,
        IconRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QList<PaletteEntry> &entries);
    void setTyped(const QString &typed);
    const PaletteEntry &at(int row) const { return m_entries.at(m_rows.at(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();

    QList<PaletteEntry> m_entries;
    QString m_typed;
    QList<int> m_rows;
};

/// Ctrl+K: every command that can be carried out now, every page and every workspace, by a few letters.
class CommandPalette final : public Picker
{
    Q_OBJECT

public:
    CommandPalette(const Theme &theme, QWidget *window);

    /// Opens with these entries; those with nothing typed show in this order.
    void openWith(const QList<PaletteEntry> &entries);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PaletteModel *m_model;
};

} // namespace signalbox
