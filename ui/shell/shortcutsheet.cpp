// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "ui/base/consolestyle.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Keys as caps: one box a key.
class KeyCaps final : public QWidget
{
public:
    KeyCaps(const Theme &theme, const QList<QKeySequence> &keys, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        for (const QKeySequence &key : keys.first(qMin(2, keys.size())))
            m_caps.append(key.toString(QKeySequence::NativeText));
        setAccessibleName(m_caps.join(u", "_s));
        setFixedSize(sizeHint());
    }

    QSize sizeHint() const override
    {
        int width = 0;
        const QFontMetrics metrics(m_theme.font(TextStyle::Caption, QFont::Medium));
        for (const QString &cap : m_caps)
            width += metrics.horizontalAdvance(cap) + m_theme.px(12) + m_theme.px(Spacing::Xs);
        return {width, m_theme.px(22)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(m_theme.font(TextStyle::Caption, QFont::Medium));
        int right = width();
        for (auto it = m_caps.crbegin(); it != m_caps.crend(); ++it) {
            const QString &cap = *it;
            const int capWidth = painter.fontMetrics().horizontalAdvance(cap) + m_theme.px(12);
            const QRect box(isRightToLeft() ? width() - right : right - capWidth, 0, capWidth, height());
            paintBox(painter, box, m_theme.color(ColorRole::Sunken), m_theme.color(ColorRole::Border), 4);
            painter.setPen(m_theme.color(ColorRole::Text));
            painter.setLayoutDirection(Qt::LeftToRight); // "Ctrl++" reads so in every language
            painter.drawText(box, Qt::AlignCenter, cap);
            right -= capWidth + m_theme.px(Spacing::Xs);
        }
    }

private:
    const Theme &m_theme;
    QStringList m_caps;
};

} // namespace

ShortcutSheet::ShortcutSheet(const Theme &theme, const CommandRegistry &commands,
    std::function<QString(const QString &)> scopeTitle, QWidget *window)
    : Overlay(theme, window)
    , m_commands(commands)
    , m_scopeTitle(std::move(scopeTitle))
{
    setObjectName(u"shortcutSheet"_s);
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(Spacing::Xl, Spacing::L, Spacing::Xl, Spacing::L);
    card()->setFocusPolicy(Qt::StrongFocus);
}

void ShortcutSheet::openSheet()
{
    delete m_content;
    m_content = new QWidget(card());
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    auto *title = new QLabel(tr("Keys"), m_content);
    title->setFont(theme().font(TextStyle::Title, QFont::Medium));
    column->addWidget(title);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme().px(Spacing::Huge));
    column->addLayout(columns, 1);

    QStringList scopes;
    for (const CommandSpec &spec : m_commands.commands()) {
        if (!scopes.contains(spec.scope) && !m_commands.keys(spec.id).isEmpty())
            scopes.append(spec.scope);
    }
    for (const QString &scope : std::as_const(scopes)) {
        auto *group = new QGridLayout;
        group->setVerticalSpacing(theme().px(6));
        group->setHorizontalSpacing(theme().px(Spacing::L));
        auto *heading = new QLabel(m_scopeTitle(scope), m_content);
        heading->setFont(theme().font(TextStyle::Section, QFont::Medium));
        group->addWidget(heading, 0, 0, 1, 2);
        int row = 1;
        for (const CommandSpec &spec : m_commands.commands()) {
            const QList<QKeySequence> keys = m_commands.keys(spec.id);
            if (spec.scope != scope || keys.isEmpty())
                continue;
            group->addWidget(new QLabel(spec.text(), m_content), row, 0);
            group->addWidget(new KeyCaps(theme(), keys, m_content), row, 1, Qt::AlignRight);
            ++row;
        }
        group->setRowStretch(row, 1);
        columns->addLayout(group, 1);
    }
    card()->layout()->addWidget(m_content);
    m_content->show();
    open();
}

QSize ShortcutSheet::cardSize(const QSize &available) const
{
    const QSize hint = card()->sizeHint();
    return {std::clamp(hint.width(), std::min(theme().px(560), available.width()), available.width()),
        std::min(hint.height(), available.height())};
}

} // namespace signalbox
