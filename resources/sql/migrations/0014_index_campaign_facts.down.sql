set local role signalbox_owner;

drop index message_draft_ix, lead_booking_ix, lead_campaign_booked_ix, lead_campaign_inbound_ix, lead_campaign_positive_ix;
drop function booking_outcome(timestamptz, timestamptz, int, int, timestamptz, boolean, boolean),
  has_provider_booking(meeting_booking_provider, text, text, text);
