// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailparts.h"

#include "core/ingest/charset.h"
#include "core/ingest/htmltext.h"

#include <gmime/gmime.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// The bytes of a part's content with the transfer encoding undone.
QByteArray decodedContent(GMimeObject *object)
{
    GMimeDataWrapper *content = g_mime_part_get_content(GMIME_PART(object));
    if (!content)
        return {};
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(content, stream);
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    const QByteArray copy(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
    g_object_unref(stream);
    return copy;
}

/// A name that is safe to offer for saving: no path, no control characters, of sane length.
QString safeName(const char *name)
{
    QString clean = cleanText(QString::fromUtf8(name ? name : ""));
    clean = clean.sliced(std::max(clean.lastIndexOf(u'/'), clean.lastIndexOf(u'\\')) + 1);
    clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    clean = clean.trimmed().left(200);
    return clean == "."_L1 || clean == ".."_L1 ? QString() : clean;
}

QString contentTypeOf(GMimeObject *object)
{
    GMimeContentType *type = g_mime_object_get_content_type(object);
    char *text = type ? g_mime_content_type_get_mime_type(type) : nullptr;
    const QString name
        = cleanText(QString::fromUtf8(text ? text : "application/octet-stream")).toLower().left(100);
    g_free(text);
    return name;
}

bool isAttached(GMimeObject *object)
{
    const char *disposition = g_mime_object_get_disposition(object);
    return disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

QString asHtml(const QString &plain)
{
    return plain.isEmpty()
        ? QString()
        : u"<pre style=\"white-space:pre-wrap\">"_s + plain.toHtmlEscaped() + u"</pre>\n"_s;
}

QString joined(const QString &first, const QString &second)
{
    if (first.trimmed().isEmpty())
        return second;
    return second.trimmed().isEmpty() ? first : first + u"\n\n"_s + second;
}

} // namespace

void MailParts::read(GMimeObject *root)
{
    if (root)
        m_shown = readPart(root, 0);
}

MailParts::Shown MailParts::readPart(GMimeObject *part, int depth)
{
    if (++m_parts > m_limits.parts) {
        remark(u"more than %1 parts"_s.arg(m_limits.parts));
        return {};
    }
    if (GMIME_IS_MULTIPART(part)) {
        if (depth >= m_limits.depth) {
            remark(u"parts nested deeper than %1"_s.arg(m_limits.depth));
            return {};
        }
        return readMultipart(part, depth);
    }
    if (GMIME_IS_MESSAGE_PART(part)) {
        attachMessage(part);
        return {};
    }
    if (!GMIME_IS_PART(part))
        return {};
    const QString type = contentTypeOf(part);
    const bool isShown = type == "text/plain"_L1 || type == "text/html"_L1 || type == "text/enriched"_L1;
    if (isShown && !isAttached(part))
        return readText(part);
    attach(part);
    return {};
}

MailParts::Shown MailParts::readMultipart(GMimeObject *part, int depth)
{
    GMimeMultipart *multipart = GMIME_MULTIPART(part);
    QList<Shown> children;
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count && m_parts <= m_limits.parts; ++i)
        children += readPart(g_mime_multipart_get_part(multipart, i), depth + 1);
    if (contentTypeOf(part) == "multipart/alternative"_L1)
        return readAlternative(children);
    Shown all;
    QString html;
    for (const Shown &child : children) {
        all.text = joined(all.text, child.text);
        all.plain = joined(all.plain, child.plain);
        all.hasHtml = all.hasHtml || child.hasHtml;
        html += child.hasHtml ? child.html : asHtml(child.text);
    }
    if (all.hasHtml) // parts without HTML of their own must not be missing where the HTML is shown
        all.html = html;
    return all;
}

MailParts::Shown MailParts::readAlternative(const QList<Shown> &choices) const
{
    Shown best;
    for (const Shown &choice : choices) {
        if (best.plain.trimmed().isEmpty())
            best.plain = choice.plain;
        if (choice.hasHtml) { // the last is the best (RFC 2046 §5.1.4)
            best.html = choice.html;
            best.hasHtml = true;
        }
    }
    best.text = best.plain;
    for (const Shown &choice : choices) {
        if (best.text.trimmed().isEmpty())
            best.text = choice.text;
    }
    return best;
}

MailParts::Shown MailParts::readText(GMimeObject *part)
{
    const char *charset = g_mime_object_get_content_type_parameter(part, "charset");
    QByteArray bytes = decodedContent(part);
    if (bytes.size() > m_limits.textBytes) {
        bytes.truncate(m_limits.textBytes);
        remark(u"text cut at %1 bytes"_s.arg(m_limits.textBytes));
    }
    QString text = decodeText(bytes, charset ? QByteArray(charset) : QByteArray());
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    Shown shown;
    if (contentTypeOf(part) == "text/html"_L1) {
        shown.html = text;
        shown.hasHtml = true;
        shown.text = htmlToText(text);
    } else {
        while (text.endsWith(u'\n'))
            text.chop(1);
        shown.text = shown.plain = text;
    }
    return shown;
}

void MailParts::attach(GMimeObject *part)
{
    MailAttachment attachment;
    attachment.name = safeName(g_mime_part_get_filename(GMIME_PART(part)));
    attachment.contentType = contentTypeOf(part);
    const char *id = g_mime_object_get_content_id(part);
    attachment.contentId = cleanText(QString::fromUtf8(id ? id : "")).trimmed().left(500);
    if (attachment.name.isEmpty())
        attachment.name = u"part-%1"_s.arg(m_attachments.size() + 1);
    add(std::move(attachment), decodedContent(part));
}

void MailParts::attachMessage(GMimeObject *part)
{
    GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    if (!inner)
        return;
    MailAttachment attachment;
    const char *subject = g_mime_message_get_subject(inner);
    attachment.name = safeName(subject);
    attachment.name = (attachment.name.isEmpty() ? u"message"_s : attachment.name) + u".eml"_s;
    attachment.contentType = u"message/rfc822"_s;
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, stream);
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    add(std::move(attachment),
        QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)));
    g_object_unref(stream);
}

void MailParts::add(MailAttachment attachment, QByteArray content)
{
    attachment.sizeBytes = content.size();
    attachment.isDropped = content.size() > m_limits.attachmentBytes;
    if (attachment.isDropped)
        remark(u"an attachment is larger than %1 bytes"_s.arg(m_limits.attachmentBytes));
    else
        attachment.content = std::move(content);
    m_attachments += std::move(attachment);
}

void MailParts::remark(const QString &text)
{
    if (!m_remarks.contains(text))
        m_remarks += text;
}

void MailParts::deliver(ParsedMail &mail)
{
    mail.rawText = m_shown.plain;
    mail.rawHtml = m_shown.hasHtml ? cutText(m_shown.html, m_limits.textBytes) : QString();
    mail.body = cutText(m_shown.text, m_limits.bodyBytes);
    if (mail.body.size() < m_shown.text.size())
        remark(u"the shown text ends at %1 bytes; the rest is in the raw text"_s.arg(m_limits.bodyBytes));
    mail.attachments = std::move(m_attachments);
    mail.remarks += m_remarks;
}

} // namespace signalbox
