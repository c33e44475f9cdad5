// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inbox/snoozetimes.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

Instant at(const QString &iso)
{
    const auto instant = parseIso(iso);
    return instant.value_or(Instant());
}

// "TODAY 18:00" and so on: what a reader compares.
QStringList lines(const QList<SnoozeChoice> &choices)
{
    static const QStringList names {u"later"_s, u"evening"_s, u"tomorrow"_s, u"monday"_s, u"week"_s};
    QStringList texts;
    for (const SnoozeChoice &choice : choices)
        texts.append(names.at(int(choice.id)) + u' ' + toIso(choice.until).first(16));
    return texts;
}

} // namespace

class tst_SnoozeTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choices_are_wall_clock_times_of_the_zone_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("a Wednesday morning has all five")
            << u"2026-02-18T09:10:00Z"_s << u"UTC"_s
            << QStringList {u"later 2026-02-18T13:00"_s, u"evening 2026-02-18T18:00"_s,
                   u"tomorrow 2026-02-19T09:00"_s, u"monday 2026-02-23T09:00"_s, u"week 2026-02-25T09:00"_s};
        QTest::newRow("in the afternoon later today would be the evening")
            << u"2026-02-18T15:30:00Z"_s << u"UTC"_s
            << QStringList {u"evening 2026-02-18T18:00"_s, u"tomorrow 2026-02-19T09:00"_s,
                   u"monday 2026-02-23T09:00"_s, u"week 2026-02-25T09:00"_s};
        QTest::newRow("in the evening today is over")
            << u"2026-02-18T17:01:00Z"_s << u"UTC"_s
            << QStringList {
                   u"tomorrow 2026-02-19T09:00"_s, u"monday 2026-02-23T09:00"_s, u"week 2026-02-25T09:00"_s};
        QTest::newRow("on Sunday tomorrow is Monday")
            << u"2026-02-22T20:00:00Z"_s << u"UTC"_s
            << QStringList {u"tomorrow 2026-02-23T09:00"_s, u"week 2026-03-01T09:00"_s};
        QTest::newRow("on Monday next Monday is in a week")
            << u"2026-02-23T20:00:00Z"_s << u"UTC"_s
            << QStringList {u"tomorrow 2026-02-24T09:00"_s, u"monday 2026-03-02T09:00"_s};
        QTest::newRow("tomorrow is the zone's, not ours: it is Thursday there already")
            << u"2026-02-18T16:00:00Z"_s << u"Asia/Tokyo"_s
            << QStringList {u"later 2026-02-18T19:00"_s, u"evening 2026-02-19T09:00"_s,
                   u"tomorrow 2026-02-20T00:00"_s, u"monday 2026-02-23T00:00"_s, u"week 2026-02-26T00:00"_s};
        QTest::newRow("clocks go forward in the night: 9:00 is an hour earlier")
            << u"2026-03-28T20:00:00Z"_s << u"Europe/Berlin"_s
            << QStringList {
                   u"tomorrow 2026-03-29T07:00"_s, u"monday 2026-03-30T07:00"_s, u"week 2026-04-04T07:00"_s};
        QTest::newRow("clocks go back in the night: 9:00 is an hour later")
            << u"2026-10-24T20:00:00Z"_s << u"Europe/Berlin"_s
            << QStringList {
                   u"tomorrow 2026-10-25T08:00"_s, u"monday 2026-10-26T08:00"_s, u"week 2026-10-31T08:00"_s};
    }
    void choices_are_wall_clock_times_of_the_zone()
    {
        QFETCH(QString, now);
        QFETCH(QString, zone);
        QFETCH(QStringList, expected);
        const QTimeZone place(zone.toLatin1());
        QVERIFY(place.isValid());
        const auto choices = snoozeChoices(at(now), place);
        QCOMPARE(lines(choices), expected);
        for (const SnoozeChoice &choice : choices)
            QCOMPARE_GT(choice.until, at(now));
    }

    void typed_times_are_read_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected"); // UTC of Berlin's wall clock, or the code
        // It is Wednesday, 18 February 2026, 10:00 in Berlin.
        QTest::newRow("a weekday with a time") << u"fri 14:30"_s << u"2026-02-20T13:30"_s;
        QTest::newRow("the other order") << u"14:30 on Friday"_s << u"2026-02-20T13:30"_s;
        QTest::newRow("a weekday alone is 9:00") << u"Monday"_s << u"2026-02-23T08:00"_s;
        QTest::newRow("today's weekday later today") << u"wed 11"_s << u"2026-02-18T10:00"_s;
        QTest::newRow("today's weekday when that has passed") << u"wed"_s << u"2026-02-25T08:00"_s;
        QTest::newRow("next means of the following week") << u"next fri"_s << u"2026-02-27T08:00"_s;
        QTest::newRow("next week is its Monday") << u"next week"_s << u"2026-02-23T08:00"_s;
        QTest::newRow("tomorrow alone") << u"tomorrow"_s << u"2026-02-19T08:00"_s;
        QTest::newRow("tomorrow at nine") << u"tomorrow 9"_s << u"2026-02-19T08:00"_s;
        QTest::newRow("tomorrow afternoon") << u" Tomorrow  AFTERNOON "_s << u"2026-02-19T13:00"_s;
        QTest::newRow("half of the day") << u"9:30 pm"_s << u"2026-02-18T20:30"_s;
        QTest::newRow("twelve am is midnight") << u"tomorrow 12am"_s << u"2026-02-18T23:00"_s;
        QTest::newRow("a time that has passed is tomorrow's") << u"9"_s << u"2026-02-19T08:00"_s;
        QTest::newRow("this evening") << u"this evening"_s << u"2026-02-18T17:00"_s;
        QTest::newRow("tonight") << u"tonight"_s << u"2026-02-18T17:00"_s;
        QTest::newRow("a date") << u"2026-03-01"_s << u"2026-03-01T08:00"_s;
        QTest::newRow("a date with a time") << u"2026-03-01 at 16:45"_s << u"2026-03-01T15:45"_s;
        QTest::newRow("a day of a month") << u"24 dec"_s << u"2026-12-24T08:00"_s;
        QTest::newRow("a month's day in the next year") << u"January 2, noon"_s << u"2027-01-02T11:00"_s;
        QTest::newRow("minutes") << u"in 90 min"_s << u"2026-02-18T10:30"_s;
        QTest::newRow("hours, short") << u"2h"_s << u"2026-02-18T11:00"_s;
        QTest::newRow("an hour") << u"in an hour"_s << u"2026-02-18T10:00"_s;
        QTest::newRow("days keep the wall-clock time") << u"in 3 days"_s << u"2026-02-21T09:00"_s;
        QTest::newRow("weeks keep it across the change of clocks") << u"6w"_s << u"2026-04-01T08:00"_s;
        QTest::newRow("a month") << u"1 month"_s << u"2026-03-18T09:00"_s;
        QTest::newRow("the hour that is skipped") << u"2026-03-29 2:30"_s << u"2026-03-29T01:30"_s;
        QTest::newRow("the hour that comes twice") << u"2026-10-25 2:30"_s << u"2026-10-25T00:30"_s;
        QTest::newRow("today at a time that has passed") << u"today 9"_s << u"SNOOZE_PAST"_s;
        QTest::newRow("a date that has passed") << u"2026-02-17"_s << u"SNOOZE_PAST"_s;
        QTest::newRow("no time at all") << u"0 min"_s << u"SNOOZE_PAST"_s;
        QTest::newRow("more than a year") << u"in 53 weeks"_s << u"SNOOZE_TOO_FAR"_s;
        QTest::newRow("far more") << u"9999 months"_s << u"SNOOZE_TOO_FAR"_s;
        QTest::newRow("nothing") << u"  "_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("a word") << u"someday"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("two days") << u"fri sat"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("two times") << u"9 10"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("no such time") << u"tomorrow 25"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("no such half") << u"13pm"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("no such date") << u"2026-02-30"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("nothing after next") << u"next"_s << u"SNOOZE_UNREADABLE"_s;
        QTest::newRow("a long number") << u"in 99999999999999999999 days"_s << u"SNOOZE_UNREADABLE"_s;
    }
    void typed_times_are_read()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto until = parseSnoozeText(typed, at(u"2026-02-18T09:00:00Z"_s), QTimeZone("Europe/Berlin"));
        QCOMPARE(until ? toIso(*until).first(16) : until.error().code, expected);
    }
};

QTEST_APPLESS_MAIN(tst_SnoozeTimes)
#include "tst_snoozetimes.moc"
