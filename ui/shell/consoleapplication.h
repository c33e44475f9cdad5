// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace signalbox {

/// Something that was thrown while a page's code ran.
struct Fault
{
    QObject *receiver = nullptr; ///< whose event it was; alive
    QString what; ///< for logs and "Copy details"
    QString during; ///< the kind of event: "Paint", "Timer"
};

/// The application with the only catch of the console: notify() is the error boundary of the pages.
///
/// Every event of every object passes notify(), so whatever a handler, a slot or a paint throws arrives here
/// with nothing of Qt's own event delivery in between; caught any higher, Qt's loop would be unwound with it.
class ConsoleApplication final : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

Q_SIGNALS:
    /// Emitted inside the delivery that failed: do not delete the receiver, ask for it later.
    void faulted(const signalbox::Fault &fault);

private:
    void report(QObject *receiver, int eventType, const char *what);
};

} // namespace signalbox
