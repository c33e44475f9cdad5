set local role signalbox_owner;

drop function rebuild_workspace(uuid);
alter function rebuild_before_campaign_days(uuid) rename to rebuild_workspace;
create or replace function recompute_draft_sends(ws uuid) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  outer_settling constant text := coalesce(current_setting('app.settling_sends', true), '');
  n bigint;
begin
  perform set_config('app.settling_sends', 'on', true);
  delete from draft_send s where s.workspace_id = ws;
  insert into draft_send (workspace_id, draft_id, lead_id, email_campaign_id, channel, disposition, sent_at, has_booking,
                          booked_at, is_booking_kept, next_sent_at)
    select d.workspace_id, d.id, d.lead_id, f.email_campaign_id, d.channel, d.response_disposition, m.sent_at,
           f.has_booking, f.booked_at, f.is_booking_kept,
           lead(m.sent_at) over (partition by d.lead_id, d.channel, d.response_disposition order by m.sent_at, d.id)
      from ai_draft d
      join lead l on l.workspace_id = d.workspace_id and l.id = d.lead_id
     cross join lateral draft_lead_facts(l) f
      join (select x.ai_draft_id, min(x.sent_at) as sent_at from message x
             where x.workspace_id = ws and x.ai_draft_id is not null and x.direction = 'outbound'
             group by x.ai_draft_id) m on m.ai_draft_id = d.id
     where d.workspace_id = ws and d.response_disposition is not null;
  get diagnostics n = row_count;
  perform set_config('app.settling_sends', outer_settling, true);
  analyze draft_send;  -- it is read next
  return n;
end $$;
drop trigger draft_send_campaign_day_delete on draft_send;
drop trigger draft_send_campaign_day_update on draft_send;
drop trigger draft_send_campaign_day_insert on draft_send;
drop trigger lead_campaign_day_delete on lead;
drop trigger lead_campaign_day_update on lead;
drop trigger lead_campaign_day_insert on lead;
drop function fold_campaign_days(int), recompute_campaign_days(uuid), verify_campaign_days(uuid),
  ledger_campaign_days(uuid), scan_campaign_days(uuid), campaign_day_of_send(), campaign_day_of_lead();
drop view campaign_count;
drop function campaign_cells(text, text, text, text);
drop table campaign_day_delta, campaign_day;
drop function utc_days_end(timestamptz, timestamptz), utc_days_begin(timestamptz, timestamptz), utc_day_begin(date),
  utc_day_after(timestamptz), utc_day(timestamptz);
