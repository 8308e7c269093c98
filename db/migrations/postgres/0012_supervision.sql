CREATE TABLE "supervision_notice" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"community_code" text NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"order_id" text NOT NULL,
	"ground" text NOT NULL,
	"key" text NOT NULL,
	"colour" text NOT NULL,
	"owner_id" text,
	"step" text,
	"issued_by" text NOT NULL,
	"words" text,
	"issued_at" bigint NOT NULL,
	"reply_by" bigint NOT NULL,
	"climbs" integer NOT NULL,
	"replied_at" bigint,
	"check_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "supervision_reply" (
	"id" text PRIMARY KEY NOT NULL,
	"notice_id" text NOT NULL,
	"person_id" text NOT NULL,
	"calls" text NOT NULL,
	"cause" text NOT NULL,
	"measure" text NOT NULL,
	"check_on" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision_told" (
	"notice_id" text NOT NULL,
	"person_id" text NOT NULL,
	"step" text NOT NULL,
	"named" boolean NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "supervision_told_notice_id_person_id_step_pk" PRIMARY KEY("notice_id","person_id","step")
);
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "colour" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "look_at" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_notice_code" ON "supervision_notice" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_notice_serial" ON "supervision_notice" USING btree ("community_code","year","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "supervision_notice_key" ON "supervision_notice" USING btree ("order_id","key");--> statement-breakpoint
CREATE INDEX "supervision_notice_due" ON "supervision_notice" USING btree ("ended_at","replied_at","reply_by","id");--> statement-breakpoint
CREATE INDEX "supervision_notice_owner" ON "supervision_notice" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "supervision_reply_notice" ON "supervision_reply" USING btree ("notice_id","at","id");--> statement-breakpoint
CREATE INDEX "supervision_told_person" ON "supervision_told" USING btree ("person_id","notice_id");--> statement-breakpoint
CREATE INDEX "orders_look" ON "orders" USING btree ("look_at","id");