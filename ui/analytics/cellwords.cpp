// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/analyticsrules.h"
#include "ui/analytics/figures.h"
#include "ui/analytics/tablewords.h"
#include "ui/base/presenter.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

static_assert(MinimumSamples == EnoughSamples);

struct Entry
{
    const char *value;
    const char *text; ///< null: made from the value
    const char *hint;
};

constexpr std::array Buckets {
    Entry {"<1min", nullptr,
        QT_TRANSLATE_NOOP("AnalyticsCells", "The first answer came in less than a minute.")},
    Entry {"1-5min", nullptr,
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "The first answer came after one minute or more, but less than five.")},
    Entry {"5-15min", nullptr,
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "The first answer came after 5 minutes or more, but less than 15.")},
    Entry {"15-60min", nullptr,
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "The first answer came after 15 minutes or more, but less than an hour.")},
    Entry {"1-4hr", nullptr,
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "The first answer came after one hour or more, but less than four.")},
    Entry {"4-24hr", nullptr,
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "The first answer came after 4 hours or more, but less than a day.")},
    Entry {
        ">24hr", nullptr, QT_TRANSLATE_NOOP("AnalyticsCells", "The first answer came after a day or later.")},
    Entry {"180-210s", nullptr,
        QT_TRANSLATE_NOOP("AnalyticsCells", "The AI chose to wait 180 seconds or more, but less than 210.")},
    Entry {"210-270s", nullptr,
        QT_TRANSLATE_NOOP("AnalyticsCells", "The AI chose to wait 210 seconds or more, but less than 270.")},
    Entry {"270-330s", nullptr,
        QT_TRANSLATE_NOOP("AnalyticsCells", "The AI chose to wait 270 seconds or more, but less than 330.")},
    Entry {"330-390s", nullptr,
        QT_TRANSLATE_NOOP("AnalyticsCells", "The AI chose to wait 330 seconds or more, but less than 390.")},
    Entry {
        "390-420s", nullptr, QT_TRANSLATE_NOOP("AnalyticsCells", "The AI chose to wait 390 to 420 seconds.")},
    Entry {"<10s early", QT_TRANSLATE_NOOP("AnalyticsCells", ">10 s early"),
        QT_TRANSLATE_NOOP("AnalyticsCells",
            "The message went out more than 10 s early: more than ten seconds before its planned time.")},
    Entry {"on-time (±10s)", QT_TRANSLATE_NOOP("AnalyticsCells", "on time (±10 s)"),
        QT_TRANSLATE_NOOP("AnalyticsCells",
            "The message went out at most ten seconds before its planned time, or less than ten after it.")},
    Entry {"10-60s late", QT_TRANSLATE_NOOP("AnalyticsCells", "10–60 s late"),
        QT_TRANSLATE_NOOP("AnalyticsCells",
            "The message went out ten seconds or more after its planned time, but less than a minute.")},
    Entry {"1-5min late", QT_TRANSLATE_NOOP("AnalyticsCells", "1–5 min late"),
        QT_TRANSLATE_NOOP("AnalyticsCells",
            "The message went out one minute or more after its planned time, but less than five.")},
    Entry {">5min late", QT_TRANSLATE_NOOP("AnalyticsCells", ">5 min late"),
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "The message went out five minutes or more after its planned time.")},
};

constexpr std::array Dispositions {
    Entry {"AUTO_SENT", QT_TRANSLATE_NOOP("AnalyticsCells", "Auto-sent"),
        QT_TRANSLATE_NOOP("AnalyticsCells", "The AI sent its draft by itself.")},
    Entry {"APPROVED", QT_TRANSLATE_NOOP("AnalyticsCells", "Approved"),
        QT_TRANSLATE_NOOP("AnalyticsCells", "A person sent the draft without changing its text.")},
    Entry {"EDITED", QT_TRANSLATE_NOOP("AnalyticsCells", "Edited"),
        QT_TRANSLATE_NOOP("AnalyticsCells", "A person changed the draft's text, then sent it.")},
    Entry {"all", QT_TRANSLATE_NOOP("AnalyticsCells", "All"),
        QT_TRANSLATE_NOOP("AnalyticsCells", "Auto-sent, approved and edited together.")},
};

constexpr std::array Modes {
    Entry {"SETTER_MANAGED", QT_TRANSLATE_NOOP("AnalyticsCells", "Setter"),
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "Setter managed: a person approves each answer before it goes out.")},
    Entry {"AI_AUTO_SEND", QT_TRANSLATE_NOOP("AnalyticsCells", "AI auto-send"),
        QT_TRANSLATE_NOOP(
            "AnalyticsCells", "AI auto-send: the AI may send its answer by itself when it is sure enough.")},
};

template <size_t N> const Entry *find(const std::array<Entry, N> &entries, const QString &value)
{
    for (const Entry &entry : entries) {
        if (value == QString::fromUtf8(entry.value))
            return &entry;
    }
    return nullptr;
}

QString say(const char *text)
{
    return QCoreApplication::translate("AnalyticsCells", text);
}

