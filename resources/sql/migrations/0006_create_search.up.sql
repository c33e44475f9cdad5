-- Term search over leads and messages (domain §3.3, DESIGN §8.1).
--
-- Under row-level security no index serves LIKE or @@, so candidates come from functions that run as the owner. They read
-- their scope from the transaction's own settings, never from arguments; the list joins the ids back under the policies.
set local role signalbox_owner;

create index message_search_ix on message
  using gin (workspace_id, to_tsvector('simple', coalesce(subject, '') || ' ' || body));

create function like_pattern(term text) returns text language sql immutable parallel safe
  return '%' || replace(replace(replace(lower(term), '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- The caller's scope on the transaction's workspace: {workspace} for all of it, {workspace, user} for assigned leads only,
-- null for none.
create function caller_scope() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select case when r.role = 'SETTER' then array[r.workspace_id, current_user_id()] else array[r.workspace_id] end
    from workspace_roles(current_user_id()) r
   where r.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;
end;

-- Ids of the caller's leads in which every term occurs in some field or in the SMS campaign's name; at most `cap` of them.
-- Null when there are more: such terms are common, and the list finds its page faster by walking its own order.
create function search_lead_ids(terms text[], cap int) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope uuid[] := caller_scope();
  term text;
  campaigns uuid[];
  conditions text := '';
  found uuid[];
begin
  if scope is null or cardinality(terms) = 0 then
    return '{}';
  end if;
  foreach term in array terms loop
    select array_agg(c.id) into campaigns from sms_campaign c
     where c.workspace_id = scope[1] and c.name_normalized like like_pattern(term);
    conditions := conditions || format(' and (l.search_text like %L', like_pattern(term))
      || case when campaigns is null then ')' else format(' or l.sms_campaign_id = any (%L))', campaigns) end;
  end loop;
  if scope[2] is not null then
    conditions := conditions || format(' and l.assigned_to_user_id = %L', scope[2]);
  end if;
  -- Dynamic, so that the planner sees the terms: a rare one goes by the trigram index, a common one stops at the cap.
  execute format('select array_agg(x.id) from (select l.id from lead l where l.workspace_id = %L%s limit %s) x',
                 scope[1], conditions, cap + 1) into found;
  return case when coalesce(cardinality(found), 0) > cap then null else coalesce(found, '{}') end;
end $$;

-- The same for words in subjects and bodies of messages.
create function search_message_lead_ids(words text, cap int) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  scope uuid[] := caller_scope();
  found uuid[];
begin
  if scope is null then
    return '{}';
  end if;
  execute format(
    'select array_agg(x.lead_id) from (select distinct m.lead_id from message m %s where m.workspace_id = %L '
    'and to_tsvector(''simple'', coalesce(m.subject, '''') || '' '' || m.body) @@ plainto_tsquery(''simple'', %L) '
    '%s limit %s) x',
    case when scope[2] is null then '' else 'join lead l on l.workspace_id = m.workspace_id and l.id = m.lead_id' end,
    scope[1], words,
    case when scope[2] is null then '' else format('and l.assigned_to_user_id = %L', scope[2]) end,
    cap + 1) into found;
  return case when coalesce(cardinality(found), 0) > cap then null else coalesce(found, '{}') end;
end $$;

grant execute on function like_pattern(text), caller_scope(), search_lead_ids(text[], int),
  search_message_lead_ids(text, int) to signalbox_app;
