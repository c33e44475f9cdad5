// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/bookings.h"
#include "core/inbox/jsonfields.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QJsonObject encodeWorkflows(const WorkflowsData &data)
{
    QJsonArray sequences;
    for (const SequenceBookings &sequence : data.sequences) {
        sequences.append(QJsonObject {{"sequenceId"_L1, sequence.sequence.toString(QUuid::WithoutBraces)},
            {"sequenceName"_L1, sequence.name}, {"bookedCount"_L1, sequence.booked},
            {"percentage"_L1, sequence.share}});
    }
    return {{"totalBooked"_L1, data.totalBooked}, {"bookedFromInitial"_L1, data.bookedFromInitial},
        {"bookedFromWorkflow"_L1, data.bookedFromWorkflow}, {"unattributed"_L1, data.unattributed},
        {"initialRate"_L1, data.initialRate()}, {"workflowRate"_L1, data.workflowRate()},
        {"bySequence"_L1, sequences}};
}

Result<WorkflowsData> decodeWorkflows(const QJsonObject &object)
{
    JsonFields fields(object, u"data"_s);
    WorkflowsData data;
    data.totalBooked = fields.integer("totalBooked"_L1);
    data.bookedFromInitial = fields.integer("bookedFromInitial"_L1);
    data.bookedFromWorkflow = fields.integer("bookedFromWorkflow"_L1);
    data.unattributed = fields.integer("unattributed"_L1);
    const QJsonArray sequences = fields.array("bySequence"_L1);
    for (qsizetype i = 0; i < sequences.size(); ++i) {
        JsonFields sequence(sequences.at(i).toObject(), u"data.bySequence[%1]"_s.arg(i));
        data.sequences.append({sequence.uuid("sequenceId"_L1), sequence.text("sequenceName"_L1),
            sequence.integer("bookedCount"_L1), sequence.optionalNumber("percentage"_L1).value_or(0)});
        fields.adopt(sequence.error());
    }
    if (fields.error())
        return *fields.error();
    return data;
}

} // namespace signalbox
