// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/analytics/tabfixture.h"
#include "ui/analytics/barchart.h"
#include "ui/analytics/bookingtab.h"

#include <QHeaderView>

using namespace signalbox;
using namespace Qt::StringLiterals;

using Fixture = TabFixture<BookingTab>;

/// The tab Booking (domain §7.6).
class tst_BookingTab : public QObject
{
    Q_OBJECT

    static void open(Fixture &f, const AnalyticsReading<BookingData> &reading)
    {
        f.tab->activate();
        f.gateway.bookings.back().source.finish(reading);
        QTRY_VERIFY(f.panel(u"bookingProcesses"_s).status().computedAt);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void numbers_areThoseOfTheReading()
    {
        Fixture f;
        open(f, bookingReading(f.clock.now(), false));
        QCOMPARE(f.card(u"leadsProcessed"_s).figure().value, u"893"_s);
        QCOMPARE(f.card(u"leadsBooked"_s).figure().value, u"204"_s);
        QCOMPARE(f.card(u"bookingRate"_s).figure().value, u"22.8"_s);
        QCOMPARE(f.card(u"averageOutbounds"_s).figure().value, u"3.4"_s);
        const QStringList processes = f.lines(u"processTable"_s);
        QCOMPARE(processes.first(), u"Process\tLeads\tBooked\tBooking rate\tAvg outbounds"_s);
        QCOMPARE(processes.at(1).section(u'\t', 0, 2), u"Direct link first\t286\t84"_s);
        QCOMPARE(processes.at(4).section(u'\t', 0, 1), u"No process\t37"_s);
        QCOMPARE(processes.last().section(u'\t', 0, 2), u"All\t893\t204"_s);
        const QStringList setters = f.lines(u"setterTable"_s);
        QCOMPARE(setters.at(1).section(u'\t', 0, 5), u"dana.kim@acme.test\t304\t281\t131\t77\t64"_s);
        QCOMPARE(setters.at(1).split(u'\t').size(), 11);
        // Nobody responded, so there is nothing to divide by.
        QCOMPARE(setters.at(4).split(u'\t').mid(7, 3).join(u'|'), u"—|—|—"_s);
    }

    void sums_stayLast_howeverTheTableIsSorted()
    {
        Fixture f;
        open(f, bookingReading(f.clock.now()));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            f.table(u"processTable"_s).horizontalHeader()->setSortIndicator(1, order);
            QCOMPARE(f.lines(u"processTable"_s).last().section(u'\t', 0, 0), u"All"_s);
        }
        QCOMPARE(f.lines(u"processTable"_s).at(1).section(u'\t', 0, 0), u"Questions, then times"_s);
    }

    void dropoff_isStackedByWave()
    {
        Fixture f;
        open(f, bookingReading(f.clock.now()));
        const auto *bars = f.tab->findChild<BarChart *>(u"dropoffBars"_s);
        QCOMPARE(bars->rows().size(), 4);
        const BarRow &first = bars->rows().first();
        QCOMPARE(first.value, 202.0); // 286 − 84
        QCOMPARE(first.parts.size(), 5);
        double sum = 0;
        for (const BarPart &part : first.parts)
            sum += part.value;
        QCOMPARE(sum, first.value);
        QCOMPARE(first.parts.first().name, u"Wave 1"_s);
        QCOMPARE(bars->rows().last().label, u"No process"_s);
    }

    void nothing_isEmpty_alsoWithSettersWhoGotNoLead()
    {
        Fixture f;
        auto reading = emptyBooking(f.clock.now());
        reading.data.setters = {{.user = {tabId(51)}, .email = u"dana@acme.test"_s}};
        open(f, reading);
        for (Panel *panel : f.tab->panels())
            QVERIFY2(panel->status().isEmpty, qPrintable(panel->id()));
        QCOMPARE(f.card(u"bookingRate"_s).figure().value, u"—"_s);
        QCOMPARE(f.card(u"averageOutbounds"_s).figure().value, u"—"_s);
    }

    void everything_isExplained()
    {
        Fixture f;
        open(f, bookingReading(f.clock.now()));
        QCOMPARE(f.unexplained(), QStringList());
        QCOMPARE(f.tab->printedSections().size(), 4);
    }

    void failure_keepsNothingToShow_andRetryAsks()
    {
        Fixture f;
        f.tab->activate();
        f.gateway.bookings.back().source.finish(Error {.kind = Error::Kind::Unavailable});
        QTRY_VERIFY(f.panel(u"setterFunnel"_s).status().error);
        Q_EMIT f.panel(u"setterFunnel"_s).retryRequested();
        QCOMPARE(f.gateway.bookings.size(), 2u);
    }
};

QTEST_MAIN(tst_BookingTab)
#include "tst_bookingtab.moc"
