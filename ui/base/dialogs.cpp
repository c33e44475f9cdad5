// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/dialogs.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace signalbox {

Dialogs::~Dialogs() = default;

bool ModalDialogs::confirm(QWidget *parent, const Question &question)
{
    QMessageBox box(question.isDangerous ? QMessageBox::Warning : QMessageBox::Question, question.title,
        question.title, QMessageBox::Cancel, parent);
    box.setInformativeText(question.text);
    const auto *yes = box.addButton(question.yes, QMessageBox::AcceptRole);
    if (question.isDangerous)
        box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == yes;
}

QString ModalDialogs::askSaveFile(QWidget *parent, const QString &title, const QString &suggestedName)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return QFileDialog::getSaveFileName(parent, title, folder + u'/' + suggestedName);
}

} // namespace signalbox
