// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailsource.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// What mail servers keep beside the mails.
bool isBookkeeping(const QString &name)
{
    return name.startsWith(u'.') || name.startsWith("dovecot"_L1) || name.startsWith("courier"_L1)
        || name == "maildirfolder"_L1 || name == "subscriptions"_L1;
}

class FolderSource final : public MailSource
{
public:
    FolderSource(QString root, QStringList files, qsizetype maxBytes)
        : m_root(std::move(root))
        , m_files(std::move(files))
        , m_maxBytes(maxBytes)
    { }

    qint64 done() const override { return m_at; }
    qint64 total() const override { return m_files.size(); }
    QStringList unreadable() const override { return m_unreadable; }

    Result<std::optional<RawMail>> next() override
    {
        while (m_at < m_files.size()) {
            const QString name = m_files.at(m_at++);
            auto mail = read(name);
            if (mail)
                return std::optional(*std::move(mail));
            m_unreadable += name;
        }
        return std::optional<RawMail>();
    }

private:
    Result<RawMail> read(const QString &name)
    {
        const QString path = m_root + u'/' + name;
        const auto file = InputFile::open(path);
        if (!file)
            return file.error();
        const auto content = (*file)->peek(m_maxBytes + 1);
        if (!content)
            return content.error();
        RawMail mail;
        mail.place = name;
        mail.isCut = content->size() > m_maxBytes;
        mail.bytes = content->first(std::min(content->size(), m_maxBytes)).toByteArray();
        const qsizetype flags = name.lastIndexOf(":2,"_L1);
        if (flags >= 0) {
            const QStringView letters = QStringView(name).sliced(flags + 3);
            mail.isRead = letters.contains(u'S');
            mail.isDeleted = letters.contains(u'T') || letters.contains(u'D');
        }
        const QDateTime changed = QFileInfo(path).lastModified();
        if (changed.isValid())
            mail.receivedAt = Instant {std::chrono::milliseconds(changed.toMSecsSinceEpoch())};
        return mail;
    }

    QString m_root;
    QStringList m_files;
    qsizetype m_maxBytes;
    qsizetype m_at = 0;
    QStringList m_unreadable;
};

} // namespace

Result<std::unique_ptr<MailSource>> MailSource::openFolder(const QString &path, qsizetype maxBytes)
{
    const QDir root(path);
    if (!root.exists())
        return Error {.kind = Error::Kind::NotFound, .detail = u"there is no folder %1"_s.arg(path)};
    QStringList files;
    QDirIterator walk(root.absolutePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QString name = root.relativeFilePath(walk.filePath());
        // tmp holds mails that are still being delivered.
        if (!isBookkeeping(walk.fileName()) && !name.startsWith("tmp/"_L1) && !name.contains("/tmp/"_L1))
            files += name;
    }
    files.sort();
    return std::unique_ptr<MailSource>(new FolderSource(root.absolutePath(), std::move(files), maxBytes));
}

} // namespace signalbox
