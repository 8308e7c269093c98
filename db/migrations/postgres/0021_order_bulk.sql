CREATE TABLE "order_bulk" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"handler" text,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "order_bulk_line" (
	"bulk_id" text NOT NULL,
	"code" text NOT NULL,
	"place" integer NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"params" jsonb,
	"done_version" integer,
	CONSTRAINT "order_bulk_line_bulk_id_code_pk" PRIMARY KEY("bulk_id","code")
);
--> statement-breakpoint
CREATE INDEX "order_bulk_person" ON "order_bulk" USING btree ("person_id","created_at");