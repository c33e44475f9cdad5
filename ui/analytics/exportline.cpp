// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/exportline.h"

#include "ui/analytics/figures.h"
#include "ui/base/errortext.h"
#include "ui/base/flatbutton.h"
#include "ui/base/icons.h"
#include "ui/base/presenter.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString presentSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

ExportLine::ExportLine(const Theme &theme, const QString &title, ExportTransfer &transfer, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(title)
    , m_transfer(transfer)
    , m_glyph(new QLabel(this))
    , m_name(new QLabel(title, this))
    , m_text(new QLabel(this))
    , m_cancel(new FlatButton(theme, IconName::None, this))
    , m_retry(new FlatButton(theme, IconName::None, this))
    , m_folder(new FlatButton(theme, IconName::None, this))
    , m_dismiss(new FlatButton(theme, IconName::Close, this))
{
    setObjectName(u"exportLine"_s);
    m_text->setObjectName(u"exportText"_s);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_retry->setObjectName(u"exportRetry"_s);
    m_folder->setObjectName(u"exportFolder"_s);
    m_dismiss->setObjectName(u"exportDismiss"_s);
    m_cancel->setText(tr("Cancel"));
    m_retry->setText(tr("Retry"));
    m_folder->setText(tr("Open folder"));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setIconSizePx(14);
    m_dismiss->setAccessibleName(tr("%1: %2").arg(tr("Dismiss"), title));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_glyph);
    row->addWidget(m_name);
    row->addWidget(m_text, 1);
    for (FlatButton *button : {m_cancel, m_retry, m_folder}) {
        button->setAccessibleName(tr("%1: %2").arg(button->text(), title));
        button->setTones(ColorRole::Accent, ColorRole::Accent);
        row->addWidget(button);
    }
    row->addWidget(m_dismiss);
    connect(&m_transfer, &ExportTransfer::changed, this, &ExportLine::follow);
    connect(m_cancel, &QAbstractButton::clicked, &m_transfer, &ExportTransfer::cancel);
    connect(m_retry, &QAbstractButton::clicked, &m_transfer, &ExportTransfer::retry);
    connect(m_folder, &QAbstractButton::clicked, this,
        [this] { Q_EMIT openFolderRequested(m_transfer.target()); });
    connect(m_dismiss, &QAbstractButton::clicked, this, &ExportLine::dismissed);
    connect(&theme, &Theme::changed, this, &ExportLine::restyle);
    restyle();
}

ExportLine::~ExportLine() = default;

bool ExportLine::isQuiet() const
{
    return m_transfer.phase() == ExportTransfer::Phase::Done
        || m_transfer.phase() == ExportTransfer::Phase::Cancelled;
}

void ExportLine::restyle()
{
    const int side = m_theme.px(Spacing::L);
    layout()->setContentsMargins(side, 1, side, m_theme.px(3)); // below: the groove of the progress
    layout()->setSpacing(m_theme.px(Spacing::S));
    m_name->setFont(m_theme.font(TextStyle::Body, QFont::Medium));
    for (FlatButton *button : {m_cancel, m_retry, m_folder, m_dismiss})
        button->setFixedHeight(m_theme.px(MinimumTarget));
    follow();
}

/// Around the name of a file: before it the line would be read from left to right, behind it the size.
QString ExportLine::turn() const
{
    return isRightToLeft() ? QString(QChar(0x200F)) : QString();
}

QString ExportLine::text() const
{
    return m_text->text();
}

