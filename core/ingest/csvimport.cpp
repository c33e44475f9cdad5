// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/csvimport.h"

#include "core/ingest/csvreader.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Letters and digits only, so that `E-Mail Address`, `email_address` and `emailAddress` are one.
QString plain(const QString &header)
{
    QString key;
    for (const QChar c : header.toLower()) {
        if (c.isLetterOrNumber())
            key += c;
    }
    return key;
}

const QHash<QString, QString> &synonyms()
{
    static const QHash<QString, QString> table = [] {
        const std::pair<const char *, const char *> groups[] = {
            {"firstName", "firstname,first,givenname,forename,vorname,prenom,prénom,nombre"},
            {"lastName", "lastname,last,surname,familyname,nachname,nomdefamille,apellido,apellidos"},
            {"fullName", "name,fullname,contact,contactname,leadname"},
            {"email",
                "email,mail,emailaddress,mailaddress,emailadresse,correo,correoelectronico,courriel,"
                "workemail"},
            {"alternateEmails", "alternateemails,otheremails,secondaryemail,email2"},
            {"phone", "phone,phonenumber,telephone,tel,mobile,mobilephone,cell,telefon,telefono,teléfono"},
            {"jobTitle", "jobtitle,title,position,role,occupation,poste,cargo"},
            {"companyName",
                "company,companyname,organization,organisation,account,firma,empresa,société,societe"},
            {"companyWebsite", "companywebsite,website,url,web,domain,companydomain"},
            {"companyState", "companystate,state,region,province"}, {"industry", "industry,sector,branche"},
            {"employeeHeadcount", "employeeheadcount,headcount,employees,companysize,numberofemployees"},
            {"linkedinUrl", "linkedinurl,linkedin,linkedinprofile,personlinkedinurl"},
            {"timezone", "timezone,tz"}, {"status", "status,leadstatus"},
            {"sentimentTag", "sentimenttag,sentiment,tag"}, {"overallScore", "overallscore,score,leadscore"},
            {"ghlContactId", "ghlcontactid"}, {"emailBisonLeadId", "emailbisonleadid"},
            {"createdAt", "createdat,created,createddate"}};
        QHash<QString, QString> made;
        for (const auto &[field, names] : groups) {
            for (const QString &name : QString::fromUtf8(names).split(u','))
                made.insert(name, QString::fromLatin1(field));
        }
        return made;
    }();
    return table;
}

QStringList knownFields()
{
    QStringList fields = synonyms().values();
    fields.removeDuplicates();
    fields.sort();
    return fields;
}

/// One record as the NDJSON it stands for; the same checks follow.
QJsonObject leadOf(const CsvMapping &mapping, const QStringList &cells)
{
    QJsonObject lead {{"kind"_L1, "lead"_L1}};
    for (qsizetype i = 0; i < mapping.fields.size(); ++i) {
        const QString &field = mapping.fields.at(i);
        const QString cell = cells.at(i).trimmed();
        if (field.isEmpty() || cell.isEmpty())
            continue;
        if (field == "fullName"_L1) {
            const auto [first, last] = splitName(cell);
            if (!lead.contains("firstName"_L1))
                lead.insert("firstName"_L1, first);
            if (!lead.contains("lastName"_L1) && !last.isEmpty())
                lead.insert("lastName"_L1, last);
        } else if (field == "overallScore"_L1) {
            bool isNumber = false;
            const double score = cell.toDouble(&isNumber);
            lead.insert(field, isNumber ? QJsonValue(score) : QJsonValue(cell));
        } else if (field == "alternateEmails"_L1) {
            static const QRegularExpression between(u"[;,\\s]+"_s);
            QJsonArray addresses;
            for (const QString &address : cell.split(between, Qt::SkipEmptyParts))
                addresses += normalAddress(address);
            lead.insert(field, addresses);
        } else {
            lead.insert(field, cell);
        }
    }
    return lead;
}

} // namespace

Result<CsvMapping> CsvMapping::of(const QStringList &headers, const QStringList &given)
{
    QHash<QString, QString> wanted;
    for (const QString &pair : given) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        const QString column = pair.left(equals).trimmed();
        const QString field = pair.mid(equals + 1).trimmed();
        if (equals < 1 || !(field.isEmpty() || knownFields().contains(field)))
            return Error::invalid(u"map"_s,
                u"'%1' is not COLUMN=FIELD with a field of: %2"_s.arg(pair, knownFields().join(", "_L1)));
        if (!headers.contains(column))
            return Error::invalid(u"map"_s, u"there is no column '%1'"_s.arg(column));
        wanted.insert(column, field);
    }
    CsvMapping mapping;
    for (const QString &header : headers) {
        QString field = wanted.contains(header) ? wanted.value(header) : synonyms().value(plain(header));
        const bool isTaken = !field.isEmpty() && mapping.fields.contains(field);
        if (field.isEmpty() || isTaken) // two columns of one meaning: the first counts
            mapping.ignored += header;
        mapping.fields += isTaken ? QString() : field;
    }
    for (const auto identity : {"email"_L1, "phone"_L1, "ghlContactId"_L1, "emailBisonLeadId"_L1}) {
        if (mapping.fields.contains(identity))
            return mapping;
    }
    return Error::invalid(u"map"_s,
        u"no column is an e-mail address, a phone number or an outside id; the columns are: %1"_s.arg(
            headers.join(", "_L1)));
}

Result<ImportReport> importCsv(PgConnection &pg, InputFile &file, const QStringList &mapping,
    const ImportOptions &options, const Clock &clock, const ProgressSink &progress)
{
    CsvReader reader(file);
    const auto header = reader.next();
    if (!header)
        return header.error();
    if (!*header)
        return Error::invalid(u"path"_s, u"the file is empty"_s);
    const auto columns = CsvMapping::of((*header)->cells, mapping);
    if (!columns)
        return columns.error();
    const auto next = [&]() -> Result<ImportRun::Item> {
        ImportRun::Item item;
        const auto row = reader.next();
        if (!row)
            return row.error();
        if (!*row) {
            item.isEnd = true;
            return item;
        }
        const CsvRecord &cells = **row;
        item.line = cells.line;
        item.place = u"line %1"_s.arg(cells.line);
        const auto refuse = [&](const QString &reason, const QString &field) {
            item.fault = {item.place, cells.line, reason, field};
            return item;
        };
        if (!cells.fault.isEmpty())
            return refuse(cells.fault, {});
        if (cells.cells.size() != columns->fields.size())
            return refuse(
                u"%1 cells where the header has %2"_s.arg(cells.cells.size()).arg(columns->fields.size()),
                {});
        auto record
            = parseIngestLine(QJsonDocument(leadOf(*columns, cells.cells)).toJson(QJsonDocument::Compact));
        if (!record)
            return refuse(record.error().field == "lead"_L1
                    ? u"no e-mail address, phone number or outside id"_s
                    : record.error().detail,
                record.error().field);
        item.records += *std::move(record);
        return item;
    };
    ImportRun run(pg, options, clock, progress);
    auto report = run.run(u"importing leads"_s, next, {[&] { return file.position(); }, file.sizeBytes()});
    if (report && !columns->ignored.isEmpty())
        report->notes += u"columns not imported: %1"_s.arg(columns->ignored.join(", "_L1));
    return report;
}

} // namespace signalbox
