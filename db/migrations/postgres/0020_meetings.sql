CREATE TABLE "letter_decision" (
	"id" text PRIMARY KEY NOT NULL,
	"letter_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"no" integer NOT NULL,
	"words" text NOT NULL,
	"owner_unit" text NOT NULL,
	"due_on" text NOT NULL,
	"settled_at" bigint,
	"settled_by" text,
	"settled" text
);
--> statement-breakpoint
CREATE TABLE "letter_meeting" (
	"id" text PRIMARY KEY NOT NULL,
	"letter_id" text NOT NULL,
	"held_on" text NOT NULL,
	"place" text NOT NULL,
	"agenda" text NOT NULL,
	"present" jsonb NOT NULL,
	"others" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "liaison_letter" ADD COLUMN "open_decisions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "letter_decision_letter" ON "letter_decision" USING btree ("letter_id","meeting_id","no","id");--> statement-breakpoint
CREATE INDEX "letter_decision_owner" ON "letter_decision" USING btree ("owner_unit","due_on","id");--> statement-breakpoint
CREATE INDEX "letter_meeting_letter" ON "letter_meeting" USING btree ("letter_id","at","id");