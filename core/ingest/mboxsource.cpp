// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailsource.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LineBytes = qsizetype(1) << 20;

/// Whether a line that starts with `From ` looks like a separator: it has a time and a year.
bool isSeparator(QByteArrayView line)
{
    static const QRegularExpression form(u"^From .*\\d\\d:\\d\\d.*\\b(19|20)\\d\\d\\b"_s);
    return line.startsWith("From ")
        && form.match(QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 300)))).hasMatch();
}

std::optional<Instant> separatorTime(QByteArrayView line)
{
    static const QRegularExpression form(
        u"([A-Z][a-z]{2}) +(\\d{1,2}) +(\\d{1,2}:\\d\\d(?::\\d\\d)?).*?((?:19|20)\\d\\d)"_s);
    const auto match = form.match(QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 300))));
    if (!match.hasMatch())
        return std::nullopt;
    QString clock = match.captured(3);
    if (clock.count(u':') == 1)
        clock += u":00"_s;
    QDateTime when = QLocale::c().toDateTime(
        match.captured(4) + u' ' + match.captured(1) + u' ' + match.captured(2) + u' ' + clock,
        u"yyyy MMM d H:mm:ss"_s);
    if (!when.isValid())
        return std::nullopt;
    when.setTimeZone(QTimeZone::utc());
    return Instant {std::chrono::milliseconds(when.toMSecsSinceEpoch())};
}

bool isBlank(QByteArrayView line)
{
    return line == "\n" || line == "\r\n" || line.isEmpty();
}

/// `>From `, `>>From `: one `>` was put there by whoever wrote the mbox (mboxrd; mboxo does it at the first
/// level).
bool isQuotedSeparator(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at) == '>')
        ++at;
    return at > 0 && line.sliced(at).startsWith("From ");
}

class MboxSource final : public MailSource
{
public:
    MboxSource(std::unique_ptr<InputFile> file, qsizetype maxBytes)
        : m_file(std::move(file))
        , m_maxBytes(maxBytes)
    { }

    qint64 done() const override { return m_file->position(); }
    qint64 total() const override { return m_file->sizeBytes(); }

    Result<std::optional<RawMail>> next() override
    {
        if (m_separator.isEmpty()) {
            const auto found = findFirst();
            if (!found)
                return found.error();
            if (!*found)
                return std::optional<RawMail>();
        }
        RawMail mail;
        mail.place = u"mail %1"_s.arg(++m_number);
        mail.receivedAt = separatorTime(m_separator);
        m_separator.clear();
        if (const auto done = readHeaders(mail); !done)
            return done.error();
        if (const auto done = readBody(mail); !done)
            return done.error();
        return std::optional(std::move(mail));
    }

private:
    Result<bool> findFirst()
    {
        while (true) {
            auto line = m_file->line(LineBytes);
            if (!line)
                return line.error();
            if (line->isEmpty())
                return false;
            if (line->startsWith("From ")) { // the first one needs no date to be believed
                m_separator = *std::move(line);
                return true;
            }
            if (!isBlank(*line) && m_number == 0)
                return Error::invalid(u"path"_s, u"not an mbox file: it does not start with a From line"_s);
        }
    }

    void append(RawMail &mail, QByteArrayView line)
    {
        if (mail.bytes.size() + line.size() <= m_maxBytes)
            mail.bytes += line;
        else
            mail.isCut = true;
    }

    Result<void> readHeaders(RawMail &mail)
    {
        m_contentLength.reset();
        while (true) {
            const auto line = m_file->line(LineBytes);
            if (!line)
                return line.error();
            append(mail, *line);
            if (isBlank(*line))
                return {};
            if (line->size() > 15 && line->first(15).toLower() == "content-length:") {
                bool isNumber = false;
                const qsizetype length = line->sliced(15).trimmed().toLongLong(&isNumber);
                if (isNumber && length >= 0)
                    m_contentLength = length;
            }
        }
    }

    /// Mboxcl: the length is believed only if the next mail, or the end, stands where it says.
    Result<bool> readByLength(RawMail &mail)
    {
        if (!m_contentLength || *m_contentLength + mail.bytes.size() > m_maxBytes)
            return false;
        const auto ahead = m_file->peek(*m_contentLength + 8);
        if (!ahead)
            return false;
        if (ahead->size() < *m_contentLength)
            return false;
        const QByteArrayView after = ahead->sliced(*m_contentLength);
        qsizetype blank = 0;
        while (blank < after.size() && (after.at(blank) == '\n' || after.at(blank) == '\r'))
            ++blank;
        if (!after.sliced(blank).isEmpty()
            && !QByteArrayView("From ").startsWith(
                after.sliced(blank).first(std::min<qsizetype>(5, after.size() - blank))))
            return false;
        mail.bytes += ahead->first(*m_contentLength);
        m_file->skip(*m_contentLength + blank);
        auto separator = m_file->line(LineBytes);
        if (!separator)
            return separator.error();
        m_separator = *std::move(separator);
        return true;
    }

    Result<void> readBody(RawMail &mail)
    {
        const auto byLength = readByLength(mail);
        if (!byLength)
            return byLength.error();
        if (*byLength)
            return {};
        bool isAfterBlank = true;
        bool isLineStart = true;
        while (true) {
            auto line = m_file->line(LineBytes);
            if (!line) {
                if (mail.bytes.isEmpty())
                    return line.error();
                return {}; // what was read so far is a mail; the next call meets the error
            }
            if (line->isEmpty())
                return {};
            if (isLineStart && isAfterBlank && isSeparator(*line)) {
                m_separator = *std::move(line);
                return {};
            }
            const bool isQuoted = isLineStart && isQuotedSeparator(*line);
            append(mail, isQuoted ? QByteArrayView(*line).sliced(1) : QByteArrayView(*line));
            isAfterBlank = isLineStart && isBlank(*line);
            isLineStart = line->endsWith('\n');
        }
    }

    std::unique_ptr<InputFile> m_file;
    qsizetype m_maxBytes;
    QByteArray m_separator;
    std::optional<qsizetype> m_contentLength;
    qint64 m_number = 0;
};

} // namespace

MailSource::~MailSource() = default;

Result<std::unique_ptr<MailSource>> MailSource::openMbox(const QString &path, qsizetype maxBytes)
{
    auto file = InputFile::open(path);
    if (!file)
        return file.error();
    return std::unique_ptr<MailSource>(new MboxSource(*std::move(file), maxBytes));
}

} // namespace signalbox
