// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/serviceconfig.h"

#include <QTemporaryDir>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

QStringList fatalKeys(const Configuration &configuration)
{
    QStringList keys;
    for (const ConfigProblem &problem : configuration.problems()) {
        if (problem.isFatal)
            keys += problem.key;
    }
    return keys;
}

} // namespace

class tst_Configuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_sources = {};
    }

    void nothing_givesTheDefaults()
    {
        const Configuration configuration = Configuration::read({});
        QVERIFY(configuration.problems().isEmpty());
        QCOMPARE(configuration.text("listen"_L1), u"127.0.0.1:7440"_s);
        QCOMPARE(configuration.value("listen"_L1).origin, u"default"_s);
        const auto config = serviceConfig(configuration);
        QVERIFY(config.has_value());
        QVERIFY(!config->environment.isProduction());
        QCOMPARE(config->listen.port, quint16(7440));
        QCOMPARE(config->embeddedDirectory, defaultEmbeddedDirectory());
        QVERIFY(!config->instance.isEmpty()); // the host's name: found again after a restart
    }

    void origins_areAListWithoutBlanks()
    {
        writeFile("[realtime]\norigins = \"https://a.example.com, https://b.example.com,\"\nsockets = 7\n");
        const auto config = serviceConfig(Configuration::read(m_sources));
        QVERIFY(config.has_value());
        QCOMPARE(
            config->realtimeOrigins, (QStringList {u"https://a.example.com"_s, u"https://b.example.com"_s}));
        QCOMPARE(config->realtimeSockets, 7);
    }

    void laterSource_winsAndIsNamed()
    {
        writeFile("listen = \"127.0.0.1:1\"\n\n[database]\npool_size = 3\nurl = \"postgresql:///a\"\n");
        m_sources.environment = {{u"SIGNALBOX_LISTEN"_s, u"127.0.0.1:2"_s}, {u"PATH"_s, u"/bin"_s},
            {u"SIGNALBOX_DATABASE_URL"_s, u"postgresql:///b"_s}, {u"SIGNALBOX_TEST_X"_s, u"1"_s}};
        m_sources.flags = {{u"listen"_s, u"127.0.0.1:3"_s}};
        const Configuration configuration = Configuration::read(m_sources);
        QVERIFY(configuration.problems().isEmpty());
        QVERIFY(configuration.value("listen"_L1) == ConfigValue({u"127.0.0.1:3"_s, u"--listen"_s}));
        QVERIFY(configuration.value("database.url"_L1)
            == ConfigValue({u"postgresql:///b"_s, u"SIGNALBOX_DATABASE_URL"_s}));
        QVERIFY(
            configuration.value("database.pool_size"_L1) == ConfigValue({u"3"_s, m_sources.file + u":4"_s}));
        QCOMPARE(configuration.number("database.pool_size"_L1), 3);
    }

    void unknownKey_isNamedWithItsLine()
    {
        writeFile("[database]\n# a comment\npool_sise = 3\n");
        m_sources.environment = {{u"SIGNALBOX_DATABSE_URL"_s, u"x"_s}};
        m_sources.flags = {{u"lissten"_s, u"x"_s}};
        const Configuration configuration = Configuration::read(m_sources);
        QCOMPARE(fatalKeys(configuration),
            QStringList({u"database.pool_sise"_s, u"SIGNALBOX_DATABSE_URL"_s, u"--lissten"_s}));
        QCOMPARE(configuration.problems().first().origin, m_sources.file + u":3"_s);
        const auto config = serviceConfig(configuration);
        QVERIFY(!config.has_value());
        QVERIFY(config.error().detail.contains(m_sources.file + u":3"_s));
        QVERIFY(config.error().detail.contains("SIGNALBOX_DATABSE_URL"_L1));
    }

    void brokenFile_isNamedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("not TOML") << QByteArray("listen = \"a\"\n= 3\n") << 2;
        QTest::newRow("a key twice") << QByteArray("listen = \"a\"\n\nlisten = \"b\"\n") << 3;
        QTest::newRow("a list") << QByteArray("\nlisten = [1]\n") << 2;
        QTest::newRow("a flag") << QByteArray("listen = true\n") << 1;
        QTest::newRow("not UTF-8") << QByteArray("listen = \"\xff\"\n") << 1;
    }
    void brokenFile_isNamedWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        writeFile(text);
        const Configuration configuration = Configuration::read(m_sources);
        QCOMPARE(configuration.problems().size(), 1);
        const QString what = configuration.problems().first().what;
        QVERIFY2(what.startsWith(u"%1:%2: "_s.arg(m_sources.file).arg(line)), qPrintable(what));
    }

    void missingFile_isAProblemOnlyWhenNamed()
    {
        m_sources.file = m_directory->filePath(u"absent.conf"_s);
        QVERIFY(Configuration::read(m_sources).problems().isEmpty());
        m_sources.isFileRequired = true;
        QCOMPARE(fatalKeys(Configuration::read(m_sources)), QStringList({u"--config"_s}));
    }

    void badValue_isRefused_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *variable, const QString &value, const char *key) {
            QTest::addRow("%s=%s", variable, qPrintable(value))
                << QString::fromLatin1(variable) << value << QString::fromLatin1(key);
        };
        row("SIGNALBOX_ENV", u"prod"_s, "environment");
        row("SIGNALBOX_ENV", u"preview/"_s, "environment");
        row("SIGNALBOX_ENV", u"preview/a b"_s, "environment");
        row("SIGNALBOX_ENV", u"production\n"_s, "environment");
        row("SIGNALBOX_LISTEN", u"8080"_s, "listen");
        row("SIGNALBOX_LISTEN", u"127.0.0.1:99999"_s, "listen");
        row("SIGNALBOX_LISTEN", u"::1:80"_s, "listen");
        row("SIGNALBOX_LISTEN", u"example.org:80"_s, "listen");
        row("SIGNALBOX_DATABASE_POOL_SIZE", u"many"_s, "database.pool_size");
        row("SIGNALBOX_DATABASE_POOL_SIZE", u"0"_s, "database.pool_size");
        row("SIGNALBOX_SERVER_DRAIN_SECONDS", u"-1"_s, "server.drain_seconds");
        row("SIGNALBOX_AUTH_SIGNING_SECRET", u"short"_s, "auth.signing_secret");
        row("SIGNALBOX_AUTH_OUTSIDE_ISSUER", u"https://id.example.org"_s, "auth.outside_keys_url");
        row("SIGNALBOX_DATABASE_ADMIN_URL", u"postgresql:///a"_s, "database.url");
        row("SIGNALBOX_REALTIME_FEED_URL", u"postgresql:///a"_s, "database.url");
    }
    void badValue_isRefused()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        m_sources.environment = {{variable, value}};
        const auto config = serviceConfig(Configuration::read(m_sources));
        QVERIFY(!config.has_value());
        QCOMPARE(config.error().kind, Error::Kind::Invalid);
        QTEST(config.error().field, "key");
    }

    void dirtySecret_isRefusedInProductionAndNeverShown_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("what");
        QTest::newRow("a blank before") << u" "_s << u""_s << u"starts with a blank"_s;
        QTest::newRow("a newline after") << u""_s << u"\n"_s << u"ends with a blank"_s;
        QTest::newRow("a no-break space") << u""_s << u"\u00a0"_s << u"ends with a blank"_s;
        QTest::newRow("quotes") << u"\""_s << u"\""_s << u"starts with a quote"_s;
        QTest::newRow("a curly quote") << u""_s << u"\u201d"_s << u"ends with a quote"_s;
        QTest::newRow("a zero-width space")
            << u"\u200b"_s << u""_s << u"starts with an invisible character"_s;
        QTest::newRow("a byte order mark") << u"\ufeff"_s << u""_s << u"starts with an invisible character"_s;
    }
    void dirtySecret_isRefusedInProductionAndNeverShown()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, what);
        const QString secret = u"correct-horse-battery-staple-0123456789"_s;
        m_sources.environment = {{u"SIGNALBOX_AUTH_SIGNING_SECRET"_s, before + secret + after}};
        const Configuration laptop = Configuration::read(m_sources);
        QCOMPARE(laptop.problems().size(), 1);
        QCOMPARE(laptop.problems().first().what, what);
        QVERIFY(serviceConfig(laptop).has_value());

        m_sources.environment.append({u"SIGNALBOX_ENV"_s, u"production"_s});
        const auto config = serviceConfig(Configuration::read(m_sources));
        QVERIFY(!config.has_value());
        QCOMPARE(config.error().field, u"auth.signing_secret"_s);
        QVERIFY(!config.error().detail.contains("horse"_L1));
    }

    void secretFile_losesOneNewline()
    {
        const QString secret = u"correct-horse-battery-staple-0123456789"_s;
        const QString path = writeSecret(secret.toUtf8() + '\n');
        m_sources.environment
            = {{u"SIGNALBOX_AUTH_SIGNING_SECRET_FILE"_s, path}, {u"SIGNALBOX_ENV"_s, u"production"_s}};
        const Configuration configuration = Configuration::read(m_sources);
        QVERIFY(configuration.problems().isEmpty());
        QCOMPARE(configuration.text("auth.signing_secret"_L1), secret);
        QVERIFY(configuration.value("auth.signing_secret"_L1).origin.contains(path));

        writeSecret(secret.toUtf8() + "\n\n");
        QCOMPARE(fatalKeys(Configuration::read(m_sources)), QStringList({u"auth.signing_secret"_s}));
    }

    void secretFile_thatEverybodyReads_isAProblem()
    {
        const QString path = writeSecret("correct-horse-battery-staple-0123456789");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther));
        m_sources.environment = {{u"SIGNALBOX_AUTH_SIGNING_SECRET_FILE"_s, path}};
        const Configuration configuration = Configuration::read(m_sources);
        QCOMPARE(configuration.problems().size(), 1);
        QVERIFY(!configuration.problems().first().isFatal);
        m_sources.environment.append({u"SIGNALBOX_ENV"_s, u"production"_s});
        QVERIFY(!serviceConfig(Configuration::read(m_sources)).has_value());
    }

    void secretFile_thatIsMissing_isAProblemEvenOnALaptop()
    {
        m_sources.environment = {{u"SIGNALBOX_REDIS_URL_FILE"_s, m_directory->filePath(u"absent"_s)}};
        QCOMPARE(fatalKeys(Configuration::read(m_sources)), QStringList({u"redis.url"_s}));
    }

    void listenAddress_isReadStrictly()
    {
        QVERIFY(parseListenAddress(u"127.0.0.1:0") == ListenAddress({u"127.0.0.1"_s, 0}));
        QVERIFY(parseListenAddress(u"[::1]:80") == ListenAddress({u"::1"_s, 80}));
        QVERIFY(parseListenAddress(u"localhost:80") == ListenAddress({u"localhost"_s, 80}));
        for (const auto &text :
            {u""_s, u":80"_s, u"127.0.0.1"_s, u"127.0.0.1:"_s, u"127.0.0.1:-1"_s, u"[127.0.0.1]:1"_s})
            QVERIFY2(!parseListenAddress(text).has_value(), qPrintable(text));
    }

    void environmentName_knowsItsForms()
    {
        QVERIFY(EnvironmentName::parse(u"production")->isProduction());
        QVERIFY(!EnvironmentName::parse(u"preview/production")->isProduction());
        QCOMPARE(EnvironmentName::parse(u"preview/feat/a-1")->name(), u"preview/feat/a-1"_s);
        QVERIFY(!EnvironmentName::parse(u"Production").has_value());
        QVERIFY(!EnvironmentName::parse(u"").has_value());
    }

private:
    void writeFile(const QByteArray &text)
    {
        m_sources.file = m_directory->filePath(u"signalboxd.conf"_s);
        QFile file(m_sources.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QString writeSecret(const QByteArray &text)
    {
        const QString path = m_directory->filePath(u"secret"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    ConfigSources m_sources;
};

QTEST_APPLESS_MAIN(tst_Configuration)
#include "tst_configuration.moc"
