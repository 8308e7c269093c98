CREATE TABLE "desk_view" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "desk_view_name" ON "desk_view" USING btree ("person_id","name");--> statement-breakpoint
CREATE INDEX "desk_view_person" ON "desk_view" USING btree ("person_id","created_at","id");