/// What nobody has heard of is shown as it is (domain §1.3).
template <size_t N> QString textOf(const std::array<Entry, N> &entries, const QString &value)
{
    const Entry *entry = find(entries, value);
    return entry && entry->text ? say(entry->text) : value;
}

template <size_t N> QString hintOf(const std::array<Entry, N> &entries, const QString &value)
{
    const Entry *entry = find(entries, value);
    return entry ? say(entry->hint) : QString();
}

QString none()
{
    return u"—"_s;
}

QString presentPoints(double change)
{
    const double points = std::round(change * 1000) / 10;
    return QCoreApplication::translate("AnalyticsCells", "%1 pt")
        .arg(points == 0 ? QLocale().toString(0.0, 'f', 1) : presentSigned(points, 1, QLocale()));
}

QString presentResponder(const QString &label)
{
    if (label == "All"_L1)
        return say(QT_TRANSLATE_NOOP("AnalyticsCells", "All responders"));
    if (label == "AI"_L1)
        return say(QT_TRANSLATE_NOOP("AnalyticsCells", "AI"));
    return label;
}

} // namespace

QString presentAverage(const std::optional<double> &value)
{
    return value ? QLocale().toString(*value, 'f', 1) : none();
}

QString presentBucket(const QString &bucket)
{
    const Entry *entry = find(Buckets, bucket);
    if (entry && entry->text)
        return say(entry->text);
    static const QRegularExpression unit(u"^([<>]?[0-9]+(?:-[0-9]+)?)(s|min|hr)$"_s);
    const auto match = unit.match(bucket);
    if (!match.hasMatch())
        return bucket;
    const QString name = match.captured(2) == "s"_L1 ? say(QT_TRANSLATE_NOOP("AnalyticsCells", "%1 s"))
        : match.captured(2) == "min"_L1              ? say(QT_TRANSLATE_NOOP("AnalyticsCells", "%1 min"))
                                                     : say(QT_TRANSLATE_NOOP("AnalyticsCells", "%1 hr"));
    return name.arg(match.captured(1).replace(u'-', u'–'));
}

QString presentDisposition(const QString &disposition)
{
    return textOf(Dispositions, disposition);
}

QString presentChannelName(const QString &channel)
{
    if (channel.isEmpty())
        return say(QT_TRANSLATE_NOOP("AnalyticsCells", "All channels"));
    if (const auto known = parseChannel(channel))
        return presentChannel(*known).text;
    return channel;
}

QString presentCell(CellKind kind, const TableCell &cell)
{
    if (cell.tooFew)
        return u"n\u00a0=\u00a0%1"_s.arg(presentNumber(*cell.tooFew, QLocale()));
    if (!cell.value.isValid() && kind == CellKind::Process)
        return say(QT_TRANSLATE_NOOP("AnalyticsCells", "No process"));
    if (!cell.value.isValid())
        return none();
    const QString text = cell.value.toString();
    switch (kind) {
    case CellKind::Process:
    case CellKind::Text:
        return text.isEmpty() ? say(QT_TRANSLATE_NOOP("AnalyticsCells", "All")) : text;
    case CellKind::Channel:
        return presentChannelName(text);
    case CellKind::Disposition:
        return presentDisposition(text);
    case CellKind::ResponseMode:
        return textOf(Modes, text);
    case CellKind::TimeBucket:
        return presentBucket(text);
    case CellKind::Responder:
        return presentResponder(text);
    case CellKind::Count:
        return presentNumber(cell.value.toLongLong(), QLocale());
    case CellKind::Share:
        return presentShare(cell.value.toDouble(), QLocale());
    case CellKind::Average:
        return presentAverage(cell.value.toDouble());
    case CellKind::Gap:
        return presentGap(cell.value.toDouble(), QLocale());
    case CellKind::CountChange: {
        const qint64 change = cell.value.toLongLong();
        return change == 0 ? presentNumber(0, QLocale()) : presentSigned(double(change), 0, QLocale());
    }
    case CellKind::ShareChange:
        return presentPoints(cell.value.toDouble());
    }
    return text;
}

QString explainCell(CellKind kind, const TableCell &cell)
{
    if (cell.tooFew) {
        return QCoreApplication::translate("AnalyticsCells",
            "No change is told: one side has only %n, and below 30 a change of a rate is chance.", nullptr,
            int(*cell.tooFew));
    }
    const QString value = cell.value.toString();
    switch (kind) {
    case CellKind::TimeBucket:
        return hintOf(Buckets, value);
    case CellKind::Disposition:
        return hintOf(Dispositions, value);
    case CellKind::ResponseMode:
        return hintOf(Modes, value);
    case CellKind::Share:
    case CellKind::Average:
    case CellKind::Gap:
        return cell.value.isValid() ? QString()
                                    : say(QT_TRANSLATE_NOOP("AnalyticsCells",
                                        "There is nothing to divide by, so there is no figure."));
    case CellKind::ShareChange:
        return cell.value.isValid()
            ? QString()
            : say(QT_TRANSLATE_NOOP("AnalyticsCells", "One of the two periods has no figure to compare."));
    default:
        return {};
    }
}

} // namespace signalbox
