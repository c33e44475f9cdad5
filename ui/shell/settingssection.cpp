// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingssection.h"

#include "ui/base/consolestyle.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

Segments::Segments(const Theme &theme, const QList<std::pair<QString, QString>> &choices, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    for (const auto &[value, text] : choices) {
        auto *button = new FlatButton(theme, IconName::None, this);
        button->setText(text);
        button->setCheckable(true);
        button->setObjectName(value);
        button->setAccessibleName(text);
        button->setFixedHeight(theme.px(MinimumTarget));
        connect(button, &QAbstractButton::clicked, this, [this, value = value] {
            setValue(value);
            Q_EMIT valueChosen(value);
        });
        m_buttons.insert(value, button);
        row->addWidget(button);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Segments::setValue(const QString &value)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == value);
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.color(ColorRole::Surface), m_theme.color(ColorRole::BorderStrong),
        Radius::Control + 2);
}

SettingsSection::SettingsSection(const Theme &theme, const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_id(id)
    , m_title(title)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"section-"_s + id);
    m_column->setContentsMargins(0, 0, 0, Spacing::Xl);
    m_column->setSpacing(0);
    auto *heading = new QLabel(title, this);
    const auto restyle = [this, heading] { heading->setFont(m_theme.font(TextStyle::Title, QFont::Medium)); };
    restyle();
    connect(&theme, &Theme::changed, heading, restyle);
    m_column->addWidget(heading);
    m_column->addSpacing(Spacing::S);
}

void SettingsSection::addRow(const QString &label, const QString &explanation, QWidget *control,
    std::function<void()> reset, std::function<bool()> isDefault)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, Spacing::S, 0, Spacing::S);
    row->setSpacing(Spacing::M);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *name = new QLabel(label, line);
    name->setBuddy(control);
    words->addWidget(name);
    auto *more = new QLabel(explanation, line);
    more->setWordWrap(true);
    more->setVisible(!explanation.isEmpty());
    const auto restyle = [this, more] {
        QPalette quiet = palette();
        quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
        more->setPalette(quiet);
        more->setFont(m_theme.font(TextStyle::Caption));
    };
    restyle();
    connect(&m_theme, &Theme::changed, more, restyle);
    words->addWidget(more);
    row->addLayout(words, 1);
    control->setParent(line);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    row->addWidget(control, 0, Qt::AlignVCenter);
    auto *undo = new FlatButton(m_theme, IconName::Undo, line);
    undo->setIconSizePx(16);
    undo->setFixedSize(m_theme.px(MinimumTarget), m_theme.px(MinimumTarget));
    undo->setToolTip(tr("Back to the default"));
    undo->setAccessibleName(tr("Reset %1").arg(label));
    undo->setObjectName(u"reset"_s);
    row->addWidget(undo, 0, Qt::AlignVCenter);
    if (reset)
        connect(undo, &QAbstractButton::clicked, this, [this, reset] {
            reset();
            refreshResets();
        });
    else
        undo->setVisible(false);
    m_column->addWidget(line);
    m_rows.append({label + u' ' + explanation + u' ' + m_title, line, undo, std::move(isDefault)});
    refreshResets();
}

void SettingsSection::addBlock(const QString &words, QWidget *block)
{
    m_column->addWidget(block);
    m_rows.append({words + u' ' + m_title, block, nullptr, {}});
}

void SettingsSection::refreshResets()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.reset && row.isDefault)
            row.reset->setEnabled(!row.isDefault());
    }
}

int SettingsSection::filter(const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    int found = 0;
    for (const Row &row : std::as_const(m_rows)) {
        const bool matches = std::ranges::all_of(
            words, [&](const QString &word) { return row.words.contains(word, Qt::CaseInsensitive); });
        row.widget->setVisible(matches);
        found += matches ? 1 : 0;
    }
    return found;
}

} // namespace signalbox
