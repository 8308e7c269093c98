CREATE TABLE "order_extension" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"no" integer NOT NULL,
	"reason" text NOT NULL,
	"days" integer NOT NULL,
	"granted_days" integer,
	"note_id" text,
	"answer_id" text,
	"asked_by" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"was_finish_by" bigint,
	"finish_by" bigint
);
--> statement-breakpoint
CREATE TABLE "order_suspension" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"state" text NOT NULL,
	"resume_on" text NOT NULL,
	"note_id" text NOT NULL,
	"plan_id" text,
	"answer_id" text,
	"asked_by" text,
	"asked_at" bigint,
	"decided_by" text,
	"decided_at" bigint,
	"ended_by" text,
	"ended_at" bigint
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "suspended_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "resume_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "extension_asked_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "suspension_asked_at" bigint;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "extension_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "order_extension_order" ON "order_extension" USING btree ("order_id","seq","id");--> statement-breakpoint
CREATE INDEX "order_suspension_order" ON "order_suspension" USING btree ("order_id","seq","id");