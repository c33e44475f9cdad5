// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeshell.h"
#include "tests/support/stagepage.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

struct Text
{
    QString context;
    QString source;
    QString type; ///< empty, `unfinished`, `vanished` or `obsolete`
    QStringList translations; ///< one, or one a plural form
    bool isPlural = false;

    QString key() const { return context + u": "_s + source; }
};

QList<Text> readTexts(const QString &path)
{
    QFile file(path);
    QList<Text> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context;
    Text text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "message"_L1)
            texts.append(text);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            text = {context, {}, {}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1};
        else if (xml.name() == "source"_L1)
            text.source = xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            text.type = xml.attributes().value("type"_L1).toString();
            if (!text.isPlural)
                text.translations = {xml.readElementText()};
        } else if (xml.name() == "numerusform"_L1)
            text.translations.append(xml.readElementText());
    }
    return texts;
}

QSet<QString> keysOf(const QList<Text> &texts)
{
    QSet<QString> keys;
    for (const Text &text : texts)
        keys.insert(text.key());
    return keys;
}

/// `%1`, `%2`: each must come back. `%n` may be written out in a form of its own ("two days").
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(u"%L?[0-9]"_s);
    QStringList places;
    for (auto matches = place.globalMatch(text); matches.hasNext();)
        places.append(matches.next().captured());
    places.sort();
    return places;
}

QString tsFile(const QString &language)
{
    return QStringLiteral(SIGNALBOX_SOURCE) + u"/translations/signalbox_%1.ts"_s.arg(language);
}

} // namespace

/// The files of texts against the sources, and the window while its language changes.
class tst_Translations : public QObject
{
    Q_OBJECT

