CREATE TABLE "case_event" (
	"kind" text NOT NULL,
	"case_id" text NOT NULL,
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
	CONSTRAINT "case_event_kind_case_id_seq_pk" PRIMARY KEY("kind","case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "case_serial" (
	"key" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliberation" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"community_code" text NOT NULL,
	"street_code" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"motive" text NOT NULL,
	"status" text NOT NULL,
	"legal_form" text NOT NULL,
	"pack_id" text NOT NULL,
	"basis" text,
	"basis_words" text,
	"below_market" boolean NOT NULL,
	"needs_filing" boolean NOT NULL,
	"filed_unit" text,
	"filed_on" text,
	"filing_no" text,
	"plan_sent_on" text,
	"plan_version" integer,
	"published_at" bigint,
	"notice_until" text,
	"result_at" bigint,
	"project_code" text,
	"opened_by" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"ended_at" bigint,
	"version" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"last_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliberation_ballot" (
	"meeting_id" text NOT NULL,
	"receipt_hash" text NOT NULL,
	"choice" text NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "deliberation_ballot_meeting_id_receipt_hash_pk" PRIMARY KEY("meeting_id","receipt_hash")
);
--> statement-breakpoint
CREATE TABLE "deliberation_count" (
	"meeting_id" text NOT NULL,
	"way" text NOT NULL,
	"yes_votes" integer NOT NULL,
	"no_votes" integer NOT NULL,
	"abstain_votes" integer NOT NULL,
	CONSTRAINT "deliberation_count_meeting_id_way_pk" PRIMARY KEY("meeting_id","way")
);
--> statement-breakpoint
CREATE TABLE "deliberation_figure" (
	"deliberation_id" text NOT NULL,
	"version" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "deliberation_figure_deliberation_id_version_ordinal_pk" PRIMARY KEY("deliberation_id","version","ordinal")
);
--> statement-breakpoint
CREATE TABLE "deliberation_file" (
	"id" text PRIMARY KEY NOT NULL,
	"deliberation_id" text NOT NULL,
	"meeting_id" text,
	"upload_id" text NOT NULL,
	"name" text NOT NULL,
	"is_public" boolean NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliberation_meeting" (
	"id" text PRIMARY KEY NOT NULL,
	"deliberation_id" text NOT NULL,
	"stage" text NOT NULL,
	"ordinal" integer NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"with_web" boolean NOT NULL,
	"held_at" bigint NOT NULL,
	"place" text NOT NULL,
	"called_at" bigint NOT NULL,
	"eligible" integer,
	"roll_salt" text,
	"roll_digest" text,
	"present" integer,
	"needed_present" integer,
	"yes_votes" integer,
	"no_votes" integer,
	"abstain_votes" integer,
	"needed_yes" integer,
	"ballot_digest" text,
	"minutes" text,
	"annulled" text,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "deliberation_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"deliberation_id" text NOT NULL,
	"words" text NOT NULL,
	"contact" text,
	"answer_by" text NOT NULL,
	"at" bigint NOT NULL,
	"public_words" text,
	"answer" text,
	"answered_at" bigint,
	"answered_by" text
);
--> statement-breakpoint
CREATE TABLE "deliberation_price" (
	"deliberation_id" text NOT NULL,
	"version" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"label" text NOT NULL,
	"price_fen" integer NOT NULL,
	"market_fen" integer NOT NULL,
	"unit" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "deliberation_price_deliberation_id_version_ordinal_pk" PRIMARY KEY("deliberation_id","version","ordinal")
);
--> statement-breakpoint
CREATE TABLE "deliberation_roll" (
	"meeting_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"seat" text NOT NULL,
	"person_id" text,
	"present_at" bigint,
	"voted_on" text,
	CONSTRAINT "deliberation_roll_meeting_id_ordinal_pk" PRIMARY KEY("meeting_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "deliberation_source" (
	"deliberation_id" text NOT NULL,
	"order_id" text NOT NULL,
	CONSTRAINT "deliberation_source_deliberation_id_order_id_pk" PRIMARY KEY("deliberation_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "deliberation_text" (
	"deliberation_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"points" jsonb NOT NULL,
	"points_en" jsonb,
	"words" text NOT NULL,
	"reason" text,
	"sha256" text NOT NULL,
	"by_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "deliberation_text_deliberation_id_kind_version_pk" PRIMARY KEY("deliberation_id","kind","version")
);
--> statement-breakpoint
CREATE INDEX "case_event_at" ON "case_event" USING btree ("at","kind","case_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "deliberation_code" ON "deliberation" USING btree ("code");--> statement-breakpoint
CREATE INDEX "deliberation_community" ON "deliberation" USING btree ("community_code","status","opened_at","id");--> statement-breakpoint
CREATE INDEX "deliberation_file_of" ON "deliberation_file" USING btree ("deliberation_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliberation_meeting_no" ON "deliberation_meeting" USING btree ("deliberation_id","stage","ordinal");--> statement-breakpoint
CREATE INDEX "deliberation_objection_of" ON "deliberation_objection" USING btree ("deliberation_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliberation_roll_person" ON "deliberation_roll" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "deliberation_roll_of" ON "deliberation_roll" USING btree ("person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "deliberation_source_order" ON "deliberation_source" USING btree ("order_id");