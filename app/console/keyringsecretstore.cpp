// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/keyringsecretstore.h"

#include "app/console/consolelog.h"
#include "core/base/log.h"

#include <qt6keychain/keychain.h>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QString Service = u"signalbox"_s;

void logFailure(QLatin1StringView action, const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        logWarning(consoleLog(), "keyring_failed"_L1,
            {{u"action"_s, QString(action)}, {u"error"_s, int(job.error())}});
}

} // namespace

Reply<QString> KeyringSecretStore::fetch(const QString &key)
{
    const ReplySource<QString> source;
    auto *job = new QKeychain::ReadPasswordJob(Service, this); // deletes itself when it has finished
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [source, job] {
        logFailure("read"_L1, *job);
        if (job->error() == QKeychain::NoError && !job->textData().isEmpty())
            source.finish(job->textData());
        else
            source.finish(Error::notFound(u"the keyring has no such entry"_s));
    });
    job->start();
    return source.reply();
}

void KeyringSecretStore::store(const QString &key, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setTextData(secret);
    connect(job, &QKeychain::Job::finished, this, [job] { logFailure("write"_L1, *job); });
    job->start();
}

void KeyringSecretStore::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(Service, this);
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job] { logFailure("delete"_L1, *job); });
    job->start();
}

} // namespace signalbox
