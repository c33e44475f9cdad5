// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailparser.h"

#include "core/ingest/charset.h"
#include "core/ingest/mailparts.h"

#include <gmime/gmime.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// What headers in raw 8-bit are tried as (they should not exist, RFC 2047).
GMimeParserOptions *parserOptions()
{
    static GMimeParserOptions *const options = [] {
        g_mime_init();
        static const char *charsets[] = {"utf-8", "cp1252", nullptr};
        GMimeParserOptions *made = g_mime_parser_options_new();
        g_mime_parser_options_set_fallback_charsets(made, charsets);
        return made;
    }();
    return options;
}

QString headerText(const char *text, qsizetype most)
{
    return cleanText(QString::fromUtf8(text ? text : "")).simplified().left(most);
}

void collect(InternetAddressList *list, int most, QList<MailAddress> &addresses)
{
    const int count = list ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count && addresses.size() < most; ++i) {
        InternetAddress *entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(entry)) {
            InternetAddressList *members = internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry));
            if (members != list)
                collect(members, most, addresses);
            continue;
        }
        if (!INTERNET_ADDRESS_IS_MAILBOX(entry))
            continue;
        MailAddress address;
        address.name = headerText(internet_address_get_name(entry), 200);
        address.address
            = headerText(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(entry)), 320).toLower();
        address.address.remove(u' ');
        if (address.address.size() <= 254 && address.address.indexOf(u'@') > 0
            && !address.address.endsWith(u'@'))
            addresses += address;
    }
}

std::optional<Instant> sane(GDateTime *date)
{
    if (!date)
        return std::nullopt;
    const Instant when {std::chrono::seconds(g_date_time_to_unix(date))};
    constexpr Instant First {std::chrono::seconds(31'536'000)}; // 1971
    constexpr Instant Last {std::chrono::seconds(4'102'444'800)}; // 2100
    if (when < First || when > Last)
        return std::nullopt;
    return when;
}

/// The Date header's time, else the newest Received's (it stands first).
std::optional<Instant> dateOf(GMimeMessage *message)
{
    if (const auto date = sane(g_mime_message_get_date(message)))
        return date;
    GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    const int count = std::min(g_mime_header_list_get_count(headers), 500);
    for (int i = 0; i < count; ++i) {
        GMimeHeader *header = g_mime_header_list_get_header_at(headers, i);
        if (g_ascii_strcasecmp(g_mime_header_get_name(header), "Received") != 0)
            continue;
        const char *value = g_mime_header_get_raw_value(header);
        const char *stamp = value ? std::strrchr(value, ';') : nullptr;
        if (!stamp)
            continue;
        GDateTime *date = g_mime_utils_header_decode_date(stamp + 1);
        const auto when = sane(date);
        if (date)
            g_date_time_unref(date);
        if (when)
            return when;
    }
    return std::nullopt;
}

void readHeaders(GMimeMessage *message, const MailLimits &limits, ParsedMail &mail)
{
    mail.messageId = headerText(g_mime_message_get_message_id(message), 500);
    mail.subject = headerText(g_mime_message_get_subject(message), 1000);
    collect(g_mime_message_get_from(message), limits.addresses, mail.from);
    if (mail.from.isEmpty())
        collect(g_mime_message_get_sender(message), limits.addresses, mail.from);
    collect(g_mime_message_get_to(message), limits.addresses, mail.to);
    collect(g_mime_message_get_cc(message), limits.addresses, mail.cc);
    collect(g_mime_message_get_bcc(message), limits.addresses, mail.bcc);
    mail.date = dateOf(message);
    const char *status = g_mime_object_get_header(GMIME_OBJECT(message), "Status");
    mail.isRead = status && std::strchr(status, 'R');
}

} // namespace

ParsedMail parseMail(const QByteArray &bytes, const MailLimits &limits)
{
    ParsedMail mail;
    GMimeParserOptions *options = parserOptions();
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size()));
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, GMIME_FORMAT_MESSAGE);
    if (GMimeMessage *message = g_mime_parser_construct_message(parser, options)) {
        readHeaders(message, limits, mail);
        MailParts parts(limits);
        parts.read(g_mime_message_get_mime_part(message));
        parts.deliver(mail);
        g_object_unref(message);
    }
    g_object_unref(parser);
    g_object_unref(stream);
    return mail;
}

} // namespace signalbox
