// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/crm.h"
#include "ui/base/theme.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace signalbox {

class FlatButton;

/// What is above the CRM table: two texts, status, who answered, and the table's own buttons (domain §12.5).
class CrmFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CrmFilterBar(const Theme &theme, QWidget *parent = nullptr);

    /// The filters of `query`; its workspace, dates and order stay.
    CrmQuery withFilters(CrmQuery query) const;
    void setFilters(const CrmQuery &query);
    int activeCount() const;
    void focusFirst();
    void clear();
    /// Takes what was typed now, instead of in a moment.
    void flush();

    void setOwnOnly(bool isOwnOnly);
    void setSummaryShown(bool isShown);
    FlatButton *columnsButton() const { return m_columns; }

Q_SIGNALS:
    void filtersChanged();
    void columnsRequested();
    void summaryToggled(bool isShown);
    void tableWanted(); ///< Down or Enter in a field: on to the rows

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *makeField(const QString &name, const QString &placeholder, int width);
    void fillChoices();
    void onChanged();

    const Theme &m_theme;
    QLineEdit *m_campaign;
    QLineEdit *m_category;
    QComboBox *m_status;
    QComboBox *m_mode;
    FlatButton *m_clear;
    QLabel *m_own;
    FlatButton *m_summary;
    FlatButton *m_columns;
    QTimer m_typing;
};

} // namespace signalbox
