// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/draftstrip.h"

#include "ui/base/presenter.h"
#include "ui/inbox/noticestrip.h"
#include "ui/inbox/replyeditor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString actionText(const QString &action)
{
    if (action == u"needs_review"_s)
        return DraftStrip::tr("needs review");
    if (action == u"send_immediate"_s)
        return DraftStrip::tr("will be sent now");
    if (action == u"send_delayed"_s)
        return DraftStrip::tr("will be sent later");
    if (action == u"skip"_s)
        return DraftStrip::tr("not sent by itself");
    if (action == u"error"_s)
        return DraftStrip::tr("could not be judged");
    return action.isEmpty() ? DraftStrip::tr("waiting") : action;
}

QString percent(double share)
{
    return DraftStrip::tr("%1 %").arg(std::lround(share * 100));
}

} // namespace

DraftStrip::DraftStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_notice(new NoticeStrip(theme, this))
    , m_title(new QLabel(this))
    , m_reason(new QLabel(this))
    , m_text(new ReplyEditor(theme, this))
    , m_recipient(new QLabel(this))
    , m_edited(new QLabel(this))
    , m_approve(new QPushButton(tr("Approve"), this))
    , m_reject(new QPushButton(tr("Reject"), this))
{
    setObjectName(u"draftStrip"_s);
    setAccessibleName(tr("AI draft"));
    m_notice->setObjectName(u"draftNotice"_s);
    m_title->setObjectName(u"draftTitle"_s);
    m_text->setObjectName(u"draftText"_s);
    m_text->setAccessibleName(tr("Text of the draft"));
    m_recipient->setObjectName(u"draftRecipient"_s);
    m_recipient->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_edited->setObjectName(u"draftEdited"_s);
    m_approve->setObjectName(u"draftApprove"_s);
    m_approve->setProperty("accent", true);
    m_reject->setObjectName(u"draftReject"_s);
    m_title->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Spacing::S);
    foot->addWidget(m_recipient, 1);
    foot->addWidget(m_edited);
    foot->addWidget(m_reject);
    foot->addWidget(m_approve);
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(Spacing::L, Spacing::S, Spacing::L, Spacing::M);
    layout->setSpacing(Spacing::S);
    layout->addWidget(m_title);
    layout->addSpacing(Spacing::S); // the meter
    layout->addWidget(m_reason);
    layout->addWidget(m_text);
    layout->addLayout(foot);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_notice);
    outer->addLayout(layout);
    connect(m_approve, &QAbstractButton::clicked, this, &DraftStrip::approveRequested);
    connect(m_reject, &QAbstractButton::clicked, this, &DraftStrip::rejectRequested);
    connect(m_text, &ReplyEditor::typed, this, [this] {
        describe();
        Q_EMIT typed();
    });
    connect(&theme, &Theme::changed, this, &DraftStrip::restyle);
    restyle();
}

void DraftStrip::restyle()
{
    m_title->setFont(m_theme.font(TextStyle::Body, QFont::Bold));
    for (QLabel *label : {m_reason, m_recipient, m_edited}) {
        label->setFont(m_theme.font(TextStyle::Caption));
        QPalette quiet = palette();
        quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
        label->setPalette(quiet);
    }
    update();
}

QString DraftStrip::text() const
{
    return m_text->toPlainText();
}

bool DraftStrip::isEdited() const
{
    return m_base && text() != m_base->content;
}

void DraftStrip::clear()
{
    m_isAsking = false;
    m_theirs.reset();
    take(std::nullopt);
}

void DraftStrip::restore(const Draft &base, const QString &text)
{
    take(base);
    m_text->replaceText(text);
    describe();
}

void DraftStrip::setDraft(const std::optional<Draft> &draft)
{
    const bool isSame = draft && m_base && draft->id == m_base->id && draft->content == m_base->content;
    if (isSame) {
        m_base = draft; // confidence, reason and version may be other ones
        m_isAsking = false;
        m_notice->clear();
        describe();
        return;
    }
    const bool isBeingWritten = m_base && (isEdited() || m_text->hasFocus());
    if (!isBeingWritten) {
        m_isAsking = false;
        take(draft);
        return;
    }
    m_theirs = draft;
    m_isAsking = true;
    ask();
    Q_EMIT changed();
}