    /// What lupdate finds in the sources now.
    static QList<Text> collect(const QString &folder, const QStringList &options)
    {
        const QString file = folder + u"/now.ts"_s;
        QProcess lupdate;
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(SIGNALBOX_LUPDATE),
            QStringList {u"@"_s + QStringLiteral(SIGNALBOX_TS_SOURCES), u"-I"_s,
                QStringLiteral(SIGNALBOX_SOURCE), u"-locations"_s, u"none"_s}
                + options + QStringList {u"-ts"_s, file});
        if (!lupdate.waitForFinished(60'000) || lupdate.exitCode() != 0) {
            lupdate.kill();
            lupdate.waitForFinished();
            qWarning("lupdate does not finish: %s", lupdate.readAll().constData());
            return {};
        }
        return readTexts(file);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void files_areComplete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("forms");
        QTest::newRow("English plurals") << u"en"_s << QStringList {u"-pluralonly"_s} << 2;
        QTest::newRow("German") << u"de"_s << QStringList() << 2;
        QTest::newRow("Arabic") << u"ar"_s << QStringList() << 6;
    }
    void files_areComplete()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        QFETCH(int, forms);
        QTemporaryDir folder;
        const QSet<QString> wanted = keysOf(collect(folder.path(), options));
        QVERIFY(!wanted.isEmpty());
        const QList<Text> texts = readTexts(tsFile(language));
        const QSet<QString> present = keysOf(texts);
        QVERIFY2((wanted - present).isEmpty(),
            qPrintable(
                u"missing, run ./dev build ts:\n"_s + QStringList((wanted - present).values()).join(u'\n')));
        QVERIFY2((present - wanted).isEmpty(),
            qPrintable(u"no longer in the sources, run ./dev build ts:\n"_s
                + QStringList((present - wanted).values()).join(u'\n')));
        for (const Text &text : texts) {
            QVERIFY2(text.type.isEmpty(), qPrintable(text.type + u' ' + text.key()));
            QCOMPARE(text.translations.size(), text.isPlural ? forms : 1);
            for (const QString &translation : text.translations) {
                QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(text.key()));
                QVERIFY2(placesIn(translation) == placesIn(text.source),
                    qPrintable(text.key() + u" → "_s + translation));
                QVERIFY2(text.isPlural || !(translation.contains(u"%n"_s) || translation.contains(u"%Ln"_s)),
                    qPrintable(text.key()));
            }
            if (text.isPlural)
                QVERIFY2(
                    text.translations.last().contains(text.source.contains(u"%Ln"_s) ? u"%Ln"_s : u"%n"_s),
                    qPrintable(text.key()));
        }
    }

    /// lupdate sees a text in a call of tr() or translate(), and one that is marked; a wrapper hides it.
    void wrapper_isOnlyCalledWithMarkedTexts()
    {
        static const QRegularExpression definition(u"QString (\\w+)\\(const char \\*text\\)"_s);
        QFile list(QStringLiteral(SIGNALBOX_TS_SOURCES));
        QVERIFY(list.open(QIODevice::ReadOnly));
        int wrappers = 0;
        for (const QByteArray &path : list.readAll().split('\n')) {
            QFile file(QString::fromUtf8(path));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString source = QString::fromUtf8(file.readAll());
            const auto wrapper = definition.match(source);
            if (!wrapper.hasMatch())
                continue;
            ++wrappers;
            const QRegularExpression bare(u"\\b%1\\(\"[^\"]*\""_s.arg(wrapper.captured(1)));
            const auto found = bare.match(source);
            QVERIFY2(!found.hasMatch(), path + ": mark " + found.captured().toUtf8());
        }
        QVERIFY(wrappers > 0);
    }

    void lookUp_findsEveryTextInTheProgram()
    {
        // Not only in the file: under the context that the program asks with.
        for (const QString &code : {u"de"_s, u"ar"_s}) {
            QTranslator translator;
            QVERIFY(translator.load(u":/i18n/signalbox_%1.qm"_s.arg(code)));
            QCOMPARE(translator.translate("signalbox::MainWindow", "Sign out").isEmpty(), false);
            QCOMPARE(translator.translate("Presenter", "Requires attention").isEmpty(), false);
            QCOMPARE(translator.translate("ErrorText", "This was stopped.").isEmpty(), false);
        }
    }

    void plurals_areThereFromTheStart_inEnglishToo()
    {
        Language language;
        language.choose(u"en"_s);
        QCOMPARE(QCoreApplication::translate("Presenter", "%n day(s)", nullptr, 1), u"1 day"_s);
    }

    void plurals_followTheLanguage()
    {
        Language language;
        const auto days
            = [](int n) { return QCoreApplication::translate("Presenter", "%n day(s)", nullptr, n); };
        language.choose(u"de"_s);
        QCOMPARE(days(1), u"1 Tag"_s);
        QCOMPARE(days(2), u"2 Tage"_s);
        language.choose(u"ar"_s);
        QCOMPARE(days(2), u"يومان"_s);
        QVERIFY(days(3) != days(11));
        language.choose(u"en"_s);
        QCOMPARE(days(1), u"1 day"_s);
        QCOMPARE(days(2), u"2 days"_s);
    }

    void window_changesItsLanguageWhileItIsOpen()
    {
        ShellStage stage;
        MainWindow &window = stage.openSignedIn({StagePage::spec()});
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(window.host().page() && window.host().page()->isVisible());
        QTRY_VERIFY(!window.host().isSwitching());
        window.commands().trigger(u"page.settings"_s);
        QTRY_COMPARE(window.host().pageId(), u"settings"_s);
        const auto title = [&] { return window.windowTitle().section(u" — "_s, 0, 0); };
        const auto command = [&] { return window.commands().action(u"shell.signOut"_s)->text(); };
        const auto ofQt = [&] {
            QDialogButtonBox box(QDialogButtonBox::Cancel);
            return box.button(QDialogButtonBox::Cancel)->text().remove(u'&');
        };
        QCOMPARE(title(), u"Settings"_s);
        QCOMPARE(command(), u"Sign out"_s);

        stage.preferences.set(u"general/language"_s, u"de"_s);
        QTRY_COMPARE(title(), u"Einstellungen"_s);
        QCOMPARE(command(), u"Abmelden"_s);
        QCOMPARE(ofQt(), u"Abbrechen"_s);
        QCOMPARE(window.layoutDirection(), Qt::LeftToRight);

        stage.preferences.set(u"general/language"_s, u"ar"_s);
        QTRY_COMPARE(title(), u"الإعدادات"_s);
        QCOMPARE(command(), u"تسجيل الخروج"_s);
        QVERIFY(ofQt() != "Cancel"_L1);
        QCOMPARE(window.layoutDirection(), Qt::RightToLeft);
        QCOMPARE(window.host().page()->layoutDirection(), Qt::RightToLeft);

        stage.preferences.set(u"general/language"_s, u"en"_s);
        QTRY_COMPARE(title(), u"Settings"_s);
        QCOMPARE(ofQt(), u"Cancel"_s);
        QCOMPARE(window.layoutDirection(), Qt::LeftToRight);
    }
};

QTEST_MAIN(tst_Translations)
#include "tst_translations.moc"