QString ExportLine::runningText() const
{
    const QLocale locale;
    const ExportJob &job = m_transfer.job();
    const bool isDownloading = m_transfer.phase() == ExportTransfer::Phase::Downloading;
    QStringList parts;
    if (isDownloading)
        parts.append(
            tr("Saving %1 of %2").arg(presentSize(m_transfer.bytesHere()), presentSize(job.sizeBytes)));
    else if (job.rowsTotal)
        parts.append(tr("%1 of %2 rows")
                         .arg(presentNumber(job.rowsWritten, locale), presentNumber(job.rowsTotal, locale)));
    else if (job.rowsWritten > 0)
        parts.append(tr("%1 rows").arg(presentNumber(job.rowsWritten, locale)));
    else
        parts.append(tr("Being prepared…"));
    if (m_transfer.isWaitingForConnection()) {
        parts.append(tr("waiting for the connection"));
        return parts.join(u" · "_s);
    }
    if (const auto rate = m_transfer.rate(); rate && *rate >= 1)
        parts.append(isDownloading ? tr("%1 a second").arg(presentSize(qint64(*rate)))
                                   : tr("%1 rows a second").arg(presentNumber(qint64(*rate), locale)));
    if (const auto left = m_transfer.timeLeft())
        parts.append(tr("%1 left").arg(presentAge(*left)));
    return parts.join(u" · "_s);
}

QString ExportLine::failedText() const
{
    if (!m_transfer.fileError().isEmpty())
        return tr("The file could not be written: %1. Make room or check the folder, then retry.")
            .arg(m_transfer.fileError());
    const Error error = m_transfer.error().value_or(Error());
    const ErrorText words = explain(error);
    return error.requestId.isEmpty() ? words.what
                                     : tr("%1 (request %2)").arg(words.what, error.requestId.left(8));
}

void ExportLine::follow()
{
    using Phase = ExportTransfer::Phase;
    const Phase phase = m_transfer.phase();
    IconName icon = IconName::External;
    ColorRole tone = ColorRole::Text2;
    QString text = runningText();
    if (phase == Phase::Done) {
        icon = IconName::Check;
        tone = ColorRole::Ok;
        text = tr("%1 · %2").arg(
            QFileInfo(m_transfer.target()).fileName() + turn(), presentSize(m_transfer.job().sizeBytes));
        text += u" · "_s + tr("%1 rows").arg(presentNumber(m_transfer.job().rowsWritten, QLocale()));
    } else if (phase == Phase::Failed) {
        icon = IconName::Alert;
        tone = ColorRole::Danger;
        text = failedText();
    } else if (phase == Phase::Cancelled) {
        icon = IconName::Close;
        text = tr("Cancelled");
    }
    m_text->setText(turn() + text);
    m_text->setToolTip(phase == Phase::Done ? m_transfer.target() : text);
    QPalette ink = m_text->palette();
    ink.setColor(
        QPalette::WindowText, m_theme.color(phase == Phase::Failed ? ColorRole::Danger : ColorRole::Text2));
    m_text->setPalette(ink);
    m_glyph->setPixmap(iconPixmap(icon, m_theme.color(tone), m_theme.px(16), devicePixelRatioF()));
    m_cancel->setVisible(m_transfer.isRunning());
    m_retry->setVisible(phase == Phase::Failed);
    m_folder->setVisible(phase == Phase::Done);
    m_dismiss->setVisible(!m_transfer.isRunning());
    setAccessibleName(m_title);
    setAccessibleDescription(text);
    QFrame::update();
}

void ExportLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
    const int edge = isRightToLeft() ? 0 : width() - 1;
    if (width() < parentWidget()->width()) // a neighbour stands there
        painter.fillRect(QRect(edge, 0, 1, height()), m_theme.color(ColorRole::Border));
    if (!m_transfer.isRunning())
        return;
    // Along the bottom: how far the export is; a groove alone while that is not known.
    const int thick = m_theme.px(3);
    const QRect groove(0, height() - thick, width(), thick);
    painter.fillRect(groove, m_theme.color(ColorRole::Sunken));
    const int done = int(groove.width() * m_transfer.progress().value_or(0));
    const QRect filled(
        isRightToLeft() ? groove.right() - done + 1 : groove.left(), groove.top(), done, thick);
    painter.fillRect(filled, m_theme.color(ColorRole::Accent));
}

} // namespace signalbox
