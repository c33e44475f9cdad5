// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/faultpanel.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

namespace signalbox {

using namespace Qt::StringLiterals;

FaultPanel::FaultPanel(const Theme &theme, const QString &pageTitle, const QString &reportId,
    const QString &technical, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"faultPanel"_s);
    auto *glyph = new QLabel(this);
    glyph->setPixmap(iconPixmap(
        IconName::Alert, theme.color(ColorRole::Danger), theme.px(Spacing::Xxl), devicePixelRatioF()));
    glyph->setAlignment(Qt::AlignCenter);
    auto *title = new QLabel(tr("%1 ran into a fault and was stopped").arg(pageTitle), this);
    title->setFont(theme.font(TextStyle::Section, QFont::Medium));
    auto *text
        = new QLabel(tr("The rest of the console goes on working. Reload builds the page anew."), this);
    auto *id = new QLabel(tr("Report %1").arg(reportId), this);
    id->setObjectName(u"faultId"_s);
    id->setFont(theme.monoFont(TextStyle::Caption));
    for (QLabel *label : {title, text, id}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *reload = new QPushButton(tr("Reload"), this);
    reload->setObjectName(u"faultReload"_s);
    reload->setDefault(true);
    auto *copy = new QPushButton(tr("Copy details"), this);
    copy->setObjectName(u"faultCopy"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(reload);
    buttons->addWidget(copy);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Spacing::S);
    column->addStretch(2);
    column->addWidget(glyph);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(id);
    column->addSpacing(Spacing::S);
    column->addLayout(buttons);
    column->addStretch(3);
    setFocusProxy(reload);
    connect(reload, &QPushButton::clicked, this, &FaultPanel::reloadRequested);
    connect(copy, &QPushButton::clicked, this, [reportId, technical] {
        QGuiApplication::clipboard()->setText(u"report: %1\n%2"_s.arg(reportId, technical));
    });
}

} // namespace signalbox
