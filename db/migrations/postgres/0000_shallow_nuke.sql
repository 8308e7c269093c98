CREATE TABLE "audit_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"date" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"source" text NOT NULL,
	"note" text,
	"updated_at" bigint NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
CREATE TABLE "calendar_year" (
	"year" integer PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"checked_on" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"fields" jsonb NOT NULL,
	"photo_ids" jsonb NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"order_code" text NOT NULL,
	"dedupe" text NOT NULL,
	"created_at" bigint NOT NULL,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "default_route" (
	"item_code" text NOT NULL,
	"cell_code" text NOT NULL,
	"steps" jsonb NOT NULL,
	CONSTRAINT "default_route_item_code_cell_code_pk" PRIMARY KEY("item_code","cell_code")
);
--> statement-breakpoint
CREATE TABLE "order_assignment" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"unit_code" text,
	"person_id" text,
	"started_at" bigint NOT NULL,
	"signed_at" bigint,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "order_clock" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"kind" text NOT NULL,
	"seq" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"why" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_contact" (
	"order_id" text PRIMARY KEY NOT NULL,
	"name" text,
	"phone" text,
	"phone_tail" text,
	"detail" text,
	"about_words" text
);
--> statement-breakpoint
CREATE TABLE "order_event" (
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"actor" text NOT NULL,
	"relation" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"data" text NOT NULL,
	"at" bigint NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "order_event_order_id_seq_pk" PRIMARY KEY("order_id","seq")
);
--> statement-breakpoint
CREATE TABLE "order_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"round" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"missing_reason" text
);
--> statement-breakpoint
CREATE TABLE "order_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"action" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "order_note" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"author_id" text NOT NULL,
	"by_requester" boolean NOT NULL,
	"to_resident" boolean NOT NULL,
	"words" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_offer" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"scope" text NOT NULL,
	"skills" jsonb NOT NULL,
	"note" text,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "order_offer_cell" (
	"offer_id" text NOT NULL,
	"cell_code" text NOT NULL,
	CONSTRAINT "order_offer_cell_offer_id_cell_code_pk" PRIMARY KEY("offer_id","cell_code")
);
--> statement-breakpoint
CREATE TABLE "order_part" (
	"order_id" text NOT NULL,
	"person_id" text NOT NULL,
	"part" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "order_part_order_id_person_id_part_pk" PRIMARY KEY("order_id","person_id","part")
);
--> statement-breakpoint
CREATE TABLE "order_photo" (
	"order_id" text NOT NULL,
	"upload_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "order_photo_order_id_upload_id_pk" PRIMARY KEY("order_id","upload_id")
);
--> statement-breakpoint
CREATE TABLE "order_proxy" (
	"order_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"spoken_by" text,
	"known_by" text NOT NULL,
	"consent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_quota" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_rating" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"closing_no" integer NOT NULL,
	"via" text NOT NULL,
	"reached" boolean NOT NULL,
	"contacted_in_time" boolean,
	"solved" text,
	"stars" integer,
	"reason" text,
	"words" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_seal" (
	"sealed_on" text PRIMARY KEY NOT NULL,
	"order_count" integer NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_serial" (
	"key" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"query_hash" text NOT NULL,
	"pin_hash" text,
	"item_code" text NOT NULL,
	"category_code" text NOT NULL,
	"urgency" text NOT NULL,
	"intake_at" bigint,
	"words" text NOT NULL,
	"channel" text NOT NULL,
	"zone_code" text NOT NULL,
	"street_code" text NOT NULL,
	"community_code" text NOT NULL,
	"quarter_code" text,
	"cell_code" text NOT NULL,
	"building_code" text,
	"area_code" text NOT NULL,
	"point_code" text,
	"lat" double precision,
	"lng" double precision,
	"place_zh" text NOT NULL,
	"place_en" text NOT NULL,
	"status" text NOT NULL,
	"level" text NOT NULL,
	"comeback" text NOT NULL,
	"outcome" text,
	"closing" text,
	"anonymous" boolean NOT NULL,
	"confidential" boolean NOT NULL,
	"sealed" boolean NOT NULL,
	"is_proxy" boolean NOT NULL,
	"door_agreed" boolean NOT NULL,
	"requester_id" text,
	"requester_household" text,
	"proxy_id" text,
	"about_unit" text,
	"shift_starts_at" bigint,
	"shift_ends_at" bigint,
	"submitted_at" bigint NOT NULL,
	"promise_accept_by" bigint NOT NULL,
	"promise_finish_by" bigint NOT NULL,
	"dispatch_by" bigint NOT NULL,
	"dispatched_at" bigint,
	"accept_started_at" bigint,
	"accept_by" bigint,
	"accepted_at" bigint,
	"contacted_at" bigint,
	"milestone_kind" text,
	"milestone_by" bigint,
	"milestone_met_at" bigint,
	"finish_by" bigint,
	"return_by" bigint,
	"evidence_at" bigint,
	"verify_by" bigint,
	"verified_at" bigint,
	"rating_until" bigint,
	"reopen_until" bigint,
	"need_info_until" bigint,
	"closed_at" bigint,
	"due_at" bigint NOT NULL,
	"assignee_unit" text,
	"assignee_person" text,
	"holder_kind" text,
	"offer_id" text,
	"co_handlers" jsonb NOT NULL,
	"designated" boolean NOT NULL,
	"rework_count" integer NOT NULL,
	"reopen_count" integer NOT NULL,
	"return_count" integer NOT NULL,
	"nudge_count" integer NOT NULL,
	"nudged_on" text,
	"appealed" boolean NOT NULL,
	"rated_closing" integer NOT NULL,
	"version" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"last_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_message" (
	"id" text PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"available_at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"claimed_until" bigint DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"login" text NOT NULL,
	"password_hash" text NOT NULL,
	"kind" text NOT NULL,
	"password_changed_at" bigint NOT NULL,
	"disabled_at" bigint,
	"last_logins" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"area_code" text NOT NULL,
	"unit_code" text,
	"party_org_code" text,
	"member_kind" text,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "party_org" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"purpose" text,
	"members" integer,
	"voting_members" integer
);
--> statement-breakpoint
CREATE TABLE "party_org_cell" (
	"party_org_code" text NOT NULL,
	"cell_code" text NOT NULL,
	CONSTRAINT "party_org_cell_party_org_code_cell_code_pk" PRIMARY KEY("party_org_code","cell_code")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"name_en" text,
	"phone" text,
	"phone_tail" text,
	"born_year" integer,
	"household_code" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_tie" (
	"person_a" text NOT NULL,
	"person_b" text NOT NULL,
	"declared_at" bigint NOT NULL,
	CONSTRAINT "person_tie_person_a_person_b_pk" PRIMARY KEY("person_a","person_b")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint,
	"label" text,
	"scope" jsonb
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"code" text PRIMARY KEY NOT NULL,
	"handler_group" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"phone" text,
	"areas" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area" (
	"code" text PRIMARY KEY NOT NULL,
	"parent_code" text,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"legal_form" text,
	"letters" text,
	"ring" jsonb,
	"min_lat" double precision,
	"max_lat" double precision,
	"min_lng" double precision,
	"max_lng" double precision,
	"lat" double precision,
	"lng" double precision,
	"household_count" integer,
	"phone" text,
	"sort_key" text NOT NULL,
	"valid_from" text,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "area_closure" (
	"ancestor_code" text NOT NULL,
	"descendant_code" text NOT NULL,
	"depth" integer NOT NULL,
	CONSTRAINT "area_closure_ancestor_code_descendant_code_pk" PRIMARY KEY("ancestor_code","descendant_code")
);
--> statement-breakpoint
CREATE TABLE "cell_neighbour" (
	"cell_code" text NOT NULL,
	"neighbour_code" text NOT NULL,
	CONSTRAINT "cell_neighbour_cell_code_neighbour_code_pk" PRIMARY KEY("cell_code","neighbour_code")
);
--> statement-breakpoint
CREATE TABLE "place_point" (
	"code" text PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replay_key" (
	"key" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category" (
	"code" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emergency_word" (
	"word" text PRIMARY KEY NOT NULL,
	"call" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item" (
	"code" text PRIMARY KEY NOT NULL,
	"category_code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"urgency" text NOT NULL,
	"accept_limit" text NOT NULL,
	"finish_limit" text NOT NULL,
	"flags" jsonb NOT NULL,
	"evidence_zh" text NOT NULL,
	"evidence_kinds" text NOT NULL,
	"handler" text NOT NULL,
	"item_factor" double precision NOT NULL,
	"keywords" jsonb NOT NULL,
	"sort_key" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttle_counter" (
	"key" text PRIMARY KEY NOT NULL,
	"hits" integer NOT NULL,
	"window_started_at" bigint NOT NULL,
	"blocked_until" bigint NOT NULL,
	"sweep_after" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"mime" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"attached_at" bigint
);
--> statement-breakpoint
CREATE TABLE "volunteer" (
	"person_id" text PRIMARY KEY NOT NULL,
	"skills" jsonb NOT NULL,
	"adult_from" text NOT NULL,
	"registered_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "calendar_day_kind" ON "calendar_day" USING btree ("kind","date");--> statement-breakpoint
CREATE INDEX "draft_expiry" ON "draft" USING btree ("expires_at","id_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_dedupe" ON "notice" USING btree ("person_id","dedupe");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id","created_at","id");--> statement-breakpoint
CREATE INDEX "order_assignment_order" ON "order_assignment" USING btree ("order_id","started_at","id");--> statement-breakpoint
CREATE INDEX "order_clock_order" ON "order_clock" USING btree ("order_id","seq","id");--> statement-breakpoint
CREATE INDEX "order_contact_tail" ON "order_contact" USING btree ("phone_tail","order_id");--> statement-breakpoint
CREATE INDEX "order_event_at" ON "order_event" USING btree ("at","order_id","seq");--> statement-breakpoint
CREATE INDEX "order_evidence_order" ON "order_evidence" USING btree ("order_id","round");--> statement-breakpoint
CREATE INDEX "order_note_order" ON "order_note" USING btree ("order_id","seq");--> statement-breakpoint
CREATE INDEX "order_offer_cell_cell" ON "order_offer_cell" USING btree ("cell_code","offer_id");--> statement-breakpoint
CREATE INDEX "order_part_person" ON "order_part" USING btree ("person_id","part");--> statement-breakpoint
CREATE INDEX "order_photo_upload" ON "order_photo" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "order_rating_order" ON "order_rating" USING btree ("order_id","seq");--> statement-breakpoint
CREATE INDEX "order_rating_at" ON "order_rating" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_code" ON "orders" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_query_hash" ON "orders" USING btree ("query_hash");--> statement-breakpoint
CREATE INDEX "orders_community" ON "orders" USING btree ("community_code","status","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_street" ON "orders" USING btree ("street_code","level","status","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_cell" ON "orders" USING btree ("cell_code","status","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_unit" ON "orders" USING btree ("assignee_unit","status","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_person" ON "orders" USING btree ("assignee_person","status","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_requester" ON "orders" USING btree ("requester_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_proxy" ON "orders" USING btree ("proxy_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_due" ON "orders" USING btree ("status","due_at","id");--> statement-breakpoint
CREATE INDEX "orders_community_submitted" ON "orders" USING btree ("community_code","submitted_at","id");--> statement-breakpoint
CREATE INDEX "outbox_message_due" ON "outbox_message" USING btree ("state","available_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_login" ON "account" USING btree ("login");--> statement-breakpoint
CREATE UNIQUE INDEX "account_person" ON "account" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "membership_role_area" ON "membership" USING btree ("role","area_code","id");--> statement-breakpoint
CREATE INDEX "membership_unit" ON "membership" USING btree ("unit_code","id");--> statement-breakpoint
CREATE INDEX "membership_party_org" ON "membership" USING btree ("party_org_code","id");--> statement-breakpoint
CREATE INDEX "party_org_parent" ON "party_org" USING btree ("parent_code","code");--> statement-breakpoint
CREATE INDEX "party_org_cell_cell" ON "party_org_cell" USING btree ("cell_code");--> statement-breakpoint
CREATE INDEX "person_phone" ON "person" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "person_household" ON "person" USING btree ("household_code");--> statement-breakpoint
CREATE INDEX "person_tie_b" ON "person_tie" USING btree ("person_b");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "session_expiry" ON "session" USING btree ("expires_at","id");--> statement-breakpoint
CREATE INDEX "unit_group" ON "unit" USING btree ("handler_group","code");--> statement-breakpoint
CREATE INDEX "area_parent" ON "area" USING btree ("parent_code","sort_key","code");--> statement-breakpoint
CREATE INDEX "area_kind_box" ON "area" USING btree ("kind","min_lat","min_lng");--> statement-breakpoint
CREATE INDEX "area_name" ON "area" USING btree ("name_zh");--> statement-breakpoint
CREATE INDEX "area_closure_descendant" ON "area_closure" USING btree ("descendant_code","depth");--> statement-breakpoint
CREATE INDEX "place_point_area" ON "place_point" USING btree ("area_code","code");--> statement-breakpoint
CREATE INDEX "replay_key_created" ON "replay_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "item_category" ON "item" USING btree ("category_code","sort_key");--> statement-breakpoint
CREATE INDEX "throttle_counter_sweep" ON "throttle_counter" USING btree ("sweep_after","key");--> statement-breakpoint
CREATE INDEX "upload_sha256" ON "upload" USING btree ("sha256","id");--> statement-breakpoint
CREATE INDEX "upload_sweep" ON "upload" USING btree ("created_at","id");