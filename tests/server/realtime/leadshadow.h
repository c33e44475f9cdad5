// SPDX-FileCopyrightText: 2026 Signalbox authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/jwt.h"
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "tests/storage/inboxdata.h"

namespace signalbox {

/// Keeps every version of every lead in `shadow`, and the scope it left in `shadow_left`, under the policies
/// that `lead` has: copied from the catalogue, so that a SELECT there is the database's judgement and not
/// ours.
inline void makeLeadShadow(PgConnection &admin)
{
    const auto made = admin.runScript(R"(
create table shadow (seq bigserial, op text, id uuid, workspace_id uuid, assigned_to_user_id uuid, status text,
  overall_score int, sentiment_tag text);
create table shadow_left (seq bigserial, id uuid, workspace_id uuid, assigned_to_user_id uuid, to_seq bigint);
do $$
declare p record; t text;
begin
  foreach t in array array['shadow', 'shadow_left'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select on %I to signalbox_app', t);
    for p in select polname, pg_get_expr(polqual, polrelid) as rule from pg_policy
              where polrelid = 'lead'::regclass and polcmd in ('r', '*') loop
      execute format('create policy %I on %I for select using (%s)', p.polname, t, p.rule);
    end loop;
  end loop;
end $$;
create function keep_shadow() returns trigger language plpgsql security definer as $$
declare s bigint;
begin
  insert into shadow (op, id, workspace_id, assigned_to_user_id, status, overall_score, sentiment_tag)
    values (tg_op, new.id, new.workspace_id, new.assigned_to_user_id, new.status, new.overall_score,
            new.sentiment_tag) returning seq into s;
  if tg_op = 'UPDATE' and (old.workspace_id, old.assigned_to_user_id) is distinct from
                          (new.workspace_id, new.assigned_to_user_id) then
    insert into shadow_left (id, workspace_id, assigned_to_user_id, to_seq)
      values (old.id, old.workspace_id, old.assigned_to_user_id, s);
  end if;
  return null;
end $$;
create trigger keep_shadow after insert or update on lead for each row execute function keep_shadow();
)");
    if (!made)
        qFatal("%s", qPrintable(describe(made.error())));
}

/// A person's token, good for an hour; of no session unless one is given.
inline QByteArray realtimeToken(UserId user, const QByteArray &signingText, SessionId session = {})
{
    const auto now = std::chrono::floor<std::chrono::seconds>(SystemClock().now()).time_since_epoch();
    QJsonObject claims {{QStringLiteral("role"), QStringLiteral("authenticated")},
        {QStringLiteral("sub"), user.toString()}, {QStringLiteral("exp"), qint64(now.count()) + 3600}};
    if (!session.isNull())
        claims.insert(QStringLiteral("session_id"), session.toString());
    return signHs256(claims, Secret(signingText));
}

/// One column of what a person may select.
inline QStringList selectAs(PgConnection &app, UserId user, const QByteArray &sql)
{
    const auto rows = app.transaction({.user = user}, [&] { return app.runSql(sql); });
    if (!rows)
        qFatal("%s", qPrintable(describe(rows.error())));
    QStringList values;
    for (int row = 0; row < rows->rowCount(); ++row)
        values.append(rows->text(row, 0));
    return values;
}

} // namespace signalbox
