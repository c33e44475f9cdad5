// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/analytics/barchart.h"
#include "ui/analytics/linechart.h"
#include "ui/analytics/lineplot.h"

#include <QAbstractScrollArea>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Lines and bars as a person uses them.
class tst_Charts : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<LineChart> m_chart;

    static LineChartData data(int days, double scale = 1)
    {
        LineChartData data;
        LineSeries in {.id = u"in"_s, .name = u"Inbound"_s, .series = 1};
        LineSeries out {.id = u"out"_s, .name = u"Outbound"_s, .series = 0};
        for (int i = 0; i < days; ++i) {
            data.labels.append(u"Day %1"_s.arg(i));
            in.values.append(scale * (100 + i % 7 * 20));
            out.values.append(scale * (300 + i % 5 * 30));
            in.before.append(scale * 90);
        }
        data.series = {in, out};
        data.isLastPartial = true;
        return data;
    }
    QWidget *viewport() const { return m_chart->findChild<QAbstractScrollArea *>()->viewport(); }
    QImage picture(const PrintedPicture &of, ColorScheme scheme = ColorScheme::Light) const
    {
        QImage image(of.pictureSize(), QImage::Format_RGB32);
        image.fill(themeColor(scheme, ColorRole::Surface));
        QPainter painter(&image);
        of.paintPicture(painter, image.rect(), scheme);
        return image;
    }
    static int pixels(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_chart = std::make_unique<LineChart>(m_theme);
        m_chart->resize(700, 300);
        m_chart->setData(data(30));
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }

    void drag_zooms_doubleClickShowsAll()
    {
        QSignalSpy ranges(m_chart.get(), &LineChart::rangeChanged);
        const int y = viewport()->height() / 2;
        const int left = viewport()->width() / 4;
        const int right = viewport()->width() / 2;
        QTest::mousePress(viewport(), Qt::LeftButton, {}, {left, y});
        QTest::mouseMove(viewport(), {right, y});
        QTest::mouseRelease(viewport(), Qt::LeftButton, {}, {right, y});
        QVERIFY(m_chart->isZoomed());
        QCOMPARE(ranges.size(), 1);
        QCOMPARE_GT(m_chart->range().first, 0);
        QCOMPARE_LT(m_chart->range().second, 29);
        QTest::mouseDClick(viewport(), Qt::LeftButton, {}, {left, y});
        QVERIFY(!m_chart->isZoomed());
    }

    void keys_moveThePointer_andZoom()
    {
        m_chart->setFocus(Qt::TabFocusReason);
        QCOMPARE(m_chart->pointedAt(), 29);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->pointedAt(), 28);
        QVERIFY(m_chart->accessibleDescription().startsWith(u"Day 28, Inbound"_s));
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(m_chart->pointedAt(), 0);
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QVERIFY(m_chart->isZoomed());
        QTest::keyClick(m_chart.get(), Qt::Key_0);
        QVERIFY(!m_chart->isZoomed());
    }

    void newNumbers_keepZoomPointerAndHiddenLines()
    {
        m_chart->setRange(5, 12);
        m_chart->setHidden(u"out"_s, true);
        m_chart->pointAt(8);
        m_chart->setData(data(30, 1.1));
        QCOMPARE(m_chart->range(), std::pair(5, 12));
        QCOMPARE(m_chart->hiddenSeries(), QSet<QString> {u"out"_s});
        QCOMPARE(m_chart->pointedAt(), 8);
        // A day later the same days are in sight.
        LineChartData moved = data(31);
        moved.labels.removeFirst();
        for (LineSeries &series : moved.series)
            series.values.removeFirst();
        moved.labels.append(u"Day 31"_s);
        m_chart->setData(data(31));
        QCOMPARE(m_chart->range(), std::pair(5, 12));
    }

    void clickOnAName_hidesItsLine_andShowsItAgain()
    {
        QSignalSpy hidden(m_chart.get(), &LineChart::hiddenChanged);
        const QColor green = seriesColor(m_theme.scheme(), 0);
        const int shown = pixels(picture(*m_chart, m_theme.scheme()), green);
        QCOMPARE_GT(shown, 100);
        // Names stand at the right edge; one of the heights is that of "Outbound".
        for (int y = 0; y < viewport()->height() && !m_chart->hiddenSeries().contains(u"out"_s); y += 6) {
            QTest::mouseClick(viewport(), Qt::LeftButton, {}, {viewport()->width() - 20, y});
            if (m_chart->hiddenSeries().contains(u"in"_s))
                m_chart->setHidden(u"in"_s, false);
        }
        QVERIFY(m_chart->hiddenSeries().contains(u"out"_s));
        QVERIFY(!hidden.isEmpty());
        QCOMPARE(pixels(picture(*m_chart, m_theme.scheme()), green), 0);
        m_chart->setHidden(u"out"_s, false);
        QCOMPARE(pixels(picture(*m_chart, m_theme.scheme()), green), shown);
    }

    void nameOfAHiddenLine_staysAboveTheDays()
    {
        const LineChartData days = data(30);
        LineView view;
        view.last = 29;
        view.top = 500;
        view.hidden = {u"out"_s};
        const std::function<QString(double)> format = [](double value) { return QString::number(value); };
        const LinePlot plot(m_theme, days, view, format);
        const QRectF area(0, 0, 700, 300);
        for (const LinePlot::Name &name : plot.names(area))
            QCOMPARE_LE(name.rect.bottom(), plot.plotArea(area).bottom());
    }

    void gap_isNotDrawnAcross()
    {
        LineChartData one;
        LineSeries line {.id = u"a"_s, .name = u"A"_s, .series = 1};
        for (int i = 0; i < 30; ++i) {
            one.labels.append(QString());
            line.values.append(i > 8 && i < 20 ? std::nullopt : std::optional(50.0));
        }
        one.series = {line};
        m_chart->setData(one);
        const QImage image = picture(*m_chart, m_theme.scheme());
        const QColor blue = seriesColor(m_theme.scheme(), 1);
        const int middle = image.width() * 14 / 30;
        QCOMPARE_GT(pixels(image.copy(0, 0, image.width() / 4, image.height()), blue), 20);
        QCOMPARE(pixels(image.copy(middle - 40, 0, 80, image.height()), blue), 0);
    }

    void morePointsThanPixels_areThinned_onAnotherThread()
    {
        m_chart->setData(data(20000));
        QTRY_VERIFY(m_chart->drawnPoints(u"in"_s) > 100 && m_chart->drawnPoints(u"in"_s) < 1000);
        m_chart->setRange(100, 200);
        QTRY_COMPARE(m_chart->drawnPoints(u"in"_s), 101); // few enough: every one
    }

    void picture_isSavedAsPngTwiceTheSize_andAsSvg()
    {
        QTemporaryDir folder;
        const QString png = folder.filePath(u"a.png"_s);
        QVERIFY(savePicture(*m_chart, png, ColorScheme::Light));
        const QImage image(png);
        QCOMPARE(image.width(), 2 * (m_chart->pictureSize().width() + 32));
        QCOMPARE(image.pixelColor(1, 1), themeColor(ColorScheme::Light, ColorRole::Surface));
        const QString svg = folder.filePath(u"a.svg"_s);
        QVERIFY(savePicture(*m_chart, svg, ColorScheme::Light));
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("<svg"));
        QVERIFY(text.contains("Inbound"));
        QVERIFY(!savePicture(*m_chart, u"/nowhere/a.png"_s, ColorScheme::Light));
    }

    void bars_standForTheirValues()
    {
        BarChart bars(m_theme);
        bars.setRows({{.label = u"Long"_s, .value = 200, .valueText = u"200"_s, .shareText = u"67 %"_s},
            {.label = u"Half"_s, .value = 100, .valueText = u"100"_s, .shareText = u"33 %"_s},
            {.label = u"None"_s, .value = 0, .valueText = u"0"_s, .shareText = u"0 %"_s}});
        bars.resize(500, bars.sizeHint().height());
        const QImage image = picture(bars);
        const QColor green = seriesColor(ColorScheme::Light, 0);
        QList<int> lengths;
        for (int row = 0; row < 3; ++row)
            lengths.append(pixels(image.copy(0, row * 28 + 14, image.width(), 1), green));
        QCOMPARE_GT(lengths.at(0), 100);
        QCOMPARE_LE(std::abs(lengths.at(0) - 2 * lengths.at(1)), 3);
        QCOMPARE(lengths.at(2), 0);
        QVERIFY(bars.accessibleDescription().contains(u"Long: 200, 67 %"_s));
    }

    void stackedBars_haveTheirPartsAndALegend()
    {
        BarChart bars(m_theme);
        bars.setRows({{.label = u"Email"_s,
            .value = 300,
            .valueText = u"300"_s,
            .parts = {{u"In"_s, 100, 1}, {u"Out"_s, 200, 0}}}});
        bars.resize(500, bars.sizeHint().height());
        const QImage image = picture(bars);
        const QImage line = image.copy(0, 24 + 14, image.width(), 1);
        const int in = pixels(line, seriesColor(ColorScheme::Light, 1));
        const int out = pixels(line, seriesColor(ColorScheme::Light, 0));
        QCOMPARE_GT(in, 30);
        QCOMPARE_LE(std::abs(out - 2 * in), 4);
        QCOMPARE_GT(pixels(image.copy(0, 0, image.width(), 24), seriesColor(ColorScheme::Light, 1)), 20);
    }

    void bars_areWalkedByKeys()
    {
        BarChart bars(m_theme);
        bars.setRows({{.label = u"A"_s, .value = 2}, {.label = u"B"_s, .value = 1}});
        bars.show();
        QTest::keyClick(&bars, Qt::Key_Down);
        QTest::keyClick(&bars, Qt::Key_Down);
        QCOMPARE(bars.currentRow(), 1);
        QVERIFY(bars.accessibleName().startsWith(u"B"_s));
        bars.setRows({{.label = u"A"_s, .value = 2}});
        QCOMPARE(bars.currentRow(), -1);
    }
};

QTEST_MAIN(tst_Charts)
#include "tst_charts.moc"
