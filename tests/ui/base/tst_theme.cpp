// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/fonts.h"
#include "ui/base/icons.h"
#include "ui/base/presenter.h"
#include "ui/base/theme.h"

#include <QElapsedTimer>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace signalbox;
using namespace Qt::StringLiterals;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // Said by the offscreen platform for every window.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void contrastRatio_knowsTheEnds()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        // The worked example of WCAG's own tools: #767676 is the lightest grey that passes on white.
        QVERIFY(contrastRatio(QColor(0x767676), Qt::white) >= 4.5);
        QVERIFY(contrastRatio(QColor(0x777777), Qt::white) < 4.5);
    }

    void roles_haveTheirContrast_data()
    {
        QTest::addColumn<ColorRole>("front");
        QTest::addColumn<ColorRole>("ground");
        QTest::addColumn<double>("atLeast");
        constexpr double Readable = 4.5; // WCAG AA
        constexpr double Graphics = 3.0;
        using enum ColorRole;
        const auto pair = [](const char *name, ColorRole front, ColorRole ground, double atLeast) {
            QTest::newRow(name) << front << ground << atLeast;
        };
        pair("text on surface", ColorRole::Text, Surface, 7.0);
        pair("text on window", ColorRole::Text, Window, 7.0);
        pair("text on raised", ColorRole::Text, Raised, 7.0);
        pair("text on sunken", ColorRole::Text, Sunken, 7.0);
        pair("text on selection", ColorRole::Text, Selection, 7.0);
        pair("second text on surface", Text2, Surface, 7.0);
        pair("second text on window", Text2, Window, Readable);
        pair("second text on raised", Text2, Raised, Readable);
        pair("second text on selection", Text2, Selection, Readable);
        pair("second text on sunken", Text2, Sunken, Readable);
        pair("captions on surface", Text3, Surface, Readable);
        pair("captions on window", Text3, Window, Readable);
        pair("captions on raised", Text3, Raised, Readable);
        pair("accent on surface", Accent, Surface, Readable);
        pair("text on accent", AccentText, Accent, Readable);
        pair("accent on its soft ground", Accent, AccentSoft, Readable);
        pair("info on its soft ground", Info, InfoSoft, Readable);
        pair("ok on its soft ground", Ok, OkSoft, Readable);
        pair("warn on its soft ground", Warn, WarnSoft, Readable);
        pair("danger on its soft ground", Danger, DangerSoft, Readable);
        pair("text on info ground", ColorRole::Text, InfoSoft, Readable);
        pair("text on warn ground", ColorRole::Text, WarnSoft, Readable);
        pair("text on danger ground", ColorRole::Text, DangerSoft, Readable);
        pair("edges of controls on surface", BorderStrong, Surface, Graphics);
        pair("focus on surface", Focus, Surface, Graphics);
        pair("focus on window", Focus, Window, Graphics);
        pair("focus on raised", Focus, Raised, Graphics);
    }
    void roles_haveTheirContrast()
    {
        QFETCH(ColorRole, front);
        QFETCH(ColorRole, ground);
        QFETCH(double, atLeast);
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark})
            QCOMPARE_GE(contrastRatio(themeColor(scheme, front), themeColor(scheme, ground)), atLeast);
    }

    void tones_areReadableOnTheirGround()
    {
        for (const Tone tone : {Tone::GoingWell, Tone::Asks, Tone::Quiet, Tone::Waiting, Tone::No}) {
            for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark})
                QCOMPARE_GE(
                    contrastRatio(themeColor(scheme, toneText(tone)), themeColor(scheme, toneGround(tone))),
                    4.5);
        }
    }

    void series_standOutFromTheSurface()
    {
        for (int i = 0; i < 8; ++i) {
            QCOMPARE_GE(contrastRatio(seriesColor(ColorScheme::Light, i),
                            themeColor(ColorScheme::Light, ColorRole::Surface)),
                3.0);
            QCOMPARE_GE(contrastRatio(seriesColor(ColorScheme::Dark, i),
                            themeColor(ColorScheme::Dark, ColorRole::Surface)),
                3.0);
        }
        QCOMPARE(seriesColor(ColorScheme::Light, 8), seriesColor(ColorScheme::Light, 0));
    }

    void choice_followsTheSystemOnlyWhenAsked()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setSystemScheme(ColorScheme::Dark);
        QCOMPARE(theme.scheme(), ColorScheme::Dark);
        theme.setChoice(Theme::Choice::Light);
        QCOMPARE(theme.scheme(), ColorScheme::Light);
        QCOMPARE(changed.count(), 2);
        theme.setSystemScheme(ColorScheme::Light);
        theme.setSystemScheme(ColorScheme::Dark);
        QCOMPARE(changed.count(), 2);
        theme.setChoice(Theme::Choice::System);
        QCOMPARE(theme.scheme(), ColorScheme::Dark);
    }

    void zoom_scalesFontsAndRows()
    {
        Theme theme;
        theme.setZoomPercent(150);
        QCOMPARE(theme.font(TextStyle::Section).pixelSize(), 24);
        QCOMPARE(theme.listRowHeight(), 114);
        theme.setDensity(Theme::Density::Compact);
        QCOMPARE(theme.listRowHeight(), 78);
        theme.setZoomPercent(1000);
        QCOMPARE(theme.zoomPercent(), 200);
    }

    void switching_reachesStockWidgets()
    {
        Theme theme;
        theme.setChoice(Theme::Choice::Light);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        for (int i = 0; i < 120; ++i) {
            column->addWidget(new QPushButton(u"button"_s, &window));
            column->addWidget(new QLineEdit(&window));
        }
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QElapsedTimer timer;
        timer.start();
        theme.setChoice(Theme::Choice::Dark);
        // The promise is 100 ms; a busy machine gets room, an order of magnitude would be a defect.
        QCOMPARE_LT(timer.elapsed(), 1000);
        QTRY_COMPARE(
            window.palette().color(QPalette::Window), themeColor(ColorScheme::Dark, ColorRole::Window));
        theme.setChoice(Theme::Choice::Light);
    }

    void fontFamily_hasTabularDigits()
    {
        const QFont font(interfaceFontFamily());
        QVERIFY(hasTabularDigits(font));
    }

    void icons_areAllThereAndTinted()
    {
        for (int i = int(IconName::None) + 1; i <= int(IconName::Key); ++i) {
            const auto name = static_cast<IconName>(i);
            const QImage image = iconPixmap(name, Qt::red, 20, 2.0).toImage();
            QCOMPARE(image.size(), QSize(40, 40));
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 128)
                        continue;
                    ++inked;
                    QVERIFY2(pixel.red() > 200 && pixel.green() < 60, qPrintable(iconFileName(name)));
                }
            }
            QVERIFY2(inked > 40, qPrintable(u"%1 draws %2 pixels"_s.arg(iconFileName(name)).arg(inked)));
        }
    }

    void presenter_knowsEveryTagAndKeepsUnknownOnes()
    {
        for (const QString &tag : {u"New"_s, u"Meeting Booked"_s, u"Meeting Requested"_s, u"Call Requested"_s,
                 u"Information Requested"_s, u"Objection"_s, u"Not Interested"_s, u"Blacklist"_s,
                 u"Follow Up"_s, u"Out of Office"_s, u"Automated Reply"_s, u"Interested"_s, u"Neutral"_s,
                 u"Snoozed"_s})
            QVERIFY2(presentSentiment(tag).glyph != IconName::None, qPrintable(tag));
        QCOMPARE(presentSentiment(u"Brand New Tag"_s).text, u"Brand New Tag"_s);
        QCOMPARE(presentStatus(u"needs_repair"_s).text, u"Needs repair"_s);
        QCOMPARE(presentRole(u"INBOX_MANAGER"_s), u"Inbox manager"_s);
    }

    void presenter_shortensTimesByAge()
    {
        using namespace std::chrono;
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QDateTime at(QDate(2026, 2, 18), QTime(14, 2));
        const Instant now(milliseconds(at.toMSecsSinceEpoch()));
        QCOMPARE(presentTime(now - 20s, now, english), u"now"_s);
        QCOMPARE(presentTime(now - 5min, now, english), u"5 min"_s);
        QCOMPARE(presentTime(now - 3h, now, english), u"11:02"_s);
        QCOMPARE(presentTime(now - 72h, now, english), u"15 Feb"_s);
        QCOMPARE(presentTime(now - 8760h, now, english), u"18 Feb 2025"_s);
        QCOMPARE(presentAge(3s), u"3 s"_s);
        QCOMPARE(presentAge(185s), u"3 min"_s);
        QCOMPARE(presentCount(128'400, english, true), u"128k"_s);
        QCOMPARE(presentCount(128'400, english), u"128,400"_s);
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
