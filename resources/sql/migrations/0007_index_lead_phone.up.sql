-- Ingest finds a lead by its phone number when it has no address. Equality of text is leakproof, so row-level security lets
-- this index serve it (DESIGN §8.1).
set local role signalbox_owner;

create index lead_phone_ix on lead (workspace_id, phone) where phone is not null;
