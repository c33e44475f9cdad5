// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mailsource.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_MailSource : public QObject
{
    Q_OBJECT

    static QString write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QString writeGzip(const QString &path, const QByteArray &bytes)
    {
        gzFile file = gzopen(path.toLocal8Bit().constData(), "wb");
        gzwrite(file, bytes.constData(), unsigned(bytes.size()));
        gzclose(file);
        return path;
    }
    static QList<RawMail> all(MailSource &source)
    {
        QList<RawMail> mails;
        while (true) {
            auto mail = source.next();
            if (!mail)
                qFatal("%s", qPrintable(describe(mail.error())));
            if (!*mail)
                return mails;
            mails += **mail;
        }
    }
    static constexpr auto One = "From a@x Tue Nov  3 10:12:00 2026\n";

    QTemporaryDir m_dir;

private Q_SLOTS:
    void mbox_isTakenApart_data()
    {
        QTest::addColumn<QByteArray>("box");
        QTest::addColumn<QList<QByteArray>>("bodies");
        const QByteArray from = One;
        QTest::newRow("two") << from + "S: 1\n\nbody\n\n" + from + "S: 2\n\nlast"
                             << QList<QByteArray> {"body\n\n", "last"};
        QTest::newRow("crlf")
            << QByteArray(from + "S: 1\n\nbody\n\n" + from + "S: 2\n\nlast").replace("\n", "\r\n")
            << QList<QByteArray> {"body\r\n\r\n", "last"};
        QTest::newRow("escaped") << from + "S: 1\n\n>From here\n>>From there\n> From x\n"
                                 << QList<QByteArray> {"From here\n>From there\n> From x\n"};
        QTest::newRow("From in the text") << from + "S: 1\n\nx\n\nFrom now on it is good.\n"
                                          << QList<QByteArray> {"x\n\nFrom now on it is good.\n"};
        QTest::newRow("by length") << from
                + "Content-Length: 50\n\nx\n\nFrom a@x Tue Nov  3 10:12:00 2026\nnot a mail..\n\n" + from
                + "S: 2\n\nlast"
                                   << QList<QByteArray> {
                                          "x\n\nFrom a@x Tue Nov  3 10:12:00 2026\nnot a mail..\n", "last"};
        QTest::newRow("length that lies") << from + "Content-Length: 9999\n\nx\n\n" + from + "S: 2\n\nlast"
                                          << QList<QByteArray> {"x\n\n", "last"};
        QTest::newRow("empty") << QByteArray() << QList<QByteArray> {};
    }
    void mbox_isTakenApart()
    {
        QFETCH(QByteArray, box);
        QFETCH(QList<QByteArray>, bodies);
        for (const bool isPacked : {false, true}) {
            const QString path = m_dir.filePath(u"box"_s);
            isPacked ? writeGzip(path, box) : write(path, box);
            const auto source = MailSource::openMbox(path, 1 << 20);
            QVERIFY(source);
            const QList<RawMail> mails = all(**source);
            QCOMPARE(mails.size(), bodies.size());
            for (int i = 0; i < int(mails.size()); ++i) {
                const QByteArray &bytes = mails.at(i).bytes;
                const qsizetype blank = bytes.indexOf("\r\n\r\n");
                const QByteArray body = blank >= 0 && blank < 20 ? bytes.sliced(blank + 4)
                                                                 : bytes.sliced(bytes.indexOf("\n\n") + 2);
                QCOMPARE(body, bodies.at(i));
                QCOMPARE(mails.at(i).receivedAt, parseIso(u"2026-11-03T10:12:00Z"));
            }
        }
    }

    void mbox_ofSomethingElse_isRefused()
    {
        const auto source = MailSource::openMbox(write(m_dir.filePath(u"table"_s), "a,b\n1,2\n"), 1 << 20);
        QVERIFY(source);
        const auto mail = (*source)->next();
        QVERIFY(!mail);
        QCOMPARE(mail.error().kind, Error::Kind::Invalid);
    }

    void hugeMail_isCutAndTheNextIsWhole()
    {
        const QByteArray box = QByteArray(One) + "S: 1\n\n" + QByteArray("0123456789\n").repeated(10'000)
            + "\n" + One + "S: 2\n\nok\n";
        const auto source = MailSource::openMbox(write(m_dir.filePath(u"huge"_s), box), 5000);
        const QList<RawMail> mails = all(**source);
        QCOMPARE(mails.size(), 2);
        QVERIFY(mails.first().isCut);
        QVERIFY(mails.first().bytes.size() <= 5000);
        QVERIFY(mails.last().bytes.endsWith("ok\n"));
    }

    void damagedGzip_isAnErrorAfterTheGoodPart()
    {
        writeGzip(m_dir.filePath(u"whole.gz"_s), (QByteArray(One) + "S: 1\n\nbody\n\n").repeated(20'000));
        QFile file(m_dir.filePath(u"whole.gz"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2));
        const auto source = MailSource::openMbox(file.fileName(), 1 << 20);
        qint64 good = 0;
        Result<std::optional<RawMail>> mail = (*source)->next();
        for (; mail && *mail; mail = (*source)->next())
            ++good;
        QVERIFY(!mail);
        QVERIFY(good > 1000);
    }

    void maildir_isReadWithItsFlags()
    {
        const QString root = m_dir.filePath(u"md"_s);
        write(root + u"/cur/1:2,S"_s, "From: a@x\n\nread");
        write(root + u"/cur/2:2,"_s, "From: a@x\n\nseen not");
        write(root + u"/cur/3:2,T"_s, "From: a@x\n\ntrash");
        write(root + u"/new/4"_s, "From: a@x\n\nnew");
        write(root + u"/tmp/5"_s, "half");
        write(root + u"/.Sent/cur/6:2,S"_s, "From: a@x\n\nsent");
        write(root + u"/dovecot-uidlist"_s, "3 V1");
        writeGzip(root + u"/cur/7:2,S.gz"_s, "From: a@x\n\npacked");
        const auto source = MailSource::openFolder(root, 1 << 20);
        QVERIFY(source);
        QStringList seen;
        for (const RawMail &mail : all(**source))
            seen += mail.place + (mail.isRead ? u"+"_s : u"-"_s) + (mail.isDeleted ? u"!"_s : QString())
                + QString::fromLatin1(mail.bytes.sliced(11));
        QCOMPARE(seen,
            QStringList({u".Sent/cur/6:2,S+sent"_s, u"cur/1:2,S+read"_s, u"cur/2:2,-seen not"_s,
                u"cur/3:2,T-!trash"_s, u"cur/7:2,S.gz+packed"_s, u"new/4-new"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_MailSource)
#include "tst_mailsource.moc"
