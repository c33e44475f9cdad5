// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/consoleapplication.h"

#include "core/base/log.h"

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <QPointer>

namespace signalbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcShell, "signalbox.shell")

bool ConsoleApplication::notify(QObject *receiver, QEvent *event)
{
    // The event may be gone when something was thrown, the receiver too.
    const int type = event->type();
    const QPointer<QObject> alive(receiver);
    // allow-exceptions: nothing of ours throws but SIGNALBOX_PAGE_ASSERT, but libraries do (std::bad_alloc,
    // std::bad_optional_access, regular expressions), and one page's defect must not take a person's other
    // work with it.
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception &exception) {
        report(alive, type, exception.what());
    } catch (...) {
        report(alive, type, "an exception of unknown type");
    }
    return true;
}

void ConsoleApplication::report(QObject *receiver, int eventType, const char *what)
{
    const QMetaEnum types = QMetaEnum::fromType<QEvent::Type>();
    const Fault fault {receiver, QString::fromUtf8(what), QString::fromLatin1(types.valueToKey(eventType))};
    logError(lcShell(), "page_fault"_L1,
        {{u"what"_s, fault.what}, {u"during"_s, fault.during},
            {u"receiver"_s,
                receiver ? QString::fromLatin1(receiver->metaObject()->className()) : u"gone"_s}});
    Q_EMIT faulted(fault);
}

} // namespace signalbox
