// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/analytics/analyticsroutes.h"
#include "core/server/analytics/crmroutes.h"
#include "core/server/analytics/exportroutes.h"
#include "core/server/openapi.h"
#include "tests/server/inboxservice.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// Every `$ref` below `value`.
QStringList references(const QJsonValue &value)
{
    QStringList found;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            found += references(item);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        found += it.key() == "$ref"_L1 ? QStringList(it.value().toString()) : references(it.value());
    return found;
}

/// The routes of analytics on what an InboxService has.
struct AnalyticsParts
{
    explicit AnalyticsParts(InboxService &inbox)
        : access(inbox.pool(), inbox.service().clock)
        , cache(inbox.pool(), nullptr, inbox.service().clock, inbox.service().metrics)
        , reads(inbox.pool(), cache, inbox.service().clock, inbox.service().clock, inbox.service().metrics)
        , tabs({inbox.pool(), access, reads, inbox.service().clock, {}})
        , crm({inbox.pool(), access, reads, inbox.service().clock, {}})
        , exports({inbox.pool(), inbox.service().clock, inbox.service().metrics, {}, {}})
        , exportRoutes(exports, access)
    {
        tabs.addTo(inbox.service().routes);
        crm.addTo(inbox.service().routes);
        exportRoutes.addTo(inbox.service().routes);
    }
    WorkspaceAccess access;
    ReadCache cache;
    AnalyticsReads reads;
    AnalyticsRoutes tabs;
    CrmRoutes crm;
    ExportService exports;
    ExportRoutes exportRoutes;
};

} // namespace

/// The served description is OpenAPI 3.1 and says all and only what the route table holds.
class tst_OpenApi : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<InboxService> m_inbox;
    std::unique_ptr<AnalyticsParts> m_analytics;
    std::unique_ptr<Operations> m_operations;
    QJsonObject m_document;

    const RouteTable &routes() const { return m_inbox->service().routes; }
    QJsonObject operation(const Route &route) const
    {
        return m_document.value(u"paths"_s)
            .toObject()
            .value(route.pattern)
            .toObject()
            .value(QString::fromLatin1(methodName(route.method)).toLower())
            .toObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_inbox = std::make_unique<InboxService>(u"host=/nonexistent"_s); // nothing here asks the database
        m_analytics = std::make_unique<AnalyticsParts>(*m_inbox);
        TestService &service = m_inbox->service();
        m_operations = std::make_unique<Operations>(
            Operations {service.metrics, service.clock, {}, [] { return false; }});
        addOperationsRoutes(service.routes, *m_operations);
        m_document = m_inbox->get({}, "/openapi.json").json();
    }

    void document_hasTheFrame()
    {
        QCOMPARE(m_document.value(u"openapi"_s).toString(), u"3.1.0"_s);
        const QJsonObject info = m_document.value(u"info"_s).toObject();
        QVERIFY(!info.value(u"title"_s).toString().isEmpty());
        QCOMPARE(info.value(u"version"_s).toString(), QStringLiteral(SIGNALBOX_VERSION));
    }

    void document_holdsEveryRoute()
    {
        qsizetype operations = 0;
        for (const QJsonValue &item : m_document.value(u"paths"_s).toObject())
            operations += item.toObject().size();
        QCOMPARE(operations, qsizetype(routes().routes().size()));
        QSet<QString> ids;
        for (const auto &route : routes().routes()) {
            const QJsonObject operation = this->operation(*route);
            QVERIFY2(!operation.isEmpty(), qPrintable(route->pattern));
            QVERIFY2(!operation.value(u"summary"_s).toString().isEmpty(), qPrintable(route->pattern));
            const QString id = operation.value(u"operationId"_s).toString();
            QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(route->pattern));
            ids.insert(id);
        }
    }

    /// The specification: each template variable of a path is a required path parameter, each answer has a
    /// description, what needs no credentials says so.
    void operations_areWellFormed()
    {
        static const QRegularExpression variable(u"\\{([^}]+)\\}"_s);
        for (const auto &route : routes().routes()) {
            const QJsonObject operation = this->operation(*route);
            QSet<QString> inPath;
            for (auto it = variable.globalMatch(route->pattern); it.hasNext();)
                inPath.insert(it.next().captured(1));
            QSet<QString> declared;
            for (const QJsonValue &value : operation.value(u"parameters"_s).toArray()) {
                const QJsonObject parameter = value.toObject();
                const QString in = parameter.value(u"in"_s).toString();
                QVERIFY(QStringList({u"query"_s, u"path"_s, u"header"_s}).contains(in));
                QVERIFY(parameter.value(u"schema"_s).isObject());
                if (in == "path"_L1) {
                    QVERIFY(parameter.value(u"required"_s).toBool());
                    declared.insert(parameter.value(u"name"_s).toString());
                }
            }
            QCOMPARE(declared, inPath);
            const QJsonObject responses = operation.value(u"responses"_s).toObject();
            QVERIFY(responses.contains(u"200"_s) && responses.contains(u"default"_s));
            for (const QJsonValue &response : responses)
                QVERIFY(!response.toObject().value(u"description"_s).toString().isEmpty());
            const bool isOpen
                = operation.contains(u"security"_s) && operation.value(u"security"_s).toArray().isEmpty();
            QCOMPARE(isOpen, route->access == Access::Public);
            QCOMPARE(responses.contains(u"401"_s), route->access != Access::Public);
        }
    }

    void references_resolve()
    {
        const QJsonObject schemas
            = m_document.value(u"components"_s).toObject().value(u"schemas"_s).toObject();
        const QStringList all = references(m_document);
        QVERIFY(all.size() > 10);
        for (const QString &reference : all) {
            QVERIFY2(reference.startsWith("#/components/schemas/"_L1), qPrintable(reference));
            QVERIFY2(schemas.contains(reference.section(u'/', -1)), qPrintable(reference));
        }
    }
};

QTEST_GUILESS_MAIN(tst_OpenApi)
#include "tst_openapi.moc"