void DraftStrip::ask()
{
    if (m_theirs) {
        m_notice->present(tr("Draft changed on the server"), IconName::Alert, ColorRole::Warn,
            {{u"draftCompare"_s, tr("Compare"),
                 [this] { Q_EMIT compareRequested(text(), m_theirs ? m_theirs->content : QString()); }},
                {u"draftTheirs"_s, tr("Use theirs"), [this] { useTheirs(); }},
                {u"draftMine"_s, tr("Keep mine"), [this] { keepMine(); }}});
        return;
    }
    m_notice->present(tr("This draft is gone: it was sent, rejected or replaced."), IconName::Alert,
        ColorRole::Warn,
        {{u"draftKeep"_s, tr("Keep my text as a reply"),
             [this] {
                 const QString mine = text();
                 clear();
                 Q_EMIT keepAsReplyRequested(mine);
             }},
            {u"draftDiscard"_s, tr("Discard"), [this] { clear(); }}});
}

void DraftStrip::useTheirs()
{
    if (!m_theirs)
        return;
    m_isAsking = false;
    take(std::exchange(m_theirs, {}));
}

void DraftStrip::keepMine()
{
    if (!m_theirs)
        return;
    m_base = std::exchange(m_theirs, {}); // the person's words, on top of what the server has now
    m_isAsking = false;
    m_notice->clear();
    describe();
    Q_EMIT changed();
}

void DraftStrip::take(const std::optional<Draft> &draft)
{
    m_base = draft;
    m_theirs.reset();
    m_notice->clear();
    m_text->replaceText(draft ? draft->content : QString());
    describe();
    Q_EMIT changed();
}

void DraftStrip::describe()
{
    if (!m_base)
        return;
    const Draft &draft = *m_base;
    QStringList title {tr("AI draft"), presentChannel(draft.channel).text, actionText(draft.autoSendAction)};
    if (draft.confidence && draft.threshold)
        title.append(tr("%1 sure, %2 needed").arg(percent(*draft.confidence), percent(*draft.threshold)));
    else if (draft.confidence)
        title.append(tr("%1 sure").arg(percent(*draft.confidence)));
    m_title->setText(title.join(u" · "_s));
    m_reason->setText(draft.autoSendReason);
    m_reason->setVisible(!draft.autoSendReason.isEmpty());
    m_edited->setText(isEdited() ? tr("edited by you") : QString());
    m_approve->setText(isEdited() ? tr("Approve with changes") : tr("Approve"));
    update();
}

void DraftStrip::setRecipient(const QString &recipient)
{
    m_recipient->setText(
        recipient.isEmpty() ? tr("No address for this channel") : tr("To %1").arg(recipient));
    m_recipient->setToolTip(recipient);
}

void DraftStrip::setKeys(const QString &approve, const QString &reject)
{
    m_approveKey = approve;
    m_rejectKey = reject;
    setBlocked({}, {});
}

void DraftStrip::setBlocked(const QString &reasonToSend, const QString &reasonToChange)
{
    m_approve->setEnabled(reasonToSend.isEmpty() && !m_isAsking);
    m_approve->setToolTip(m_isAsking ? tr("First say which text counts.")
            : reasonToSend.isEmpty() ? m_approveKey
                                     : reasonToSend);
    m_reject->setEnabled(reasonToChange.isEmpty());
    m_reject->setToolTip(reasonToChange.isEmpty() ? m_rejectKey : reasonToChange);
    m_text->setReadOnly(!reasonToChange.isEmpty());
    m_text->setToolTip(reasonToChange);
}

void DraftStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
    if (!m_base || !m_base->confidence)
        return;
    // How sure, on a scale whose mark is what would have been enough.
    painter.setRenderHint(QPainter::Antialiasing);
    const double share = std::clamp(*m_base->confidence, 0.0, 1.0);
    const int left = isRightToLeft() ? width() - Spacing::L - m_theme.px(220) : Spacing::L;
    const QRectF track(left, m_title->geometry().bottom() + Spacing::S - 1, m_theme.px(220), 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::Sunken));
    painter.drawRoundedRect(track, 2, 2);
    const bool isEnough = m_base->threshold && share >= *m_base->threshold;
    painter.setBrush(m_theme.color(isEnough ? ColorRole::Ok : ColorRole::Warn));
    painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * share, 4)), 2, 2);
    if (m_base->threshold)
        painter.fillRect(QRectF(track.left() + track.width() * std::clamp(*m_base->threshold, 0.0, 1.0) - 1,
                             track.top() - 3, 2, 10),
            m_theme.color(ColorRole::Text2));
}

} // namespace signalbox
