CREATE TABLE "order_routing" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"rule_id" text,
	"rule_version" integer,
	"rule_name" text,
	"effect" jsonb,
	"reasons" jsonb NOT NULL,
	"broken" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"withheld_reason" text
);
--> statement-breakpoint
CREATE TABLE "routing_list" (
	"community_code" text PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"community_code" text NOT NULL,
	"position" integer NOT NULL,
	"is_on" boolean NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"effect" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routing_rule_version" (
	"rule_id" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean NOT NULL,
	"conditions" jsonb NOT NULL,
	"effect" jsonb NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text NOT NULL,
	CONSTRAINT "routing_rule_version_rule_id_version_pk" PRIMARY KEY("rule_id","version")
);
--> statement-breakpoint
CREATE INDEX "order_routing_order" ON "order_routing" USING btree ("order_id","at","id");--> statement-breakpoint
CREATE INDEX "routing_rule_community" ON "routing_rule" USING btree ("community_code","position","id");--> statement-breakpoint
CREATE INDEX "order_assignment_ended" ON "order_assignment" USING btree ("ended_by","ended_at","id");