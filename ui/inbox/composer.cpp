// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/composer.h"

#include "ui/base/flatbutton.h"
#include "ui/base/presenter.h"
#include "ui/inbox/replyeditor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>

#include <array>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Channels {Channel::Email, Channel::Sms, Channel::LinkedIn};

QStringList addressesIn(const QString &text)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace

QString recipientOf(const LeadSummary &lead, Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return lead.currentReplierEmail.isEmpty() ? lead.email : lead.currentReplierEmail;
    case Channel::Sms:
        return lead.phone;
    case Channel::LinkedIn:
        return lead.linkedinUrl;
    }
    return {};
}

Composer::Composer(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_channelRow(new QWidget(this))
    , m_mailFields(new QWidget(this))
    , m_reply(new ReplyEditor(theme, this))
    , m_note(new ReplyEditor(theme, this))
    , m_hint(new QLabel(this))
    , m_submit(new QPushButton(this))
{
    setObjectName(u"composer"_s);
    m_reply->setObjectName(u"replyText"_s);
    m_note->setObjectName(u"noteText"_s);
    m_hint->setObjectName(u"composerHint"_s);
    m_submit->setObjectName(u"composerSend"_s);
    m_submit->setProperty("accent", true);
    m_reply->setPlaceholderText(tr("Write a reply"));
    m_reply->setAccessibleName(tr("Reply"));
    m_note->setPlaceholderText(tr("Write a note for your team"));
    m_note->setAccessibleName(tr("Internal note"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *channels = new QHBoxLayout(m_channelRow);
    channels->setContentsMargins(0, 0, 0, 0);
    channels->setSpacing(Spacing::Xs);
    for (const Channel channel : Channels) {
        const Label label = presentChannel(channel);
        auto *button = new FlatButton(theme, label.glyph, m_channelRow);
        button->setObjectName(u"composeBy%1"_s.arg(wireName(channel)));
        button->setText(label.text);
        button->setCheckable(true);
        button->setIconSizePx(16);
        connect(button, &QAbstractButton::clicked, this, [this, channel] {
            setChannel(channel);
            Q_EMIT channelChosen();
        });
        channels->addWidget(button);
        m_channels.append(button);
    }
    channels->addStretch();
    auto *fields = new QVBoxLayout(m_mailFields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Spacing::Xs);
    m_to = makeField(u"composeTo"_s, tr("To"));
    m_cc = makeField(u"composeCc"_s, tr("Cc"));
    m_subject = makeField(u"composeSubject"_s, tr("Subject"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_submit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::L, Spacing::S, Spacing::L, Spacing::M);
    layout->setSpacing(Spacing::S);
    layout->addWidget(m_channelRow);
    layout->addWidget(m_mailFields);
    layout->addWidget(m_reply);
    layout->addWidget(m_note);
    layout->addLayout(foot);
    for (ReplyEditor *editor : {m_reply, m_note})
        connect(editor, &ReplyEditor::typed, this, [this] {
            updateSubmit();
            Q_EMIT typed();
        });
    connect(m_submit, &QAbstractButton::clicked, this, &Composer::submitted);
    connect(&theme, &Theme::changed, this, &Composer::restyle);
    restyle();
    updateFields();
}

QLineEdit *Composer::makeField(const QString &name, const QString &label)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    auto *caption = new QLabel(label, m_mailFields);
    auto *field = new QLineEdit(m_mailFields);
    field->setObjectName(name);
    field->setAccessibleName(label);
    caption->setBuddy(field);
    row->addWidget(caption);
    row->addWidget(field, 1);
    m_labels.append(caption);
    static_cast<QVBoxLayout *>(m_mailFields->layout())->addLayout(row);
    connect(field, &QLineEdit::textEdited, this, [this] {
        updateSubmit();
        Q_EMIT typed();
    });
    return field;
}

void Composer::restyle()
{
    int width = 0;
    for (QLabel *label : std::as_const(m_labels)) {
        label->setFont(m_theme.font(TextStyle::Caption));
        width = std::max(width, label->sizeHint().width());
    }
    for (QLabel *label : std::as_const(m_labels))
        label->setFixedWidth(width);
    m_hint->setFont(m_theme.font(TextStyle::Caption));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, m_theme.color(ColorRole::Text2));
    m_hint->setPalette(quiet);
    update();
}

void Composer::setConversation(const std::optional<Conversation> &conversation)
{
    const bool isOther
        = conversation && (!m_conversation || m_conversation->lead.id != conversation->lead.id);
    m_conversation = conversation;
    if (isOther) {
        // By the channel the lead wrote on last, if one can write there.
        const QList<Channel> &open = conversation->availableChannels;
        const auto last = conversation->primaryChannel;
        m_channel = last && open.contains(*last) ? *last : open.value(0, Channel::Email);
    }
    updateFields();
}

void Composer::setNote(bool isNote)
{
    m_isNote = isNote;
    updateFields();
}

void Composer::setChannel(Channel channel)
{
    m_channel = channel;
    updateFields();
}

void Composer::updateFields()
{
    for (size_t i = 0; i < Channels.size(); ++i) {
        FlatButton *button = m_channels.at(static_cast<qsizetype>(i));
        const Channel channel = Channels.at(i);
        const bool isOpen = m_conversation && m_conversation->availableChannels.contains(channel);
        button->setChecked(channel == m_channel);
        button->setEnabled(isOpen);
        button->setToolTip(isOpen ? QString() : tr("The lead has no address for this."));
    }
    m_channelRow->setVisible(!m_isNote);
    m_mailFields->setVisible(!m_isNote && m_channel == Channel::Email);
    m_reply->setVisible(!m_isNote);
    m_note->setVisible(m_isNote);
    if (m_conversation) {
        const QString to = recipientOf(m_conversation->lead, m_channel);
        m_to->setPlaceholderText(to);
        QString subject = m_conversation->lastSubject;
        if (!subject.isEmpty() && !subject.startsWith(u"re:"_s, Qt::CaseInsensitive))
            subject.prepend(u"Re: "_s);
        m_subject->setPlaceholderText(subject);
        m_hint->setText(m_isNote              ? tr("Only your team sees this. It is never sent.")
                : m_channel == Channel::Email ? QString()
                : to.isEmpty()                ? tr("No address for this channel")
                                              : tr("To %1").arg(to));
    }
    updateSubmit();
    update();
}

void Composer::setBlocked(const QString &reasonToSend, const QString &reasonToNote)
{
    m_sendBlock = reasonToSend;
    m_noteBlock = reasonToNote;
    updateSubmit();
}

void Composer::updateSubmit()
{
    const QString &block = m_isNote ? m_noteBlock : m_sendBlock;
    m_submit->setText(m_isNote ? tr("Add note") : tr("Send"));
    m_submit->setEnabled(block.isEmpty() && !isEmpty());
    m_submit->setToolTip(!block.isEmpty() ? block
            : isEmpty()                   ? tr("There is nothing written yet.")
                        : QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
}

bool Composer::isEmpty() const
{
    return (m_isNote ? m_note : m_reply)->toPlainText().trimmed().isEmpty();
}

NewMessage Composer::message() const
{
    NewMessage message;
    if (m_conversation)
        message.lead = m_conversation->lead.id;
    message.channel = m_channel;
    message.body = m_reply->toPlainText();
    if (m_channel != Channel::Email)
        return message;
    message.subject = m_subject->text().isEmpty() ? m_subject->placeholderText() : m_subject->text();
    message.to = addressesIn(m_to->text());
    message.cc = addressesIn(m_cc->text());
    return message;
}

QString Composer::noteText() const
{
    return m_note->toPlainText().trimmed();
}

ReplyEditor &Composer::editor()
{
    return m_isNote ? *m_note : *m_reply;
}

void Composer::restore(const UnsentText &unsent)
{
    if (unsent.channel)
        m_channel = *unsent.channel;
    m_to->setText(unsent.to);
    m_cc->setText(unsent.cc);
    m_subject->setText(unsent.subject);
    m_reply->replaceText(unsent.reply);
    m_note->replaceText(unsent.note);
    updateFields();
}

void Composer::save(UnsentText &unsent) const
{
    unsent.channel = m_channel;
    unsent.to = m_to->text();
    unsent.cc = m_cc->text();
    unsent.subject = m_subject->text();
    unsent.reply = m_reply->toPlainText();
    unsent.note = m_note->toPlainText();
}

void Composer::clearReply()
{
    m_to->clear();
    m_cc->clear();
    m_subject->clear();
    m_reply->replaceText({});
    updateSubmit();
}

void Composer::clearNote()
{
    m_note->replaceText({});
    updateSubmit();
}

void Composer::setReplyText(const QString &text)
{
    m_reply->replaceText(text);
    updateSubmit();
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_isNote ? ColorRole::WarnSoft : ColorRole::Surface));
}

} // namespace signalbox
