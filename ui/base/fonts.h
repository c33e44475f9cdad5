// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace signalbox {

/// True if all ten digits are equally wide, so that a figure that changes does not shake.
bool hasTabularDigits(const QFont &font);

/// The system's family if its digits are tabular, else Roboto, else the first other one that has them (ux
/// §1.9: QFont cannot ask a font for its `tnum` feature before Qt 6.7).
QString interfaceFontFamily();

} // namespace signalbox
