// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/exports.h"

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

const WorkspaceId Workspace {QUuid::fromString(u"33333333-3333-4333-8333-333333333333"_s)};

} // namespace

class tst_Exports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request_comesBack_data()
    {
        QTest::addColumn<QString>("tab");
        for (const char *tab : {"overview", "workflows", "campaigns", "booking", "response-timing", "crm"})
            QTest::newRow(tab) << QString::fromLatin1(tab);
    }
    void request_comesBack()
    {
        QFETCH(QString, tab);
        ExportRequest request;
        request.tab = tab;
        request.format = ExportFormat::Xlsx;
        request.analytics.workspace = Workspace;
        if (tab == "crm"_L1) {
            request.crm.workspace = Workspace;
            request.crm.campaign = u"Spring, \"north\""_s;
            request.crm.sort = u"notes"_s;
        } else {
            request.analytics.window = {parseIso(u"2026-02-01T00:00:00Z"), parseIso(u"2026-03-01T00:00:00Z")};
            request.analytics.compare = Comparison::Previous;
        }
        if (tab == "response-timing"_L1)
            request.timing.channel = u"sms"_s;
        const auto decoded = decodeExportRequest(encodeExportRequest(request));
        QVERIFY2(decoded.has_value(), qPrintable(decoded ? QString() : describe(decoded.error())));
        QVERIFY(*decoded == request);
    }

    void badRequest_namesTheMember()
    {
        ExportRequest request;
        request.tab = u"crm"_s;
        request.crm.workspace = request.analytics.workspace = Workspace;
        const QJsonObject good = encodeExportRequest(request);
        QVERIFY(decodeExportRequest(good).has_value());
        const auto fieldOf = [&good](QLatin1StringView key, const QJsonValue &value) {
            QJsonObject bad = good;
            bad.insert(key, value);
            return decodeExportRequest(bad).error().field;
        };
        QCOMPARE(fieldOf("tab"_L1, u"inbox"_s), u"tab"_s);
        QCOMPARE(fieldOf("format"_L1, u"pdf"_s), u"format"_s);
        QCOMPARE(fieldOf("query"_L1, QJsonObject {{u"sort"_s, 1}}), u"sort"_s);
        QCOMPARE(fieldOf("query"_L1, QJsonObject {}), u"clientId"_s);
    }

    void job_comesBack()
    {
        ExportJob job;
        job.id = QUuid::fromString(u"44444444-4444-4444-8444-444444444444"_s);
        job.fileName = u"signalbox-crm-2026-03-01.csv"_s;
        for (const ExportState state :
            {ExportState::Running, ExportState::Done, ExportState::Failed, ExportState::Cancelled}) {
            job.state = state;
            const auto decoded = decodeExportJob(encodeExportJob(job));
            QVERIFY(decoded.has_value());
            QVERIFY(*decoded == job);
            job.rowsTotal = 350'000;
            job.rowsWritten = 2'000;
            job.expiresAt = parseIso(u"2026-03-01T01:00:00Z");
            job.error = u"the disk is full"_s;
        }
        QJsonObject bad = encodeExportJob(job);
        bad.insert("state"_L1, u"lost"_s);
        QCOMPARE(decodeExportJob(bad).error().field, u"state"_s);
    }
};

QTEST_APPLESS_MAIN(tst_Exports)

#include "tst_exports.moc"
