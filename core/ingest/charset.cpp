// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/charset.h"

#include <QStringDecoder>

#include <iconv.h>

#include <cerrno>
#include <optional>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray widened(const QByteArray &charset)
{
    const QByteArray name = charset.trimmed().toLower();
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii"
        || name == "ansi_x3.4-1968")
        return "CP1252";
    if (name == "gb2312" || name == "gbk" || name == "gb_2312-80")
        return "GB18030";
    if (name == "ks_c_5601-1987" || name == "euc-kr")
        return "CP949";
    if (name == "iso-8859-9")
        return "CP1254";
    if (name == "shift_jis" || name == "shift-jis" || name == "x-sjis")
        return "CP932";
    return name;
}

std::optional<QString> decodeUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

struct Conversion
{
    QString text;
    qsizetype badBytes = 0;
};

std::optional<Conversion> convert(const QByteArray &bytes, const QByteArray &charset)
{
    const iconv_t converter = iconv_open("UTF-8", charset.constData());
    if (converter == iconv_t(-1))
        return std::nullopt;
    Conversion conversion;
    QByteArray utf8;
    QByteArray input = bytes;
    char *in = input.data();
    size_t inLeft = size_t(input.size());
    char buffer[8192];
    while (true) {
        char *out = buffer;
        size_t outLeft = sizeof buffer;
        const size_t done = iconv(converter, inLeft > 0 ? &in : nullptr, &inLeft, &out, &outLeft);
        utf8.append(buffer, out - buffer);
        if (done != size_t(-1)) {
            if (inLeft == 0)
                break;
        } else if (errno != E2BIG) { // invalid or cut off: pass over one byte
            utf8 += "\xef\xbf\xbd";
            ++conversion.badBytes;
            ++in;
            --inLeft;
            iconv(converter, nullptr, nullptr, nullptr, nullptr);
            if (inLeft == 0)
                break;
        }
    }
    iconv_close(converter);
    conversion.text = QString::fromUtf8(utf8);
    return conversion;
}

} // namespace

QString decodeText(const QByteArray &bytes, const QByteArray &charset)
{
    const QByteArray name = widened(charset);
    const bool saysUtf8 = name.isEmpty() || name == "utf-8" || name == "utf8" || name == "CP1252";
    // Mail that calls itself ASCII or Latin-1 and is valid UTF-8 is UTF-8: by chance that hardly happens.
    if (saysUtf8) {
        if (auto text = decodeUtf8(bytes))
            return cleanText(*std::move(text));
    }
    if (!saysUtf8) {
        const auto named = convert(bytes, name);
        if (named && named->badBytes == 0)
            return cleanText(named->text);
        if (auto text = decodeUtf8(bytes))
            return cleanText(*std::move(text));
        if (named && named->badBytes * 20 < bytes.size())
            return cleanText(named->text);
    }
    if (const auto western = convert(bytes, "CP1252"))
        return cleanText(western->text);
    return cleanText(QString::fromLatin1(bytes));
}

QString cleanText(QString text)
{
    text.remove(QChar(0));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (!c.isSurrogate())
            continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

QString cutText(const QString &text, qsizetype maxBytes)
{
    if (text.size() * 3 <= maxBytes)
        return text;
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= maxBytes)
        return text;
    qsizetype end = maxBytes;
    while (end > 0 && (static_cast<unsigned char>(utf8.at(end)) & 0xc0) == 0x80)
        --end;
    return QString::fromUtf8(utf8.first(end));
}

} // namespace signalbox
